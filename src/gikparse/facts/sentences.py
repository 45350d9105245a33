"""From the text of a paragraph to its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from operator import attrgetter

import attrs

from gikparse.facts.figures import Figure, Mention
from gikparse.facts.pieces import Piece, read_pieces, read_setting
from gikparse.facts.words import lexicon, sign_pattern
from gikparse.patterns import character_class

#: Brackets further apart than this have lost their partners.
LONGEST_NOTE = 300
#: Brackets inside so many others say nothing to the sentence.
DEEPEST_NOTE = 3


@attrs.define
class RawSentence:
    """A sentence as its pieces, without the full stop.

    Attributes:
        start: Where it starts.
        pieces: The pieces; of one that tells nothing only those that name a time or a body.
        tells: Whether it has a figure or a word that may be a zero.
    """

    start: int
    pieces: list[Piece]
    tells: bool


def read_sentences(
    text: str, figures: Sequence[Figure], mentions: Sequence[Mention]
) -> list[RawSentence]:
    """The sentences of a paragraph.

    Args:
        text: The paragraph, folded and without elisions.
        figures: Its figures.
        mentions: The numbers in it that count nothing.

    Example:
        >>> text = "2016年,共收到申请12件。"
        >>> from gikparse.facts.figures import find_figures
        >>> (sentence,) = read_sentences(text, *find_figures(text))
        >>> [(piece.terminal, text[piece.start : piece.end]) for piece in sentence.pieces]
        [('TIME', '2016年'), ('COMMA', ','), ('VERB', '收到'), ('SUBJECT', '申请'), ('QUANTITY', '12件')]
    """
    sentences: list[RawSentence] = []
    numbers: list[Figure | Mention] = sorted([*figures, *mentions], key=_PLACE)
    next_number = 0
    for start, end, has_marks in _sentence_spans(text):
        inside: list[Figure | Mention] = []
        tells = False
        while next_number < len(numbers) and numbers[next_number].start < end:
            number = numbers[next_number]
            inside.append(number)
            tells = tells or number.__class__ is Figure
            next_number += 1
        if tells or sign_pattern().search(text, start, end):
            pieces = read_pieces(text, start, end, inside)
            sentences.append(RawSentence(start, _paired(pieces) if has_marks else pieces, True))
        else:
            sentences.append(RawSentence(start, read_setting(text, start, end, inside), False))
    return sentences


_PLACE = attrgetter("start", "end")


def _sentence_spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where the sentences start and end, and whether brackets stand in them.

    They end at stops that stand in no brackets.
    """
    opened: list[int] = []
    stops: list[int] = []
    inside = -1
    brackets: list[int] = []
    for match in _stops().finditer(text):
        place, mark = match.start(), _mark(match[0])
        if mark == "STOP":
            if place > inside:
                stops.append(place)
            continue
        brackets.append(place)
        if mark == "OPEN":
            opened.append(place)
        elif opened:
            opening = opened.pop()
            if place - opening <= LONGEST_NOTE:
                while stops and stops[-1] > opening:
                    stops.pop()
                inside = place
    start = 0
    for stop in (*stops, len(text)):
        if stop > start:
            yield start, stop, bisect_left(brackets, start) < bisect_left(brackets, stop)
        start = stop + 1


@cache
def _stops() -> re.Pattern[str]:
    marks = (w for w, word in lexicon().items() if word.terminal in ("STOP", "OPEN", "CLOSE"))
    return re.compile(character_class(list(marks)))


@cache
def _mark(written: str) -> str:
    return lexicon()[written].terminal


def _paired(pieces: list[Piece]) -> list[Piece]:
    """The pieces without brackets that have lost their partner; stops in brackets only divide."""
    paired: set[int] = set()
    opened: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.terminal == "OPEN":
            opened.append(place)
        elif piece.terminal == "CLOSE" and opened:
            before = opened.pop()
            near = piece.end - pieces[before].start <= LONGEST_NOTE
            if near and len(opened) < DEEPEST_NOTE:
                paired |= {before, place}
    return [
        piece.as_a("SEMICOLON") if piece.terminal == "STOP" else piece
        for place, piece in enumerate(pieces)
        if piece.terminal not in ("OPEN", "CLOSE") or place in paired
    ]
