"""How words come to each door: one person puts them there, another lets them out."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from lantoa.common import dates
from lantoa.content import actions as content_actions
from lantoa.content.actions import Block
from lantoa.content.models import EditionKind
from lantoa.library import actions as library_actions
from lantoa.library.states import Status
from lantoa.people.models import User
from lantoa.questions import actions as question_actions
from tests.factories import content, library
from tests.factories.people import World
from tests.questions.test_actions import answered, ask

START = date(2022, 1, 1)


@dataclass
class Put:
    """What was put at a door. code: of the asker, who reads by it."""

    thing: Any
    code: str = ""


@dataclass(frozen=True)
class Story:
    """put: one person does all that she can to bring the words out. check: what another person does then.

    change: she changes the words after the check; None where nothing can be changed any more.
    """

    put: Callable[[World, User, str], Put]
    check: Callable[[World, Put, User], object]
    change: Callable[[World, Put, User, str], object] | None = None


def _policy(world: World, by: User, words: str) -> Put:
    return Put(library_actions.write_policy(by=by, **_policy_words(world, words)))


def _policy_words(world: World, words: str) -> dict[str, Any]:
    clause = library.provision(library.document())
    return {
        "title": words, "topic": library.topic(), "audiences": [world.poor], "benefit": words,
        "area_condition": words, "where_to_apply": words, "provisions": [clause],
    }  # fmt: skip


def _check_policy(world: World, put: Put, by: User) -> None:
    library_actions.mark_policy_checked(put.thing, by=by)
    library_actions.publish_policy(put.thing, by=world.minh)


def _parameter(world: World, by: User, words: str) -> Put:
    policy = library.policy(audiences=[world.poor])
    return Put(library_actions.add_parameter(policy, by=by, name=words, value=words, reference="Điều 1"))


def _standard(world: World, by: User, words: str) -> Put:
    return Put(
        library_actions.write_standard(
            by=by, territory=None, area="urban", category=world.poor, valid_from=START,
            income_upto_vnd=2_000_000, deprived_from=3, reference=words, source="Công báo thử",
        )
    )  # fmt: skip


def _document(world: World, by: User, words: str) -> Put:
    made = library_actions.register_document(
        by=by, kind=words, number="77", year=2021, symbol="NĐ-CP", issuer=words, title=words,
        issued_on=START - timedelta(days=30), effective_on=START, source="Công báo thử", signer_name=words,
        signer_title=words,
    )  # fmt: skip
    return Put(made)


def _provision(world: World, by: User, words: str) -> Put:
    made = library.document(checked_on=None, source="Công báo thử")
    library_actions.add_provision(made, by=by, kind="article", number="1", heading=words, words=words)
    return Put(made)


def _corrected(world: World, put: Put, by: User, words: str) -> None:
    clause = put.thing.provisions.get()
    library_actions.correct_provision(clause, by=by, words=words, heading=words, why="gõ thiếu")


def _effect(world: World, by: User, words: str) -> Put:
    clause = library.provision(library.document(source="Công báo thử"), words="Cũ và mới.")
    for kind, more in (("amend", {"new_words": words}), ("replace", {"phrase": ("Cũ", words)})):
        library_actions.record_effect(
            clause.document, by=by, kind=kind, on=dates.today(), provision=clause, **more
        )
    return Put(clause.document)


def _declared(world: World, by: User, words: str) -> Put:
    law = library.document(source="Công báo thử")
    library.policy(bases=[library.provision(law)], audiences=[world.poor])
    library_actions.declare_status(law, by=by, status=Status.ENDED, source=words, seen_on=dates.today())
    return Put(law)


def _check_document(world: World, put: Put, by: User) -> None:
    library_actions.mark_checked(put.thing, by=by)


def _article(world: World, by: User, words: str) -> Put:
    policy = library.policy(audiences=[world.poor])
    article = content_actions.write_article(words, world.culture, [world.poor], [policy], by=by)
    edition = content_actions.add_edition(article, EditionKind.WEB, by=by)
    block = Block(words, provisions=[policy.bases.get().provision])
    content_actions.save_draft(edition, [block], by=by)
    return Put(content_actions.submit(edition, by=by))


def _approve(world: World, put: Put, by: User) -> None:
    content_actions.check(put.thing, content.verdicts(put.thing), by=by)
    content_actions.approve(put.thing, by=world.lan)


def _public_words(world: World, by: User, words: str) -> Put:
    taken, question = answered(world)
    return Put(question_actions.write_public_words(question, words, by=by), taken.code)


def _routed(world: World, by: User, words: str) -> Put:
    taken = ask(world)
    return Put(question_actions.route_out(taken.question, words, by=by), taken.code)


# By model and first field of the door (`public_doors.Door`).
STORIES: dict[tuple[str, str], Story] = {
    ("content.Article", "title"): Story(_article, _approve),
    ("content.EditionVersion", "blocks"): Story(_article, _approve),
    ("questions.Question", "public_text"): Story(
        _public_words,
        lambda world, put, by: question_actions.publish_answer(put.thing, by=by),
        lambda world, put, by, words: question_actions.write_public_words(put.thing, words, by=by),
    ),
    ("questions.Question", "routed_to"): Story(
        _routed,
        lambda world, put, by: question_actions.check_route(put.thing, by=by),
        lambda world, put, by, words: question_actions.route_out(put.thing, words, by=by),
    ),
    ("library.Policy", "title"): Story(
        _policy, _check_policy,
    ),
    ("library.PolicyParameter", "name"): Story(
        _parameter, lambda world, put, by: library_actions.mark_parameter_checked(put.thing, by=by)
    ),
    ("library.PovertyStandard", "reference"): Story(
        _standard,
        lambda world, put, by: library_actions.mark_standard_checked(put.thing, by=by),
        lambda world, put, by, words: library_actions.write_standard(
            put.thing, by=by, territory=None, area="urban", category=world.poor, valid_from=START,
            income_upto_vnd=2_000_000, deprived_from=3, reference=words, source="Công báo thử",
        ),
    ),
    ("library.Document", "kind"): Story(
        _document,
        _check_document,
        lambda world, put, by, words: library_actions.update_document(put.thing, by=by, title=words),
    ),
    ("library.Provision", "number"): Story(_provision, _check_document, _corrected),
    ("library.StatusDeclaration", "source"): Story(_declared, _check_document),
    ("library.Effect", "new_words"): Story(_effect, _check_document),
}  # fmt: skip
