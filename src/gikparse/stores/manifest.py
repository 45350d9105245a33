"""The manifest of an output folder: by what it was made, and whether it is finished."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs

import gikparse
from gikparse.errors import UsageError
from gikparse.stores.parts import whole
from gikparse.tidy.rows import digest_of
from gikparse.tidy.schema import tables

NAME = "manifest.json"


@attrs.frozen(kw_only=True)
class Manifest:
    """What an output folder says of itself.

    Attributes:
        settings: What rows depend on: the version of gikparse and the options of the run.
        format: The format of the tables.
        state: `running`, `interrupted` or `finished`.
        documents: How many documents the tables hold.
        failures: How many of these could not be read.
    """

    settings: dict[str, Any]
    format: str
    state: str
    documents: int = 0
    failures: int = 0

    def write(self, folder: Path) -> None:
        """Put it into a folder."""
        with whole(folder / NAME) as path:
            path.write_text(json.dumps(attrs.asdict(self), indent=2) + "\n", "utf-8")


def settings_of(*, names_hint: bool) -> dict[str, Any]:
    """What rows depend on."""
    columns = ",".join(f"{table.name}.{column}" for table in tables() for column in table.names)
    return {
        "gikparse": gikparse.__version__,
        "columns": digest_of(columns)[:8],
        "names_hint": names_hint,
    }


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a folder, None where there is none.

    Raises:
        UsageError: It is not one that gikparse has written.
    """
    path = folder / NAME
    try:
        return Manifest(**json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise UsageError(f"{path} is no manifest of gikparse: {error}") from None
