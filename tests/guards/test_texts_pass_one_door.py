"""Every way by which text comes in passes `common.text`; a new way has to be put on this list."""

import ast
from pathlib import Path

import lantoa
from config import settings

HOME = Path(lantoa.__file__).parent
# module -> where what it reads becomes tidy
DOORS = {
    "office/typed_text.py": "forms, addresses and names of uploads",
    "common/files.py": "names of files, of members of archives too: `Upload`",
    "commands/main.py": "words of the command line",
    "paper/wording.py": "all that is read from papers: `clean`, asked by every reader",
    "paper/sheets/parse.py": "cells and names of sheets",
    "library/actions/load.py": "law as JSON lines",
    "people/outlines/geojson.py": "names in GeoJSON",
}
# What turns bytes into text and stands on no list because nobody's words are in it, or a door follows.
OWN = {
    "commands/citations.py": "reads and prints, keeps nothing",
    "commands/retrieval_files.py": "reads questions and counts, keeps nothing",
    "commands/rules.py": "modules of the repository",
    "commands/demo.py": "the demo's own passwords",
    "common/files.py": "looks at the first bytes",
    "common/photos.py": "one letter of a compass, compared and dropped",
    "common/sealing.py": "what was sealed here",
    "content/check_package.py": "packages that were written here",
    "content/rules/a_tick_carries_what_is_unchanged.py": "what was signed here",
    "demo/year.py": "texts of the demo, in the repository",
    "language/identifiers/lexicon.py": "lists of the repository",
    "library/queries/gaps.py": "what is stored already",
    "library/cited_law.py": "data of the repository",
    "library/search/weights.py": "data of the repository",
    "library/shipped/__init__.py": "data of the repository",
    "office/pending.py": "what was signed here, made of what was tidied",
    "paper/bounded.py": "the answer of the bounded child",
    "paper/bounded_child.py": "the order of the parent",
    "paper/reading/encodings.py": "`clean` follows in parse: what nobody sees may be a letter of a font",
    "paper/reading/parse.py": "`clean` follows in every reader",
    "paper/reading/pdf_page.py": "names of fonts",
    "paper/reading/scan.py": "`clean` follows where words are joined into lines",
    "paper/reading/rtf.py": "`clean` follows in the reader of HTML",
    "people/shipped/__init__.py": "data of the repository",
}
READS = {"loads", "decode", "read_text", "reader", "DictReader"}


def readers() -> set[str]:
    """Modules that make text of bytes, of JSON or of a table."""
    found = set()
    for path in HOME.rglob("*.py"):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr in READS:
                found.add(str(path.relative_to(HOME)))
    return found


def test_whatever_makes_text_of_bytes_is_a_door_or_says_why_not() -> None:
    unlisted = readers() - set(DOORS) - set(OWN)

    assert sorted(unlisted) == []


def test_every_door_asks_the_one_function() -> None:
    asks = "from lantoa.common.text import"

    without = [name for name in DOORS if asks not in (HOME / name).read_text("utf-8")]

    assert without == []


def test_forms_are_tidied_before_any_view_and_after_the_check_of_the_token() -> None:
    order = settings.MIDDLEWARE

    csrf = order.index("django.middleware.csrf.CsrfViewMiddleware")
    assert order[csrf + 1] == "lantoa.office.typed_text.TidyWhatIsTyped"


def test_no_view_reads_a_body_past_the_door() -> None:
    past = [
        f"{path.relative_to(HOME)}:{node.lineno}"
        for area in ("office", "portal", "api")
        for path in (HOME / area).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in ("body", "_stream")
        and isinstance(node.value, ast.Name)
        and node.value.id == "request"
    ]

    assert past == []
