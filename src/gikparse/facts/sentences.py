"""From the text of a paragraph to its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from gikparse.facts.figures import Figure, Mention
from gikparse.facts.pieces import Piece, read_pieces, read_setting
from gikparse.facts.words import lexicon, sign_pattern
from gikparse.patterns import character_class

#: Brackets further apart than this have lost their partners.
LONGEST_NOTE = 300
#: Brackets inside so many others say nothing to the sentence.
DEEPEST_NOTE = 3


class RawSentence(NamedTuple):
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
    numbers: list[Figure | Mention] = sorted([*figures, *mentions], key=_place)
    starts = [number.start for number in numbers]
    for start, end in _sentence_spans(text):
        inside = numbers[bisect_left(starts, start) : bisect_left(starts, end)]
        tells = any(isinstance(number, Figure) for number in inside)
        if tells or sign_pattern().search(text, start, end):
            pieces = _paired(read_pieces(text, start, end, inside))
            sentences.append(RawSentence(start, pieces, tells=True))
        else:
            pieces = read_setting(text, start, end, inside)
            sentences.append(RawSentence(start, pieces, tells=False))
    return sentences


def _place(number: Figure | Mention) -> tuple[int, int]:
    return number.start, number.end


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences start and end: at stops that stand in no brackets."""
    start = 0
    opened: list[int] = []
    inside = -1
    stops: list[int] = []
    for match in _stops().finditer(text):
        mark = lexicon()[match.group()].terminal
        if mark == "OPEN":
            opened.append(match.start())
        elif mark == "CLOSE" and opened:
            opening = opened.pop()
            if match.start() - opening <= LONGEST_NOTE:
                while stops and stops[-1] > opening:
                    stops.pop()
                inside = match.start()
        elif mark == "STOP" and match.start() > inside:
            stops.append(match.start())
    for stop in stops:
        if stop > start:
            yield start, stop
        start = stop + 1
    if start < len(text):
        yield start, len(text)


@cache
def _stops() -> re.Pattern[str]:
    marks = (w for w, word in lexicon().items() if word.terminal in ("STOP", "OPEN", "CLOSE"))
    return re.compile(character_class(list(marks)))


def _paired(pieces: list[Piece]) -> list[Piece]:
    """The pieces without brackets that have lost their partner; stops in brackets only divide."""
    if _BRACKETS.isdisjoint([piece.terminal for piece in pieces]):
        return pieces
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


_BRACKETS = frozenset({"OPEN", "CLOSE", "STOP"})
