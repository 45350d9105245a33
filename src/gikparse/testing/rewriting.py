"""Write a text otherwise without changing what it says."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from gikparse.facts.passages import is_cut
from gikparse.folding import fold
from gikparse.nodes import Paragraph, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report

_WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()}


def to_full_width(text: str) -> str:
    """The text with letters, digits, marks and blanks in full width, character for character.

    Example:
        >>> to_full_width("(1)公开12条")
        '（１）公开１２条'
    """
    return text.translate(_WIDE)


def to_half_width(text: str) -> str:
    """The text with letters, digits, marks and blanks in half width, character for character.

    Example:
        >>> to_half_width("（一）公开１２条：")
        '(一)公开12条:'
    """
    return text.translate(_NARROW)


def to_traditional(text: str) -> str:
    """The text in Traditional characters, line by line, where folding leads back to it.

    A line that would not come back is left as it is: 历 is 曆 and 歷, and some lines tell
    too little to say which.

    Example:
        >>> to_traditional("主动公开政府信息12条")
        '主動公開政府信息12條'
    """
    lines = text.splitlines(keepends=True)
    converted = "".join(
        changed if fold(changed := _converter().convert(line)) == fold(line) else line
        for line in lines
    )
    return converted if fold(converted) == fold(text) else text


@cache
def _converter() -> Any:
    from opencc import OpenCC

    return OpenCC("s2t")


def with_blank_lines(report: Report) -> str:
    r"""The text of a report with a blank line between paragraphs that stand on lines of their own.

    One that ends in the middle of a sentence may go on in the next, and stays where it is.

    Example:
        >>> from gikparse import parse
        >>> with_blank_lines(parse("一、概述\n全年公开12条。\n收到申请3件。"))
        '一、概述\n全年公开12条。\n\n收到申请3件。'
    """
    text = report.source.text
    places = [0, *_between_paragraphs(report), len(text)]
    return "\n".join(text[start:end] for start, end in pairwise(places))


def _between_paragraphs(report: Report) -> Iterator[int]:
    text = report.source.text
    for node in report.walk():
        for left, right in pairwise(node.children):
            if isinstance(left, Paragraph) and isinstance(right, Paragraph) and not is_cut(left):
                gap = left.span.end, right.span.start
                line_end = max(text.rfind("\n", *gap), text.rfind("\r", *gap))
                if line_end >= 0:
                    yield line_end + 1


def flatten(report: Report, joint: str = "", *, stops: bool = True) -> str:
    r"""The text of a report with the lines of its sections joined to one, as hurried tools do.

    Args:
        report: The report.
        joint: What stands between two lines then.
        stops: Whether titles keep the mark that closes them.

    Example:
        >>> from gikparse import parse
        >>> flatten(parse("某县年报\n一、概述\n全年公开12条。\n二、问题\n略。"), " ")
        '某县年报\n一、概述 全年公开12条。 二、问题 略。'
    """
    text: str = report.source.text
    body = report.sections[0].span.start if report.sections else 0
    if not stops:
        headings = [s.heading for s in report.find_all(Section) if s.title]
        for heading in reversed(headings):
            if heading.span.end > heading.title_span.end:
                text = text[: heading.title_span.end] + text[heading.span.end :]
    lines = (line.strip() for line in text[body:].splitlines())
    return text[:body] + joint.join(filter(None, lines))
