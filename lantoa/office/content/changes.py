"""Hai phiên bản khác nhau ở đâu: passage by passage, syllable by syllable."""

from dataclasses import dataclass, field

from lantoa.content.models import EditionVersion
from lantoa.content.passages import PassageKind, kind_of
from lantoa.library.wording import word_changes


@dataclass
class Change:
    """One passage in two versions; words: (same | gone | new, words). gone, new: citations only there."""

    label: str
    words: list[tuple[str, str]]
    gone: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)

    @property
    def is_change(self) -> bool:
        return bool(self.gone or self.new or any(mark != "same" for mark, _ in self.words))

    @property
    def before(self) -> list[tuple[str, str]]:
        """The words of the old version, those marked that are gone."""
        return [one for one in self.words if one[0] != "new"]

    @property
    def after(self) -> list[tuple[str, str]]:
        """The words of the new version, those marked that came."""
        return [one for one in self.words if one[0] != "gone"]


def changes_between(old: EditionVersion, new: EditionVersion) -> list[Change]:
    """Passage by passage, in the order of the new version; what was taken out stands at the end."""
    before = {block["id"]: block for block in old.blocks}
    after = {block["id"]: block for block in new.blocks}
    order = list(after) + [block_id for block_id in before if block_id not in after]
    changes = []
    for n, block_id in enumerate(order, 1):
        words = word_changes(_words(before.get(block_id)), _words(after.get(block_id)))
        was, now = _cited(old, block_id), _cited(new, block_id)
        label = f"Đoạn {n}" if block_id in after else "Đoạn đã bỏ"
        gone = [str(p) for key, p in was.items() if key not in now]
        changes.append(Change(label, words, gone, [str(p) for key, p in now.items() if key not in was]))
    if old.spoken != new.spoken:
        changes.append(Change("Lời đọc", word_changes(old.spoken, new.spoken)))
    return changes


def _words(block: dict | None) -> str:
    if block is None:
        return ""
    why = block.get("no_source_why", "")
    said = block["text"] if kind_of(block) == PassageKind.PARAGRAPH else f"[{_form(block)}] {block['text']}"
    return f"{said} [không cần căn cứ: {why}]" if why else said


def _form(block: dict) -> str:
    form = kind_of(block).label.split(",")[0].split(":")[0]
    return f"{form}, {block['minutes']} phút" if block.get("minutes") else form


def _cited(found: EditionVersion, block_id: int) -> dict[tuple[int, str], object]:
    return {
        (c.provision_id, c.fingerprint): c.provision for c in found.citations.all() if c.block == block_id
    }
