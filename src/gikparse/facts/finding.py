"""From the tree of a report to the quantities, indicators and breakdowns of its prose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

import attrs

from gikparse.data.catalogue import Catalogue
from gikparse.facts.breakdowns import Breakdown, Part
from gikparse.facts.course import Course
from gikparse.facts.figures import Figure, Mention, find_figures
from gikparse.facts.findings import Fact, Findings, Split
from gikparse.facts.passages import Passage, find_passages
from gikparse.facts.quantifying import SourceQuantities
from gikparse.facts.reading import may_tell
from gikparse.facts.scenes import Scene
from gikparse.facts.sentences import read_sentences
from gikparse.facts.syntax import parse_sentences
from gikparse.folding import fold
from gikparse.indicators import Indicator, Origin
from gikparse.nodes import Node
from gikparse.nodes.quantities import Quantity
from gikparse.source import Span
from gikparse.values import Semantic


@attrs.define
class _Read:
    """A passage with its figures and their nodes."""

    passage: Passage
    figures: list[Figure]
    mentions: list[Mention]
    quantities: dict[int, Quantity]


class Prose:
    """The figures in the prose of a report, each kind found when it is first asked for.

    Args:
        finder: Finds the quantities of the source.
        parts: The front matter, the top-level sections and the back matter.
        year: The report's year.
        agency: The body that the report speaks for.
        period: First and last day that the statistics cover.
        catalogue: The indicators.
    """

    def __init__(
        self,
        finder: SourceQuantities,
        parts: Sequence[Node],
        *,
        year: int | None,
        agency: str | None,
        period: tuple[date, date] | None,
        catalogue: Catalogue,
    ) -> None:
        self._finder = finder
        self._parts = parts
        self._year = year
        self._agency = agency
        self._period = period
        self._catalogue = catalogue

    @cached_property
    def _reads(self) -> list[_Read]:
        return list(self._read_passages())

    def _read_passages(self) -> Iterator[_Read]:
        agency = fold(self._agency) if self._agency else None
        scene = Scene(self._finder.reading, self._year, agency)
        for passage in find_passages(self._parts, scene):
            figures, mentions = find_figures(passage.text)
            nodes = {figure.start: self._quantity(passage, figure) for figure in figures}
            yield _Read(passage, figures, mentions, nodes)

    def _quantity(self, passage: Passage, figure: Figure) -> Quantity:
        span = self._span(passage, figure.start, figure.end)
        number_span = self._span(passage, figure.number_start, figure.number_end)
        return self._finder.quantity(figure, span, number_span)

    def _span(self, passage: Passage, start: int, end: int) -> Span:
        return self._finder.reading.source_span(*passage.view_span(start, end))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities, in document order."""
        return tuple(quantity for read in self._reads for quantity in read.quantities.values())

    @cached_property
    def _findings(self) -> list[tuple[_Read, Findings]]:
        sentences = [
            read_sentences(read.passage.text, read.figures, read.mentions)
            if read.figures or may_tell(read.passage.text)
            else []
            for read in self._reads
        ]
        told = [s.pieces if s.tells else [] for here in sentences for s in here]
        structures = iter(parse_sentences(told))
        course = Course()
        return [
            (read, course.read(read.passage, read.mentions, here, [next(structures) for _ in here]))
            for read, here in zip(self._reads, sentences, strict=True)
        ]

    @cached_property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators that sentences state, in document order."""
        found = [
            self._indicator(read, fact)
            for read, findings in self._findings
            for fact in findings.facts
        ]
        return tuple(sorted(found, key=lambda indicator: indicator.span))

    def _indicator(self, read: _Read, fact: Fact) -> Indicator:
        figure, around = fact.figure, read.passage.scene.around
        value = figure.value if figure else 0
        spec = self._catalogue.indicators[fact.id]
        return Indicator(
            id=fact.id,
            label=spec.label,
            origin=Origin.PROSE,
            span=self._span(read.passage, fact.start, fact.end),
            semantic=Semantic.NUMERIC if value else Semantic.ZERO,
            value=value,
            unit=figure.unit if figure else spec.unit,
            section=around[-1] if around else None,
            period=self._period,
            quantity=read.quantities[figure.start] if figure else None,
            confidence=fact.confidence,
        )

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """The breakdowns, in document order."""
        return tuple(self._breakdowns())

    def _breakdowns(self) -> Iterator[Breakdown]:
        for read, findings in self._findings:
            ids: dict[int, str] = {}
            for fact in findings.facts:
                if fact.figure:
                    ids.setdefault(fact.figure.start, fact.id)
            for split in findings.splits:
                if split.parts:
                    yield self._breakdown(read, split, ids)

    def _breakdown(self, read: _Read, split: Split, ids: Mapping[int, str]) -> Breakdown:
        parts = (
            Part(
                name_span=self._span(read.passage, part.name_start, part.name_end),
                quantity=read.quantities[part.figure.start],
                id=ids.get(part.figure.start),
            )
            for part in split.parts
        )
        return Breakdown(
            total=read.quantities[split.total.start],
            id=ids.get(split.total.start),
            parts=tuple(parts),
            whole=split.whole,
            overlaps=split.overlaps,
        )
