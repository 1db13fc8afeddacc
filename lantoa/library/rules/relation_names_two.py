"""Một quan hệ nối hai văn bản khác nhau; điều khoản nêu trong quan hệ phải thuộc đúng văn bản của nó.

Căn cứ: các loại quan hệ của cơ sở dữ liệu quốc gia về pháp luật; dẫn chiếu trong một văn bản thì được.
"""

from lantoa.common.problems import Problem
from lantoa.library.models import Relation


def problems_with(relation: Relation) -> list[Problem]:
    """Why this relation cannot be recorded, or nothing."""
    found = []
    if relation.source_id == relation.target_id and relation.kind != Relation.Kind.REFER:
        says = "Một văn bản chỉ có thể dẫn chiếu chính mình. Chọn văn bản kia."
        found.append(Problem("relates_to_itself", says, "other"))
    ends = [
        (relation.source, relation.source_provision, "source_provision"),
        (relation.target, relation.target_provision, "target_provision"),
    ]
    for document, provision, field in ends:
        if provision and provision.document_id != document.pk:
            says = f"{provision} không thuộc {document}. Chọn lại điều khoản."
            found.append(Problem("provision_of_another", says, field))
    return found
