"""Ngày của văn bản phải khớp với số hiệu và với nhau; không khớp thì báo, không tự sửa.

Căn cứ: Nghị định 30/2020/NĐ-CP (số, ký hiệu, ngày tháng của văn bản); trang tin thường in sai ngày.
Warnings for the reader, and the few orders of dates that cannot be at all.
"""

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.library.models import Document


def warnings(document: Document) -> list[Problem]:
    """What looks wrong and may still be right."""
    found = []
    if document.year and document.issued_on and document.year != document.issued_on.year:
        found.append(
            Problem(
                "year_differs",
                f"Số hiệu ghi năm {document.year} nhưng ngày ban hành là {say(document.issued_on)}."
                " Đối chiếu lại với bản gốc.",
                "issued_on",
            )
        )
    if document.issued_on and document.effective_on and document.effective_on < document.issued_on:
        found.append(
            Problem(
                "effective_before_issue",
                f"Ngày có hiệu lực {say(document.effective_on)} đứng trước ngày ban hành"
                f" {say(document.issued_on)}. Đối chiếu lại với bản gốc.",
                "effective_on",
            )
        )
    return found


def problems_with(document: Document) -> list[Problem]:
    """What cannot be saved."""
    found = []
    if not document.kind.strip():
        found.append(Problem("kind_missing", "Chưa ghi loại văn bản, ví dụ: Nghị định.", "kind"))
    if not document.title.strip():
        found.append(Problem("title_missing", "Chưa ghi trích yếu của văn bản.", "title"))
    if len(document.number) > 20 or len(document.symbol) > 60:
        says = "Không đọc được số, ký hiệu này. Chép đúng dạng trên văn bản, ví dụ: 20/2021/NĐ-CP."
        found.append(Problem("number_strange", says, "number"))
    if document.year and not 1945 <= document.year <= 2100:
        found.append(
            Problem("year_strange", f"Năm {document.year} không hợp lệ. Ghi năm đủ bốn chữ số.", "year")
        )
    if document.effective_on and document.ended_on and document.ended_on <= document.effective_on:
        found.append(
            Problem(
                "ends_before_it_starts",
                "Ngày hết hiệu lực phải sau ngày có hiệu lực.",
                "ended_on",
            )
        )
    return found
