"""The walk through the lines: which open a provision, which are its words, which stand in none."""

import re

from lantoa.language.citations.kinds import KINDS as PAPER_KINDS
from lantoa.language.provisions import fitting
from lantoa.language.provisions.draft import LEVEL, Draft
from lantoa.language.provisions.foot import RULE, ends_body, ends_surely, is_name, is_of_foot
from lantoa.language.provisions.lines import SourceLine, source_lines
from lantoa.language.provisions.marks import (
    LIKELY,
    SURE,
    Mark,
    annex_of,
    article_of,
    inside_of,
    large_of,
    plan_of,
)

HEAD, FOOT, LEFT = "head", "foot", "left"
_HEADED = ("part", "chapter", "section", "subsection")
_AMENDS = re.compile(r"(?:sửa đổi|bổ sung|thay thế|thay)\b.*như sau[ ]*:?$", re.I)
_AMEND_VERB = re.compile(r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|thay|bỏ)\b", re.I)
_CLOSES_PLAN = re.compile(r"trên đây là\b", re.I)
_MOST_TITLE_LINES = 14


class Cutter:
    """State of the walk. places: line number -> its draft, or HEAD, FOOT, LEFT."""

    def __init__(self, text: str):
        self.lines = source_lines(text)
        self.drafts: list[Draft] = []
        self.places: dict[int, Draft | str] = {}
        self.doubts: list[tuple[str, str, int]] = []
        self.segment = 0
        self.root = Draft("root")
        self.current: Draft = self.root
        self.article: Draft | None = None  # the last one of this segment
        self.firsts: set[tuple[str, str]] = set()  # kinds whose first one this segment has
        self.at = 0
        self.in_foot = self.named = False
        self.plan = self.asked = False  # asked: whether a plan follows this foot
        self.quote, self.quote_at, self.quote_amends = "", 0, False
        self.unquoted: Draft | None = None  # whose new words stand without quotation marks
        self.closings = [
            at
            for at, line in enumerate(self.lines)
            if line.text.count("”") > line.text.count("“") or line.text.count('"') % 2
        ]

    @property
    def is_open(self) -> bool:
        """Whether words that come now belong to a provision."""
        return self.current.kind != "root"

    def cut(self) -> None:
        """Walk through all lines."""
        self.plan = self._is_plan(0)
        for at, line in enumerate(self.lines):
            self.at = at
            if RULE.fullmatch(line.flat):
                self.places[line.no] = FOOT if self.in_foot else self.current if self.is_open else HEAD
            elif self.quote and not self._breaks_quote(line):
                self._take_words(line)
                self.quote = "" if _closes(line.text, self.quote) else self.quote
            elif self.unquoted and not self._goes_on(line):
                self._take_words(line)
            else:
                self.unquoted = None
                self._take(at, line)
                self._open_quote(at, line)
        if self.quote:
            self._tell("quote_open", "Dấu ngoặc kép mở ở dòng này không thấy đóng", self.lines[self.quote_at])

    def _take(self, at: int, line: SourceLine) -> None:
        mark = self._mark(at, line)
        if mark and self._is_new_wording(mark):
            self.unquoted = self.current
            self._take_words(line)
        elif mark:
            self._add(mark, line)
        elif self._ends(line):
            self.asked = self.asked and self.in_foot
            self.in_foot, self.named, self.current = True, False, self.root
            self.places[line.no] = FOOT
        elif self.is_open:
            self._take_words(line)
        else:
            self._take_outside(line)

    def _take_words(self, line: SourceLine) -> None:
        if self.is_open:
            self.current.lines.append(line.text)
            self.places[line.no] = self.current
        else:
            self._take_outside(line)

    def _take_outside(self, line: SourceLine) -> None:
        if not self.in_foot:
            self.places[line.no] = HEAD
            return
        self.places[line.no] = FOOT if is_of_foot(line.flat, self.named) else LEFT
        self.named = self.named or is_name(line.flat)

    def _ends(self, line: SourceLine) -> bool:
        if not self.drafts or self.current.kind == "appendix":
            return False
        if self.current.kind in _HEADED and not self.current.plan:
            return ends_surely(line.flat)  # a heading in capitals may look like an office
        return ends_body(line.flat) or bool(self.plan and self.is_open and _CLOSES_PLAN.match(line.flat))

    # --- marks

    def _mark(self, at: int, line: SourceLine) -> Mark | None:
        """The mark that the line opens here, after what stands around it has been asked."""
        annex = annex_of(line.flat)
        if annex:
            return annex if self._heads_annex(annex, at) else None
        article = article_of(line.flat)
        if article and not self.plan:
            return article if self._is_article(article, at, line) else None
        if self.current.kind == "appendix":
            return None  # an appendix is numbered in its own way: its lines stay together
        large = large_of(line.flat) or (plan_of(line.flat) if self._may_be_plan(at) else None)
        if large:
            if not self._is_large(large, at):
                return None
            return large
        for mark in inside_of(line.flat):
            verdict = fitting.inside(mark, self.current, self.plan)
            if verdict.tells:
                self._tell(verdict.code, verdict.tells, line)
            if verdict.mark:
                return verdict.mark
            if verdict.tells:
                return None
        return None

    def _before(self, at: int) -> SourceLine | None:
        return self.lines[at - 1] if at else None

    def _heads_annex(self, mark: Mark, at: int) -> bool:
        before = self._before(at)
        if before and before.dangles:
            return False
        if mark.sure == LIKELY and not self.in_foot and self.current.kind != "appendix":
            return False
        return bool(self.drafts) or at < _MOST_TITLE_LINES

    def _is_article(self, mark: Mark, at: int, line: SourceLine) -> bool:
        if self.current.kind == "appendix":
            return mark.sure == SURE and mark.ordinal == 1
        if self._is_new_wording(mark):
            return True
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        verdict = fitting.article(mark, self.article, self._told, self._before(at), following, self.in_foot)
        if verdict.tells:
            self._tell(verdict.code, verdict.tells, line)
        return verdict.mark is not None

    def _is_large(self, mark: Mark, at: int) -> bool:
        before = self._before(at)
        if before and before.dangles and not self.in_foot:
            return False
        title = mark.title
        return not title or not title[0].isalpha() or title[0].isupper()

    @property
    def _told(self) -> str:
        """The last words before this line."""
        return [self.current.title, *self.current.lines][-1]

    def _is_new_wording(self, mark: Mark) -> bool:
        """An article out of its turn after "sửa đổi Điều 9 như sau:" is what that article shall say."""
        turn = self.current.nearest("article")
        return bool(
            mark.kind == "article"
            and turn
            and _AMENDS.search(self._told)
            and mark.ordinal != turn.ordinal + 1
        )

    def _goes_on(self, line: SourceLine) -> bool:
        """Whether a line after new wording is the next part of the amending document itself."""
        amending = self.unquoted
        assert amending is not None
        article = article_of(line.flat)
        if article:
            turn = amending.nearest("article")
            return turn is not None and article.ordinal == turn.ordinal + 1
        for mark in inside_of(line.flat):
            if mark.kind == "clause" and amending.kind == "clause":
                return mark.ordinal == amending.ordinal + 1 and bool(_AMEND_VERB.match(mark.title))
        return ends_body(line.flat) or large_of(line.flat) is not None

    # --- drafts

    def _add(self, mark: Mark, line: SourceLine) -> None:
        self._maybe_attached(mark, line)
        level = LEVEL[mark.kind]
        parent = self.root if mark.kind == "appendix" else fitting.parent_of(mark, self.current, level)
        if parent.kind == "appendix":
            parent = self.root  # what follows an appendix does not lie in it
        title = line.text[len(line.text) - len(mark.title) :] if mark.title else ""
        draft = Draft(mark.kind, mark.number, parent, title, line, self.segment, self.plan)
        parent.children.append(draft)
        if mark.kind == "clause":
            parent.style, parent.inner = parent.style or mark.style, {}
        elif mark.kind == "point" and "." not in mark.number:
            parent.points = parent.points or mark.style
        elif mark.kind == "article":
            self.article = draft
        self.current, self.in_foot, self.named = draft, False, False
        if draft.ordinal == 1:
            self.firsts.add((draft.kind, draft.number))
        self.drafts.append(draft)
        self.places[line.no] = draft

    def _maybe_attached(self, mark: Mark, line: SourceLine) -> None:
        """What is issued with the paper counts its articles and chapters anew."""
        if mark.kind == "appendix" or not self.drafts:
            return
        if mark.kind not in ("part", "chapter", "section", "article"):
            return
        again = (mark.kind, mark.number) in self.firsts
        goes_on = mark.kind == "article" and self.article and mark.ordinal == self.article.ordinal + 1
        starts = self.in_foot and not goes_on and (mark.ordinal == 1 or not self.is_open)
        if not (again or starts):
            return
        if mark.kind in ("section",) and not self.plan and not self.in_foot:
            return  # Mục 1 of another chapter
        if not self.in_foot and self.current.kind != "appendix" and self.drafts[-1].segment == self.segment:
            if mark.kind == "article" and self.article is None:
                return
            self._tell("starts_again", "Đánh số lại từ đầu mà không qua phần ký", line)
        self.segment += 1
        self.root, self.article, self.firsts = Draft("root"), None, set()
        self.current = self.root
        for no in self._since_foot():
            self.places[no] = HEAD

    def _since_foot(self) -> list[int]:
        """The lines above this one that head what is attached: from the line of its type, else capitals."""
        above = self.lines[max(0, self.at - _MOST_TITLE_LINES) : self.at]
        outside = [one for one in above if self.places.get(one.no) in (LEFT, FOOT)]
        if len(outside) < len(above):
            outside = above[max(at for at, one in enumerate(above) if one not in outside) + 1 :]
        types = [at for at, one in enumerate(outside) if _is_type(one)]
        if types:
            return [one.no for one in outside[types[-1] :]]
        return [one.no for one in outside if one.text.isupper() and self.places[one.no] == LEFT]

    # --- plans

    def _may_be_plan(self, at: int) -> bool:
        if self.in_foot and not self.plan and not self.asked:
            self.plan, self.asked = self._is_plan(at), True
        return self.plan

    def _is_plan(self, start: int) -> bool:
        """Whether the paper that begins here has sections or numbers instead of articles."""
        romans: list[int] = []
        numbers, has_kind = 0, False
        for at in range(start, len(self.lines)):
            line = self.lines[at]
            article = article_of(line.flat)
            if article and (article.sure == SURE or (article.sure == LIKELY and article.ordinal == 1)):
                before = self._before(at)
                if not (before and before.dangles):
                    return False
            large = large_of(line.flat)
            if large and large.kind in ("chapter", "article") and not romans:
                return False
            if at > start and romans and ends_body(line.flat):
                break
            has_kind = has_kind or _is_type(line)
            mark = plan_of(line.flat)
            if mark and mark.kind == "section" and mark.ordinal == len(romans) + 1:
                romans.append(at)
            for inner in inside_of(line.flat):
                numbers += inner.kind == "clause" and inner.ordinal == numbers + 1
        return len(romans) > 1 or (bool(romans) and numbers > 0) or (has_kind and numbers > 1)

    # --- quotations

    def _open_quote(self, at: int, line: SourceLine) -> None:
        later = self.closings[-1:] and self.closings[-1] > at
        text = line.text
        if not later or not self.is_open:
            return
        opens = "”" if text.count("“") > text.count("”") else '"' if text.count('"') % 2 else ""
        if opens:
            before = self._before(at)
            self.quote, self.quote_at = opens, at
            self.quote_amends = bool(before and before.flat.endswith(":")) or "như sau" in text.lower()

    def _breaks_quote(self, line: SourceLine) -> bool:
        """A stray quotation mark must not swallow the articles that follow."""
        mark = article_of(line.flat) if not self.quote_amends else None
        turn = self.article
        if not mark or not turn or mark.sure < LIKELY or mark.ordinal != turn.ordinal + 1:
            return False
        self._tell("quote_open", "Dấu ngoặc kép mở ở dòng này không thấy đóng", self.lines[self.quote_at])
        self.quote = ""
        return True

    def _tell(self, code: str, says: str, line: SourceLine) -> None:
        self.doubts.append((code, f"{says}: “{_short(line.text)}”.", line.no))


def _is_type(line: SourceLine) -> bool:
    """KẾ HOẠCH, Chỉ thị: the type of a paper alone on its line."""
    return line.flat.strip(" :.*").lower() in PAPER_KINDS and line.text.lstrip("* ")[:1].isupper()


def _closes(line: str, mark: str) -> bool:
    return line.count('"') % 2 == 1 if mark == '"' else line.count(mark) > line.count("“")


def _short(text: str) -> str:
    return text if len(text) <= 90 else f"{text[:89].rstrip()}…"


__all__ = ["FOOT", "HEAD", "LEFT", "Cutter"]
