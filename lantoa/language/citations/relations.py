"""What a text does with the document it names: rests on it, follows it, amends it, ends it.

The cue nearest to the mention decides; a verb that changes a document outweighs a plain "theo"; a list
carries on the relation of its first member; what stands inside the title of a căn cứ is nested in it.
"""

import re
from dataclasses import dataclass

_SENTENCE = re.compile(r"[.?!][ ]+(?=[^a-zđ\d])|[.?!]?\n")
_CLAUSE = re.compile(r";[ ]*")
_LEADS = (
    (
        re.compile(r"[ \"'(+*.\d)-]{0,6}căn c[ứừư]?[ ]?(?![^\W_]*[àáảãạăâèéẻẽẹêìíỉĩịòóỏõọôơùúủũụỳýỷỹỵ])"),
        "can_cu",
    ),
    (re.compile(r"[ \"'(+*.\d)-]{0,6}(?:theo|xét|trên cơ sở) (?:đề nghị|tờ trình|đề xuất)"), "theo_de_nghi"),
    (re.compile(r"[ \"'(+*.\d)-]{0,6}xét[ ]"), "xet"),
    (
        re.compile(
            r"[ \"'(+*.\d)-]{0,6}(?:triển khai )?(?:thực hiện|thi hành)|[ \"'(+*.\d)-]{0,6}triển khai"
        ),
        "thuc_hien",
    ),
    (re.compile(r"[ \"'(+*.\d)-]{0,6}(?:được )?(?:ban hành )?kèm theo"), "kem_theo"),
)
_STRONG = (
    (r"(?:đã |được ){1,2}(?:sửa đổi|bổ sung)[^;.\n]{0,40}?(?:bởi|theo|tại|bằng)", "lich_su_sua_doi"),
    (r"(?:bãi bỏ|thay thế)[^;.\n]{0,30}? (?:bởi|bằng)", "thay_the_passive"),
    (r"bổ sung", "bo_sung"),
    (r"sửa đổi(?:,| và)? bổ sung|sửa đổi", "sua_doi_bo_sung"),
    (
        r"(?:thay thế|bãi bỏ|bỏ|thay) (?:một số )?(?:cụm từ|từ|các cụm từ|phụ lục|mẫu|biểu mẫu|tên)",
        "sua_doi_bo_sung",
    ),
    (r"thay thế(?: cho)?", "thay_the"),
    (r"bãi bỏ|chấm dứt hiệu lực", "bai_bo"),
    (r"h[uủ][ỷy] bỏ|thu hồi (?=quyết|văn bản|công văn|nghị|thông|giấy)", "huy_bo"),
    (r"ngưng hiệu lực|đình chỉ", "ngung_hieu_luc"),
    (r"kéo dài", "keo_dai_hieu_luc"),
    (r"đính chính", "dinh_chinh"),
    (r"(?:quy|qui) định chi tiết", "quy_dinh_chi_tiet"),
    (
        r"(?<!theo )hướng dẫn(?: (?:thi hành|thực hiện|áp dụng))?(?= (?:một số|các|nội dung|thi|thực"
        r"|áp|điều|khoản|điểm|nghị|luật|thông|quyết|bộ|pháp)|[ ]*$)",
        "huong_dan",
    ),
)
_WEAK = (
    (r"kèm theo", "kem_theo"),
    (r"(?:theo|xét) đề nghị", "theo_de_nghi"),
    (
        r"căn cứ(?: vào| theo)?|theo(?! dõi| đề nghị)|(?:quy|qui) định (?:tại|của|ở|trong)|(?:nêu|nói"
        r"|ghi|hướng dẫn|dẫn chiếu) (?:tại|ở|trong)|tại|áp dụng|dẫn chiếu",
        "dan_chieu",
    ),
    (r"(?:triển khai )?thực hiện|thi hành|triển khai", "thuc_hien"),
)
_STRONG_CUES = re.compile("|".join(f"(?P<s{number}>{cue})" for number, (cue, _) in enumerate(_STRONG)))
_WEAK_CUES = re.compile(
    "|".join(f"(?P<w{number}>(?<![^\\W_])(?:{cue})(?![^\\W_]))" for number, (cue, _) in enumerate(_WEAK))
)
_LISTED = re.compile(
    r"[ ,;]*(?:và|hoặc|hay|cùng|các|số|(?:quy định )?tại|của|-|\))?[ ,;]*(?:và|tại|các|của|số)?[ ]*"
)
_NEW_ITEM = re.compile(r"[,;][ ]*(?:-[ ]*)?(?:và[ ])?(?:các[ ])?$")
_BY_ANOTHER = re.compile(r"(?<!kèm )theo ")  # "thu hồi theo Luật Đất đai": the law is followed, not revoked
_BY_PROPOSAL = re.compile(r"đề nghị của[^;.\n]{3,300}\btại[ ]*$")


