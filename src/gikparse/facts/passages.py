"""The prose of a report as passages: paragraphs that a page break has not cut, and titles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

import attrs

from gikparse.facts.figures import find_figures
from gikparse.facts.scenes import Scene
from gikparse.nodes import Furniture, Node, Paragraph, Section
from gikparse.source import Span

#: A paragraph that ends with one of these is complete.
_ENDS = frozenset("。!?;:…”》！？；：")
#: A shorter line without an end is a line of its own.
_SHORTEST_CUT = 15
#: A figure behind a title, with its unit, is no longer.
LONGEST_FIGURE = 24


@attrs.define
class Passage:
    """A stretch of prose in the reading view.

    Attributes:
        text: The text.
        scene: The sections that it stands in.
    """

    text: str
    scene: Scene
    _starts: Sequence[int]
    _places: Sequence[int]

    def view_span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the view of `text[start:end]`, which is not empty."""
        if len(self._places) == 1:
            return self._places[0] + start, self._places[0] + end
        return self._view_offset(start), self._view_offset(end - 1) + 1

    def _view_offset(self, offset: int) -> int:
        piece = bisect_right(self._starts, offset) - 1
        return self._places[piece] + offset - self._starts[piece]


def find_passages(parts: Sequence[Node], scene: Scene) -> Iterator[Passage]:
    """The passages of a report, in document order.

    Args:
        parts: The front matter, the top-level sections and the back matter.
        scene: Where they stand.
    """
    stack: list[tuple[Node, Scene]] = [(part, scene) for part in reversed(parts)]
    while stack:
        node, scene = stack.pop()
        if isinstance(node, Section):
            scene = scene.inside(node)
            yield from _titled(node, scene)
            stack.extend((inner, scene) for inner in reversed(node.sections))
        else:
            yield from _passages(node.children, scene)


def _titled(section: Section, scene: Scene) -> Iterator[Passage]:
    """The title of a section and its paragraphs; a title that is the label of a figure goes with it."""
    title, blocks = section.heading.title_span, section.blocks
    if blocks and isinstance(blocks[0], Paragraph) and _is_label(title, blocks[0].span, scene):
        yield from _passages(blocks, scene, Span(title.start, blocks[0].span.start))
        return
    if title.width:
        yield _passage([title], scene)
    yield from _passages(blocks, scene)


def _is_label(title: Span, paragraph: Span, scene: Scene) -> bool:
    """Whether a paragraph gives the figure of what the title before it says: 1.收到申请数:12件."""
    start, end = scene.reading.view_span(Span(title.end, paragraph.end))
    behind = scene.reading.text[start : min(end, start + LONGEST_FIGURE)].lstrip(" ")
    if not (title.width and behind.startswith(":")):
        return False
    figures, _ = find_figures(behind[1:].lstrip(" "))
    return bool(figures) and figures[0].start == 0


def _passages(blocks: Sequence[Node], scene: Scene, label: Span | None = None) -> Iterator[Passage]:
    """The paragraphs among blocks; one that a page break or a line break cuts is put together.

    Args:
        blocks: The blocks.
        scene: Where they stand.
        label: What stands before the first of them and belongs to it.
    """
    pieces = [label] if label else []
    end, before = 0, None
    for block in blocks:
        if isinstance(block, Paragraph):
            if pieces and before and not (is_cut(before) and _is_near(block, end)):
                yield _passage(pieces, scene)
                pieces = []
            pieces.append(block.span)
            end, before = block.span.end, block
        elif isinstance(block, Furniture) and pieces:
            if _is_near(block, end):
                end = block.span.end
        elif pieces:
            yield _passage(pieces, scene)
            pieces = []
    if pieces:
        yield _passage(pieces, scene)


def is_cut(node: Node) -> bool:
    """Whether a paragraph goes on in the next one, if that stands near: it is long and has no end."""
    return node.span.width >= _SHORTEST_CUT and node.source.text[node.span.end - 1] not in _ENDS


def _is_near(node: Node, end: int) -> bool:
    """Whether no blank line stands before a node."""
    return len(node.source.text[end : node.span.start].splitlines()) <= 2


def _passage(spans: Sequence[Span], scene: Scene) -> Passage:
    text = scene.reading.text
    if len(spans) == 1:
        start, end = scene.reading.view_span(spans[0])
        return Passage(text[start:end], scene, (0,), (start,))
    view = [scene.reading.view_span(span) for span in spans]
    texts = [text[start:end] for start, end in view]
    starts = list(accumulate(map(len, texts), initial=0))
    return Passage("".join(texts), scene, starts, [start for start, _ in view])
