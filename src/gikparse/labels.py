"""Find the labels of the statistics forms in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gikparse.data.catalogue import default_catalogue
from gikparse.data.specs import Label, LabelRole
from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.numbering import NumberingScheme, ordinal, scheme_of
from gikparse.patterns import WordTree, any_of
from gikparse.topics import known_titles

#: A label at the end of a text counts when so many of its characters are left.
FEWEST_LEFT = 4
#: A row of a form, its note and a first value, takes so many characters at most.
LONGEST_ROW = 160
#: Stands for a year in a wording, which it begins.
YEAR = "{year}"


class LabelHit(NamedTuple):
    """A label in a text.

    Attributes:
        start: Where it begins, its mark left out.
        end: Where it ends, its note left out.
        labels: What it can be: one wording stands in several places of several forms.
    """

    start: int
    end: int
    labels: tuple[Label, ...]


@cache
def wordings() -> dict[str, str]:
    """The texts of all labels, and how the reading view has them."""
    texts = {label.text for label in default_catalogue().labels()}
    return dict(zip(texts, fold("\n".join(texts)).split("\n"), strict=True))


@cache
def _by_wording() -> dict[str, tuple[Label, ...]]:
    found: dict[str, tuple[Label, ...]] = {}
    for label in default_catalogue().labels():
        wording = wordings()[label.text]
        found[wording] = (*found.get(wording, ()), label)
    return found


@cache
def _pattern() -> re.Pattern[str]:
    plain = [wording for wording in _by_wording() if not wording.startswith(YEAR)]
    dated = any_of(w.removeprefix(YEAR) for w in _by_wording() if w.startswith(YEAR))
    # One branch for each first digit of a year, so that every branch begins with a plain character.
    return re.compile("|".join([any_of(plain), *(rf"{digit}\d{{3}}(?:{dated})" for digit in "12")]))


def find_labels(squeezed: str, start: int = 0, end: int | None = None) -> Iterator[LabelHit]:
    """The labels in a text without blanks, the longest wording first, in order."""
    for match in _pattern().finditer(squeezed, start, len(squeezed) if end is None else end):
        wording = match.group()
        labels = _by_wording().get(wording) or _by_wording()[_with_year(wording)]
        yield LabelHit(match.start(), match.end(), labels)


def is_label(squeezed: str) -> bool:
    """Whether a text without blanks is the wording of a label, and nothing else."""
    if squeezed[:1] in ("1", "2") and squeezed[1:4].isdecimal():
        return _with_year(squeezed) in _by_wording() or squeezed in _by_wording()
    return squeezed in _by_wording() and not squeezed.startswith(YEAR)


def _with_year(wording: str) -> str:
    return YEAR + wording[4:]


# --- rows that look like headings

_Mark = tuple[NumberingScheme, int]


@cache
def row_marks() -> dict[str, frozenset[_Mark | None]]:
    """Row labels, each with the marks that number it; None where forms do not agree on one."""
    marks: dict[str, set[_Mark | None]] = {}
    for wording, labels in _by_wording().items():
        for label in labels:
            if label.role is LabelRole.ROW:
                marks.setdefault(wording, set()).add(_mark(label.marker))
    return {wording: frozenset(found) for wording, found in marks.items()}


@cache
def _mark(marker: str) -> _Mark | None:
    match = pattern("numbering").match(fold(marker))
    number = ordinal(marker)
    return (scheme_of(match.lastgroup or ""), number) if match and number else None


@cache
def _rows() -> WordTree:
    return WordTree(row_marks())


def row_at(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens a row of a form: number and label behind it are those of a row.

    A row whose label is also the title of a section, such as 一、主动公开情况, counts
    only where values follow.

    Args:
        text: A folded text.
        mark: A match of `grammars/numbering.lark` in it.
    """
    end = mark.end()
    start = end + 1 if text[end : end + 1] == " " else end
    own = (scheme_of(mark.lastgroup or ""), ordinal(mark.group()))
    label_end = _rows().end_at(text, start)
    if label_end is None:
        return _cut_short(text, start, own)
    marks = row_marks()[text[start:label_end].replace(" ", "")]
    title_end = known_titles().end_at(text, start)
    if own in marks and (title_end is None or title_end < label_end):
        return True
    # Where the label is a title too, or forms do not agree on the mark, what follows tells.
    if own not in marks and (None not in marks or own[0] is not NumberingScheme.ARABIC):
        return False
    return _values_follow(text, label_end) or (own in marks and _row_follows(text, label_end))


def _values_follow(text: str, end: int) -> bool:
    """Whether the values of a row stand behind a label, and no sentence that a year begins."""
    rest = text[end : end + 8].lstrip(" |")
    year = pattern("context", "YEAR_START").match(rest)
    return year is None and pattern("values", "VALUE_RUN").match(rest) is not None


def _row_follows(text: str, end: int) -> bool:
    """Whether a group of rows begins: a row, with its values, stands behind the label.

    A row that no form knows may stand between the two.
    """
    rest = "".join(text[end : end + LONGEST_ROW].replace("|", " ").split())
    first = _note_end(rest, 0)
    label = _label_end(rest, first)
    if label is not None:
        return _values_follow(rest, label)
    stray = pattern("values", "STRAY_ROW").match(rest, first)
    return stray is not None and _label_end(rest, stray.end()) is not None


def _label_end(rest: str, start: int) -> int | None:
    """Where a row label ends, with its note, that stands behind its own mark or behind 其中."""
    lead = pattern("values", "LEAD").match(rest, start)
    mark = None if lead else pattern("numbering").match(rest, start)
    opening = lead or mark
    end = _rows().end_at(rest, opening.end()) if opening else None
    if opening is None or end is None:
        return None
    own = (scheme_of(mark.lastgroup or ""), ordinal(mark.group())) if mark else None
    return _note_end(rest, end) if own in row_marks()[rest[opening.end() : end]] else None


def _note_end(text: str, start: int) -> int:
    note = pattern("values", "NOTE").match(text, start)
    return note.end() if note else start


def _cut_short(text: str, start: int, mark: tuple[NumberingScheme, int | None]) -> bool:
    """Whether the text ends within the label of a row that has the mark."""
    left = text[start : start + 40].rstrip().replace(" ", "")
    if len(left) < FEWEST_LEFT or start + 40 < len(text):
        return False
    return any(w.startswith(left) and mark in marks for w, marks in row_marks().items())
