"""`gikparse show`: a report at a glance."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command
from gikparse.cli.inputs import FILE_HELP, read_report
from gikparse.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from gikparse.cli.commands import Commands
    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

_ABOUT = """\
Show a report at a glance: what it says of itself, the tree of its sections with their
line numbers, its tables, and what is wrong with it or could not be read.
"""
_EPILOG = """\
exit status:
  0  no diagnostic of severity ERROR in any file
  1  at least one
  2  wrong usage, or a file that cannot be read

examples:
  gikparse show report.txt
  gikparse show --no-tables reports/*.txt | less
  gikparse show --text --full report.txt
  curl -s https://… | gikparse show -
"""


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "show",
        _run,
        summary="a report at a glance, for people",
        about=_ABOUT,
        epilog=_EPILOG,
    )
    parser.add_argument("files", metavar="FILE", nargs="+", help=FILE_HELP)
    parser.add_argument("--no-tables", action="store_true", help="leave the tables out")
    parser.add_argument("--text", action="store_true", help="print the paragraphs, too")
    parser.add_argument("--full", action="store_true", help="do not cut long cells")
    parser.add_argument(
        "--lang",
        choices=("zh", "en"),
        default="zh" if _is_chinese_locale() else "en",
        help="the language of diagnostics (default: that of the locale, now %(default)s)",
    )


def _is_chinese_locale() -> bool:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, names), "").startswith("zh")


def _run(arguments: argparse.Namespace) -> int:
    status = 0
    for number, file in enumerate(arguments.files):
        try:
            report = read_report(file)
        except UsageError as error:
            sys.stdout.flush()
            print(f"gikparse: {error}", file=sys.stderr)
            status = 2
            continue
        if number:
            print()
        has_errors = _show(report, arguments)
        status = max(status, int(has_errors))
    return status


def _show(report: Report, arguments: argparse.Namespace) -> bool:
    """Print a report; returns whether there is a diagnostic of severity ERROR."""
    from gikparse.checks import check
    from gikparse.cli.excerpt import explain
    from gikparse.cli.tree import Options, tree
    from gikparse.cli.width import columns, visible
    from gikparse.diagnostics import Severity

    limit = columns()
    options = Options(
        tables=not arguments.no_tables,
        text=arguments.text,
        full=arguments.full,
        columns=limit,
    )
    print(visible(report.source.name or ""))
    for name, value in _identity(report):
        print(f"  {name:9}  {visible(value or 'not stated')}")
    print()
    for line in tree(report, options):
        print(line)
    print()
    diagnostics = check(report)
    for found in diagnostics:
        for line in explain(found, report.source, chinese=arguments.lang == "zh", limit=limit):
            print(line)
    print(_count(diagnostics))
    return any(found.severity >= Severity.ERROR for found in diagnostics)


def _identity(report: Report) -> Iterator[tuple[str, str | None]]:
    yield "title", report.title
    yield "agency", report.agency
    yield "year", None if report.year is None else str(report.year)
    yield "published", str(report.published) if report.published else None
    yield "period", report.period and f"{report.period[0]} to {report.period[1]}"
    yield "form", report.form and report.form.value


def _count(diagnostics: Iterable[Diagnostic]) -> str:
    counts = Counter(found.severity.name.lower() for found in diagnostics)
    said = (f"{count} {name}{'s' * (count != 1)}" for name, count in counts.items())
    return ", ".join(said) or "no diagnostics"
