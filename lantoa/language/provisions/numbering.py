"""What is odd about the numbering of a tree: numbers that jump, come twice, go back or start late."""

from collections.abc import Iterator

from lantoa.language.provisions.draft import Draft
from lantoa.language.provisions.marks import LETTERS

_NAMES = {
    "part": "Phần",
    "chapter": "Chương",
    "section": "Mục",
    "subsection": "Tiểu mục",
    "article": "Điều",
    "clause": "khoản",
    "point": "điểm",
}
_SKIPPED = set("fjwz")  # letters that Vietnamese points are not counted by


def odd_numbers(drafts: list[Draft]) -> Iterator[tuple[str, Draft, str]]:
    """(code, where, sentence) of every list whose numbers do not follow each other."""
    for run in _lists(drafts):
        before: Draft | None = None
        passed = False  # a stray number stood in the place between
        for at, draft in enumerate(run):
            told = None if passed else _against(before, draft)
            if told:
                yield told[0], draft, told[1]
            after = run[at + 1].ordinal if at + 1 < len(run) else 0
            # One misprinted number among right ones is told once, at itself.
            stray = bool(told and before and after in (before.ordinal + 1, before.ordinal + 2))
            passed = bool(stray and before and after == before.ordinal + 2)
            before = before if stray else draft


def _lists(drafts: list[Draft]) -> list[list[Draft]]:
    lists: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        if draft.kind == "appendix":
            continue
        through = draft.kind == "article" or draft.parent is None
        lists.setdefault(
            (
                draft.kind,
                draft.segment,
                None if through else id(draft.parent),
                draft.kind == "point" and "." in draft.number,
            ),
            [],
        ).append(draft)
    return list(lists.values())


def _against(before: Draft | None, draft: Draft) -> tuple[str, str] | None:
    name, shown = _NAMES[draft.kind], _shown(draft)
    if not draft.ordinal:
        return None
    if before is None:
        if draft.ordinal <= 1:
            return None
        return "starts_late", f"{shown} là {name} đầu tiên đọc được{_inside(draft)}: có thể thiếu phần trước."
    if draft.number == before.number:
        return "numbered_twice", f"Nguồn đánh số trùng: có hai {shown}{_inside(draft)}."
    if draft.rank < before.rank:
        return "goes_back", f"Đánh số lùi{_inside(draft)}: {shown} đứng sau {_shown(before)}."
    if not _follows(before, draft):
        return (
            "jumps",
            f"Đánh số nhảy{_inside(draft)}: sau {_shown(before)} là {shown}, có thể thiếu phần giữa.",
        )
    return None


def _follows(before: Draft, draft: Draft) -> bool:
    if draft.ordinal == before.ordinal or (draft.ordinal == before.ordinal + 1 and not draft.suffix):
        return True
    if draft.kind != "point" or not draft.number[:1].isalpha():
        return False
    return all(LETTERS[place - 1] in _SKIPPED for place in range(before.ordinal + 1, draft.ordinal))


def _shown(draft: Draft) -> str:
    return f"{_NAMES[draft.kind]} {draft.number}".strip()


def _inside(draft: Draft) -> str:
    parent = draft.parent
    if draft.kind == "article" or parent is None or parent.kind == "root":
        return ""
    above = [_shown(parent)]
    while parent.kind in ("clause", "point") and parent.parent and parent.parent.kind != "root":
        parent = parent.parent
        above.append(_shown(parent))
    return f" trong {' '.join(above)}"
