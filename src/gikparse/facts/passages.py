"""The prose of a report as passages: paragraphs that a page break has not cut, and titles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

import attrs

from gikparse.elision import Reading
from gikparse.facts.classes import classes
from gikparse.facts.pieces import read_words
from gikparse.facts.setting import Setting
from gikparse.nodes import Furniture, Node, Paragraph, Section
from gikparse.source import Span

#: A paragraph that ends with one of these is complete.
_ENDS = tuple("。!?;:…”》")
#: A shorter line without an end is a line of its own.
_SHORTEST_CUT = 15
_TITLES_KEPT = 4096


@attrs.frozen(kw_only=True)
class Passage:
    """A stretch of prose in the reading view.

    Attributes:
        text: The text.
        setting: What is known of it.
        around: The sections that it stands in, from the outermost inwards.
    """

    text: str
    setting: Setting
    around: tuple[Section, ...]
    _starts: tuple[int, ...]
    _places: tuple[int, ...]

    @property
    def section(self) -> Section | None:
        """The innermost section that it stands in."""
        return self.around[-1] if self.around else None

    def view_span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the view of `text[start:end]`, which is not empty."""
        if len(self._places) == 1:
            return self._places[0] + start, self._places[0] + end
        return self._view_offset(start), self._view_offset(end - 1) + 1

    def _view_offset(self, offset: int) -> int:
        piece = bisect_right(self._starts, offset) - 1
        return self._places[piece] + offset - self._starts[piece]


def find_passages(
    parts: Sequence[Node], reading: Reading, year: int | None, agency: str | None
) -> Iterator[Passage]:
    """The passages of a report, in document order.

    Args:
        parts: The front matter, the top-level sections and the back matter.
        reading: The reading view of the source.
        year: The report's year.
        agency: The body that the report speaks for, folded.
    """
    stack: list[tuple[Node, tuple[Section, ...]]] = [(part, ()) for part in reversed(parts)]
    while stack:
        node, around = stack.pop()
        if isinstance(node, Section):
            around = (*around, node)
            if node.heading.title_span.width:
                yield from _passages(
                    [[(node.heading, node.heading.title_span)]], reading, around, year, agency
                )
            yield from _passages(_paragraphs(node.blocks), reading, around, year, agency)
            stack.extend((inner, around) for inner in reversed(node.sections))
        else:
            yield from _passages(_paragraphs(node.children), reading, around, year, agency)


_Pieces = list[tuple[Node, Span]]


def _paragraphs(blocks: Sequence[Node]) -> Iterator[_Pieces]:
    """The paragraphs among blocks; one that a page break or a line break cuts is put together."""
    pieces: _Pieces = []
    end = 0
    for block in blocks:
        if isinstance(block, Furniture) and pieces:
            if _near(pieces[-1][0], end, block):
                end = block.span.end
            continue
        if not isinstance(block, Paragraph):
            if pieces:
                yield pieces
            pieces = []
            continue
        if pieces and not (is_cut(pieces[-1][0]) and _near(pieces[-1][0], end, block)):
            yield pieces
            pieces = []
        pieces.append((block, block.span))
        end = block.span.end
    if pieces:
        yield pieces


def is_cut(node: Node) -> bool:
    """Whether a paragraph goes on in the next one, if that stands near: it is long and has no end."""
    text = node.text
    return len(text) >= _SHORTEST_CUT and not text.endswith((*_ENDS, "！", "？", "；", "："))


def _near(node: Node, end: int, following: Node) -> bool:
    """Whether no blank line stands between."""
    return len(node.source.text[end : following.span.start].splitlines()) <= 2


def _passages(
    paragraphs: Sequence[_Pieces] | Iterator[_Pieces],
    reading: Reading,
    around: tuple[Section, ...],
    year: int | None,
    agency: str | None,
) -> Iterator[Passage]:
    setting: Setting | None = None
    for pieces in paragraphs:
        if setting is None:
            setting = _setting(around, reading, year, agency)
        spans = [reading.view_span(span) for _, span in pieces]
        texts = [reading.text[start:end] for start, end in spans]
        one = len(texts) == 1
        yield Passage(
            text=texts[0] if one else "".join(texts),
            setting=setting,
            around=around,
            starts=(0,) if one else (0, *accumulate(map(len, texts[:-1]))),
            places=tuple([start for start, _ in spans]),
        )


_KEY_AREAS = classes("key_areas")


def _titled_class(channel: str) -> int:
    return classes(f"titled_{channel}") if channel else 0


def _setting(
    around: tuple[Section, ...], reading: Reading, year: int | None, agency: str | None
) -> Setting:
    topics = classes(*(section.topic.value for section in around if section.topic))
    titles = [reading.text[slice(*reading.view_span(s.heading.title_span))] for s in around]
    return Setting(
        year=year,
        agency=agency,
        topics=topics,
        elsewhere=bool(topics & _KEY_AREAS) or any(map(is_of_one_kind, titles)),
        titled=_titled_class(titled_channel(titles[-1])) if titles else 0,
    )


@lru_cache(_TITLES_KEPT)
def titled_channel(title: str) -> str:
    """The channel of publication that a title names and nothing else, or "".

    Example:
        >>> titled_channel("政务微信公众号"), titled_channel("网站和微信"), titled_channel("公开渠道")
        ('wechat', '', '')
    """
    pieces = read_words(title)
    if len(pieces) > 1:
        return ""
    return next((name for piece in pieces for name in _TITLED if piece.classes & classes(name)), "")


#: Channels that have an indicator.
_TITLED = ("website", "wechat", "weibo", "gazette")


_PROACTIVE, _KEY_AREA = classes("proactive"), classes("key_area")
_INFORMATION = classes("info", "disclosure")


@lru_cache(_TITLES_KEPT)
def is_of_one_kind(title: str) -> bool:
    """Whether a section by its title is about one kind of information.

    Args:
        title: The title in the reading view.

    Example:
        >>> is_of_one_kind("推进环境保护信息公开"), is_of_one_kind("主动公开政府信息情况")
        (True, False)
    """
    pieces = read_words(title)
    if any(piece.classes & _PROACTIVE for piece in pieces):
        return False
    if any(piece.classes & _KEY_AREA for piece in pieces):
        return True
    return any(
        piece.terminal == "TEXT"
        and title.startswith("信息", following.start)
        and following.classes & _INFORMATION
        for piece, following in pairwise(pieces)
    )
