"""The lists beside the text, findings and figures, and the marks in the text that they lead to."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from gikparse.formats.html.escaping import html
from gikparse.formats.html.marking import Mark
from gikparse.formats.html.wording import say
from gikparse.indicators import Origin
from gikparse.nodes.quantities import Bound
from gikparse.values import Semantic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gikparse.diagnostics import Diagnostic
    from gikparse.indicators import Indicator
    from gikparse.nodes import Table
    from gikparse.nodes.quantities import Quantity
    from gikparse.report import Report

_FIELDS = ("label", "column", "value", "unit", "id")


@attrs.frozen(kw_only=True)
class Entries:
    """What the page lists of a report.

    Attributes:
        report: The report.
        diagnostics: The findings, in document order.
        lang: The language of the page, `zh` or `en`.
    """

    report: Report
    diagnostics: Sequence[Diagnostic]
    lang: str

    def marks(self) -> Iterator[Mark]:
        """The marks in the text."""
        for number, found in enumerate(self.diagnostics, 1):
            yield from self._finding_marks(number, found)
        tied = set()
        for number, indicator in enumerate(self.report.indicators, 1):
            yield self._figure_mark(number, indicator)
            tied.add(indicator.quantity and indicator.quantity.span)
        for number, quantity in enumerate(self.report.quantities, 1):
            if quantity.span not in tied:
                tip = self._quantity_words(quantity)
                yield Mark(
                    span=quantity.span,
                    key=f"q{number}",
                    classes="quantity",
                    tip=tip,
                    href=None,
                    rank=3,
                )

    def _finding_marks(self, number: int, found: Diagnostic) -> Iterator[Mark]:
        key = f"f{number}"
        classes = f"finding {found.severity.name.lower()}"
        tip = f"{found.code} {self._message(found)}"
        yield Mark(span=found.span, key=key, classes=classes, tip=tip, href=key, rank=0)
        for place, related in enumerate(found.related, 1):
            if related.source is None:
                message = related.chinese if self.lang == "zh" else related.message
                yield Mark(
                    span=related.span,
                    key=f"{key}-r{place}",
                    classes="related",
                    tip=f"{found.code} {message}",
                    href=key,
                    rank=1,
                )

    def _figure_mark(self, number: int, indicator: Indicator) -> Mark:
        key = f"i{number}"
        tip = f"{indicator.label} · {indicator.column or ''} · {self._value(indicator)}"
        return Mark(span=indicator.span, key=key, classes="figure", tip=tip, href=key, rank=2)

    # --- the lists

    def findings(self) -> str:
        """The list of findings."""
        if not self.diagnostics:
            return f"<p>{html(say('no findings', self.lang))}</p>"
        items = (self._finding(n, found) for n, found in enumerate(self.diagnostics, 1))
        return f'<ol class="findings">{"".join(items)}</ol>'

    def _finding(self, number: int, found: Diagnostic) -> str:
        key = f"f{number}"
        related = "".join(
            self._related(f"{key}-r{place}", found, place - 1)
            for place in range(1, len(found.related) + 1)
        )
        line, column = self.report.source.position(found.span.start)
        where = f"{line}:{column}" if found.span.end else say("whole file", self.lang)
        place = self.report.source.locate(found.span)
        words = place.chinese if place and self.lang == "zh" else place
        aside = f" <small>{html(words)}</small>" if words else ""
        return (
            f'<li id="{key}" class="{found.severity.name.lower()}">'
            f'<a href="#at-{key}">{html(where)}</a> <span class="code">{html(found.code)}</span>'
            f" <small>{html(found.name)}</small><br>{html(self._message(found))}{aside}"
            f"{f'<ul>{related}</ul>' if related else ''}</li>"
        )

    def _related(self, key: str, found: Diagnostic, place: int) -> str:
        related = found.related[place]
        message = html(related.chinese if self.lang == "zh" else related.message)
        there = related.source or self.report.source
        line, column = there.position(related.span.start)
        if related.source is None:
            return f'<li><a href="#at-{key}">{line}:{column}</a> {message}</li>'
        return f"<li>{html(there.name or '')}:{line}:{column} {message}</li>"

    @cached_property
    def _by_table(self) -> dict[int, list[tuple[int, Indicator]]]:
        by_table: dict[int, list[tuple[int, Indicator]]] = {}
        for number, indicator in enumerate(self.report.indicators, 1):
            by_table.setdefault(id(indicator.table), []).append((number, indicator))
        return by_table

    def figures_of(self, table: Table) -> str:
        """The figures that were read from a table, below it."""
        found = self._by_table.get(id(table), [])
        form = table.form.value if table.form else ""
        return self._figures(found, f"{form} · {len(found)} {say('figures', self.lang)}")

    def figures_in_sentences(self) -> str:
        """The figures that sentences state."""
        numbered = enumerate(self.report.indicators, 1)
        found = [(n, i) for n, i in numbered if i.origin is Origin.PROSE]
        return self._figures(found, f"{say('Figures in sentences', self.lang)} · {len(found)}")

    def _figures(self, found: list[tuple[int, Indicator]], headline: str) -> str:
        if not found:
            return ""
        head = "".join(f"<th>{html(say(name, self.lang))}</th>" for name in _FIELDS)
        rows = "".join(self._figure(number, indicator) for number, indicator in found)
        return (
            f'<details class="figures"><summary>{html(headline)}</summary>'
            f'<div class="scroll"><table><tr>{head}</tr>{rows}</table></div></details>'
        )

    def _figure(self, number: int, indicator: Indicator) -> str:
        cells = (html(indicator.label), html(indicator.column or ""))
        value = f'<a href="#at-i{number}">{html(self._value(indicator))}</a>'
        return (
            f'<tr id="i{number}"><td>{cells[0]}</td><td>{cells[1]}</td><td class="number">{value}'
            f"</td><td>{html(indicator.unit or '')}</td><td><code>{html(indicator.id)}</code></td></tr>"
        )

    def _value(self, indicator: Indicator) -> str:
        if indicator.value is not None:
            return str(indicator.value)
        if indicator.semantic in (Semantic.NUMERIC, Semantic.ZERO):
            return "0" if indicator.semantic is Semantic.ZERO else "?"
        return say(indicator.semantic.value, self.lang)

    def _quantity_words(self, quantity: Quantity) -> str:
        bound = say(quantity.bound.value.replace("_", " "), self.lang)
        exact = quantity.bound is Bound.EXACT
        return f"{'=' if exact else bound} {quantity.base_value} {quantity.base_unit or ''}".strip()

    def _message(self, found: Diagnostic) -> str:
        return found.chinese if self.lang == "zh" else found.message
