"""A series over the years as a picture: one line an agency, and nothing joined that does not compare."""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from gikparse.panels.figures import Mark
from gikparse.panels.svg import COLOURS, FAINT, GRID, document, tag, text, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gikparse.panels.figures import PanelFigure, Series
    from gikparse.panels.wide import Panel

#: With more lines than this, the median stands out and the others are grey.
_LINES = 8
_WIDTH, _HEIGHT = 760.0, 420.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 74.0, 190.0, 66.0, 74.0
#: Lines of text do not come nearer to each other than this.
_LINE = 15.0


class _Point(NamedTuple):
    year: int
    value: float
    mark: Mark
    said: str


class _Scale(NamedTuple):
    years: Sequence[int]
    low: float
    high: float

    def x(self, year: int) -> float:
        first, last = self.years[0], self.years[-1]
        inner = _WIDTH - _LEFT - _RIGHT
        return _LEFT + (inner / 2 if first == last else inner * (year - first) / (last - first))

    def y(self, value: float) -> float:
        inner = _HEIGHT - _TOP - _BOTTOM
        return _HEIGHT - _BOTTOM - inner * (value - self.low) / (self.high - self.low)


def plot_svg(panel: Panel, series: Series, agencies: Sequence[str]) -> str:
    """The picture of a series.

    Args:
        panel: The panel.
        series: The series.
        agencies: The keys of the agencies that are drawn.
    """
    lines = {agency: found for agency in agencies if (found := _points(panel, series, agency))}
    units = {f.unit for row in panel.rows if (f := row.figures[series.name]).value is not None}
    unit = units.pop() if len(units) == 1 else None
    name = series.label + (f" ({series.column})" if series.column else "")
    title = f"{name}, {unit}" if unit else name
    values = [point.value for points in lines.values() for point in points]
    if not values:
        empty = words("no figures", _WIDTH / 2, _HEIGHT / 2, text_anchor="middle", fill=FAINT)
        return document(
            _WIDTH, _HEIGHT, title, "There are no figures.", [*_head(series, title), empty]
        )
    steps = _ticks(min(0.0, *values), max(values))
    scale = _Scale(panel.years, steps[0], steps[-1])
    is_few = len(lines) <= _LINES
    drawn = _few(lines, scale) if is_few else _many(lines, scale)
    notes = _meanings(lines) if is_few else ["grey: an agency each"]
    about = (
        f"{series.english}, {panel.years[0]} to {panel.years[-1]}, of "
        f"{len(lines)} {'agency' if len(lines) == 1 else 'agencies'}; "
        f"from {_number(min(values))} to {_number(max(values))} {unit or ''}".rstrip()
        + "."
    )
    content = [*_head(series, title), *_axes(scale, steps), *drawn]
    content += (
        [words("; ".join(notes), 16, _HEIGHT - 16, fill=FAINT, font_size=11)] if notes else []
    )
    return document(_WIDTH, _HEIGHT, title, about, content)


def _points(panel: Panel, series: Series, agency: str) -> list[_Point]:
    points = []
    for year in panel.years:
        figure = panel.figure(series.name, agency, year)
        if figure.value is not None:
            points.append(_Point(year, figure.value, figure.mark, _said(agency, year, figure)))
    return points


def _said(agency: str, year: int, figure: PanelFigure) -> str:
    value = f"{_number(figure.value or 0.0)} {figure.unit or ''}".rstrip()
    how = ", ".join([*figure.forms, *([] if figure.mark is Mark.STATED else [figure.mark.value])])
    return f"{agency} {year}: {value}" + (f" ({how})" if how else "")


# --- what stands around


def _head(series: Series, title: str) -> Iterator[str]:
    yield words(title, 16, 26, font_size=15, font_weight="bold")
    yield words(series.english, 16, 44, fill=FAINT)


def _axes(scale: _Scale, steps: Sequence[float]) -> Iterator[str]:
    right = _WIDTH - _RIGHT
    for step in steps:
        y = scale.y(step)
        yield tag("line", x1=_LEFT, x2=right, y1=y, y2=y, stroke=FAINT if step == 0 else GRID)
        yield words(_number(step), _LEFT - 8, y + 4, text_anchor="end", fill=FAINT)
    every = math.ceil(len(scale.years) / 12)
    for year in scale.years[::every]:
        y = _HEIGHT - _BOTTOM + 20
        yield words(year, scale.x(year), y, text_anchor="middle", fill=FAINT)


