"""What holds for the figures of every report: no number is from nowhere."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from gikparse.elision import Reading, elide
from gikparse.facts.frames import silent
from gikparse.facts.words import sign_pattern
from gikparse.folding import fold
from gikparse.indicators import Indicator, Origin
from gikparse.testing.invariants.requirement import require, require_inside
from gikparse.values import Semantic

if TYPE_CHECKING:
    from gikparse.report import Report
    from gikparse.source import Span
    from gikparse.values import Number

_DIGITS = dict(zip("一二两三四五六七八九廿卅", "122345678923", strict=True))
_SMALL, _LARGE = "十百千", "万亿"
#: What may stand inside a number and is no part of it.
_BETWEEN = "余多来, "


def check_figures(report: Report) -> None:
    """Check quantities, breakdowns and indicators."""
    view = elide(fold(report.source.text))
    for left, right in pairwise(report.quantities):
        require(left.span.end <= right.span.start, right, "the quantity overlaps the one before it")
    for quantity in report.quantities:
        require_inside(quantity.span, report, "a quantity")
        require_inside(quantity.number_span, quantity, "the number")
        _require_digits(report, quantity.value, quantity.number_span, view)
    known = {quantity.span for quantity in report.quantities}
    for breakdown in report.breakdowns:
        for part in breakdown.parts:
            require_inside(part.name_span, report, "the name of a part")
            require(part.quantity.span in known, report, f"no quantity is the part {part.name}")
    for indicator in report.indicators:
        require_inside(indicator.span, report, indicator.id)
        _check_indicator(report, indicator, view)


def _check_indicator(report: Report, indicator: Indicator, view: Reading) -> None:
    value, span = indicator.value, indicator.span
    told = indicator.semantic in (Semantic.NUMERIC, Semantic.ZERO)
    require(told == (value is not None), report, f"{indicator.id} is told with no value")
    for reading in indicator.readings:
        written = _bare(_shown(view, span))
        require(_bare(reading) in written, report, f"{reading} stands nowhere in {written!r}")
    if value is None:
        return
    require((value == 0) == (indicator.semantic is Semantic.ZERO), report, f"{value} is no zero")
    if indicator.quantity is not None:
        require(indicator.quantity.value == value, report, f"{indicator.id} is not its quantity")
    elif indicator.origin is Origin.PROSE:
        require(
            value == 0 and _says_none(_shown(view, span)), report, f"no word at {span} says {value}"
        )
    else:
        _require_digits(report, value, span, view)


def _says_none(written: str) -> bool:
    return written in silent()["words"] or sign_pattern().search(written) is not None


def _require_digits(report: Report, value: Number, span: Span, view: Reading) -> None:
    """Require the digits of a value, zeros aside, to stand at its place in this order."""
    wanted = "".join(digit for digit in f"{value:f}" if digit in "123456789")
    written = _shown(view, span)
    told = wanted in digits_of(written) if wanted else bool(written)
    require(told, report, f"the digits of {value} do not stand in {written!r}")


def digits_of(written: str) -> str:
    """The digits of a numeral but zeros, in figures or characters.

    Example:
        >>> digits_of("2,543"), digits_of("60余万"), digits_of("一百零五"), digits_of("十二")
        ('2543', '6', '15', '12')
    """
    found: list[str] = []
    before = ""
    for character in written:
        if character in _BETWEEN:
            continue
        if character in "123456789":
            found.append(character)
        elif character in _DIGITS:
            found.append(_DIGITS[character])
        elif not before or (character in _SMALL and not _is_digit(before)):
            # 十二 is 12 and 一百十五 is 115: a multiplier alone stands for one.
            found += ["1"] * (character in _SMALL + _LARGE)
        before = character
    return "".join(found)


def _is_digit(character: str) -> bool:
    return character.isdigit() or character in _DIGITS


def _shown(view: Reading, span: Span) -> str:
    """What a reader sees in a span: folded, without marks that nobody sees."""
    start, end = view.view_span(span)
    return view.text[start:end]


def _bare(written: str) -> str:
    return "".join(fold(written).replace(",", "").split())
