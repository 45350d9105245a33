"""Where the grammar files lie: in `grammars/` at the top of a checkout, in `gikparse/grammars` in a wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from gikparse.errors import InstallationError


@cache
def grammar_folder() -> Path:
    """The folder that holds the grammar files.

    Raises:
        InstallationError: Neither the package nor the checkout has them.
    """
    package = Path(__file__).parents[1]
    packed, checkout = package / "grammars", package.parents[1] / "grammars"
    for folder in (packed, checkout):
        if folder.is_dir():
            return folder
    raise InstallationError(
        f"gikparse's grammar files are missing: looked in {packed} and {checkout}; reinstall gikparse"
    )


def grammar_names() -> list[str]:
    """The names of all grammars, sorted."""
    return sorted(path.stem for path in grammar_folder().glob("*.lark"))


@cache
def grammar_text(name: str) -> str:
    """The text of `grammars/<name>.lark`.

    Raises:
        InstallationError: The file is missing.
    """
    path = grammar_folder() / f"{name}.lark"
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise InstallationError(f"the grammar file {path} is missing; reinstall gikparse") from None
