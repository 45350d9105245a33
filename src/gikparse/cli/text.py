"""`gikparse text`: what the parser sees of a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command
from gikparse.cli.inputs import FILE_HELP, add_from_to, read_file

if TYPE_CHECKING:
    import argparse

    from gikparse.cli.commands import Commands
    from gikparse.source import Source

_ABOUT = """\
Print the text that the parser sees of a file: paragraphs, and tables as rows of cells
between bars. What was odd about the file goes to standard error.
"""
_EPILOG = """\
examples:
  gikparse text report.pdf > report.txt
  gikparse text --places report.docx        where each line stands in the file
  gikparse text --omitted page.html         what is around the report
  gikparse text --from html page.txt
"""


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "text",
        _run,
        summary="the text that the parser sees of a file",
        about=_ABOUT,
        epilog=_EPILOG,
    )
    parser.add_argument("file", metavar="FILE", help=FILE_HELP)
    add_from_to(parser)
    shown = parser.add_mutually_exclusive_group()
    shown.add_argument("--places", action="store_true", help="begin each line with its place")
    shown.add_argument(
        "--omitted", action="store_true", help="print what was left out of the file instead"
    )


def _run(arguments: argparse.Namespace) -> int:
    document = read_file(arguments.file, arguments.file_format)
    if arguments.omitted:
        for text in document.omitted:
            print(" ".join(text.split()))
    elif arguments.places:
        _print_places(document.source)
    else:
        print(document.source.text, end="" if document.source.text.endswith("\n") else "\n")
    for found in document.diagnostics:
        print(f"{arguments.file}: {found.code} {found.name}: {found.message}", file=sys.stderr)
    return 0


def _print_places(source: Source) -> None:
    for number in range(1, source.line_count + 1):
        span = source.line_span(number)
        if span.width or number < source.line_count:
            print(f"{source.locate(span) or f'line {number}'}\t{source.text[span]}")
