"""Characters to lines, and lines to paragraphs, by where they stand on the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from gikparse.folding import unify_forms
from gikparse.grammar import pattern
from gikparse.readers.layout import join_lines
from gikparse.readers.pdf_page import Char

#: Measures, in the size of the type.
_SAME_LINE = 0.5
_WORD_GAP = 0.25
_WIDE_GAP = 0.8
_SPREAD_GAP = 1.5
_INDENT = 1.0
_SAME_SIZE = 0.15
_NEAR = 0.6
_NARROWEST = 20
#: Lines so much further apart than others begin a new paragraph.
_LOOSE = 1.35
#: A mark behind it is no heading: 第|（一）项
_ORDINAL = "第"
_LONGEST_MARK = 12
#: A line with so many blanks is spread to fill its width.
_SPREAD = 0.4
#: Characters from here on are as wide as they are high.
_WIDE = "\u2e80"
_WIDE_MARKS = "—…“”‘’·"
#: What no line ends with, and what none begins with: it stays with what is beside it.
_OPENING = "（《〈“‘〔【([<"
_CLOSING = "，。、；：？！）》〉”’】〕％,.;:?!)%"


class Line(NamedTuple):
    """A line of text."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    page: int
    #: How wide its first word is, which the line before it had no room for.
    first_word: float


def cell_text(chars: Sequence[Char]) -> str:
    """The text of a cell: its lines joined, also where each holds one character."""
    return join_lines(line.text for line in to_lines(chars, spread=True))


def to_lines(chars: Iterable[Char], page: int = 0, *, spread: bool = False) -> list[Line]:
    """The lines that characters stand in, from top to bottom.

    Args:
        chars: The characters, in any order.
        page: The number of their page.
        spread: Whether blanks between Chinese characters only fill the line, as in cells.
    """
    rows: list[list[Char]] = []
    middle = 0.0
    for char in sorted(chars, key=lambda c: (c.top + c.bottom, c.x0)):
        centre = (char.top + char.bottom) / 2
        if not rows or centre - middle > _SAME_LINE * char.size:
            rows.append([])
            middle = centre
        rows[-1].append(char)
    return [_line(sorted(row, key=lambda c: c.x0), page, spread=spread) for row in rows]


def _line(chars: list[Char], page: int, *, spread: bool) -> Line:
    # A justified line has blanks between all its characters: they are no part of the text.
    spread = spread or sum(char.spaced for char in chars[1:]) > _SPREAD * len(chars)
    text = chars[0].text
    for left, right in pairwise(chars):
        text += " " * _is_parted(left, right, spread=spread) + right.text
    sizes = Counter(round(char.size, 1) for char in chars)
    return Line(
        text=text,
        x0=chars[0].x0,
        top=min(char.top for char in chars),
        x1=max(char.x1 for char in chars),
        bottom=max(char.bottom for char in chars),
        size=sizes.most_common(1)[0][0],
        page=page,
        first_word=_first_word(chars),
    )


def _is_parted(left: Char, right: Char, *, spread: bool) -> bool:
    """Whether a blank stands between two characters of a line.

    One between figures and Chinese characters is a matter of taste, and left out.
    """
    gap = right.x0 - left.x1
    size = max(left.size, right.size)
    wide = _is_wide(left.text) + _is_wide(right.text)
    if not wide:
        return right.spaced or gap > _WORD_GAP * size
    if spread:
        return gap > _SPREAD_GAP * size
    return gap > _WIDE_GAP * size or (wide > 1 and right.spaced and gap > _WORD_GAP * size / 2)


def _is_wide(character: str) -> bool:
    return character >= _WIDE or character in _WIDE_MARKS


def _first_word(chars: list[Char]) -> float:
    """The width of what cannot be divided at the beginning of a line."""
    end = 0
    while end < len(chars) - 1 and chars[end].text in _OPENING:
        end += 1
    if _is_wide(chars[end].text):
        end += 1
    else:
        while (
            end < len(chars) and not _is_wide(chars[end].text) and not (end and chars[end].spaced)
        ):
            end += 1
    while end < len(chars) and chars[end].text in _CLOSING:
        end += 1
    return chars[max(end, 1) - 1].x1 - chars[0].x0


# --- paragraphs


class Margins(NamedTuple):
    """Where lines begin and end, and how far they are apart, in points."""

    left: float
    right: float
    pitch: float


def measure(lines: Sequence[Line]) -> Margins:
    """The margins of a document, told by its lines."""
    if not lines:
        return Margins(0.0, 0.0, 0.0)
    size = Counter(line.size for line in lines).most_common(1)[0][0]
    body = [line for line in lines if abs(line.size - size) <= _SAME_SIZE * size] or list(lines)
    steps = [
        round(b.top - a.top, 1)
        for a, b in pairwise(body)
        if a.page == b.page and 0 < b.top - a.top < 4 * size
    ]
    left = min(_shared([line.x0 for line in body], size))
    right = max(_shared([line.x1 for line in body], size))
    return Margins(
        left=left,
        right=max(right, left + _NARROWEST * size),
        pitch=Counter(map(round, steps)).most_common(1)[0][0] if steps else 2 * size,
    )


def _shared(places: Sequence[float], size: float) -> list[float]:
    """The places that several lines have, or all if none is shared."""
    ordered = sorted(places)
    shared = [place for place, after in pairwise(ordered) if after - place <= _NEAR * size]
    return shared or ordered


def goes_on(before: Line, line: Line, margins: Margins) -> bool:
    """Whether a line goes on with the paragraph of the line before it.

    It does where the line before it had no room for its first word, and it is neither
    indented nor set apart.
    """
    size = max(before.size, line.size)
    if not before.text.endswith(_ORDINAL) and _opens_section(line.text):
        return False
    if abs(before.size - line.size) > _SAME_SIZE * size:
        return False
    if before.x1 + line.first_word < margins.right - _NEAR * size:
        return False
    if line.x0 - margins.left > _INDENT * size and line.x0 - before.x0 > _INDENT * size:
        return False
    if line.x0 - margins.left > _INDENT * size and before.x0 - margins.left <= _NEAR * size:
        return False
    if before.page == line.page:
        return line.top - before.top <= max(_LOOSE * margins.pitch, _LOOSE * size)
    return True


def _opens_section(text: str) -> bool:
    marks = pattern("numbering", "PART", "CHINESE", "CHINESE_PAREN")
    return marks.match(unify_forms(text[:_LONGEST_MARK])) is not None
