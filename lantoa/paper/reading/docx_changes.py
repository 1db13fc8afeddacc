"""Changes that a DOCX still tracks: words are read as if all were accepted, their paragraphs are marked."""

from xml.etree import ElementTree as ET

from lantoa.paper.reading.docx_numbering import W

UNFINISHED = (
    "Bản chưa hoàn tất sửa đổi: tệp còn vết sửa (Track Changes), chữ được đọc như đã chấp nhận mọi sửa đổi"
)
CHANGED = "changed"  # set on a paragraph that tracked changes touch
_ADDED, _GONE = (W + "ins", W + "moveTo"), (W + "del", W + "moveFrom")
_LOOKS = (W + "rPr", W + "trPr", W + "tcPr")  # here the mark tells of what they belong to
_CELL_GONE = W + "cellDel"


def accept_changes(body: ET.Element) -> bool:
    """Take out what is deleted or moved away, keep what is inserted or moved here; whether there was any."""
    found = False
    for paragraph in body.iter(W + "p"):
        if any(one.tag in (*_GONE, *_ADDED) for one in paragraph.iter()):
            paragraph.set(CHANGED, "1")
            found = True
    for parent in list(body.iter()):
        for child in list(parent):
            if _is_gone(child) or (child.tag in _GONE and parent.tag not in _LOOKS):
                parent.remove(child)
                found = True
    for parent in list(body.iter()):
        _join_paragraphs(parent)
    return found


def _is_gone(xml: ET.Element) -> bool:
    """A row or a cell that is deleted as a whole."""
    if xml.tag == W + "tr":
        look = xml.find(W + "trPr")
        return look is not None and any(look.find(tag) is not None for tag in _GONE)
    return xml.tag == W + "tc" and xml.find(f"{W}tcPr/{_CELL_GONE}") is not None


def _join_paragraphs(parent: ET.Element) -> None:
    """A deleted paragraph mark joins its paragraph to the next one, whose looks the whole takes."""
    waiting: list[ET.Element] = []
    for child in list(parent):
        if child.tag != W + "p":
            continue
        if waiting:
            at = 1 if child.find(W + "pPr") is not None else 0
            for run in reversed(waiting):
                child.insert(at, run)
            child.set(CHANGED, "1")
            waiting = []
        look = child.find(f"{W}pPr/{W}rPr")
        ends = look is None or not any(look.find(tag) is not None for tag in _GONE)
        if not ends and _is_followed(parent, child):
            waiting = [one for one in child if one.tag != W + "pPr"]
            parent.remove(child)


def _is_followed(parent: ET.Element, paragraph: ET.Element) -> bool:
    children = list(parent)
    at = children.index(paragraph) + 1
    return at < len(children) and children[at].tag == W + "p"
