"""The parts of a cut tree with their stable ids, headings and words."""

import re
from dataclasses import dataclass, replace

from lantoa.language.provisions.draft import Draft

KINDS = ("part", "chapter", "section", "subsection", "article", "clause", "point", "appendix")
_PREFIX = {"part": "part", "chapter": "chp", "section": "sec", "subsection": "subsec", "article": "art"}
_PREFIX |= {"clause": "para", "point": "point", "appendix": "annex"}
_ENDS_WORDS = (".", ";", ":", ",", "/")
_MOST_HEADING = 200
_ITEM = re.compile(r"[IVX\d]+\s*[.)/-]|[a-zđ]\)")


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


def named(drafts: list[Draft]) -> list[ProvisionNode]:
    """The nodes of these drafts; no id is given twice."""
    nodes: list[ProvisionNode] = []
    taken: set[str] = set()
    for draft in drafts:
        above = draft.parent.eid if draft.parent else ""
        root = f"att_{draft.segment}" if draft.segment else ""
        base = root if draft.kind == "article" else above or root
        base = "" if draft.kind == "appendix" else base
        own = f"{_PREFIX[draft.kind]}_{_id_number(draft)}"
        draft.eid = _free(f"{base}__{own}" if base else own, taken)
        nodes.append(_node(draft, above))
    return nodes


def _id_number(draft: Draft) -> str:
    if draft.kind == "part" and draft.ordinal and not draft.number.isupper():
        return str(draft.ordinal)
    if draft.kind == "appendix":
        return draft.number.lstrip("0") or "1"
    number = "".join(draft.number.split())
    return number.replace("đ", "dd") if draft.kind == "point" else number


def _free(eid: str, taken: set[str]) -> str:
    """The id, or the id with a count when a faulty source numbers two provisions alike."""
    free, count = eid, 1
    while free in taken:
        count += 1
        free = f"{eid}-{count}"
    taken.add(free)
    return free


def _node(draft: Draft, above: str) -> ProvisionNode:
    node = ProvisionNode(draft.eid, above, draft.kind, draft.number, "", _joined(draft.title, *draft.lines))
    if draft.kind in ("clause", "point"):
        return node
    if draft.kind == "appendix":
        title = [line for line in [draft.title, *draft.lines[:3]] if line.isupper() and not _ITEM.match(line)]
        rest = [line for line in [draft.title, *draft.lines] if line not in title]
        return replace(node, heading=" ".join(title), words=_joined(*rest))
    if draft.kind == "article" or draft.plan:
        heading, lines = _heading(draft)
        return replace(node, heading=heading, words="\n".join(lines)) if heading else node
    heading, lines = _large_heading(draft)
    return replace(node, heading=heading, words="\n".join(lines))


def _joined(*lines: str) -> str:
    return "\n".join(line for line in lines if line).strip()


def _heading(draft: Draft) -> tuple[str, list[str]]:
    """(heading, words) of an article: the words on its line or, below a bare "Điều 5", of the next line."""
    title, lines = draft.title, draft.lines
    if not title and lines and _can_be_heading(lines[0]) and (len(lines) > 1 or draft.children):
        title, lines = lines[0], lines[1:]
    whole, rest = title, lines
    while rest and len(whole) < _MOST_HEADING and _is_broken(whole) and rest[0][:1].islower():
        whole, rest = f"{whole} {rest[0]}", rest[1:]  # the heading was broken over lines
    for told, below in ((whole, rest), (title, lines)):
        if not told or told.endswith((".", ";", ":")):
            continue
        short = not told.endswith((",", "/")) and len(told) < 120 and not below
        if below or draft.children or short:
            return told, below
    return "", lines


def _is_broken(title: str) -> bool:
    return bool(title) and not title.endswith(_ENDS_WORDS)


def _large_heading(draft: Draft) -> tuple[str, list[str]]:
    """(heading, words) of a chapter, whose heading may take several lines; a sentence below is words."""
    told, lines = [draft.title] if draft.title else [], list(draft.lines)
    while lines and _heading_goes_on(told, lines[0]):
        told.append(lines.pop(0))
    return " ".join(told), lines


def _heading_goes_on(told: list[str], line: str) -> bool:
    if not told:
        return True
    if told[-1].endswith((".", ";", ":")):
        return False
    return line.isupper() if told[0].isupper() else line[:1].islower()


def _can_be_heading(line: str) -> bool:
    plain = re.sub(r"^[\"“']", "", line)
    return plain[:1].isupper() and not line.endswith(_ENDS_WORDS) and len(line) <= _MOST_HEADING
