"""make docs: write the blocks of the docs that nobody writes by hand. A test fails when a page differs.

A block stands between <!-- begin: name --> and <!-- end: name --> in the page that shows it.
"""

import ast
import configparser
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AREAS = [
    "common", "paper", "language", "people", "library", "plans", "content", "deliveries", "broadcast",
    "gatherings", "displays", "budget", "questions", "coverage", "reports", "desk", "office", "portal", "api",
    "commands", "demo",
]  # fmt: skip


def layers() -> str:
    """The layer list, as the contract has it."""
    contract = configparser.ConfigParser()
    contract.read(ROOT / ".importlinter")
    return f"```\n{contract['importlinter:contract:areas']['layers'].strip()}\n```"


def areas() -> str:
    """Each area with the first line of its package."""
    rows = ["| khu | là gì |", "|---|---|"]
    for area in AREAS:
        tree = ast.parse((ROOT / "lantoa" / area / "__init__.py").read_text())
        first = (ast.get_docstring(tree) or "").splitlines()[:1]
        rows.append(f"| `{area}` | {first[0] if first else ''} |")
    return "\n".join(rows)


def import_graph() -> str:
    """Who really uses whom, from the imports of today; what everyone uses is left out."""
    import grimp

    graph = grimp.build_graph("lantoa", exclude_type_checking_imports=True)
    everyone = {"common", "people", "language", "office", "portal", "commands", "demo", "api"}
    lines = ["```mermaid", "graph TD"]
    for area in AREAS:
        if area in everyone:
            continue
        for other in AREAS:
            if other in everyone or other == area:
                continue
            if graph.direct_import_exists(
                importer=f"lantoa.{area}", imported=f"lantoa.{other}", as_packages=True
            ):
                lines.append(f"    {area} --> {other}")
    return "\n".join([*lines, "```"])


def states(area: str) -> str:
    """The state diagram of an area, from its TRANSITIONS table."""
    import importlib

    module = importlib.import_module(f"lantoa.{area}.states")
    lines = ["```mermaid", "stateDiagram-v2"]
    for verb, (sources, target) in module.TRANSITIONS.items():
        lines += [f"    {source} --> {target}: {verb}" for source in sorted(sources)]
    return "\n".join([*lines, "```"])


def rule_book() -> str:
    """Every rule: its sentence, its basis and how that stood when the table of law was compiled, its test."""
    from lantoa.commands.rules import all_rules
    from lantoa.library.cited_law import table

    day = table().compiled_on
    rows = [
        f"| quy tắc | căn cứ | căn cứ ngày {day:%d/%m/%Y} | mã nguồn | kiểm thử |",
        "|---|---|---|---|---|",
    ]
    for rule in all_rules():
        area, name = rule.key.split(".")
        test = Path("tests") / area / "rules" / f"test_{name}.py"
        proof = f"`{test}`" if (ROOT / test).exists() else f"`tests/{area}/`"
        stands = rule.standing_says(day)
        rows.append(f"| {rule.says} | {rule.basis} | {stands} | `{rule.path}` | {proof} |")
    return "\n".join(rows)


def commands() -> str:
    """The commands, as `lantoa` lists them."""
    from lantoa.commands.main import COMMANDS

    rows = ["| lệnh | làm gì |", "|---|---|"]
    rows += [f"| `lantoa {' '.join(words)}` | {says} |" for words, (_, says) in COMMANDS.items()]
    return "\n".join(rows)


def blocks() -> dict[str, dict[str, str]]:
    """Page -> block name -> text."""
    return {
        "docs/explanation/architecture.md": {
            "layers": layers(),
            "areas": areas(),
            "imports": import_graph(),
            "plan states": states("plans"),
            "edition states": states("content"),
        },
        "docs/reference/rule-book.md": {"rules": rule_book()},
        "docs/reference/commands.md": {"commands": commands()},
    }


def written(page: str, parts: dict[str, str]) -> str:
    """The page with its blocks written anew. Raises ValueError for a block that the page lacks."""
    text = (ROOT / page).read_text()
    for name, block in parts.items():
        mark = re.compile(rf"(<!-- begin: {name} -->\n).*?(<!-- end: {name} -->)", re.DOTALL)
        if not mark.search(text):
            raise ValueError(f"{page} has no block {name}")
        text = mark.sub(lambda m, block=block: f"{m.group(1)}{block}\n{m.group(2)}", text)
    return text


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.test_settings")
    import django

    django.setup()
    for page, parts in blocks().items():
        (ROOT / page).write_text(written(page, parts))
        print(page)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
