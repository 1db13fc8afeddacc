"""Kiểm tra gói bản đã duyệt, không cần Lan Tỏa: python3 kiem-tra.py [thư mục đã giải nén | gói.zip]

Chỉ dùng thư viện chuẩn của Python 3.9 trở lên. In từng điều đã xem; mã thoát 0 khi mọi điều đều đúng, 1 khi
có điều sai, 2 khi không mở được gói. So thêm mã in cuối cùng với mã mà cơ quan đã in khi xuất gói.
"""

import hashlib
import json
import sys
import zipfile
from pathlib import Path

LEADERS = ("leader", "ward_leader")


def parts_of(place):
    """Name -> bytes of everything in the package."""
    if place.is_dir():
        found = (path for path in place.rglob("*") if path.is_file())
        return {path.relative_to(place).as_posix(): path.read_bytes() for path in found}
    with zipfile.ZipFile(place) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sums_in(parts):
    lines = parts["SHA256SUMS"].decode().splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}


def seal_of(entry):
    words = json.dumps(entry["line"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{entry['before']}\n{words}".encode()).hexdigest()


def findings(parts):
    """(holds, sentence) for everything there is to compare."""
    sums = sums_in(parts)
    for name in sorted(set(sums) | set(parts) - {"SHA256SUMS"}):
        digest = hashlib.sha256(parts[name]).hexdigest() if name in parts else ""
        yield digest == sums.get(name), f"tệp {name} đúng từng byte"
    record = json.loads(parts["phe-duyet.json"])
    signed = hashlib.sha256(parts["noi-dung.json"]).hexdigest()
    yield signed == record["sha256"], "nội dung khớp mã đã ký"
    passed = [one for one in record["approvals"] if one["decision"] == "passed"]
    for one in passed:
        yield one["sha256"] == signed, f"{one['step_says']}: {one['by_name']}, {one['at']}, ký đúng mã này"
    checkers = {one["by"] for one in passed if one["step"] == "policy_check"}
    leaders = {one["by"] for one in passed if one["step"] in LEADERS}
    urgent = [one["review_by"] for one in passed if one.get("review_by")]
    if urgent and not checkers:
        yield True, f"duyệt gấp, phải hậu kiểm trước {urgent[0]}: lúc đóng gói chưa ai kiểm tra chính sách"
    else:
        yield bool(checkers), "có người kiểm tra chính sách"
    yield bool(leaders), "có lãnh đạo duyệt"
    steps = {(one["by"], one["step"]) for one in passed}
    yield not set(record["writers"]) & {by for by, _ in steps}, "không ai soạn mà kiểm tra hoặc duyệt"
    yield len(steps) == len({by for by, _ in steps}), "mỗi người chỉ làm một bước"
    for digest in json.loads(parts["noi-dung.json"])["files"]:
        kept = parts.get(f"tep/{digest}")
        yield kept is not None and hashlib.sha256(kept).hexdigest() == digest, f"tệp đính kèm {digest[:12]}"
    for entry in json.loads(parts["nhat-ky.json"]):
        yield seal_of(entry) == entry["seal"], f"dòng nhật ký {entry['line']['action']} còn nguyên niêm"


def main(arguments):
    place = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    try:
        parts = parts_of(place)
        found = list(findings(parts))
    except (OSError, KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile) as wrong:
        print(f"SAI   Gói thiếu phần hoặc hỏng: {type(wrong).__name__}.")
        return 2
    for holds, says in found:
        print(f"{'ĐÚNG' if holds else 'SAI '}  {says}")
    print(f"Mã của gói: {hashlib.sha256(parts['SHA256SUMS']).hexdigest()}")
    return 0 if all(holds for holds, _ in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
