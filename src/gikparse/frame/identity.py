"""What a report says of itself: title, agency, year, statistics period, publication date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Generic, NamedTuple, TypeVar

import attrs

from gikparse.grammar import pattern
from gikparse.numbering import ordinal
from gikparse.pieces import Piece, PieceKind

T = TypeVar("T")

#: How far into the text a year, a period or the name of the agency is looked for.
REACH = 4000
#: No report is older; a smaller number is no year.
EARLIEST = 1900


class Stated(NamedTuple, Generic[T]):
    """A value and where the reading view states it."""

    value: T
    start: int
    end: int


@attrs.frozen(kw_only=True)
class Identity:
    """What the text settles; None where it does not say."""

    title: Stated[str] | None = None
    agency: Stated[str] | None = None
    year: Stated[int] | None = None
    period: Stated[tuple[date, date]] | None = None
    published: Stated[date] | None = None


def identify(text: str, front: list[Piece], back: list[Piece], body: int) -> Identity:
    """Read what the frame says of the report.

    Args:
        text: The reading view.
        front: The pieces before the first section.
        back: The pieces after the last one.
        body: Where the first section begins.

    Returns:
        The identity. `title` and `agency` have no inner blanks here; the builder
        takes their characters from the source.
    """
    title = _title(text, front)
    period = _period(text)
    return Identity(
        title=title,
        agency=_agency(text, title, front),
        year=_year(text, title, period, body),
        period=period,
        published=_published(text, front, back),
    )


# --- title


def _title(text: str, front: list[Piece]) -> Stated[str] | None:
    """The fullest title: one that names the year and stands by itself, else a metadata field's."""
    titles = [
        Stated(text[p.start : p.end], p.start, p.end) for p in front if p.kind is PieceKind.TITLE
    ]
    for field in _fields(text, front, "title"):
        match = pattern("frame", "TITLE").match(text, field.start, field.end)
        if match:
            titles.append(Stated(match.group(), *match.span()))
    with_year = [t for t in titles if pattern("frame", "TITLE_YEAR").search(t.value)]
    return next(iter(with_year or titles), None)


def _fields(text: str, pieces: list[Piece], name: str) -> Iterator[Stated[str]]:
    for piece in pieces:
        for field in piece.fields:
            if field.name == name and field.value_start < field.value_end:
                start, end = field.value_start, field.value_end
                yield Stated(text[start:end], start, end)


# --- agency


def _agency(text: str, title: Stated[str] | None, front: list[Piece]) -> Stated[str] | None:
    """The body the report speaks for: from the title, else from a sentence or a line that names it."""
    if title is not None and (found := _agency_in_title(text, title)):
        return found
    if found := _agency_in_sentence(text, "MENTIONED_AGENCY"):
        return found
    for piece in front:
        if piece.kind is PieceKind.BYLINE and pattern("frame", "AGENCY_LINE").fullmatch(
            text, piece.start, piece.end
        ):
            return Stated(text[piece.start : piece.end], piece.start, piece.end)
    return _agency_in_sentence(text, "ACTING_AGENCY")


def _agency_in_sentence(text: str, terminal: str) -> Stated[str] | None:
    named = pattern("frame", terminal).search(text, 0, REACH)
    return Stated(named.group(), *named.span()) if named else None


def _agency_in_title(text: str, title: Stated[str]) -> Stated[str] | None:
    """What stands before the topic of a title, its year left out: the part nearer to the topic."""
    topics = list(pattern("frame", "TITLE_TOPIC").finditer(text, title.start, title.end))
    if not topics:
        return None
    end = topics[0].start()
    year = pattern("frame", "TITLE_YEAR").search(text, title.start, end)
    stretches = [(year.end(), end), (title.start, year.start())] if year else [(title.start, end)]
    for start, stop in stretches:
        while start < stop and text[start] in " \r\n":
            start += 1
        while stop > start and text[stop - 1] in " \r\n":
            stop -= 1
        for link in pattern("frame", "TITLE_LINK").finditer(text, start, stop):
            start, stop = _between(link, start, stop)
        if stop - start >= 2:
            return Stated(text[start:stop], start, stop)
    return None


def _between(link: re.Match[str], start: int, stop: int) -> tuple[int, int]:
    """A stretch without the link that leads to the topic, or to the agency: 关于某局2016年…."""
    if link.end() == stop:
        return start, link.start()
    return (link.end(), stop) if link.start() == start else (start, stop)


# --- dates


def _numbers(written: str) -> list[int]:
    found = pattern("frame", "NUMBER").findall(written)
    return [1 if number == "元" else ordinal(number) or 0 for number in found]


def read_date(written: str) -> date | None:
    """The date in a text that has year, month and day in this order; None for a day that is none.

    Example:
        >>> read_date("二○一二年二月二十日"), read_date("2017年元月3日"), read_date("2017-02-30")
        (datetime.date(2012, 2, 20), datetime.date(2017, 1, 3), None)
    """
    compact = written.isdigit()  # 20170220
    numbers = (
        [int(written[:4]), int(written[4:6]), int(written[6:])] if compact else _numbers(written)
    )
    try:
        return date(*numbers[:3])
    except (TypeError, ValueError):  # fewer than three numbers, or no such day
        return None


def _period(text: str) -> Stated[tuple[date, date]] | None:
    """The statistics period: 2016年1月1日起至2016年12月31日; a second year left out is the first."""
    for match in pattern("frame", "PERIOD").finditer(text, 0, REACH):
        numbers = _numbers(match.group())
        if len(numbers) == 5:
            numbers.insert(3, numbers[0])
        try:
            first, last = date(*numbers[:3]), date(*numbers[3:])
        except (TypeError, ValueError):
            continue
        return Stated((first, last), *match.span())
    return None


def _year(
    text: str, title: Stated[str] | None, period: Stated[tuple[date, date]] | None, body: int
) -> Stated[int] | None:
    """The year of the data: the title's, else the period's, else the first that the text names."""
    if title is not None:
        match = pattern("frame", "TITLE_YEAR").search(text, title.start, title.end)
        year = _numbers(match.group())[0] if match else 0
        if match and year >= EARLIEST:  # in a masked year, as in 201X, there are fewer digits
            return Stated(year, *match.span())
    if period is not None:
        return Stated(period.value[0].year, period.start, period.end)
    for start in (body, 0):
        if match := pattern("frame", "YEAR").search(text, start, start + REACH):
            return Stated(int(match.group()), *match.span())
    return None


#: The metadata fields that date a report, the surer first.
_DATES = ("published", "dated")


def _published(text: str, front: list[Piece], back: list[Piece]) -> Stated[date] | None:
    """The publication date: a metadata field's, else that of a line under the title or at the end."""
    pieces = [*front, *back]
    places = [(s.start, s.end) for name in _DATES for s in _fields(text, pieces, name)]
    places += [(p.start, p.end) for p in pieces if p.kind is PieceKind.BYLINE]
    for start, end in places:
        match = pattern("frame", "DATE").search(text, start, end)
        if match and (value := read_date(match.group())):
            return Stated(value, *match.span())
    return None
