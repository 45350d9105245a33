"""GIK410: a bracket or a quotation mark without its partner."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from gikparse.checks.rule import Rule
from gikparse.checks.text.proofreading import folded, proofreading, prose_spans
from gikparse.checks.walking import every_node
from gikparse.diagnostics import Diagnostic, Kind, Related, Severity
from gikparse.grammar import pattern
from gikparse.nodes import Block, Heading, Metadata, Table
from gikparse.patterns import character_class
from gikparse.source import Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence

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
#: What a complete text ends with.
_ENDS = ("。", ")", "!", "?", ":", ";")
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
    own = set(prose_spans(report))
    left = _without_distant_pairs([*_unpaired(text, _passages(report), own)])
    end = max((span.end for span in own), default=0)
    cut = not text[:end].rstrip().endswith(_ENDS)
    skipped = None
    for mark, following in pairwise([*left, None]):
        if (
            mark is None
            or mark is skipped
            or (cut and mark.opens and "\n" not in text[mark.place : end])
        ):
            continue
        partner = following if following and mark.opens and not following.opens else None
        skipped = partner if partner and partner.passage == mark.passage else None
        yield _tell(report, mark, skipped)


def _tell(report: Report, mark: _Mark, closing: _Mark | None) -> Diagnostic:
    related: tuple[Related, ...] = ()
    if closing is not None:
        span = Span(closing.place, closing.place + 1)
        related = (Related(span=span, message="closed by this", chinese="此处以另一符号结束"),)
    span = Span(mark.place, mark.place + 1)
    return KIND.at(span, related=related, mark=report.source.text[span])


class _Mark(NamedTuple):
    """A mark that has no partner in its passage.

    Attributes:
        kind: Its pair.
        opens: Whether it opens.
        place: Where it stands.
        passage: The number of its passage.
        matters: Whether it is a fault, if it finds no partner elsewhere.
    """

    kind: str
    opens: bool
    place: int
    passage: int
    matters: bool


def _passages(report: Report) -> Iterator[Span]:
    """Every stretch of text outside tables and metadata, in document order."""
    for node in every_node(report):
        if isinstance(node, Heading):
            yield node.title_span
        elif isinstance(node, Block) and not isinstance(node, Table | Metadata):
            yield node.span


def _unpaired(text: str, passages: Iterable[Span], own: Container[Span]) -> Iterator[_Mark]:
    """The marks that have no partner in their passage, in document order."""
    partners = _partners()
    for number, span in enumerate(passages):
        open_: dict[str, list[int]] = {}
        left: list[tuple[int, str, bool]] = []
        for match in _marks().finditer(text, *span):
            kind, opens = partners[match.group()]
            if opens:
                open_.setdefault(kind, []).append(match.start())
            elif open_.get(kind):
                open_[kind].pop()
            else:
                left.append((match.start(), kind, False))
        left += ((place, kind, True) for kind, places in open_.items() for place in places)
        for place, kind, opens in sorted(left):
            matters = span in own and (opens or not _closes_item(text, span, place))
            yield _Mark(kind, opens, place, number, matters)


def _closes_item(text: str, passage: Span, place: int) -> bool:
    """Whether a bracket belongs to the mark of an item: 1)."""
    items = pattern("proofreading", "LIST_ITEM")
    starts = range(max(place - _ITEM, passage.start), place)
    return any(items.fullmatch(text, start, place) for start in starts)


def _without_distant_pairs(marks: Sequence[_Mark]) -> list[_Mark]:
    """The marks that find no partner in a passage nearby, and are faults."""
    open_: dict[str, list[_Mark]] = {}
    paired: set[_Mark] = set()
    for mark in marks:
        before = open_.setdefault(mark.kind, [])
        if mark.opens:
            before.append(mark)
        elif before and mark.place - before[-1].place <= _REACH:
            paired |= {mark, before.pop()}
    return [mark for mark in marks if mark.matters and mark not in paired]


@cache
def _partners() -> dict[str, tuple[str, bool]]:
    """For each mark its pair, and whether it opens."""
    return {mark: (pair, mark == pair[0]) for pair in proofreading()["pairs"] for mark in pair}


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(character_class(_partners()))


RULE = Rule(kind=KIND, find=find)
