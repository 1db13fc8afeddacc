"""Kiểm chứng bản đã duyệt: is what stands in the house what was signed, and the same outside the house.

A package holds everything needed to ask again without Lan Tỏa: the signed text byte by byte, the files, who
signed when, the sealed lines of the audit log, and a program that compares them (`check_package.py`).
"""

import hashlib
import io
import json
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from importlib import resources
from typing import Any

from lantoa.common import audit, dates
from lantoa.common.dates import VIETNAM
from lantoa.common.files import path_of
from lantoa.content.models import Approval, EditionVersion, VersionWriter
from lantoa.content.rules.canonical_form import hash_now, sha256_of
from lantoa.content.rules.urgent_is_reviewed_after import flag

PROGRAM = "kiem-tra.py"
_LEADERS = (Approval.Step.LEADER, Approval.Step.WARD_LEADER)


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: whether it holds, and the sentence that says so."""

    ok: bool
    says: str


def verify(version: EditionVersion) -> list[Finding]:
    """Everything that must hold for an approved version, each looked at anew. Reads the files' bytes."""
    passed = list(
        version.approvals.filter(decision=Approval.Decision.PASSED).select_related("by").order_by("at", "id")
    )
    return [
        *_text(version),
        *_signatures(version, passed),
        *_persons(version, passed),
        *_files(version),
        *_log(version),
    ]


def _text(version: EditionVersion) -> list[Finding]:
    if not version.sha256:
        return [Finding(False, "Bản này chưa được gửi duyệt nên chưa có mã.")]
    kept = sha256_of(version.canonical) == version.sha256
    now = hash_now(version) == version.sha256
    return [
        Finding(
            kept,
            "Nội dung lưu lúc gửi duyệt khớp mã." if kept else "Nội dung lưu lúc gửi duyệt KHÔNG khớp mã.",
        ),
        Finding(now, "Nội dung hiện nay khớp mã." if now else "Nội dung hiện nay KHÔNG khớp mã đã ký."),
    ]


def _signatures(version: EditionVersion, passed: list[Approval]) -> list[Finding]:
    found = []
    for one in passed:
        same = one.sha256 == version.sha256
        who = f"{one.step_says}: {one.by}, {one.at.astimezone(VIETNAM):%H:%M %d/%m/%Y}"
        who += f", giữ {one.carried} kết luận của bản trước" if one.carried else ""
        found.append(Finding(same, f"{who}, ký đúng mã này." if same else f"{who}, ký một mã KHÁC."))
    urgent = next((one for one in passed if one.review_by), None)
    if not any(one.step == Approval.Step.POLICY_CHECK for one in passed) and urgent:
        says = flag(urgent.review_by, dates.today())
        found.append(
            Finding((urgent.review_by or date.min) > dates.today(), f"{says}. Lý do: {urgent.reason}")
        )
    elif not any(one.step == Approval.Step.POLICY_CHECK for one in passed):
        found.append(Finding(False, "Chưa có ai kiểm tra chính sách."))
    if not any(one.step in _LEADERS for one in passed):
        found.append(Finding(False, "Chưa có lãnh đạo nào duyệt."))
    return found


def _persons(version: EditionVersion, passed: list[Approval]) -> list[Finding]:
    writers = set(
        VersionWriter.objects.filter(edition_id=version.edition_id).values_list("user_id", flat=True)
    )
    steps: dict[int, set[str]] = defaultdict(set)
    for one in passed:
        steps[one.by_id].add(one.step)
    wrote = not writers & steps.keys()
    twice = all(len(own) == 1 for own in steps.values())
    return [
        Finding(
            wrote,
            "Không ai soạn mà kiểm tra hoặc duyệt." if wrote else "Người soạn đã kiểm tra hoặc duyệt bài.",
        ),
        Finding(twice, "Mỗi người chỉ làm một bước." if twice else "Một người đã làm hai bước duyệt."),
    ]


def _files(version: EditionVersion) -> list[Finding]:
    found = []
    for stored in version.files.order_by("id"):
        path = path_of(stored.sha256)
        same = path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() == stored.sha256
        found.append(Finding(same, f"Tệp “{stored.name}” {'khớp mã.' if same else 'MẤT hoặc đã bị sửa.'}"))
    return found


def _log(version: EditionVersion) -> list[Finding]:
    broken = audit.first_broken()
    if broken is None:
        return [Finding(True, "Nhật ký đã niêm không bị sửa dòng nào.")]
    return [Finding(False, f"Nhật ký bị sửa từ dòng {broken.pk}.")]


def package(version: EditionVersion) -> bytes:
    """One ZIP, the same bytes for the same records: text, signatures, sealed lines, files, the program."""
    parts = {
        "noi-dung.json": version.canonical.encode(),
        "phe-duyet.json": _plain(_record(version)),
        "nhat-ky.json": _plain(audit.sealed_about(version)),
        PROGRAM: resources.files("lantoa.content").joinpath("check_package.py").read_bytes(),
    }
    for stored in version.files.order_by("id"):
        parts[f"tep/{stored.sha256}"] = path_of(stored.sha256).read_bytes()
    sums = "".join(f"{hashlib.sha256(parts[name]).hexdigest()}  {name}\n" for name in sorted(parts))
    parts["SHA256SUMS"] = sums.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts[name])
    return out.getvalue()


def _record(version: EditionVersion) -> dict[str, Any]:
    approvals = version.approvals.select_related("by", "unit").order_by("at", "id")
    return {
        "version": version.pk,
        "sha256": version.sha256,
        "approvals": [
            {
                "step": one.step,
                "step_says": one.step_says,
                "decision": one.decision,
                "by": one.by_id,
                "by_name": str(one.by),
                "unit": str(one.unit),
                "at": one.at.isoformat(),
                "sha256": one.sha256,
                "verdicts": one.verdicts,
                "review_by": one.review_by.isoformat() if one.review_by else None,
            }
            for one in approvals
        ],
        "writers": sorted(
            VersionWriter.objects.filter(edition_id=version.edition_id).values_list("user_id", flat=True)
        ),
    }


def _plain(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1).encode()
