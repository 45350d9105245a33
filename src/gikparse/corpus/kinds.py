"""What the data say of files and columns that hold documents."""

from __future__ import annotations

from functools import cache

from gikparse.data.files import read_toml


@cache
def usual(kind: str) -> tuple[str, ...]:
    """The endings of files, or the names of columns, of a kind that `sources.toml` explains."""
    return tuple(read_toml("sources")[kind])
