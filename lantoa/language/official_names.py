"""Names of bodies, offices and places that are printed in capitals, in the letters of running text.

Nghị định 30/2020/NĐ-CP, Phụ lục II (viết hoa): Ủy ban nhân dân tỉnh Sông Lam, Sở Văn hóa, Thể thao và Du
lịch, Phó Thủ tướng, phường Bến Đò. What the rules do not know is told, never passed off as known.
"""

import re
from functools import cache

from lantoa.language.folding import nfc, settled_tones


def _phrases(text: str) -> dict[str, str]:
    listed = (" ".join(one.split()) for one in text.split("|"))
    return {one.lower(): one for one in listed if one}


_BODIES = _phrases(
    """
    Chính phủ|Quốc hội|Nhà nước|Thủ tướng Chính phủ|Ủy ban Thường vụ Quốc hội|Ủy ban nhân dân|Chủ tịch nước
    |Hội đồng nhân dân|Ủy ban Mặt trận Tổ quốc Việt Nam|Ủy ban Mặt trận Tổ quốc|Mặt trận Tổ quốc Việt Nam
    |Mặt trận Tổ quốc|Ban Chỉ đạo|Ban Quản lý|Ban Chấp hành|Ban Thường vụ|Ban Thường trực|Ban Bí thư
    |Ban Tổ chức|Ban Tuyên giáo|Ban Dân vận|Ban Tuyên giáo và Dân vận|Ban Nội chính|Ủy ban Kiểm tra
    |Bộ Chính trị|Ban Chấp hành Trung ương|Trung ương|Trung ương Đảng|Đảng bộ|Đảng ủy|Tỉnh ủy|Thành ủy
    |Huyện ủy|Quận ủy|Thị ủy|Chi bộ|Văn phòng|Văn phòng Chính phủ|Văn phòng Quốc hội|Bảo hiểm xã hội
    |Bảo hiểm xã hội Việt Nam|Ngân hàng Nhà nước|Ngân hàng Nhà nước Việt Nam|Ngân hàng Chính sách xã hội
    |Kho bạc Nhà nước|Kiểm toán nhà nước|Kiểm toán Nhà nước|Thanh tra Chính phủ|Thanh tra|Công an
    |Công an nhân dân
    |Tòa án nhân dân|Tòa án nhân dân tối cao|Viện kiểm sát nhân dân|Viện kiểm sát nhân dân tối cao
    |Hội Liên hiệp Phụ nữ|Hội Liên hiệp Phụ nữ Việt Nam|Hội Nông dân|Hội Nông dân Việt Nam
    |Hội Cựu chiến binh
    |Hội Chữ thập đỏ|Hội Người cao tuổi|Đoàn Thanh niên Cộng sản Hồ Chí Minh|Liên đoàn Lao động
    |Tổng Liên đoàn Lao động Việt Nam|Đài Phát thanh và Truyền hình|Đài Truyền thanh|Đài Truyền hình
    |Đài Tiếng nói Việt Nam|Đài Truyền hình Việt Nam|Ủy ban Dân tộc|Bộ Chỉ huy Quân sự|Ban Chỉ huy Quân sự
    |Đoàn đại biểu Quốc hội|Thường trực Hội đồng nhân dân|Hội đồng Thi đua - Khen thưởng
    |Cộng hòa xã hội chủ nghĩa
    |Chương trình mục tiêu quốc gia|Đảng Cộng sản Việt Nam|Việt Nam|Hồ Chí Minh|Điện Biên Phủ
    |Liên hợp quốc|Văn phòng Đăng ký đất đai
    """
)
_OFFICES = _phrases(
    """
    Chủ tịch|Thủ tướng|Bộ trưởng|Thứ trưởng|Giám đốc|Tổng Giám đốc|Chánh Văn phòng|Trưởng ban|Trưởng phòng
    |Cục trưởng|Tổng cục trưởng|Chi cục trưởng|Vụ trưởng|Viện trưởng|Hiệu trưởng|Đội trưởng|Trưởng đoàn
    |Trạm trưởng
    |Trưởng Công an|Trưởng trạm|Bí thư|Tổng Bí thư|Chủ nhiệm|Thống đốc|Chánh Thanh tra|Chánh án
    |Tổng Thanh tra
    |Tổng Kiểm toán nhà nước|Tổng Thư ký|Thư ký|Ủy viên|Chuyên viên|Người|Đại diện|Kế toán trưởng|Tư lệnh
    |Chỉ huy trưởng|Chính ủy|Chính trị viên|Phụ trách|Thủ trưởng|Chủ tọa|Chủ trì|Kế toán|Tổ trưởng
    |Trưởng Đoàn|Thường trực
    """
)
_HEADS = _phrases(
    "Bộ|Sở|Phòng|Cục|Chi cục|Tổng cục|Vụ|Ban|Trung tâm|Viện|Trường|Hội|Trạm|Đội|Quỹ|Học viện|Công ty"
    "|Tổng công ty"
)
_FIELDS = _phrases(
    """
    Lao động|Thương binh|Xã hội|Văn hóa|Thể thao|Du lịch|Thông tin|Truyền thông|Y tế|Tài chính|Kế hoạch
    |Đầu tư
    |Nội vụ|Tư pháp|Nông nghiệp|Môi trường|Phát triển nông thôn|Tài nguyên|Giáo dục|Đào tạo|Khoa học
    |Công nghệ
    |Công Thương|Xây dựng|Giao thông vận tải|Giao thông|Dân tộc|Tôn giáo|Ngoại vụ|Ngoại giao|Quốc phòng
    |Kinh tế
    |Hạ tầng|Đô thị|Quản lý đô thị|Nông thôn|Văn hóa xã hội|Phục vụ hành chính công|Gia đình|Bảo trợ xã hội
    |Giảm nghèo|Việc làm|Dịch vụ việc làm|Phổ biến giáo dục pháp luật|Quản lý thị trường|Thống kê|Thuế
    |Hải quan
    |An toàn thực phẩm|Kiểm lâm|Thủy lợi|Chăn nuôi|Thú y|Trồng trọt|Bảo vệ thực vật|Dân số|Trẻ em
    |Công tác xã hội
    |Văn hóa cơ sở|Thông tin cơ sở|Phát thanh|Truyền hình|Truyền thanh|Xúc tiến|Khuyến nông|Người có công
    """
)
_PLACE_OPENERS = re.compile(
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã(?! hội)|phường|đặc khu|khu phố|ấp|thôn"
    r"|tổ dân phố)"
    r"(?= (?!ủy\b|nhân dân\b))"
)
_SMALL = frozenset({"và", "của", "các", "về", "tại", "trên", "cho", "thuộc"})
_PARTY = ("tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy", "thị ủy")
_SHORT = re.compile(r"(?:ubnd|hđnd|ubmttq|ubmttqvn|mttq|vp|tw|tp|bhxh|bchqs|cp)(?![^\W_])")
_ROMAN = re.compile(r"[ivx]{2,}|i|v|x")
_WORD = re.compile(r"[^\W_]+(?:[.’'][^\W_]+)*")
_AFTER_PLACE = re.compile(
    r"(?:năm|giai đoạn|về|và|theo|do|từ|đến|để|cho|trong|nhiệm kỳ|khóa|khoá|lần|quý|tháng|ngày|thuộc|của"
    r"|tại|có|được|với"
    r"|đối|khi|là|bằng|ban|ban hành|thực hiện|quy định|sau|trước|trở|trung ương|hưởng|tham gia"
    r"|nhằm)(?![^\W_])"
)


