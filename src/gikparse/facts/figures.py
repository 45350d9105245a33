"""Find the figures of a text, and read them with the quantity grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from gikparse.facts.measures import (
    approximates_behind,
    counts_behind,
    measure_alternatives,
    measure_pattern,
    measures,
    name_pattern,
    stands_bare,
)
from gikparse.facts.numerals import Number, read_arabic, read_chinese, read_multiplier, whole
from gikparse.facts.patience import at_once_or_one_by_one
from gikparse.grammar import compile_grammar, pattern
from gikparse.nodes.quantities import Bound

if TYPE_CHECKING:
    from lark import Lark, Token
    from lark.lexer import TerminalDef

_FIGURES = ("SHARE", "FIGURE", "CHINESE_FIGURE")
#: Numbers that count nothing; what is tried first takes its number from those behind it.
_MENTIONS = (
    "CITATION",
    "LINK",
    "DOCUMENT",
    "SPAN_OF_YEARS",
    "DATE",
    "CHINESE_DATE",
    "CLOCK",
    "HOTLINE",
    "ORDINAL",
    "NAMED_NUMBER",
    "SAYING",
)
_SHARES = {"PER_HUNDRED": "%", "PER_THOUSAND": "‰"}
_BEFORE = ("ABOUT_BEFORE", "LEAST_BEFORE", "MOST_BEFORE")
_AFTER = ("ABOUT_AFTER", "LEAST_AFTER", "MOST_AFTER")
#: The first part of their name says how approximations limit the number.
_BOUNDS = {
    "ABOUT": Bound.ABOUT,
    "LEAST": Bound.AT_LEAST,
    "MOST": Bound.AT_MOST,
    "MORE": Bound.AT_LEAST,
}
#: The longest approximation before a number has so many characters.
_BEFORE_WIDTH = 4
_CONTEXT_WIDTH = 4
_LARGE = ("万", "亿")


@attrs.frozen(kw_only=True)
class Figure:
    """A figure in a text.

    Attributes:
        start: Where it starts, approximation included.
        end: Where it ends, unit and approximation included.
        number_start: Where the numeral starts.
        number_end: Where the numeral ends.
        value: The number as written.
        unit: The unit, None for a bare number.
        bound: How the number limits the true one.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    value: Number
    unit: str | None = None
    bound: Bound = Bound.EXACT

    @property
    def kind(self) -> str | None:
        """What the unit measures."""
        return measures()[self.unit].kind if self.unit else None

    @property
    def base_value(self) -> Number:
        """The number in the base unit."""
        return whole(self.value * measures()[self.unit].factor) if self.unit else self.value

    @property
    def base_unit(self) -> str | None:
        """The base unit."""
        return measures()[self.unit].base if self.unit else None


class Mention(NamedTuple):
    """A number that counts nothing: a date, an ordinal, the number of a document, a name."""

    kind: str
    start: int
    end: int


def find_figures(text: str) -> tuple[list[Figure], list[Mention]]:
    """The figures of a text, and the numbers that count nothing.

    Args:
        text: Folded text without elisions.

    Returns:
        Both in the order of the text.

    Example:
        >>> figures, mentions = find_figures("2016年公开800余条,占百分之七十,见《三十条措施》")
        >>> [(f.value, f.unit, f.bound.value) for f in figures]
        [(800, '条', 'at_least'), (70, '%', 'exact')]
        >>> [m.kind for m in mentions]
        ['DATE', 'CITATION']
    """
    (found,) = find_all_figures([text])
    return found


