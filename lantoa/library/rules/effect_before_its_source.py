"""Thay đổi từ trước ngày ban hành văn bản làm ra nó (hiệu lực trở về trước, đính chính) phải nêu căn cứ.

Căn cứ: Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15 (hiệu lực trở về trước chỉ khi văn bản quy
định); đính chính thì đúng từ đầu. With a reason it is recorded, and shown as retroactive wherever it is told.
"""

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.library.models import Effect


def problems_with(effect: Effect) -> list[Problem]:
    """Refused only while nobody says where the earlier day is written."""
    if not effect.is_retroactive or effect.retroactive_why.strip():
        return []
    says = (
        f"{_told(effect)} Nếu đúng là hiệu lực trở về trước hoặc đính chính thì ghi căn cứ,"
        " không thì sửa ngày."
    )
    return [Problem("before_its_source", says, "retroactive_why")]


def warnings(effect: Effect) -> list[Problem]:
    """What a reader of a recorded retroactive change is told."""
    if not effect.is_retroactive:
        return []
    why = f" Căn cứ: {effect.retroactive_why}" if effect.retroactive_why else ""
    return [Problem("retroactive", f"{_told(effect)} Đây là hiệu lực trở về trước.{why}", "on")]


def _told(effect: Effect) -> str:
    issued = effect.source.issued_on if effect.source else None
    return f"Thay đổi từ {say(effect.on)} là trước ngày ban hành {effect.source} ({say(issued)})."