@cache
def _known(with_fields: bool) -> re.Pattern[str]:
    words = {**_BODIES, **_OFFICES, **_HEADS, **(_FIELDS if with_fields else {})}
    listed = "|".join(re.escape(one) for one in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?P<deputy>phó )?(?P<name>{listed})(?![^\W_])")


def in_small_letters(name: str) -> tuple[str, bool]:
    """(a body's or an office's name as running text has it, whether every part of it is known).

    A name that is not in capitals stays as it is.
    """
    if not is_in_capitals(name):
        return name, True
    low = _low(name)
    out = list(low)
    sure, at, fresh = True, 0, True
    while at < len(low):
        end, known = _step(low, out, at, fresh)
        sure = sure and known
        fresh = (
            low[at:end].strip() in _HEADS or low[at:end] in (",", "-", "&") or (fresh and low[at:end] == " ")
        )
        if low[at:end] in ("và", "–"):
            fresh = True
        at = end
    told = "".join(out)
    return told[:1].upper() + told[1:], sure


def is_in_capitals(text: str) -> bool:
    """Whether nearly all letters are capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) > 0.85 * len(letters)


def _low(text: str) -> str:
    """Small letters, one for one, whatever the place of a tone; single blanks."""
    return " ".join(nfc(text).lower().split())


def _settled(low: str) -> str:
    return settled_tones(low)


def _step(low: str, out: list[str], at: int, fresh: bool) -> tuple[int, bool]:
    """Spell what begins here; (where it ends, whether it is known)."""
    settled = _settled(low)
    if not low[at].isalnum():
        return at + 1, True
    if short := _SHORT.match(low, at):
        _raise_all(out, at, short.end())
        return short.end(), True
    if place := _place(settled, at):
        _raise_place(low, out, at, place)
        return place[1], True
    if found := _known(True).match(settled, at):
        _spell(out, found)
        end = found.end()
        if found["name"] in _PARTY and end < len(low) and not _PLACE_OPENERS.match(settled, end + 1):
            _raise_first_letters(low, out, end, len(low))
            return len(low), True
        return end, True
    word = _WORD.match(low, at)
    end = word.end() if word else at + 1
    if low[at:end] in _SMALL or low[at:end].isdigit():
        return end, True
    if _ROMAN.fullmatch(low, at, end):
        _raise_all(out, at, end)
        return end, True
    if fresh:
        out[at] = out[at].upper()
    return end, False


def _spell(out: list[str], found: re.Match[str]) -> None:
    start = found.start("name")
    if found["deputy"]:
        out[found.start()] = "P"
    proper = {**_FIELDS, **_HEADS, **_OFFICES, **_BODIES}[found["name"]]
    for offset, letter in enumerate(proper):
        if letter.isupper():
            out[start + offset] = out[start + offset].upper()


def _place(settled: str, at: int) -> tuple[int, int] | None:
    """(where the proper name begins, where it ends) of "tỉnh Sông Lam" at this place."""
    opener = _PLACE_OPENERS.match(settled, at)
    if not opener:
        return None
    end, count = opener.end(), 0
    while count < 4 and (word := _WORD.match(settled, end + 1)) and settled[end : end + 1] == " ":
        if _PLACE_OPENERS.match(settled, end + 1) or _AFTER_PLACE.match(settled, end + 1):
            break
        end, count = word.end(), count + 1
        if word[0].isdigit():
            break
    return (opener.end(), end) if count else None


def _raise_place(low: str, out: list[str], at: int, place: tuple[int, int]) -> None:
    """ "phường Bến Đò"; a place that is counted is a name as a whole: "Quận 1"."""
    _raise_first_letters(low, out, *place)
    if low[place[0] : place[1]].strip().isdigit():
        out[at] = out[at].upper()


def _raise_first_letters(low: str, out: list[str], start: int, end: int) -> None:
    """Each word of a proper name, but for the openers of places inside it."""
    for word in _WORD.finditer(low, start, end):
        if not _PLACE_OPENERS.match(low, word.start()):
            out[word.start()] = out[word.start()].upper()


def _raise_all(out: list[str], start: int, end: int) -> None:
    out[start:end] = [letter.upper() for letter in out[start:end]]


# --- titles

_PAPERS = (
    "luật|bộ luật|pháp lệnh|nghị định|nghị quyết|thông tư|quyết định|chỉ thị|kế hoạch"
    "|chương trình mục tiêu quốc gia"
    "|chương trình|đề án|dự án|quy chế|quy định|điều lệ|chiến lược|quy hoạch|danh mục|phương án|tiêu chí"
)
_NAMED_PAPER = re.compile(
    rf"(?:ban hành|phê duyệt|thực hiện|triển khai|một số điều (?:của|tại)|bãi bỏ|thay thế|công bố|sửa đổi"
    rf"|theo|kèm theo)"
    rf" (?P<paper>{_PAPERS})(?![^\W_])"
)
_SYMBOL = re.compile(r"\d+/(?:\d{4}/)?[^\s,;]+|\d+-[^\W\d]{2,}/[^\s,;]+|(?<![^\W_])[ivx]{2,}(?![^\W_])")
_MOST_GRAM = 8
_JOIN = re.compile(r" và |, | - | & | ")


def title_in_small_letters(title: str, text: str) -> tuple[str, bool]:
    """(a title in capitals as running text has it, whether every word of it is known).

    text: the running words of the same paper, whose own capitals tell most names.
    """
    if not is_in_capitals(title):
        return title, True
    printed = " ".join(nfc(title).split())
    low, settled = _low(title), _settled(_low(title))
    out, told = list(low), [False] * len(low)
    _copy_from(text, settled, out, told)
    for found in _NAMED_PAPER.finditer(settled):
        at = found.start("paper")
        out[at] = out[at].upper()
    for found in _SYMBOL.finditer(settled):
        out[found.start() : found.end()] = printed[found.start() : found.end()]
        told[found.start() : found.end()] = [True] * len(found[0])
    at = 0
    while at < len(low):
        at = _title_step(low, settled, out, told, at)
    words = [word for word in _WORD.finditer(low) if not word[0].isdigit()]
    known = all(told[word.start()] for word in words)
    result = "".join(out)
    return result[:1].upper() + result[1:], known


def _title_step(low: str, settled: str, out: list[str], told: list[bool], at: int) -> int:
    place = _place(settled, at) if at == 0 or not low[at - 1].isalnum() else None
    if place:
        _raise_place(low, out, at, place)
        told[at : place[1]] = [True] * (place[1] - at)
        return place[1]
    if at and low[at - 1].isalnum():
        return at + 1
    if short := _SHORT.match(low, at):
        _raise_all(out, at, short.end())
        return short.end()
    found = _known(False).match(settled, at)
    if found and found["name"] in _BODIES:
        _spell(out, found)
        told[at : found.end()] = [True] * (found.end() - at)
        return found.end()
    if found and found["name"] in ("bộ", "sở") and _known(True).match(settled, found.end() + 1):
        end = at
        while (part := _known(True).match(settled, end)) and part["name"] in {**_HEADS, **_FIELDS}:
            _spell(out, part)
            end = part.end()
            join = re.compile(r"(?: và |, | - | & | )").match(settled, end)
            if (
                not join
                or not (after := _known(True).match(settled, join.end()))
                or after["name"] not in _FIELDS
            ):
                break
            end = join.end()
        told[at:end] = [True] * (end - at)
        return end
    return at + 1


def _copy_from(text: str, settled: str, out: list[str], told: list[bool]) -> None:
    """Copy capitals from the same words in running text, the longest run first."""
    running = " ".join(line for line in nfc(text).split("\n") if not is_in_capitals(line) and len(line) > 20)
    running = " ".join(running.split())
    lowered = _settled(running.lower())
    if len(lowered) != len(running):
        return
    words = list(_WORD.finditer(settled))
    at = 0
    while at < len(words):
        size = min(_MOST_GRAM, len(words) - at)
        while size > 1 and _copy(running, lowered, settled, words[at : at + size], out, told) is False:
            size -= 1
        at += max(1, size - 1) if size > 1 else 1


def _copy(
    running: str, lowered: str, settled: str, gram: list[re.Match[str]], out: list[str], told: list[bool]
) -> bool:
    start, end = gram[0].start(), gram[-1].end()
    at = _where(running, lowered, settled[start:end])
    if at < 0:
        return False
    opens = at == 0 or running[:at].rstrip().endswith((".", ":", ";", "”"))
    for offset, letter in enumerate(running[at : at + end - start]):
        if letter.isupper() and not (opens and offset == 0):
            out[start + offset] = out[start + offset].upper()
        told[start + offset] = True
    return True


def _where(running: str, lowered: str, wanted: str) -> int:
    """Where these words stand whole, and not inside a longer name: "trợ giúp" is not "Luật Trợ giúp mẫu"."""
    at = lowered.find(wanted)
    while at >= 0:
        before, after = running[max(0, at - 30) : at], at + len(wanted)
        inside = running[at].isupper() and re.search(r"(?<![^\W_])[^\W\d_][^\W_]* $", before)
        named = bool(inside and inside[0][0].isupper())
        whole = not lowered[max(0, at - 1) : at].isalnum() and not lowered[after : after + 1].isalnum()
        if whole and not named:
            return at
        at = lowered.find(wanted, at + 1)
    return -1
