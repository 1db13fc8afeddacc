"""Provisions of a document: their tree, and the fingerprint of their words.

Levels and their numbering: Nghị định 30/2020/NĐ-CP, Phụ lục I (phần, chương, mục, tiểu mục, điều, khoản,
điểm; points go a, b, c, d, đ, e, g ...). Ids follow Akoma Ntoso: "chp_II__sec_1", "art_3__para_2__point_a";
an article is counted through the whole document, so its id does not name the chapter; đ is "dd"; an appendix
is "annex_I", the articles of a regulation issued with the document are "att_1__art_1".
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field, replace

from lantoa.language.folding import settled_tones

_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212\u2043\u00ad]\s*")
_DOUBLE_QUOTES = re.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\uff02\"]|''")
_SINGLE_QUOTES = re.compile("[\u2018\u2019\u201a\u201b\u2032\u0060\u00b4]")
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff]")
_OWN_MARK = re.compile(r"^\s*-\s|^\s*[\"']?\(?[a-zđ]\d?\s*\)\s*")
_LIST_MARK = re.compile(r"(?<!\S)\(?(\d{1,3}|[a-zđ]\d?)\s*[.)](?=\s)")
_BULLET = re.compile(r"(?m)^\s*[+*•●▪▫◦○■□–—-]\s+")
_LETTER_D = re.compile(r"(?<!\S)đ\)")
_SPACE_BEFORE = re.compile(r"\s+(?=[,.;:!?)\]%])|(?<=[(\[])\s+|(?<=[^\W\d_])\s*/\s*(?=[^\W\d_])")
_TRAILING = " .,;:/…"

KINDS = ("part", "chapter", "section", "subsection", "article", "clause", "point", "appendix")


def fingerprint(words: str) -> str:
    """sha256 (hex) of a provision's words: equal after a change of layout, different for one changed word.

    Layout is: the Unicode form, blanks and line ends, the kind of a dash or quotation mark and the blanks
    around them, the place of a tone in its syllable (hoà, hòa), capitals, the punctuation at the end, the
    print of list marks ("1." and "1)", "(a)" and "a)", bullets) and the letter of the point itself. Sources
    print d) and đ) for each other, so these two are one. Every word, digit and inner comma counts.
    """
    return hashlib.sha256(normalised_words(words).encode()).hexdigest()


def normalised_words(words: str) -> str:
    """The words as `fingerprint` sees them."""
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", words))
    text = _BULLET.sub("- ", text.replace("Ð", "Đ").casefold())
    text = _LIST_MARK.sub(r"\1)", _OWN_MARK.sub("", text))
    text = _LETTER_D.sub("d)", text)
    text = _SINGLE_QUOTES.sub("'", text)
    text = _DOUBLE_QUOTES.sub('"', text).replace("...", "…")
    text = _DASHES.sub("-", text)
    text = _SPACE_BEFORE.sub("", " ".join(text.split()))
    return settled_tones(text).strip(_TRAILING)


@dataclass(frozen=True, slots=True)
class ProvisionNode:
    """One provision. `kind` is one of KINDS, `parent_eid` is "" at the top, `words` are its own words only.

    What looks like a heading but is the only sentence ("Điều 3. Quyết định này có hiệu lực ...") is words.
    """

    eid: str
    parent_eid: str
    kind: str
    number: str
    heading: str
    words: str


@dataclass(slots=True)
class _Draft:
    kind: str
    number: str
    parent: "_Draft | None"
    title: str
    lines: list[str] = field(default_factory=list)
    children: int = 0
    eid: str = ""


_ROMAN_OR_NUMBER = r"(?:[IVXLC]{1,7}|\d{1,3})[a-zA-Z]?"
_TITLE = r"[ ]*[.:]?(?:[ ]+|$)(?P<title>.*)"
_PART_NUMBER = r"thứ[ ]+[^\W\d_]+|[ivxlc]{1,7}|\d{1,2}"
_MARKERS = (
    ("part", re.compile(rf"phần[ ]+(?P<number>{_PART_NUMBER}){_TITLE}", re.I)),
    ("chapter", re.compile(rf"chương[ ]+(?P<number>{_ROMAN_OR_NUMBER}){_TITLE}", re.I)),
    ("section", re.compile(rf"mục[ ]+(?P<number>{_ROMAN_OR_NUMBER}){_TITLE}", re.I)),
    ("subsection", re.compile(rf"tiểu[ ]mục[ ]+(?P<number>\d{{1,3}}){_TITLE}", re.I)),
    (
        "appendix",
        re.compile(
            r"phụ[ ]lục(?:[ ]+(?:số[ ]+)?(?P<number>[IVXLC]{1,7}|\d{1,2}|[A-HĐ]))?[ ]*[.:]?(?P<title>)", re.I
        ),
    ),
    ("article", re.compile(r"điều[ ]+(?P<number>\d{1,4}[a-zđ]?)[ ]*[.:](?:[ ]+|$)(?P<title>.*)", re.I)),
    ("clause", re.compile(r"(?P<number>\d{1,3}[a-zđ]?)\.(?!\d)[ ]*(?P<title>\S.*)")),
    ("point", re.compile(r"(?P<number>[a-zđ]\d?)[ ]?\)[ ]*(?P<title>\S.*)")),
)
_LEVEL = {
    "appendix": 0,
    "part": 1,
    "chapter": 2,
    "section": 3,
    "subsection": 4,
    "article": 5,
    "clause": 6,
    "point": 7,
}
_PREFIX = {"part": "part", "chapter": "chp", "section": "sec", "subsection": "subsec", "article": "art"}
_PREFIX |= {"clause": "para", "point": "point", "appendix": "annex"}
_ORDINALS = {"nhất": "1", "hai": "2", "ba": "3", "tư": "4", "năm": "5", "sáu": "6", "bảy": "7", "tám": "8"}
_AMENDS = re.compile(r"(?:sửa đổi|bổ sung|thay thế|thay)\b.*như sau[ ]*:$", re.I)
_AMEND_VERB = re.compile(r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|thay|bỏ)\b", re.I)
# Where the body ends: recipients, the signature block, the sentence of adoption, an appendix.
_END = re.compile(
    r"nơi nhận[ ]*:|(?:tm|kt|tl|tuq|q)\.[ ]"
    r"|(?:luật|bộ luật|pháp lệnh|nghị quyết) này (?:đã )?được .{3,160} thông qua"
    r"|phụ lục(?:[ ]|$)|(?:chủ tịch|bộ trưởng|thủ tướng|giám đốc|chánh văn phòng)(?:[ ][^a-zđ]*)?$|[_*-]{5,}$"
    r"|\((?:ban hành )?kèm theo",
    re.I,
)
_RUN_TOGETHER = re.compile(r"Điều[ ]\d+[a-zđ]?\.[ ].*[.;:][ ]+(?:\d{1,2}\.|Điều[ ]\d+[a-zđ]?\.|[a-zđ]\))[ ]")
_INLINE = re.compile(
    r"(?<=[.;:”\"/])[ ]+(?=(?:Chương[ ][IVXLC]+|Mục[ ]\d+|Điều[ ]\d+[a-zđ]?\.)[ ]"
    r"|\d{1,2}\.[ ][A-ZĐÀ-Ỹ]|[a-zđ]\)[ ])"
)


KEEPING = ("part", "chapter", "section", "subsection", "appendix")  # take a line that looks like an ending


def provision_tree(text: str) -> list[ProvisionNode]:
    """The provisions of a legal document in running text, larger before smaller, in reading order.

    Text before the first one (heading, legal bases) and after the last (recipients, signatures) is left out;
    what stands in quotation marks over several lines (the new words of an amended article) is words.
    """
    drafts: list[_Draft] = []
    current: _Draft | None = None
    open_quote = ""
    unquoted: _Draft | None = None  # whose new words stand without quotation marks
    lines = _lines(text)
    closings = _closing_lines(lines)
    for at, line in enumerate(lines):
        if open_quote:
            if current:
                current.lines.append(line)
            open_quote = "" if _closes(line, open_quote) else open_quote
            continue
        if unquoted and not _goes_on(line, unquoted):
            unquoted.lines.append(line)
            continue
        unquoted = None
        draft = _marked(line, current)
        if draft and current and _is_new_wording(draft, current):
            unquoted = current
            current.lines.append(line)
        elif draft:
            current = draft
            drafts.append(draft)
        elif _END.match(line) and not (current and current.kind in KEEPING):
            current = None
        elif current:
            current.lines.append(line)
        open_quote = _opens(line, at, closings)
    _mend_point_letters(drafts)
    return _named(drafts)


def _lines(text: str) -> list[str]:
    lines = []
    for raw in unicodedata.normalize("NFC", text).replace("Ð", "Đ").splitlines():
        line = " ".join(raw.split()).lstrip("#> ").strip()
        line = re.sub(r"^(?:\*\*|__)(.+?)(?:\*\*|__)", r"\1", line)
        if not line:
            continue
        if _RUN_TOGETHER.search(line):
            lines += _INLINE.split(line)
        else:
            lines.append(line)
    return lines


def _opens(line: str, at: int, closings: list[int]) -> str:
    """The mark that a line opens and leaves open, if a later line closes it."""
    if line.count("“") > line.count("”") and any(later > at for later in closings[-1:]):
        return "”"
    return '"' if line.count('"') % 2 and any(later > at for later in closings[-1:]) else ""


def _closing_lines(lines: list[str]) -> list[int]:
    return [at for at, line in enumerate(lines) if line.count("”") > line.count("“") or line.count('"') % 2]


def _closes(line: str, mark: str) -> bool:
    return line.count('"') % 2 == 1 if mark == '"' else line.count(mark) > line.count("“")


def _is_new_wording(draft: _Draft, current: _Draft) -> bool:
    """An article out of its turn after "sửa đổi Điều 9 như sau:" is what that article shall say."""
    told = [current.title, *current.lines][-1]
    turn = _article_of(current)
    return bool(
        draft.kind == "article"
        and turn
        and _AMENDS.search(told)
        and _ordinal(draft.number)[0] != _ordinal(turn.number)[0] + 1
    )


def _goes_on(line: str, amending: _Draft) -> bool:
    """Whether a line after new wording is the next part of the amending document itself."""
    for kind, pattern in _MARKERS:
        found = pattern.fullmatch(line)
        if found and kind == "article":
            turn = _article_of(amending)
            return turn is not None and _ordinal(found["number"])[0] == _ordinal(turn.number)[0] + 1
        if found and kind == "clause" and amending.kind == "clause":
            next_one = _ordinal(found["number"])[0] == _ordinal(amending.number)[0] + 1
            return next_one and bool(_AMEND_VERB.match(found["title"]))
    return bool(_END.match(line))


def _article_of(draft: _Draft) -> _Draft | None:
    node: _Draft | None = draft
    while node and node.kind != "article":
        node = node.parent
    return node


def _marked(line: str, current: _Draft | None) -> _Draft | None:
    for kind, pattern in _MARKERS:
        found = pattern.fullmatch(line)
        if not found:
            continue
        number = (found["number"] or "") if _LEVEL[kind] < 5 else found["number"].lower()
        title = found["title"].strip()
        if not _fits(kind, number, title, current):
            return None
        return _Draft(kind, number, _parent(kind, current), title)
    return None


def _fits(kind: str, number: str, title: str, current: _Draft | None) -> bool:
    """Whether a line that looks like a mark is one here."""
    if kind == "appendix":
        return current is None or current.kind in ("article", "clause", "point", "appendix")
    if current and current.kind == "appendix" and kind != "article":
        return False  # an appendix is numbered in its own way: its lines stay together
    if kind in ("part", "chapter", "section", "subsection"):
        return not title or title[0].isupper() or not title[0].isalpha()
    if kind == "article":
        return True
    if current is None or _LEVEL[current.kind] < _LEVEL["article"]:
        return False
    if kind == "point":
        return True
    last = _last_clause(current)
    return last is None or _ordinal(number) > _ordinal(last.number)


def _last_clause(current: _Draft) -> _Draft | None:
    node: _Draft | None = current
    while node and _LEVEL[node.kind] > _LEVEL["clause"]:
        node = node.parent
    return node if node and node.kind == "clause" else None


def _ordinal(number: str) -> tuple[int, str]:
    digits = re.match(r"\d+", number)
    return (int(digits[0]), number[digits.end() :]) if digits else (0, number)


def _parent(kind: str, current: _Draft | None) -> _Draft | None:
    node = current
    while node and _LEVEL[node.kind] >= _LEVEL[kind]:
        node = node.parent
    if node and node.kind == "appendix":
        return None  # the regulation that follows an appendix does not lie in it
    if node:
        node.children += 1
    return node


def _mend_point_letters(drafts: list[_Draft]) -> None:
    """Sources print "d)" twice where "đ)" belongs, or "đ)" twice: the order says which is meant."""
    before: _Draft | None = None
    for draft in drafts:
        if draft.kind != "point":
            continue
        if before and before.parent is draft.parent and before.number == draft.number:
            if draft.number == "d":
                draft.number = "đ"
            elif draft.number == "đ":
                before.number = "d"
        before = draft


def _named(drafts: list[_Draft]) -> list[ProvisionNode]:
    nodes: list[ProvisionNode] = []
    taken: set[str] = set()
    attached = 0
    for draft in drafts:
        own = f"{_PREFIX[draft.kind]}_{_id_number(draft)}"
        if own == "art_1" and "art_1" in taken:
            attached += 1  # the regulation issued with the decision counts its articles anew
        above = draft.parent.eid if draft.parent else ""
        root = f"att_{attached}" if attached else ""
        base = root if draft.kind == "article" else above or root
        base = "" if draft.kind == "appendix" else base
        draft.eid = _free(f"{base}__{own}" if base else own, taken)
        nodes.append(_node(draft, above))
    return nodes


def _id_number(draft: _Draft) -> str:
    if draft.kind == "part":
        return _ORDINALS.get(draft.number.lower().removeprefix("thứ").strip(), draft.number)
    if draft.kind == "appendix":
        return draft.number or "1"
    return draft.number.replace("đ", "dd") if draft.kind == "point" else draft.number


def _free(eid: str, taken: set[str]) -> str:
    """The id, or the id with a count when a faulty source numbers two provisions alike."""
    free, count = eid, 1
    while free in taken:
        count += 1
        free = f"{eid}-{count}"
    taken.add(free)
    return free


def _node(draft: _Draft, above: str) -> ProvisionNode:
    node = ProvisionNode(
        draft.eid, above, draft.kind, draft.number, "", "\n".join([draft.title, *draft.lines]).strip()
    )
    if draft.kind in ("clause", "point"):
        return node
    if draft.kind == "appendix":
        title = [line for line in draft.lines[:3] if line.isupper()]
        rest = [line for line in draft.lines if line not in title]
        return replace(node, heading=" ".join(title), words="\n".join(rest))
    if draft.kind != "article":
        return replace(node, heading=" ".join([draft.title, *draft.lines]).strip(), words="")
    is_heading = draft.title and draft.title[-1] not in ".;:" and (draft.lines or draft.children)
    if is_heading or (
        draft.title and draft.title[-1] not in ".;:,/" and len(draft.title) < 120 and not draft.lines
    ):
        return replace(node, heading=draft.title, words="\n".join(draft.lines))
    return node
