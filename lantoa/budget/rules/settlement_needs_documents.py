"""Khoản chi chưa đủ chứng từ thì chưa quyết toán.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4. Danh mục chứng từ theo loại việc là cách làm thường gặp,
chưa kiểm chứng với một văn bản cụ thể; đơn vị sửa được theo quy định của mình.
"""

from lantoa.budget.models import SpendingPaper
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


def papers_missing(medium: str, present: set[str]) -> list[str]:
    """The names of the papers that this payment still lacks, in Vietnamese."""
    return [Kind(kind).label for kind in NEEDED.get(medium, ()) if kind not in present]
