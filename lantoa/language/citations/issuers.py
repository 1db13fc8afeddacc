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
# Second syllables that elsewhere open a title ("Giao thông", but "thông báo").
_COMPOUNDS = frozenset({"Giao thông", "Ban chỉ", "Bộ chỉ", "Tiểu công", "Thủ công"})
_TITLES = re.compile(
    r"(?:phó |thứ |bộ |cục |tổng |chánh )?(?:thủ tướng|trưởng|chủ tịch|giám đốc|bí thư|thống đốc)"
)
_FAMILY_NAMES = _listed(
    """
    Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đào, Đinh, Mai,
    Trương, Lương, Tô, Cao, Hà, Tạ, Thái, Trịnh, Đoàn, Lâm, Phùng, Chu, Tống, Vương
    """
)
_PLACE_WORDS = _listed("phố, tỉnh, tp, huyện, quận, phường, xã, thị, trấn")
_NUMBER_NEXT = re.compile(r"[ ]{1,2}(?:số|này|\d|liên tịch)")
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
    # `free`: one lower-case syllable may follow unasked, the second half of "Tài chính".
    end, free, previous = first.end(), not first[0].isupper(), first
    titled = _TITLES.match(low, pos)
    for _ in range(40):
        gap = _gap_after(plain, previous)
        word = _WORD.match(plain, gap[1]) if gap else None
        if word and titled and word[0] in _FAMILY_NAMES and previous[0].lower() not in _PLACE_WORDS:
            break  # "Bộ trưởng Bộ Tài chính Nguyễn Văn A": the body, not the person
        verdict = _goes_on(plain, low, gap[0], previous, word, free) if gap and word else None
        if word is None or verdict is None:
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
    if word[0] in _DOTTED and plain.startswith(".", word.end()):
        return ".", word.end() + (2 if plain.startswith(" ", word.end() + 1) else 1)
    return None


def _goes_on(
    plain: str, low: str, gap: str, previous: re.Match[str], word: re.Match[str], free: bool
) -> bool | None:
    """None: the name ends before `word`; else whether one lower-case syllable may follow unasked."""
    at = word.start()
    if gap == ",":
        return _after_comma(low, previous, word)
    if word[0] == "và":
        return _after_and(plain, low, word)
    if word[0].isdigit():
        return False if previous[0].lower() in ("quận", "phường", "khu") else None
    if word[0][0].isupper():
        if _CAPITAL_OPENERS.match(low, at):
            return None
        if _names_a_kind(low, at) and previous[0].lower() not in ("bộ", "sở", "phòng", "ban", "vụ", "cục"):
            return None
        return not word[0].isupper()
    return _lower_case(plain, low, gap, previous, word, free)


def _after_comma(low: str, previous: re.Match[str], word: re.Match[str]) -> bool | None:
    """A comma is inside the name of some ministries, or parts the bodies of a joint document."""
    before = max(0, low.rfind(" ", 0, max(0, previous.start() - 1)) + 1)
    if _TWIN_COMMA.match(low, before) or _TWIN_COMMA.match(low, previous.start()):
        return True
    return not word[0].isupper() if HEADS.match(low, word.start()) and word[0][0].isupper() else None


def _lower_case(
    plain: str, low: str, gap: str, previous: re.Match[str], word: re.Match[str], free: bool
) -> bool | None:
    text = word[0]
    following = _WORD.match(plain, word.end() + 1) if plain.startswith(" ", word.end()) else None
    ahead = f"{text} {following[0].lower()}" if following else text
    if ahead == "ban hành":
        return None
    behind = f"{previous[0].lower()} {text}"
    if ahead in _LOWER_PAIRS or behind in _LOWER_PAIRS or (text in _LOWER_ALONE and not gap):
        return False
    if not free:
        return None
    if f"{previous[0]} {text}" in _COMPOUNDS or (gap != "-" and text not in _OPENERS):
        return False
    return None


def _after_and(plain: str, low: str, word: re.Match[str]) -> bool | None:
    """ "và" goes on before another part of the name, not before a document or another matter."""
    following = _WORD.match(plain, word.end() + 1)
    if not following or _names_a_kind(low, following.start()):
        return None
    if _CAPITAL_OPENERS.match(low, following.start()):
        return None
    if following[0][0].isupper():
        return False
    second = _WORD.match(plain, following.end() + 1)
    return False if second and f"{following[0]} {second[0].lower()}" in _LOWER_PAIRS else None


def _names_a_kind(low: str, at: int) -> bool:
    found = kind_pattern().match(low, at)
    return found is not None and bool(_NUMBER_NEXT.match(low, found.end()))
