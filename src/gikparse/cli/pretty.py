"""JSON for people: one key a line, and short lists on one."""

from __future__ import annotations

import argparse
import json
from typing import Any

_MOST = 16
_ENCODE = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps makes one at every call


def add_indent_to(parser: argparse.ArgumentParser) -> None:
    """Add the option `--indent`."""
    parser.add_argument(
        "--indent",
        type=_indent,
        default=2,
        metavar="N",
        help="indent by N blanks (default: 2); 0 writes one line",
    )


def _indent(argument: str) -> int:
    indent = int(argument) if argument.isdecimal() else -1
    if not 0 <= indent <= _MOST:
        raise argparse.ArgumentTypeError(f"{argument!r} is no number from 0 to {_MOST}")
    return indent


def write_json(value: Any, indent: int) -> None:
    """Write JSON to standard output, indented, or on one line if `indent` is 0."""
    if indent:
        pieces: list[str] = []
        _collect(value, indent, 0, pieces)
        print("".join(pieces))
    else:
        print(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _collect(value: Any, indent: int, margin: int, pieces: list[str]) -> None:
    if _fits_a_line(value):
        pieces.append(_ENCODE(value))
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    inner = margin + indent
    for place, (key, item) in enumerate(items):
        pieces.append(f"{',' if place else opening}\n{'':{inner}}")
        if key is not None:
            pieces.append(f"{_ENCODE(key)}: ")
        _collect(item, indent, inner, pieces)
    pieces.append(f"\n{'':{margin}}{closing}")


def _fits_a_line(value: Any) -> bool:
    if isinstance(value, dict):
        return not value
    return not isinstance(value, list) or not any(isinstance(item, dict | list) for item in value)
