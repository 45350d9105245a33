"""GIK410: a bracket or a quotation mark without its partner."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from gikparse.checks.rule import Rule
from gikparse.checks.text.proofreading import folded, proofreading, prose_spans
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity
from gikparse.grammar import pattern
from gikparse.patterns import character_class
from gikparse.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from gikparse.report import Report

KIND = Kind(
    code="GIK410",
    name="unpaired-mark",
    severity=Severity.WARNING,
    message="{mark} has no partner",
    chinese="“{mark}”没有与之配对的符号",
)

#: A partner in another passage is at most so far away: line ends and page breaks divide sentences.
_REACH = 300
#: The mark of an item has at most so many characters before its bracket.
_ITEM = 3


def find(report: Report) -> Iterator[Diagnostic]:
    """A bracket or a quotation mark has no partner.

    ## What it reports

    An opening mark of ()《》〈〉【】〔〕“” and the like that is not closed, and a closing one that nothing
    opened, in paragraphs, titles and headings. A mark that is closed by one of another kind is one
    finding. Marks of items (1) 2)), the marks of headings and the text of tables are
    not looked at, nor is the end of a text that breaks off.

    ## Why it matters

    Nobody can say where the note or the quotation ends, and programs that look for the name of a document do not
    find it.

    ## Example

    ```text
    一、总体情况
    印发《青禾县政府信息公开指南，明确各单位的责任。
    ```

    ## What to do

    Put in the mark that is missing, or delete the one that is too much.

    ## Source

    GB/T 15834-2011 《标点符号用法》: 括号, 引号 and 书名号 come in pairs.
    """
    text = folded(report)
    left = _without_distant_pairs([*_unpaired(text, prose_spans(report))])
    if not left:
        return
    last = max((span.end for span in prose_spans(report)), default=0)
    cut = not text[:last].rstrip().endswith(("。", ")", "!", "?", ":", ";"))
    skipped = None
    for mark, following in zip(left, [*left[1:], None], strict=True):
        if mark is skipped or (cut and mark.opens and not text[mark.place : last].count("\n")):
            continue
        related: tuple[Related, ...] = ()
        if following and mark.opens and not following.opens and mark.passage == following.passage:
            skipped = following
            span = Span(following.place, following.place + 1)
            related = (Related(span=span, message="closed by this", chinese="此处以另一符号结束"),)
        span = Span(mark.place, mark.place + 1)
        yield KIND.at(span, related=related, mark=report.source.text[span])


class _Mark(NamedTuple):
    """A mark that has no partner in its passage."""

    kind: str
    opens: bool
    place: int
    passage: int


def _unpaired(text: str, passages: Iterable[Span]) -> Iterator[_Mark]:
    """The marks that have no partner in their passage, in document order."""
    partners = _partners()
    for number, span in enumerate(passages):
        open_: dict[str, list[_Mark]] = {}
        left: list[_Mark] = []
        for match in _marks().finditer(text, *span):
            kind, opens = partners[match.group()]
            mark = _Mark(kind, opens, match.start(), number)
            if opens:
                open_.setdefault(kind, []).append(mark)
            elif open_.get(kind):
                open_[kind].pop()
            elif not _closes_item(text, span, mark):
                left.append(mark)
        left += (mark for marks in open_.values() for mark in marks)
        yield from sorted(left, key=lambda mark: mark.place)


def _closes_item(text: str, passage: Span, mark: _Mark) -> bool:
    """Whether a bracket belongs to the mark of an item: 1)."""
    start = max(mark.place - _ITEM, passage.start)
    return any(
        pattern("proofreading", "LIST_ITEM").fullmatch(text, place, mark.place)
        for place in range(start, mark.place)
    )


def _without_distant_pairs(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks without those that find their partner in one of the next passages."""
    open_: dict[str, list[_Mark]] = {}
    paired: set[_Mark] = set()
    for mark in marks:
        before = open_.setdefault(mark.kind, [])
        if mark.opens:
            before.append(mark)
        elif before and mark.place - before[-1].place <= _REACH:
            paired |= {mark, before.pop()}
    return [mark for mark in marks if mark not in paired]


@cache
def _partners() -> dict[str, tuple[str, bool]]:
    """For each mark its pair, and whether it opens."""
    return {mark: (pair, mark == pair[0]) for pair in proofreading()["pairs"] for mark in pair}


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(character_class(_partners()))


RULE = Rule(kind=KIND, find=find)
