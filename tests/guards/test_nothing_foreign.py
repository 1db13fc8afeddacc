"""What the repository may not hold: other hosts, scripts inside pages, registries, paths of a machine."""

import re
import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]
# Names of vocabularies, not addresses that anything fetches; and the machine itself.
NAMES_ONLY = (
    "http://localhost",
    "http://127.0.0.1",
    "http://www.w3.org/",
    "https://www.w3.org/",
    "http://schemas.openxmlformats.org/",
    "http://schemas.microsoft.com/",
    "http://purl.org/",
    "https://schema.org",
    "http://docs.oasis-open.org/",
    "http://testserver",
)
INVENTED = re.compile(r"https?://[\w.-]*\.(example|test|invalid)\b|https?://[\w.-]*example\.(vn|com|org)\b")


def kept(*patterns: str) -> list[Path]:
    """The files of the repository, as git lists them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=TOP,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    return [TOP / name for name in listed.split("\0") if name and (TOP / name).is_file()]


def lines(paths: list[Path]) -> list[tuple[str, int, str]]:
    found = []
    for path in paths:
        try:
            text = path.read_text()
        except UnicodeDecodeError:
            continue  # pictures
        found += [(str(path.relative_to(TOP)), n, line) for n, line in enumerate(text.splitlines(), 1)]
    return found


def test_pages_styles_and_scripts_name_no_other_host() -> None:
    seen = lines(kept("*.html", "*.css", "*.js", "*.svg", "*.webmanifest"))
    foreign = [
        f"{name}:{n}"
        for name, n, line in seen
        for address in re.findall(r"(?:https?:)?//[\w.-]+\.[\w/.-]*", line)
        if not address.startswith(NAMES_ONLY)
    ]

    assert len(seen) > 2000
    assert not foreign


def test_no_page_carries_script_style_or_handlers_of_its_own() -> None:
    inside = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)|<style|\sstyle=|\son[a-z]+=")
    found = [
        f"{name}:{n}"
        for name, n, line in lines(kept("*.html"))
        if inside.search(re.sub(r"\{[{%].*?[%}]\}", "", line))
    ]

    assert not found


def test_the_program_fetches_from_no_fixed_address() -> None:
    found = [
        f"{name}:{n} {address}"
        for name, n, line in lines(kept("lantoa/*.py", "config/*.py", "bench/*.py", "scripts/*"))
        for address in re.findall(r"https?://[\w.-]+[\w/.-]*", line)
        if not address.startswith(NAMES_ONLY) and not INVENTED.match(address)
    ]

    assert not found


def test_no_file_names_a_registry_of_packages() -> None:
    registries = re.compile(
        r"pypi\.org|pythonhosted|npmjs|registry\.|index-url(?!\s)|crates\.io", re.IGNORECASE
    )
    allowed = {"tests/guards/test_nothing_foreign.py"}
    found = [
        f"{name}:{n}"
        for name, n, line in lines(kept())
        if registries.search(line) and name not in allowed and "--no-emit-index-url" not in line
    ]

    assert not found


def test_no_file_names_a_folder_of_one_machine() -> None:
    folders = re.compile(r"(?<![\w.])/(work|home|Users|root)/\w")
    allowed = {"tests/guards/test_nothing_foreign.py"}
    found = [f"{name}:{n}" for name, n, line in lines(kept()) if folders.search(line) and name not in allowed]

    assert not found


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-install.txt"])
def test_every_pin_has_its_hash_and_no_address(name: str) -> None:
    text = (TOP / name).read_text()
    pins = [line for line in text.splitlines() if re.match(r"[a-z0-9]", line, re.IGNORECASE)]

    assert pins and all("==" in pin for pin in pins)
    assert text.count("--hash=sha256:") >= len(pins)
    assert "://" not in text
