"""The command `gikparse`."""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING

from gikparse import __version__
from gikparse.cli import batch, catalogue, check, indicators, json, panel, rule, schema, show, text
from gikparse.errors import GikparseError

if TYPE_CHECKING:
    from collections.abc import Sequence

_DESCRIPTION = (
    "Read China's government information-disclosure annual reports (政府信息公开工作年度报告)."
)
_EPILOG = """\
exit status:
  0    all went well
  1    `show` found a diagnostic of severity ERROR, `check` one of WARNING or ERROR
       (or as --fail-on says); `catalogue` found nothing, or `batch` met a document that
       it could not read
  2    wrong usage, or a file that cannot be read
  130  interrupted
  141  the program that reads the output stopped reading

examples:
  gikparse show report.txt                          the report at a glance
  gikparse check reports/*.txt                      what is wrong with reports
  gikparse rule GIK101                              what a code means
  gikparse indicators --format csv reports/*.txt    their figures, for a spreadsheet
  gikparse batch reports/ -o tables                 tables of many documents
  gikparse panel tables --id request.received       one figure by agency and year
  gikparse json report.txt > report.json            all of it, for programs
  gikparse text report.pdf > report.txt             what is read of a file
  gikparse COMMAND --help                           options and examples of a command
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        argv: The arguments; those of the process if None.

    Returns:
        The exit status, which `gikparse --help` explains.
    """
    _write_utf8()
    try:
        try:
            return _run(argv)
        finally:
            sys.stdout.flush()  # here, where a closed pipe is still handled
    except GikparseError as error:
        print(f"gikparse: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        _drop_output()
        return 141
    except OSError as error:
        _drop_output()
        print(f"gikparse: cannot write: {error.strerror}", file=sys.stderr)
        return 2


def command_parser() -> argparse.ArgumentParser:
    """The parser of the command with those of its subcommands, which the reference shows."""
    parser = argparse.ArgumentParser(
        prog="gikparse",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"gikparse {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    for command in (show, check, rule, indicators, catalogue, batch, panel, json, schema, text):
        command.add_to(commands)
    return parser


def _run(argv: Sequence[str] | None) -> int:
    parser = command_parser()
    arguments = parser.parse_args(argv)
    if "run" not in arguments:
        parser.print_help(sys.stderr)
        return 2
    status: int = arguments.run(arguments)
    return status


def _write_utf8() -> None:
    """Chinese is written as UTF-8 whatever the locale, and nothing is unwritable."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _drop_output() -> None:
    """Keep Python from writing the rest when it exits, which would fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
