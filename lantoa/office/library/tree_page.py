"""The tree of a document as one flat list of pieces of a page.

Four hundred provisions drawn by templates that include themselves take half a second; drawn here, a tenth.
What others changed is still drawn by a template, for the few provisions that it concerns.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from lantoa.library.queries import Branch

MARK = {"gone": "del", "new": "ins"}


@dataclass(frozen=True)
class Piece:
    """Markup, and the branch whose changes stand behind it (None at the end and where nothing changed)."""

    html: SafeString
    changed: Branch | None = None


def pieces(top: list[Branch]) -> list[Piece]:
    """The whole tree in reading order, as the items of one list."""
    address = reverse("office:provision", args=[0])
    return list(_items(top, address.removesuffix("0/")))


def _items(branches: list[Branch], address: str) -> Iterator[Piece]:
    for branch in branches:
        html = f'<li id="{escape(branch.provision.eid)}">{_own(branch, address)}'
        # Every part is made of escaped words and of our own tags.
        yield Piece(mark_safe(html), branch if _has_changes(branch) else None)  # noqa: S308
        if branch.children:
            inner = branch.is_article or branch.provision.kind == "clause"
            yield Piece(mark_safe('<ul class="in">' if inner else "<ul>"))  # noqa: S308
            yield from _items(branch.children, address)
            yield Piece(mark_safe("</ul>"))
        yield Piece(mark_safe("</li>"))


def _own(branch: Branch, address: str) -> str:
    provision = branch.provision
    link = f'<a href="{address}{provision.pk}/">{escape(branch.label)}</a>'
    heading, words = escape(branch.text.heading), _words(branch)
    if branch.is_large:
        title = f"<h3>{link} {heading}</h3>".replace(" </h3>", "</h3>")
        return title + (f'<p class="law">{words}</p>' if words else "")
    return f'<p class="law">{link} {f"<b>{heading}</b> " if heading else ""}{words}</p>'


def _words(branch: Branch) -> str:
    """The words of the day: marked where they differ from those as issued, struck out when gone."""
    if branch.steps:
        return " ".join(_step(kind, words) for kind, words in branch.steps)
    words = "<br>".join(escape(line) for line in branch.text.words.splitlines())
    if words and branch.wording and branch.wording.state == "gone":
        return f"<del>{words}</del>"
    return f"<ins>{words}</ins>" if words and branch.added else words


def _has_changes(branch: Branch) -> bool:
    return bool(branch.effects or branch.added)


def _step(kind: str, words: str) -> str:
    return f"<{MARK[kind]}>{escape(words)}</{MARK[kind]}>" if kind in MARK else escape(words)
