"""lantoa library evaluate: how well search answers a set of questions. Knows no database."""

import json
import sys
from collections.abc import Sequence

from lantoa.commands.retrieval_files import Refused, read_set
from lantoa.commands.words import Words

DONE, REFUSED = 0, 1
_USAGE = "lantoa library evaluate CÂU_HỎI.jsonl VĂN_BẢN.jsonl [--json]"
_NAMES = {
    "questions": "số câu hỏi",
    "recall@1": "tìm thấy ở vị trí đầu",
    "recall@5": "tìm thấy trong 5 kết quả đầu",
    "recall@10": "tìm thấy trong 10 kết quả đầu",
    "recall@20": "tìm thấy trong 20 kết quả đầu",
    "mrr@10": "nghịch đảo thứ hạng trung bình (MRR@10)",
    "mrr@10 unmarked": "như trên, câu hỏi không dấu",
}


def run(argv: Sequence[str]) -> int:
    """Prints the figures: 0 measured, 1 refused (a sentence on stderr), 2 misused."""
    words = Words(_USAGE, "Đo xem tìm kiếm trả lời các câu hỏi tốt đến đâu, xếp hạng đúng như kho văn bản.")
    words.add_argument("questions", metavar="CÂU_HỎI", help="JSONL hoặc .gz, mỗi dòng {id, text, relevant}")
    words.add_argument(
        "corpus", metavar="VĂN_BẢN", help="JSONL hoặc .gz, mỗi dòng {id, title, text, document}"
    )
    words.add_argument("--json", action="store_true", help="in ra JSON để máy đọc")
    options = words.parse_args(argv)
    from lantoa.library.search.evaluation import evaluate

    try:
        figures = evaluate(*read_set(options.questions, options.corpus))
    except Refused as refused:
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
