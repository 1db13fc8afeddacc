"""What a web page or a portal prints around a document, told by its words."""

import re

from lantoa.paper.reading.pieces import Line, Piece, flat
from lantoa.paper.wording import bare, is_upper

_SITE_LINE = re.compile(
    r"(?:trang chu|dang nhap|dang ky|gioi thieu|lien he|tim kiem|tin tuc|hoi dap|quay lai|tro ve|ve dau trang"
    r"|chia se|facebook|zalo|tweet|twitter|in trang|in bai|in bai viet|ban in|gui email|gui mail|luu trang"
    r"|tai ve"
    r"|xem chi tiet|xem them|so do (?:trang|cong|site|web)|thich|binh luan|y kien ban doc|tin lien quan"
    r"|van ban lien quan|cac tin khac|tin khac|tin moi hon|tin cu hon|thuoc tinh(?: van ban)?|luoc do"
    r"|toan van|ban do|rss|english|menu|skip to .*|lien ket web\w*|van ban cung .*)(?:\s*:)?"
    r"|(?:luot xem|luot truy cap|tong (?:so )?luot|dang truy cap|truc tuyen|so lan xem)\b.{0,50}"
    r"|(?:copyright|ban quyen|©|\(c\)).{0,160}"
    r"|(?:thu (?:hai|ba|tu|nam|sau|bay)|chu nhat),? (?:ngay )?\d{1,2}[/.-].{0,30}"
    r"|[^.;]{2,40}(?:\s*[»›>]\s*[^.;]{2,60})+"
)
_OPENS = re.compile(r"cong hoa xa hoi chu nghia|dang cong san viet nam")
_AGENCY = re.compile(
    r"(?:ubnd|uy ban|hdnd|hoi dong|so|phong|bo|chinh phu|quoc hoi|thu tuong|ban|tinh uy|thanh uy|dang uy"
    r"|van phong|trung tam|cuc|chi cuc|mat tran|hoi|doan|lien doan|vien|truong|kho bac|toa an|cong an)\b"
)
_NUMBER = re.compile(r"(?:luat |nghi quyet )?so(?: hieu)?[ ]?[:.]?[ ]?[\d._…]")
_ABOUT = re.compile(r"(?:v/v|ve viec)\b")
_MOST_BEFORE = 80
_MOST_AGENCY_LINES = 6


def is_site_line(text: str) -> bool:
    """Whether this line is a link, a counter or a notice of a site, and never one of a document."""
    return len(text) < 200 and bool(_SITE_LINE.fullmatch(bare(text).strip(" |•·-")))


def without_site_text(pieces: list[Piece]) -> list[Piece]:
    """The pieces from the head on: above the name of the nation only agencies stand in a document."""
    seen = 0
    for at, piece in enumerate(pieces):
        if any(_names_the_nation(line) for line in flat(piece)):
            return [p for p in _agencies(pieces[:at]) if p] + pieces[at:]
        seen += len(flat(piece))
        if seen > _MOST_BEFORE:
            break
    return pieces


def _names_the_nation(line: Line) -> bool:
    """The line of the head itself; "Căn cứ Hiến pháp nước Cộng hòa ..." only speaks of the nation."""
    found = _OPENS.search(bare(line.text))
    return found is not None and (is_upper(line.text) or found.start() == 0 or "|" in line.text)


def _agencies(above: list[Piece]) -> list[Piece]:
    """The lines right above the head that name agencies, or number and date when they were moved up."""
    kept: list[Piece] = []
    loose: list[Piece] = []  # perhaps the second line of a "V/v ..." that stands above it
    for piece in reversed(above):
        if not isinstance(piece, Line) or len(kept) == _MOST_AGENCY_LINES or is_site_line(piece.text):
            break
        if _ABOUT.match(bare(piece.text)):
            kept = [piece, *loose, *kept]
            loose = []
        elif not loose and _may_stand_above(piece):
            kept.insert(0, piece)
        elif len(piece.text) < 90 and len(loose) < 2:
            loose.insert(0, piece)
        else:
            break
    return kept


def _may_stand_above(line: Line) -> bool:
    words = bare(line.text)
    if len(line.text) > 90:
        return False
    if not any(sign.isalnum() for sign in words):  # the rule under an agency
        return True
    return is_upper(line.text) or bool(_AGENCY.match(words) or _NUMBER.match(words)) or ", ngay " in words
