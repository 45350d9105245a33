"""`gikparse json`: a report as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command
from gikparse.cli.inputs import FILE_HELP, add_from_to, read_report
from gikparse.cli.pretty import add_indent_to, write_json

if TYPE_CHECKING:
    import argparse

    from gikparse.cli.commands import Commands

_EPILOG = """\
`gikparse schema` describes the output, and gikparse.from_dict reads it in Python.
Diagnostics are part of it; they do not change the exit status.

examples:
  gikparse json report.txt > report.json
  gikparse json --indent 0 report.txt >> reports.jsonl
  gikparse json report.txt | jq -r '.. | objects | .heading // empty | .marker + .title'
"""


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "json",
        _run,
        summary="the report as JSON",
        about="Write a report as JSON: its text, the tree, and what parsing met.",
        epilog=_EPILOG,
    )
    parser.add_argument("file", metavar="FILE", help=FILE_HELP)
    add_from_to(parser)
    add_indent_to(parser)


def _run(arguments: argparse.Namespace) -> int:
    write_json(read_report(arguments.file, arguments.file_format).to_dict(), arguments.indent)
    return 0
