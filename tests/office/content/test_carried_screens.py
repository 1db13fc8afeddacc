"""The checker of a new version sees first what changed, then what was found right before."""

import pytest

from lantoa.content import actions
from lantoa.content.models import Approval
from tests.factories import content
from tests.factories.people import World
from tests.office.content.signed_in import as_

pytestmark = [pytest.mark.django_db]


def test_what_changed_comes_first_and_the_rest_keeps_its_conclusion(world: World) -> None:
    edition = content.draft(world, texts=["Hộ nghèo được cấp thẻ.", "Hộ cận nghèo được vay vốn."])
    version = actions.submit(edition, by=world.binh)
    first, second = content.verdicts(version)
    wrong = actions.Verdict(False, "Nói rõ mức vay.", second.citation)
    actions.check(version, [first, wrong], by=world.hung)
    draft = actions.revise(edition, by=world.binh)
    texts = [draft.blocks[0]["text"], "Hộ cận nghèo được vay tối đa 100 triệu đồng."]
    blocks = [actions.Block(text, id=b["id"]) for text, b in zip(texts, draft.blocks, strict=True)]
    actions.save_draft(edition, blocks, by=world.binh)
    version = actions.submit(edition, by=world.binh)
    hung, address = as_(world.hung), f"/phien-ban/{version.pk}/kiem-tra/"
    loan = version.citations.get(block=draft.blocks[1]["id"])

    page = hung.get(address).content.decode()
    empty = hung.post(address, {"seen": version.sha256}).content.decode()
    hung.post(address, {"seen": version.sha256, f"ok_c{loan.pk}": "ok"})

    assert page.index("tối đa") < page.index("Giữ kết luận của bản trước: 1 mục không đổi")
    assert "<ins>tối đa 100 triệu đồng.</ins>" in page
    assert empty.count("chưa có kết luận") == 2, "in the summary and at its box"
    approval = Approval.objects.get(version=version)
    assert (approval.decision, approval.carried) == ("passed", 1)
