"""Whatever whole number a person types, she types it into the one field that reads 1.200."""

import ast
from pathlib import Path

import lantoa

HOME = Path(lantoa.__file__).parent
OTHERS = {"IntegerField", "DecimalField", "FloatField", "NumberInput"}


def other_fields(source: str) -> list[int]:
    """Lines that use a number field of Django's own for anything but a hidden box."""
    tree = ast.parse(source)
    hidden = {
        node.func
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and any(k.arg == "widget" and "HiddenInput" in ast.unparse(k.value) for k in node.keywords)
    }
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in OTHERS
        and ast.unparse(node.value) == "forms"
        and node not in hidden
    ]


def test_no_form_has_another_field_for_whole_numbers() -> None:
    found = [
        f"{path.relative_to(HOME)}:{line}"
        for area in ("common", "office", "portal")
        for path in sorted((HOME / area).rglob("*.py"))
        for line in other_fields(path.read_text("utf-8"))
    ]

    assert found == []


def test_the_guard_sees_a_planted_field() -> None:
    assert other_fields("class A(forms.Form):\n    n = forms.IntegerField(min_value=1)\n") == [2]
    assert other_fields("n = forms.IntegerField(widget=forms.HiddenInput)") == []
