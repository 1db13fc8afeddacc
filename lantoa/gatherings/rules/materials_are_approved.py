"""Tài liệu phát tại lớp, hội nghị phải là bản đã duyệt và còn đúng vào ngày tổ chức.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (duyệt bài tuyên truyền trước khi đến người dân).
"""

from collections.abc import Iterable
from datetime import date

from lantoa.common.problems import Problem
from lantoa.content.models import EditionVersion
from lantoa.content.queries import airable


def problems_with_materials(versions: Iterable[EditionVersion], day: date) -> list[Problem]:
    """One problem for each version that may not go out on `day`."""
    versions = list(versions)
    answers = airable(versions, day)
    return [
        Problem(
            "material_not_airable",
            f"“{version.edition.article}” không dùng được ngày {day:%d/%m/%Y}: "
            + "; ".join(answers[version.pk].reasons),
            "materials",
        )
        for version in versions
        if not answers[version.pk].ok
    ]
