"""Read the data files of the package."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from gikparse.errors import InstallationError


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The content of `data/<name>.toml`, read once and never changed.

    Raises:
        InstallationError: The file is missing or is no TOML.
    """
    path = files("gikparse.data") / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, tomllib.TOMLDecodeError) as error:
        raise InstallationError(
            f"gikparse's data file {path}: {error}; reinstall gikparse"
        ) from error
