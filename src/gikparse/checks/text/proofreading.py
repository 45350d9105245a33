"""What the rules about sentences share: the folded text, its prose, and the data they go by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from gikparse.checks.remembering import once_a_report
from gikparse.checks.walking import every_node
from gikparse.data.files import read_toml
from gikparse.grammar import pattern
from gikparse.nodes import Attachment, Heading, Paragraph, Rubric, Title
from gikparse.report import Report
from gikparse.source import Span

#: The nodes whose text are sentences or headings.
_PROSE = (Paragraph, Title, Rubric, Attachment)


def folded(report: Report) -> str:
    """The text of a report, folded; offsets are those of the source."""
    return report.reading.folded


@once_a_report
def prose_spans(report: Report) -> tuple[Span, ...]:
    """Where the prose of a report stands, without tables, metadata and the marks of headings."""
    return tuple(_prose_spans(report))


def _prose_spans(report: Report) -> Iterator[Span]:
    for node in every_node(report):
        if isinstance(node, Heading):
            yield node.title_span
        elif isinstance(node, _PROSE):
            yield node.span


#: A longer sentence is none.
_LONGEST = 400


def sentence_around(text: str, around: Span, place: int) -> Span:
    """The sentence in which a place lies.

    Args:
        text: The folded text.
        around: The stretch of it to look in, such as a paragraph.
        place: The place.
    """
    stops = pattern("proofreading", "SENTENCE_END")
    start, end = max(around.start, place - _LONGEST), min(around.end, place + _LONGEST)
    for stop in stops.finditer(text, start, place):
        start = stop.end()
    following = stops.search(text, place, end)
    return Span(start, following.start() if following else end)


@cache
def proofreading() -> dict[str, Any]:
    """The data that the rules about sentences go by."""
    return read_toml("proofreading")


@cache
def meanings(id_: str) -> tuple[tuple[str, ...], ...]:
    """Indicators whose sum a sentence may mean that seems to state another one."""
    found = (entry["sums"] for entry in proofreading()["meanings"] if entry["id"] == id_)
    return tuple(tuple(ids) for sums in found for ids in sums)
