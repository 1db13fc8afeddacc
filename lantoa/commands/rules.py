"""lantoa rules: every rule with what it rests on, and how that stands today. Knows no database."""

import ast
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lantoa.commands.django_ready import ready
from lantoa.commands.words import Words
from lantoa.common.dates import say, today
from lantoa.library.cited_law import MARKS, CitedLaw, documents_in, table, worst
from lantoa.library.states import APPLIES, Status

ROOT = Path(__file__).resolve().parent.parent
OWN_WAY = "own_way"
_PLAN = "cách làm theo kế hoạch truyền thông mẫu của đơn vị, không phải văn bản pháp luật"
_OWN = "cách làm của sản phẩm, không dựa vào văn bản pháp luật"
_USAGE = "lantoa rules [--json]"


@dataclass(frozen=True)
class Rule:
    """One rule module: its sentence, the words after "Căn cứ:", the documents that these name."""

    key: str  # area.module
    path: str
    says: str
    basis: str
    law: tuple[tuple[str, CitedLaw | None], ...]

    def standing(self, day: date) -> str:
        """Of the document that stands worst; "own_way" for a rule that rests on no law."""
        if not self.law:
            return OWN_WAY
        return worst([law.standing(day) if law else Status.UNKNOWN for _, law in self.law])

    def standing_says(self, day: date) -> str:
        if not self.law:
            return _PLAN if "Kế hoạch truyền thông" in self.basis else _OWN
        return "; ".join(f"{document}: {told(law, day)}" for document, law in self.law)

    def reason(self, document: str) -> str:
        """Why the rule keeps a document that no longer surely stands; "" when nobody wrote one."""
        return table().reasons.get((self.key, document), "")

    def unexplained(self, day: date) -> list[str]:
        """The documents that do not surely stand on the day and for which no reason is written."""
        return [
            document
            for document, law in self.law
            if (law is None or law.standing(day) not in APPLIES) and not self.reason(document)
        ]


def all_rules(root: Path = ROOT) -> Iterator[Rule]:
    """Every rule module of every area, by name."""
    for path in sorted(root.glob("*/rules/*.py")):
        if path.name != "__init__.py":
            yield rule_of(path, root)


def rule_of(path: Path, root: Path = ROOT) -> Rule:
    """What a module says of itself; it is read, never run."""
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    inside = path.relative_to(root)
    _, named, rest = words.partition("Căn cứ:")
    shown = re.match(r"\s*(.+?)(?:\n[A-Z]|\n\n|\.\n|$)", rest, re.DOTALL) if named else None
    return Rule(
        key=f"{inside.parts[0]}.{path.stem}",
        path=f"lantoa/{inside.as_posix()}",
        says=words.splitlines()[0] if words else "",
        basis=" ".join(shown[1].split()).rstrip(".;") if shown else "",
        law=tuple(documents_in(rest)),
    )


def told(law: CitedLaw | None, day: date) -> str:
    """How one document stands, in words."""
    if law is None:
        return "chưa rõ (chưa có trong bảng luật của sản phẩm)"
    standing = law.standing(day)
    says = standing.label.lower()
    if standing == Status.ENDED and law.ended_on:
        by = f", thay bằng {', '.join(law.replaced_by)}" if law.replaced_by else ""
        says = f"{says} từ {say(law.ended_on)}{by}"
    if standing == Status.NOT_YET and law.in_force_on:
        says = f"{says}, có từ {say(law.in_force_on)}"
    if standing == Status.PARTLY_ENDED:
        says = "còn hiệu lực, đã được sửa đổi bởi " + ", ".join(by for on, by in law.amended if on <= day)
    return f"{says} ({MARKS[law.mark]})"


def run(argv: Sequence[str]) -> int:
    """`lantoa rules [--json]`: 0 always; what is wrong with a basis is for the tests to refuse."""
    words = Words(_USAGE, "Liệt kê các quy tắc, căn cứ của từng quy tắc và căn cứ ấy hôm nay ra sao.")
    words.add_argument("--json", action="store_true", help="in ra JSON để máy đọc")
    options = words.parse_args(argv)
    ready()
    day, rules = today(), list(all_rules())
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    if options.json:
        print(json.dumps([_as_dict(rule, day) for rule in rules], ensure_ascii=False, indent=2))
        return 0
    for rule in rules:
        print(f"{rule.key}: {rule.says}\n  Căn cứ: {rule.basis}.\n  Hôm nay: {rule.standing_says(day)}.")
        for why in filter(None, (rule.reason(document) for document, _ in rule.law)):
            print(f"  Vì sao vẫn giữ: {why}")
    print(f"{len(rules)} quy tắc; bảng luật lập ngày {say(table().compiled_on)}.")
    return 0


def _as_dict(rule: Rule, day: date) -> dict[str, Any]:
    return {
        "rule": rule.key,
        "module": rule.path,
        "says": rule.says,
        "basis": rule.basis,
        "day": day.isoformat(),
        "standing": str(rule.standing(day)),
        "standing_says": rule.standing_says(day),
        "law": [_law_as_dict(rule, document, law, day) for document, law in rule.law],
    }


def _law_as_dict(rule: Rule, document: str, law: CitedLaw | None, day: date) -> dict[str, Any]:
    return {
        "document": document,
        "name": law.name if law else None,
        "standing": str(law.standing(day)) if law else str(Status.UNKNOWN),
        "standing_says": told(law, day),
        "in_force_on": _iso(law.in_force_on) if law else None,
        "ended_on": _iso(law.ended_on) if law else None,
        "unsure_from": _iso(law.unsure_from) if law else None,
        "amended_by": [{"on": on.isoformat(), "by": by} for on, by in law.amended] if law else [],
        "replaced_by": list(law.replaced_by) if law else [],
        "mark": law.mark if law else "unchecked",
        "source": law.source if law else "",
        "note": law.note if law else "",
        "kept_because": rule.reason(document) or None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
