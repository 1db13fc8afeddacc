"""One document named several times in a text: the short mentions take what only the full one prints."""

from dataclasses import replace
from functools import reduce

from .identity import identity_key
from .model import Citation


def settled(citations: list[Citation]) -> list[Citation]:
    """A document named twice is one document: the short mention takes what only the full one prints."""
    families: dict[tuple, dict[tuple, Citation]] = {}
    dates: dict[tuple, set[str]] = {}
    for citation in citations:
        if citation.number:
            family = families.setdefault(_family_key(citation), {})
            variant = ((citation.symbol or "").casefold(), citation.year)
            family[variant] = _enriched(family[variant], citation) if variant in family else citation
            if citation.date:
                dates.setdefault((_family_key(citation), variant), set()).add(citation.date)
    full = {key: _full_variant(family) for key, family in families.items()}
    disputed = {key for key, days in dates.items() if len(days) > 1}
    return [_warned(_completed(citation, full), disputed) for citation in citations]


def _family_key(citation: Citation) -> tuple:
    return identity_key(citation.type, citation.number, None, None)


def _warned(citation: Citation, disputed: set[tuple]) -> Citation:
    """Two days printed for one document: one is wrong, and it is not for the reader to say which."""
    key = (_family_key(citation), ((citation.symbol or "").casefold(), citation.year))
    return replace(citation, warn="date_conflict") if key in disputed and not citation.warn else citation


def _enriched(known: Citation, other: Citation) -> Citation:
    return replace(
        known,
        date=known.date or other.date,
        issuer=known.issuer or other.issuer,
        name=known.name or other.name,
    )


def _full_variant(family: dict[tuple, Citation]) -> Citation | None:
    """The one full document that every mention of a type and number fits, if there is just one."""
    full = [citation for (symbol, year), citation in family.items() if symbol and year]
    if len(full) != 1:
        return None
    return reduce(_enriched, (citation for citation in family.values() if _agree(citation, full[0])), full[0])


def _completed(citation: Citation, variants: dict[tuple, Citation | None]) -> Citation:
    full = variants.get(_family_key(citation)) if citation.number else None
    if full is None or citation is full or not _agree(citation, full):
        return citation
    if citation.date and citation.issuer and citation.year and citation.symbol:
        return citation
    return replace(
        citation,
        symbol=citation.symbol or full.symbol,
        year=citation.year or full.year,
        full=citation.full if citation.symbol else full.full,
        date=citation.date or full.date,
        issuer=citation.issuer or full.issuer,
        name=citation.name or full.name,
    )


def _agree(one: Citation, other: Citation) -> bool:
    same_symbol = not one.symbol or not other.symbol or one.symbol.casefold() == other.symbol.casefold()
    return same_symbol and (not one.year or not other.year or one.year == other.year)
