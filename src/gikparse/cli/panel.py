"""`gikparse panel`: agency by year by indicator."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from gikparse.cli.commands import Commands
    from gikparse.panels import Panel, PanelFigure

_ABOUT = """\
Make a panel of the tables that `gikparse batch` has written: a row for each agency and year, a column
for each indicator, in base units. Figures of different forms stand in one column where they compare;
what does not, was added up, or stands only in a sentence is marked, and what is missing says why.
"""
_EPILOG = """\
examples:
  gikparse panel tables
  gikparse panel tables --id request.received --id request.answered.denied
  gikparse panel tables --id request.received:natural_person --csv panel.csv
  gikparse panel tables --id request.received --plot received.svg --coverage coverage.svg
"""
_DEFAULT = "request.received"


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "panel",
        _run,
        summary="agency by year by indicator",
        about=_ABOUT,
        epilog=_EPILOG,
    )
    parser.add_argument("folder", metavar="OUT", help="the output folder of `gikparse batch`")
    parser.add_argument(
        "--id",
        action="append",
        metavar="ID",
        dest="ids",
        help="an indicator, with `:` and a column where that is wanted; may be repeated. "
        "Without any, only the coverage is printed",
    )
    parser.add_argument(
        "--agency",
        action="append",
        metavar="NAME",
        dest="agencies",
        help="plot only this agency; may be repeated",
    )
    parser.add_argument(
        "--join",
        metavar="FILE",
        help="a CSV file with two columns: the name or key of an agency, and the key to give it",
    )
    parser.add_argument("--csv", metavar="FILE", help="write the panel as CSV")
    parser.add_argument("--plot", metavar="FILE", help="draw the first indicator as SVG")
    parser.add_argument("--coverage", metavar="FILE", help="draw which years there are as SVG")


def _run(arguments: argparse.Namespace) -> int:
    from gikparse.panels import panel

    ids = arguments.ids or [_DEFAULT]
    found = panel(arguments.folder, ids, agencies=_joined(arguments.join))
    if arguments.csv:
        found.to_csv(arguments.csv)
    if arguments.plot:
        _write(arguments.plot, found.plot(agencies=arguments.agencies))
    if arguments.coverage:
        _write(arguments.coverage, found.coverage_svg())
    for line in _table(found) if arguments.ids else [found.coverage()]:
        print(line)
    for note in _notes(found):
        print(f"gikparse: {note}", file=sys.stderr)
    return 0


def _write(file: str, content: str) -> None:
    from pathlib import Path

    Path(file).write_text(content + "\n", "utf-8")


def _joined(file: str | None) -> dict[str, str]:
    import csv
    from pathlib import Path

    from gikparse.errors import UsageError

    if file is None:
        return {}
    try:
        with Path(file).open(encoding="utf-8-sig", newline="") as lines:
            rows = [row for row in csv.reader(lines) if row]
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {file}: {error}") from None
    for row in rows:
        if len(row) != 2:
            raise UsageError(f"{file}: {','.join(row)!r} has not two columns, a name and a key")
    return {name.strip(): key.strip() for name, key in rows}


def _table(found: Panel) -> Iterator[str]:
    from gikparse.cli.grid import draw_list
    from gikparse.cli.width import columns

    head = ["agency", "year", "form", *(series.name for series in found.series)]
    rows = [
        [row.agency_key, str(row.year), " ".join(row.forms), *map(_shown, row.figures.values())]
        for row in found.rows
    ]
    return draw_list([head, *rows], columns())


def _shown(figure: PanelFigure) -> str:
    from gikparse.panels import Mark

    if figure.value is None:
        return f"({figure.mark.value})"
    whole = figure.value == int(figure.value)
    said = f"{figure.value:.0f}" if whole else f"{figure.value}"
    return said if figure.mark is Mark.STATED else f"{said} ({figure.mark.value})"


def _notes(found: Panel) -> Iterator[str]:
    """What stands in no row, and what is to be minded."""
    if found.failures:
        count = len(found.failures)
        what = (
            "document that could not be read is"
            if count == 1
            else "documents that could not be read are"
        )
        yield f"{count} {what} in no row"
    for file, missing in found.without_place:
        yield f"{file} states no {missing} and is in no row"
    for short, long in found.similar_agencies:
        yield f"{short} and {long} may be one agency; --join takes a list of those that are"
    for group in found.lookalikes:
        yield f"{', '.join(group.ids)} do not compare: {group.reason}"
