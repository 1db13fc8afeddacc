"""Bảng quyết toán: the settlement of a plan on paper, the totals in figures and in words (mục IV.4).

The columns follow common practice; no official form was found for this table. It is a paper of the day on
which it is printed: of the unit that carries the plan on that day.
"""

from datetime import date

from lantoa.budget.parameters import budget_year
from lantoa.budget.queries import Book, Line, Payment
from lantoa.common.dates import say
from lantoa.language.amounts import amount_in_words
from lantoa.paper.structure import OfficialDocument, Paragraph, Section, Signer, Table
from lantoa.plans.letterhead import letterhead_on

NO_ESTIMATE = "Kế hoạch chưa có dự toán theo nguồn, chưa có khoản chi nào."
NO_HEIR = "Đơn vị lập kế hoạch không còn hoạt động và chưa ghi một đơn vị kế thừa: tên cơ quan để trống."
SETTLED = (
    "Cột “Đủ hồ sơ” chỉ gồm khoản chi đã chứng minh, đủ chứng từ có số, ngày, người nhận tiền và đã được "
    "người thứ hai soát."
)
COLUMNS = [
    ("TT", 0.5, "center"),
    ("Nội dung", 2.8, "left"),
    ("Nguồn kinh phí", 2.3, "left"),
    ("Dự toán", 1.2, "right"),
    ("Đã chi", 1.2, "right"),
    ("Đủ hồ sơ", 1.2, "right"),
    ("Còn lại", 1.2, "right"),
    ("Chứng từ", 2.6, "left"),
]


def figures(vnd: int) -> str:
    """1.250.000, without the unit: the unit stands in the head of the table."""
    return f"{vnd:,}".replace(",", ".")


def settlement_paper(book: Book, day: date) -> OfficialDocument:
    """The settlement of a plan as it stands on a day; amounts in words as the unit writes them ("lẻ")."""
    plan, head = book.plan, letterhead_on(book.plan, day)
    zero_tens = (head.unit or plan.unit).zero_tens
    names, widths, aligns = zip(*COLUMNS, strict=True)
    total = ["", "Tổng cộng", "", *map(figures, _sums(book)), ""]
    table = Table.simple(
        list(names),
        [_row(number, line) for number, line in enumerate(book.lines, 1)],
        widths=list(widths),
        aligns=list(aligns),
        total=total,
    )
    told = [
        Paragraph(f"Số tiền đã chi (bằng chữ): {_in_words(book.paid_vnd, zero_tens)}.", italic=True),
        Paragraph(f"Số tiền đủ hồ sơ (bằng chữ): {_in_words(book.settled_vnd, zero_tens)}.", italic=True),
        Paragraph(SETTLED, italic=True),
        Paragraph(_until(plan.year), italic=True),
        *([] if head.unit else [Paragraph(NO_HEIR, italic=True)]),
    ]
    return OfficialDocument(
        superior=head.superior,
        issuer=head.issuer,
        place=head.place,
        year=day.year,
        kind="BẢNG QUYẾT TOÁN KINH PHÍ",
        title=plan.title,
        note="Đơn vị tính: đồng",
        sections=[Section(1, "", "", [table if book.lines else Paragraph(NO_ESTIMATE), *told])],
        signers=[
            Signer(["NGƯỜI LẬP"], note="(Ký, ghi rõ họ tên)"),
            Signer(["KẾ TOÁN"], note="(Ký, ghi rõ họ tên)"),
            Signer(head.signer_lines, name=head.signer_name),
        ],
        landscape=True,
    )


def _sums(book: Book) -> tuple[int, int, int, int]:
    return book.estimate_vnd, book.paid_vnd, book.settled_vnd, book.left_vnd


def _row(number: int, line: Line) -> list[str]:
    source = line.source.name[:1].upper() + line.source.name[1:]
    amounts = (line.estimate_vnd, line.paid_vnd, line.settled_vnd, line.left_vnd)
    return [str(number), line.item.title, source, *map(figures, amounts), _papers(line)]


def _in_words(vnd: int, zero_tens: str) -> str:
    return amount_in_words(vnd, zero_tens) if vnd >= 0 else "chưa xác định"


def _until(year: int) -> str:
    money = budget_year(year)
    unread = "" if money.verified else "; điều, khoản chưa kiểm chứng"
    return f"Kinh phí năm {year} chi đến hết ngày {say(money.ends_on)} ({money.basis}{unread})."


def _papers(line: Line) -> str:
    """The papers of the payments that stand, what is lacking, what still waits for its second person."""
    standing = [one for one in line.payments if one.stands]
    have = [_told(one) for one in standing if one.spending.papers.all()]
    lacking = [f"Còn thiếu: {', '.join(line.missing)}"] if line.missing else []
    waiting = ["Chờ người thứ hai soát"] if line.waits else []
    return "\n".join(have + lacking + waiting) or "Chưa có"


def _told(one: Payment) -> str:
    papers = []
    for paper in one.spending.papers.all():
        number = f" số {paper.number}" if paper.number else ""
        dated = f" ngày {say(paper.dated)}" if paper.dated else ""
        papers.append(f"{paper.get_kind_display()}{number}{dated}")
    return "; ".join(papers)
