"""Tên sau tiếng xưng hô, sau "hộ", sau "tên là": also one syllable, also in small letters."""

import re
from dataclasses import dataclass

from lantoa.language.identifiers import lexicon as lex
from lantoa.language.identifiers.bare import bare, names_a_place, run_at, surname_size
from lantoa.language.identifiers.places import cue_before, starts_with
from lantoa.language.identifiers.small import small_last
from lantoa.language.identifiers.tokens import Named, Token

MOST_LEADS = 3  # words of address before one name
_WORDS_OF_TWO = {
    ("tiếng", "anh"),
    ("nước", "anh"),
    ("trẻ", "em"),
    ("chị", "em"),
    ("anh", "em"),
    ("con", "em"),
}
_NUMBER_BEHIND = re.compile(r"[ ,:(\-]{1,4}(?:số )?[+(\d]")


@dataclass(frozen=True)
class _Lead:
    """The words that lead a name in: where they begin, the first of them, how many they are."""

    at: int
    word: str
    size: int
    kin: bool
    housed: bool
    crowd: bool


def called(tokens: list[Token], at: int, depth: int = 0) -> Named | None:
    """A name that a word of address, a household or a label leads in."""
    lead = _lead(tokens, at)
    if lead is None or (lead.kin and _calls_nobody(tokens, at)):
        return None
    first = at + lead.size
    first += _is_called(tokens, first) if lead.kin else int(tokens[first].key == "của")
    if first >= len(tokens) or not _follows(tokens[first], label=not lead.kin):
        return None
    if not lead.kin and depth < MOST_LEADS and (inner := called(tokens, first, depth + 1)):
        return inner  # "đại diện hộ bà Sáu"
    behind = _past_title(tokens, first)
    if behind is None:
        return None
    last = _capitals(tokens, behind, lead)
    if last is None:
        last = small_last(
            tokens, behind, lead.word if lead.kin and not lead.crowd else "", housed=lead.housed
        )
    if last is None:
        return None
    of_a_place = lead.kin and tokens[at].text[0].isupper() and behind == last and cue_before(tokens, at)
    return None if of_a_place else Named(at, behind, last)  # "chợ Bà Chiểu", "cầu Ông Lãnh"


def _lead(tokens: list[Token], at: int) -> _Lead | None:
    size = _size(tokens, at)
    if not size:
        return None
    word = tokens[at].key
    before = tokens[at - 1].key if at and tokens[at].joined else ""
    housed = (before,) in lex.HOUSE or before in lex.OF_ONE
    kin = size == 1 and word in lex.KIN
    return _Lead(at, word, size, kin, housed, before in lex.NOT_ONE and not housed)


def _size(tokens: list[Token], at: int) -> int:
    for size in (3, 2):
        words = tokens[at : at + size]
        if tuple(t.key for t in words) in lex.HOUSE and all(t.joined for t in words[1:]):
            return size
    return int(tokens[at].key in lex.KIN or (tokens[at].key,) in lex.HOUSE)


def _calls_nobody(tokens: list[Token], at: int) -> bool:
    """Part of a proper name ("Bà Rịa"), of a word ("trẻ em"), or of a row of capitals ("Hai Bà Trưng")."""
    if starts_with([t.key for t in tokens[at : at + 4]], lex.KIN_PLACES):
        return True
    if not at or not tokens[at].joined:
        return False
    if (tokens[at - 1].key, tokens[at].key) in _WORDS_OF_TWO:
        return True
    in_a_row = tokens[at].is_capital and tokens[at - 1].is_capital and tokens[at - 1].joined
    return in_a_row and tokens[at + 1].key not in lex.SURNAMES


def _is_called(tokens: list[Token], at: int) -> int:
    """How many tokens say that a name follows: "vợ là ...", "cháu tên là ..."."""
    if not tokens[at].joined or tokens[at].key not in ("là", "tên"):
        return 0
    return 1 + int(tokens[at].key == "tên" and tokens[at + 1].key == "là")


def _follows(token: Token, *, label: bool) -> bool:
    if token.joined:
        return "-" not in token.gap
    return label and token.gap.strip() in (":", '"', "“", ".") and len(token.gap) <= 4


def _past_title(tokens: list[Token], at: int) -> int | None:
    """Behind an office ("ông Chủ tịch ... Nguyễn Văn Kèo") only a full name counts; None: no name follows."""
    titled = next(
        (size for size in (4, 3, 2, 1) if tuple(t.key for t in tokens[at : at + size]) in lex.TITLES), 0
    )
    if not titled:
        return at
    for first in range(at + titled, min(at + titled + 6, len(tokens))):
        if not tokens[first].joined:
            return None
        if bare(tokens, first):
            return first
    return None


def _capitals(tokens: list[Token], first: int, lead: _Lead) -> int | None:
    """The last token of a name written with capitals, or None."""
    run = run_at(tokens, first)
    keys = [t.key for t in run]
    if not run or tuple(keys[:2]) in lex.WORDS:
        return None
    if lead.word not in lex.NEVER_A_PLACE and names_a_place(keys):
        return None
    if lead.word in lex.REACH and not _NUMBER_BEHIND.match(tokens[first + len(run)].gap):
        return None
    if tokens[first].is_upper:
        return _upper_last(tokens, first, run, kin=lead.kin)
    last = first + len(run) - 1
    if len(run) > 1 and surname_size(run):
        return last
    if keys[0] in lex.NO_NAME or lead.crowd:
        return None
    if lead.kin:
        return last
    known = all(t.key in lex.NAMEY or t.is_upland for t in run)
    return last if known and (len(run) > 1 or lead.word in lex.LABELS) else None


def _upper_last(tokens: list[Token], first: int, run: list[Token], *, kin: bool) -> int | None:
    if found := bare(tokens, first):
        return found.last
    if not kin or run[0].key in lex.NO_NAME:
        return None
    if run[0].key in lex.BIRTH_ORDER:
        return None if len(run) > 1 and run[1].key in lex.SMALL_AFTER_ORDER else first
    return first if len(run) == 1 and run[0].key in lex.GIVENS else None
