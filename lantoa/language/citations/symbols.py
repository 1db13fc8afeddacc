"""Number and symbol: "07/2021/NĐ-CP", "05-NQ/TU", "3016/LĐTBXH-VPQGGN", in the spellings of real paper.

Forms: Nghị định 30/2020/NĐ-CP, Phụ lục I; the Party's own (number-KIND/BODY); the symbols before 1996
("73/CP", "7-LCT/HĐNN8").
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .kinds import ABBREVIATIONS
from .view import end_of

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_NUMBER = re.compile(r"(\d{1,5})(?!\d)([a-zđA-HĐ](?![^\W_]))?")
_YEAR = re.compile(r"((?:19|20)[ ]?\d[ ]?\d)(?!\d)|(\d{2})(?=[ ]?/[ ]{0,2}[A-ZĐ])")
# One group of a symbol: capitals, with the few lower-case letters that abbreviations use.
_GROUP = re.compile(
    rf"(?:T[Tt]gCP|T[Tt]g|T[Tt]r(?![aáàảãạeêiouôơyh])|C[Tt]r|QyĐ|QĐi|TrS|[{UPPER}])[{UPPER}]*\d{{0,3}}"
)
_JOIN = re.compile(r"([ ]{0,2})([-/.&_]|[ ]-[ ])([ ]{0,2})")
# Lower-case words that scanning and copying glue to a symbol ("QĐ-UBNDngày").
_GLUED = re.compile(
    r"ngày|của|về|quy|qui|năm|và|do|ban|hướng|sửa|bổ|có|được|là|nêu|này|để|thì|đã|thay|trên|tại"
    r"|phê|khi|còn|trong"
)
_TYPED_LOW = re.compile(
    r"(?:nđ|nd)-cp|(?:qđ|qd|ct|cđ)-ttg|(?:qđ|qd|kh|ct|bc|tb|nq)-(?:ubnd|hđnd|hdnd)|tt-b[a-zđ]{2,8}|nq-cp"
    r"|(?:ubtv)?qh\d{1,2}|ttlt(?:-b[a-zđ]{2,8}){2,3}",
)
_TRAILING_YEAR = re.compile(r"[ ]?[-/][ ]?((?:19|20)\d\d)(?!\d)")
_ASSEMBLY = re.compile(r"(?:UBTV)?QH\d{1,2}[A-ZĐ]?")
_OLD_BODIES = frozenset({"CP", "HĐBT", "TTG", "HĐNN", "UBTVQH", "CTN", "TVQH", "NĐ-HĐBT", "QĐ-UB", "SL"})
# Agencies whose abbreviation opens a công văn symbol without a kind; with one letter for the rank before it.
_AGENCY = re.compile(
    r"[BSPTC]?(?:LĐTB?[&]?XH|LĐ-?TBXH|TC|NV|YT|GDĐT|GD&ĐT|KHĐT|KH&ĐT|TTTT|TT&TT|NNMT|NN&MT|NNPTNT"
    r"|NN&PTNT|TNMT|TN&MT"
    r"|XD|CT|TP|CA|QP|VHTTDL|VHTT&DL|VHTT|VHXH|KHCN|KH&CN|GTVT|NG|DTTG|TCKH|KT|VH|DL)"
    r"|UB(?:ND)?|HĐND|VPCP|VPUB|VPUBND|TTG|TTGCP|UBDT|KBNN|KB|NHNN|NHCS|NHCSXH|BHXH|TCT|TCHQ|TTCP"
    r"|KTNN|TANDTC|TAND"
    r"|VKSNDTC|VKSND|UBTVQH\d*|VPQH|VPCTN|TU|TW|MTTQ|MTTW|BTTTT|CAT|CCT|BCĐ|BCH|BQL|UBMTTQ"
)
_REPAIRS = {"ND": "NĐ", "QD": "QĐ", "HDND": "HĐND", "HDBT": "HĐBT", "LDTBXH": "LĐTBXH", "BLDTBXH": "BLĐTBXH"}
_REPAIRS |= {"SLDTBXH": "SLĐTBXH", "PLDTBXH": "PLĐTBXH", "BGDDT": "BGDĐT", "BKHDT": "BKHĐT", "SGDDT": "SGDĐT"}
_CASED = {"TTG": "TTg", "TTGCP": "TTgCP", "TTR": "TTr", "CTR": "CTr", "QYĐ": "QyĐ", "QĐI": "QĐi"}


_SLASH = re.compile(r"[ ]{0,2}/[ ]{0,2}")
_DASH = re.compile(r"[ ]{0,2}-[ ]{0,2}")
_DASHED_YEAR = re.compile(r"[ ]?-[ ]?((?:19|20)\d\d)[ ]?[-/][ ]?(?=[A-ZĐ])")
_BLANKS = re.compile(r"[ ]{0,2}")
_TO_LETTERS = re.compile(r"[ ]{0,2}/[ ]{0,2}|[ ]?-?[ ]?(?=[A-ZĐ]{2}[A-ZĐa-z]{0,3}-)|(?=QH\d)")


@dataclass(frozen=True, slots=True)
class NumberSymbol:
    """A document's number as read at [start, end). `party` marks number-KIND/BODY."""

    start: int
    end: int
    number: str
    year: int | None
    symbol: str | None
    party: bool = False

    @property
    def full(self) -> str | None:
        """The number in one string, in order: "07/2021/NĐ-CP", "05-NQ/TU"; None without a symbol and year."""
        if self.symbol is None:
            return f"{self.number}/{self.year}" if self.year else None
        if self.party:
            return f"{self.number}-{self.symbol}"
        return "/".join(str(part) for part in (self.number, self.year, self.symbol) if part)

    @property
    def kind(self) -> str | None:
        """The kind that the symbol itself names, or None."""
        return kind_of_symbol(self.symbol) if self.symbol else None

    @property
    def is_sure(self) -> bool:
        """Whether this is a document's number even with no type word before it."""
        if not self.symbol:
            return False
        if _ASSEMBLY.fullmatch(self.symbol):
            return self.year is not None
        groups = re.split(r"[-/]", self.symbol)
        if self.kind in ("Hợp đồng", "Lệnh", "Thông cáo", "Dự án", "Phương án") or len(groups[-1]) < 2:
            return False
        return bool(self.kind) and len(groups) >= 2 and not any(char.isdigit() for char in groups[0])

    @property
    def is_agency(self) -> bool:
        """Whether the symbol opens with an agency known to write công văn."""
        return self.symbol is not None and bool(_AGENCY.fullmatch(re.split(r"[-/.]", self.symbol)[0].upper()))


