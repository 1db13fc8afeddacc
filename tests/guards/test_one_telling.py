"""Only `deliveries` knows how a telling hangs together: who else walks the chain counts twice."""

import ast
from pathlib import Path

import lantoa

HOME = Path(lantoa.__file__).parent
CHAIN = {"original", "original_id", "later_lines", "newer_line"}
# Also the names of a payment that takes another back: allowed where those are.
OF_A_PAYMENT = {"corrects", "corrects_id", "corrected_by"}
MONEY = (HOME / "budget", HOME / "office" / "budget")
KEEPERS = (HOME / "deliveries",)


def words_of(node: ast.AST) -> set[str]:
    """The names that a piece of code follows: attributes, parts of look-ups ("delivery__original_id")."""
    if isinstance(node, ast.Attribute):
        return {node.attr}
    if isinstance(node, ast.keyword) and node.arg:
        return set(node.arg.split("__"))
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and "__" in node.value:
        return set(node.value.split("__"))
    return set()


def walks(source: str, *, near_money: bool = False) -> set[str]:
    """The names by which a source walks from one line of a telling to another."""
    tree = ast.parse(source)
    found = set().union(*(words_of(node) for node in ast.walk(tree)))
    whole = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    wanted = CHAIN if near_money else CHAIN | OF_A_PAYMENT
    return (found & wanted) | (whole & (wanted - {"original"}))


def inside(path: Path, homes: tuple[Path, ...]) -> bool:
    return any(home in path.parents for home in homes)


def test_only_the_ledger_walks_from_line_to_line() -> None:
    walkers = {
        str(path.relative_to(HOME)): found
        for path in sorted(HOME.rglob("*.py"))
        if not inside(path, KEEPERS) and "migrations" not in path.parts  # those import no live code
        if (found := walks(path.read_text(), near_money=inside(path, MONEY)))
    }

    assert walkers == {}


def test_a_walker_would_be_found() -> None:
    assert walks("ours = {line.original_id or line.pk for line in lines}") == {"original_id"}
    assert walks("links.values(first=Coalesce('delivery__original_id', 'delivery_id'))") == {"original_id"}
    assert walks("Delivery.objects.filter(corrected_by__isnull=True)") == {"corrected_by"}
    assert walks("hasattr(line, 'newer_line')", near_money=True) == {"newer_line"}
    assert walks("spending.filter(corrected_by__isnull=True)", near_money=True) == set()
