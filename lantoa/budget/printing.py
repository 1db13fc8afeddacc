"""Bảng quyết toán: the settlement of a plan on paper, the total in figures and in words (mục IV.4).

The columns follow common practice; no official form was found for this table.
"""

from lantoa.budget.queries import Book
from lantoa.language.amounts import amount_in_words
from lantoa.paper.structure import OfficialDocument, Paragraph, Section, Signer, Table
from lantoa.plans.signature import Signature, lines_of

NO_ESTIMATE = "Kế hoạch chưa có dự toán theo nguồn, chưa có khoản chi nào."


def figures(vnd: int) -> str:
    """1.250.000, without the unit: the unit stands in the head of the table."""
    return f"{vnd:,}".replace(",", ".")


def settlement_paper(book: Book) -> OfficialDocument:
    """The settlement of a plan so far; the amount in words as the unit writes it ("lẻ" or "linh")."""
    plan = book.plan
    rows = [
        [
            str(number),
            line.item.title,
            line.source.name[:1].upper() + line.source.name[1:],
            figures(line.estimate_vnd),
            figures(line.paid_vnd),
            figures(line.left_vnd),
            _papers(line.payments, line.missing),
        ]
        for number, line in enumerate(book.lines, 1)
    ]
    table = Table.simple(
        ["TT", "Nội dung", "Nguồn kinh phí", "Dự toán", "Đã chi", "Còn lại", "Chứng từ"],
        rows,
        widths=[0.5, 3.2, 2.9, 1.2, 1.2, 1.2, 2.4],
        aligns=["center", "left", "left", "right", "right", "right", "left"],
        total=[
            "",
            "Tổng cộng",
            "",
            figures(book.estimate_vnd),
            figures(book.paid_vnd),
            figures(book.left_vnd),
            "",
        ],
    )
    words = amount_in_words(book.paid_vnd, plan.unit.zero_tens) if book.paid_vnd >= 0 else "chưa xác định"
    signature = Signature(plan.on_behalf_of, plan.signing_mode, plan.head_title, plan.signer_title)
    return OfficialDocument(
        superior=plan.superior_name,
        issuer=plan.issuer_name,
        place=plan.place,
        year=plan.year,
        kind="BẢNG QUYẾT TOÁN KINH PHÍ",
        title=plan.title,
        note="Đơn vị tính: đồng",
        sections=[
            Section(
                1,
                "",
                "",
                [
                    table if rows else Paragraph(NO_ESTIMATE),
                    Paragraph(f"Số tiền đã chi (bằng chữ): {words}.", italic=True),
                ],
            ),
        ],
        signers=[
            Signer(["NGƯỜI LẬP"], note="(Ký, ghi rõ họ tên)"),
            Signer(["KẾ TOÁN"], note="(Ký, ghi rõ họ tên)"),
            Signer(lines_of(signature) or ["THỦ TRƯỞNG ĐƠN VỊ"], name=plan.signer_name),
        ],
        landscape=True,
    )


def _papers(payments: list, missing: list[str]) -> str:
    have = "; ".join(
        f"{paper.get_kind_display()} {paper.number}".strip() for p in payments for paper in p.papers.all()
    )
    lacking = f"Còn thiếu: {', '.join(missing)}" if missing else ""
    return "\n".join(part for part in (have, lacking) if part) or "Chưa có"
