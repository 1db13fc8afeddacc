"""Tên người: names that stand bare (Nguyễn Tấn Lộc), in capitals, or behind a word of address (bà Sáu)."""

from collections.abc import Iterator

from lantoa.language.identifiers import lexicon as lex
from lantoa.language.identifiers.bare import bare, run_at
from lantoa.language.identifiers.called import called
from lantoa.language.identifiers.model import Finding, Kind, Read
from lantoa.language.identifiers.places import is_a_place, starts_with
from lantoa.language.identifiers.tokens import Named, Token, tokens_of


def names_in(read: Read) -> Iterator[tuple[Finding, tuple[int, int]]]:
    """Names in reading order, each with the span of the name alone in the plain text."""
    tokens = tokens_of(read.text)
    at, place_end, name_end = 0, -9, -9
    while at < len(tokens):
        named = called(tokens, at) or bare(tokens, at) or _goes_on(tokens, at, name_end)
        if named is None:
            at += 1
            continue
        if named.begins == named.first and is_a_place(tokens, named, place_end):
            place_end = named.last
        else:
            name_end = named.last
            start, end = tokens[named.first].start, tokens[named.last].end
            yield read.finding(Kind.NAME, tokens[named.begins].start, end), (start, end)
        at = named.last + 1


def _goes_on(tokens: list[Token], at: int, name_end: int) -> Named | None:
    """The second of two who are named together: "hai cháu Bảo Ngọc và Bảo Châu"."""
    if name_end < 0 or at != name_end + 2 or tokens[at - 1].key not in ("và", "với", "cùng"):
        return None
    run = run_at(tokens, at) if tokens[at].joined and tokens[at - 1].joined else []
    keys = [t.key for t in run]
    if not run or not all(k in lex.GIVENS | lex.MIDDLES for k in keys) or starts_with(keys, lex.PLACES):
        return None
    return None if keys[0] in lex.NO_NAME else Named(at, at, at + len(run) - 1)
