"""The text of a report as HTML, section by section, and its outline."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from gikparse.formats.html.escaping import html
from gikparse.formats.html.wording import say
from gikparse.nodes import BackMatter, Block, FrontMatter, Paragraph, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gikparse.formats.html.entries import Entries
    from gikparse.formats.html.marking import MarkedText
    from gikparse.nodes import Cell, Node

_DEEPEST = 6
_FIGURE_MARKS = frozenset(".,+-%/．，＋－％—–")


class Body:
    """Writes the text of a report."""

    def __init__(self, entries: Entries, text: MarkedText) -> None:
        self._entries = entries
        self._text = text
        self._lang = entries.lang
        self._starts = [found.span.start for found in entries.diagnostics]
        self._ids = {id(s): f"s{n}" for n, s in enumerate(entries.report.find_all(Section), 1)}

    def write(self) -> str:
        """The whole text."""
        return "\n".join(self._nodes(self._entries.report.children))

    def _nodes(self, nodes: Iterable[Node]) -> Iterator[str]:
        # A stack of its own, so that no nesting is too deep.
        stack: list[tuple[Node, int] | str] = []
        stack.extend((node, 2) for node in reversed(tuple(nodes)))
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                yield item
                continue
            node, rank = item
            if isinstance(node, Section):
                yield f'<section id="{self._ids[id(node)]}">{self._heading(node, rank)}'
                stack.append("</section>")
                inner = [*node.blocks, *node.sections]
                stack.extend((child, rank + 1) for child in reversed(inner))
            elif isinstance(node, FrontMatter | BackMatter):
                stack.extend((block, rank) for block in reversed(node.blocks))
            else:
                yield self._block(node)

    def _heading(self, section: Section, rank: int) -> str:
        heading = section.heading
        tag = f"h{min(rank, _DEEPEST)}"
        line, column = self._entries.report.source.position(heading.span.start)
        topic = f" · {heading.topic.value}" if heading.topic else ""
        aside = f"{line}:{column}{topic}"
        return (
            f"<{tag}>{self._text.write(heading.span)}{self._text.rest(heading.span)}"
            f"<small>{html(aside)}</small></{tag}>"
        )

    def _block(self, block: Node) -> str:
        if isinstance(block, Table):
            return self._table(block)
        kind = type(block).__name__.lower()
        label = "" if isinstance(block, Paragraph) else say(kind, self._lang)
        said = f' data-kind="{html(label)}"' if label else ""
        text = self._text.write(block.span) + self._text.rest(block.span)
        return f'<p class="{kind}"{said}>{text}</p>'

    def _table(self, table: Table) -> str:
        width = max((len(row.cells) for row in table.rows), default=0)
        rows = []
        for row in table.rows:
            cells = "".join(map(self._cell, row.cells))
            rest = self._text.rest(row.span)
            missing = width - len(row.cells)
            filler = f'<td colspan="{missing}">{rest}</td>' if missing or rest else ""
            rows.append(f"<tr>{cells}{filler}</tr>")
        rest = self._text.rest(table.span)
        return (
            f'<div class="scroll"><table>{"".join(rows)}</table>{rest}</div>'
            f"{self._entries.figures_of(table)}"
        )

    def _cell(self, cell: Cell) -> str:
        text = cell.text
        is_number = bool(text) and all(c.isdecimal() or c in _FIGURE_MARKS for c in text)
        classes = ' class="number"' if is_number else ""
        return f"<td{classes}>{self._text.write(cell.span)}</td>"

    # --- outline

    def outline(self) -> str:
        """The outline, with the number of findings in each section."""
        report = self._entries.report
        pieces = []
        stack: list[Section | str] = [*reversed(report.sections)]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                pieces.append(item)
                continue
            pieces.append(f"<li>{self._outline_entry(item)}")
            stack.append("</li>")
            if item.sections:
                pieces.append("<ul>")
                stack.append("</ul>")
                stack.extend(reversed(item.sections))
        return f"<ul>{''.join(pieces)}</ul>"

    def _outline_entry(self, section: Section) -> str:
        heading = section.heading
        first = next((b.text for b in section.blocks if isinstance(b, Block)), "")
        title = heading.title or (f"“{' '.join(first[:20].split())}…”" if first else "")
        title = title or say("untitled", self._lang)
        said = html(" ".join(f"{heading.marker}{title}".split()))
        low = bisect_left(self._starts, section.span.start)
        inside = self._entries.diagnostics[low : bisect_left(self._starts, section.span.end)]
        if not inside:
            return f'<a href="#{self._ids[id(section)]}">{said}</a>'
        worst = max(found.severity for found in inside).name.lower()
        badge = f'<span class="badge {worst}">{len(inside)}</span>'
        return f'<a href="#{self._ids[id(section)]}">{said}</a> {badge}'
