"""Bằng chứng phải có tệp kèm theo; lời báo suông chỉ được mức E1.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.4 (thanh quyết toán đúng quy định cần chứng từ).
Every kind but a statement needs its file; a statement needs its words. The grade follows from the kind
alone (deliveries.models.GRADE_OF), so nobody chooses how well her own work is proved.
"""

from lantoa.common.files import DOCUMENTS, PAPERS, PHOTOS
from lantoa.common.problems import Problem
from lantoa.deliveries.models import Evidence

# Which kinds of file each kind of evidence may be; a sensor or a machine may hand over a plain text log.
TAKES = {
    Evidence.Kind.MATERIAL: DOCUMENTS,
    Evidence.Kind.REGISTER: DOCUMENTS,
    Evidence.Kind.SENSOR: DOCUMENTS,
    Evidence.Kind.SIGNED_LOG: PAPERS,
    Evidence.Kind.PHOTO: PHOTOS,
    Evidence.Kind.ROSTER: PAPERS,
}


def problems_with_evidence(kind: str, has_file: bool, note: str) -> list[Problem]:
    """What is missing from one piece of evidence."""
    if kind not in Evidence.Kind.values:
        return [Problem("evidence_kind", "Chọn loại bằng chứng.", "evidence_kind")]
    if kind == Evidence.Kind.STATEMENT:
        if not note.strip():
            return [
                Problem("evidence_note", "Ghi lời báo: ai báo, báo điều gì. Hoặc nộp ảnh, nhật ký.", "note")
            ]
        return []
    if not has_file:
        said = Evidence.Kind(kind).label.lower()
        return [
            Problem("evidence_file", f"Bằng chứng “{said}” phải kèm tệp. Chọn tệp hoặc chụp ảnh.", "file")
        ]
    return []
