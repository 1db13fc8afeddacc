"""lantoa library learn-ranking: learns how much each feature counts in search. Knows no database."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from lantoa.commands.output import was_written
from lantoa.commands.retrieval_files import Refused, read_set
from lantoa.commands.words import Words

DONE, REFUSED = 0, 1
_USAGE = "lantoa library learn-ranking VĂN_BẢN.jsonl CÂU_HỎI.jsonl [--out TỆP]"


def run(argv: Sequence[str]) -> int:
    """Prints what the weights bring to questions they were not learned from: 0 done, 1 refused, 2 misused."""
    words = Words(
        _USAGE, "Học trọng số xếp hạng từ một nửa số câu hỏi, đo trên nửa kia và theo từng văn bản."
    )
    words.add_argument(
        "corpus", metavar="VĂN_BẢN", help="JSONL hoặc .gz, mỗi dòng {id, title, text, document}"
    )
    words.add_argument("questions", metavar="CÂU_HỎI", help="JSONL, .gz; mỗi dòng {id, text, relevant}")
    words.add_argument(
        "--out", metavar="TỆP", help="ghi trọng số vào tệp này (lantoa/library/search/weights.json)"
    )
    options = words.parse_args(argv)
    from lantoa.library.search.learning import tried_on_each_document, tried_on_other_half

    try:
        questions, corpus = read_set(options.questions, options.corpus)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return REFUSED
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    weights, half = tried_on_other_half(questions, corpus)
    parts = tried_on_each_document(questions, corpus)
    print(f"{'MRR@10 của phần không dùng để học':<40} câu hỏi  chưa học  đã học  không dấu")
    for one in (half, *parts):
        figures = f"{one.before:>9.4f} {one.after:>7.4f} {one.unmarked:>10.4f}"
        print(f"{one.part[:40]:<40} {one.questions:>7} {figures}")
    told = {
        "weights": weights.named,
        "learned_from": {"questions": len(questions) - half.questions, "texts": len(corpus)},
        "other_half": {"questions": half.questions, "mrr@10": half.after, "unlearned": half.before},
    }
    written = json.dumps(told, ensure_ascii=False, indent=2) + "\n"
    if not options.out:
        print(written, end="")
        return DONE
    return DONE if was_written(Path(options.out), written.encode()) else REFUSED
