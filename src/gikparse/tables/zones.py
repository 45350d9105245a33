"""Where tables lie: told by their bars, or by the labels of the forms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from gikparse.data.catalogue import default_catalogue
from gikparse.data.specs import LabelRole
from gikparse.grammar import find_all, pattern
from gikparse.labels import YEAR, LabelHit, is_label, row_at, wordings
from gikparse.lines import Line
from gikparse.patterns import any_of
from gikparse.tables.ending import table_end, values_end
from gikparse.tables.squeezing import SHORT_LABEL, Spot, Squeezed, find_spots, squeeze
from gikparse.topics import known_titles

#: Longest line that can be one cell of a table, in characters.
LONGEST_CELL = 160
#: A longer line with bars that also holds a sentence is a page flattened to one line.
LONGEST_ROW = 300
#: How many lines without a bar may stand between two with one.
WIDEST_GAP = 3
#: A zone without bars has at least so many labels, two of which no prose has.
FEWEST_LABELS = 4
FEWEST_TELLING = 2
#: So many different heads stand somewhere in a stretch that holds a table.
FEWEST_ANCHORS = 2
#: Longest text between two labels that is neither value nor note.
LONGEST_STRAY = 12
#: Longest label that no form knows, where the figures of rows stand around it or behind it.
LONGEST_STRAY_ROW = 40
#: So many digits at the end of it are the figures of a row.
ROW_OF_DIGITS = 7
#: A row label this long, such as 参加或举办新闻发布会总次数, stands in no prose.
LONG_LABEL = 10


# --- with bars


def barred_zones(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The zones with bars, as half-open ranges of `lines`.

    A line with a bar belongs to a zone; a few short lines between such lines do
    too, where the page has its cells one below the other.
    """
    if "|" not in text:
        return
    barred = [_is_barred(text, line) for line in lines]
    place = 0
    while place < len(lines):
        if not barred[place]:
            place += 1
            continue
        first = place
        place = _zone_end(text, lines, barred, place)
        yield _zone_start(text, lines, barred, first), place


def _is_barred(text: str, line: Line) -> bool:
    """Whether a line has bars and is not a whole page in one line, prose and all."""
    if "|" not in text[line.start : line.end]:
        return False
    return line.end - line.start <= LONGEST_ROW or "。" not in text[line.start : line.end]


def _zone_start(text: str, lines: Sequence[Line], barred: Sequence[bool], first: int) -> int:
    """The first line of a zone whose first line with a bar is known.

    The cell before a bar that opens a line stands in the line before it, and a label
    that is broken in two begins there.
    """
    if first and not barred[first - 1] and _opens_with_bar(text, lines[first]):
        before = lines[first - 1]
        # A numbered line over a row of several cells is the heading over the table.
        over_row = _mark(text, before) is not None and _cell_count(text, lines[first]) > 1
        first -= not over_row and not _is_heading(text, before) and _is_cell(text, before)
    if first and not barred[first - 1]:
        head = text[lines[first].start : lines[first].end].partition("|")[0]
        broken = text[lines[first - 1].start : lines[first - 1].end] + head
        first -= is_label("".join(broken.split()))
    return first


def _zone_end(text: str, lines: Sequence[Line], barred: Sequence[bool], place: int) -> int:
    """The line behind a zone that begins at a line with a bar."""
    stacked = True  # cells one below the other, until a row stands on one line
    while True:
        while place < len(lines) and barred[place]:
            stacked = stacked and _cell_count(text, lines[place]) < 2
            place += 1
        gap_end = min(place + WIDEST_GAP, len(lines))
        bridge = next((i for i in range(place, gap_end) if barred[i]), None)
        if not stacked or bridge is None:
            return place
        if not all(_is_cell(text, line) for line in lines[place:bridge]):
            return place
        place = bridge


def _cell_count(text: str, line: Line) -> int:
    return sum(bool(cell.strip()) for cell in text[line.start : line.end].split("|"))


def _opens_with_bar(text: str, line: Line) -> bool:
    return text[line.start : line.end].lstrip().startswith("|")


def _mark(text: str, line: Line) -> re.Match[str] | None:
    start = line.end - len(text[line.start : line.end].lstrip())
    return pattern("numbering").match(text, start, line.end)


def _is_heading(text: str, line: Line) -> bool:
    """Whether a line has the mark of a section and is no label of any form, its note left out."""
    match = _mark(text, line)
    if match is None or match.lastgroup != "CHINESE" or row_at(text, match):
        return False
    label = "".join(text[match.end() : line.end].partition("(")[0].split())
    return not is_label(label)


def _is_cell(text: str, line: Line) -> bool:
    """Whether a line without a bar can be a cell of a stacked table, and is no heading."""
    bare = text[line.start : line.end]
    if len(bare) > LONGEST_CELL or bare.rstrip()[-1] in "。;":
        return False
    match = _mark(text, line)
    if match is None or row_at(text, match):
        return True
    title = line.end - len(text[match.end() : line.end].lstrip())
    return match.lastgroup != "CHINESE" or not known_titles().end_at(text, title, line.end)


# --- without bars


