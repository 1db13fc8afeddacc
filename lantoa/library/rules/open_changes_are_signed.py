"""Thay đổi mà văn bản nêu nhưng kho chưa tìm ra chỗ thì phải có người ký nhận là đã xem, không bỏ qua.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 (văn bản sửa đổi nêu rõ điều, khoản, điểm);
cách làm của phần mềm. What changes a document that is not here waits on the work list and needs no signature:
nothing rests on it yet. Leaving out a change that a paper states takes a reason.
"""

from collections.abc import Sequence

from lantoa.common.problems import Problem

SHOWN = 3


def problems_with_open_changes(open_places: Sequence[str], signed: bool) -> list[Problem]:
    """open_places: of changes of held documents that do not resolve exactly, as the paper names them."""
    if signed or not open_places:
        return []
    listed = "; ".join(open_places[:SHOWN])
    more = f" và {len(open_places) - SHOWN} chỗ khác" if len(open_places) > SHOWN else ""
    says = (
        f"Có {len(open_places)} thay đổi chưa xác định được chỗ: {listed}{more}. Xem từng chỗ rồi"
        " đánh dấu đã xem; mọi nội dung dựa vào chỗ gần nhất sẽ bị đánh dấu cần kiểm lại."
    )
    return [Problem("changes_unsettled", says, "signed")]
