"""What a line of law begins with: "Điều 5.", "Khoản 1.", "2)", "1.1.", "a/", "I.", tidy or not.

Old papers write "Điều 1.-", typists "Điều 4 -" or "Điều 6" with nothing behind it, copies lose letters. A
mark says how sure it is; whether it is one on its line depends on what stands around it: the tree knows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.language.citations.kinds import KINDS as PAPER_KINDS
from lantoa.language.citations.symbols import UPPER

SURE, LIKELY, UNSURE = 3, 2, 1
LETTERS = "abcdđefghijklmnopqrstuvwxyz"

# One character for one, so that a match on the flat line has its words at the same place in the line.
_FLAT = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FLAT |= {ord(one): "-" for one in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043"}
_FLAT |= {ord("Ð"): "Đ", ord("ð"): "đ", ord("\u00a0"): " ", ord("。"): ".", ord("\u2024"): "."}
_ROMAN = re.compile(r"M{0,2}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ORDINALS = ("", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_OTHER_ORDINALS = {"bốn": 4, "bẩy": 7}
# Figures as scanners misread them.
_MISREAD = str.maketrans("ØøOoQlI|!iSBZ", "0000011111582")


@dataclass(frozen=True)
class Mark:
    """A possible mark: kind and number settled ("12bis", "đ", "II"), the words behind it.

    style: the sign behind the number, one for the whole list in a tidy paper. sure: SURE, LIKELY or UNSURE.
    misread: what is printed where the mark is not as it should be ("Ø7", "Điêu").
    """

    kind: str
    number: str
    title: str
    style: str
    sure: int
    misread: str = ""

    @property
    def ordinal(self) -> int:
        return ordinal(self.kind, self.number)


def flat(line: str) -> str:
    """The line with plain dashes, plain forms of wide signs and Đ for Eth; as long as the line itself."""
    return line.translate(_FLAT)


def ordinal(kind: str, number: str) -> int:
    """The place of a number in its list, 0 where it has none: "5a" is 5, "II" is 2, "đ" is 5, "1.3" is 3."""
    if kind == "point" and number[:1].isalpha():
        return LETTERS.find(number[0]) + 1
    number = number.rpartition(".")[2]
    if digits := re.match(r"\d+", number):
        return int(digits[0])
    if roman := _roman(number):
        return roman
    word = number.lower().removeprefix("thứ").strip()
    if word in _ORDINALS:
        return _ORDINALS.index(word)
    return _OTHER_ORDINALS.get(word) or (
        LETTERS.find(number.lower()) + 1 if len(number) == 1 and number.isalpha() else 0
    )


def _roman(number: str) -> int:
    if not number or not number.isupper() or not _ROMAN.fullmatch(number):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in number]
    following = [*values[1:], 0]
    return sum(one if one >= after else -one for one, after in zip(values, following, strict=True))


# --- articles

_ARTICLE = re.compile(
    r"(?P<noise>[\"'“”„«»‘’\[(*•+>|_~\s-]{0,6})"
    r"(?P<word>[ĐDđd]\s?[iIlíìỉĩị1]\s?[eEêÊềỀếẾểỂễỄệỆéèẻẽẹ]\s?[uUùúủũụÙÚ])(?P<nth>\s+thứ)?\s*"
    r"(?P<number>\d{1,4}|nhất|hai|ba|bốn|tư|năm|sáu|bẩy|bảy|tám|chín|mười|[IVXLC]{1,7}|[\dØøOoQlI|!SBZ]{1,4})"
    r"(?P<suffix>\s?(?:bis|ter|quater)|[a-zđ]\d?|\s[a-zđ](?=\s?[.:]))?(?![^\W_])\s*"
    r"(?P<sep>\.\s?-|[.:)/]|-)?(?P<gap>\s*)(?P<title>.*)",
    re.I,
)
_WORDED = re.compile(r"(?:nhất|hai|ba|bốn|tư|năm|sáu|bẩy|bảy|tám|chín|mười)", re.I)
_KINDS = "|".join(sorted(PAPER_KINDS, key=len, reverse=True)).replace(" ", r"\s+")
# Behind "Điều 5" these words name the law that it stands in.
_NAMES_A_LAW = re.compile(
    rf"(?:bộ luật|luật|pháp lệnh|hiệp định|công ước)\s+(?=(?-i:[{UPPER}]|\d|số|năm|này))|hiến pháp\b"
    r"|(?:chương|mục|phần|phụ lục|khoản|điểm|điều)\s+(?:[IVXLC\d]+\b|[a-zđ]\b|thứ\b)",
    re.I,
)
_NAMES_A_PAPER = re.compile(rf"(?:{_KINDS})\s+(?:số\b|này\b|nêu\b|nói\b|trên\b|\d)", re.I)
_CAPITAL = re.compile(rf"[\"'“«(\[]?\s?[{UPPER}]")


def article_of(line: str) -> Mark | None:
    """The article that a flat line may open; "Điều 5 của Luật này ..." opens none."""
    found = _ARTICLE.fullmatch(line)
    if not found:
        return None
    word = "".join(found["word"].split())
    number, misread = _article_number(found, word)
    sure = _how_sure(found, word)
    if not number or not sure:
        return None
    if word.casefold() != "điều":
        misread = found["word"]
    if found["noise"].strip() or misread:
        sure = UNSURE
    return Mark("article", number, found["title"].strip(), (found["sep"] or "")[:1], sure, misread)


def _article_number(found: re.Match[str], word: str) -> tuple[str, str]:
    """(number, how it is misprinted): "07" is 7, "II" is 2, "thứ ba" is 3, "Ø7" is 7; ("", "") for none."""
    printed, suffix = found["number"], "".join((found["suffix"] or "").lower().split())
    if printed.isdigit():
        return f"{int(printed)}{suffix}", ""
    if _WORDED.fullmatch(printed):
        return (str(ordinal("article", printed.lower())), "") if found["nth"] and not suffix else ("", "")
    if roman := _roman(printed):
        return f"{roman}{suffix}", ""
    figures = printed.translate(_MISREAD)
    return (f"{int(figures)}{suffix}", printed) if figures.isdigit() else ("", "")


def _how_sure(found: re.Match[str], word: str) -> int:
    sep, title = found["sep"], found["title"]
    if sep in (".", ":") or (sep or "").startswith(".-") or (sep or "") == ". -":
        # "Điều 5.2" is a place inside Điều 5.
        return 0 if title[:1].isdigit() and not found["gap"] else SURE
    if not word[0].isupper():
        return 0  # "điều 5 ..." inside a sentence
    if not title:
        return LIKELY
    if _NAMES_A_LAW.match(title) or not _CAPITAL.match(title):
        return 0
    if sep:
        return LIKELY if found["gap"] or sep == ")" else 0
    return UNSURE if _NAMES_A_PAPER.match(title) else LIKELY


# --- what lies in an article

_NUMBERED = (
    (SURE, re.compile(r"(?P<number>\d{1,3}[a-zđ]?)\s?(?P<style>\.)-?(?!\d)\s*(?P<title>\S.*)")),
    (LIKELY, re.compile(r"(?P<number>\d{1,3}[a-zđ]?)\s?(?P<style>\))\s*(?P<title>\S.*)")),
    (LIKELY, re.compile(r"(?P<style>\()(?P<number>\d{1,3}[a-zđ]?)\)\s*(?P<title>\S.*)")),
    (
        LIKELY,
        re.compile(rf"(?P<number>\d{{1,3}}[a-zđ]?)\s?(?P<style>[/,:]|\.?-)\s+(?P<title>[\"'“(]?[{UPPER}].*)"),
    ),
    (
        LIKELY,
        re.compile(
            rf"(?P<style>[Kk])(?:hoản|HOẢN)\s+(?P<number>\d{{1,3}}[a-zđ]?)\s*(?:[.:)/-]\s*(?P<title>.*)"
            rf"|\s(?P<words>[\"'“(]?[{UPPER}].*)|$)"
        ),
    ),
)
_DEEP = re.compile(
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}}){{1,3}})(?:(?P<style>[.)/])\s*(?=\D)|\s+(?=[\"'“(]?[{UPPER}]))(?P<title>\S.*)"
)
_LETTERED = (
    (SURE, re.compile(r"(?P<number>[a-zđ]\d?)\s?(?P<style>\))\s*(?P<title>\S.*)")),
    (LIKELY, re.compile(r"(?P<style>\()(?P<number>[a-zđ]\d?)\)\s*(?P<title>\S.*)")),
    (LIKELY, re.compile(r"(?P<number>[a-zđ]\d?)\s?(?P<style>[./,:]|\.?-)\s+(?P<title>\S.*)")),
    (
        LIKELY,
        re.compile(r"(?P<style>[Đđ])(?:iểm|IỂM)\s+(?P<number>[a-zđ]\d?)\s*[.):/-]\s*(?P<title>\S.*)"),
    ),
)
_MISREAD_ONE = re.compile(rf"(?P<number>[lI|!])(?P<style>[.)])\s+(?P<title>[{UPPER}].*)")


def inside_of(line: str) -> Iterator[Mark]:
    """The clause, sub-clause or point that a flat line may open."""
    if found := _DEEP.fullmatch(line):
        yield Mark("point", found["number"], found["title"].strip(), found["style"] or "", LIKELY)
        return
    for sure, pattern in _NUMBERED:
        if found := pattern.fullmatch(line):
            groups = found.groupdict()
            title = (groups["title"] or groups.get("words") or "").strip()
            if found["style"] in "Kk" and (title[:1].islower() or _NAMES_A_LAW.match(title)):
                return  # "Khoản 2 Điều 3 ..." names a place
            yield Mark("clause", found["number"], title, found["style"], sure)
            return
    for sure, pattern in _LETTERED:
        if found := pattern.fullmatch(line):
            yield Mark("point", found["number"], found["title"].strip(), found["style"], sure)
            break
    if found := _MISREAD_ONE.fullmatch(line):
        title = found["title"].strip()
        yield Mark("clause", "1", title, found["style"], UNSURE, f"{found['number']}{found['style']}")


# --- what holds articles

_ROMAN_OR_NUMBER = r"(?:[IVXLC]{1,7}|\d{1,3})[a-zA-Z]?"
_TITLE = r"\s*(?P<sep>\.\s?-|[.:)-])?(?:\s+|$)(?P<title>.*)"
_LARGE = (
    (
        "part",
        re.compile(
            rf"phần\s+(?P<number>thứ\s+[^\W\d_]+|[ivxlc]{{1,7}}|\d{{1,2}}|(?-i:[A-EĐ])){_TITLE}", re.I
        ),
    ),
    ("chapter", re.compile(rf"chương\s+(?P<number>thứ\s+[^\W\d_]+|{_ROMAN_OR_NUMBER}){_TITLE}", re.I)),
    ("section", re.compile(rf"mục\s+(?P<number>{_ROMAN_OR_NUMBER}){_TITLE}", re.I)),
    ("subsection", re.compile(rf"tiểu\s+mục\s+(?P<number>\d{{1,3}}|[IVX]{{1,6}}){_TITLE}", re.I)),
)
_ANNEX = re.compile(
    r"phụ\s+lục(?:\s+(?:số\s*)?(?P<number>(?-i:[IVXLC]{1,7}[A-Da-d]?)|\d{1,2}[a-zA-Z]?|(?-i:[A-HĐ])))?"
    r"(?![^\W_])\s*(?P<sep>\.\s?-|[.:)-])?\s*(?P<title>.*)",
    re.I,
)


def large_of(line: str) -> Mark | None:
    """The part, chapter, section or subsection that a flat line may open."""
    for kind, pattern in _LARGE:
        if found := pattern.fullmatch(line):
            title = found["title"].strip()
            if title and (_NAMES_A_LAW.match(title) or _NAMES_A_PAPER.match(title)):
                return None
            return Mark(kind, found["number"], title, found["sep"] or "", SURE)
    return None


def annex_of(line: str) -> Mark | None:
    """The appendix that a flat line heads: SURE when it is bare or in capitals, else LIKELY."""
    found = _ANNEX.fullmatch(line)
    if not found:
        return None
    title = found["title"].strip()
    if title and not (title.isupper() or title.startswith("(")):
        named = _NAMES_A_LAW.match(title) or _NAMES_A_PAPER.match(title) or not _CAPITAL.match(title)
        if named or not found["sep"]:
            return None
        return Mark("appendix", found["number"] or "", title, found["sep"], LIKELY)
    return Mark("appendix", found["number"] or "", title, found["sep"] or "", SURE)


# --- plans and directives: A., I., 1., 1.1., a)

_LETTER_PART = re.compile(rf"(?P<number>[A-EĐGH])\s?(?P<style>[.)/]|\.?-)\s*(?P<title>[\"'“(]?[{UPPER}].*)")
_ROMAN_SECTION = re.compile(
    rf"(?P<number>[IVX]{{1,6}})\s?(?P<style>[.)/:]|\.?\s?-)\s*(?P<title>[\"'“(]?[{UPPER}\d].*)"
)


def plan_of(line: str) -> Mark | None:
    """The lettered part or Roman section that a flat line may open."""
    if (found := _ROMAN_SECTION.fullmatch(line)) and _roman(found["number"]):
        return Mark("section", found["number"], found["title"].strip(), found["style"][-1], SURE)
    found = _LETTER_PART.fullmatch(line)
    if found and found["title"].isupper():
        return Mark("part", found["number"], found["title"].strip(), found["style"][-1], SURE)
    return None
