"""Diagnostics on the screen."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from gikparse.cli.excerpt import window
from gikparse.cli.width import BAR, columns, visible, width, wrap
from gikparse.cli.wording import severity_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from gikparse.cli.excerpt import Window
    from gikparse.cli.painting import Line
    from gikparse.diagnostics import Diagnostic, Related
    from gikparse.source import Source, Span

_MARGIN = "  "
#: Of more places than this of which the same is said, the last are only listed.
_MOST_ALIKE = 3
_LEAST = 20  # columns for the text, however long the names of files beside it are


def headline(found: Diagnostic, source: Source, lang: str) -> Line:
    """A diagnostic as `file:line:column: severity code name: message`."""
    meaning = found.severity.name.lower()
    message = found.chinese if lang == "zh" else found.message
    where = source.locate(found.span)  # in the file, not in the text that was taken from it
    aside = "" if where is None else f"（{where.chinese}）" if lang == "zh" else f" ({where})"
    return (
        (f"{_name(source)}:{_position(found.span, source)}:", "place"),
        (" ", ""),
        (severity_word(found.severity, lang), meaning),
        (" ", ""),
        (found.code, "code"),
        (" ", ""),
        (f"{found.name}:", "name"),
        (f" {visible(message)}", ""),
        (aside, "aside"),
    )


def explain(
    found: Diagnostic, source: Source, *, lang: str, limit: int | None = None
) -> Iterator[Line]:
    """A diagnostic with the text that it is about and all that explains it.

    Args:
        found: The diagnostic.
        source: The source of its report.
        lang: The language of messages, `zh` or `en`.
        limit: How many columns there are; None for those of the screen.
    """
    yield headline(found, source, lang)
    if not found.span.end:
        return  # it is about the whole file
    shown, alike = _split(found.related, lang)
    places = [_position(found.span, source), *(_there(related, source) for related in shown)]
    margin = max(map(width, places))
    room = max(_LEAST, (limit or columns()) - len(_MARGIN) - margin - len(BAR))
    meaning = f"{found.severity.name.lower()} mark"
    frame = window(found.span, source, room)
    yield from _text(frame, found.span, places[0].rjust(margin), meaning)
    yield _beside("", margin), (frame.excerpt(found.span).marks("^"), meaning)
    for related, place in zip(shown, places[1:], strict=True):
        there = related.source or source
        label = place  # beside the marks, where the text stands above already
        if not frame.shows(related.span, there):
            frame = window(related.span, there, room)
            yield from _text(frame, related.span, place.rjust(margin), "related mark")
            label = ""
        marks = _beside(label, margin), (frame.excerpt(related.span).marks("-"), "related mark")
        yield from _labelled(marks, _said(related, lang), margin, room)
    for message, others in alike.items():
        colon, comma = ("：", "、") if lang == "zh" else (": ", ", ")
        said = f"{message}{colon}{comma.join(_there(related, source) for related in others)}"
        for words in wrap(said, room):
            yield _beside("", margin), (words, "related mark")


def _split(related: Sequence[Related], lang: str) -> tuple[list[Related], dict[str, list[Related]]]:
    """The places to show, and by what they say those that are too many of one kind for that."""
    counts = Counter(_said(place, lang) for place in related)
    shown: list[Related] = []
    alike: dict[str, list[Related]] = {}
    had: Counter[str] = Counter()
    for place in related:
        message = _said(place, lang)
        had[message] += 1
        if counts[message] > _MOST_ALIKE and had[message] >= _MOST_ALIKE:
            alike.setdefault(message, []).append(place)
        else:
            shown.append(place)
    return shown, alike


def _said(related: Related, lang: str) -> str:
    return visible(related.chinese if lang == "zh" else related.message)


def _text(shown: Window, span: Span, place: str, meaning: str) -> Iterator[Line]:
    parts = shown.excerpt(span)
    gutter = f"{_MARGIN}{place}{BAR}"
    yield (gutter, "gutter"), (parts.before, ""), (parts.marked, meaning), (parts.after, "")


def _beside(place: str, margin: int) -> tuple[str, str]:
    return f"{_MARGIN}{place:>{margin}}{BAR}", "gutter"


def _labelled(marks: Line, message: str, margin: int, room: int) -> Iterator[Line]:
    """Marks with what they say behind them, or below them where that is too long."""
    taken = width(marks[-1][0])
    if taken + 1 + width(message) <= room:
        yield (*marks, (f" {message}", "related mark"))
        return
    yield marks
    for words in wrap(message, room):
        yield _beside("", margin), (words, "related mark")


def _position(span: Span, source: Source) -> str:
    line, column = source.position(span.start)
    return f"{line}:{column}"


def _there(related: Related, source: Source) -> str:
    """Where a related place is; with the file, if that is another one."""
    there = related.source or source
    position = _position(related.span, there)
    return position if there is source else f"{_name(there)}:{position}"


def _name(source: Source) -> str:
    return visible(source.name or "<text>")
