"""Importing gikparse costs next to nothing: what is dear comes with the first report."""

import subprocess
import sys

import pytest

import gikparse

DEAR = ["lark", "opencc", "cattrs", "hypothesis", "rich", "pyarrow", "openpyxl", "duckdb"]


def loaded(code: str) -> set[str]:
    """Which of the dear packages are loaded after some code, in a fresh interpreter."""
    shown = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return set(DEAR) & set(shown.stdout.split())


@pytest.mark.parametrize("code", ["import gikparse", "import gikparse; dir(gikparse)"])
def test_import_loads_nothing_dear(code: str) -> None:
    assert loaded(code) == set()


def test_parsing_loads_the_grammars_reader() -> None:
    assert "lark" in loaded("import gikparse; gikparse.parse('一、概述')")


def test_every_public_name_can_be_had() -> None:
    assert all(hasattr(gikparse, name) for name in gikparse.__all__)
    assert dir(gikparse) == gikparse.__all__ == sorted(gikparse.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'gikparse' has no attribute 'nothing'"):
        gikparse.nothing  # noqa: B018
