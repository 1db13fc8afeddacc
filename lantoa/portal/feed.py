"""Luật thay đổi, bản tin Atom (RFC 4287): documents and effects with their days. Public only.

What was announced and then withdrawn stays under its id, said to be withdrawn, so that readers forget it.
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime, time
from xml.etree import ElementTree

from lantoa.common.dates import VIETNAM, say
from lantoa.library.models import Document, Effect
from lantoa.library.queries import documents_for_the_public, effects_for_the_public
from lantoa.library.rules.standing_of_a_citation import change

ATOM = "http://www.w3.org/2005/Atom"
MOST = 100
UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2


@dataclass(frozen=True)
class Entry:
    """One change: its id is made of `key` and of the day it was recorded (`born`), which never change."""

    key: str
    born: datetime
    updated: datetime
    title: str
    summary: str
    document_id: int


def entries() -> list[Entry]:
    """The newest announcements about checked documents, newest first. Two queries."""
    documents = documents_for_the_public().filter(effective_on__isnull=False)
    effects = effects_for_the_public().exclude(kind=Effect.Kind.UNSETTLED)  # told to staff only
    effects = effects.select_related("document", "provision__document", "source")
    found = [_of_document(one) for one in documents.order_by("-checked_on", "-pk")[:MOST]]
    found += [_of_effect(one) for one in effects.order_by("-pk")[:MOST]]
    return sorted(found, key=lambda entry: (entry.updated, entry.key), reverse=True)[:MOST]


def _of_document(one: Document) -> Entry:
    checked = datetime.combine(one.checked_on or one.recorded_at, time.min, tzinfo=VIETNAM)
    return Entry(
        f"van-ban/{one.pk}",
        one.recorded_at,
        max(one.recorded_at, checked),
        f"{one} có hiệu lực từ {say(one.effective_on)}",
        one.title,
        one.pk,
    )


def _of_effect(one: Effect) -> Entry:
    said = change(one)
    withdrawn = one.withdrawn_at is not None
    return Entry(
        f"thay-doi/{one.pk}",
        one.recorded_at,
        one.withdrawn_at or one.recorded_at,
        f"Đã rút tin: {said}" if withdrawn else said,
        "Tin này đã rút vì ghi nhầm. Xin đọc lại văn bản." if withdrawn else one.document.title,
        one.document_id,
    )


def atom(found: list[Entry], host: str, self_url: str, page_url: str, document_url: str) -> bytes:
    """The feed as XML. document_url: an address with {} in the place of the document's number."""
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "vi"})
    _add(feed, "id", f"tag:{host},2025:luat-thay-doi")
    _add(feed, "title", "Luật thay đổi")
    _add(feed, "updated", updated_of(found).isoformat())
    _add(_add(feed, "author"), "name", "Lan Tỏa")
    _add(feed, "link", rel="self", type="application/atom+xml", href=self_url)
    _add(feed, "link", rel="alternate", type="text/html", href=page_url)
    for one in found:
        entry = _add(feed, "entry")
        _add(entry, "id", f"tag:{host},{one.born.astimezone(VIETNAM):%Y-%m-%d}:{one.key}")
        _add(entry, "title", one.title)
        _add(entry, "published", one.born.isoformat())
        _add(entry, "updated", one.updated.isoformat())
        _add(entry, "summary", one.summary)
        _add(entry, "link", rel="alternate", type="text/html", href=document_url.format(one.document_id))
    return ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)


def updated_of(found: list[Entry]) -> datetime:
    """When the feed last changed; the beginning of time for an empty one."""
    return max((one.updated for one in found), default=datetime(1970, 1, 1, tzinfo=VIETNAM))


def etag_of(body: bytes) -> str:
    """A strong tag: the same bytes, the same tag."""
    return f'"{hashlib.sha256(body).hexdigest()[:32]}"'


def _add(to: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    made = ElementTree.SubElement(to, f"{{{ATOM}}}{name}", attributes)
    if text:
        made.text = UNFIT.sub("", text)
    return made
