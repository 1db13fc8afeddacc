"""From an approved edition to what the print shop needs."""

from dataclasses import replace
from datetime import date, timedelta

from lantoa.common.dates import say
from lantoa.common.problems import refuse
from lantoa.content.models import EditionVersion
from lantoa.content.passages import PassageKind, items, kind_of
from lantoa.content.queries import airable_one
from lantoa.displays.artwork.formats import LARGEST_MM, SMALLEST_MM
from lantoa.displays.artwork.sheet import Said, Sheet

MOST_SOURCES = 3


def sheet_of(
    version: EditionVersion, size: tuple[int, int] | None, day: date, address: str, sides: int = 1
) -> Sheet:
    """The words as they were signed, ready to be set at that size (mm). Raises RuleBroken.

    Refused for what may not go out on `day`: no file leaves before approval, none after the words ended.
    """
    answer = airable_one(version, day)
    if not answer.ok:
        refuse("not_airable", f"Chưa xuất được bản in: {'; '.join(answer.reasons)}", "version")
    if size is None:
        refuse(
            "size",
            "Không đọc được khổ in. Ghi như 6 m x 0,8 m, 60 x 90 cm hoặc A3, "
            f"mỗi cạnh từ {SMALLEST_MM // 10} cm đến {LARGEST_MM // 1000} m.",
            "size",
        )
    headline, body = _parted(version)
    until = f"Đúng đến hết ngày {say(answer.ends_on - timedelta(days=1))}" if answer.ends_on else ""
    return Sheet(
        width_mm=size[0],
        height_mm=size[1],
        headline=headline,
        body=body,
        issuer=version.edition.article.unit.name_on(day),
        sources=sources_of(version),
        true_until=until,
        address=address,
        sides=sides,
    )


def _parted(version: EditionVersion) -> tuple[str, tuple[Said, ...]]:
    """The headline is the first passage, when that is a list its first line; the rest stands below it."""
    said = [Said(tuple(items(block)), kind_of(block).value) for block in version.blocks if items(block)]
    first, *rest = said
    if first.form != PassageKind.LIST:
        return " ".join(first.lines), tuple(rest)
    below = [replace(first, lines=first.lines[1:])] if first.lines[1:] else []
    return first.lines[0], (*below, *rest)


def sources_of(version: EditionVersion) -> tuple[str, ...]:
    """The provisions it rests on, at most three named, the rest counted."""
    named = list(dict.fromkeys(str(citation.provision) for citation in version.citations.all()))
    more = len(named) - MOST_SOURCES
    return tuple(named[:MOST_SOURCES]) + ((f"và {more} điều khoản khác",) if more > 0 else ())
