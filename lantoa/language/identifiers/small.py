"""Tên viết chữ thường: "hộ bà nguyễn thị hoa", "nhà ông tư", "chị h'hen niê"."""

from lantoa.language.identifiers import lexicon as lex
from lantoa.language.identifiers.tokens import LONGEST, Token

_YOUNGER = frozenset(("cháu", "em", "con", "bé", "vợ", "chồng"))  # "em năm tuổi": no birth order
_RELATED = frozenset(("vợ", "chồng", "mẹ", "cha"))
# "anh hai", "chị ba" are said to anybody; these orders mean one person also outside her house.
_ONE_PERSON = frozenset(("tư", "sáu", "bảy", "tám", "chín", "mười", "út"))


def small_last(tokens: list[Token], first: int, kin: str, *, housed: bool) -> int | None:
    """The last token of a name in small letters that begins here, or None.

    kin: the word of address before it, "" for none; housed: that one belongs to a household ("nhà bà ...").
    """
    run: list[Token] = []
    for token in tokens[first : first + LONGEST]:
        if (run and not token.joined) or not token.text.islower():
            break
        run.append(token)
    if not run:
        return None
    keys = [t.key for t in run]
    size = _upland(run) or _full(keys)
    if not size and kin and (len(keys) == 1 or keys[1] not in lex.SMALL_AFTER_ORDER):
        size = _by_order(keys, kin, housed=housed) or int(housed and _is_given(keys, kin))
    return first + size - 1 if size else None


def _upland(run: list[Token]) -> int:
    """How many tokens a name of the Central Highlands takes: "y bhăm niê", "h'hen niê"; 0 when it is none."""
    for index, token in enumerate(run[1:5], 2):
        if token.key in lex.ETHNIC_TAILS:
            return index
    if run[0].key[:2] in ("h'", "k'") and run[0].key not in lex.NOT_PEOPLES:
        return 1
    return 2 * int(len(run) > 1 and run[0].key in lex.SURNAMES and run[1].is_foreign)


def _full(keys: list[str]) -> int:
    """How many syllables a name with its surname takes, or 0."""
    if len(keys) < 2 or keys[0] not in lex.SURNAMES or tuple(keys[:2]) in lex.WORDS:
        return 0
    if len(keys) > 2 and tuple(keys[1:3]) not in lex.WORDS:
        plain = keys[0] in lex.STRONG and keys[1] in lex.MIDDLES
        if keys[1] in ("thị", "văn") or (plain and keys[2] in lex.GIVENS - lex.NOT_SMALL):
            return 3 + int(_goes_on(keys))
    return 2 * int(keys[0] in lex.PLAIN and keys[1] in lex.GIVENS - lex.NOT_SMALL)


def _goes_on(keys: list[str]) -> bool:
    """Given names of two syllables are taken whole where both are names ("mỹ duyên")."""
    if len(keys) < 4 or keys[2] not in lex.MIDDLES:
        return False
    return keys[3] in lex.GIVENS - lex.NOT_SMALL - lex.SMALL_AFTER_ORDER


def _by_order(keys: list[str], kin: str, *, housed: bool) -> int:
    """ "nhà ông tư", "ông tư hụi": called by the place among the children."""
    if keys[0] not in lex.BIRTH_ORDER or kin in _YOUNGER:
        return 0
    if housed:
        return 1
    nick = len(keys) > 1 and keys[1] in lex.GIVENS - lex.NOT_SMALL
    return (1 + int(nick)) * int(keys[0] in _ONE_PERSON)


def _is_given(keys: list[str], kin: str) -> bool:
    if kin in _RELATED or tuple(keys[:2]) in lex.WORDS:
        return False
    return keys[0] in lex.GIVENS - lex.NOT_SMALL - lex.NO_NAME
