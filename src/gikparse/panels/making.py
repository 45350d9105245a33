"""Make a panel of the tidy tables of reports."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import attrs

from gikparse import tidy
from gikparse.data.catalogue import Catalogue, default_catalogue
from gikparse.errors import UsageError
from gikparse.panels.figures import Series, figure_of
from gikparse.panels.wide import Panel, PanelRow
from gikparse.report import Report
from gikparse.stores.reading import read_rows
from gikparse.tidy.rows import Row

#: The key of an agency, and the year of the data.
Place = tuple[str, int]


def panel(
    source: str | os.PathLike[str] | Report | Iterable[Report],
    ids: str | Sequence[str],
    *,
    agencies: Mapping[str, str] | None = None,
    catalogue: Catalogue | None = None,
) -> Panel:
    r"""A panel of many reports: agency by year by indicator.

    Figures are in base units. Those of different forms stand in one series where the catalogue
    says that they compare; a figure that does not compare, was added up, or stands only in a sentence
    is marked so, and where there is none the mark says why.

    Args:
        source: The output folder of `gikparse batch`, or reports.
        ids: What it is to show: ids of the catalogue, each with `:` and a column where another one
            is wanted than that which speaks for the row.
        agencies: Keys of agencies that are to be joined: the key, or a name as written, and
            the key that it is to have.
        catalogue: The statistics forms; None for `gikparse.catalogue`.

    Returns:
        The panel.

    Raises:
        UsageError: There is no such indicator or column, or no tables in the folder.

    Example:
        >>> import gikparse
        >>> names = ("f2014", "f2019", "f2021")
        >>> reports = [gikparse.load(f"docs/examples/{name}.txt") for name in names]
        >>> found = panel(reports, ["request.received", "request.answered.unable"])
        >>> for row in found.rows:
        ...     print(row.agency_key, row.year, [(f.value, str(f.mark)) for f in row.figures.values()])
        云岫市交通运输局 2019 [(..., 'stated'), (..., 'derived')]
        云岫市鹭汀区人民政府 2023 [(159.0, 'stated'), (..., 'derived')]
        棠濑县人民政府 2016 [(..., 'stated'), (None, 'not in form')]
    """
    catalogue = catalogue or default_catalogue()
    names = [ids] if isinstance(ids, str) else [*dict.fromkeys(ids)]
    if not names:
        raise UsageError("a panel shows at least one indicator: give its id")
    series = tuple(Series.of(name, catalogue) for name in names)
    reports, indicators = _tables(source)
    documents = _place(reports, agencies or {})
    needed = frozenset(id_ for one in series for id_ in one.needs(catalogue))
    figures = _figures(indicators, documents, needed)
    shown = {one.id for one in series}
    return Panel(
        series=series,
        rows=tuple(
            _row(place, found, figures.get(place, {}), series, catalogue)
            for place, found in sorted(documents.at.items())
        ),
        without_place=tuple(documents.without_place),
        failures=tuple(documents.failures),
        lookalikes=tuple(g for g in catalogue.lookalikes if len(shown.intersection(g.ids)) > 1),
    )


def _tables(
    source: str | os.PathLike[str] | Report | Iterable[Report],
) -> tuple[Iterable[Row], Iterable[Row]]:
    if isinstance(source, Report):
        source = [source]
    elif isinstance(source, str | os.PathLike):
        folder = Path(source)
        return read_rows(folder, "reports"), read_rows(folder, "indicators")
    reports = [*source]
    return tidy.rows(reports, "reports"), tidy.rows(reports, "indicators")


@attrs.frozen(kw_only=True)
class _Documents:
    """The rows of `reports`: those of each place, and the names of those without one."""

    at: dict[Place, list[Row]] = attrs.field(factory=lambda: defaultdict(list))
    without_place: list[tuple[str, str]] = attrs.field(factory=list)
    failures: list[str] = attrs.field(factory=list)

    def places(self) -> dict[str, Place]:
        """The place of each document by its name."""
        return {row["file"]: place for place, rows in self.at.items() for row in rows}


def _place(reports: Iterable[Row], agencies: Mapping[str, str]) -> _Documents:
    found = _Documents()
    for row in reports:
        if row["failure"]:
            found.failures.append(row["file"])
        elif row["agency_key"] is None or row["year"] is None:
            missing = [what for what in ("agency", "year") if row[what] is None]
            found.without_place.append((row["file"], " and ".join(missing)))
        else:
            joined = agencies.get(row["agency"]) or agencies.get(row["agency_key"])
            found.at[joined or row["agency_key"], row["year"]].append(row)
    return found


def _figures(
    indicators: Iterable[Row], documents: _Documents, needed: frozenset[str]
) -> dict[Place, dict[str, list[Row]]]:
    """The rows of `indicators` that are needed, by place and id."""
    places = documents.places()
    found: dict[Place, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in indicators:
        if row["id"] in needed and row["file"] in places:
            found[places[row["file"]]][row["id"]].append(row)
    return found


def _row(
    place: Place,
    documents: Sequence[Row],
    rows: Mapping[str, Sequence[Row]],
    series: Iterable[Series],
    catalogue: Catalogue,
) -> PanelRow:
    forms = tuple(sorted({row["form"] for row in documents if row["form"]}))
    return PanelRow(
        agency_key=place[0],
        year=place[1],
        names=tuple(dict.fromkeys(row["agency"] for row in documents)),
        forms=forms,
        files=tuple(row["file"] for row in documents),
        figures={one.name: figure_of(one, rows, forms, catalogue) for one in series},
    )
