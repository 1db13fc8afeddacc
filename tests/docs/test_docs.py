"""The docs say what the code is: generated blocks are fresh, every model stands in the glossary."""

from pathlib import Path

import pytest
from django.apps import apps

from lantoa.commands.main import COMMANDS
from scripts.write_docs import ROOT, blocks, written

GLOSSARY = (ROOT / "docs/reference/glossary.md").read_text()
OURS = [m for m in apps.get_models() if m.__module__.startswith("lantoa.")]


@pytest.mark.parametrize("page", sorted(blocks()))
def test_generated_blocks_are_fresh(page: str) -> None:
    """Trang tài liệu tự sinh phải khớp với mã nguồn; chạy “make docs” khi sai."""
    assert (ROOT / page).read_text() == written(page, blocks()[page])


@pytest.mark.parametrize("model", OURS, ids=lambda m: m.__name__)
def test_every_model_has_its_row_in_the_glossary(model: type) -> None:
    assert f"`{model.__name__}`" in GLOSSARY


@pytest.mark.parametrize("model", OURS, ids=lambda m: m.__name__)
def test_every_model_speaks_vietnamese_first(model: type) -> None:
    """Dòng đầu của mỗi bảng nói tên tiếng Việt; mỗi bảng có tên gọi cho người đọc."""
    assert model._meta.verbose_name != model.__name__.lower()
    assert ":" in (model.__doc__ or "").splitlines()[0]


def test_every_rule_says_its_sentence_in_vietnamese() -> None:
    for path in sorted((ROOT / "lantoa").glob("*/rules/*.py")):
        if path.name != "__init__.py":
            first = path.read_text().split('"""')[1].splitlines()[0]
            assert not first.isascii(), path


def test_every_command_has_its_module() -> None:
    for module, _ in COMMANDS.values():
        name = module if "." in module else f"lantoa.commands.{module}"
        assert (ROOT / Path(*name.split("."))).with_suffix(".py").exists(), name
