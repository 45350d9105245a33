"""A page of a PDF document: its characters and its rules, with their places.

Places are in points, from the upper left corner of the page as it is shown.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

import pypdfium2.raw as pdfium

from gikparse.folding import unify_forms
from gikparse.readers.pdf_rules import Frame, Rule, read_shapes

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

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


class PageContent(NamedTuple):
    """What a page shows.

    Attributes:
        chars: Its characters, in the order of the file.
        across: Its horizontal rules, `place` being how far down they are.
        down: Its vertical rules, `place` being how far right they are.
        pictures: How many pictures it has.
    """

    chars: list[Char]
    across: list[Rule]
    down: list[Rule]
    pictures: int


def read_page(page: PdfPage) -> PageContent:
    """What a page shows: characters, rules and pictures."""
    left, bottom, right, top = page.get_cropbox()
    turns = page.get_rotation() // 90
    frame = Frame(left, bottom, right - left, top - bottom, turns)
    text = page.get_textpage()
    try:
        chars = list(_chars(text, frame))
    finally:
        text.close()
    return PageContent(chars, *read_shapes(page.raw, frame))


# --- characters


def _chars(page: PdfTextPage, frame: Frame) -> Iterator[Char]:
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
