"""Trọn bộ tài liệu trong một tệp ZIP: cover list, policies as one sheet, and each document.

The same bundle gives the same bytes: names in order, one time stamp, no clock. Sent entry by entry.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import date

from lantoa.common import dates
from lantoa.common.files import path_of
from lantoa.language.folding import fold
from lantoa.library.models import Bundle, Document, Policy
from lantoa.library.queries import policy_states
from lantoa.library.queries.policies import with_bases
from lantoa.office.library.cover_list import checked, cover_list
from lantoa.paper import writing
from lantoa.paper.structure import OfficialDocument, Paragraph, Section

CHUNK = 256 * 1024
ENDINGS = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/plain": ".txt",
    "text/html": ".html",
    "application/msword": ".doc",
    "application/rtf": ".rtf",
    "image/tiff": ".tif",
}


class _Outbox:
    """What the writer of the ZIP has written and nobody has sent yet. It cannot seek."""

    def __init__(self) -> None:
        self._waiting = bytearray()

    def write(self, content: bytes) -> int:
        self._waiting += content
        return len(content)

    def flush(self) -> None:
        """Nothing lies anywhere else."""

    def take(self) -> bytes:
        taken, self._waiting = bytes(self._waiting), bytearray()
        return taken


def bundle_zip(bundle: Bundle) -> Iterator[bytes]:
    """The bytes of the ZIP, piece by piece. A document without a file comes as its words."""
    day = bundle.handed_at.astimezone(dates.VIETNAM).date()
    outbox = _Outbox()
    with zipfile.ZipFile(outbox, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, pieces in _entries(bundle, day):
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            entry.create_system = 3
            with packed.open(entry, "w") as part:
                for piece in pieces:
                    part.write(piece)
                    if ready := outbox.take():
                        yield ready
    yield outbox.take()


def _entries(bundle: Bundle, day: date) -> Iterator[tuple[str, Iterator[bytes]]]:
    yield "00-phieu-gui.pdf", iter([writing.to_pdf(cover_list(bundle))])
    policies = list(with_bases(Policy.objects.filter(bundles=bundle)).prefetch_related("parameters"))
    if policies:
        yield "01-chinh-sach.docx", iter([writing.to_docx(policy_sheet(policies, day))])
    documents = bundle.documents.select_related("file").prefetch_related("provisions").order_by("pk")
    for number, document in enumerate(documents, start=2):
        name = f"{number:02}-{_safe(str(document))}"
        stored = document.file
        if stored and path_of(stored.sha256).exists():
            yield f"{name}{ENDINGS.get(stored.mime, '.bin')}", _pieces(stored.sha256)
        else:
            yield f"{name}.txt", iter([_words(document).encode()])


def _pieces(sha256: str) -> Iterator[bytes]:
    with path_of(sha256).open("rb") as stored:
        while piece := stored.read(CHUNK):
            yield piece


def _safe(text: str) -> str:
    """nghi-dinh-07-2021-nd-cp: what every system can name a file."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")[:80] or "van-ban"


def _words(document: Document) -> str:
    lines = [str(document), document.title, f"Nguồn: {document.source or 'chưa ghi'}", ""]
    issued = [one for one in document.provisions.all() if one.added_by_id is None]
    for provision in issued:
        head = f"{provision.get_kind_display()} {provision.number}".strip()
        lines += (
            [f"{head}. {provision.heading}".rstrip(), provision.words]
            if provision.words
            else [f"{head}. {provision.heading}".rstrip()]
        )
    if not issued:
        lines.append("Kho văn bản chưa có lời văn của văn bản này.")
    return "\n".join(lines) + "\n"


def policy_sheet(policies: list[Policy], day: date) -> OfficialDocument:
    """Each policy as one reads it to people: who, what, how much, where, by which clause."""
    states = policy_states(policies, day)
    sections = []
    for number, policy in enumerate(policies, start=1):
        audiences = ", ".join(kind.name for kind in policy.audiences.all())
        lines = [f"Ai được hưởng: {audiences or 'chưa ghi'}.", f"Được hưởng: {policy.benefit}"]
        lines += [f"{one.name}: {one.value}." for one in policy.parameters.all() if one.verified]
        if policy.where_to_apply:
            lines.append(f"Nộp hồ sơ: {policy.where_to_apply}.")
        lines.append("Căn cứ: " + "; ".join(str(basis.provision) for basis in policy.bases.all()) + ".")
        lines.append(checked(policy))
        if says := states[policy.pk].says:
            lines.append(f"Lưu ý: {says}.")
        sections.append(Section(1, str(number), policy.title, [Paragraph(line) for line in lines]))
    return OfficialDocument(
        kind="CHÍNH SÁCH TRONG BỘ TÀI LIỆU", title=f"Đúng trong ngày {dates.say(day)}", sections=sections
    )
