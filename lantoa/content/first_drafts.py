"""Bản gợi ý: the first draft of another edition, put together from whole sentences of one that is there.

No word is added and no sentence is cut; what does not fit is left out and said. A person finishes the draft.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from lantoa.content.measures import measure
from lantoa.content.models import CHARACTER_LIMITS, MOST_MESSAGES, EditionKind
from lantoa.content.passages import KINDS_OF, PassageKind, kept, kind_of
from lantoa.content.rules.within_channel_limit import problems_with_length
from lantoa.language.text_messages import message_size
from lantoa.language.words import sentences, word_count

# Those that say little choose sentences; the others take every passage as it stands.
CHOSEN = frozenset({EditionKind.BANNER, EditionKind.POSTER, EditionKind.SMS})
ON_PAPER = CHOSEN | {EditionKind.LEAFLET}

_POLITE = re.compile(r"(?:kính |xin )?(?:chào|cảm ơn|cám ơn)\b|trân trọng\b", re.IGNORECASE)
_ADDRESSES = re.compile(r"(?:kính )?(?:thưa|gửi)\b", re.IGNORECASE)
BARE_ADDRESS = 8  # words; "Thưa bà con khu phố 3." says nothing yet, a longer sentence does


@dataclass(frozen=True)
class Part:
    """One passage of a first draft. sources: ids of the passages whose sentences it says, so also whose
    citations it carries. why: the reason kept with a passage that cites nothing."""

    text: str
    sources: tuple[int, ...]
    why: str = ""
    kind: PassageKind = PassageKind.PARAGRAPH
    minutes: int | None = None

    def kept(self, block_id: int) -> dict[str, Any]:
        """As a draft keeps it."""
        return kept(block_id, self.text, self.why, self.kind, self.minutes)


@dataclass(frozen=True)
class FirstDraft:
    """parts: none when nothing fits; note: what was left out, or why there is nothing."""

    parts: tuple[Part, ...]
    note: str = ""


def first_draft(kind: str, blocks: Sequence[dict[str, Any]], cited: Collection[int]) -> FirstDraft:
    """An edition of this kind from the passages of another. cited: ids of the passages that cite a clause."""
    kind = EditionKind(kind)
    passages = _without_greeting(blocks, cited) if kind in ON_PAPER else list(blocks)
    if kind not in CHOSEN:
        parts = [_whole(kind, block) for block in passages]
        return FirstDraft(tuple(parts), _left_out(len(blocks) - len(passages)))
    claims = [b for b in passages if b["id"] in cited or kind_of(b) != PassageKind.HEADING]
    parts = _sentences_that_fit(kind, claims)
    if not parts:
        return FirstDraft((), _nothing_fits(kind, passages))
    used = {source for part in parts for source in part.sources}
    return FirstDraft(tuple(parts), _left_out(len(blocks) - len(used)))


def _without_greeting(blocks: Sequence[dict[str, Any]], cited: Collection[int]) -> list[dict[str, Any]]:
    """From the first passage that cites a clause on: what stands before it greets listeners."""
    first = next((n for n, block in enumerate(blocks) if block["id"] in cited), 0)
    return list(blocks[first:])


def _whole(kind: EditionKind, block: dict[str, Any]) -> Part:
    """The passage as it stands, in its own form where the channel knows it; a talk makes points of them."""
    form = kind_of(block)
    if form not in KINDS_OF[kind] or (kind == EditionKind.TALK and form == PassageKind.PARAGRAPH):
        form = KINDS_OF[kind][0]
    minutes = ceil(measure(block["text"]).seconds / 60) or 1 if form == PassageKind.POINT else None
    text = _without_courtesy(block["text"]) if kind in ON_PAPER else block["text"]
    return Part(text, (block["id"],), block.get("no_source_why", ""), form, minutes)


def _without_courtesy(text: str) -> str:
    """The sentences that say something; a text without courtesy, or of nothing else, stays as it is."""
    ones = sentences(text)
    worth = sorted(_worth_saying(ones))
    return " ".join(ones[n] for n in worth) if 0 < len(worth) < len(ones) else text


def _sentences_that_fit(kind: EditionKind, passages: Sequence[dict[str, Any]]) -> list[Part]:
    """Sentences for which there is room: the first of each passage, then the second of each, and so on; they
    stand in their own order. A banner says one."""
    said = {block["id"]: sentences(block["text"]) for block in passages}
    turns = {pk: _worth_saying(ones) for pk, ones in said.items()}
    taken: dict[int, set[int]] = {pk: set() for pk in said}
    for n in range(max(map(len, turns.values()), default=0)):
        for pk, ones in turns.items():
            if n < len(ones):
                taken[pk].add(ones[n])
                if not _fits(kind, _lines(said, taken)):
                    taken[pk].discard(ones[n])
                elif kind == EditionKind.BANNER:
                    return _parts(kind, passages, said, taken)
    return _parts(kind, passages, said, taken)


def _worth_saying(ones: Sequence[str]) -> list[int]:
    """Places of the sentences that are more than courtesy; those that begin by addressing listeners last."""
    addressed = {n for n, one in enumerate(ones) if _ADDRESSES.match(one)}
    bare = {n for n in addressed if word_count(ones[n]) <= BARE_ADDRESS}
    polite = {n for n, one in enumerate(ones) if _POLITE.match(one)}
    return sorted(set(range(len(ones))) - bare - polite, key=lambda n: (n in addressed, n))


def _lines(said: Mapping[int, list[str]], taken: Mapping[int, set[int]]) -> dict[int, str]:
    """What is said of each passage: its taken sentences in their order."""
    return {pk: " ".join(said[pk][n] for n in sorted(turns)) for pk, turns in taken.items() if turns}


def _fits(kind: EditionKind, lines: Mapping[int, str]) -> bool:
    return not problems_with_length(kind, (" " if kind == EditionKind.SMS else "\n\n").join(lines.values()))


def _parts(
    kind: EditionKind,
    passages: Sequence[dict[str, Any]],
    said: Mapping[int, list[str]],
    taken: Mapping[int, set[int]],
) -> list[Part]:
    why = {block["id"]: block.get("no_source_why", "") for block in passages}
    lines = _lines(said, taken)
    if kind == EditionKind.SMS and lines:  # one text: it cites what any of its sentences cites
        return [Part(" ".join(lines.values()), tuple(lines), why[next(iter(lines))])]
    parts = [Part(line, (pk,), why[pk]) for pk, line in lines.items()]
    if kind == EditionKind.POSTER and parts:
        parts[0] = replace(parts[0], kind=PassageKind.HEADING)
    return parts


def _left_out(count: int) -> str:
    return f"Còn {count} đoạn của bài gốc không có trong bản gợi ý." if count else ""


def _nothing_fits(kind: EditionKind, passages: Sequence[dict[str, Any]]) -> str:
    shortest = min((one for block in passages for one in sentences(block["text"])), key=len)
    if kind == EditionKind.SMS:
        size = f"phải gửi bằng {message_size(shortest).parts} tin, tối đa {MOST_MESSAGES} tin"
    else:
        size = f"dài {len(shortest)} ký tự, {kind.label.lower()} tối đa {CHARACTER_LIMITS[kind]} ký tự"
    return f"Chưa gợi ý được câu nào: câu ngắn nhất {size}. Anh chị viết một câu ngắn hơn."
