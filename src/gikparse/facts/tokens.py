"""From the text of a paragraph to the tokens of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from gikparse.facts.figures import Figure, Mention
from gikparse.facts.words import lexicon, word_pattern
from gikparse.grammar import pattern

#: Brackets further apart than this have lost their partners.
LONGEST_NOTE = 300
#: What stands between quotes so near each other is a name.
LONGEST_NAME = 24
#: Fewer characters that no word covers say nothing.
SHORTEST_TEXT = 2

_NONE: frozenset[str] = frozenset()


class Piece(NamedTuple):
    """A word, a figure or a mark of a sentence.

    Attributes:
        terminal: What it is to `grammars/facts.lark`.
        classes: What it means.
        start: Where it starts.
        end: Where it ends.
        figure: The figure, for a `QUANTITY`.
        year: The year, for one that is named.
    """

    terminal: str
    classes: frozenset[str]
    start: int
    end: int
    figure: Figure | None = None
    year: int | None = None


def read_sentences(
    text: str, figures: Sequence[Figure], mentions: Sequence[Mention]
) -> Iterator[list[Piece]]:
    """The sentences of a paragraph, each as its pieces without the full stop.

    Args:
        text: The paragraph, folded and without elisions.
        figures: Its figures.
        mentions: The numbers in it that count nothing.

    Example:
        >>> text = "2016年,共收到申请12件。"
        >>> from gikparse.facts.figures import find_figures
        >>> (sentence,) = read_sentences(text, *find_figures(text))
        >>> [(piece.terminal, text[piece.start : piece.end]) for piece in sentence]
        [('TIME', '2016年'), ('COMMA', ','), ('VERB', '收到'), ('SUBJECT', '申请'), ('QUANTITY', '12件')]
    """
    pieces = list(_pieces(text, figures, mentions))
    partner = _partners(pieces)
    sentence: list[Piece] = []
    depth = 0
    for place, piece in enumerate(pieces):
        if piece.terminal in ("OPEN", "CLOSE"):
            if place not in partner:
                continue
            depth += 1 if piece.terminal == "OPEN" else -1
        elif piece.terminal == "STOP":
            if depth:
                piece = piece._replace(terminal="SEMICOLON")
            else:
                yield sentence
                sentence = []
                continue
        sentence.append(piece)
    yield sentence


def _partners(pieces: Sequence[Piece]) -> dict[int, int]:
    """The places of brackets that belong together, each with its partner's."""
    partner: dict[int, int] = {}
    opened: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.terminal == "OPEN":
            opened.append(place)
        elif piece.terminal == "CLOSE" and opened:
            before = opened.pop()
            if piece.end - pieces[before].start <= LONGEST_NOTE:
                partner[before], partner[place] = place, before
    return partner


def _pieces(
    text: str, figures: Sequence[Figure], mentions: Sequence[Mention]
) -> Iterator[Piece]:
    """Words, figures, years and marks in the order of the text; names in quotes are left out."""
    place = 0
    quote = -1
    numbers: list[Figure | Mention] = sorted([*figures, *mentions], key=lambda n: (n.start, n.end))
    for number in [*numbers, None]:
        end = number.start if number else len(text)
        if place < end:
            for piece in _words(text, place, end):
                if piece.terminal != "QUOTE":
                    if piece.start >= quote:
                        yield piece
                elif "opening" in piece.classes and piece.start >= quote:
                    quote = _quote_end(text, piece.end)
        if number is None or number.start < place:
            continue
        if isinstance(number, Figure):
            yield Piece("QUANTITY", _NONE, number.start, number.end, number)
        elif number.kind in ("DATE", "CHINESE_DATE", "SPAN_OF_YEARS"):
            yield from _time(text, number)
        elif number.kind == "CITATION":
            yield from _cited(text, number)
        place = number.end


def _quote_end(text: str, start: int) -> int:
    """Where a name in quotes ends; its start where the quotes hold more than a name."""
    if text.startswith(_ZERO, start):  # “零投诉” says what there was
        return start
    ends = [text.find(mark, start, start + LONGEST_NAME) for mark in _closing_quotes()]
    end = min((end for end in ends if end >= 0), default=start)
    word = lexicon().get(text[start:end])
    return start if word and word.terminal == "OUTCOME" else end


_ZERO = "零"


@cache
def _closing_quotes() -> tuple[str, ...]:
    return tuple(w for w, word in lexicon().items() if word.classes == {"closing"})


def _words(text: str, start: int, end: int) -> Iterator[Piece]:
    words = lexicon()
    place = start
    for match in word_pattern().finditer(text, start, end):
        if match.start() > place and _says_something(text, place, match.start()):
            yield Piece("TEXT", _NONE, place, match.start())
        word = words[match.group()]
        if word.terminal == "TOPIC":
            if _is_glued(text, match.end()):
                yield Piece("COMMA", _NONE, match.end(), match.end())
        elif word.classes != _FILL:
            yield Piece(word.terminal, word.classes, *match.span())
        place = match.end()
    if end > place and _says_something(text, place, end):
        yield Piece("TEXT", _NONE, place, end)


_FILL = frozenset({"fill"})
#: What may follow 情况 in a sentence.
_AFTER_TOPIC = "的下中为如及和是与良较分统表时后前数"


def _is_glued(text: str, place: int) -> bool:
    """Whether a title that ends here has lost the mark between it and what follows."""
    following = text[place : place + 1]
    return "\u4e00" <= following <= "\u9fff" and following not in _AFTER_TOPIC


def _says_something(text: str, start: int, end: int) -> bool:
    return sum("\u4e00" <= character <= "\u9fff" for character in text[start:end]) >= SHORTEST_TEXT


def _cited(text: str, mention: Mention) -> Iterator[Piece]:
    """A title that ends with the word for a channel: 《…公报》."""
    for width in (2, 3, 4):
        word = lexicon().get(text[mention.end - 1 - width : mention.end - 1])
        if word is not None and word.terminal == "CHANNEL":
            yield Piece(word.terminal, word.classes, mention.start, mention.end)
            return


def _time(text: str, mention: Mention) -> Iterator[Piece]:
    """A date as a piece, where it names a year and does not only say up to when was counted."""
    written = text[mention.start : mention.end]
    years = [_year(found) for found in _year_pattern().finditer(written)]
    if not years:
        return
    until = text[max(mention.start - 2, 0) : mention.start] in ("截至", "截止", "止到")
    if mention.kind == "SPAN_OF_YEARS":
        classes = frozenset({"span"})
    else:
        classes = frozenset({"until"}) if until else frozenset({"year"})
    yield Piece("TIME", classes, mention.start, mention.end, year=years[-1])


def _year_pattern() -> re.Pattern[str]:
    return pattern("frame", "TITLE_YEAR")


def _year(match: re.Match[str]) -> int:
    from gikparse.facts.numerals import read_chinese

    digits = "".join(c for c in match.group() if not c.isspace() and c not in "年度")
    return int(digits) if digits.isascii() else int(read_chinese(digits))
