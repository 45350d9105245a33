"""What a build has made of grammars and data files, so that no process has to make it again.

A build (`gikparse.preparing`) writes one JSON file here for each source, with a checksum of
the source's text. Who needs what is made of a source hands over its text, and how to make it:
a source that was edited since the build, or a checkout that was never built, is only slower.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

T = TypeVar("T")

PREPARED_FOLDER = Path(__file__).parent

#: One more whenever something else is made of the same text.
_EDITION = 1


def prepared(name: str, text: str, make: Callable[[str], T]) -> T:
    """What `make` makes of a text, read from the file of the build if that was made of the same text.

    Args:
        name: The source's name among all sources.
        text: The source.
        make: Makes of the text what JSON can hold.
    """
    known = _record(name)
    made: T = known["made"] if known.get("of") == checksum(text) else make(text)
    return made


def _record(name: str) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((PREPARED_FOLDER / f"{name}.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return found


def record(text: str, made: Any) -> str:
    """The file for what is made of a text."""
    content = {"of": checksum(text), "made": made}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def checksum(text: str) -> int:
    """A number that tells one version of a source from another; nobody is to be kept from forging it."""
    return crc32(text.encode(), _EDITION)
