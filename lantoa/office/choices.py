"""Những gì một người được chọn trong các ô: approved versions that exist for her."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from lantoa.content.models import EditionVersion
from lantoa.content.queries import approved_versions, visible_versions
from lantoa.office.forms import PickManyField
from lantoa.people.models import User


def approved_for(user: User, *kinds: str) -> QuerySet[EditionVersion]:
    """The newest approved versions that she may see, of these kinds of edition (all when none is named)."""
    found = approved_versions().filter(pk__in=visible_versions(user).values("pk"))
    return found.filter(edition__kind__in=kinds) if kinds else found


def _named(version: EditionVersion) -> str:
    return f"{version.edition.article} ({version.edition.get_kind_display().lower()}, bản {version.number})"


class VersionField(forms.ModelChoiceField):
    """One approved version."""

    default_error_messages = {"required": "Chưa chọn bản nào. Hãy chọn một bản đã duyệt."}

    def __init__(self, **more: Any):
        super().__init__(EditionVersion.objects.none(), empty_label="Chọn bản đã duyệt", **more)

    def label_from_instance(self, obj: EditionVersion) -> str:
        return _named(obj)


class VersionsField(PickManyField):
    """Some approved versions."""

    def __init__(self, **more: Any):
        super().__init__(EditionVersion.objects.none(), **more)

    def label_from_instance(self, obj: EditionVersion) -> str:
        return _named(obj)
