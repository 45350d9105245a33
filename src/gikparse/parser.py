"""From a text to a report: the only place that knows all stages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from gikparse.building import build_tree
from gikparse.cutting import Cut, cut_pieces
from gikparse.data.catalogue import Catalogue, default_catalogue
from gikparse.diagnostics import Diagnostic
from gikparse.diagnostics.parsing import (
    ELIDED,
    LOST_BRACKET,
    UNCERTAIN_HEADING,
    UNREADABLE,
    UNTOLD_TITLE,
)
from gikparse.elision import Reading, elide
from gikparse.errors import UsageError
from gikparse.facts.quantifying import SourceQuantities
from gikparse.folding import fold
from gikparse.frame.identity import Identity as ReadingIdentity
from gikparse.frame.identity import Stated, identify
from gikparse.outline import Outline, resolve_outline
from gikparse.pieces import Piece, PieceKind
from gikparse.regions import find_regions
from gikparse.report import Identity, Report
from gikparse.source import Source, Span

#: A heading with a smaller margin is reported.
UNCERTAIN_BELOW = 1.5

_STATED = ("title", "agency", "year", "period", "published")


def parse(
    text: str,
    *,
    name: str | None = None,
    title: str | None = None,
    agency: str | None = None,
    year: int | None = None,
    catalogue: Catalogue | None = None,
) -> Report:
    r"""Parse the text of a report.

    Args:
        text: The text, as a tool or a person took it from the page.
        name: What messages call the text, such as a file name.
        title: The title, for a text that does not have one.
        agency: The agency, likewise.
        year: The year of the data, likewise.
        catalogue: The statistics forms; None for `gikparse.catalogue`.

    Returns:
        The report. No text makes this function raise: what cannot be read is an
        `Unknown` node and a diagnostic.

    Raises:
        UsageError: `text` is no string.

    Example:
        >>> report = parse("汀溪县2023年政府信息公开工作年度报告\n一、总体情况\n（一）主动公开。全年公开12条。")
        >>> report.title, report.agency, report.year
        ('汀溪县2023年政府信息公开工作年度报告', '汀溪县', 2023)
        >>> report["一/(一)"].title
        '主动公开'
    """
    if not isinstance(text, str):
        raise UsageError(f"parse takes a str, not {type(text).__name__}")
    source = Source(text=text, name=name)
    return parse_source(source, title=title, agency=agency, year=year, catalogue=catalogue)


def parse_source(
    source: Source,
    *,
    noted: tuple[Diagnostic, ...] = (),
    title: str | None = None,
    agency: str | None = None,
    year: int | None = None,
    catalogue: Catalogue | None = None,
) -> Report:
    """Parse a report that a reader has turned into text.

    Args:
        source: The text.
        noted: What the reader has to say about the file.
        title: The title, for a text that does not have one.
        agency: The agency, likewise.
        year: The year of the data, likewise.
        catalogue: The statistics forms; None for `gikparse.catalogue`.

    Returns:
        The report; `noted` is among its diagnostics.
    """
    catalogue = catalogue or default_catalogue()
    reading = elide(fold(source.text))
    regions = find_regions(reading.text)
    outline = resolve_outline(reading.text, regions)
    cut = cut_pieces(reading.text, regions, outline)
    finder = SourceQuantities(source, reading)
    front, sections, back = build_tree(source, reading, cut, catalogue, finder)
    body = outline.headings[0].start if outline.headings else 0
    found = _identity(source, reading, identify(reading.text, cut.front, cut.back, body))
    return Report(
        source=source,
        span=Span(0, len(source.text)),
        front=front,
        sections=sections,
        back=back,
        catalogue=catalogue,
        finder=finder,
        identity=_with_hints(found, title=title, agency=agency, year=year),
        diagnostics=tuple(
            sorted((*noted, *_diagnose(source, reading, outline, cut)), key=lambda d: d.span)
        ),
    )


def _identity(source: Source, reading: Reading, found: ReadingIdentity) -> Identity:
    """What the view says, with spans and characters of the source."""
    stated = {name: value for name in _STATED if (value := getattr(found, name)) is not None}
    spans = {name: reading.source_span(s.start, s.end) for name, s in stated.items()}
    values = {name: s.value for name, s in stated.items()}
    for name in ("title", "agency"):
        if name in stated:
            values[name] = _as_written(source, reading, stated[name])
    return Identity(**values, spans=spans)


def _as_written(source: Source, reading: Reading, stated: Stated[str]) -> str:
    """The text of the source without its blanks, line ends and invisible characters."""
    span = reading.source_span(stated.start, stated.end)
    hidden = {
        place
        for elision in reading.elisions
        if elision.kind == "INVISIBLE" and span.covers(elision.span)
        for place in range(*elision.span)
    }
    places = (place for place in range(*span) if place not in hidden)
    return "".join("".join(source.text[place : place + 1] for place in places).split())


def _with_hints(identity: Identity, **hints: Any) -> Identity:
    """The identity, filled up with what the caller knows and the text does not say."""
    missing = {k: v for k, v in hints.items() if v is not None and getattr(identity, k) is None}
    return attrs.evolve(identity, **missing)


def _diagnose(source: Source, reading: Reading, outline: Outline, cut: Cut) -> Iterator[Diagnostic]:
    """What parsing met."""
    by_kind: dict[str, list[Span]] = {}
    for elision in reading.elisions:
        by_kind.setdefault(elision.kind, []).append(elision.span)
    for kind, spans in by_kind.items():
        yield ELIDED[kind].at(spans[0], count=len(spans))
    for piece in (*cut.front, *cut.body, *cut.back):
        if isinstance(piece, Piece) and piece.kind is PieceKind.UNKNOWN:
            yield UNREADABLE.at(reading.source_span(piece.start, piece.end))
    for heading in outline.headings:
        span = reading.source_span(heading.start, heading.marker_end)
        marker = source.text[span]
        if heading.damaged:
            yield LOST_BRACKET.at(span, marker=marker)
        if heading.untold:
            yield UNTOLD_TITLE.at(span, marker=marker)
        if heading.margin < UNCERTAIN_BELOW:
            yield UNCERTAIN_HEADING.at(span, marker=marker, margin=f"{heading.margin:.1f}")
