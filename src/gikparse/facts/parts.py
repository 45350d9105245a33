"""The parts of a total: what a sentence calls them, and which figures are parts of which total."""

from __future__ import annotations

from collections.abc import Sequence

from gikparse.facts.classes import classes
from gikparse.facts.clauses import Counted, Phrase, classes_of
from gikparse.facts.figures import Figure
from gikparse.facts.findings import PartFound
from gikparse.facts.measures import are_alike
from gikparse.facts.memory import Memory
from gikparse.facts.phrases import words_of

#: What divides clauses, and what may stand around a name.
_MARKS = ",;:。("
_AROUND = " ,;:、()。"
_PARTICLES = "的共有为是"
#: A name starts at most so far before the first word that is known.
_REACH = 40


def add_part(
    memory: Memory,
    counted: Counted,
    tail: Sequence[Phrase],
    boundary: int | None,
    mark: str | None,
) -> None:
    """Note a figure as a part of the total that is spoken of, with what it is called.

    Args:
        memory: What the paragraph has said so far.
        counted: The figure, with the phrases before it.
        tail: The phrase behind it.
        boundary: Where the figure or the word before it ends, in the same clause.
        mark: The mark that divides it from the part before.
    """
    figure, split = counted.piece.figure, memory.split
    if split is None or figure is None or split.ended or not _fits(figure, split.total):
        return
    name = _name(memory.text, counted, tail if memory.led else (), boundary)
    if name is None:
        return
    if split.parts:
        split.mark = split.mark or mark
        # A list whose parts are divided by commas ends at a semicolon.
        split.ended = mark == "SEMICOLON" != split.mark
        if split.ended:
            return
    named = classes_of(counted.phrases)
    if named & _CHANNEL:
        split.overlaps = True
    if named & _OPEN:
        split.is_open = True
    if named & _REST or memory.text.startswith(_OTHERS, name[0]):
        split.has_rest = True
    split.parts.append(PartFound(name_start=name[0], name_end=name[1], figure=figure))


_OTHERS = ("其他", "其它", "其余")
_CHANNEL, _OPEN, _REST = classes("CHANNEL"), classes("etc", "besides"), classes("rest")


def _fits(figure: Figure, total: Figure) -> bool:
    """Whether a figure can be a part of another one: it counts the same, and no more of it."""
    if figure is total or figure.base_value > total.base_value:
        return False
    return are_alike(figure.unit, total.unit)


def _name(
    text: str, counted: Counted, tail: Sequence[Phrase], boundary: int | None
) -> tuple[int, int] | None:
    """Where a part is named: before its figure or, where nothing stands there, behind it."""
    figure = counted.piece.figure
    words = words_of(counted.phrases)
    if figure is None:
        return None
    if not words:
        behind = words_of(tail)
        return (figure.end, behind[-1].end) if behind and not behind[0].start < figure.end else None
    if boundary is None:
        first = words[0].start
        before = text[max(first - _REACH, 0) : first]
        start = first - len(before) + max(before.rfind(mark) for mark in _MARKS) + 1
    else:
        start = boundary
    if any(phrase.notes for phrase in counted.phrases):
        start = max(start, text.rfind(")", start, figure.start) + 1)
    end = max(words[-1].end, start + len(text[start : figure.start].rstrip(_AROUND + _PARTICLES)))
    start += len(text[start:end]) - len(text[start:end].lstrip(_AROUND))
    return (start, end) if start < end else None
