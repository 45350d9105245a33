"""`gikparse indicators`: the figures of reports."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command
from gikparse.cli.inputs import FILE_HELP, add_from_to, read_reports

if TYPE_CHECKING:
    import argparse

    from gikparse.cli.commands import Commands
    from gikparse.indicators import IndicatorRow
    from gikparse.report import Report

_ABOUT = """\
Print the figures that reports state in statistics tables and in sentences, each under the
id that `gikparse catalogue` explains. A figure that could be read in more than one way has no value:
it is ambiguous, and stands there with its readings.
"""
_EPILOG = """\
A table shows a few fields of each figure; csv and json have them all, one record a figure.

examples:
  gikparse indicators report.txt
  gikparse indicators --id request.answered.denied report.txt
  gikparse indicators --origin table --format csv reports/*.txt > figures.csv
  gikparse indicators --format json report.txt | jq '.[] | select(.column == "total")'
"""


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "indicators",
        _run,
        summary="the figures of reports",
        about=_ABOUT,
        epilog=_EPILOG,
    )
    parser.add_argument("files", metavar="FILE", nargs="+", help=FILE_HELP)
    add_from_to(parser)
    parser.add_argument(
        "--format",
        choices=tuple(_WRITERS),
        default="table",
        help="how to print them (default: %(default)s)",
    )
    parser.add_argument(
        "--id",
        default="",
        metavar="PREFIX",
        help="only those whose id begins so, such as request.answered",
    )
    parser.add_argument(
        "--origin",
        choices=("table", "prose"),
        help="only those that tables state, or only those that sentences state",
    )


def _run(arguments: argparse.Namespace) -> int:
    from gikparse.cli.figures import figures_of

    _require_known(arguments.id)
    reports = list(read_reports(arguments.files, arguments.file_format))
    found = [
        (report, list(figures_of(report, arguments.id, arguments.origin)))
        for report in reports
        if report
    ]
    _WRITERS[arguments.format](found)
    return 2 if None in reports else 0


def _require_known(prefix: str) -> None:
    from gikparse.data.catalogue import default_catalogue

    catalogue = default_catalogue()
    if not any(id_.startswith(prefix) for id_ in catalogue.indicators):
        catalogue.indicator(prefix)  # which raises and names what is near


def _write_table(found: list[tuple[Report, list[IndicatorRow]]]) -> None:
    from gikparse.cli.figures import SHOWN, shown
    from gikparse.cli.grid import draw_list
    from gikparse.cli.width import columns, visible

    for number, (report, figures) in enumerate(found):
        if len(found) > 1:
            print(("\n" if number else "") + visible(report.source.name or ""))
        if not figures:
            print("no indicators")
            continue
        for line in draw_list([SHOWN, *map(shown, figures)], columns()):
            print(line)


def _write_csv(found: list[tuple[Report, list[IndicatorRow]]]) -> None:
    import csv

    from gikparse.cli.figures import FIELDS, as_csv

    writer = csv.DictWriter(sys.stdout, FIELDS, lineterminator="\n")
    writer.writeheader()
    for _, figures in found:
        writer.writerows(map(as_csv, figures))


def _write_json(found: list[tuple[Report, list[IndicatorRow]]]) -> None:
    import json

    from gikparse.cli.figures import as_json

    records = (as_json(figure) for _, figures in found for figure in figures)
    lines = ",\n ".join(json.dumps(record, ensure_ascii=False) for record in records)
    print(f"[{lines}]")


_WRITERS = {"table": _write_table, "csv": _write_csv, "json": _write_json}
