"""What is not yours does not exist: each address of a ward's things, tried by another ward's officer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.people import World
from tests.guards.routes import every_route
from tests.guards.ward_things import WardThings, fields_of, make
from tests.office.as_person import as_

pytestmark = [pytest.mark.django_db, pytest.mark.db]

Address = Callable[[WardThings, World], dict[str, Any]]


def one(name: str) -> Address:
    return lambda things, world: {"pk": getattr(things, name)}


def printed(name: str) -> Address:
    return lambda things, world: {"pk": getattr(things, name), "form": "pdf"}


# Route -> the ward's own thing that its address names.
WARDS_OWN: dict[str, Address] = {
    **dict.fromkeys(["office:plan_discard", "office:plan_submit", "office:plan_send_back"], one("draft")),
    **dict.fromkeys(["office:plan_sign", "office:plan_issue", "office:plan_head"], one("draft")),
    **dict.fromkeys(["office:plan_write_out", "office:plan_item_add"], one("draft")),
    **dict.fromkeys(["office:plan", "office:plan_ward_deadline"], one("plan")),
    "office:plan_cascade": lambda things, world: {"pk": things.plan.parent},
    **dict.fromkeys(["office:plan_follow", "office:plan_amend", "office:plan_close"], one("plan")),
    **dict.fromkeys(["office:budget_plan"], one("plan")),
    **dict.fromkeys(["office:plan_print", "office:settlement"], printed("plan")),
    "office:plan_part_add": lambda things, world: {"pk": things.draft, "key": "nhiem-vu"},
    **dict.fromkeys(
        ["office:plan_part", "office:plan_part_remove"],
        lambda things, world: {"pk": things.draft, "key": "nhiem-vu", "part": things.part},
    ),
    **dict.fromkeys(
        ["office:plan_item", "office:plan_item_remove"],
        lambda things, world: {"pk": things.draft, "item": things.draft_item},
    ),
    "office:report_freeze": lambda things, world: {"plan_pk": things.plan},
    "office:report": one("report"),
    "office:report_print": printed("report"),
    "office:report_figure": lambda things, world: {
        "pk": things.report,
        "key": things.report.figures[0]["key"],
    },
    **dict.fromkeys(
        ["office:article", "office:article_edit", "office:edition_add", "office:edition_suggest"],
        one("article"),
    ),
    **dict.fromkeys(["office:edition_edit", "office:edition_notes"], one("written")),
    **dict.fromkeys(["office:edition_revise", "office:edition_withdraw"], one("edition")),
    **dict.fromkeys(["office:version", "office:version_review"], one("version")),
    "office:version_compare": one("second"),
    **dict.fromkeys(["office:version_proof", "office:version_package"], one("version")),
    **dict.fromkeys(["office:version_return", "office:version_approve"], one("version")),
    **dict.fromkeys(
        ["office:version_paper", "office:version_comment", "office:version_urgent"], one("version")
    ),
    "office:version_agree": one("version"),
    "office:version_review_after": one("version"),
    "office:comment_resolve": one("comment"),
    **dict.fromkeys(["office:version_sheet", "office:version_outline"], printed("version")),
    "office:version_ward_approve": lambda things, world: {"pk": things.version, "ward": world.ward},
    "office:citation_clear": lambda things, world: {"pk": things.citation, "cause": things.cause},
    **dict.fromkeys(
        ["office:delivery", "office:delivery_evidence", "office:delivery_correct"], one("delivery")
    ),
    "office:evidence": one("evidence"),
    **dict.fromkeys(["office:station_change", "office:station_pace"], one("station")),
    "office:run_sheet": printed("station"),
    "office:airing_new": one("station"),
    **dict.fromkeys(["office:airing", "office:airing_record", "office:airing_stop"], one("airing")),
    **dict.fromkeys(["office:gathering", "office:gathering_held"], one("gathering")),
    **dict.fromkeys(["office:gathering_minutes", "office:gathering_cancel"], one("gathering")),
    **dict.fromkeys(["office:gathering_invitation", "office:gathering_sheet"], printed("gathering")),
    **dict.fromkeys(["office:display", "office:display_put_up", "office:display_take_place"], one("banner")),
    "office:display_taken_down": one("hung"),
    "office:artwork": lambda things, world: {"pk": things.banner.version},
    "office:artwork_file": lambda things, world: {"pk": things.banner.version, "form": "pdf"},
    **dict.fromkeys(["office:print_run", "office:print_run_hand_out", "office:print_run_pulp"], one("run")),
    "office:hand_out_take_back": one("hand_out"),
    **dict.fromkeys(
        ["office:question", "office:question_assign", "office:question_classify"], one("question")
    ),
    **dict.fromkeys(["office:question_draft", "office:question_give"], one("question")),
    **dict.fromkeys(["office:question_publish", "office:question_route"], one("question")),
    **dict.fromkeys(["office:question_words_check", "office:question_take_back"], one("question")),
    "office:question_contact": one("question"),
    "office:spending_new": one("item"),
    **dict.fromkeys(["office:spending", "office:spending_take_back"], one("spending")),
    **dict.fromkeys(
        ["office:spending_paper_add", "office:spending_check", "office:spending_tellings"], one("spending")
    ),
    **dict.fromkeys(["office:bundle", "office:bundle_acknowledge", "office:bundle_all"], one("bundle")),
    "office:bundle_paper": printed("bundle"),
    **dict.fromkeys(["office:notice", "office:notice_read"], one("notice")),
    "office:follow_drop": one("follow"),
    **dict.fromkeys(["office:campaign", "office:campaign_gather", "office:campaign_close"], one("campaign")),
    "office:campaign_print": printed("campaign"),
    "office:campaign_row": lambda things, world: {"pk": things.campaign.rows.filter(unit=world.ward).first()},
    "office:duty_delegate": one("own"),
    "office:duty_end": one("handed"),
    "office:open_names": lambda things, world: {"pk": world.ward},
    "office:open_name_end": one("listed"),
    "office:file": lambda things, world: {"pk": things.evidence.file},
}
# Read by everyone who has a duty, each with its reason; what changes them asks for a right (next test).
EVERYONES = {
    "office:document": "law is public",
    "office:provision": "law is public",
    "office:relation_graph": "law is public",
    "office:document_export": "law is public",
    "office:rehearsal": "what a draft would change in the law; what follows is told of her own units only",
    "office:effect": "law is public; what follows is told of her own units only",
    "office:instruction_list": "law is public: what a paper amends, place by place",
    "office:campaign_new": "as the page of the effect; who may not open a campaign is refused",
    "office:policy": "policies are made for all wards",
    "office:standard": "law is public",
    **dict.fromkeys(
        ["office:size_reading", "office:size_reading_returned", "office:outline_reading"],
        "the address is signed for one person",
    ),
    "office:plan_reading": "a reading lives in her own session; the key opens nothing in another",
    "office:unit": "units and who serves there are no secret among offices",
}
# Steps on those common things: refused for who has no duty for them.
STEPS_ON_COMMON: dict[str, Address] = {
    **dict.fromkeys(
        ["office:document_edit", "office:document_check", "office:provisions_paste"],
        lambda things, world: {"pk": things.citation.provision.document},
    ),
    **dict.fromkeys(
        ["office:provision_new", "office:effect_new", "office:relation_new", "office:declaration_new"],
        lambda things, world: {"pk": things.citation.provision.document},
    ),
    "office:dispute_settle": lambda things, world: {"pk": things.citation.provision.document},
    "office:relation_withdraw": lambda things, world: {
        "pk": things.citation.provision.document,
        "relation_pk": 1,
    },
    "office:provision_edit": lambda things, world: {"pk": things.citation.provision},
    **dict.fromkeys(["office:effect_date", "office:effect_withdraw"], one("cause")),
    "office:instruction_set_aside": one("instruction"),
    **dict.fromkeys(
        ["office:rehearsal_suppose", "office:rehearsal_make_real", "office:rehearsal_drop"], one("rehearsal")
    ),
    "office:supposed_drop": one("supposed"),
    "office:size_import": one("size_import"),
    "office:step_rule_end": lambda things, world: {"pk": 1},
    "office:intake": lambda things, world: {"pk": things.intake_file.intake},
    **dict.fromkeys(
        ["office:intake_file", "office:intake_file_discard", "office:other_words_decide"], one("intake_file")
    ),
    **dict.fromkeys(
        ["office:policy_edit", "office:policy_check", "office:policy_publish", "office:policy_withdraw"],
        lambda things, world: {"pk": things.article.policies.get()},
    ),
    "office:parameter_add": lambda things, world: {"pk": things.article.policies.get()},
    **dict.fromkeys(
        ["office:parameter_end", "office:parameter_check", "office:parameter_remove"], one("amount")
    ),
    **dict.fromkeys(
        ["office:standard_edit", "office:standard_check", "office:standard_withdraw"], one("standard")
    ),
    "office:basis_clear": lambda things, world: {"pk": things.article.policies.get()},
    **dict.fromkeys(
        ["office:size_add", "office:unit_wording", "office:unit_succession", "office:duty_give"],
        lambda things, world: {"pk": world.ward},
    ),
}


@pytest.fixture
def things(world: World) -> WardThings:
    return make(world)


def test_every_office_address_that_names_a_thing_is_on_one_of_the_lists() -> None:
    named = {r.name for r in every_route() if r.parameters and r.name.startswith("office:")}
    listed = [*WARDS_OWN, *EVERYONES, *STEPS_ON_COMMON]

    assert sorted(named - set(listed)) == []
    assert sorted(set(listed) - named) == []
    assert len(listed) == len(set(listed))


def test_an_officer_of_another_ward_finds_none_of_them(world: World, things: WardThings) -> None:
    """Cán bộ phường khác: không xem được, không làm được, không biết là có."""
    outsider, insiders = as_(world.van), [as_(world.tam), as_(world.lan), as_(world.minh)]
    found, hidden_from_all = [], []
    for name, address in WARDS_OWN.items():
        where = reverse(name, kwargs=fields_of(address(things, world)))
        answers = [outsider.get(where).status_code, outsider.post(where).status_code]
        if 404 not in answers or set(answers) - {404, 405}:
            found.append((name, answers))
        if not any(_exists(insider, where) for insider in insiders):
            hidden_from_all.append(name)

    assert not found
    assert not hidden_from_all, "this guard tries an address that opens for nobody"


def test_steps_on_common_things_are_refused_and_change_nothing(world: World, things: WardThings) -> None:
    outsider = as_(world.van)
    went_through = []
    for name, address in STEPS_ON_COMMON.items():
        where = reverse(name, kwargs=fields_of(address(things, world)))
        with CaptureQueriesContext(connection) as asked:
            answers = [outsider.get(where).status_code, outsider.post(where).status_code]
        wrote = [q["sql"][:90] for q in asked if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
        if set(answers) - {403, 404, 405} or [w for w in wrote if "session" not in w and "axes" not in w]:
            went_through.append((name, answers, wrote))

    assert not went_through


def _exists(insider: Client, where: str) -> bool:
    """Opens, or exists but takes another method, refuses only this step, or asks for more."""
    return insider.get(where).status_code in {200, 302, 400, 403, 405}
