"""Metadata fields: 索引号:…, 发布时间: … 来源: …, with colon, bar or blank."""

from __future__ import annotations

import re
from functools import cache

from gikparse.data.files import read_toml
from gikparse.grammar import pattern
from gikparse.patterns import any_of
from gikparse.pieces import FieldPiece

#: In a line that also holds other things, a value without a date ends at the next blank.
LONGEST_FIELD_LINE = 160


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    words = read_toml("fields")
    names = {label: name for name, labels in words["fields"].items() for label in labels}
    spaced = re.compile(any_of(names, between=" {0,3}"))
    return spaced, names, frozenset(words["options"]["glued"])


def field_name(label: str) -> str | None:
    """What a label means, blanks inside it left out; None for an unknown one.

    Example:
        >>> field_name("索 引 号")
        'index'
    """
    return _labels()[1].get(label.replace(" ", ""))


def read_fields(text: str, start: int, end: int) -> tuple[FieldPiece, ...]:
    """The metadata fields that stand one after the other from `start`.

    Args:
        text: The reading view.
        start: Where the first label must stand, a bullet before it aside.
        end: The end of the line.

    Returns:
        The fields; none where no label stands at `start`. A label without a mark
        behind it counts only in a short line that is no sentence.
    """
    if bullet := pattern("frame", "BULLET").match(text, start, end):
        start = bullet.end()
    short = end - start <= LONGEST_FIELD_LINE and text[end - 1] != "。"
    fields: list[FieldPiece] = []
    label = _label_at(text, start, end, short=short)
    while label is not None:
        label_start, label_end, value_start = label
        following = _next_label(text, value_start, end) if short else None
        value_end = following[0] if following else end
        if not short:
            value_end = _value_end(text, value_start, end)
            place = _skip_blanks(text, value_end, end)
            following = _label_at(text, place, end, short=False)
        name = field_name(text[label_start:label_end])
        value_end = _trimmed(text, value_start, value_end)
        fields.append(
            FieldPiece(name, label_start, label_end, min(value_start, value_end), value_end)
        )
        label = following
    return tuple(fields)


def _label_at(text: str, start: int, end: int, *, short: bool) -> tuple[int, int, int] | None:
    """A label at `start`: its span and where its value begins."""
    match = _labels()[0].match(text, start, end)
    if match is None:
        return None
    if mark := pattern("frame", "FIELD_MARK").match(text, match.end(), end):
        return match.start(), match.end(), mark.end()
    bare = match.group().replace(" ", "")
    loose = match.end() == end or text[match.end()] == " " or bare in _labels()[2]
    return (
        (match.start(), match.end(), _skip_blanks(text, match.end(), end))
        if short and loose
        else None
    )


def _next_label(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """The next label inside a line: it stands behind a blank, or at once where a value is left out."""
    for match in _labels()[0].finditer(text, start, end):
        if match.start() == start or text[match.start() - 1] in " |":
            label = _label_at(text, match.start(), end, short=True)
            if label is not None:
                return label
    return None


def _value_end(text: str, start: int, end: int) -> int:
    if date := pattern("frame", "DATE_LINE").match(text, start, end):
        return date.end()
    blank = text.find(" ", start, end)
    return end if blank < 0 else blank


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " |":
        start += 1
    return start


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " |":
        end -= 1
    return end
