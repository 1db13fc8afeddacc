"""Chữ ký duyệt ký đúng một dạng chuẩn của phiên bản; sai một byte là không còn là bản đã duyệt.

Căn cứ: Kế hoạch truyền thông 2025, mục IV.2 (duyệt nội dung trước khi phát); DESIGN 1 (promise 2), 6.
The form is NFC text as UTF-8 JSON with sorted keys and a version number of its own. What is the same
message gives the same bytes; whatever a reader, a listener or a checker would notice changes them.
"""

import hashlib
import json
import unicodedata
from typing import Any

from lantoa.content.models import Citation, EditionVersion

# Raise it when the form changes; versions signed under an older one keep their own text.
PLAIN = 1  # every passage is a paragraph
OF_KINDS = 2  # passages say their kind, points of a talk their minutes


def canonical_form(version: EditionVersion) -> dict[str, Any]:
    """What approval signs, read from the rows as they stand now.

    Reads the related rows; fetch them with `content.queries.with_all_that_is_signed` for a list.
    The title is signed too: pages and run-sheets tell it.
    """
    article = version.edition.article
    return {
        "form": OF_KINDS if any("kind" in block for block in version.blocks) else PLAIN,
        "title": article.title,
        "kind": version.edition.kind,
        "audiences": sorted(kind.key for kind in article.audiences.all()),
        "policies": sorted(policy.pk for policy in article.policies.all()),
        "blocks": version.blocks,
        "spoken": version.spoken,
        "dialect": version.dialect,
        "person_named_why": version.person_named_why,
        "citations": sorted((_cited(c) for c in version.citations.all()), key=_place),
        "files": sorted(stored.sha256 for stored in version.files.all()),
    }


def _cited(citation: Citation) -> dict[str, Any]:
    provision = citation.provision
    return {
        "block": citation.block,
        "passage": citation.passage,
        "document": provision.document.identity,
        "provision": provision.eid,
        "provision_id": provision.pk,
        "fingerprint": citation.fingerprint,
    }


def _place(cited: dict[str, Any]) -> tuple[int, int]:
    return cited["block"], cited["provision_id"]


def canonical_text(form: dict[str, Any]) -> str:
    """The one text of a form: the order of keys and the composition of letters do not matter."""
    return json.dumps(_nfc(form), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256_of(canonical: str) -> str:
    """The hash that an approval signs: 64 hexadecimal digits over the UTF-8 bytes."""
    return hashlib.sha256(canonical.encode()).hexdigest()


def hash_now(version: EditionVersion) -> str:
    """The hash of a version as its rows stand now."""
    return sha256_of(canonical_text(canonical_form(version)))


def _nfc(value: Any) -> Any:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, dict):
        return {_nfc(key): _nfc(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_nfc(one) for one in value]
    return value
