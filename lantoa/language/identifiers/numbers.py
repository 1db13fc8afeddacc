"""Số của một người: phones, identity numbers, health cards, accounts, plates, mailboxes.

Each pattern walks the text once; what stands before and after a number is looked at in a window of fixed
length.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lantoa.language.identifiers.lexicon import NUMBER_WORDS, key_of
from lantoa.language.identifiers.model import Finding, Kind, Read

BEFORE, AFTER = 70, 24
MOST_GROUPS = 13
SHORTEST, LONGEST = 6, 19

# A hand or a scan writes O for 0, l for 1, S for 5: such a piece counts when it also holds a digit.
_PIECE = r"(?=[OoQIlSBZ]{0,3}\d)[\dOoQIlSBZ]{1,24}(?![^\W_])"
_CHAIN = re.compile(rf"(?<![^\W_])(?:\+\s?)?\(?{_PIECE}(?:[ .\-()/_]{{1,3}}{_PIECE})*")
_GROUP = re.compile(r"[\dOoQIlSBZ]+")
_SLIPS = str.maketrans("OoQIlSBZ", "00011582")
_MOBILE = re.compile(r"(?:0|84|0084|084)(?:[35789]\d{8}|1[2689]\d{8})")
_LANDLINE = re.compile(r"(?:0|84|0084|084)2\d{9}")
_OLD_LANDLINE = re.compile(r"0[2-8]\d{8,9}")
_LOCAL = re.compile(r"[2-8]\d{6,7}|[35789]\d{8}")

_COUNTED = re.compile(
    r"\s*(?:đồng|đ\b|vnđ|vnd|triệu|tỷ|tỉ|nghìn|ngàn|người|hộ\b|lượt|khẩu|kg|m2|m²|tấn|ha\b|con\b|tờ|suất|phần|%|km|cái)",
    re.IGNORECASE,
)
_PHONE_CUE = re.compile(
    r"(?:điện thoại|đt|đtdđ|sđt|số máy|di động|zalo|gọi|hotline|liên hệ|liên lạc|nhắn|viber|telegram|alo|"
    r"máy bàn|tel|"
    r"phone|mobile|đường dây nóng)\b[^.;\n]*$",
    re.IGNORECASE,
)
_IDENTITY_CUE = re.compile(
    r"(?:căn cước|cccd|cmnd|cmtnd|chứng minh|định danh|cmt|hộ chiếu|giấy tờ tùy thân)\b[^;\n]*$",
    re.IGNORECASE,
)
_ACCOUNT_CUE = re.compile(
    r"(?:tài khoản|tài khoản số|stk|số tk|tk|account|a/c|ngân hàng|chuyển khoản)\b[^;\n]*$", re.IGNORECASE
)
_CARD_CUE = re.compile(
    r"(?:bhyt|bhxh|bảo hiểm y tế|bảo hiểm xã hội|mã thẻ|số thẻ|mã số bảo hiểm|sổ bảo hiểm)\b[^;\n]*$",
    re.IGNORECASE,
)
_OTHER_CUE = re.compile(
    r"(?:mã số thuế|mst|mã vạch|mã hồ sơ|mã gói|tổng đài|số hiệu|mã đơn vị|mã chương|"
    r"mã ngân sách)\b[^;\n]{0,30}$",
    re.IGNORECASE,
)
_BANK = re.compile(
    r"[ ,(\-]{0,3}(?:tại |ở |của |thuộc )?(?:ngân hàng|nh\b|vietcombank|vcb|agribank|bidv|vietinbank|"
    r"sacombank|techcombank|"
    r"mb ?bank|acb|vpbank|tpbank|hdbank|vib|shb|msb|kienlongbank|lienviet|lpbank|nam a bank|"
    r"eximbank|scb|ocb)",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\d{1,3}(?:([. ])\d{3})(?:\1\d{3})*")
_TOLL_FREE = re.compile(r"(?:1800|1900)\d{2,6}")

_HEALTH = re.compile(r"(?<!\w)[A-Z]{2}[ .\-]?[1-5](?:[ .\-]?\d){12}(?!\w)", re.IGNORECASE)
_PASSPORT = re.compile(r"(?<!\w)[A-Z]\d{7,8}(?!\w)")
_PLATE = re.compile(
    r"(?<![\w/.\-])\d{2}[ \-]?(?:[A-ZĐ] ?\d?|[A-ZĐ]{2})[ \-.]{0,3}\d{3}\.?\d{2}(?![\w/])"
    r"|(?<![\w/.\-])\d{2}[A-ZĐ]\d?-\d{4}(?![\w/])"
    r"|(?<![\w/.\-])\d{2}[A-ZĐ]\d? \d{4}(?![\w/])",
    re.IGNORECASE,
)
_PLATE_LOOSE = re.compile(
    r"(?<![\w/.\-])\d{2}[ \-]?[A-ZĐ]{1,2}\d?[ \-.]{0,3}\d{3}\.?\d{1,2}(?![\w/])", re.IGNORECASE
)
_PLATE_CUE = re.compile(r"(?:biển số|biển kiểm soát|bks|biển|xe)\b[^.;\n]*$", re.IGNORECASE)
_MAILBOX = re.compile(
    r"(?<![\w.+\-])[\w.+\-]{1,64}(?:\s?@\s?|\s?[(\[]at[)\]]\s?|\s(?:a còng|@)\s)"
    r"[A-Za-z0-9\-]{1,63}(?:\s?(?:\.|\(dot\)|\schấm\s)\s?[A-Za-z]{2,24}){1,4}"
)
_OF_THE_STATE = re.compile(r"(?:gov|edu|org|mil)\.vn$")
_SPELT = re.compile(r"[^\W\d_]+")


_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)


def numbers_in(read: Read) -> list[Finding]:
    """Everything made of figures that leads to one person, and mailboxes."""
    found: list[Finding] = []
    taken: set[int] = set()
    for kind, pattern in (
        (Kind.HEALTH_CARD, _HEALTH),
        (Kind.PLATE, _PLATE),
        (Kind.PLATE, _PLATE_LOOSE),
        (Kind.EMAIL, _MAILBOX),
    ):
        for match in pattern.finditer(read.text):
            if match.start() not in taken and _holds(kind, match, read.text):
                found.append(read.finding(kind, *match.span()))
                taken.update(range(*match.span()))
    for match in _PASSPORT.finditer(read.text):
        if _cued(_IDENTITY_CUE, read.text, match.start()):
            found.append(read.finding(Kind.IDENTITY, *match.span()))
    linked = {index for match in _LINK.finditer(read.text) for index in range(*match.span())}
    for chain in _CHAIN.finditer(read.text):
        if chain.start() in taken or chain.end() - 1 in taken:
            continue
        for one, start in _of_chain(chain, read):
            # The address of a page is full of numbers; of those only a telephone leads to somebody.
            if start not in linked or one.kind == Kind.PHONE:
                found.append(one)
    return found + list(_spelt_out(read))


def _holds(kind: Kind, match: re.Match[str], text: str) -> bool:
    if kind == Kind.EMAIL:
        return not _OF_THE_STATE.search("".join(match.group().lower().split()))
    if kind == Kind.PLATE and (match.re is _PLATE_LOOSE or not re.search(r"[.\-]", match.group())):
        behind = text[match.end() : match.end() + AFTER]
        return _cued(_PLATE_CUE, text, match.start()) or "biển số" in behind.lower()
    return True


def _before(text: str, at: int) -> str:
    return text[max(0, at - BEFORE) : at]


def _cued(cue: re.Pattern[str], text: str, at: int) -> bool:
    return bool(cue.search(_before(text, at)))


@dataclass(frozen=True)
class _Around:
    """What stands before and behind one chain of figures, looked at once."""

    start: int
    near: Kind | None
    near_at: int
    counted: bool
    bank: bool
    other: bool

    def kind(self, start: int) -> Kind | None:
        """The word that announces a number beginning here, if it is near enough."""
        return self.near if self.near and start - self.near_at <= BEFORE else None


_CUES = (
    (Kind.PHONE, _PHONE_CUE),
    (Kind.IDENTITY, _IDENTITY_CUE),
    (Kind.ACCOUNT, _ACCOUNT_CUE),
    (Kind.HEALTH_CARD, _CARD_CUE),
)


def _around(chain: re.Match[str], text: str) -> _Around:
    start, end = chain.span()
    before = _before(text, start)
    cues = [(m.start(), kind) for kind, cue in _CUES if (m := cue.search(before))]
    at, near = max(cues) if cues else (0, None)
    return _Around(
        start,
        near,
        start - len(before) + at,
        bool(_COUNTED.match(text, end)),
        bool(_BANK.match(text, end)),
        bool(_OTHER_CUE.search(before)),
    )


def _of_chain(chain: re.Match[str], read: Read) -> Iterator[tuple[Finding, int]]:
    """The groups of one chain of figures, read from the left: the longest number that means something."""
    groups = [(m.start() + chain.start(), m.end() + chain.start()) for m in _GROUP.finditer(chain.group())]
    around = _around(chain, read.text)
    first = 0
    while first < len(groups):
        size, tries = 0, []
        for last in range(first, min(len(groups), first + MOST_GROUPS)):
            size += groups[last][1] - groups[last][0]
            if size > LONGEST:
                break
            if size >= SHORTEST:
                tries.append(last)
        for last in reversed(tries):
            start, end = groups[first][0], groups[last][1]
            if kind := _kind_of(read.text[start:end], last == first, last + 1 == len(groups), around, start):
                start -= bool(start and read.text[start - 1] in "+(")
                yield read.finding(kind, start, end), start
                first = last
                break
        first += 1


def _kind_of(written: str, alone: bool, whole: bool, around: _Around, start: int) -> Kind | None:
    """alone: one unbroken group; whole: the chain ends here, so that the words behind belong to it."""
    near, bank = around.kind(start), whole and around.bank
    if not (alone or near or bank or written[0] in "0OoQ8"):
        return None
    if (whole and around.counted) or around.other or sum(map(str.isdigit, written)) * 2 < len(written) * 0.6:
        return None
    digits = re.sub(r"\D", "", written.translate(_SLIPS))
    size = len(digits)
    if _TOLL_FREE.fullmatch(digits):
        return None
    if "/" in written and not (_MOBILE.fullmatch(digits) and re.match(r"\d{4}", written)):
        return None
    like_money = digits[0] != "0" and bool(_MONEY.fullmatch(written))
    if near == Kind.ACCOUNT or (bank and size >= 8):
        return Kind.ACCOUNT if size >= 8 or (not like_money and whole) else None
    if near == Kind.IDENTITY and size in (9, 11, 12):  # 11: a sheet has dropped the first 0
        return Kind.IDENTITY
    if _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits):
        return Kind.PHONE
    if near == Kind.PHONE and (_OLD_LANDLINE.fullmatch(digits) or (_LOCAL.fullmatch(digits) and whole)):
        return Kind.PHONE if not like_money or size < 9 else None
    if near == Kind.HEALTH_CARD and size in (10, 13, 15):
        return Kind.HEALTH_CARD
    if size == 12 and digits[0] == "0":
        return Kind.IDENTITY
    if _OLD_LANDLINE.fullmatch(digits) and ")" in written:
        return Kind.PHONE
    return _unannounced(digits) if alone else None


def _unannounced(digits: str) -> Kind | None:
    """An unbroken row of figures that nothing explains; ten of them are most often a tax number."""
    if len(digits) in (9, 12):
        return Kind.IDENTITY
    return Kind.ACCOUNT if len(digits) > 10 or (len(digits) == 10 and digits[0] == "0") else None


def _spelt_out(read: Read) -> Iterator[Finding]:
    """A number said figure by figure: "không chín một hai ba bốn năm sáu bảy tám"."""
    run: list[re.Match[str]] = []
    end = -9
    for word in _SPELT.finditer(read.text):
        spoken = key_of(word.group()) in NUMBER_WORDS
        if not spoken or word.start() - end > 3:
            yield from _spoken(run, read)
            run = []
        if spoken:
            run.append(word)
        end = word.end()
    yield from _spoken(run, read)


def _spoken(run: list[re.Match[str]], read: Read) -> Iterator[Finding]:
    digits = "".join(NUMBER_WORDS[key_of(word.group())] for word in run)
    if len(digits) >= 9:
        kind = Kind.PHONE if len(digits) < 12 else Kind.IDENTITY
        yield read.finding(kind, run[0].start(), run[-1].end())
