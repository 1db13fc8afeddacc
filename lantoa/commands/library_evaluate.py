"""lantoa library evaluate: how well search answers a set of questions. Knows no database."""

import gzip
import json
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any, TypeVar

from lantoa.commands.words import Words

DONE, REFUSED = 0, 1
MOST_BYTES = 512 * 1024 * 1024  # also of what a .gz unpacks to
_USAGE = "lantoa library evaluate CÂU_HỎI.jsonl VĂN_BẢN.jsonl [--json]"
Row = TypeVar("Row")
_NAMES = {
    "questions": "số câu hỏi",
    "recall@1": "tìm thấy ở vị trí đầu",
    "recall@5": "tìm thấy trong 5 kết quả đầu",
    "recall@10": "tìm thấy trong 10 kết quả đầu",
    "recall@20": "tìm thấy trong 20 kết quả đầu",
    "mrr@10": "nghịch đảo thứ hạng trung bình (MRR@10)",
}


class _Refused(Exception):
    """Says in one Vietnamese sentence why nothing was measured."""


def run(argv: Sequence[str]) -> int:
    """Prints the figures: 0 measured, 1 refused (a sentence on stderr), 2 misused."""
    words = Words(_USAGE, "Đo xem tìm kiếm trả lời các câu hỏi tốt đến đâu, xếp hạng đúng như kho văn bản.")
    words.add_argument("questions", metavar="CÂU_HỎI", help="JSONL hoặc .gz, mỗi dòng {id, text, relevant}")
    words.add_argument(
        "corpus", metavar="VĂN_BẢN", help="JSONL hoặc .gz, mỗi dòng {id, title, text, document}"
    )
    words.add_argument("--json", action="store_true", help="in ra JSON để máy đọc")
    options = words.parse_args(argv)
    try:
        figures = _measured(options.questions, options.corpus)
    except _Refused as refused:
        print(refused, file=sys.stderr)
        return REFUSED
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    if options.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            print(f"{_NAMES[name]:<42} {value}")
    return DONE


def _measured(questions_name: str, corpus_name: str) -> dict[str, float]:
    from lantoa.library.search.evaluation import Asked, evaluate

    questions = _rows(questions_name, lambda row: Asked(_words(row), _relevant(row)))
    corpus = _rows(corpus_name, _text)
    known = {one.id for one in corpus}
    if len(known) < len(corpus):
        raise _Refused(f"“{corpus_name}” có hai đoạn cùng một id. Mỗi đoạn cần một id riêng.")
    missing = sorted(set().union(*(one.relevant for one in questions)) - known)
    if missing:
        raise _Refused(f"Câu hỏi dẫn tới đoạn “{missing[0]}” không có trong “{corpus_name}”.")
    return evaluate(questions, corpus)


def _text(row: dict[str, Any]) -> Any:
    from lantoa.library.search.evaluation import Text

    return Text(str(row["id"]), str(row.get("title") or ""), _words(row), str(row.get("document") or ""))


def _words(row: dict[str, Any]) -> str:
    if not isinstance(row["text"], str):
        raise TypeError
    return row["text"]


def _relevant(row: dict[str, Any]) -> frozenset[str]:
    if not isinstance(row["relevant"], list) or not row["relevant"]:
        raise TypeError
    return frozenset(str(one) for one in row["relevant"])


def _rows(name: str, read: Callable[[dict[str, Any]], Row]) -> list[Row]:
    """The rows of a file, each through `read`; refuses with the line that cannot be read."""
    rows: list[Row] = []
    read_so_far = 0
    try:
        for line in _lines(name):
            read_so_far += 1
            if line.strip():
                rows.append(read(json.loads(line)))
    except FileNotFoundError:
        raise _Refused(f"Không tìm thấy tệp “{name}”.") from None
    except UnicodeDecodeError:
        raise _Refused(f"“{name}” không phải văn bản UTF-8.") from None
    except (OSError, EOFError, zlib.error):
        raise _Refused(f"Không đọc được tệp “{name}”; tệp có thể hỏng hoặc không phải JSONL.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise _Refused(f"Dòng {read_so_far} của “{name}” không đúng dạng JSON cần có.") from None
    if not rows:
        raise _Refused(f"“{name}” không có dòng nào.")
    return rows


def _lines(name: str) -> Iterator[str]:
    left = MOST_BYTES
    with _opened(Path(name)) as file:
        while line := file.readline(left + 1):
            first, left = left == MOST_BYTES, left - len(line)
            if left < 0:
                raise _Refused(f"“{name}” lớn hơn {MOST_BYTES // 1024 // 1024} MB, không đọc.")
            yield line.decode("utf-8-sig" if first else "utf-8")


def _opened(path: Path) -> IO[bytes]:
    """Packed or plain, told by its first bytes, not by its name."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(path) if packed else path.open("rb")  # type: ignore[return-value]
