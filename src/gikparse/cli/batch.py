"""`gikparse batch`: the tidy tables of many documents."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.cli.commands import Commands
    from gikparse.stores.summary import Summary

_ABOUT = """\
Parse many documents and write what they say as five tidy tables: reports, sections,
indicators, quantities and diagnostics. The page "Tidy tables" of the documentation describes them.

A source is a file, a folder, a pattern such as '2023/*.html', a ZIP archive, or a file of
JSON lines or a Parquet file with a column of documents. A document that cannot be read
is a row in `reports` with the reason, and the others go on.
"""
_EPILOG = """\
A killed run loses at most the last five seconds: give the same command with --resume, and
documents whose content has not changed are not parsed again, but for those that ran into a limit
or whose process was killed. The tables appear whole or not at all.

exit status:
  0    every document was read
  1    some could not be read; the table `reports` names them
  2    wrong usage, or the output cannot be written
  130  interrupted; the tables hold what was done

examples:
  gikparse batch reports/ -o tables
  gikparse batch 2022.zip 2023.zip -o tables --to csv
  gikparse batch pages.parquet --column html -o tables --to duckdb
  gikparse batch reports/ -o tables --resume
"""
#: So many codes are printed.
_CODES = 20


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "batch",
        _run,
        summary="the tidy tables of many documents",
        about=_ABOUT,
        epilog=_EPILOG,
    )
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help="where documents are")
    parser.add_argument(
        "-o", "--output", metavar="OUT", required=True, help="the folder for the tables"
    )
    parser.add_argument(
        "--to",
        choices=("parquet", "csv", "jsonl", "xlsx", "duckdb"),
        default="parquet",
        help="their format (default: %(default)s); parquet, xlsx and duckdb need an extra",
    )
    _add_running_to(parser)
    for name, what in (
        ("--column", "the documents, as text or bytes"),
        ("--name-column", "what they are called"),
        ("--agency-column", "the agency, for a text that does not name it (default: agency)"),
        ("--year-column", "the year of the data, likewise (default: year)"),
    ):
        parser.add_argument(
            name, metavar="NAME", help=f"the column of JSON lines and Parquet files with {what}"
        )
    parser.add_argument(
        "--no-name-hints",
        action="store_true",
        help="take no agency or year from the names of files and folders",
    )


def _add_running_to(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--workers", type=int, metavar="N", help="how many processes (default: one a core)"
    )
    parser.add_argument(
        "--seconds",
        type=float,
        default=60.0,
        metavar="N",
        help="how much of the processor's time a document may take (default: %(default)g)",
    )
    parser.add_argument(
        "--memory",
        type=int,
        default=2000,
        metavar="MB",
        help="how much memory a process may take for its documents (default: %(default)s)",
    )
    again = parser.add_mutually_exclusive_group()
    again.add_argument("--resume", action="store_true", help="go on with what OUT has")
    again.add_argument("--overwrite", action="store_true", help="replace what OUT has")
    parser.add_argument(
        "--retry", action="store_true", help="with --resume: try again whatever failed"
    )
    parser.add_argument("--quiet", action="store_true", help="show no progress")


def _run(arguments: argparse.Namespace) -> int:
    from pathlib import Path

    from gikparse.cli.progress import following
    from gikparse.corpus.many import checked_workers
    from gikparse.corpus.records import Columns
    from gikparse.corpus.sources import Sources
    from gikparse.stores.batch import Options, run_batch

    folder = Path(arguments.output)
    columns = Columns(
        text=arguments.column,
        name=arguments.name_column,
        agency=arguments.agency_column,
        year=arguments.year_column,
    )
    sources = Sources(paths=arguments.sources, columns=columns, without=folder)
    options = Options(
        format=arguments.to,
        workers=checked_workers(arguments.workers),
        seconds=arguments.seconds,
        memory=arguments.memory * 1_000_000,
        names_hint=not arguments.no_name_hints,
        resume=arguments.resume or arguments.retry,
        retry=arguments.retry,
        overwrite=arguments.overwrite,
    )
    sources.check()
    with following(None if arguments.quiet else sources.count) as progress:
        summary = run_batch(sources, folder, options, progress)
    for line in _told(summary):
        print(line)
    for name, message in summary.named:
        print(f"gikparse: {_named(name, message)}", file=sys.stderr)
    if summary.state == "interrupted":
        return 130
    return 1 if summary.failures else 0


def _named(name: str, message: str) -> str:
    return message if name in message else f"{name}: {message}"


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _told(summary: Summary) -> Iterator[str]:
    from gikparse.cli.grid import draw_list
    from gikparse.cli.width import columns

    done = f", {summary.skipped} of them done before" if summary.skipped else ""
    yield f"{summary.folder}: {summary.documents} documents{done}; {summary.state}"
    stated, keys = summary.agencies
    lines = [("what", "reports", "")]
    lines += [("form " + (form or "none"), str(n), "") for form, n in summary.forms.items()]
    lines += [(f"year {year or 'unknown'}", str(n), "") for year, n in summary.years.items()]
    lines += [("agency stated or hinted", str(stated), _counted(keys, "agency", "agencies"))]
    lines += [(f"failed: {reason}", str(n), "") for reason, n in summary.failures.items()]
    findings = sorted(summary.findings.items(), key=lambda item: -item[1][1])
    lines += [
        (" ".join(kind), str(reports), _counted(count, "finding", "findings"))
        for kind, (count, reports) in findings[:_CODES]
    ]
    if len(findings) > _CODES:
        lines.append((f"{len(findings) - _CODES} other codes", "", ""))
    lines += [
        (f"left out: {ending}", "", _counted(n, "file", "files"))
        for ending, n in summary.left_out.items()
    ]
    yield from draw_list(lines, columns())