@lru_cache(maxsize=4096)
def kind_of_symbol(symbol: str) -> str | None:
    """ "NĐ-CP" -> "Nghị định"; None for a công văn, an unknown symbol, and QHnn, where the word decides."""
    upper = symbol.upper()
    if upper.startswith("UBTVQH"):
        return "Nghị quyết"
    first, _, rest = upper.replace("/", "-").replace(".", "-").partition("-")
    if first in ABBREVIATIONS and (
        rest or first in ("NĐ", "QĐ", "NQ", "TT", "TTLT", "CT", "KH", "VBHN", "SL")
    ):
        return ABBREVIATIONS[first]
    if rest and rest.rpartition("-")[2] == "TT" and first not in ABBREVIATIONS:
        return "Thông tư"  # before 1996: 12/LĐTBXH-TT
    return None


@lru_cache(maxsize=4096)
def normalise_symbol(symbol: str) -> str:
    """One spelling for one symbol: no blanks, hyphens of one kind, Đ where ND-CP or QD-TTg lost it.

    "ND – CP" -> "NĐ-CP"; "qđ-ttg" -> "QĐ-TTg"; "SLĐTB & XH" -> "SLĐTB&XH".
    """
    text = re.sub(r"\s+", "", symbol)
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", text).replace("Ð", "Đ").replace("ð", "đ")
    parts = re.split(r"([-/.])", text)
    return "".join(_spell(part) for part in parts)


def _spell(group: str) -> str:
    upper = group.upper()
    upper = _REPAIRS.get(upper, upper)
    return _CASED.get(upper, upper)


def read_number(plain: str, pos: int) -> NumberSymbol | None:
    """The number (with year and symbol, as far as printed) that begins at `pos`, else None."""
    found = _NUMBER.match(plain, pos)
    if not found:
        return None
    number, end = found[0], found.end()
    slash = _SLASH.match(plain, end)
    if slash:
        return _after_slash(plain, pos, number, end, slash.end())
    dashed = _DASHED_YEAR.match(plain, end)
    letters = _letters(plain, dashed.end()) if dashed else None
    if dashed and letters and kind_of_symbol(letters[0]):  # "41-2022-NĐ-CP"
        return NumberSymbol(pos, letters[1], number, int(dashed[1]), letters[0])
    dash = _DASH.match(plain, end)
    return _party(plain, pos, number, end, dash.end() if dash else end_of(_BLANKS, plain, end), bool(dash))


