"""A set of questions and the texts that answer them, as JSON lines, packed or not."""

import gzip
import json
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any, TypeVar

MOST_BYTES = 512 * 1024 * 1024  # also of what a .gz unpacks to
Row = TypeVar("Row")


class Refused(Exception):
    """Says in one Vietnamese sentence why nothing was measured."""


def read_set(questions_name: str, corpus_name: str) -> tuple[list[Any], list[Any]]:
    """(questions, texts) of two files that fit together. Raises Refused."""
    from lantoa.library.search.evaluation import Asked

    questions = _rows(questions_name, lambda row: Asked(_words(row), _relevant(row)))
    corpus = _rows(corpus_name, _text)
    known = {one.id for one in corpus}
    if len(known) < len(corpus):
        raise Refused(f"“{corpus_name}” có hai đoạn cùng một id. Mỗi đoạn cần một id riêng.")
    missing = sorted(set().union(*(one.relevant for one in questions)) - known)
    if missing:
        raise Refused(f"Câu hỏi dẫn tới đoạn “{missing[0]}” không có trong “{corpus_name}”.")
    return questions, corpus


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
        raise Refused(f"Không tìm thấy tệp “{name}”.") from None
    except UnicodeDecodeError:
        raise Refused(f"“{name}” không phải văn bản UTF-8.") from None
    except (OSError, EOFError, zlib.error):
        raise Refused(f"Không đọc được tệp “{name}”; tệp có thể hỏng hoặc không phải JSONL.") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused(f"Dòng {read_so_far} của “{name}” không đúng dạng JSON cần có.") from None
    if not rows:
        raise Refused(f"“{name}” không có dòng nào.")
    return rows


def _lines(name: str) -> Iterator[str]:
    left = MOST_BYTES
    with _opened(Path(name)) as file:
        while line := file.readline(left + 1):
            first, left = left == MOST_BYTES, left - len(line)
            if left < 0:
                raise Refused(f"“{name}” lớn hơn {MOST_BYTES // 1024 // 1024} MB, không đọc.")
            yield line.decode("utf-8-sig" if first else "utf-8")


def _opened(path: Path) -> IO[bytes]:
    """Packed or plain, told by its first bytes, not by its name."""
    with path.open("rb") as file:
        packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(path) if packed else path.open("rb")  # type: ignore[return-value]
