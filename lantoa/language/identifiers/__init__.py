"""Dấu hiệu nhận ra một người trong một bài: names, phones, identity numbers, accounts, addresses, births.

Signs, not certainty: it points at words, a person decides and records why. Too many findings cost a sentence,
a missed one costs a household its privacy; so doubt counts as found. Time grows as the text does, whatever is
written in it. Offsets count characters of the text in NFC.
"""

from lantoa.language.identifiers.addresses import addresses_in, births_in
from lantoa.language.identifiers.keys import key_of_words
from lantoa.language.identifiers.model import SAID, Finding, Kind, read
from lantoa.language.identifiers.names import names_in
from lantoa.language.identifiers.numbers import numbers_in

__all__ = ["SAID", "Finding", "Kind", "identifiers_in", "key_of_words"]


def identifiers_in(text: str) -> list[Finding]:
    """Every sign of a person in reading order; of two that overlap the longer."""
    plain = read(text)
    found = numbers_in(plain)
    named = list(names_in(plain))
    spans = [span for _, span in named]
    found += [finding for finding, _ in named]
    found += addresses_in(plain, spans)
    found += births_in(plain, spans)
    found.sort(key=lambda one: (one.span[0], -one.span[1]))
    kept: list[Finding] = []
    for one in found:
        if not kept or one.span[0] >= kept[-1].span[1]:
            kept.append(one)
        elif one.span[1] - one.span[0] > kept[-1].span[1] - kept[-1].span[0]:
            kept[-1] = one
    return kept
