"""Each action writes into the audit log: itself, or through an action that it calls."""

import ast
from pathlib import Path

import lantoa

HOME = Path(lantoa.__file__).parent
# What only tidies up the machine's own rows, or hands over to actions that log.
QUIET: dict[str, str] = {}


def sources_of_actions() -> dict[str, list[Path]]:
    """Area -> the modules of its actions."""
    found = {}
    for area in sorted(HOME.iterdir()):
        if (area / "actions.py").exists():
            found[area.name] = [area / "actions.py"]
        elif (area / "actions").is_dir():
            found[area.name] = sorted((area / "actions").glob("*.py"))
    return found


def functions(modules: list[Path]) -> dict[str, ast.FunctionDef]:
    return {
        node.name: node
        for module in modules
        for node in ast.parse(module.read_text()).body
        if isinstance(node, ast.FunctionDef)
    }


def names_called(function: ast.FunctionDef) -> set[str]:
    """The last part of everything it calls: `audit.log(...)` gives "audit.log", `submit(...)` "submit"."""
    called = set()
    for node in ast.walk(function):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            called |= {f"{node.func.value.id}.{node.func.attr}", node.func.attr}
        elif isinstance(node.func, ast.Name):
            called.add(node.func.id)
    return called


def is_action(name: str, function: ast.FunctionDef) -> bool:
    """A verb of the area: public, done by somebody."""
    return not name.startswith("_") and "by" in [a.arg for a in function.args.kwonlyargs]


def logs(name: str, known: dict[str, ast.FunctionDef], seen: set[str]) -> bool:
    if name in seen or name not in known:
        return False
    called = names_called(known[name])
    return "audit.log" in called or any(logs(other, known, seen | {name}) for other in called)


def test_every_action_of_every_area_reaches_the_audit_log() -> None:
    areas = sources_of_actions()
    known = {area: functions(modules) for area, modules in areas.items()}
    everywhere = {name: function for found in known.values() for name, function in found.items()}

    actions = [
        (area, name)
        for area, found in known.items()
        for name, function in found.items()
        if is_action(name, function)
    ]
    silent = [
        f"{area}.{name}"
        for area, name in actions
        if not logs(name, everywhere | known[area], set()) and f"{area}.{name}" not in QUIET
    ]

    assert len(areas) >= 11 and len(actions) > 80
    assert not silent


def test_an_action_without_a_line_would_be_found() -> None:
    known = {
        node.name: node
        for node in ast.parse("def change(thing, *, by):\n    thing.save()\n").body
        if isinstance(node, ast.FunctionDef)
    }

    assert is_action("change", known["change"])
    assert not logs("change", known, set())
