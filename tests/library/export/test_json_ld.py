"""schema.org Legislation: identity, force on the day and what the document changes."""

from datetime import date

import pytest

from lantoa.library import actions
from lantoa.library.export.links import place_uri, work_uri
from lantoa.library.queries import as_json_ld
from tests.factories import library as make

pytestmark = [pytest.mark.django_db, pytest.mark.db]

DAY = date(2026, 5, 4)


def test_it_says_what_the_document_is_and_what_it_changes(world):
    old, clause = make.document(), make.provision(make.document(), "khoản 1 Điều 2")
    document = make.document(number="07", issuer="Chính phủ thử")
    article = make.provision(document, "Điều 1", heading="Phạm vi")
    actions.record_relation(document, old, by=world.minh, kind="replace")
    actions.record_relation(document, old, by=world.minh, kind="basis")
    make.effect(clause, DAY, "amend", source=document)

    told = as_json_ld(document, DAY)

    assert told["@type"] == "Legislation" and told["legislationIdentifier"] == "07/2021/NĐ-CP"
    assert told["legislationPassedBy"]["name"] == "Chính phủ thử"
    assert told["legislationRepeals"] == told["isBasedOn"] == [{"@type": "Legislation", "@id": work_uri(old)}]
    assert told["legislationAmends"] == [{"@type": "Legislation", "@id": place_uri(clause)}]
    assert told["hasPart"][0]["@id"].endswith(f"~{article.eid}")
    assert told["legislationLegalForce"] == "https://schema.org/InForce"


def test_it_names_who_signed_it_and_nobody_when_that_is_not_known():
    signed = make.document(signer_name="Lê Văn Mẫu", signer_title="Phó Chủ tịch", signing_mode="KT.")

    told = as_json_ld(signed, DAY)["accountablePerson"]
    assert told == {"@type": "Person", "name": "Lê Văn Mẫu", "jobTitle": "Phó Chủ tịch"}
    assert "accountablePerson" not in as_json_ld(make.document(), DAY)


@pytest.mark.parametrize(
    ("facts", "force", "says"),
    [
        ({"ended_on": DAY}, "NotInForce", "Hết hiệu lực"),
        ({"effective_on": date(2027, 1, 1)}, "NotInForce", "Chưa có hiệu lực"),
        ({"unknown": True}, None, "Chưa xác định"),
    ],
)
def test_its_force_is_that_of_the_day_and_never_a_guess(facts, force, says):
    told = as_json_ld(make.document(**facts), DAY)

    assert told.get("legislationLegalForce", "").rpartition("/")[2] == (force or "")
    assert told["creativeWorkStatus"] == says
