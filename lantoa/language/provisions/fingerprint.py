"""The fingerprint of a provision's words: one for one wording, whatever its layout."""

import hashlib
import re
import unicodedata

from lantoa.language.folding import settled_tones

_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212\u2043\u00ad]\s*")
_DOUBLE_QUOTES = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02\"]|''")
_SINGLE_QUOTES = re.compile("[\u2018\u2019\u201a\u201b\u2032\u0060\u00b4]")
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff]")
_OWN_MARK = re.compile(r"^\s*-\s|^\s*[\"']?\(?[a-zđ]\d?\s*\)\s*")
_LIST_MARK = re.compile(r"(?<!\S)\(?(\d{1,3}|[a-zđ]\d?)\s*[.)](?=\s)")
_BULLET = re.compile(r"(?m)^\s*[+*•●▪▫◦○■□–—-]\s+")
_LETTER_D = re.compile(r"(?<!\S)đ\)")
_SPACE_BEFORE = re.compile(r"\s+(?=[,.;:!?)\]%])|(?<=[(\[])\s+|(?<=[^\W\d_])\s*/\s*(?=[^\W\d_])")
_TRAILING = " .,;:/…"


def fingerprint(words: str) -> str:
    """sha256 (hex) of a provision's words: equal after a change of layout, different for one changed word.

    Layout is: the Unicode form, blanks and line ends, the kind of a dash or quotation mark and the blanks
    around them, the place of a tone in its syllable (hoà, hòa), capitals, the punctuation at the end, the
    print of list marks ("1." and "1)", "(a)" and "a)", bullets) and the letter of the point itself. Sources
    print d) and đ) for each other, so these two are one. Every word, digit and inner comma counts.
    """
    return hashlib.sha256(normalised_words(words).encode()).hexdigest()


def normalised_words(words: str) -> str:
    """The words as `fingerprint` sees them."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", words))
    text = _BULLET.sub("- ", text.replace("Ð", "Đ").casefold())
    text = _LIST_MARK.sub(r"\1)", _OWN_MARK.sub("", text))
    text = _LETTER_D.sub("d)", text)
    text = _SINGLE_QUOTES.sub("'", text)
    text = _DOUBLE_QUOTES.sub('"', text).replace("...", "…")
    text = _DASHES.sub("-", text)
    text = _SPACE_BEFORE.sub("", " ".join(text.split()))
    return settled_tones(text).strip(_TRAILING)
