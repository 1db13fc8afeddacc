"""Every line of a paper is in its head, in a provision or in its foot; what is in none of them is told."""

import re
from collections.abc import Iterator

from lantoa.common.problems import Problem
from lantoa.language.citations.kinds import KINDS
from lantoa.language.provisions import HEAD, LEFT, NOTE, Tree, read_tree
from lantoa.library.understanding.text import PaperText

MOST_DOUBTS, MOST_QUOTED, LONGEST_QUOTE = 40, 20, 160
_BASIS = re.compile(
    r"[\s\-+*•]*(?:căn cứ|xét|theo|thực hiện|tiếp tục thực hiện|trên cơ sở|sau khi|để|nhằm|kính gửi)\b",
    re.I,
)
_FORMULA = re.compile(
    r"\b(?:ban hành|quyết định|quyết nghị|nghị quyết|thông qua|yêu cầu|chỉ thị|thông báo|hướng dẫn"
    r"|kết luận)\b",
    re.I,
)
# What only the head of a paper has; words that are pasted without one begin with their first provision.
_OF_HEAD = re.compile(
    rf"[\s*#|]*(?:(?:luật )?số\s*[:.]?\s*\S*/|cộng h[oò][aà] xã hội|đảng cộng sản|(?:{'|'.join(KINDS)})\W*$)",
    re.I,
)
_PLAIN = re.compile(r"[\s\-+*•_=.]*$|[\s\-+*•]|\(|\d+[.)]|.{2,40}, ngày\b")


def doubts_of_tree(paper: PaperText) -> list[Problem]:
    """What is odd about the tree of a paper, and the lines that it does not hold."""
    tree = read_tree("\n".join(paper.lines))
    if not tree.nodes:
        says = "Không thấy Điều, khoản nào để cắt thành cây. Công văn thì đúng là vậy."
        return [Problem("no_tree", says, "text")]
    odd = list(_odd(tree, paper.lines))
    return [*odd, *(_left_out(run, paper.lines) for run in _runs(_outside(tree, paper)))]


def odd_lines(text: str) -> list[str]:
    """The same for pasted words that may have no head and no foot: sentences alone."""
    return [one.says for one in doubts_of_tree(PaperText(text.splitlines() or [""])) if one.code != "no_tree"]


def _odd(tree: Tree, lines: list[str]) -> Iterator[Problem]:
    for doubt in tree.doubts[:MOST_DOUBTS]:
        quoted = "" if "“" in doubt.says else f" Dòng {doubt.line + 1}: “{_short(lines[doubt.line])}”."
        yield Problem(doubt.code, f"{doubt.says}{quoted} Đối chiếu với bản gốc.", "text")
    if (more := len(tree.doubts) - MOST_DOUBTS) > 0:
        yield Problem("more_odd", f"Còn {more} chỗ đánh số hoặc đầu dòng khác thường nữa.", "text")


def _outside(tree: Tree, paper: PaperText) -> list[int]:
    """Lines that no provision holds and that neither head nor foot explains."""
    left = [no for no, place in tree.places.items() if place == LEFT]
    first = min(no for no, place in tree.places.items() if place not in (HEAD, LEFT, NOTE))
    opens = paper.joins_end if paper.is_consolidated else paper.body_at
    start = opens if any(_OF_HEAD.match(line) for line in paper.lines[:first]) else 0
    opening = [no for no in range(start, first) if tree.places.get(no) == HEAD]
    if opening and paper.lines[opening[-1]].rstrip().endswith(":"):
        return sorted(left)  # a lead-in: "... như sau:"
    before = ""
    for no in opening:
        line = paper.lines[no].strip()
        goes_on = bool(before) and before[-1] not in ".:" and not line[:1].isupper()
        if not (goes_on or _is_opening(line)):
            left.append(no)
        before = line
    return sorted(left)


def _is_opening(line: str) -> bool:
    return bool(line.isupper() or _BASIS.match(line) or _FORMULA.search(line) or _PLAIN.match(line))


def _runs(numbers: list[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for no in numbers:
        if run and (no > run[-1] + 2 or len(run) == MOST_QUOTED):
            yield run
            run = []
        run.append(no)
    if run:
        yield run


def _left_out(run: list[int], lines: list[str]) -> Problem:
    quoted = " / ".join(f"“{_short(lines[no])}”" for no in run)
    where = f"Dòng {run[0] + 1}" if len(run) == 1 else f"Dòng {run[0] + 1} đến {run[-1] + 1}"
    says = f"{where} không nằm trong điều khoản nào: {quoted}. Đối chiếu với bản gốc, sửa lời nếu cần."
    return Problem("left_out", says, "text")


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_QUOTE else f"{words[: LONGEST_QUOTE - 1].rstrip()}…"
