"""`lantoa plan print ID --to FILE.docx|.pdf`: a plan as it is signed. ID: the number in its address."""

import sys
from pathlib import Path

from lantoa.commands.django_ready import ready, tables_are_there
from lantoa.commands.output import was_written
from lantoa.commands.words import Words, number


def run(argv: list[str]) -> int:
    """Exit code 0 when printed, 1 when refused (a Vietnamese sentence on standard error), 2 on wrong use."""
    words = Words("lantoa plan print MÃ --to TỆP.docx|.pdf", "In kế hoạch ra DOCX hoặc PDF.")
    words.add_argument("id", type=number, metavar="MÃ", help="mã kế hoạch (số trong địa chỉ trang kế hoạch)")
    words.add_argument(
        "--to", metavar="TỆP", required=True, type=Path, help="tệp ghi ra, kết thúc bằng .docx hoặc .pdf"
    )
    options = words.parse_args(argv)
    if options.to.suffix.lower() not in (".docx", ".pdf"):
        print("Tên tệp phải kết thúc bằng .docx hoặc .pdf.", file=sys.stderr)
        return 2
    ready()
    if not tables_are_there():
        return 1
    return _print(options.id, options.to)


def _print(pk: int, to: Path) -> int:
    from lantoa.paper.writing import to_docx, to_pdf
    from lantoa.paper.writing.pdf import NoFont
    from lantoa.plans.models import Plan
    from lantoa.plans.printing import to_official
    from lantoa.plans.queries import with_parts

    plan = with_parts(Plan.objects.filter(pk=pk)).first()
    if plan is None:
        print(f"Không có kế hoạch số {pk}.", file=sys.stderr)
        return 1
    write = to_docx if to.suffix.lower() == ".docx" else to_pdf
    try:
        printed = write(to_official(plan))
    except NoFont as why:
        print(why, file=sys.stderr)
        return 1
    if not was_written(to, printed):
        return 1
    print(f"Đã in {plan} ra {to}.")
    return 0
