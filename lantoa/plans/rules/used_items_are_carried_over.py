"""Nội dung, nguồn đã có việc làm hoặc khoản chi thì kế hoạch thay thế phải giữ lại.

Căn cứ: Kế hoạch truyền thông 2025, mục III, IV.4 (kinh phí và thanh quyết toán); DESIGN 5. Giữ việc đã làm
và tiền đã chi đi theo nội dung là cách làm của sản phẩm, để không khoản chi nào mất chỗ.
"""

from collections.abc import Iterable

from lantoa.common.problems import Problem


def problems_with_removing(resting: Iterable[object]) -> list[Problem]:
    """Why an item is not taken out of a draft. resting: what hangs on it or on the item that it continues."""
    told = _told(resting)
    if not told:
        return []
    says = f"Không bỏ được nội dung này: đã có {told}. Giữ nội dung, giảm số lượng và dự toán về phần đã làm."
    return [Problem("item_in_use", says)]


def problems_with_dropping(title: str, resting: Iterable[object]) -> list[Problem]:
    """Why a plan is not issued that leaves out an item of the plan it replaces."""
    told = _told(resting)
    if not told:
        return []
    says = (
        f"Kế hoạch thay thế không còn nội dung “{title}” mà nội dung đó đã có {told}. "
        "Thêm lại nội dung này và chọn nó ở ô “Nối tiếp nội dung của kế hoạch trước”."
    )
    return [Problem("used_item_dropped", says)]


def problems_with_removing_source(resting: Iterable[object]) -> list[Problem]:
    """Why a source is not taken out of a draft. resting: what was spent from the pot that it continues."""
    told = _told(resting)
    if not told:
        return []
    says = f"Không bỏ được nguồn này: kế hoạch trước đã chi từ nguồn, {told}. Giữ nguồn với số tiền đã chi."
    return [Problem("source_was_spent", says)]


def _told(resting: Iterable[object]) -> str:
    return "; ".join(str(one) for one in resting)
