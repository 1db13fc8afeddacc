"""Tên người trên đường, trường, giải thưởng: places and bodies that bear a name, and names of history."""

from lantoa.language.identifiers import lexicon as lex
from lantoa.language.identifiers.tokens import Named, Token


def starts_with(keys: list[str], phrases: frozenset[tuple[str, ...]]) -> int:
    for size in range(min(4, len(keys)), 0, -1):
        if tuple(keys[:size]) in phrases:
            return size
    return 0


def is_a_place(tokens: list[Token], named: Named, place_end: int) -> bool:
    """Whether a bare name is that of a street, a school, a prize, or of somebody out of the history books."""
    keys = [t.key for t in tokens[named.first : named.last + 1]]
    known = starts_with(keys, lex.HISTORIC)
    if known and not all(key in lex.NAMEY for key in keys[known:]) or known == len(keys):
        return True
    if cue_before(tokens, named.first):
        return True
    between = tokens[place_end + 1 : named.first]
    listed = tokens[named.first].gap.strip() in (",", "") and len(between) <= 1
    return (
        place_end > 0 and listed and all(t.key == "và" for t in between) and _plural_before(tokens, place_end)
    )


def cue_before(tokens: list[Token], at: int) -> bool:
    """Whether the words before this token make it the name of a place or a body."""
    back = at - 1
    for _ in range(8):
        if (
            back < 0
            or not tokens[back + 1].joined
            and tokens[back + 1].gap.strip() not in ("", '"', "“", ".")
        ):
            return False
        for size in (4, 3, 2, 1):
            start = back - size + 1
            cue = start >= 0 and tuple(t.key for t in tokens[start : back + 1]) in lex.PLACE_CUES
            if cue and not _leads_people(tokens, start, back):
                return True
        if tokens[back].key not in lex.DESCRIBES:
            return False
        back -= 1
    return False


def _leads_people(tokens: list[Token], start: int, back: int) -> bool:
    """ "Trưởng ấp", "Già làng", "Chủ tịch xã": who leads a place is a person."""
    if tokens[back].key not in lex.UNITS:
        return False
    return any(
        start >= size and tuple(t.key for t in tokens[start - size : start]) in lex.LEADS
        for size in (1, 2, 3)
    )


def _plural_before(tokens: list[Token], at: int) -> bool:
    """Whether the list of which this place is a part was opened by "các đường", "tuyến", "hai phường"."""
    return any(t.key in lex.PLURAL for t in tokens[max(0, at - 24) : at + 1])