def _meanings(lines: dict[str, list[_Point]]) -> list[str]:
    """What the looks of points mean, as far as they occur."""
    marks = {point.mark for points in lines.values() for point in points}
    return [
        meaning
        for mark, meaning in (
            (Mark.PROSE, "hollow: stated in a sentence only"),
            (Mark.DERIVED, "square: added up as the form says"),
            (Mark.NOT_COMPARABLE, "cross: does not compare with other forms"),
        )
        if mark in marks
    ]


def _ticks(low: float, high: float) -> list[float]:
    """Round steps from at most the lowest to at least the highest value.

    Example:
        >>> _ticks(0, 159), _ticks(0, 0)
        ([0.0, 50.0, 100.0, 150.0, 200.0], [0.0, 1.0])
    """
    width = (high - low) / 4 or 1.0
    size = 10.0 ** math.floor(math.log10(width))
    step = next(size * factor for factor in (1, 2, 5, 10) if size * factor >= width * 0.999)
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    return [number * step for number in range(first, last + 1)]


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0")


# --- lines


def _few(lines: dict[str, list[_Point]], scale: _Scale) -> Iterator[str]:
    """Each line in a colour, with its name at its end."""
    ends = {agency: scale.y(points[-1].value) for agency, points in lines.items()}
    for number, (agency, y) in enumerate(_spread(ends)):
        colour = COLOURS[list(lines).index(agency) % len(COLOURS)]
        points = lines[agency]
        yield _line(points, scale, colour, 2.0)
        yield from (_dot(point, scale, colour) for point in points)
        yield words(_short(agency), _WIDTH - _RIGHT + 10, y + 4, fill=colour, id=f"name{number}")


def _many(lines: dict[str, list[_Point]], scale: _Scale) -> Iterator[str]:
    """All lines in grey, and that of the median over them."""
    for points in lines.values():
        yield _line(points, scale, "#bbbbbb", 1.0)
    by_year: dict[int, list[float]] = {}
    for points in lines.values():
        for point in points:
            by_year.setdefault(point.year, []).append(point.value)
    middle = [
        _Point(y, float(median(v)), Mark.STATED, f"median of {len(v)} in {y}: {_number(median(v))}")
        for y, v in sorted(by_year.items())
    ]
    yield _line(middle, scale, COLOURS[0], 3.0)
    yield from (_dot(point, scale, COLOURS[0]) for point in middle)
    y = scale.y(middle[-1].value)
    yield words(f"median of {len(lines)}", _WIDTH - _RIGHT + 10, y + 4, fill=COLOURS[0])


def _line(points: Sequence[_Point], scale: _Scale, colour: str, width: float) -> str:
    """A line through years that follow each other and figures that compare."""
    path: list[str] = []
    last: _Point | None = None
    for point in points:
        is_joined = (
            last is not None
            and point.year == last.year + 1
            and (point.mark is Mark.NOT_COMPARABLE) == (last.mark is Mark.NOT_COMPARABLE)
        )
        path.append(
            f"{'L' if is_joined else 'M'}{scale.x(point.year):.1f} {scale.y(point.value):.1f}"
        )
        last = point
    return tag(
        "path",
        d="".join(path),
        fill="none",
        stroke=colour,
        stroke_width=width,
        stroke_linejoin="round",
    )


def _dot(point: _Point, scale: _Scale, colour: str) -> str:
    x, y = scale.x(point.year), scale.y(point.value)
    said = tag("title", text(point.said))
    if point.mark is Mark.DERIVED:
        return tag("rect", said, x=x - 3.5, y=y - 3.5, width=7, height=7, fill=colour)
    if point.mark is Mark.NOT_COMPARABLE:
        d = f"M{x - 4:.1f} {y - 4:.1f}l8 8m0 -8l-8 8"
        return tag("path", said, d=d, stroke=colour, stroke_width=2)
    fill = "#ffffff" if point.mark is Mark.PROSE else colour
    return tag("circle", said, cx=x, cy=y, r=4, fill=fill, stroke=colour, stroke_width=2)


def _spread(ends: dict[str, float]) -> list[tuple[str, float]]:
    """Where the names stand: at the ends of their lines, but not over each other."""
    placed: list[tuple[str, float]] = []
    for agency, y in sorted(ends.items(), key=lambda item: item[1]):
        least = placed[-1][1] + _LINE if placed else _TOP
        placed.append((agency, max(y, least)))
    excess = placed[-1][1] - (_HEIGHT - _BOTTOM) if placed else 0.0
    return [
        (agency, y - max(excess, 0.0) * (n + 1) / len(placed))
        for n, (agency, y) in enumerate(placed)
    ]


def _short(agency: str) -> str:
    return agency if len(agency) <= 14 else agency[:13] + "…"
