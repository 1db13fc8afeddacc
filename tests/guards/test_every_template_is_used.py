"""A template that nothing draws is deleted."""

import re
from importlib.util import find_spec
from pathlib import Path

import lantoa

HOME = Path(lantoa.__file__).parent
LIBRARIES = ["allauth.account", "allauth.mfa", "allauth", "django", "django.forms", "django.contrib.admin"]


def templates() -> dict[str, Path]:
    """Name as it is looked up -> file."""
    return {
        str(path.relative_to(folder)): path
        for folder in sorted(HOME.glob("*/templates"))
        for path in sorted(folder.rglob("*.*"))
    }


def drawn_by_a_library(name: str) -> bool:
    """It stands in the place of a library's own template of that name."""
    for library in LIBRARIES:
        spec = find_spec(library)
        home = Path(str(spec.origin)).parent if spec else Path()
        if (home / "templates" / name).exists():
            return True
    return name in {"400.html", "403.html", "404.html", "500.html", "403_csrf.html", "429.html"}


def drawn_by_its_area(name: str) -> bool:
    """An area's screens may name its own templates by the last part."""
    home, _, last = name.rpartition("/")
    return any(f'"{last}"' in path.read_text() for path in (HOME / home).glob("*.py"))


def test_every_template_is_drawn_from_somewhere() -> None:
    known = templates()
    sources = [path.read_text() for path in HOME.rglob("*.py")]
    sources += [(HOME.parent / "config" / "settings.py").read_text()]
    named = set(re.findall(r"[\"']([\w./-]+\.(?:html|txt|svg|js|xml))[\"']", "\n".join(sources)))
    for name, path in known.items():
        named |= set(re.findall(r"[\"']([\w./-]+\.\w+)[\"']", path.read_text())) - {name}

    unused = [
        name for name in known if not (name in named or drawn_by_its_area(name) or drawn_by_a_library(name))
    ]

    assert len(known) > 80
    assert not unused
