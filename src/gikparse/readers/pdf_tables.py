"""Tables of a page that rules divide into cells.

The rules that touch each other are one table. Its cells are what they leave
undivided, so that a merged cell needs no more than the rules that are not there, and a
table whose outer rules are missing, or cut off by the edge of the page, is closed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from gikparse.readers.pdf_lines import cell_text
from gikparse.readers.pdf_page import Char, PageContent
from gikparse.readers.pdf_rules import Rule

#: Rules so near are one, in points.
_NEAR = 3.0
#: Rules so near touch each other.
_TOUCH = 3.5
#: With more rules a page is a drawing.
_MOST_RULES = 3_000


class PdfCell(NamedTuple):
    """The text of a cell and where it begins, in points from the left; its row is where it stands."""

    left: float
    text: str


class PdfTable(NamedTuple):
    """A table, or its part on one page.

    Attributes:
        left: Where it begins.
        top: How far down it begins.
        right: Where it ends.
        bottom: How far down it ends.
        columns: Where its columns begin.
        rows: The cells that begin in each row, from left to right.
    """

    left: float
    top: float
    right: float
    bottom: float
    columns: list[float]
    rows: list[list[PdfCell]]

    def holds(self, char: Char) -> bool:
        """Whether a character stands in the table."""
        x, y = (char.x0 + char.x1) / 2, (char.top + char.bottom) / 2
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def find_tables(page: PageContent) -> list[PdfTable]:
    """The tables of a page, from top to bottom; those of one column are frames and none."""
    across, down = _joined(page.across), _joined(page.down)
    if len(across) + len(down) > _MOST_RULES:
        return []
    tables = [
        table for group in _groups(across, down) if (table := _table(page, *group)) is not None
    ]
    tables.sort(key=lambda table: table.top)
    return [table for table in tables if not any(_is_inside(table, o) for o in tables)]


def _is_inside(table: PdfTable, other: PdfTable) -> bool:
    return (
        table is not other
        and other.left <= table.left
        and table.right <= other.right
        and other.top <= table.top
        and table.bottom <= other.bottom
    )


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules in one line and next to each other, as one."""
    joined: list[Rule] = []
    for place, *ends in _snapped(rules):
        start, end = ends
        if joined and joined[-1].place == place and start <= joined[-1].end + _NEAR:
            joined[-1] = Rule(place, joined[-1].start, max(joined[-1].end, end))
        else:
            joined.append(Rule(place, start, end))
    return joined


def _snapped(rules: Iterable[Rule]) -> list[Rule]:
    """Rules sorted, those nearly in one line at one place."""
    snapped: list[Rule] = []
    last = place = float("-inf")
    for rule in sorted(rules):
        if rule.place - last > _NEAR:
            place = rule.place
        last = rule.place
        snapped.append(Rule(place, rule.start, rule.end))
    return sorted(snapped)


def _groups(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """The rules that hang together."""
    owner = list(range(len(across) + len(down)))

    def find(item: int) -> int:
        while owner[item] != item:
            owner[item] = owner[owner[item]]
            item = owner[item]
        return item

    for i, h in enumerate(across):
        for j, v in enumerate(down, len(across)):
            meets_h = h.start - _TOUCH <= v.place <= h.end + _TOUCH
            if meets_h and v.start - _TOUCH <= h.place <= v.end + _TOUCH:
                owner[find(i)] = find(j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate((*across, *down)):
        group = groups.setdefault(find(i), ([], []))
        group[i >= len(across)].append(rule)
    for across_in, down_in in groups.values():
        if len({rule.place for rule in across_in}) > 1 and down_in:
            yield across_in, down_in


def _table(page: PageContent, across: list[Rule], down: list[Rule]) -> PdfTable | None:
    left = min(min(r.start for r in across), min(r.place for r in down))
    right = max(max(r.end for r in across), max(r.place for r in down))
    top = min(min(r.start for r in down), min(r.place for r in across))
    bottom = max(max(r.end for r in down), max(r.place for r in across))
    xs = _lines([left, right, *(r.place for r in down)])
    ys = _lines([top, bottom, *(r.place for r in across)])
    if len(xs) <= 2 or len(ys) < 2:
        return None
    regions = _regions(xs, ys, across, down)
    bare = PdfTable(left, top, right, bottom, xs[:-1], [])
    inside: dict[int, list[Char]] = {}
    for char in page.chars:
        if bare.holds(char):
            column = _slot(xs, (char.x0 + char.x1) / 2)
            row = _slot(ys, (char.top + char.bottom) / 2)
            inside.setdefault(regions[row][column], []).append(char)
    if not inside:
        return None
    return bare._replace(rows=_rows(xs, regions, inside))


def _lines(places: Iterable[float]) -> list[float]:
    """Places in order, those near each other as one."""
    lines: list[float] = []
    for place in sorted(places):
        if not lines or place - lines[-1] > _NEAR:
            lines.append(place)
    return lines


def _slot(lines: Sequence[float], place: float) -> int:
    return min(max(bisect_right(lines, place) - 1, 0), len(lines) - 2)


def _regions(
    xs: Sequence[float], ys: Sequence[float], across: Sequence[Rule], down: Sequence[Rule]
) -> list[list[int]]:
    """For each place of the grid the cell that it belongs to, by the number of its first place."""
    width, height = len(xs) - 1, len(ys) - 1
    owner = list(range(width * height))

    def find(item: int) -> int:
        while owner[item] != item:
            owner[item] = owner[owner[item]]
            item = owner[item]
        return item

    def join(a: int, b: int) -> None:
        a, b = sorted((find(a), find(b)))
        owner[b] = a

    walls = _covered(xs, ys, down)
    floors = _covered(ys, xs, across)
    for row in range(height):
        for column in range(width):
            place = row * width + column
            if column + 1 < width and (column + 1, row) not in walls:
                join(place, place + 1)
            if row + 1 < height and (row + 1, column) not in floors:
                join(place, place + width)
    return [[find(row * width + column) for column in range(width)] for row in range(height)]


def _covered(
    lines: Sequence[float], steps: Sequence[float], rules: Iterable[Rule]
) -> set[tuple[int, int]]:
    """Which stretches of which lines a rule covers, by the numbers of line and stretch."""
    covered = set()
    middles = [(a + b) / 2 for a, b in pairwise(steps)]
    for rule in rules:
        line = min(range(len(lines)), key=lambda i: abs(lines[i] - rule.place))
        covered |= {
            (line, i) for i, middle in enumerate(middles) if rule.start <= middle <= rule.end
        }
    return covered


def _rows(
    xs: Sequence[float], regions: list[list[int]], inside: dict[int, list[Char]]
) -> list[list[PdfCell]]:
    """The cells that begin in each row; a row in which none begins is left out."""
    rows = []
    width = len(xs) - 1
    for number, row in enumerate(regions):
        begins = [r for c, r in enumerate(row) if r == number * width + c]
        if begins:
            rows.append([PdfCell(xs[r % width], cell_text(inside.get(r, []))) for r in begins])
    return rows
