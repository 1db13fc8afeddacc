"""Who issued: the name of a body as printed after "của" or before "ban hành".

A body's name has no closing sign, so it is read word by word: capitals go on, a second syllable after a
capital goes on ("Tài chính"), known lower-case parts of names go on ("nhân dân tỉnh"), and the words that
open a title ("về việc", "quy định") stop it.
"""

import re

from .kinds import kind_pattern

HEADS = re.compile(
    r"(?:liên )?bộ(?! luật)\b|(?:liên )?sở\b|ban (?!hành)|[uủ][ỷy] ban|ubnd|ubtvqh|hđnd|hội đồng"
    r"|chính phủ|thủ tướng|quốc hội"
    r"|chủ tịch|phó (?:thủ tướng|chủ tịch|giám đốc|trưởng)|bộ trưởng|thứ trưởng|giám đốc"
    r"|tổng (?:cục|giám đốc|kiểm|liên|bí thư)"
    r"|cục (?:trưởng )?|vụ |văn phòng|phòng |tỉnh [uủ][ỷy]|thành [uủ][ỷy]|huyện [uủ][ỷy]"
    r"|quận [uủ][ỷy]|thị [uủ][ỷy]|đảng [uủ][ỷy]"
    r"|trung ương|t[oò][aà] án|viện |kiểm toán|ngân hàng|kho bạc|bảo hiểm xã hội|hội |đoàn "
    r"|mặt trận|liên đoàn|thanh tra"
    r"|tỉnh |thành phố |huyện |quận |xã |phường |thị xã |thị trấn |tổ công tác|tổng công ty"
    r"|công an|đài |trường |trung tâm|chi cục|chánh |trưởng |thống đốc|chủ nhiệm|bchtw"
    r"|ban chấp hành|kiểm lâm|đảng bộ|liên ngành"
)
_WORD = re.compile(r"[^\W_]+(?:&[^\W_]+)*")
_GAP = re.compile(r"[ ]{0,2}(?:[-&][ ]{0,2}|,[ ]{1,2})|[ ]{1,3}")


def _listed(text: str) -> frozenset[str]:
    return frozenset(" ".join(item.split()) for item in text.split(","))


# Words that open the title or the clause behind a body's name.
_OPENERS = _listed(
    """
    về, quy, qui, hướng, ban, phê, sửa, bổ, thành, công, giao, đề, bãi, thay, kèm, tại, do, được, đã,
    có, khóa, khoá, nhiệm, kỳ, trên, thì, là, để, nhằm, cho, đối, theo, với, trong, chỉ, phát, tổ,
    triển, thực, xử, điều, chấp, thông, ký, gửi, nêu, yêu, chấn, tăng, hay, hoặc, bằng, đến, từ, ngày,
    năm, vừa, sẽ, này, đang, khi, nếu, mà, cùng, như, lần, ngay, cần, phải, không, cụ, chi, đưa, mở
    """
)
# Parts of bodies' names that stand in lower case.
_LOWER_PAIRS = _listed(
    """
    nhân dân, thành phố, thị xã, thị trấn, nhà nước, trung ương, thường vụ, thường trực, chấp hành, chỉ
    đạo, xã hội, nông thôn, vận tải, tối cao, phụ nữ, nông dân, thanh niên, cựu chiến, chiến binh,
    truyền hình, phát thanh, truyền thanh, môi trường, đào tạo, du lịch, đầu tư, thể thao, công nghệ,
    bảo hiểm, y tế, tư pháp, tài chính, nội vụ, kế hoạch, lao động, thương binh, văn hóa, văn hoá, thông
    tin, truyền thông, giáo dục, dân tộc, tôn giáo, mặt trận, tổ quốc, đảng bộ, khu phố, mục tiêu, quốc
    gia, giảm nghèo, bền vững, kiểm sát, kiểm toán, tòa án, phát triển, chính trị, khoa học, giao thông,
    xây dựng, nông nghiệp, thủy sản, quản lý, chất lượng, công tác, chuyên trách, cải cách, thủ tục,
    hành chính, chủ tịch, bộ trưởng, giám đốc, ủy ban, uỷ ban, hội đồng, nhân lực, việc làm, bảo trợ,
    trẻ em, vì sự, tiến bộ, sự tiến
    """
)
_LOWER_ALONE = _listed(
    """
    tỉnh, huyện, quận, xã, phường, bộ, sở, ngành, ủy, uỷ, tp
    """
)
_CAPITAL_OPENERS = re.compile(
    r"(?:quy|qui) (?:định|chế)|về |ban hành|hướng dẫn|phê duyệt|sửa đổi|bổ sung|v/v|căn cứ|điều \d"
    r"|khoản \d|thực hiện|theo "
    r"|xét |kính |số |ngày |nơi nhận|triển khai"
)
_DOTTED = frozenset({"TP", "Tp", "TX", "TT", "P", "Q", "H"})
_TWIN_COMMA = re.compile(
    r"(?:văn h[oó][aá]|lao động|bộ trưởng|nông nghiệp|giáo dục|phòng), (?:thể thao|thương binh"
    r"|chủ nhiệm|thông tin|chống)"
)