def _after_slash(plain: str, pos: int, number: str, end: int, after: int) -> NumberSymbol | None:
    found = _YEAR.match(plain, after)
    if found:
        year = _year(found)
        join = _TO_LETTERS.match(plain, found.end())
        letters = _letters(plain, join.end()) if join else None
        if letters:
            return NumberSymbol(pos, letters[1], number, year, letters[0])
        if found[1]:
            return NumberSymbol(pos, found.end(), number, year, None)
        return None
    letters = _letters(plain, after)
    if not letters:
        return NumberSymbol(pos, end, number, None, None)
    symbol, end = letters
    late = _TRAILING_YEAR.match(plain, end)
    if late and kind_of_symbol(symbol):
        return NumberSymbol(pos, late.end(), number, int(late[1]), symbol)
    return NumberSymbol(pos, end, number, None, symbol)


def _party(plain: str, pos: int, number: str, end: int, after: int, dashed: bool) -> NumberSymbol:
    letters = _letters(plain, after)
    if letters:
        symbol, stop = letters
        first, slash, rest = symbol.partition("/")
        head, _, _ = first.partition("-")
        if slash and rest and (head.upper() in ABBREVIATIONS or head.upper() in ("LCT", "TC", "LB")):
            return NumberSymbol(pos, stop, number, None, symbol, party=True)
        if dashed and symbol.upper() in _OLD_BODIES:
            return NumberSymbol(pos, stop, number, None, symbol)
        typed, hyphen, body = symbol.partition("-")
        if (
            dashed
            and hyphen
            and typed.upper() in ABBREVIATIONS
            and body.upper() in ("TW", "TU", "HU", "ĐU", "QU")
        ):
            return NumberSymbol(pos, stop, number, None, f"{typed}/{body}", party=True)
        if not dashed and hyphen and typed.upper() in ABBREVIATIONS and len(body) > 1:
            return NumberSymbol(pos, stop, number, None, symbol)  # the stroke is missing: "121KH-UBND"
    return NumberSymbol(pos, end, number, None, None)


def _year(found: re.Match[str]) -> int:
    if found[1]:
        return int(found[1].replace(" ", ""))
    short = int(found[2])
    return short + (1900 if short >= 45 else 2000)


def _letters(plain: str, pos: int) -> tuple[str, int] | None:
    """The letters part at `pos` in order, and where it ends."""
    lowered = _TYPED_LOW.match(plain[pos : pos + 40].lower())
    found = _GROUP.match(plain, pos)
    if (
        lowered
        and (not found or plain[pos + 1 : pos + 2].islower())
        and not plain[pos + lowered.end() :][:1].isalpha()
    ):
        return normalise_symbol(lowered[0]), pos + lowered.end()
    if not found:
        return None
    text, end, open_end = _trim(plain, found)
    if not text:
        return None
    groups = [text]
    while not open_end and len(groups) < 16:
        step = _next_group(plain, end, "".join(groups))
        if not step:
            break
        joint, text, end, open_end = step
        groups += [joint, text]
    return normalise_symbol("".join(groups)), end


def _trim(plain: str, found: re.Match[str]) -> tuple[str, int, bool]:
    """One group without the capital of a word glued behind it; the flag says that a word is glued there."""
    text, end = found[0], found.end()
    rest = plain[end : end + 8]
    if not rest[:1].isalpha():
        return text, end, False
    if rest[0].islower() and not _GLUED.match(rest):
        return text[:-1], end - 1, True
    return text, end, True


def _next_group(plain: str, end: int, so_far: str) -> tuple[str, str, int, bool] | None:
    join = _JOIN.match(plain, end)
    if not join:
        return None
    found = _GROUP.match(plain, join.end())
    if not found:
        return None
    text, stop, open_end = _trim(plain, found)
    if not text:
        return None
    sign = join[2].strip()
    before, after = bool(join[1]) or join[2] != sign, bool(join[3]) or join[2] != sign
    if sign == "." and (before or after or len(text) < 2):
        return None
    if sign in "-/_" and before and after:
        first = so_far.upper()
        if len(text) < 2 or not (
            first in ABBREVIATIONS or first.startswith(("TTLT", "TTLB")) or first in _REPAIRS
        ):
            return None
    elif (before or after) and sign != "&" and len(text) < 2:
        return None
    return ("-" if sign == "_" else sign), text, stop, open_end