def find_all_figures(texts: Sequence[str]) -> list[tuple[list[Figure], list[Mention]]]:
    """The figures of several texts, read in one go: see `find_figures`."""
    stretches: list[list[tuple[int, int]]] = []
    mentions: list[list[Mention]] = []
    for text in texts:
        stretches.append([])
        mentions.append([])
        for match in _matches(text):
            kind = match.lastgroup or ""
            if kind not in _FIGURES:
                mentions[-1].append(Mention(kind, *match.span()))
            elif stretch := _stretch(text, match, kind):
                stretches[-1].append(stretch)
    figures = _read(texts, stretches)
    return [
        ([figure for _ in here if (figure := next(figures))], there)
        for here, there in zip(stretches, mentions, strict=True)
    ]


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The numbers of a text; looking only where one can start is much quicker."""
    numbers = pattern("quantity", *_MENTIONS, *_FIGURES)
    end = 0
    for start in pattern("quantity", "NUMBER_START").finditer(text):
        if start.start() >= end and (match := numbers.match(text, start.start())):
            end = match.end()
            yield match


def _stretch(text: str, match: re.Match[str], kind: str) -> tuple[int, int] | None:
    """From the approximation before a numeral to the one after its unit; None for no figure."""
    start, end = match.span()
    opening = _approximation_start(text, start)
    if kind != "SHARE":
        unit = measure_pattern().match(text, end)
        if unit is not None:
            end = unit.end()
        elif kind == "CHINESE_FIGURE" or not stands_bare(
            text[max(start - _CONTEXT_WIDTH, 0) : start], text[end : end + _CONTEXT_WIDTH]
        ):
            return None
        if kind == "CHINESE_FIGURE" and not _counts(text, match, end, bare=opening == start):
            return None
    closing = pattern("quantity", *_AFTER).match(text, end)
    return opening, closing.end() if closing else end


def _approximation_start(text: str, start: int) -> int:
    """Where the approximation before a numeral starts; the numeral itself where there is none."""
    before = pattern("quantity", *_BEFORE)
    for place in range(max(start - _BEFORE_WIDTH, 0), start):
        match = before.match(text, place)
        if match and text[match.end() : start].strip() == "":
            fits = approximates_behind(match.group(), text[place - 1 : place] if place else "")
            return place if fits else start
    return start


def _counts(text: str, match: re.Match[str], end: int, *, bare: bool) -> bool:
    """Whether a numeral in characters with a measure word counts something."""
    start = match.start()
    numeral = match.group()
    if bare and set(numeral) <= set("百千万亿"):  # 百姓, 千家
        return False
    word, before = text[start:end], text[start - 1 : start] if start else ""
    return name_pattern().match(text, start) is None and counts_behind(word, before)


def _read(
    texts: Sequence[str], stretches: Sequence[Sequence[tuple[int, int]]]
) -> Iterator[Figure | None]:
    """The figure in each stretch of each text, None for one that the grammar does not take."""
    places = [
        (text, *stretch) for text, here in zip(texts, stretches, strict=True) for stretch in here
    ]
    if not places:
        return
    readings = at_once_or_one_by_one(
        parse_quantities, [text[start:end] for text, start, end in places]
    )
    for (_, start, end), reading in zip(places, readings, strict=True):
        yield reading and Figure(
            start=start,
            end=end,
            number_start=start + reading.start,
            number_end=start + reading.end,
            value=reading.value,
            unit=reading.unit,
            bound=reading.bound,
        )


def parse_quantities(lines: Sequence[str]) -> list[Reading]:
    """The readings of quantities, each on a line of its own, with offsets in that line.

    Example:
        >>> [(r.value, r.unit, r.bound.value) for r in parse_quantities(["60余万次", "约5万元"])]
        [(600000, '次', 'at_least'), (5, '万元', 'about')]
    """
    if not lines:
        return []
    readings: list[Reading] = _parser().parse("\n".join(lines))  # type: ignore[assignment]
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [
        reading._replace(start=reading.start - start, end=reading.end - start)
        for reading, start in zip(readings, starts, strict=False)
    ]


class Reading(NamedTuple):
    """What the grammar reads on a line."""

    start: int
    end: int
    value: Number
    unit: str | None
    bound: Bound


@cache
def _parser() -> Lark:
    from lark import Token, Transformer

    class Read(Transformer[Token, list[Reading]]):
        """Computes while the parser runs."""

        def quantities(self, readings: list[Reading]) -> list[Reading]:
            return readings

        def number(self, tokens: list[Token]) -> list[Token]:
            return tokens

        def quantity(self, parts: list[Any]) -> Reading:
            return _evaluate(parts)

    def put_in_units(terminal: TerminalDef) -> None:
        if terminal.name == "UNIT":
            terminal.pattern.value = measure_alternatives()

    return compile_grammar(
        "quantity", start="quantities", transformer=Read(), edit_terminals=put_in_units
    )


def _evaluate(parts: list[Any]) -> Reading:
    """The reading of a quantity: its tokens, and those of the number as a list among them."""
    numerals: list[Token] = next(part for part in parts if isinstance(part, list))
    tokens = {token.type: token for part in parts for token in _tokens(part)}
    value: Number = 1
    for token in numerals:
        value *= _factor(token)
    unit = next((_SHARES[kind] for kind in _SHARES if kind in tokens), None)
    if "UNIT" in tokens:
        unit = str(tokens["UNIT"])
    spoken = [token for token in numerals if not token.type.startswith("MORE")]
    large = str(spoken[-1])[-1]
    if unit == "元" and large in _LARGE and len(numerals[0]) + len(spoken) > 2:
        # 5万余元 is 5 in 万元, as 5万元 is.
        value, unit = value / Decimal(read_multiplier(large)), large + unit
    bounds = (
        _BOUNDS[kind.partition("_")[0]] for kind in tokens if kind.partition("_")[0] in _BOUNDS
    )
    return Reading(
        start=spoken[0].start_pos or 0,
        end=spoken[-1].end_pos or 0,
        value=whole(value),
        unit=unit,
        bound=next(bounds, Bound.EXACT),
    )


def _tokens(part: Any) -> list[Token]:
    return part if isinstance(part, list) else [part]


def _factor(token: Token) -> Number:
    if token.type == "ARABIC":
        return read_arabic(token)
    if token.type == "MULTIPLIER":
        return read_multiplier(token)
    return read_chinese(token) if token.type.startswith("CHINESE") else 1
