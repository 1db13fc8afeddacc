"""What two readings of the same paper must share: every word and number, not the widths on the page."""

from typing import Any

from lantoa.paper.structure import OfficialDocument

_LOOKS = {"align", "landscape", "width", "row_height"}


def words_of(document: OfficialDocument) -> Any:
    """The document as plain data without what belongs to the page alone."""
    return _without_looks(document.as_dict())


def _without_looks(value: Any) -> Any:
    if isinstance(value, dict) and "columns" in value:
        rows = [[(cell["text"], cell["across"], cell["down"]) for cell in row] for row in value["rows"]]
        return {"rows": rows, "header_rows": value["header_rows"], "wide": len(value["columns"])}
    if isinstance(value, dict):
        return {key: _without_looks(item) for key, item in value.items() if key not in _LOOKS}
    if isinstance(value, list):
        return [_without_looks(item) for item in value]
    return value
