"""lantoa citations: reads the citations in a text and prints them, for a machine or for a person.

Knows no database and starts without Django, so it answers at once in any folder.
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from lantoa.commands.words import Words
from lantoa.language.citations import Citation, read_citations

DONE, REFUSED = 0, 1
MOST_BYTES = 64 * 1024 * 1024
_COLUMNS = ("Vị trí", "Văn bản", "Điều khoản", "Ngày", "Cơ quan ban hành", "Quan hệ")
_RELATIONS = {
    "can_cu": "căn cứ",
    "dan_chieu": "dẫn chiếu",
    "thuc_hien": "thực hiện",
    "theo_de_nghi": "theo đề nghị",
    "xet": "xét",
    "kem_theo": "kèm theo",
    "sua_doi_bo_sung": "sửa đổi, bổ sung",
    "bo_sung": "bổ sung",
    "thay_the": "thay thế",
    "thay_the_passive": "được thay thế bởi",
    "bai_bo": "bãi bỏ",
    "huy_bo": "hủy bỏ",
    "het_hieu_luc": "hết hiệu lực",
    "ngung_hieu_luc": "ngưng hiệu lực",
    "keo_dai_hieu_luc": "kéo dài hiệu lực",
    "dinh_chinh": "đính chính",
    "huong_dan": "hướng dẫn",
    "quy_dinh_chi_tiet": "quy định chi tiết",
    "lich_su_sua_doi": "đã được sửa đổi bởi",
}


_USAGE = "lantoa citations [TỆP|-] [--json] [--lines]"


class _Refused(Exception):
    """Says in one Vietnamese sentence why nothing was read."""


def run(argv: Sequence[str]) -> int:
    """`lantoa citations [FILE|-] [--json] [--lines]`: 0 read, 1 refused (a sentence on stderr), 2 misused."""
    words = Words(_USAGE, "Đọc các viện dẫn văn bản trong một đoạn văn tiếng Việt.")
    words.add_argument(
        "file",
        nargs="?",
        default="-",
        metavar="TỆP",
        help="tệp văn bản UTF-8; bỏ trống hoặc - để đọc đầu vào chuẩn",
    )
    words.add_argument("--json", action="store_true", help="in ra JSON để máy đọc")
    words.add_argument("--lines", action="store_true", help="mỗi dòng là một văn bản riêng")
    options = words.parse_args(argv)
    try:
        text = _text_of(options.file)
    except _Refused as refused:
        print(refused, file=sys.stderr)
        return REFUSED
    texts = _lines_of(text) if options.lines else [text]
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    for number, one in enumerate(texts, start=1):
        citations = read_citations(one)
        if options.json:
            _print_json(citations, one_line=options.lines)
        else:
            _print_table(citations, heading=f"Dòng {number}" if options.lines else None)
    return DONE


def _text_of(name: str) -> str:
    content = _bytes_of(name)
    if len(content) > MOST_BYTES:
        raise _Refused(f"Tệp lớn hơn {MOST_BYTES // 1024 // 1024} MB, không đọc.")
    if b"\0" in content:
        raise _Refused(
            f"“{name}” là tệp nhị phân, không phải văn bản. Hãy đưa tệp văn bản thuần (.txt, .md)."
        )
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Refused(
            f"“{name}” không phải văn bản UTF-8 (sai ở byte thứ {error.start + 1}). "
            "Hãy lưu lại với bảng mã UTF-8."
        ) from error


def _bytes_of(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    path = Path(name)
    try:
        if path.is_dir():
            raise _Refused(f"“{name}” là một thư mục, cần một tệp.")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise _Refused(f"Không tìm thấy tệp “{name}”.") from error
    except (OSError, ValueError) as error:
        raise _Refused(f"Không mở được tệp “{name}”.") from error


def _lines_of(text: str) -> list[str]:
    """Lines as an editor counts them: only line feeds part them, a last empty one is none."""
    lines = text.replace("\r\n", "\n").split("\n")
    return lines[:-1] if lines and not lines[-1] else lines


def _print_json(citations: list[Citation], one_line: bool) -> None:
    found = [citation.as_dict() for citation in citations]
    print(json.dumps(found, ensure_ascii=False, indent=None if one_line else 2))


def _print_table(citations: list[Citation], heading: str | None) -> None:
    if heading:
        print(heading)
    if not citations:
        print("Không có viện dẫn nào.")
        return
    rows = [_COLUMNS, *(_row(citation) for citation in citations)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    print(f"Tổng số: {len(citations)} viện dẫn.")


def _row(citation: Citation) -> tuple[str, ...]:
    return (
        f"{citation.start}-{citation.end}",
        _document_of(citation),
        _place_of(citation),
        _day_of(citation.date),
        citation.issuer or "",
        _RELATIONS.get(citation.relation or "", ""),
    )


def _document_of(citation: Citation) -> str:
    named = [citation.type, citation.name, citation.full or citation.number]
    if not citation.full and not citation.date and citation.year and not citation.number:
        named.append(str(citation.year))
    if citation.self:
        named.append("(văn bản này)")
    elif citation.anaphora:
        named.append("(nêu trước đó)")
    return " ".join(part for part in named if part)


def _place_of(citation: Citation) -> str:
    named = [("điểm", citation.point), ("khoản", citation.clause), ("Điều", citation.article)]
    named += [("Mục", citation.section), ("Chương", citation.chapter), ("Phần", citation.part)]
    place = " ".join(f"{word} {value}" for word, value in named if value)
    return f"{place} đến Điều {citation.article_to}" if citation.article_to else place


def _day_of(iso: str | None) -> str:
    return "/".join(reversed(iso.split("-"))) if iso else ""
