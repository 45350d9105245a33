"""Build the tree: pieces become nodes, and the report grammar puts the nodes together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import attrs

from gikparse.cutting import Cut
from gikparse.data.catalogue import Catalogue
from gikparse.elision import Reading
from gikparse.grammar import Maker, Resolved, TokenParser
from gikparse.nodes import (
    Attachment,
    BackMatter,
    Block,
    Byline,
    Cell,
    Contents,
    Field,
    FrontMatter,
    Furniture,
    Heading,
    Metadata,
    Node,
    Paragraph,
    Row,
    Rubric,
    Section,
    Table,
    Title,
    Unknown,
)
from gikparse.nodes.quantities import QuantityFinder
from gikparse.outline import HeadingMark
from gikparse.pieces import Piece, PieceKind
from gikparse.source import Source, Span
from gikparse.tables.bare import read_bare_rows
from gikparse.tables.forms import recognise
from gikparse.tables.labelling import read_labels
from gikparse.tables.pipes import read_rows
from gikparse.topics import topic_of

_LEAVES: dict[PieceKind, type[Block]] = {
    PieceKind.FURNITURE: Furniture,
    PieceKind.CONTENTS: Contents,
    PieceKind.TITLE: Title,
    PieceKind.BYLINE: Byline,
    PieceKind.RUBRIC: Rubric,
    PieceKind.ATTACHMENT: Attachment,
    PieceKind.UNKNOWN: Unknown,
}

Top = tuple[FrontMatter | None, tuple[Section, ...], BackMatter | None]


def build_tree(
    source: Source, reading: Reading, cut: Cut, catalogue: Catalogue, finder: QuantityFinder
) -> Top:
    """Build the nodes of a report.

    Args:
        source: The source, which spans count in.
        reading: The view, which the pieces count in.
        cut: The pieces.
        catalogue: The statistics forms that tables may belong to.
        finder: Finds the quantities of paragraphs that are asked for theirs.

    Returns:
        Front matter, top-level sections and back matter; together they tile the source.
    """
    builder = _Builder(source, reading, finder)
    tokens = _with_forms(list(_tokens(builder, cut)), catalogue)
    parts: list[Node] = _parser().parse(tokens) if tokens else []
    if source.text and not (parts and cut.front):
        # Blanks before the first section need a node to lie in.
        head = parts[0].span.start if parts else len(source.text)
        if head:
            parts.insert(0, FrontMatter(source=source, span=Span(0, head)))
    tiled = list(_tile(parts, len(source.text)))
    front = next((part for part in tiled if isinstance(part, FrontMatter)), None)
    back = next((part for part in tiled if isinstance(part, BackMatter)), None)
    return front, tuple(part for part in tiled if isinstance(part, Section)), back


def _tile(parts: list[Node], length: int) -> Iterator[Node]:
    """The parts with the blanks behind each made its own."""
    starts = [0, *(part.span.start for part in parts[1:]), length]
    for part, start, end in zip(parts, starts, starts[1:], strict=False):
        yield attrs.evolve(part, span=Span(start, end))


class _Builder:
    """Makes the nodes of one report, mapping offsets back to its source."""

    def __init__(self, source: Source, reading: Reading, finder: QuantityFinder) -> None:
        self._source = source
        self._finder = finder
        self._text = reading.text
        self._span = reading.source_span

    def node(self, piece: Piece | HeadingMark) -> Node:
        if isinstance(piece, HeadingMark):
            return self._heading(piece)
        if piece.kind in (PieceKind.TABLE, PieceKind.BARE_TABLE):
            return self._table(piece)
        span = self._span(piece.start, piece.end)
        if piece.kind is PieceKind.METADATA:
            return Metadata(source=self._source, span=span, fields=tuple(self._fields(piece)))
        if piece.kind is PieceKind.PARAGRAPH:
            return Paragraph(source=self._source, span=span, finder=self._finder)
        return _LEAVES[piece.kind](source=self._source, span=span)

    def _heading(self, mark: HeadingMark) -> Heading:
        span = self._span(mark.start, mark.end)
        return Heading(
            source=self._source,
            span=span,
            scheme=mark.scheme,
            marker_span=self._span(mark.start, mark.marker_end),
            title_span=self._part(span, mark.title_start, mark.title_end),
            topic=topic_of(self._text[mark.title_start : mark.title_end]),
            margin=round(mark.margin, 3),
        )

    def _fields(self, piece: Piece) -> Iterator[Field]:
        for field in piece.fields:
            span = self._span(field.label_start, max(field.label_end, field.value_end))
            yield Field(
                source=self._source,
                span=span,
                name=field.name,
                label_span=self._span(field.label_start, field.label_end),
                value_span=self._part(span, field.value_start, field.value_end),
            )

    def _part(self, whole: Span, start: int, end: int) -> Span:
        """The span of a part; an empty one stands before what is left out behind the whole."""
        part = self._span(start, end)
        return part if start < end else Span(min(part.start, whole.end), min(part.end, whole.end))

    def _table(self, piece: Piece) -> Table:
        source = self._source
        end = piece.start + len(self._text[piece.start : piece.end].rstrip())
        rows = []
        read = read_rows if piece.kind is PieceKind.TABLE else read_bare_rows
        for cells in read(self._text, piece.start, end):
            if cells:
                nodes = tuple(Cell(source=source, span=self._span(*cell)) for cell in cells)
                rows.append(Row(source=source, span=_hull(nodes), cells=nodes))
        return Table(source=source, span=self._span(piece.start, end), rows=tuple(rows))


def _hull(nodes: Iterable[Node]) -> Span:
    """The span from the first to the last of some nodes, which come in order."""
    spans = [node.span for node in nodes]
    return Span(spans[0].start, spans[-1].end)


def _tokens(builder: _Builder, cut: Cut) -> Iterator[Resolved]:
    """The pieces as terminals of the report grammar, each with its node."""
    for piece in (*cut.front, *cut.body):
        node = builder.node(piece)
        level = f"_{node.scheme.level}" if isinstance(node, Heading) else ""
        yield Resolved(f"{node.RULE}{level}", node)
    if cut.back:
        yield Resolved("_BACK")
    for piece in cut.back:
        node = builder.node(piece)
        yield Resolved(str(node.RULE), node)


def _with_forms(tokens: list[Resolved], catalogue: Catalogue) -> list[Resolved]:
    """The tokens, each table with the form that it belongs to."""
    tables = [token.value for token in tokens if isinstance(token.value, Table)]
    if not tables:
        return tokens
    forms = iter(recognise([read_labels(table) for table in tables], catalogue))
    return [
        Resolved(token.type, attrs.evolve(token.value, form=next(forms)))
        if isinstance(token.value, Table)
        else token
        for token in tokens
    ]


@cache
def _parser() -> TokenParser:
    makers: dict[str, Maker] = {
        "report": _report,
        "front": _front,
        "section": _section,
        "back": _back,
    }
    return TokenParser("report", makers)


# --- what the parser calls for each rule


def _report(parts: list[Node]) -> list[Node]:
    return parts


def _front(tokens: list[Resolved]) -> FrontMatter:
    return FrontMatter(**_holding(tokens))


def _back(tokens: list[Resolved]) -> BackMatter:
    return BackMatter(**_holding(tokens))


def _holding(tokens: list[Resolved]) -> dict[str, Any]:
    """What a node that holds some blocks is made with."""
    blocks = tuple(token.value for token in tokens)
    return {"source": blocks[0].source, "span": _hull(blocks), "blocks": blocks}


def _section(parts: list[Any]) -> Section:
    heading: Heading = parts[0].value
    nodes = [part if isinstance(part, Section) else part.value for part in parts[1:]]
    blocks = tuple(node for node in nodes if isinstance(node, Block))
    sections = tuple(node for node in nodes if isinstance(node, Section))
    return Section(
        source=heading.source,
        span=Span(heading.span.start, (nodes[-1] if nodes else heading).span.end),
        heading=heading,
        blocks=blocks,
        sections=sections,
    )
