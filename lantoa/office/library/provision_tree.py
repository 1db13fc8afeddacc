"""Cây điều khoản để chọn: an article with its clauses and points as check boxes, without script."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django import forms
from django.db.models import Q

from lantoa.library.models import Provision
from lantoa.office.forms import PickManyField

MOST_TREES, OPEN_AT_ONCE, FIRST_WORDS = 8, 3, 140


class Tree(str):
    """The name of an article over its parts; is_open: its parts are shown at once."""

    is_open: bool


class Part(str):
    """How one part is named; depth: how deep it lies in the tree; is_found: it is what was looked for."""

    depth: int
    is_found: bool


class TreeWidget(forms.CheckboxSelectMultiple):
    """Trees that open and close by themselves."""

    template_name = "django/forms/widgets/provision_tree.html"


class ProvisionTreeField(PickManyField):
    """Provisions of any document, each article with all its parts, so that several can be chosen."""

    widget = TreeWidget

    def grow(self, chosen: Iterable[int], found: Sequence[Provision]) -> None:
        """Offer the articles of what is chosen and of what was found; any provision may be sent."""
        chosen = set(chosen)
        self.queryset = Provision.objects.filter(pk__in={*chosen, *(one.pk for one in found)})
        self.choices = trees(chosen, found)

    def clean(self, value: Any) -> Any:
        sent = [one for one in value or () if str(one).isdigit()]
        self.queryset = Provision.objects.select_related("document").filter(pk__in=sent)
        return super().clean(value)


def trees(chosen: Collection[int], found: Sequence[Provision]) -> list[tuple[Tree, list[tuple[int, Part]]]]:
    """The choices: what is chosen first, then what was found in its order; both open. Two queries."""
    kept = Provision.objects.filter(pk__in=chosen).select_related("document").order_by("document_id", "order")
    tops = dict.fromkeys(_top(one) for one in kept)
    open_tops = {*tops, *list(dict.fromkeys(_top(one) for one in found))[:OPEN_AT_ONCE]}
    for one in found:
        if len(tops) < MOST_TREES or _top(one) in tops:
            tops.setdefault(_top(one))
    parts = _parts(tops)
    looked_for = {one.pk for one in found}
    return [
        (
            _tree(parts[top][0], top in open_tops),
            [(one.pk, _part(one, top, looked_for)) for one in parts[top]],
        )
        for top in tops
        if parts[top]
    ]


def _top(provision: Provision) -> tuple[int, str]:
    """(document, eid) of the article that it lies in; its own where it lies in none."""
    steps = provision.eid.split("__")
    at = next((n for n, step in enumerate(steps) if step.startswith("art_")), len(steps) - 1)
    return provision.document_id, "__".join(steps[: at + 1])


def _parts(tops: Iterable[tuple[int, str]]) -> dict[tuple[int, str], list[Provision]]:
    wanted = Q(pk__in=[])
    for document, eid in tops:
        inside = Q(eid=eid) | Q(eid__startswith=f"{eid}__") if "art_" in eid else Q(eid=eid)
        wanted |= Q(document=document) & inside
    standing = Q(added_by__isnull=True) | Q(added_by__withdrawn_at__isnull=True)
    rows = Provision.objects.filter(wanted, standing).select_related("document").defer("folded")
    parts: dict[tuple[int, str], list[Provision]] = defaultdict(list)
    for one in rows.order_by("document_id", "order", "id"):
        parts[_top(one)].append(one)
    return parts


def _tree(top: Provision, is_open: bool) -> Tree:
    tree = Tree(f"{top}. {top.heading}" if top.heading else str(top))
    tree.is_open = is_open
    return tree


def _part(one: Provision, top: tuple[int, str], looked_for: Collection[int]) -> Part:
    own = " ".join(one.place.split()[:2])
    depth = one.eid.count("__") - top[1].count("__")
    name = own if depth else f"Cả {own}"
    words = " ".join((one.words or one.heading).split())
    said = f"{words[:FIRST_WORDS]}{'…' if len(words) > FIRST_WORDS else ''}"
    part = Part(f"{name}: {said}" if said else name)
    part.depth, part.is_found = depth, one.pk in looked_for
    return part
