"""A page of a PDF document: its characters and its rules, with their places.

Places are in points, from the upper left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from gikparse.folding import unify_forms

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

#: A filled shape so narrow is a rule, in points.
_THICKEST_RULE = 3.0
_SHORTEST_RULE = 4.0
#: A rule leans no further, in points.
_LEAN = 0.7
#: Paler than this is the colour of the paper.
_PAPER = 245
#: A page with more shapes is a drawing.
_MOST_SEGMENTS = 40_000
_DEEPEST_FORM = 5
#: The box of a character is no higher or wider, in the size of the type.
_TALLEST = 2.5
_RADICALS = range(0x2E80, 0x2FE0)


class Char(NamedTuple):
    """A character that is no blank, and the box that it takes."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    #: Whether a blank stands before it.
    spaced: bool


class Rule(NamedTuple):
    """A line along an axis: `place` on the other axis, from `start` to `end` on its own."""

    place: float
    start: float
    end: float


class PageContent(NamedTuple):
    """What a page shows.

    Attributes:
        width: Its width.
        height: Its height.
        chars: Its characters, in the order of the file.
        across: Its horizontal rules, `place` being how far down they are.
        down: Its vertical rules, `place` being how far right they are.
        pictures: How many pictures it has.
    """

    width: float
    height: float
    chars: list[Char]
    across: list[Rule]
    down: list[Rule]
    pictures: int


class _Frame(NamedTuple):
    """From the coordinates of the file, which point up and may be turned, to the page's."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        if self.turns == 0:
            return x, self.height - y
        if self.turns == 1:
            return y, x
        if self.turns == 2:
            return self.width - x, y
        return self.height - y, self.width - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def read_page(page: PdfPage) -> PageContent:
    """What a page shows: characters, rules and pictures."""
    left, bottom, right, top = page.get_cropbox()
    turns = page.get_rotation() // 90
    frame = _Frame(left, bottom, right - left, top - bottom, turns)
    text = page.get_textpage()
    try:
        chars = list(_chars(text, frame))
    finally:
        text.close()
    across: list[Rule] = []
    down: list[Rule] = []
    pictures = 0
    segments = 0
    for kind, item in _objects(page.raw, frame):
        if kind == "picture":
            pictures += 1
            continue
        segments += 1
        if segments > _MOST_SEGMENTS:
            break
        rule, is_across = item
        (across if is_across else down).append(rule)
    width, height = (frame.height, frame.width) if turns % 2 else (frame.width, frame.height)
    return PageContent(width, height, chars, across, down, pictures)


# --- characters


def _chars(page: PdfTextPage, frame: _Frame) -> Iterator[Char]:
    raw = page.raw
    tight = [ctypes.c_double() for _ in range(4)]  # left, right, bottom, top
    refs = [ctypes.byref(number) for number in tight]
    loose = pdfium.FS_RECTF()
    spaced = False
    high = 0
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        if high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00) if code >= 0xDC00 else code
            high = 0
        elif 0xD800 <= code < 0xDC00:
            high = code
            continue
        text = _character(code)
        if not text:
            spaced = spaced or code != 0
            continue
        if not pdfium.FPDFText_GetCharBox(raw, index, *refs):
            continue
        box = (tight[0].value, tight[1].value, tight[2].value, tight[3].value)
        size = _size(raw, index) or max(box[1] - box[0], box[3] - box[2])
        has_loose = pdfium.FPDFText_GetLooseCharBox(raw, index, ctypes.byref(loose))
        if has_loose:
            loose_box = (loose.left, loose.right, loose.bottom, loose.top)
            box = _likely_box(box, loose_box, size)
        yield Char(text, *frame.box(box[0], box[2], box[1], box[3]), size, spaced)
        spaced = False


def _size(page: Any, index: int) -> float:
    """The size of the type as it is seen: fonts are often of size 1, or of 200, and scaled."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(page, index, ctypes.byref(matrix)):
        return 0.0
    size: float = pdfium.FPDFText_GetFontSize(page, index) * hypot(matrix.b, matrix.d)
    return size


_Box = tuple[float, float, float, float]


