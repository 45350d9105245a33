"""Lines of text whose parts have a meaning, plain or in colours."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

from gikparse.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable

#: A part of a line, and what it is: a key of the styles below, or "" for plain text.
Part = tuple[str, str]
Line = tuple[Part, ...]

_STYLES = {
    "place": "bold",
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold cyan",
    "code": "bold",
    "name": "dim",
    "gutter": "blue",
    "error mark": "bold red",
    "warning mark": "bold yellow",
    "info mark": "bold cyan",
    "related mark": "blue",
    "aside": "dim",
    "good": "bold green",
}


def add_color_to(parser: argparse.ArgumentParser) -> None:
    """Add the option `--color`."""
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="whether to use colours: by default on a terminal, where rich is installed and"
        " NO_COLOR is not set",
    )


def plain(line: Line) -> str:
    """The text of a line."""
    return "".join(text for text, _ in line)


def printer(color: str) -> Callable[[Iterable[Line]], None]:
    """What prints lines on standard output.

    Args:
        color: `auto`, `always` or `never`.

    Raises:
        UsageError: Colours are asked for, and rich is not installed.
    """
    if color == "always" and not find_spec("rich"):
        raise UsageError("for colours gikparse needs rich: pip install 'gikparse[cli]'")
    return _print_colours if color == "always" or is_colourful(color) else _print_plain


def is_colourful(color: str) -> bool:
    """Whether standard output takes colours, and the user wants and can have them."""
    return (
        color == "auto"
        and sys.stdout.isatty()
        and not os.environ.get("NO_COLOR")
        and os.environ.get("TERM") != "dumb"
        and find_spec("rich") is not None
    )


def _print_plain(lines: Iterable[Line]) -> None:
    for line in lines:
        print(plain(line))


def _print_colours(lines: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(force_terminal=True, highlight=False, emoji=False, soft_wrap=True)
    for line in lines:
        parts = ((text, _STYLES.get(meaning, "")) for text, meaning in line)
        console.print(Text.assemble(*parts))