def read_issuer(plain: str, low: str, pos: int) -> int | None:
    """Where the name of a body that begins at `pos` ends; None when none begins there."""
    first = _WORD.match(plain, pos)
    if not first or not (first[0][0].isupper() or HEADS.match(low, pos)) or first[0].isdigit():
        return None
    if _CAPITAL_OPENERS.match(low, pos) or _names_a_kind(low, pos):
        return None
    end, free, previous = first.end(), first[0][0].isupper() and not first[0].isupper(), first
    if first[0].islower():
        free = first[0] in (
            "liên",
            "bộ",
            "sở",
            "ủy",
            "uỷ",
            "hội",
            "phòng",
            "ban",
            "cục",
            "chủ",
            "giám",
            "thành",
            "thị",
        )
    for _ in range(40):
        step = _gap_after(plain, previous)
        word = _WORD.match(plain, step[1]) if step else None
        if not word:
            break
        verdict = _goes_on(plain, low, step[0], previous, word, free)
        if verdict is None:
            break
        free = verdict
        if word[0] != "và":
            end = word.end()
        previous = word
    return end


def _gap_after(plain: str, word: re.Match[str]) -> tuple[str, int] | None:
    gap = _GAP.match(plain, word.end())
    if gap:
        return gap[0].strip(), gap.end()
    if word[0] in _DOTTED and plain[word.end() : word.end() + 1] == ".":
        return ".", word.end() + (2 if plain[word.end() + 1 : word.end() + 2] == " " else 1)
    return None


def _goes_on(
    plain: str, low: str, gap: str, previous: re.Match[str], word: re.Match[str], free: bool
) -> bool | None:
    """None: the name ends before `word`; else whether one more lower-case syllable may follow freely."""
    at, text = word.start(), low[word.start() : word.end()]
    if gap == ",":
        if _TWIN_COMMA.match(low, max(0, low.rfind(" ", 0, previous.start() - 1) + 1)) or _TWIN_COMMA.match(
            low, previous.start()
        ):
            return True
        if not HEADS.match(low, at) or not word[0][0].isupper():
            return None
        return not word[0].isupper()
    if word[0] == "và":
        return _after_and(plain, low, word)
    if word[0][0].isupper() or word[0].isdigit():
        if word[0].isdigit() and previous[0] not in ("Quận", "quận", "Phường", "phường", "Khu", "Ban"):
            return None
        if _CAPITAL_OPENERS.match(low, at) or (_names_a_kind(low, at) and not _inside_name(low, previous)):
            return None
        return not word[0].isupper()
    pair = low[at : at + len(text) + 8].split(" ", 2)[:2]
    if pair[0] == "ban" and pair[1:] == ["hành"]:
        return None
    if " ".join(pair) in _LOWER_PAIRS or f"{low[previous.start() : previous.end()]} {text}" in _LOWER_PAIRS:
        return False
    if text in _LOWER_ALONE and not gap:
        return False
    if free and gap != "-" and text not in _OPENERS:
        return False
    if (
        free
        and text in ("chỉ", "thành", "công", "thông", "tổ", "phát", "điều", "kỳ", "giao")
        and _second_syllable(previous[0], text)
    ):
        return False
    return None


_COMPOUNDS = frozenset(
    {"Giao thông", "Thủ công", "Tiểu công", "Văn phòng", "Bộ chỉ", "Ban chỉ", "Nông công", "Hoàng thành"}
)


def _second_syllable(first: str, second: str) -> bool:
    return f"{first} {second}" in _COMPOUNDS


def _after_and(plain: str, low: str, word: re.Match[str]) -> bool | None:
    after = re.compile(r"[ ]{1,2}").match(plain, word.end())
    following = _WORD.match(plain, after.end()) if after else None
    if (
        not following
        or _names_a_kind(low, following.start())
        or _CAPITAL_OPENERS.match(low, following.start())
    ):
        return None
    if following[0][0].isupper():
        return False
    pair = low[following.start() : following.end() + 8].split(" ", 2)[:2]
    return False if " ".join(pair) in _LOWER_PAIRS else None


def _names_a_kind(low: str, at: int) -> bool:
    found = kind_pattern().match(low, at)
    return bool(found) and bool(
        re.compile(r"[ ]{1,2}(?:số|này|\d)|[ ]{1,2}liên tịch").match(low, found.end())
    )


def _inside_name(low: str, previous: re.Match[str]) -> bool:
    return low[previous.start() : previous.end()] in ("bộ", "sở", "phòng", "ban", "vụ", "cục")
