"""`gikparse check`: what is wrong with reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command
from gikparse.cli.findings import add_lang_to, count_findings, print_findings
from gikparse.cli.inputs import FILE_HELP, add_from_to, read_reports

if TYPE_CHECKING:
    import argparse

    from gikparse.cli.commands import Commands
    from gikparse.diagnostics import Diagnostic

_ABOUT = """\
Print what is wrong with reports or could not be read, each with its place, its code and
the text that it is about. The page "Rules" of the documentation explains the codes.
"""
_EPILOG = """\
exit status:
  0  no diagnostic of severity WARNING or ERROR in any file
  1  at least one
  2  wrong usage, or a file that cannot be read

examples:
  gikparse check report.txt
  gikparse check --select GIK1 reports/*.txt
  gikparse check --ignore GIK00,GIK111 report.txt
"""


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "check",
        _run,
        summary="what is wrong with reports",
        about=_ABOUT,
        epilog=_EPILOG,
    )
    parser.add_argument("files", metavar="FILE", nargs="+", help=FILE_HELP)
    add_from_to(parser)
    for option, what in (("--select", "print only"), ("--ignore", "leave out")):
        parser.add_argument(
            option,
            type=_codes,
            action="extend",
            metavar="CODES",
            help=f"{what} what has one of these codes, or beginnings of codes, divided by commas",
        )
    add_lang_to(parser)


def _codes(argument: str) -> list[str]:
    return [code.strip() for code in argument.split(",")]


def _run(arguments: argparse.Namespace) -> int:
    from gikparse.checks import check
    from gikparse.diagnostics import Severity

    unread = False
    everything: list[Diagnostic] = []
    for report in read_reports(arguments.files, arguments.file_format):
        if report is None:
            unread = True
            continue
        found = check(report, select=arguments.select, ignore=arguments.ignore)
        print_findings(report, found, lang=arguments.lang)
        everything.extend(found)
    print(count_findings(everything))
    is_faulty = any(found.severity >= Severity.WARNING for found in everything)
    return 2 if unread else int(is_faulty)
