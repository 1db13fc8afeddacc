"""Căn cứ như trích dẫn: what a line "Căn cứ ..." names, and the document of the library it means."""

from collections.abc import Sequence
from typing import Any

from lantoa.language.citations import read_citations
from lantoa.library.models import Document, Provision
from lantoa.library.queries import resolve_all


def citation_in(words: str) -> dict[str, Any]:
    """The first document that the words name, as a citation; {} when they name none."""
    for citation in read_citations(words):
        if not citation.self and not citation.anaphora:
            return citation.as_dict()
    return {}


def documents_named(citations: Sequence[dict[str, Any]]) -> list[Document | None]:
    """The document of the library that each citation names, or None. A fixed number of queries."""
    return [one.document if isinstance(one, Provision) else one for one in resolve_all(citations)]
