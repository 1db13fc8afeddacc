"""Chưa có: what the paper leaves open, each with the sentence that says so. Nothing is filled in."""

import re

from lantoa.paper.wording import bare
from lantoa.plans.reading.clauses import Clause
from lantoa.plans.reading.plan_reading import Missing, PlanReading

_COUNTED = re.compile(
    r"\b\d{1,3}(?:\.\d{3})*\s*(?:\([^)]{2,20}\)\s*)?(?:lớp|buổi|cuộc|lượt|tin|bài|tờ|tấm|cái|bảng"
    r"|hội nghị|kỳ|chuyên đề|pano|băng rôn|chương trình|phóng sự|clip|đợt|điểm|cụm|người|hộ|đại biểu|cuốn)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"\b\d[\d.,]*\s*(?:đồng|nghìn đồng|ngàn đồng|triệu|tỷ|VNĐ|VND|đ\b)", re.IGNORECASE)
_WHEN = re.compile(
    r"\b(?:tháng\s+\d|quý\s+(?:[IVX]+|\d)|ngày\s+\d|tuần\s+\d|\d{1,2}/\d{4}|\d{1,2}/\d{1,2}/\d{4}"
    r"|hằng (?:tuần|tháng)|hàng (?:tuần|tháng)|6 tháng (?:đầu|cuối) năm)",
    re.IGNORECASE,
)
_REPORT_BY = re.compile(
    r"báo cáo[^.;]{0,160}(?:trước ngày|chậm nhất|\bngày\s+\d|hằng tháng|hàng tháng|định kỳ|quý"
    r"|6 tháng)",
    re.IGNORECASE,
)
_WARD = re.compile(r"\b(?:phường|xã|thị trấn)\s+(?:[A-ZĐÀ-Ỹ]|\d)")
_COLUMN_OF_COUNTS = re.compile(
    r"\b(so luong|so lop|so buoi|so cuoc|so luot|so tin|so bai|so tam|so nguoi|chi tieu)\b"
)
_PURPOSE = ("muc dich", "yeu cau", "to chuc thuc hien", "kinh phi", "phan cong")


def gaps_in(plan: PlanReading, clauses: list[Clause]) -> list[Missing]:
    """What is missing, from the head to the foot."""
    gaps = [*_head_gaps(plan), *_part_gaps(plan)]
    activities = [clause for clause in clauses if not clause.is_about(*_PURPOSE)]
    all_words = [text.words for clause in clauses for text in clause.texts]
    activity_words = [text.words for clause in activities for text in clause.texts]
    if not any(_COUNTED.search(words) for words in all_words) and not any(map(_counts_in_table, clauses)):
        gaps.append(Missing("quantities", "Không nêu số lượng (bao nhiêu lớp, buổi, tin, bài, tấm)."))
    if not any(_MONEY.search(words) for words in all_words):
        gaps.append(Missing("amounts", "Không nêu số tiền của từng nguồn kinh phí."))
    if not any(_WHEN.search(words) for words in activity_words):
        gaps.append(Missing("item_dates", "Không nêu thời gian của từng hoạt động."))
    if not any(_REPORT_BY.search(words) for words in all_words):
        gaps.append(Missing("report_date", "Không nêu thời hạn báo cáo kết quả."))
    if not any(_WARD.search(words) for words in activity_words) and not _is_of_a_ward(plan):
        gaps.append(Missing("ward_assignment", "Không giao chỉ tiêu cho từng phường, xã."))
    return gaps


def _counts_in_table(clause: Clause) -> bool:
    """Whether a table of the clause has a column of numbers of something."""
    rows = [text.words for text in clause.texts if text.in_table]
    counted = any(_COLUMN_OF_COUNTS.search(bare(row)) for row in rows[:3])
    return counted and any(re.search(r"\|\s*\d+\s*(?:\||$)", row) for row in rows)


def _head_gaps(plan: PlanReading) -> list[Missing]:
    gaps = []
    if plan.number is None:
        why = "Ô “Số” còn để trống." if plan.symbol else "Văn bản không có số."
        gaps.append(Missing("number", why))
    if plan.symbol is None:
        gaps.append(Missing("symbol", "Văn bản không có ký hiệu."))
    if plan.issued_on is None:
        year = plan.document.year
        why = f"Ngày, tháng còn để trống, chỉ có năm {year}." if year else "Văn bản không có ngày ban hành."
        gaps.append(Missing("issued_on", why))
    for name, value, why in (
        ("place", plan.place, "Văn bản không có địa danh."),
        ("superior", plan.superior, "Phần đầu văn bản không in cơ quan chủ quản."),
        ("issuer", plan.issuer, "Văn bản không nêu cơ quan ban hành."),
        ("kind", plan.kind, "Không thấy tên loại văn bản (KẾ HOẠCH ...)."),
        ("title", plan.title, "Không thấy trích yếu."),
        ("signer", plan.signer.title, "Không thấy chức vụ người ký."),
        ("signer_name", plan.signer.name, "Không thấy họ tên người ký."),
    ):
        if value is None:
            gaps.append(Missing(name, why))
    return gaps


def _part_gaps(plan: PlanReading) -> list[Missing]:
    parts: list[tuple[str, list[object], str]] = [
        ("legal_bases", [*plan.legal_bases], "Không thấy căn cứ ban hành."),
        ("audiences", [*plan.audiences], "Không thấy đối tượng truyền thông."),
        ("topics", [*plan.topics], "Không thấy nội dung, chủ đề truyền thông."),
        ("channels", [*plan.channels], "Không thấy phương thức, hình thức truyền thông."),
        ("tasks", [*plan.tasks], "Không thấy nhiệm vụ ở phần tổ chức thực hiện."),
        ("funding_sources", [*plan.funding_sources], "Không thấy nguồn kinh phí."),
        ("recipients", [*plan.recipients], "Không thấy nơi nhận."),
    ]
    return [Missing(name, why) for name, values, why in parts if not values]


def _is_of_a_ward(plan: PlanReading) -> bool:
    issuer = bare(plan.issuer or "")
    return bool(re.search(r"\b(phuong|xa|thi tran)\s+\w", issuer.replace("xa hoi", "")))