@dataclass(slots=True)
class Flow:
    """The reading position: what the sentence opened with and what the last mention got."""

    lead: str | None = None
    relation: str | None = None
    nested: bool = False
    end: int = 0
    opened: bool = False  # a mention of this sentence was read
    strong: bool = False


def relate(low: str, flow: Flow, start: int, self_mention: bool) -> tuple[str | None, bool]:
    """(relation, nested) of the mention that begins at `start`; moves `flow` up to it."""
    gap_at = max(flow.end, start - 600)
    gap = low[gap_at:start]
    breaks = [found.end() for found in _SENTENCE.finditer(gap)]
    if breaks or flow.end == 0:
        opening = breaks[-1] if breaks else 0
        gap = gap[opening:]
        flow.lead, flow.relation, flow.nested, flow.opened, flow.strong = (
            _lead(gap),
            None,
            False,
            False,
            False,
        )
    return _within(flow, gap, self_mention)


def _within(flow: Flow, gap: str, self_mention: bool) -> tuple[str | None, bool]:
    clause = [found.end() for found in _CLAUSE.finditer(gap)]
    if clause:
        tail = gap[clause[-1] :]
        lead = _lead(tail)
        if lead:
            flow.lead, flow.opened = lead, False
        flow.nested = False
        if flow.opened and not lead and _LISTED.fullmatch(tail):
            return flow.relation if not flow.strong else flow.relation, False
        gap = tail
    if not flow.opened:
        flow.opened = True
        relation, strong = _first(flow.lead, gap)
    elif _LISTED.fullmatch(gap) or (_NEW_ITEM.search(gap) and not flow.nested):
        return flow.relation, flow.nested
    elif (
        flow.lead in ("can_cu", "thuc_hien", "xet", "theo_de_nghi", "kem_theo")
        and not self_mention
        and not flow.strong
    ):
        relation, strong = _cue(gap)
        if relation in ("lich_su_sua_doi", "thay_the_passive"):
            return relation, False
        if _NEW_ITEM.search(gap):
            flow.nested = False
            return flow.relation, False
        flow.nested = True
        return None, True
    else:
        relation, strong = _cue(gap)
    flow.relation, flow.strong = relation, strong
    return relation, False


def _lead(text: str) -> str | None:
    for pattern, relation in _LEADS:
        if pattern.match(text):
            return relation
    return None


def _first(lead: str | None, gap: str) -> tuple[str | None, bool]:
    if lead == "can_cu":
        return "can_cu", False
    if lead == "theo_de_nghi" or _BY_PROPOSAL.search(gap):
        return "theo_de_nghi", False
    relation, strong = _cue(gap)
    if lead == "xet":
        return "xet", False
    if lead == "kem_theo" and not strong:
        return "kem_theo", False
    if lead == "thuc_hien" and not strong:
        return (
            relation
            if relation == "dan_chieu" and not re.search(r"(?:chỉ đạo|ý kiến|kết luận|đề nghị) của", gap)
            else "thuc_hien"
        ), False
    return relation, strong


def _cue(gap: str) -> tuple[str | None, bool]:
    near = gap[-110:]
    strong = _last(_STRONG_CUES, near, "s", _STRONG)
    weak = _last(_WEAK_CUES, near, "w", _WEAK)
    if strong and len(near) - strong[1] <= 70 and not _BY_ANOTHER.search(near, strong[1]):
        return strong[0], True
    return (weak[0], False) if weak else (None, False)


def _last(
    pattern: re.Pattern[str], text: str, prefix: str, table: tuple[tuple[str, str], ...]
) -> tuple[str, int] | None:
    found = None
    for found in pattern.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    if found is None:
        return None
    number = next(number for number in range(len(table)) if found[f"{prefix}{number}"] is not None)
    return table[number][1], found.end()
