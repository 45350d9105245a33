"""Importing gikparse costs next to nothing: what is dear comes with the first report."""

import subprocess
import sys
from pathlib import Path

import pytest

import gikparse
from gikparse.preparing import prepare

EXAMPLE = Path(__file__).parents[1] / "docs" / "examples" / "f2021.txt"

DEAR = [
    "lark",
    "tomllib",
    "opencc",
    "cattrs",
    "hypothesis",
    "rich",
    "pyarrow",
    "openpyxl",
    "duckdb",
]


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


def test_parsing_loads_what_reads_grammars_only_where_no_build_has_prepared_them(
    tmp_path: Path,
) -> None:
    read = "import gikparse; r = gikparse.load({!r}); len(r.indicators), len(r.quantities)"
    code = "import gikparse.prepared; gikparse.prepared.PREPARED_FOLDER = __import__('pathlib').Path({!r})"
    parse = read.format(str(EXAMPLE))
    assert "lark" in loaded(f"{code.format(str(tmp_path))}; {parse}")
    prepare(tmp_path)
    assert loaded(f"{code.format(str(tmp_path))}; {parse}") == set()


def test_every_public_name_can_be_had() -> None:
    assert all(hasattr(gikparse, name) for name in gikparse.__all__)
    assert dir(gikparse) == gikparse.__all__ == sorted(gikparse.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'gikparse' has no attribute 'nothing'"):
        gikparse.nothing  # noqa: B018
