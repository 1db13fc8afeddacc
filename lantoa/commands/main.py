"""`lantoa ...`: finds the module of a command and runs it. Modules load only when asked for: quick start.

Exit codes: 0 done, 1 refused with a Vietnamese sentence on standard error, 2 wrong use.
"""

import importlib
import sys
from pathlib import Path

from lantoa.common.text import tidy

# words of the command -> (module under lantoa.commands, what it does)
COMMANDS: dict[tuple[str, ...], tuple[str, str]] = {
    ("plan", "read"): ("plan_read", "đọc một kế hoạch (DOCX, PDF, Markdown), không lưu"),
    ("plan", "print"): ("plan_print", "in một kế hoạch ra DOCX hoặc PDF"),
    ("citations",): ("citations", "đọc các trích dẫn văn bản trong một đoạn lời"),
    ("library", "evaluate"): ("library_evaluate", "đo xem tìm kiếm trả lời một bộ câu hỏi tốt đến đâu"),
    ("library", "learn-ranking"): (
        "library_learn_ranking",
        "học trọng số xếp hạng từ một bộ câu hỏi, đo trên phần không dùng để học",
    ),
    ("library", "reindex"): ("library_reindex", "làm lại chỉ mục tìm kiếm từ các điều khoản"),
    ("units", "successors"): ("units", "một đơn vị được chuyển thành những đơn vị nào"),
    ("units", "outlines"): ("units_outlines", "nhập ranh giới đơn vị từ GeoJSON"),
    ("units",): ("units", "các đơn vị vào một ngày"),
    ("people", "sizes"): ("people_sizes", "nhập quy mô nhóm đối tượng từ bảng tính XLSX"),
    ("content", "approve"): ("content_approve", "duyệt một phiên bản, qua đúng các quy tắc của màn hình"),
    ("content", "verify"): ("content_verify", "xem một bản đã duyệt còn đúng từng byte, đúng người ký không"),
    ("content", "export"): ("content_export", "xuất gói kiểm chứng được ở nơi không có Lan Tỏa"),
    ("library", "export"): ("library_export", "xuất một văn bản ra Akoma Ntoso 3 (XML) hoặc JSON-LD"),
    ("library", "load"): ("library_load", "nạp dữ liệu luật dạng JSON theo dòng, ghi là chưa kiểm chứng"),
    ("library", "add"): ("library_add", "đọc văn bản luật trong tệp, thư mục thành đề xuất chờ xác nhận"),
    ("rules",): ("rules", "các quy tắc, căn cứ của từng quy tắc và hiệu lực hôm nay của căn cứ ấy"),
    ("setup",): ("setup", "chuẩn bị cơ sở dữ liệu và dữ liệu tham chiếu"),
    ("user", "add"): ("user_add", "thêm một người dùng và giao nhiệm vụ"),
    ("serve",): ("serve", "phục vụ trang web và chạy việc định kỳ"),
    ("tick",): ("tick", "chạy các việc định kỳ một lần"),
    ("demo",): ("demo", "nạp dữ liệu mẫu rồi phục vụ"),
}


def usage() -> str:
    lines = ["Cách dùng: lantoa LỆNH ...", ""]
    lines += [f"  lantoa {' '.join(words):<18} {says}" for words, (_, says) in COMMANDS.items()]
    return "\n".join(lines)


def _typed(word: str) -> str:
    """A word through the door of texts; a file is called as the disk calls it."""
    path = word.partition("=")[2] if word.startswith("--") and "=" in word else word
    try:
        return word if Path(path).exists() else tidy(word)
    except (OSError, ValueError):  # too long, or no path at all
        return tidy(word)


def main(argv: list[str] | None = None) -> int:
    """Run the command that the words name. Returns the exit code."""
    words = [_typed(word) for word in (sys.argv[1:] if argv is None else argv)]
    if words and words[0] in ("-h", "--help", "help"):
        print(usage())
        return 0
    for length in (2, 1):
        found = COMMANDS.get(tuple(words[:length]))
        if found and len(words) >= length:
            name = found[0]
            # A module that serves two commands ("units", "units successors") reads the second word itself.
            rest = words[1:] if name == "units" else words[length:]
            try:
                return importlib.import_module(f"lantoa.commands.{name}").run(rest)
            except SystemExit as ended:  # how `Words` ends after wrong use and after --help
                if not isinstance(ended.code, int):
                    raise
                return ended.code
    print(usage(), file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
