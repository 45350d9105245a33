"""Tell what the cells of aligned rows hold, cells included that the page has glued together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from gikparse.grammar import pattern
from gikparse.nodes import Table
from gikparse.source import Span
from gikparse.tables.alignment import AlignedRow, Alignment
from gikparse.tables.arithmetic import equations_of, sums_of
from gikparse.tables.entries import Entry, Kind
from gikparse.tables.glued import Reading, divide
from gikparse.tables.placing import Placed, heads_over_short_rows, place_ragged, place_values
from gikparse.tables.settling import settle
from gikparse.values import AMBIGUOUS, read_folded

#: Where glued figures are read, so large a share of rows keeps its sums.
LEAST_SHARE_OF_SUMS = 0.75
#: What a form counts has so many digits at most.
LONGEST_COUNT = 6


@attrs.frozen(kw_only=True)
class ReadRow:
    """An aligned row, and what its cells hold.

    Attributes:
        row: The row.
        placed: Its values, each under its column; none for a row that has no cell.
    """

    row: AlignedRow
    placed: Sequence[Placed]

    @property
    def key(self) -> str:
        """What the form's rules call the row."""
        return self.row.row.key if self.row.row else self.row.table.key


def tell_values(table: Table, alignment: Alignment, *, barred: bool) -> list[ReadRow]:
    """Tell the values of all rows that can have some.

    Args:
        table: The table on the page.
        alignment: Its alignment with the form.
        barred: Whether bars divide its cells.
    """
    rows = alignment.rows
    valued = [row for place, row in enumerate(rows) if _has_values(rows, place)]
    placed = place_values(valued, repeats=alignment.repeats)
    glued: dict[int, list[Reading]] = {}
    whole = _is_mostly_whole(valued, placed)
    unplaced = [place for place, values in enumerate(placed) if values is None]
    if not whole and not barred and _are_glued([valued[place] for place in unplaced]):
        gaps = any(_lacks_cells(row) for row, own in zip(valued, placed, strict=True) if not own)
        divided = {place: _divisions(table, valued[place], gaps=gaps) for place in unplaced}
        if _sums_hold(valued, divided):
            glued = {place: readings for place, readings in divided.items() if readings}
        for part in _parts(valued):
            _settle(valued, part, placed, glued)
    # Where no bars are, cells may be missing without a trace.
    short = heads_over_short_rows(valued) if barred else set()
    told: list[ReadRow] = []
    for place, row in enumerate(valued):
        values = placed[place]
        if place in glued:
            values = list(_agreed(row, glued[place]))
        elif values is None:
            values = place_ragged(row, short=id(row.header) in short)
        told.append(ReadRow(row=row, placed=_trusted(row, values)))
    return told


def _has_values(rows: Sequence[AlignedRow], place: int) -> bool:
    """Whether a row states figures: a group does where the page has none of its rows.

    Agencies fill in （六）其他处理 as one row, as the form of 2019 has it, in that of 2021 too.
    """
    row = rows[place]
    if row.row is None or not row.row.group:
        return True
    following = rows[place + 1].row if place + 1 < len(rows) else None
    alone = following is None or following.depth <= row.row.depth
    figures = [entry for entry in row.values if entry.content.kind is Kind.FIGURE]
    return alone and len(figures) == len(row.header.slots) > 1


def _is_mostly_whole(rows: Sequence[AlignedRow], placed: Sequence[Sequence[Placed] | None]) -> bool:
    """Whether most rows that can have several figures have one in each column."""
    pairs = zip(rows, placed, strict=True)
    whole = [
        values is not None for row, values in pairs if row.values and len(row.header.slots) > 1
    ]
    return bool(whole) and 2 * sum(whole) >= len(whole)


# --- glued cells


def _are_glued(rows: Sequence[AlignedRow]) -> bool:
    """Whether most rows that lack figures show that theirs are glued, and not left out."""
    glued = [any(map(_is_glued, _runs(row))) for row in rows]
    return 2 * sum(glued) >= len(glued)


def _is_glued(run: str) -> bool:
    """Whether a run is no figure: it begins with 0 and goes on, or is longer than counts are."""
    return (run[:1] == "0" and run[1:2].isdecimal()) or len(run) > LONGEST_COUNT


def _sums_hold(rows: Sequence[AlignedRow], divided: Mapping[int, Sequence[Reading]]) -> bool:
    """Whether most rows that have a sum keep it in some reading.

    On a page whose sums do not hold, as where cells were left out that their totals count, a
    reading that keeps them does so by chance.
    """
    kept = [bool(own) for place, own in divided.items() if sums_of(rows[place].header.slots)]
    return sum(kept) >= LEAST_SHARE_OF_SUMS * len(kept)


def _lacks_cells(row: AlignedRow) -> bool:
    """Whether a row has fewer characters than cells, so that some of these are empty."""
    return sum(map(len, _runs(row))) < len(row.header.slots)


