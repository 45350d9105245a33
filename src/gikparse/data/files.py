"""Read the data files of the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from gikparse.errors import InstallationError
from gikparse.prepared import prepared

_FOLDER = Path(__file__).parent


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The content of `data/<name>.toml`, read once and never changed.

    Raises:
        InstallationError: The file is missing or is no TOML.
    """
    try:
        return prepared(f"data.{name.replace('/', '.')}", toml_text(name), parse_toml)
    except (FileNotFoundError, ValueError) as error:
        path = _FOLDER / f"{name}.toml"
        raise InstallationError(
            f"gikparse's data file {path}: {error}; reinstall gikparse"
        ) from error


def toml_names() -> list[str]:
    """The names of all data files, sorted."""
    return sorted(
        path.relative_to(_FOLDER).with_suffix("").as_posix() for path in _FOLDER.rglob("*.toml")
    )


def toml_text(name: str) -> str:
    """The text of `data/<name>.toml`."""
    return (_FOLDER / f"{name}.toml").read_text("utf-8")


def parse_toml(text: str) -> dict[str, Any]:
    """The content of a TOML file."""
    # Where a build has prepared the data, nobody needs the parser.
    import tomllib

    return tomllib.loads(text)
