"""What the rules about sentences share: the folded text, its prose, and the data they go by."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from gikparse.checks.remembering import once_a_report
from gikparse.data.files import read_toml
from gikparse.folding import fold
from gikparse.nodes import Attachment, Heading, Paragraph, Rubric, Title
from gikparse.report import Report
from gikparse.source import Span

#: The nodes whose text are sentences or headings.
_PROSE = (Paragraph, Title, Rubric, Attachment)


@once_a_report
def folded(report: Report) -> str:
    """The text of a report, folded; offsets are those of the source."""
    return fold(report.source.text)


@once_a_report
def prose_spans(report: Report) -> tuple[Span, ...]:
    """Where the prose of a report stands, without tables, metadata and the marks of headings."""
    return tuple(_prose_spans(report))


def _prose_spans(report: Report) -> Iterator[Span]:
    for node in report.walk():
        if isinstance(node, Heading):
            yield node.title_span
        elif isinstance(node, _PROSE):
            yield node.span


@cache
def proofreading() -> dict[str, Any]:
    """The data that the rules about sentences go by."""
    return read_toml("proofreading")
