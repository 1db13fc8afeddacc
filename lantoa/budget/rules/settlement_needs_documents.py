"""Khoản chi chưa đủ chứng từ thì chưa quyết toán.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4. Danh mục chứng từ theo loại việc là cách làm thường gặp,
chưa kiểm chứng với một văn bản cụ thể; đơn vị sửa được theo quy định của mình.
A paper counts with its number, its date and whom it paid; one without stays listed as what it still lacks.
"""

from collections.abc import Iterable

from lantoa.budget.models import SpendingPaper
from lantoa.common.problems import Problem
from lantoa.plans.models import Channel

Kind = SpendingPaper.Kind
# medium of the channel -> papers that the dossier of a payment should hold (practice, unverified)
NEEDED: dict[str, tuple[str, ...]] = {
    Channel.Medium.GATHERING: (Kind.RECEIPT_LIST, Kind.INVOICE),
    Channel.Medium.DISPLAY: (Kind.CONTRACT, Kind.INVOICE, Kind.ACCEPTANCE),
    Channel.Medium.PRINT: (Kind.CONTRACT, Kind.INVOICE, Kind.ACCEPTANCE),
    Channel.Medium.BROADCAST: (Kind.RECEIPT_LIST,),
    Channel.Medium.POST: (Kind.INVOICE,),
}
ANY = (Kind.RECEIPT_LIST, Kind.INVOICE)  # for a medium of which no practice is known: both


def papers_missing(medium: str, papers: Iterable[SpendingPaper], payee: str) -> list[str]:
    """What this payment still lacks in papers, in Vietnamese. payee: whom the payment names."""
    best: dict[str, list[str]] = {}
    for paper in papers:
        lacks = parts_missing(paper, payee)
        if paper.kind not in best or len(lacks) < len(best[paper.kind]):
            best[paper.kind] = lacks
    return [_told(kind, best.get(kind)) for kind in NEEDED.get(medium, ANY) if best.get(kind) != []]


def parts_missing(paper: SpendingPaper, payee: str) -> list[str]:
    """Which of number, date and payee a paper does not say."""
    parts = {
        "số": says_something(paper.number),
        "ngày": paper.dated is not None,
        "người nhận tiền": says_something(paper.payee) or says_something(payee),
    }
    return [name for name, is_there in parts.items() if not is_there]


def problems_with_payee(payee: str) -> list[Problem]:
    """A payment says who got the money."""
    if says_something(payee):
        return []
    return [Problem("payee", "Ghi đơn vị hoặc người nhận tiền.", "payee")]


def says_something(words: str) -> bool:
    """A dash or a blank is no number and no name."""
    return any(letter.isalnum() for letter in words)


def _told(kind: str, lacks: list[str] | None) -> str:
    name = Kind(kind).label.lower()
    return name if lacks is None else f"{', '.join(lacks)} của {name}"
