"""One document named several times in a text: the short mentions take what only the full one prints."""

from dataclasses import replace
from functools import reduce

from .identity import identity_key
from .kinds import LAWS
from .model import Citation

_WIDER = {"Thông tư": "Thông tư liên tịch"}  # people write "Thông tư 33" of a joint circular


def settled(citations: list[Citation]) -> list[Citation]:
    """A document named twice is one document: the short mention takes what only the full one prints."""
    families: dict[tuple, dict[tuple, Citation]] = {}
    dates: dict[tuple, set[str]] = {}
    for citation in citations:
        for key in _family_keys(citation):
            family = families.setdefault(key, {})
            variant = ((citation.symbol or "").casefold(), citation.year)
            family[variant] = _enriched(family[variant], citation) if variant in family else citation
            if citation.date:
                dates.setdefault((key, variant), set()).add(citation.date)
    full = {key: _full_variants(family) for key, family in families.items()}
    disputed = {key for key, days in dates.items() if len(days) > 1}
    return [_warned(_completed(citation, full), disputed) for citation in citations]


def _family_keys(citation: Citation) -> list[tuple]:
    """Under which a document is known in this text: its number, and the name of a numbered law."""
    keys = [_family_key(citation)] if citation.number else []
    if citation.number and citation.name and citation.type in LAWS:
        keys.append(_name_key(citation))
    return keys


def _name_key(citation: Citation) -> tuple:
    return "name", citation.type, " ".join((citation.name or "").casefold().split())


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


def _full_variants(family: dict[tuple, Citation]) -> list[Citation]:
    """The different documents of one number that a text names in full, each with all that it says of it."""
    dated = {symbol for symbol, year in family if symbol and year}
    full = [one for (symbol, year), one in family.items() if symbol and (year or symbol not in dated)]
    if len(full) > 1:
        return full
    return [
        reduce(_enriched, (citation for citation in family.values() if _agree(citation, one)), one)
        for one in full
    ]


def _completed(citation: Citation, known: dict[tuple, list[Citation]]) -> Citation:
    full = _full_of(citation, known)
    if full is None or citation is full or not _agree(citation, full):
        return citation
    if citation.date and citation.issuer and citation.year and citation.symbol:
        return citation
    return replace(
        citation,
        type=full.type,
        number=citation.number or full.number,
        symbol=citation.symbol or full.symbol,
        year=citation.year or full.year,
        full=citation.full if citation.symbol else full.full,
        date=citation.date or full.date,
        issuer=citation.issuer or full.issuer,
        name=citation.name or full.name,
    )


def _full_of(citation: Citation, known: dict[tuple, list[Citation]]) -> Citation | None:
    """The one document of the text that a short mention can mean; None where there are several."""
    if citation.number:
        full = known.get(_family_key(citation), [])
        if not citation.symbol and (wider := _WIDER.get(citation.type or "")):
            full = full + known.get(identity_key(wider, citation.number, None, None), [])
    elif citation.name and citation.type in LAWS and not citation.date:
        full = known.get(_name_key(citation), [])
    else:
        full = []
    return full[0] if len(full) == 1 else None


def _agree(one: Citation, other: Citation) -> bool:
    same_symbol = not one.symbol or not other.symbol or one.symbol.casefold() == other.symbol.casefold()
    return same_symbol and (not one.year or not other.year or one.year == other.year)
