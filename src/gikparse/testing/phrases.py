"""What generated reports are made of."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def phrases() -> dict[str, Any]:
    """The words and sentences of `phrases.toml`."""
    path = files("gikparse.testing") / "phrases.toml"
    return tomllib.loads(path.read_text("utf-8"))
