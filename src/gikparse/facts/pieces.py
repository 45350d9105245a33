"""The pieces of sentences: words, figures, years and marks, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

import attrs

from gikparse.facts.classes import classes
from gikparse.facts.figures import Figure, Mention
from gikparse.facts.numerals import read_chinese
from gikparse.facts.words import coming_pattern, lexicon, setting_pattern, word_pattern
from gikparse.grammar import pattern

#: What stands between quotes so near each other is a name.
LONGEST_NAME = 24
#: Fewer characters that no word covers say nothing.
SHORTEST_TEXT = 2

_QUANTITY, _TEXT, _COMMA = classes("QUANTITY"), classes("TEXT"), classes("COMMA")
_OPENING, _CLOSING = classes("opening"), classes("closing")
_SPAN, _UNTIL, _YEAR = (classes("TIME", said) for said in ("span", "until", "year"))
#: Channels that have names of their own.
_NAMED_CHANNELS = classes("website", "wechat", "weibo", "gazette")
_DATES = frozenset({"DATE", "CHINESE_DATE", "SPAN_OF_YEARS"})


@attrs.define
class Piece:
    """A word, a figure or a mark of a sentence.

    Attributes:
        terminal: What it is to `grammars/facts.lark`.
        classes: What it means, with the terminal as one of the classes.
        start: Where it starts.
        end: Where it ends.
        figure: The figure, for a `QUANTITY`.
        year: The year, for one that is named.
    """

    terminal: str
    classes: int
    start: int
    end: int
    figure: Figure | None = None
    year: int | None = None

    def as_a(self, terminal: str) -> Piece:
        """The same under another terminal."""
        bits = self.classes & ~classes(self.terminal) | classes(terminal)
        return attrs.evolve(self, terminal=terminal, classes=bits)


def read_pieces(
    text: str, start: int, end: int, numbers: Sequence[Figure | Mention]
) -> list[Piece]:
    """Words, figures, years and marks in the order of the text; names in quotes are left out.

    Args:
        text: The text.
        start: Where to start.
        end: Where to end.
        numbers: The figures, and the numbers that count nothing, that stand there.
    """
    pieces: list[Piece] = []
    quote = -1
    for number in numbers:
        if start < number.start:
            quote = _add_words(pieces, text, start, number.start, quote)
        if start <= number.start:
            _add_number(pieces, text, number)
            start = number.end
    if start < end:
        _add_words(pieces, text, start, end, quote)
    return pieces


def _add_number(pieces: list[Piece], text: str, number: Figure | Mention) -> None:
    """Add a figure, a year, a title that names a channel, or an outcome in quotes."""
    if isinstance(number, Figure):
        pieces.append(Piece("QUANTITY", _QUANTITY, number.start, number.end, number))
    elif number.kind in _DATES:
        pieces.extend(_time(text, number))
    elif number.kind == "CITATION":
        pieces.extend(_cited(text, number))
    elif number.kind == "NAMED_NUMBER":
        word = lexicon().get(text[number.start + 1 : number.end - 1])
        if word is not None and word.terminal == "OUTCOME":
            pieces.append(Piece(word.terminal, word.classes, number.start, number.end))


def _add_words(pieces: list[Piece], text: str, start: int, end: int, quote: int) -> int:
    """Add the words between two numbers, but for those in quotes.

    Args:
        pieces: What they are added to.
        text: The paragraph.
        start: Where the first may start.
        end: Where the last may end.
        quote: Where the last name in quotes ends.

    Returns:
        Where the last name in quotes ends now.
    """
    words = lexicon()
    for match in word_pattern().finditer(text, start, end):
        word = words[match[0]]
        first, last = match.span()
        if quote <= start < first:
            # 计 behind a character that no word covers is a part of 审计.
            _add_text(pieces, text, start, last if word.loose else first)
        start = last
        if word.silent or first < quote:
            continue
        if word.terminal == "QUOTE":
            quote = _quote_end(text, last) if word.classes & _OPENING else quote
        elif word.terminal != "TOPIC":
            pieces.append(Piece(word.terminal, word.classes, first, last))
        elif _is_glued(text, last):
            pieces.append(Piece("COMMA", _COMMA, last, last))
    if start < end and start >= quote:
        _add_text(pieces, text, start, end)
    return quote


def _add_text(pieces: list[Piece], text: str, start: int, end: int) -> None:
    """Add what no word covers, if it says something."""
    if end - start < SHORTEST_TEXT:
        return
    said = 0
    for character in text[start:end]:
        said += "\u4e00" <= character <= "\u9fff"
        if said == SHORTEST_TEXT:
            pieces.append(Piece("TEXT", _TEXT, start, end))
            return


def _quote_end(text: str, start: int) -> int:
    """Where a name in quotes ends, or the channel in it begins; its start where it is no name."""
    if text.startswith(_ZERO, start):  # “零投诉” says what there was
        return start
    ends = [text.find(mark, start, start + LONGEST_NAME) for mark in _closing_quotes()]
    end = min((end for end in ends if end >= 0), default=start)
    word = lexicon().get(text[start:end])
    return start if word and word.terminal == "OUTCOME" else _channel_start(text, start, end)


def _channel_start(text: str, start: int, end: int) -> int:
    """Where the channel begins whose name it is, as in “青禾县门户网站”; else its end."""
    for first in range(start, end):
        word = lexicon().get(text[first:end])
        if word and word.classes & _NAMED_CHANNELS:
            return first
    return end


_ZERO = "零"


@cache
def _closing_quotes() -> tuple[str, ...]:
    return tuple(w for w, word in lexicon().items() if word.classes & _CLOSING)


#: What may follow 情况 in a sentence.
_AFTER_TOPIC = "的下中为如及和是与良较分统表时后前数"


def _is_glued(text: str, place: int) -> bool:
    """Whether a title that ends here has lost the mark between it and what follows."""
    following = text[place : place + 1]
    return "\u4e00" <= following <= "\u9fff" and following not in _AFTER_TOPIC


def read_words(text: str) -> list[Piece]:
    """The words of a text without figures, such as a title."""
    return read_pieces(text, 0, len(text), ())


def read_setting(
    text: str, start: int, end: int, numbers: Sequence[Figure | Mention]
) -> list[Piece]:
    """The times and bodies that a sentence names which tells nothing else."""
    pieces: list[Piece] = []
    for number in numbers:
        _add_number(pieces, text, number)
    words = lexicon()
    for match in setting_pattern().finditer(text, start, end):
        word = words[match[0]]
        pieces.append(Piece(word.terminal, word.classes, *match.span()))
    if numbers:
        pieces.sort(key=attrgetter("start"))
    return pieces


def names_coming_year(text: str, mentions: Sequence[Mention], year: int | None) -> bool:
    """Whether a text names a year behind the report's own, or says 明年 and the like."""
    for mention in mentions if year else ():
        written = text[mention.start : mention.end]
        if mention.kind in _DATES and any(named > (year or 0) for named in _years(written)):
            return True
    return coming_pattern().search(text) is not None


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
    years = _years(written)
    if not years:
        return
    until = text[max(mention.start - 2, 0) : mention.start] in ("截至", "截止", "止到")
    said = _SPAN if mention.kind == "SPAN_OF_YEARS" else _UNTIL if until else _YEAR
    yield Piece("TIME", said, mention.start, mention.end, year=years[-1])


def _years(written: str) -> list[int]:
    """The years of a date."""
    return [_year(found) for found in pattern("quantity", "YEAR").findall(written)]


def _year(written: str) -> int:
    return int(written) if written.isascii() else int(read_chinese(written))
