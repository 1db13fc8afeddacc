"""`lantoa plan read FILE [--json]`: what a plan says, without storing it. No server, no database."""

import json
import sys
from pathlib import Path

from lantoa.commands.words import Words
from lantoa.language.citations import read_citations
from lantoa.plans.reading import PlanReading, Unreadable, read_plan

GROUPS = {"official": "cán bộ", "household": "hộ dân"}


def run(argv: list[str]) -> int:
    """Exit code 0 when read, 1 when refused (a Vietnamese sentence on standard error), 2 on wrong use."""
    words = Words(
        "lantoa plan read TỆP [--json]", "Đọc một kế hoạch (DOCX, PDF có chữ, Markdown), không lưu gì."
    )
    words.add_argument("file", metavar="TỆP", help="tệp kế hoạch")
    words.add_argument("--json", action="store_true", help="in ra JSON cho máy đọc")
    options = words.parse_args(argv)
    path = Path(options.file)
    try:
        plan = read_plan(path, path.name, read_citations)
    except Unreadable as refused:
        print(str(refused), file=sys.stderr)
        return 1
    except IsADirectoryError:
        print(f"“{path}” là thư mục, không phải tệp.", file=sys.stderr)
        return 1
    except OSError:
        print(f"Không mở được tệp “{path}”. Hãy kiểm tra lại đường dẫn.", file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps(plan.as_dict(), ensure_ascii=False, indent=2))
    else:
        print(say(plan))
    return 0


def say(plan: PlanReading) -> str:
    """The reading as lines for a person."""
    number = f"{plan.number or '…'}/{plan.symbol or '…'}"
    day = plan.issued_on.strftime("%d/%m/%Y") if plan.issued_on else "chưa có"
    lines = [
        f"{plan.kind or 'Văn bản'}: {plan.title or 'chưa có trích yếu'}",
        f"Số, ký hiệu: {number}    Ngày: {day}    Địa danh: {plan.place or 'chưa có'}",
        f"Cơ quan ban hành: {plan.issuer or 'chưa có'}    Cơ quan chủ quản: {plan.superior or 'chưa có'}",
    ]
    lines += _listed("Căn cứ", [str(basis["text"]) for basis in plan.legal_bases])
    lines += _listed("Mục", [f"{s.where} {s.title}".strip() for s in plan.sections])
    lines += _listed("Đối tượng", [f"{a.name} ({GROUPS[a.group]}; {a.where})" for a in plan.audiences])
    lines += _listed("Nội dung", plan.topics)
    lines += _listed("Phương thức", [f"{c.name} ({c.where})" for c in plan.channels])
    lines += _listed(
        "Nhiệm vụ",
        [
            f"{t.text} [chủ trì: {t.lead or 'chưa có'}; phối hợp: {', '.join(t.with_) or 'chưa có'}]"
            for t in plan.tasks
        ],
    )
    lines += _listed("Nguồn kinh phí", plan.funding_sources)
    lines += _listed("Nơi nhận", plan.recipients)
    signer = " ".join(part for part in (plan.signer.mode, plan.signer.title) if part) or "chưa có"
    lines += ["", f"Người ký: {signer}, {plan.signer.name or 'chưa có họ tên'}"]
    lines += _listed("Chưa có trong văn bản", [gap.why for gap in plan.missing])
    lines += _listed("Có thể là (người đọc quyết định)", [f"{p.name} ({p.where})" for p in plan.proposed])
    return "\n".join(lines)


def _listed(name: str, values: list[str]) -> list[str]:
    return ["", f"{name}:", *(f"  - {value}" for value in values)] if values else []


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
