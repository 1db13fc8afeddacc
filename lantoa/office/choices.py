"""Những gì một người được chọn trong các ô: approved versions that exist for her."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.functional import cached_property

from lantoa.content.models import EditionVersion
from lantoa.content.queries import approved_versions, urgent_flags, visible_versions
from lantoa.office.forms import PickManyField
from lantoa.people.models import User


def approved_for(user: User, *kinds: str) -> QuerySet[EditionVersion]:
    """The newest approved versions that she may see, of these kinds of edition (all when none is named)."""
    found = approved_versions().filter(pk__in=visible_versions(user).values("pk"))
    return found.filter(edition__kind__in=kinds) if kinds else found


def _named(version: EditionVersion, flags: dict[int, str]) -> str:
    said = f"{version.edition.article} ({version.edition.get_kind_display().lower()}, bản {version.number})"
    return f"{said} · {flags[version.pk]}" if version.pk in flags else said


class _Flagged:
    """Labels that tell of urgent approvals, asked once for the whole field."""

    @cached_property
    def flags(self) -> dict[int, str]:
        return urgent_flags()

    def label_from_instance(self, obj: EditionVersion) -> str:
        return _named(obj, self.flags)


class VersionField(_Flagged, forms.ModelChoiceField):
    """One approved version."""

    default_error_messages = {"required": "Chưa chọn bản nào. Hãy chọn một bản đã duyệt."}

    def __init__(self, **more: Any):
        super().__init__(EditionVersion.objects.none(), empty_label="Chọn bản đã duyệt", **more)


class VersionsField(_Flagged, PickManyField):
    """Some approved versions."""

    def __init__(self, **more: Any):
        super().__init__(EditionVersion.objects.none(), **more)
