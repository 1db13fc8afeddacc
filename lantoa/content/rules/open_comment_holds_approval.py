"""Còn góp ý chưa xử lý thì lãnh đạo chưa duyệt: người góp ý, người kiểm tra hoặc người duyệt xác nhận xong.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (duyệt bài trên đài thành phố và đài phường, xã); practice of
stations: what was noted in the margin is settled before the signature.
"""

from collections.abc import Sequence

from lantoa.common.problems import Problem


def problems_with_comments(passages: Sequence[str]) -> list[Problem]:
    """passages: for every open comment the label of its passage, e.g. "đoạn 2"."""
    if not passages:
        return []
    where = ", ".join(dict.fromkeys(passages))
    says = f"Còn {len(passages)} góp ý chưa xử lý ({where}). Xử lý xong góp ý rồi duyệt, hoặc trả lại bài."
    return [Problem("open_comment", says)]


def problems_with_closing(is_own: bool, is_writer: bool, is_checker: bool) -> list[Problem]:
    """May she say that a comment is settled? Its giver, or a checker or leader who wrote nothing, may."""
    if is_own or (is_checker and not is_writer):
        return []
    says = (
        "Người viết trả lời góp ý bằng cách sửa bài. "
        "Người góp ý, người kiểm tra hoặc lãnh đạo duyệt xác nhận đã xong."
    )
    return [Problem("comment_not_hers", says)]