def _divisions(table: Table, row: AlignedRow, *, gaps: bool) -> list[Reading]:
    """What a row can hold whose figures stand on one line and are fewer than its columns."""
    entries, slots = row.values, row.header.slots
    if not all(entry.content.kind in (Kind.FIGURE, Kind.RUN) for entry in entries):
        return []
    if not _is_on_one_line(table, row):
        return []
    sums = sums_of(slots)
    if not sums and not _touches_label(table, row):
        return []
    return divide(_runs(row), len(slots), sums, gaps=gaps)


def _is_on_one_line(table: Table, row: AlignedRow) -> bool:
    between = table.source.text[row.values[0].span.start : row.values[-1].span.end]
    return "\n" not in between and "\r" not in between


def _touches_label(table: Table, row: AlignedRow) -> bool:
    """Whether even the label of a row is glued to its figures, so that no blank can be missed.

    Without sums nothing else would tell glued figures from cells left out.
    """
    if len(row.values) > 1 or row.label is None:
        return False
    between = table.source.text[row.label.span.end : row.values[0].span.start]
    return not any(map(str.isspace, between))


def _runs(row: AlignedRow) -> list[str]:
    """The figures of each of a row's values, without its unit."""
    return [entry.content.text[: _figures_end(entry)] for entry in row.values]


def _figures_end(entry: Entry) -> int:
    figures = pattern("values", "FIGURES").match(entry.content.text)
    return figures.end() if figures else 0


def _parts(rows: Sequence[AlignedRow]) -> Iterator[range]:
    """The rows of each of the form's tables; one that the page has twice has its rows twice."""
    first = 0
    seen: set[int] = set()
    for place, row in enumerate(rows):
        if place > first and (row.table is not rows[place - 1].table or id(row.row) in seen):
            yield range(first, place)
            first, seen = place, set()
        seen.add(id(row.row))
    if rows:
        yield range(first, len(rows))


def _settle(
    rows: Sequence[AlignedRow],
    part: range,
    placed: Sequence[Sequence[Placed] | None],
    glued: dict[int, list[Reading]],
) -> None:
    """Keep the readings of glued rows that fit those of the other rows of their table."""
    domains: dict[str, list[Reading]] = {}
    for place in part:
        spec = rows[place].row
        readings = glued.get(place) or _as_reading(placed[place])
        if spec is not None and readings:
            domains[spec.key] = readings
    left = settle(domains, list(equations_of(rows[part.start].table, domains)))
    for place in part:
        spec = rows[place].row
        if spec is not None and place in glued:
            glued[place] = left[spec.key]


def _as_reading(placed: Sequence[Placed] | None) -> list[Reading]:
    """The one reading of a row whose figures are all known; none for another row."""
    numbers = [p.value.number for p in placed or ()]
    figures = tuple(number for number in numbers if number is not None)
    if not figures or len(figures) < len(numbers):
        return []
    return [Reading(tuple(map(str, figures)), figures)]


def _agreed(row: AlignedRow, readings: Sequence[Reading]) -> Iterator[Placed]:
    """The figures that all readings of a row share; the others stay ambiguous."""
    sources = _positions(row)
    places = [list(reading.places()) for reading in readings]
    only = row.values[0] if len(row.values) == 1 else None
    for column, slot in enumerate(row.header.slots):
        written = dict.fromkeys(reading.written[column] for reading in readings)
        if len(written) > 1:
            yield Placed(slot, AMBIGUOUS, only, readings=tuple(written))
            continue
        where = {own[column] for own in places}
        start, end = where.pop()
        exact = not where and start < end <= len(sources)
        span = Span(sources[start], sources[end - 1] + 1) if exact else _hull(row)
        yield Placed(slot, read_folded(*written), only or _entry_at(row, span), span)


def _positions(row: AlignedRow) -> list[int]:
    """Where each character of a row's runs stands in the source; none where that cannot be told."""
    found: list[int] = []
    for entry, run in zip(row.values, _runs(row), strict=True):
        if entry.span.width != len(entry.content.text):
            return []
        found += range(entry.span.start, entry.span.start + len(run))
    return found


def _hull(row: AlignedRow) -> Span:
    return Span(row.values[0].span.start, row.values[-1].span.end)


def _entry_at(row: AlignedRow, span: Span) -> Entry | None:
    return next(
        (e for e in row.values if e.span.start <= span.start and span.end <= e.span.end), None
    )


# --- columns that are only assumed


def _trusted(row: AlignedRow, placed: Sequence[Placed]) -> Sequence[Placed]:
    """The values; under columns that were only assumed, without those that do not add up."""
    if not row.header.assumed or not placed:
        return placed
    numbers = [p.value.number for p in placed]
    doubtful: set[int] = set()
    for rule in sums_of(row.header.slots):
        if rule.holds(numbers) is False:
            doubtful.update((rule.total, *rule.parts))
    return [
        Placed(value.slot, AMBIGUOUS) if place in doubtful else value
        for place, value in enumerate(placed)
    ]
