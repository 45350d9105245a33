"""The quantities of a source, found where and when somebody asks for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from gikparse.elision import Reading, elide
from gikparse.folding import fold
from gikparse.nodes.quantities import Quantity
from gikparse.source import Source, Span

if TYPE_CHECKING:
    from gikparse.facts.figures import Figure


class SourceQuantities:
    """Finds the quantities of a source. It knows no nodes, so that nodes may know it.

    Args:
        source: The source.
        reading: Its reading view; None to make it when it is needed.
    """

    def __init__(self, source: Source, reading: Reading | None = None) -> None:
        self._source = source
        self._known = reading

    @cached_property
    def reading(self) -> Reading:
        """The reading view of the source."""
        return self._known or elide(fold(self._source.text))

    def within(self, span: Span) -> tuple[Quantity, ...]:
        """The quantities in a stretch of prose, in document order."""
        # The grammar of figures is loaded when it is needed.
        from gikparse.facts.figures import find_figures

        start, end = self.reading.view_span(span)
        figures, _ = find_figures(self.reading.text[start:end])
        return tuple(
            self.quantity(
                figure,
                self.reading.source_span(start + figure.start, start + figure.end),
                self.reading.source_span(start + figure.number_start, start + figure.number_end),
            )
            for figure in figures
        )

    def quantity(self, figure: Figure, span: Span, number_span: Span) -> Quantity:
        """The node of a figure that stands at a place."""
        return Quantity(
            source=self._source,
            span=span,
            number_span=number_span,
            value=figure.value,
            unit=figure.unit,
            bound=figure.bound,
            kind=figure.kind,
            base_value=figure.base_value,
            base_unit=figure.base_unit,
        )
