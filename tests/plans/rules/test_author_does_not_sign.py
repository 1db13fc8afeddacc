"""Người lập, người sửa và người trình kế hoạch không tự ký kế hoạch đó."""

from lantoa.plans.rules.author_does_not_sign import problems_with_signing


def test_a_writer_does_not_sign():
    assert [p.code for p in problems_with_signing(4, {4, 9})] == ["author_signs"]


def test_another_person_signs():
    assert problems_with_signing(5, {4, 9}) == []
