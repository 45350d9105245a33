"""What the pages read and run, to be had from the site by those who have no checkout."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).parents[2]
#: The folders below `docs` that the code on pages opens.
FOLDERS = ("examples", "recipes")
#: The same archive whenever it is made.
_DATE = (2026, 1, 1, 0, 0, 0)


def files() -> Iterator[tuple[str, bytes]]:
    """The path of each download below `docs`, with its content."""
    yield "generated/extra/examples.zip", _archive()


def _archive() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for folder in FOLDERS:
            for path in sorted((DOCS / folder).glob("*.*")):
                entry = zipfile.ZipInfo(f"docs/{folder}/{path.name}", _DATE)
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, path.read_bytes())
    return made.getvalue()
