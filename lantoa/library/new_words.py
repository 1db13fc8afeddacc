"""New words of a provision, cut into the provision itself and what lies in it.

Words that begin with the mark of the provision ("2. ...", "a) ...", "Điều 5. ...") are its whole text: what
they do not hold is no longer there. Words without the mark are its own line alone.
"""

from dataclasses import replace
from functools import lru_cache

from lantoa.language.provisions import ProvisionNode, provision_tree
from lantoa.library.models import Provision

# What has to stand above a clause or a point for its mark to be read as one.
_ABOVE = {"article": "", "clause": "Điều 0.\n", "point": "Điều 0.\n0. …\n"}
KIND_OF = {"art": "article", "para": "clause", "point": "point"}


@lru_cache(maxsize=512)
def whole_text(eid: str, new_words: str) -> tuple[ProvisionNode, ...]:
    """The provision of this id and all that lies in it, as the new words give them; () when they do not
    begin with its own mark, or hold more than this one provision."""
    kind, number = _own(eid)
    parts = _parts(new_words, kind)
    if not parts or parts[0].kind != kind or _number(parts[0]) != number:
        return ()
    top = parts[0].eid
    if any(part.eid != top and not part.eid.startswith(f"{top}__") for part in parts):
        return ()
    above = eid.rpartition("__")[0]
    return tuple(
        replace(
            part,
            eid=eid + part.eid[len(top) :],
            parent_eid=eid + part.parent_eid[len(top) :] if part.eid != top else above,
        )
        for part in parts
    )


def full_text_of(quoted: str, place: tuple[str, str], among_others: bool) -> str:
    """The words of one place out of a quotation, which may hold those of several; "" when it is not there."""
    kind, number = place
    if kind not in _ABOVE or not quoted:
        return ""
    parts = _parts(quoted, kind)
    tops = [part for part in parts if part.kind == kind]
    if not among_others and len(tops) <= 1:
        return quoted
    if [_number(part) for part in tops].count(number.replace("đ", "dd")) != 1:
        return ""
    top = next(part for part in tops if _number(part) == number.replace("đ", "dd"))
    inside = [part for part in parts if part.eid == top.eid or part.eid.startswith(f"{top.eid}__")]
    return "\n".join(_printed(part) for part in inside)


def with_phrase(text: str, old: str, new: str) -> str | None:
    """The text with one phrase for another, also at the start of a sentence; None when it is not there."""
    swapped = text.replace(old, new)
    for one, other in ((old[:1].upper() + old[1:], new[:1].upper() + new[1:]),):
        swapped = swapped.replace(one, other) if one != old else swapped
    if swapped == text:
        return None
    return " ".join(swapped.split(" ")) if new else " ".join(word for word in swapped.split(" ") if word)


def mark_of(eid: str) -> str:
    """The number of a place as it is printed: "2a", "đ"."""
    prefix, _, number = eid.rpartition("__")[2].partition("_")
    return number.replace("dd", "đ") if prefix == "point" else number


def new_place(above: Provision | None, new_words: str) -> str:
    """The id of the one new place whose mark the words begin with, in `above` (None: the document)."""
    kind = {"article": "clause", "clause": "point", "point": ""}.get(above.kind if above else "", "article")
    parts = _parts(new_words, kind)
    tops = [part for part in parts if part.kind == kind]
    if len(tops) != 1 or parts[0] is not tops[0]:
        return ""
    own = tops[0].eid.rpartition("__")[2]
    return f"{above.eid}__{own}" if above and kind != "article" else own


def _own(eid: str) -> tuple[str, str]:
    prefix, _, number = eid.rpartition("__")[2].partition("_")
    return KIND_OF.get(prefix, ""), number


def _number(part: ProvisionNode) -> str:
    return (
        part.number.lower().replace("đ", "dd") if part.kind == Provision.Kind.POINT else part.number.lower()
    )


def _parts(text: str, kind: str) -> list[ProvisionNode]:
    if kind not in _ABOVE:
        return []
    above = _ABOVE[kind]
    skip = above.count("\n")
    return provision_tree(above + text)[skip:]


def _printed(part: ProvisionNode) -> str:
    mark = {"clause": f"{part.number}.", "point": f"{part.number})"}.get(part.kind, f"Điều {part.number}.")
    return f"{mark} {part.heading}\n{part.words}".strip() if part.heading else f"{mark} {part.words}"
