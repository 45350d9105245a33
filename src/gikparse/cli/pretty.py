"""JSON for people: one key a line, and short lists on one."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST = 16


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
        for piece in _pieces(value, indent, margin=0):
            print(piece, end="")
        print()
    else:
        print(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _pieces(value: Any, indent: int, margin: int) -> Iterator[str]:
    if _fits_a_line(value):
        yield json.dumps(value, ensure_ascii=False)
        return
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    items = value.items() if isinstance(value, dict) else ((None, item) for item in value)
    inner = margin + indent
    for place, (key, item) in enumerate(items):
        yield f"{',' if place else opening}\n{'':{inner}}"
        if key is not None:
            yield f"{json.dumps(key, ensure_ascii=False)}: "
        yield from _pieces(item, indent, inner)
    yield f"\n{'':{margin}}{closing}"


def _fits_a_line(value: Any) -> bool:
    if isinstance(value, dict):
        return not value
    return not isinstance(value, list) or not any(isinstance(item, dict | list) for item in value)
