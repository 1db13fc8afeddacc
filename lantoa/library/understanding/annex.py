"""An annex that was sent without its paper: not a document of its own, but part of the one that it names."""

from dataclasses import asdict
from typing import Any

from lantoa.common.problems import Problem
from lantoa.language.citations import Citation, read_citations
from lantoa.language.official_names import title_in_small_letters
from lantoa.language.provisions.marks import SURE, annex_of, flat
from lantoa.library.understanding.head import NATION
from lantoa.library.understanding.proposal import Proposal, Value
from lantoa.library.understanding.text import PaperText

MOST_ABOVE, MOST_HEAD = 3, 12
_OF_ITS_HEAD = ("number", "year", "symbol", "issuer", "issued_on", "effective_on", "ended_on")


def annex_alone(paper: PaperText) -> int | None:
    """The line of the heading when the paper begins with that of an annex, else None."""
    for at, line in enumerate(paper.lines[:MOST_ABOVE]):
        if NATION.search(line):
            return None
        mark = annex_of(flat(" ".join(line.strip(" *#_|").split())))
        if mark and mark.sure == SURE:
            return at
    return None


def settle_annex(proposal: Proposal, paper: PaperText, at: int) -> None:
    """Make the proposal that of an annex: its own title, nothing of the number and day of its paper."""
    parent, named_at = _parent(paper, at)
    for name in _OF_ITS_HEAD:
        proposal.values.pop(name, None)
    heading = " ".join(paper.lines[at].split())
    proposal.values["kind"] = Value("Phụ lục", heading, (at,))
    title = _title(paper, at)
    if title:
        proposal.values["title"] = title
    hidden = {"kind", "title", *_OF_ITS_HEAD}
    proposal.doubts = [one for one in proposal.doubts if one.field not in hidden]
    if parent is None:
        says = f"Đây là {heading[:80]} gửi rời, không ghi kèm theo văn bản nào. Tìm văn bản chính đã."
    else:
        proposal.annex_of = asdict(parent)
        words = " ".join(paper.lines[named_at].split())[:200]
        says = (
            f"Đây là {heading[:80]} gửi rời của {parent.text[:160]} (“{words}”). Nhập như phụ lục của văn bản"
            " đó, không nhập thành văn bản riêng."
        )
    proposal.doubts.insert(0, Problem("annex_alone", says, "kind"))


def _parent(paper: PaperText, at: int) -> tuple[Citation | None, int]:
    """The paper that the annex is issued with, and the line that says so."""
    for no in range(at, min(at + MOST_HEAD, len(paper.lines))):
        line = paper.lines[no]
        if "kèm theo" in line.lower() or "ban hành theo" in line.lower():
            text = " ".join([line, *paper.lines[no + 1 : no + 3]]) if ")" not in line else line
            for citation in read_citations(text):
                if citation.number and not citation.self:
                    return citation, no
    return None, at


def _title(paper: PaperText, at: int) -> Value | None:
    mark = annex_of(flat(" ".join(paper.lines[at].split())))
    lines, numbers = ([mark.title], [at]) if mark and mark.title and mark.title.isupper() else ([], [])
    for no in range(at + 1, min(at + 5, len(paper.lines))):
        line = " ".join(paper.lines[no].strip(" *#_|").split())
        if line.startswith("(") or (lines and line.isupper() != lines[0].isupper()):
            break
        if line:
            lines.append(line)
            numbers.append(no)
        if line and not line.isupper():
            break
    if not lines:
        return None
    words = " ".join(lines)
    title, _ = title_in_small_letters(words, "\n".join(paper.lines[numbers[-1] + 1 :]))
    return Value(title.rstrip(" .;:"), words, tuple(numbers))


def told(annex_of_paper: dict[str, Any] | None) -> dict[str, Any] | None:
    """What a program is told of the paper that an annex belongs to."""
    if annex_of_paper is None:
        return None
    return {
        name: annex_of_paper[name] for name in ("type", "number", "year", "symbol", "date", "issuer", "text")
    }
