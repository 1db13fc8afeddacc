"""Không nêu một người nào ra công chúng: asked by every door but the edition's, which signs its own reason.

A reason clears the very words that it was given for, in the one thing; other words in it stop again.
"""

from django.db.models import Model, QuerySet

from lantoa.common import audit, dates
from lantoa.common.problems import must_hold
from lantoa.language.identifiers import key_of_words
from lantoa.people.models import ClearedName, User
from lantoa.people.queries import openly_named
from lantoa.people.rules.no_household_named import named_in, problems_with_names

LONGEST_REASON = 300


def must_name_nobody(thing: Model, *texts: str, by: User | None, why: str = "", what: str = "Bài") -> None:
    """Refuse words that tell who somebody is, unless a reason for them was or is now recorded.

    thing: stored, in the transaction that the refusal undoes. what: begins the sentence of the refusal.
    """
    text = "\n".join(str(one) for one in texts if one)
    allowed = openly_named() | frozenset(cleared_names(thing).values_list("key", flat=True))
    must_hold(problems_with_names(text, why, allowed, what=what))
    found = {key_of_words(one.words): one.words for one in named_in(text, allowed)}
    if not found or by is None:
        return
    why = " ".join(why.split())[:LONGEST_REASON]
    ClearedName.objects.bulk_create(
        ClearedName(**_of(thing), words=words[:200], key=key[:200], why=why, by=by, at=dates.now())
        for key, words in found.items()
    )
    audit.log(by, "clear_names", thing, why=why, names=len(found))


def cleared_names(thing: Model) -> QuerySet[ClearedName]:
    """The words cleared in a thing, with who said why."""
    return ClearedName.objects.filter(**_of(thing)).select_related("by")


def _of(thing: Model) -> dict[str, object]:
    return {"thing": thing._meta.label_lower, "thing_id": thing.pk}
