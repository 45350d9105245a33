"""`gikparse show`: a report at a glance."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command
from gikparse.cli.inputs import FILE_HELP, add_from_to, read_reports
from gikparse.cli.painting import add_color_to
from gikparse.cli.wording import add_lang_to, count_findings, locale_lang
from gikparse.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from gikparse.cli.commands import Commands
    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

_ABOUT = """\
Show a report at a glance: what it says of itself, the tree of its sections with their
line numbers, its tables with the figures that were read from them (the totals that are
not 0), and what is wrong with it or could not be read.
"""
_EPILOG = """\
exit status:
  0  no diagnostic of severity ERROR in any file
  1  at least one
  2  wrong usage, or a file that cannot be read

examples:
  gikparse show report.txt
  gikparse show --no-tables reports/*.txt | less
  gikparse show --no-tables --indicators report.txt
  gikparse show --text --full report.txt
  gikparse show --quantities --no-tables report.txt
  gikparse show --html report.html report.pdf
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
    add_from_to(parser)
    parser.add_argument("--no-tables", action="store_true", help="leave the tables out")
    parser.add_argument("--text", action="store_true", help="print the paragraphs, too")
    parser.add_argument(
        "--quantities",
        action="store_true",
        help="print the paragraphs with each quantity between ⟦ and ⟧, what it comes to where it is"
        " not written in figures and its base unit, and the indicators that it states;"
        " zeros in words are marked, too",
    )
    parser.add_argument("--full", action="store_true", help="do not cut long cells")
    parser.add_argument(
        "--indicators",
        action="store_true",
        help="print all figures that were read from the tables, of all columns and also those that are 0",
    )
    parser.add_argument(
        "--html",
        type=Path,
        metavar="FILE",
        help="write the report there as one page for a browser, with its outline, its text,"
        " its figures and what is wrong, and print how much is wrong",
    )
    add_color_to(parser)
    add_lang_to(parser)


def _run(arguments: argparse.Namespace) -> int:
    if arguments.html and len(arguments.files) > 1:
        raise UsageError("--html takes one report: a page shows no more")
    show = _write_page if arguments.html else _show
    status = 0
    for number, report in enumerate(read_reports(arguments.files, arguments.file_format)):
        if report is None:
            status = 2
            continue
        if number:
            print()
        has_errors = show(report, arguments)
        status = max(status, int(has_errors))
    return status


def _show(report: Report, arguments: argparse.Namespace) -> bool:
    """Print a report; returns whether there is a diagnostic of severity ERROR."""
    from gikparse.checks import check
    from gikparse.cli.findings import explain
    from gikparse.cli.painting import printer
    from gikparse.cli.tree import Options, tree
    from gikparse.cli.width import columns, visible

    options = Options(
        tables=not arguments.no_tables,
        figures=arguments.indicators or not arguments.no_tables,
        all_figures=arguments.indicators,
        text=arguments.text,
        quantities=arguments.quantities,
        full=arguments.full,
        columns=columns(),
    )
    print(visible(report.source.name or ""))
    for name, value in _identity(report):
        print(f"  {name:9}  {visible(value or 'not stated')}")
    print()
    for line in tree(report, options):
        print(line)
    print()
    diagnostics = check(report)
    lang = arguments.lang or locale_lang()
    write = printer(arguments.color)
    for found in diagnostics:
        write(explain(found, report.source, lang=lang))
    return _count(diagnostics, lang)


def _write_page(report: Report, arguments: argparse.Namespace) -> bool:
    """Write a report as a page; returns whether there is a diagnostic of severity ERROR."""
    from gikparse.checks import check
    from gikparse.formats.html import to_html

    diagnostics = check(report)
    lang = arguments.lang or locale_lang()
    page = to_html(report, diagnostics, lang=lang)
    try:
        arguments.html.write_text(page, "utf-8")
    except OSError as error:
        raise UsageError(f"cannot write {arguments.html}: {error.strerror}") from None
    return _count(diagnostics, lang)


def _count(diagnostics: Sequence[Diagnostic], lang: str) -> bool:
    """Print how much is wrong; returns whether there is a diagnostic of severity ERROR."""
    from gikparse.diagnostics import Severity

    severities = [found.severity for found in diagnostics]
    print(count_findings(severities, lang))
    return Severity.ERROR in severities


def _identity(report: Report) -> Iterator[tuple[str, str | None]]:
    yield "title", report.title
    yield "agency", report.agency
    yield "year", None if report.year is None else str(report.year)
    yield "published", str(report.published) if report.published else None
    yield "period", report.period and f"{report.period[0]} to {report.period[1]}"
    yield "form", report.form and report.form.value