def _likely_box(tight: _Box, loose: _Box, size: float) -> _Box:
    """The box with the room that the font gives a character, left, right, bottom and top.

    Where characters run downwards PDFium does not scale that box, and the one that the
    strokes fill has to do, made as high as the type.
    """
    x0, x1, y0, y1 = loose
    if x0 < x1 and abs(y1 - y0) <= _TALLEST * size and x1 - x0 <= _TALLEST * size:
        return x0, x1, min(y0, y1), max(y0, y1)
    middle = (tight[2] + tight[3]) / 2
    return tight[0], tight[1], middle - size / 2, middle + size / 2


def _character(code: int) -> str:
    """A character; "" for a blank and for what is none."""
    if code <= 0x20 or code in (0xA0, 0x3000, 0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:
        return ""
    if code > 0x10FFFF:
        return "\ufffd"
    character = chr(code)
    # Fonts of browsers name 一 and 工 by the radicals that look like them.
    return unify_forms(character) if code in _RADICALS else character


# --- rules and pictures

_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _objects(page: Any, frame: _Frame) -> Iterator[tuple[str, Any]]:
    stack = [
        (pdfium.FPDFPage_GetObject(page, index), _UNIT, 0)
        for index in reversed(range(pdfium.FPDFPage_CountObjects(page)))
    ]
    while stack:
        item, outer, depth = stack.pop()
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield "picture", None
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            matrix = _product(_matrix(item), outer)
            for rule in _rules(item, matrix, frame):
                yield "rule", rule
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            matrix = _product(_matrix(item), outer)
            stack.extend(
                (pdfium.FPDFFormObj_GetObject(item, index), matrix, depth + 1)
                for index in reversed(range(pdfium.FPDFFormObj_CountObjects(item)))
            )


def _matrix(item: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return _UNIT
    return found.a, found.b, found.c, found.d, found.e, found.f


def _product(inner: _Matrix, outer: _Matrix) -> _Matrix:
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _rules(item: Any, matrix: _Matrix, frame: _Frame) -> Iterator[tuple[Rule, bool]]:
    """The rules that a path draws, and whether each runs across the page."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, ctypes.byref(fill), ctypes.byref(stroke))
    strokes = bool(stroke.value) and _is_seen(item, pdfium.FPDFPageObj_GetStrokeColor)
    fills = bool(fill.value) and _is_seen(item, pdfium.FPDFPageObj_GetFillColor)
    if not strokes and not fills:
        return
    for points in _outlines(item, matrix, frame):
        if strokes:
            for (ax, ay), (bx, by) in pairwise(points):
                yield from _rule(ax, ay, bx, by)
        else:
            xs, ys = [x for x, _ in points], [y for _, y in points]
            x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
            if y1 - y0 <= _THICKEST_RULE < x1 - x0:
                yield from _rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2)
            elif x1 - x0 <= _THICKEST_RULE < y1 - y0:
                yield from _rule((x0 + x1) / 2, y0, (x0 + x1) / 2, y1)


def _rule(ax: float, ay: float, bx: float, by: float) -> Iterator[tuple[Rule, bool]]:
    if abs(ay - by) <= _LEAN and abs(ax - bx) >= _SHORTEST_RULE:
        yield Rule((ay + by) / 2, min(ax, bx), max(ax, bx)), True
    elif abs(ax - bx) <= _LEAN and abs(ay - by) >= _SHORTEST_RULE:
        yield Rule((ax + bx) / 2, min(ay, by), max(ay, by)), False


def _is_seen(item: Any, colour_of: Any) -> bool:
    """Whether a colour differs from that of the paper."""
    channels = [ctypes.c_uint() for _ in range(4)]
    if not colour_of(item, *map(ctypes.byref, channels)):
        return True
    *colours, alpha = (channel.value for channel in channels)
    return alpha > 0 and min(colours) < _PAPER


def _outlines(item: Any, matrix: _Matrix, frame: _Frame) -> Iterator[list[tuple[float, float]]]:
    """The outlines of a path that are made of straight lines."""
    points: list[tuple[float, float]] = []
    straight = True
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(min(pdfium.FPDFPath_CountSegments(item), _MOST_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if straight and len(points) > 1:
                yield points
            points, straight = [], True
        straight = straight and kind != pdfium.FPDF_SEGMENT_BEZIERTO
        a, b, c, d, e, f = matrix
        points.append(frame.point(a * x.value + c * y.value + e, b * x.value + d * y.value + f))
        if pdfium.FPDFPathSegment_GetClose(segment) and points:
            points.append(points[0])
    if straight and len(points) > 1:
        yield points
