"""Phiếu duyệt tin, bài: one sheet per version, by the practice of stations; no official form exists.

Lists every cited clause with its standing on the day of printing, the text, and the opinions; a blank line
where somebody still has to sign. The hash at the foot ties the paper to the text.
"""

from collections.abc import Mapping
from datetime import date, datetime

from lantoa.common.dates import VIETNAM, say
from lantoa.content.measures import WORDS_A_MINUTE, measure
from lantoa.content.models import Approval, EditionKind, EditionVersion
from lantoa.content.passages import PassageKind, items, kind_of, minutes_of
from lantoa.content.states import EditionState
from lantoa.content.terms import owed_steps
from lantoa.library.rules.standing_of_a_citation import PinState
from lantoa.paper.structure import Block, OfficialDocument, Paragraph, Section, Signer, Table

BLANK = "……………………………………………………………………"
_STRONG = (PassageKind.HEADING, PassageKind.CALL)
STANDING = {
    "good": "còn hiệu lực",
    "ending_on": "sắp hết đúng",
    "suspect": "không còn đúng",
    "unknown": "chưa xác định",
}


def approval_sheet(
    version: EditionVersion,
    states: Mapping[int, PinState],
    day: date,
    words_a_minute: int = WORDS_A_MINUTE,
) -> OfficialDocument:
    """The sheet of one version on a day. states: by citation id, as `content.queries.states_of` gives."""
    article = version.edition.article
    heard = version.edition.kind == EditionKind.RADIO
    return OfficialDocument(
        issuer=article.unit.name_on(day).upper(),
        place=_place(version, day),
        year=day.year,
        kind="PHIẾU DUYỆT TIN, BÀI" + (" PHÁT THANH" if heard else ""),
        title=article.title,
        sections=[
            Section(1, "I", "Thông tin chung", _facts(version, day, words_a_minute)),
            Section(1, "II", "Văn bản căn cứ", [_sources(version, states, day)]),
            Section(1, "III", "Nội dung", _words(version)),
            Section(1, "IV", "Ý kiến", _opinions(version)),
        ],
        signers=[
            Signer(["NGƯỜI KIỂM TRA"], name=_who(version, Approval.Step.POLICY_CHECK)),
            Signer(["LÃNH ĐẠO DUYỆT"], name=_who(version, Approval.Step.LEADER)),
        ],
    )


def _facts(version: EditionVersion, day: date, words_a_minute: int) -> list[Block]:
    article, size = version.edition.article, measure(version.text, words_a_minute)
    length = f"{size.words} từ ({size.pages_said} trang chuẩn)"
    if version.edition.kind == EditionKind.RADIO:
        length += f", đọc khoảng {size.duration}"
    if minutes := minutes_of(version.blocks):
        length += f", các ý nói trong {minutes} phút"
    lines = [
        f"Thể loại: {version.edition.get_kind_display()}.",
        f"Người soạn: {version.created_by}.",
        f"Đối tượng: {', '.join(str(kind) for kind in article.audiences.all())}.",
        f"Thời lượng dự kiến: {length}.",
        f"Địa bàn: {article.territory.name_on(day)}.",
    ]
    if version.edition.kind == EditionKind.RADIO:
        lines.append("Lịch phát: ……………………………………")
    return [Paragraph(line, marker="-") for line in lines]


def _words(version: EditionVersion) -> list[Block]:
    """The text, each passage in the form of its kind; a list keeps its dashes, a point its minutes."""
    shown: list[Block] = []
    for block in version.blocks:
        kind = kind_of(block)
        marker = "-" if kind == PassageKind.LIST else ""
        lines = items(block)
        if minutes := block.get("minutes"):
            lines[-1] += f" ({minutes} phút)"
        shown += [Paragraph(line, marker=marker, bold=kind in _STRONG) for line in lines]
    return shown


def _sources(version: EditionVersion, states: Mapping[int, PinState], day: date) -> Table | Paragraph:
    numbers = {block["id"]: str(n) for n, block in enumerate(version.blocks, 1)}
    rows = [
        [numbers.get(c.block, ""), str(c.provision), _standing(states[c.pk])] for c in version.citations.all()
    ]
    cited = {c.block for c in version.citations.all()}
    rows += [
        [numbers[block["id"]], f"Không dẫn căn cứ: {block.get('no_source_why', '')}", ""]
        for block in version.blocks
        if block["id"] not in cited
    ]
    if not rows:
        return Paragraph("Chưa dẫn văn bản nào.")
    return Table.simple(
        ["Đoạn", "Điều khoản", f"Tình trạng ngày {say(day)}"],
        rows,
        widths=[0.6, 3, 3],
        aligns=["center", "left", "left"],
    )


def _standing(state: PinState) -> str:
    return f"{STANDING[state.kind]}: {state.says}" if state.says else STANDING[state.kind]


def _opinions(version: EditionVersion) -> list[Block]:
    given = list(version.approvals.select_related("by", "unit").prefetch_related("unit__versions"))
    lines: list[Block] = []
    for approval in given:
        at = approval.at.astimezone(VIETNAM)
        step = "Lãnh đạo duyệt gấp" if approval.review_by else approval.step_says
        words = f"{step}: {approval.get_decision_display().lower()}"
        words += f". {approval.by}, {approval.unit}, {at:%H:%M} ngày {at:%d/%m/%Y}"
        words += f". Giữ {approval.carried} kết luận của bản trước" if approval.carried else ""
        lines.append(Paragraph(words + (f". {approval.reason}" if approval.reason else ""), marker="-"))
    steps = {a.step for a in given if a.decision == Approval.Decision.PASSED}
    urgent = next((a for a in given if a.review_by), None)
    if Approval.Step.POLICY_CHECK not in steps:
        by = f"Ý kiến hậu kiểm chính sách, trước ngày {say(urgent.review_by)}:" if urgent else ""
        lines += _blank(by or "Ý kiến kiểm tra chính sách:")
    if Approval.Step.LEADER not in steps:
        for kind in owed_steps([version]).get(version.pk, []):
            lines += _blank(f"{kind}:")
        lines += _blank("Ý kiến lãnh đạo: Duyệt □   Duyệt có sửa □   Không duyệt □")
    if version.edition.state == EditionState.WITHDRAWN:
        says = f"Bài đã rút ngày {_day(version.edition.withdrawn_at)}. {version.edition.withdrawn_says}"
        lines.append(Paragraph(says, marker="-", bold=True))
    lines.append(Paragraph(f"Mã của bản {version.number}:", align="left", italic=True))
    lines.append(Paragraph(version.sha256 or "chưa có (bản nháp)", align="left"))
    return lines


def _blank(label: str) -> list[Block]:
    """A label, and under it room to write."""
    return [Paragraph(label, marker="-"), Paragraph(BLANK, align="left")]


def _day(instant: datetime | None) -> str:
    return say(instant.astimezone(VIETNAM).date() if instant else None)


def _who(version: EditionVersion, step: Approval.Step) -> str:
    passed = version.approvals.filter(step=step, decision=Approval.Decision.PASSED).select_related("by")
    first = passed.first()
    return str(first.by) if first else ""


def _place(version: EditionVersion, day: date) -> str:
    of_day = version.edition.article.territory.version_on(day)
    return of_day.name if of_day else ""
