"""A panel: agency by year by indicator, with what must be said of each figure."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from gikparse.agencies import agency_key
from gikparse.errors import UsageError
from gikparse.panels.figures import Mark, PanelFigure, Series
from gikparse.stores.cells import cell, harmless

if TYPE_CHECKING:
    from gikparse.data.specs import Lookalikes


@attrs.frozen(kw_only=True)
class PanelRow:
    """What is known of one agency and year.

    Attributes:
        agency_key: The key of the agency.
        year: The year of the data.
        names: Its names as written.
        forms: The statistics forms of its documents.
        files: Its documents.
        figures: The figures, by the name of the series.

    Example:
        >>> import gikparse
        >>> report = gikparse.load("docs/examples/f2021.txt")
        >>> [row] = gikparse.panel([report], ["request.received"]).rows
        >>> row.agency_key, row.year, row.forms
        ('云岫市鹭汀区人民政府', 2023, ('F2021',))
    """

    agency_key: str
    year: int
    names: tuple[str, ...]
    forms: tuple[str, ...]
    files: tuple[str, ...]
    figures: Mapping[str, PanelFigure]


@attrs.frozen(kw_only=True, slots=False)
class Panel:
    """Agency by year by indicator.

    Attributes:
        series: What it shows.
        rows: One for each agency and year with a report, by agency and year.
        without_place: The documents that state no agency or no year, each with what is missing.
        failures: The documents that could not be read.
        lookalikes: Groups of ids, two of them shown here, that must not be joined into one series.

    Example:
        >>> import gikparse
        >>> reports = [gikparse.load(f"docs/examples/{name}.txt") for name in ("f2014", "f2019", "f2021")]
        >>> panel = gikparse.panel(reports, "request.received")
        >>> panel.agencies, panel.years[0], panel.years[-1], panel.one("request.received").label
        (('云岫市交通运输局', '云岫市鹭汀区人民政府', '棠濑县人民政府'), 2016, 2023, '本年新收政府信息公开申请数量')
        >>> panel.figure("request.received", "云岫市鹭汀区人民政府", 2023).value
        159.0
        >>> panel.get("棠濑县人民政府", 2016).forms, panel.get("棠濑县人民政府", 2017)
        (('F2014',), None)
        >>> panel.similar_agencies  # keys that may be one agency
        ()
    """

    series: tuple[Series, ...]
    rows: tuple[PanelRow, ...]
    without_place: tuple[tuple[str, str], ...] = ()
    failures: tuple[str, ...] = ()
    lookalikes: tuple[Lookalikes, ...] = ()

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """The keys of the agencies."""
        return tuple(dict.fromkeys(row.agency_key for row in self.rows))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """All years from the first to the last one with a report."""
        years = [row.year for row in self.rows]
        return tuple(range(min(years), max(years) + 1)) if years else ()

    @cached_property
    def _by_place(self) -> dict[tuple[str, int], PanelRow]:
        return {(row.agency_key, row.year): row for row in self.rows}

    def get(self, agency: str, year: int) -> PanelRow | None:
        """What is known of an agency and year; None where there is no report.

        Args:
            agency: The key of the agency, or a name that has this key.
            year: The year of the data.
        """
        found = self._by_place.get((agency, year))
        return found or self._by_place.get((agency_key(agency).key, year))

    def figure(self, name: str, agency: str, year: int) -> PanelFigure:
        """A figure; its mark says what must be said of it.

        Args:
            name: The name of the series.
            agency: The key of the agency, or a name that has this key.
            year: The year of the data.

        Raises:
            UsageError: The panel does not show this series.
        """
        self.one(name)
        row = self.get(agency, year)
        return row.figures[name] if row else PanelFigure(mark=Mark.NO_REPORT)

    def one(self, name: str) -> Series:
        """The series with a name.

        Raises:
            UsageError: The panel does not show it.
        """
        for series in self.series:
            if series.name == name:
                return series
        raise UsageError(f"the panel shows no {name!r}: {', '.join(s.name for s in self.series)}")

    @cached_property
    def similar_agencies(self) -> tuple[tuple[str, str], ...]:
        """Keys one of which ends like the other: perhaps one agency, named with and without its city."""
        known = set(self.agencies)
        return tuple(
            (key[start:], key)
            for key in self.agencies
            for start in range(1, len(key))
            if key[start:] in known
        )

    def to_rows(self) -> Iterator[dict[str, Any]]:
        """The panel as flat records, one an agency and year.

        Returns:
            Dictionaries with `agency_key`, `agency` (its names as written), `year`, `form`,
            `files`, and for each series its value under its name, with the unit under the name
            and `.unit` and the mark under the name and `.mark`.

        Example:
            >>> import gikparse
            >>> panel = gikparse.panel(gikparse.load("docs/examples/f2021.txt"), "request.received")
            >>> [{**row, "files": ...} for row in panel.to_rows()]
            [{'agency_key': '云岫市鹭汀区人民政府', 'agency': ['云岫市鹭汀区人民政府'], 'year': 2023,
              'form': ['F2021'], 'files': Ellipsis, 'request.received': 159.0,
              'request.received.unit': '件', 'request.received.mark': 'stated'}]
        """
        for row in self.rows:
            record: dict[str, Any] = {
                "agency_key": row.agency_key,
                "agency": [*row.names],
                "year": row.year,
                "form": [*row.forms],
                "files": [*row.files],
            }
            for name, figure in row.figures.items():
                record[name] = figure.value
                record[f"{name}.unit"] = figure.unit
                record[f"{name}.mark"] = figure.mark.value
            yield record

    def to_csv(self, path: str | os.PathLike[str]) -> None:
        """Write the records of `to_rows` as CSV that opens right in Excel.

        Args:
            path: The file.

        Example:
            >>> import gikparse, tempfile
            >>> panel = gikparse.panel(gikparse.load("docs/examples/f2021.txt"), "request.received")
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     panel.to_csv(f"{folder}/panel.csv")
            ...     print(Path(folder, "panel.csv").read_text("utf-8-sig").splitlines()[0])
            agency_key,agency,year,form,files,request.received,request.received.unit,request.received.mark
        """
        with Path(path).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            for number, record in enumerate(self.to_rows()):
                if not number:
                    writer.writerow(record)
                writer.writerow([harmless(cell(value)) for value in record.values()])

    def coverage(self) -> str:
        """Which agency has a report of which year and form, for the terminal.

        Example:
            >>> import gikparse
            >>> report = gikparse.load("docs/examples/f2021.txt")
            >>> print(gikparse.panel(report, "request.received").coverage().splitlines()[-1])
            1 agency, 1 year; 1 of 1 places have a report
        """
        from gikparse.panels.coverage import draw_coverage

        return draw_coverage(self)

    def coverage_svg(self) -> str:
        """The same as a picture, an SVG document.

        Example:
            >>> import gikparse
            >>> report = gikparse.load("docs/examples/f2021.txt")
            >>> gikparse.panel(report, "request.received").coverage_svg()[:4]
            '<svg'
        """
        from gikparse.panels.coverage import coverage_svg

        return coverage_svg(self)

    def plot(self, name: str | None = None, *, agencies: Iterable[str] | None = None) -> str:
        """A series over the years as a picture.

        Lines join years that follow each other and figures that compare. With more than
        eight agencies all lines are grey but that of the median.

        Args:
            name: The series; None for the first one.
            agencies: The agencies, as keys or names with these keys; None for all.

        Returns:
            An SVG document.

        Raises:
            UsageError: The panel does not show the series or has no such agency.

        Example:
            >>> import gikparse
            >>> panel = gikparse.panel(gikparse.load("docs/examples/f2021.txt"), "request.received")
            >>> panel.plot(agencies=["汀溪县人民政府"])
            Traceback (most recent call last):
            gikparse.errors.UsageError: the panel has no agency 汀溪县人民政府
            >>> panel.plot()[:4]
            '<svg'
        """
        from gikparse.panels.plot import plot_svg

        series = self.series[0] if name is None else self.one(name)
        chosen = self.agencies
        if agencies is not None:
            chosen = tuple(self._known(agency) for agency in agencies)
        return plot_svg(self, series, chosen)

    def _known(self, agency: str) -> str:
        for key in (agency, agency_key(agency).key):
            if key in self.agencies:
                return key
        raise UsageError(f"the panel has no agency {agency}")
