"""Verbs about what an office says of itself in public: list it, take it back."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lantoa.common import audit, dates
from lantoa.common.problems import must_hold, refuse
from lantoa.language.identifiers import key_of_words
from lantoa.people.models import OpenName, Unit, User
from lantoa.people.permissions import may_list_names
from lantoa.people.rules.listed_name_is_the_offices_own import problems_with_listing


@transaction.atomic
def list_name(unit: Unit, words: str, why: str, *, by: User) -> OpenName:
    """List a signer, a hotline or a house of the office: no text stops at these words from now on."""
    if not may_list_names(by, unit):
        raise PermissionDenied
    words, why = " ".join(words.split()), " ".join(why.split())
    must_hold(problems_with_listing(words, why))
    unit = Unit.objects.select_for_update().get(pk=unit.pk)  # of two who list the same the second is told so
    if OpenName.objects.filter(unit=unit, key=key_of_words(words), ended_at__isnull=True).exists():
        refuse("listed_already", f"“{words}” đã có trong danh sách của cơ quan này.", "words")
    listed = OpenName.objects.create(unit=unit, words=words, why=why, added_by=by, added_at=dates.now())
    audit.log(by, "list_name", listed, unit_id=unit.pk, why=why)
    return listed


@transaction.atomic
def take_name_back(listed: OpenName, *, by: User) -> OpenName:
    """Take words off the list: the next text that holds them stops again. What went out stays out."""
    if not may_list_names(by, listed.unit):
        raise PermissionDenied
    listed = OpenName.objects.select_for_update().get(pk=listed.pk)
    if listed.ended_at is None:
        listed.ended_by, listed.ended_at = by, dates.now()
        listed.save(update_fields=["ended_by", "ended_at"])
        audit.log(by, "take_name_back", listed, unit_id=listed.unit_id)
    return listed
