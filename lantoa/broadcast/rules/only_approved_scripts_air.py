"""Chỉ bài phát thanh đã duyệt và còn đúng vào ngày phát mới được lên lịch, kể cả phần duyệt của phường.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (duyệt bài trên đài thành phố và đài phường, xã).
Asked again on the day itself by every list that lets something out; nothing here is remembered.
"""

from datetime import date

from lantoa.common.dates import say
from lantoa.common.problems import Problem
from lantoa.content.models import EditionKind, EditionVersion
from lantoa.content.queries import Airable


def problems_with_script(version: EditionVersion, airable: Airable, day: date) -> list[Problem]:
    """Why this version cannot air on that day."""
    if version.edition.kind != EditionKind.RADIO:
        return [Problem("not_a_script", "Chỉ bài phát thanh mới lên lịch phát được.", "version")]
    if airable.ok:
        return []
    why = " ".join(str(reason) for reason in airable.reasons)
    says = f"Bài “{version.edition.article}” không được phát ngày {say(day)}. {why}"
    return [Problem("script_not_airable", says.strip(), "version")]
