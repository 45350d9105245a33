"""`gikparse schema`: what `gikparse json` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command
from gikparse.cli.pretty import add_indent_to, write_json

if TYPE_CHECKING:
    import argparse

    from gikparse.cli.commands import Commands

_EPILOG = """\
examples:
  gikparse schema > report.schema.json
  gikparse schema | jq '."$defs".Heading'
"""


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "schema",
        _run,
        summary="the JSON Schema of what `gikparse json` writes",
        about="Write the JSON Schema (draft 2020-12) of what `gikparse json` writes.",
        epilog=_EPILOG,
    )
    add_indent_to(parser)


def _run(arguments: argparse.Namespace) -> int:
    from gikparse.formats.schema import json_schema

    write_json(json_schema(), arguments.indent)
    return 0
