"""Rules of a PDF page: the straight lines that divide tables, stroked or drawn as thin shapes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

#: A filled shape so narrow is a rule, in points.
_THICKEST_RULE = 3.0
_SHORTEST_RULE = 4.0
#: A rule leans no further, in points.
_LEAN = 0.7
#: Paler than this is the colour of the paper.
_PAPER = 245
#: With more of these a page is a drawing.
_MOST_OBJECTS = 200_000
_MOST_RULES = 40_000
_MOST_SEGMENTS = 40_000
_DEEPEST_FORM = 5


class Rule(NamedTuple):
    """A line along an axis: `place` on the other axis, from `start` to `end` on its own."""

    place: float
    start: float
    end: float


class Frame(NamedTuple):
    """From the coordinates of the file, which point up and may be turned, to the page's."""

    left: float
    bottom: float
    width: float
    height: float
    turns: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point as the page shows it."""
        x, y = x - self.left, y - self.bottom
        if self.turns == 0:
            return x, self.height - y
        if self.turns == 1:
            return y, x
        if self.turns == 2:
            return self.width - x, y
        return self.height - y, self.width - x

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box: left, top, right and bottom."""
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Shapes(NamedTuple):
    """What a page shows beside text.

    Attributes:
        across: Its horizontal rules, `place` being how far down they are.
        down: Its vertical rules, `place` being how far right they are.
        pictures: How many pictures it has.
    """

    across: list[Rule]
    down: list[Rule]
    pictures: int


def read_shapes(page: Any, frame: Frame) -> Shapes:
    """The rules and pictures of a page; of a drawing only the first of them."""
    across: list[Rule] = []
    down: list[Rule] = []
    pictures = 0
    for kind, item, matrix in islice(_objects(page), _MOST_OBJECTS):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and len(across) + len(down) < _MOST_RULES:
            for rule, is_across in _rules(item, matrix, frame):
                (across if is_across else down).append(rule)
    return Shapes(across, down, pictures)


def _objects(page: Any) -> Iterator[tuple[int, Any, _Matrix]]:
    """The objects of a page and of the forms in it, with their kinds and scales."""
    count = pdfium.FPDFPage_CountObjects(page)
    stack = [(pdfium.FPDFPage_GetObject(page, i), _UNIT, 0) for i in reversed(range(count))]
    while stack:
        item, outer, depth = stack.pop()
        kind = pdfium.FPDFPageObj_GetType(item)
        matrix = _product(_matrix(item), outer)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST_FORM:
            inside = reversed(range(pdfium.FPDFFormObj_CountObjects(item)))
            stack += [(pdfium.FPDFFormObj_GetObject(item, i), matrix, depth + 1) for i in inside]
        yield kind, item, matrix


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


def _rules(item: Any, matrix: _Matrix, frame: Frame) -> Iterator[tuple[Rule, bool]]:
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


def _outlines(item: Any, matrix: _Matrix, frame: Frame) -> Iterator[list[tuple[float, float]]]:
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
