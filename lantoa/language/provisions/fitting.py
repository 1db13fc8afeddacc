"""Whether a line that looks like a mark is one here: what stands around it, and the turn of its number."""

from dataclasses import dataclass, replace

from lantoa.language.provisions.draft import LEVEL, Draft, level_of
from lantoa.language.provisions.lines import SourceLine
from lantoa.language.provisions.marks import LETTERS, LIKELY, SURE, UNSURE, Mark, article_of, ordinal


@dataclass(frozen=True)
class Verdict:
    """The mark as it counts here, None when the line is words; and what is to be told about the line."""

    mark: Mark | None = None
    code: str = ""
    tells: str = ""


WORDS = Verdict()


def article(
    mark: Mark,
    last: Draft | None,
    told: str,
    before: SourceLine | None,
    following: SourceLine | None,
    in_foot: bool,
) -> Verdict:
    """Whether an article begins: by its sign, else by its turn after a sentence that is complete."""
    turn = last is None and mark.ordinal == 1
    if last is not None:
        turn = mark.ordinal == last.ordinal + 1 or (
            mark.ordinal == last.ordinal and mark.number not in (last.number, str(mark.ordinal))
        )
    later = last is None or mark.ordinal > last.ordinal
    torn = bool(before and before.dangles and article_of(before.flat) is None)
    complete = before is None or before.is_complete or in_foot or article_of(before.flat) is not None
    if mark.sure == SURE:
        if torn and not turn:
            return Verdict(None, "maybe_article", "Dòng này giống đầu một Điều nhưng câu trên chưa hết")
        return Verdict(mark)
    if mark.sure == LIKELY:
        return _likely_article(mark, turn, later, torn, complete, following)
    if told.endswith(":") or told.lower().rstrip(" :").endswith("như sau"):
        return WORDS  # the new words of another document
    if mark.misread and later and not torn and (mark.style or turn):
        says = f"Chữ in ở đầu dòng đọc không chắc, nhận là Điều {mark.number}"
        return Verdict(replace(mark, sure=LIKELY), "misread", says)
    if turn and not torn and (complete or mark.style in (".", ":")):
        return Verdict(mark, "maybe_article", f"Đầu dòng không gọn, nhận là Điều {mark.number}")
    if mark.misread:
        return Verdict(None, "misread", "Dòng này giống đầu một Điều nhưng số đọc không chắc")
    if turn:
        return Verdict(None, "maybe_article", "Dòng này giống đầu một Điều nhưng để là lời")
    return WORDS


def _likely_article(
    mark: Mark, turn: bool, later: bool, torn: bool, complete: bool, following: SourceLine | None
) -> Verdict:
    """ "Điều 6 Không chấm", "Điều 5" alone: no sign tells it from a reference."""
    alone = not mark.title
    unlike = alone and following is not None and _goes_on_a_reference(following, mark)
    if not torn and not unlike and (turn or (later and complete and not _is_list(following, alone))):
        return Verdict(mark)
    if turn or (later and not torn):
        return Verdict(None, "maybe_article", "Dòng này giống đầu một Điều nhưng để là lời")
    return WORDS


def _goes_on_a_reference(following: SourceLine, mark: Mark) -> bool:
    """ "Điều 5" / "Luật Đất đai quy định ...", "Điều 5" / "của Nghị định này"."""
    return article_of(f"Điều {mark.ordinal} {following.flat}") is None and following.text[:1].isalpha()


def _is_list(following: SourceLine | None, alone: bool) -> bool:
    """Articles one a line with nothing between them are a list of references."""
    return bool(alone and following and (one := article_of(following.flat)) and not one.title)


def inside(mark: Mark, current: Draft, plan: bool) -> Verdict:
    """Whether a clause, sub-clause or point begins in what is open."""
    if current.kind == "root" and not plan:
        return WORDS
    if not plan and current.level < LEVEL["article"]:
        return WORDS
    if mark.kind == "clause":
        return _clause(mark, current, plan)
    return _deep(mark, current) if "." in mark.number else _point(mark, current)


def _clause(mark: Mark, current: Draft, plan: bool) -> Verdict:
    box = current.up_to(LEVEL["clause"])
    last, number = box.last("clause"), ordinal("clause", mark.number)
    if last is None:
        first = number == 1 and mark.number == "1"
        if first or (mark.sure == SURE and box.kind != "root"):
            if mark.sure == UNSURE:
                return Verdict(mark, "misread", "Số ở đầu dòng đọc không chắc, nhận là khoản 1")
            return Verdict(mark)
        return WORDS
    rank = (number, mark.number.lstrip("0123456789"))
    if mark.style == box.style:
        if rank > last.rank:
            return Verdict(mark)
        return Verdict(None, "goes_back", "Số ở đầu dòng lặp hoặc lùi so với khoản trước, để là lời")
    # Another sign behind the number: a list among the words, unless it takes the turn of the clauses.
    if number == box.inner.get(mark.style, 0) + 1 and mark.sure != UNSURE:
        box.inner[mark.style] = number
        return WORDS
    if number == last.ordinal + 1 or (mark.sure == SURE and rank > last.rank):
        return Verdict(
            mark, "other_sign", f"Số ở đầu dòng viết khác các khoản trước, nhận là khoản {mark.number}"
        )
    return WORDS


def _deep(mark: Mark, current: Draft) -> Verdict:
    """ "1.1." in khoản 1, "1.1.1." in 1.1, "10.1." in Điều 10 without khoản."""
    prefix, _, own = mark.number.rpartition(".")
    level = level_of("point", mark.number)
    box = current.up_to(level)
    while box.parent and box.number != prefix and box.kind in ("clause", "point"):
        box = box.parent
    if box.number == prefix and box.kind in ("clause", "point", "article", "section"):
        if box.kind in ("article", "section"):
            if box.last("clause") and "." not in box.last("clause").number:  # type: ignore[union-attr]
                return WORDS
            mark = replace(mark, kind="clause", style="..")
        last = box.last(mark.kind, deep=True)
        after = last.ordinal if last else 0
        if int(own) == after + 1 or (mark.style and int(own) > after):
            return Verdict(mark)
    if mark.style:
        return Verdict(None, "out_of_place", "Số ở đầu dòng không nằm trong khoản nào, để là lời")
    return WORDS


def _point(mark: Mark, current: Draft) -> Verdict:
    if current.kind == "root":
        return WORDS
    if mark.sure == SURE:
        return Verdict(mark)
    box = current.up_to(LEVEL["point"])
    last = box.last("point")
    place = LETTERS.find(mark.number[0])
    if last is None:
        return Verdict(mark) if mark.number == "a" else WORDS
    before = LETTERS.find(last.number[0])
    if mark.number[0] == last.number[0] == "d":
        return Verdict(mark)  # the second d) is đ)
    if mark.style == box.points:
        if place > before or (place == before and mark.number > last.number):
            return Verdict(mark)
        return Verdict(None, "goes_back", "Chữ ở đầu dòng lặp hoặc lùi so với điểm trước, để là lời")
    if place == before + 1:
        return Verdict(
            mark, "other_sign", f"Chữ ở đầu dòng viết khác các điểm trước, nhận là điểm {mark.number}"
        )
    return WORDS


def parent_of(mark: Mark, current: Draft, level: float) -> Draft:
    """Where a provision of this mark lies."""
    if mark.kind == "point":
        level = level_of("point", mark.number)
    box = current.up_to(level)
    if mark.kind == "point" and "." in mark.number:
        prefix = mark.number.rpartition(".")[0]
        while box.parent and box.number != prefix and box.kind == "point":
            box = box.parent
    return box
