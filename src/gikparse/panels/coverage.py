"""Which agency has a report of which year: on the terminal and as a picture."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from gikparse.panels.svg import COLOURS, FAINT, GRID, document, tag, text, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.panels.wide import Panel, PanelRow

#: A letter and a colour for each form, so that neither has to be told from the other alone.
_FORMS = {
    "LOCAL": ("L", COLOURS[4]),
    "F2014": ("A", COLOURS[0]),
    "F2019": ("B", COLOURS[2]),
    "F2021": ("C", COLOURS[1]),
}
_FORMLESS = ("o", FAINT)
_SEVERAL = "+"
_NONE = "."

_CELL, _LEFT, _TOP, _CHARACTER = 22.0, 16.0, 64.0, 12.5


def draw_coverage(panel: Panel) -> str:
    r"""Rows of agencies and columns of years, a letter for each report.

    Example:
        >>> import gikparse
        >>> report = gikparse.load("docs/examples/f2021.txt")
        >>> print(draw_coverage(gikparse.panel(report, "request.received")))
                              2023
        云岫市鹭汀区人民政府  C
        <BLANKLINE>
        C F2021
        1 agency, 1 year; 1 of 1 places have a report
    """
    widest = max(map(_width, panel.agencies), default=0)
    lines = [" " * (widest + 2) + " ".join(map(str, panel.years))]
    for agency in panel.agencies:
        letters = "    ".join(_letter(panel.get(agency, year)) for year in panel.years)
        lines.append(f"{agency}{' ' * (widest - _width(agency) + 2)}{letters}".rstrip())
    return "\n".join([*lines, "", "  ".join(_legend(panel)), _counted(panel)])


def _letter(row: PanelRow | None) -> str:
    if row is None:
        return _NONE
    return _SEVERAL if len(row.files) > 1 else _look(row)[0]


def _look(row: PanelRow) -> tuple[str, str]:
    return _FORMS[row.forms[0]] if len(row.forms) == 1 else _FORMLESS


def _legend(panel: Panel) -> Iterator[str]:
    found = {_letter(panel.get(a, y)) for a in panel.agencies for y in panel.years}
    for form, (letter, _) in _FORMS.items():
        if letter in found:
            yield f"{letter} {form}"
    for letter, meaning in (
        (_FORMLESS[0], "a report without a known form"),
        (_SEVERAL, "several documents"),
        (_NONE, "no report"),
    ):
        if letter in found:
            yield f"{letter} {meaning}"


def _counted(panel: Panel) -> str:
    agencies, years = len(panel.agencies), len(panel.years)
    return (
        f"{agencies} {'agency' if agencies == 1 else 'agencies'}, "
        f"{years} {'year' if years == 1 else 'years'}; "
        f"{len(panel.rows)} of {agencies * years} places have a report"
    )


def _width(name: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in name)


def coverage_svg(panel: Panel) -> str:
    """The same as a picture: a square for each report, in the colour of its form."""
    names = max(map(_width, panel.agencies), default=0) * _CHARACTER / 2 + 12
    left = _LEFT + names
    width = max(left + len(panel.years) * _CELL + _LEFT, 420.0)
    height = _TOP + len(panel.agencies) * _CELL + 60
    title = "Coverage: which agency has a report of which year"
    return document(width, height, title, f"{_counted(panel)}.", _coverage(panel, left))


def _coverage(panel: Panel, left: float) -> Iterator[str]:
    yield words("Reports by agency and year", _LEFT, 24.0, font_size=15, font_weight="bold")
    for column, year in enumerate(panel.years):
        x = left + column * _CELL + _CELL / 2
        yield words(f"’{year % 100:02}", x, _TOP - 8, text_anchor="middle", fill=FAINT)
    for line, agency in enumerate(panel.agencies):
        y = _TOP + line * _CELL
        yield words(agency, left - 10, y + _CELL * 0.68, text_anchor="end")
        for column, year in enumerate(panel.years):
            yield _square(panel, agency, year, left + column * _CELL, y)
    bottom = _TOP + len(panel.agencies) * _CELL
    yield words(_counted(panel), _LEFT, bottom + 24, fill=FAINT)
    yield words(" · ".join(_legend(panel)), _LEFT, bottom + 44, fill=FAINT)


def _square(panel: Panel, agency: str, year: int, x: float, y: float) -> str:
    row = panel.get(agency, year)
    size = _CELL - 4
    box = {"x": x + 2, "y": y + 2, "width": size, "height": size, "rx": 3}
    if row is None:
        said = tag("title", text(f"{agency} {year}: no report"))
        return tag("rect", said, **box, fill="none", stroke=GRID)
    said = tag("title", text(f"{agency} {year}: {', '.join(row.forms) or 'no known form'}"))
    letter = words(
        _letter(row),
        x + _CELL / 2,
        y + _CELL * 0.68,
        text_anchor="middle",
        fill="#ffffff",
        font_size=11,
    )
    return tag("g", said, tag("rect", **box, fill=_look(row)[1]), letter)
