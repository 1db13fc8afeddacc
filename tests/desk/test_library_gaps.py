"""Việc cần làm của thư viện: mỗi thiếu sót được đếm đúng, nói bước tiếp; đủ rồi thì không còn."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lantoa.common import dates
from lantoa.common.files import Upload
from lantoa.desk.library_gaps import Gap, library_gaps
from lantoa.library.actions import confirm_file, open_intake, record_relation, set_provisions, take_in
from lantoa.library.models import Document
from lantoa.library.understanding import Proposal
from lantoa.plans.models import LegalBasis
from tests.factories import library as make
from tests.factories import plans
from tests.factories.people import World

pytestmark = [pytest.mark.django_db, pytest.mark.db]


def whole(**more: object) -> Document:
    """A document that lacks nothing."""
    document = make.document(source="Công báo", **more)
    make.provision(document)
    return document


def gaps() -> dict[str, Gap]:
    return {gap.key: gap for gap in library_gaps(dates.today())}


def test_a_library_that_lacks_nothing_has_nothing_to_do(world: World) -> None:
    make.policy(bases=[make.provision(whole(), "Điều 2")], checked_on=dates.today())

    assert gaps() == {}


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("thieu-ngay-hieu-luc", {"unknown": True}),
        ("chua-kiem", {"checked_on": None}),
        ("chua-co-goc", {"source": ""}),
    ],
)
def test_what_a_document_lacks_is_named_with_the_next_step(
    world: World, key: str, fields: dict[str, object]
) -> None:
    document = make.document(**{"source": "Công báo", **fields})
    make.provision(document)

    found = gaps()

    assert list(found) == [key]
    assert [(row.title, row.url_args) for row in found[key].rows()] == [(str(document), (document.pk,))]


def test_a_document_without_words_and_a_change_without_day(world: World) -> None:
    bare = make.document(source="Công báo")
    make.effect(whole(), None)

    found = gaps()

    assert set(found) == {"chua-co-loi", "thay-doi-thieu-ngay"}
    assert [row.title for row in found["chua-co-loi"].rows()] == [str(bare)]


def test_a_replaced_document_waits_until_its_end_has_a_date(world: World) -> None:
    old, new = whole(), whole()
    relation = record_relation(new, old, by=world.minh, kind="replace")
    assert [row.title for row in gaps()["thieu-ngay-het"].rows()] == [str(old)]

    make.effect(old, date(2030, 1, 1), relation=relation, source=new)
    assert "thieu-ngay-het" not in gaps()


def test_an_end_without_a_day_is_asked_for_once_and_not_as_a_second_change(world: World) -> None:
    old, new = whole(), whole()
    relation = record_relation(new, old, by=world.minh, kind="replace")
    undated = make.effect(old, None, "replace", relation=relation, source=new)

    found = gaps()

    assert set(found) == {"thay-doi-thieu-ngay"}
    (row,) = found["thay-doi-thieu-ngay"].rows()
    assert (row.url_name, row.url_args) == ("office:effect", (undated.pk,))


def test_a_policy_that_was_over_before_the_six_months_waits_for_nobody(world: World) -> None:
    over = dates.today() - timedelta(days=400)
    make.policy(bases=[make.provision(whole(), "Điều 2")], valid_to=over, checked_on=over)

    assert gaps() == {}


def test_a_policy_unchecked_for_six_months_is_named(world: World) -> None:
    policy = make.policy(bases=[make.provision(whole(), "Điều 2")])

    assert [row.url_args for row in gaps()["chinh-sach-lau-chua-kiem"].rows()] == [(policy.pk,)]


def test_what_papers_cite_and_the_library_lacks_is_counted_by_papers(world: World) -> None:
    for number in (1, 2):
        text = (
            f"Số: 7{number}/2031/QĐ-UBND\nQUYẾT ĐỊNH\nGiao việc thử\n"
            "Căn cứ Nghị định số 991/2030/NĐ-CP của Chính phủ;\nĐiều 1. Theo Nghị định số 991/2030/NĐ-CP."
        )
        take_in(
            open_intake(by=world.minh, key=f"k{number}"),
            Upload(f"{number}.txt", text.encode()),
            by=world.minh,
        )

    (row,) = gaps()["chua-co"].rows()
    assert (row.title, row.detail) == ("Nghị định 991/2030/NĐ-CP", "2 văn bản, kế hoạch dẫn đến")

    whole(number="991", year=2030)
    assert "chua-co" not in gaps()


def test_a_paper_counts_once_before_and_after_it_is_entered_and_however_it_came(world: World) -> None:
    text = (
        "CHÍNH PHỦ\nSố: 73/2031/NĐ-CP\nHà Nội, ngày 5 tháng 5 năm 2031\nNGHỊ ĐỊNH\nVề việc thử\n"
        "Điều 1. Mức\nTheo Nghị định số 991/2030/NĐ-CP và khoản 2 Điều 3 Nghị định này."
    )
    (taken,) = take_in(open_intake(by=world.minh, key="k"), Upload("a.txt", text.encode()), by=world.minh)

    def named() -> list[tuple[str, str]]:
        return [(row.title, row.detail) for row in gaps()["chua-co"].rows()]

    assert named() == [("Nghị định 991/2030/NĐ-CP", "1 văn bản, kế hoạch dẫn đến")]

    confirm_file(taken, by=world.minh, facts=Proposal.from_dict(taken.proposal).facts())
    assert named() == [("Nghị định 991/2030/NĐ-CP", "1 văn bản, kế hoạch dẫn đến")]

    pasted = make.document()
    set_provisions(pasted, "Điều 1. Theo Nghị định số 991/2030/NĐ-CP.", by=world.minh)
    assert named() == [("Nghị định 991/2030/NĐ-CP", "2 văn bản, kế hoạch dẫn đến")]

    set_provisions(pasted, "Điều 1. Theo quy định hiện hành.", by=world.minh)
    assert named() == [("Nghị định 991/2030/NĐ-CP", "1 văn bản, kế hoạch dẫn đến")]


def test_what_plans_rest_on_counts_although_less_was_read_of_it(world: World) -> None:
    plan = plans.plan(world, issued=False)
    LegalBasis.objects.create(
        plan=plan,
        text="Căn cứ Nghị định số 992/2030/NĐ-CP;",
        citation={"type": "Nghị định", "number": "992", "year": 2030, "symbol": "NĐ-CP"},
    )

    (row,) = [row for row in gaps()["chua-co"].rows() if "992" in row.title]
    assert (row.title, row.detail) == ("Nghị định 992/2030/NĐ-CP", "1 văn bản, kế hoạch dẫn đến")


def test_a_plan_that_is_kept_here_is_no_document_that_lacks(world: World) -> None:
    city = plans.plan(world, number="31")
    plans.ward_plan(world, city, issued=False)

    assert LegalBasis.objects.filter(citation__number="31").exists()
    named = [row.title for gap in library_gaps(dates.today()) if gap.key == "chua-co" for row in gap.rows(50)]
    assert not [title for title in named if title.startswith("Kế hoạch 31")]


def test_ten_times_the_lacks_cost_the_same_questions(world: World) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            for gap in library_gaps(dates.today()):
                assert gap.rows()
        return len(queries)

    def lack(times: int) -> None:
        for _ in range(times):
            document = make.document(unknown=True, checked_on=None)
            make.effect(document, None)
            record_relation(whole(), whole(), by=world.minh, kind="replace")
            make.policy(
                bases=[make.provision(whole(), "Điều 2")], checked_on=dates.today() - timedelta(days=400)
            )

    lack(1)
    one = asked()
    lack(10)

    assert asked() == one
