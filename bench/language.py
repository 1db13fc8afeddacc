"""Reading citations: how the time grows with the text. Reading and printing a plan."""

import tempfile
from collections.abc import Callable
from importlib import resources
from pathlib import Path

from bench.figure import Figure, milliseconds, print_figures
from lantoa.language.citations import read_citations
from lantoa.paper.reading import read_official
from lantoa.paper.writing import to_docx, to_pdf
from lantoa.plans.reading import read_plan

PASSAGE = (
    "Căn cứ Nghị định số 07/2021/NĐ-CP ngày 27 tháng 01 năm 2021 của Chính phủ quy định chuẩn nghèo "
    "đa chiều; hộ nghèo theo điểm a khoản 2 Điều 3 Nghị định này được vay vốn, học nghề và cấp thẻ bảo hiểm. "
)


def measure() -> int:
    print_figures(_citations())
    print_figures(_plan())
    return 0


def _citations() -> list[Figure]:
    short, long = PASSAGE * 25, PASSAGE * 100
    words = len(long.split())
    once = min(milliseconds(lambda: read_citations(short), 5))
    four_times = min(milliseconds(lambda: read_citations(long), 5))
    size = f"{words:,} words, {len(read_citations(long))} citations"
    return [
        Figure("citations: time of 4x the text / time of the text", four_times / once, "ratio", size, 6),
        Figure("citations: 1,000 words", four_times / words * 1000, "ms", size),
    ]


def _plan() -> list[Figure]:
    paper = Path(str(resources.files("lantoa.demo") / "papers" / "ke-hoach.md"))
    document = read_official(paper).document
    pages = "the demo plan, two pages"
    figures = [
        Figure("plan: read from Markdown, child process included", *_best(lambda: read_plan(paper)), pages),
        Figure("plan: printed as DOCX", *_best(lambda: to_docx(document)), pages),
        Figure("plan: printed as PDF", *_best(lambda: to_pdf(document)), pages),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for kind, write in [("DOCX", to_docx), ("PDF", to_pdf)]:
            printed = Path(folder) / f"plan.{kind.lower()}"
            printed.write_bytes(write(document))
            figures.append(
                Figure(f"plan: read back from {kind}", *_best(lambda at=printed: read_plan(at)), pages)
            )
    return figures


def _best(action: Callable[[], object]) -> tuple[float, str]:
    return min(milliseconds(action, 3)), "ms"