@cache
def _anchors() -> frozenset[str]:
    """Labels that stand in tables and hardly anywhere else: heads of some length, and long rows."""
    labels = default_catalogue().labels()
    heads = (LabelRole.HEAD, LabelRole.COLUMN)
    rows = {wordings()[label.text] for label in labels if label.role is LabelRole.ROW}
    others = {wordings()[label.text] for label in labels if label.role in heads} - rows
    long_rows = {wording for wording in rows if len(wording) >= LONG_LABEL}
    return frozenset(w for w in others | long_rows if len(w) > SHORT_LABEL and YEAR not in w)


@cache
def _anchor() -> re.Pattern[str]:
    return re.compile(any_of(_anchors()))


@cache
def _beginnings(anchor: str) -> frozenset[str]:
    """The anchors that an anchor begins with, itself among them."""
    return frozenset(filter(anchor.startswith, _anchors()))


def _has_anchors(stretch: str) -> bool:
    """Whether enough different heads stand in a stretch, those inside others counted as well."""
    found: set[str] = set()
    match = _anchor().search(stretch)
    while match and len(found) < FEWEST_ANCHORS:
        found |= _beginnings(match.group())
        match = _anchor().search(stretch, match.start() + 1)
    return len(found) >= FEWEST_ANCHORS


def bare_zones(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The tables in a stretch of prose whose cells no bar divides.

    There the labels of a form follow each other with little but figures between
    them: one cell a line, or a page flattened to one line.

    Args:
        text: The reading view.
        start: Where the stretch begins.
        end: Where it ends.
    """
    stretch = "".join(text[start:end].split())
    if not _has_anchors(stretch):
        return
    squeezed = squeeze(text, start, end)
    for run in _runs(squeezed):
        last = table_end(squeezed, run[-1])
        yield squeezed.in_view(run[0].start), squeezed.in_view(last - 1) + 1


def _runs(squeezed: Squeezed) -> Iterator[list[Spot]]:
    """Runs of labels that are tables."""
    text = squeezed.text
    headings = _headings(text)
    heading = next(headings, None)
    run: list[Spot] = []
    for spot in find_spots(squeezed):
        while heading and heading[1] <= spot.hit.start:
            if run and heading[0] >= run[-1].hit.end:
                yield from _table(text, run)
                run = []
            heading = next(headings, None)
        if heading and heading[0] < spot.hit.end:
            continue  # a label inside a heading
        if run and not _joins(text[run[-1].end : spot.start]):
            yield from _table(text, run)
            run = []
        if run or not _is_caption(spot.hit):
            run.append(spot)
    yield from _table(text, run)


def _table(text: str, run: list[Spot]) -> Iterator[list[Spot]]:
    """The run without the words of the prose around it, if it is a table."""
    telling = [index for index, spot in enumerate(run) if _tells(text, spot)]
    if len(run) < FEWEST_LABELS or len(telling) < FEWEST_TELLING:
        return
    if _is_sentence(text, run):
        return
    first = telling[0]
    while first and _is_tight(text[run[first - 1].end : run[first].start]):
        first -= 1
    last = len(run) - 1
    while last > telling[-1] and values_end(text, run[last]) == run[last].end:
        last -= 1
    yield run[first : last + 1]


def _is_sentence(text: str, run: list[Spot]) -> bool:
    """Whether commas divide the labels and 。 ends them, as in 直接起诉5件,其中结果维持3件."""
    end = values_end(text, run[-1])
    return text.startswith("。", end) and any(
        "," in text[a.end : b.start] for a, b in pairwise(run)
    )


def _tells(text: str, spot: Spot) -> bool:
    """Whether a label is one that no prose has: a head of some length, or a row with its mark."""
    if text[spot.hit.start : spot.hit.end] in _anchors():
        return True
    return spot.start < spot.hit.start and any(label.marker for label in spot.hit.labels)


def _is_caption(hit: LabelHit) -> bool:
    """Whether a label is a title that may stand in the heading over a table."""
    return all(label.role is LabelRole.TITLE and "统计" in label.text for label in hit.labels)


def _headings(squeezed: str) -> Iterator[tuple[int, int]]:
    """Where numbered section titles stand: they end a table."""
    for mark in find_all("numbering", "CHINESE", text=squeezed):
        title = known_titles().end_at(squeezed, mark.end())
        if title and not row_at(squeezed, mark):
            yield mark.start(), title


def _is_tight(gap: str) -> bool:
    """Whether only values stand between two labels."""
    values = pattern("values", "VALUE_RUN").match(gap)
    return not gap or (values is not None and values.end() == len(gap))


def _joins(gap: str) -> bool:
    """Whether what stands between two labels can stand inside a table."""
    if len(gap) <= 2:
        return True
    stray = ""
    place = 0
    longest = LONGEST_STRAY_ROW if _ends_as_row(gap) else LONGEST_STRAY
    # Most gaps are prose, as their first words tell.
    for known in pattern("values", "VALUE_RUN", "NOTE", "ROW_MARK").finditer(gap):
        stray += gap[place : known.start()]
        if len(stray) > longest:
            return False
        place = known.end()
    stray += gap[place:]
    return len(stray) <= longest and not any(mark in stray for mark in "。,;")


def _ends_as_row(gap: str) -> bool:
    """Whether what stands between two labels is a row whose label no form knows, with its figures."""
    if not gap[-1].isdecimal():
        return False
    # The first row of a group stands behind a label, and has a mark.
    begins_row = pattern("values", "VALUE_RUN", "ROW_MARK").match(gap) is not None
    return begins_row or gap[-ROW_OF_DIGITS:].isdecimal()
