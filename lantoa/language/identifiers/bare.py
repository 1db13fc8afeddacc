"""Tên đứng một mình: a surname and what follows it, in ordinary spelling or in capitals."""

from lantoa.language.folding import fold
from lantoa.language.identifiers import lexicon as lex
from lantoa.language.identifiers.places import cue_before, starts_with
from lantoa.language.identifiers.tokens import LONGEST, Named, Token


def bare(tokens: list[Token], at: int) -> Named | None:
    """A name that nothing leads in: it has to begin with a surname, or be shaped as no other word is."""
    token = tokens[at]
    if not (token.is_capital or token.is_upper or token.is_single):
        return None
    run = run_at(tokens, at)
    if len(run) < 2:
        return Named(at, at, at) if run and _upland_alone(tokens, at) else None
    size = surname_size(run)
    last = None
    if size:
        last = _upper_last(tokens, at, run, size) if token.is_upper else _mixed_last(tokens, at, run, size)
    elif _upland_alone(tokens, at) or _has_an_unknown_surname(run):
        last = at + len(run) - 1
    return None if last is None else Named(at, at, last)


def run_at(tokens: list[Token], at: int) -> list[Token]:
    """Capitalised tokens in a row from here, at most as many as a name has; all of one shape."""
    upper = tokens[at].is_upper or (
        tokens[at].is_single and at + 1 < len(tokens) and tokens[at + 1].joined and tokens[at + 1].is_upper
    )
    run: list[Token] = []
    for token in tokens[at : at + LONGEST]:
        fits = (token.is_upper or token.is_single) if upper else token.is_capital or token.is_single
        if not fits or (run and not token.joined):
            break
        run.append(token)
    return run


def surname_size(run: list[Token]) -> int:
    keys = tuple(t.key for t in run[:2])
    if len(run) > 2 and keys in lex.DOUBLE:
        return 2
    if keys[0] in lex.SURNAMES and keys not in lex.WORDS:
        return 1
    return int(_unmarked(run))


def _unmarked(run: list[Token]) -> bool:
    """Written without any mark: "Nguyen Thi Sau"."""
    plain = len(run) > 2 and all(t.text.isascii() for t in run)
    return plain and run[0].key in lex.UNMARKED and run[1].key in _PLAIN_MIDDLES


_PLAIN_MIDDLES = frozenset(map(fold, lex.MIDDLES))


def names_a_place(keys: list[str]) -> bool:
    """Whether a run begins as a place does ("Lâm Đồng Xanh"); "Đinh Văn Ngọ" is a man all the same."""
    size = starts_with(keys, lex.PLACES)
    return size == len(keys) or (size > 1 and keys[1] not in ("thị", "văn"))


def _upland_alone(tokens: list[Token], at: int) -> bool:
    if not tokens[at].is_upland or tokens[at].key in lex.NOT_PEOPLES:
        return False
    before = tokens[at - 1].key if at and tokens[at].joined else ""
    return before not in lex.UPLANDS | {"tộc", "người", "bào", "tiếng"} and not cue_before(tokens, at)


def _has_an_unknown_surname(run: list[Token]) -> bool:
    """Borne out by what follows: "Xo Thị Mai", "Thim Byă"."""
    keys = [t.key for t in run]
    if any(key in lex.ETHNIC_TAILS for key in keys[1:]):
        return True
    thi = run[0].is_capital and len(run) > 2 and keys[1] == "thị" and tuple(keys[1:3]) not in lex.WORDS
    return thi and (keys[0],) not in lex.PLACE_CUES | lex.HOUSE


def _mixed_last(tokens: list[Token], at: int, run: list[Token], size: int) -> int | None:
    """The last token of a name in ordinary spelling, or None."""
    keys = [t.key for t in run]
    rest = keys[size:]
    if not rest or names_a_place(keys) or all(len(t.text) == 1 for t in run):
        return None
    if keys[-2:] == ["việt", "nam"] and len(keys) < 5:  # "Đồng Việt Nam"
        return None
    if tuple(rest[:2]) in lex.WORDS and keys[0] not in lex.STRONG:
        return None
    last = at + len(run) - 1
    cut = last + 1 < len(tokens) and tokens[last + 1].joined and tokens[last + 1].text.islower()
    if cut and (keys[-1], tokens[last + 1].key) in lex.WORDS:  # "Nguyễn Trãi Thành phố": the run ran on
        last -= 1
        rest = rest[:-1]
    if not rest:
        return None
    if rest[0] in ("thị", "văn") and len(rest) > 1 and (rest[0], rest[1]) not in lex.WORDS or _unmarked(run):
        return last
    if size == 2 or run[0].is_upland or any(t.is_upland for t in run):
        return last
    if keys[0] in lex.STRONG:
        return last
    if len(rest) == 1:
        return None
    known = sum(k in lex.NAMEY for k in rest)
    foreign = any(t.is_foreign for t in run[size:])
    if rest[0] in lex.MIDDLES and (rest[-1] in lex.GIVENS or foreign or len(run[1].text) == 1):
        return last
    return last if known == len(rest) or (foreign and len(rest) < 4) else None


def _upper_last(tokens: list[Token], at: int, run: list[Token], size: int) -> int | None:
    """The last token of a name in capitals inside words that may be in capitals too, or None."""
    if _unmarked(run):
        return at + min(len(run), 4) - 1
    keys = [t.key for t in run]
    if names_a_place(keys) or tuple(keys[size : size + 2]) in lex.WORDS:
        return None
    end = size
    while end < len(keys) and (keys[end] in lex.NAMEY or (end == size + 1 and keys[size] in ("thị", "văn"))):
        if end > size and tuple(keys[end : end + 2]) in lex.WORDS:
            break
        end += 1
    given = end - size
    if given == 0:
        return None
    last = at + end - 1
    closed = last + 1 >= len(tokens) or not tokens[last + 1].joined or not tokens[last + 1].is_upper
    if keys[size] in ("thị", "văn"):
        return last if given > 1 else None
    if keys[0] in lex.STRONG:
        return last if given > 1 or closed else None
    return (
        last if given > 1 and closed and keys[size] in lex.MIDDLES and keys[end - 1] in lex.GIVENS else None
    )
