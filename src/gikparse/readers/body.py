"""Where the report stands in a page, told by what the blocks say and not by a site's names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import attrs

from gikparse.data.catalogue import default_catalogue
from gikparse.data.specs import LabelRole
from gikparse.folding import fold
from gikparse.furniture import is_furniture
from gikparse.grammar import pattern
from gikparse.readers.layout import Grid
from gikparse.topics import known_titles

if TYPE_CHECKING:
    from gikparse.readers.html_blocks import PageBlock

#: Scores of a block. They were set by hand: only signs and orders of magnitude matter.
_TITLE = 8.0
_SECTION = 8.0
_MARKED = 2.0
_FORM = 20.0
_TABLE = 1.0
_FRAME = 0.5
_SENTENCE = 1.0
_MOST_SENTENCES = 10
_FURNITURE = -1.5
_LINKS = -2.0
#: A block is made of links if they are so large a share of it.
_LINKED_SHARE = 0.5
#: A title is no longer, nor is furniture, in characters.
_LONGEST_TITLE = 80
#: Labels of forms so long stand in no other table.
_SHORT_LABEL = 4
_FEWEST_LABELS = 2
_FEWEST_SECTIONS = 2
_STOPS = "。；;，,"


@attrs.frozen(kw_only=True)
class Body:
    """The report in a page.

    Attributes:
        blocks: Its blocks.
        before: What stands before it.
        after: What stands behind it.
        is_report: Whether it looks like a report at all.
        has_title: Whether it has the title of one.
    """

    blocks: Sequence[PageBlock]
    before: Sequence[PageBlock] = ()
    after: Sequence[PageBlock] = ()
    is_report: bool = False
    has_title: bool = False


@attrs.frozen(kw_only=True)
class _Signs:
    """What a block tells.

    Attributes:
        score: How much it is a part of a report.
        title: Whether it is the title of one.
        section: Whether it begins a section of one.
        form: Whether it is a statistics form.
    """

    score: float
    title: bool = False
    section: bool = False
    form: bool = False


def find_body(blocks: Sequence[PageBlock], parents: Sequence[int]) -> Body:
    """Find the report: the run of blocks with the highest sum of scores.

    Sentences, headings, titles and forms count for a block, links and page furniture
    against it, so that the run goes over a few buttons between title and text and ends
    where the footer begins.

    Args:
        blocks: The blocks of the page.
        parents: For each container its own, by their numbers.

    Returns:
        The report; all blocks where none is like one.
    """
    signs = [_signs(block) for block in blocks]
    found = _best_run([sign.score for sign in signs])
    if found is None:
        return Body(blocks=blocks)
    first, after = _with_neighbours(blocks, signs, found, parents)
    inside = signs[first:after]
    sections = sum(sign.section for sign in inside)
    has_title = any(sign.title for sign in inside)
    if not (has_title or sections >= _FEWEST_SECTIONS or any(sign.form for sign in inside)):
        return Body(blocks=blocks)
    return Body(
        blocks=blocks[first:after],
        before=blocks[:first],
        after=blocks[after:],
        is_report=True,
        has_title=has_title,
    )


def _best_run(scores: Sequence[float]) -> tuple[int, int] | None:
    """The run with the highest sum, if any sum is above nought."""
    best, run, total, start = 0.0, None, 0.0, 0
    for place, score in enumerate(scores):
        if total <= 0:
            total, start = 0.0, place
        total += score
        if total > best:
            best, run = total, (start, place + 1)
    return run


def _with_neighbours(
    blocks: Sequence[PageBlock],
    signs: Sequence[_Signs],
    run: tuple[int, int],
    parents: Sequence[int],
) -> tuple[int, int]:
    """The run with the lines around it that say nothing, if they stand in the same container."""
    first, after = run
    container = _common(blocks[first].container, blocks[after - 1].container, parents)
    while after < len(blocks) and signs[after].score >= 0:
        if not _is_inside(blocks[after].container, container, parents):
            break
        after += 1
    while first and signs[first - 1].score >= 0:
        if not _is_inside(blocks[first - 1].container, container, parents):
            break
        first -= 1
    return first, after


def _common(left: int, right: int, parents: Sequence[int]) -> int:
    """The innermost container of two; a container has a higher number than its own."""
    while left != right:
        if left > right:
            left = parents[left]
        else:
            right = parents[right]
    return left


def _is_inside(container: int, outer: int, parents: Sequence[int]) -> bool:
    while container > outer:
        container = parents[container]
    return container == outer


# --- what a block tells


def _signs(block: PageBlock) -> _Signs:
    text = fold(block.text)
    if block.linked > len(text) * _LINKED_SHARE:
        return _Signs(score=_LINKS)
    if isinstance(block.element, Grid):
        labels = sum(label in "".join(text.split()) for label in _labels())
        is_form = labels >= _FEWEST_LABELS
        return _Signs(score=_FORM if is_form else _TABLE, form=is_form)
    if len(text) <= _LONGEST_TITLE:
        if is_furniture(text):
            return _Signs(score=_FURNITURE)
        if pattern("frame", "TITLE").fullmatch(text):
            return _Signs(score=_TITLE, title=True)
    score = _SENTENCE * min(sum(map(text.count, _STOPS)), _MOST_SENTENCES)
    if mark := pattern("numbering").match(text):
        is_section = known_titles().end_at(text, mark.end()) is not None
        return _Signs(score=score + (_SECTION if is_section else _MARKED), section=is_section)
    if not score and pattern("frame", "DATE_LINE", "AGENCY_LINE", "ATTACHMENT").fullmatch(text):
        score = _FRAME
    return _Signs(score=score)


@cache
def _labels() -> tuple[str, ...]:
    """Labels of the forms that are long enough to stand in no other table."""
    labels = {
        "".join(fold(label.text).split())
        for label in default_catalogue().labels()
        if label.role in (LabelRole.ROW, LabelRole.HEAD)
    }
    return tuple(sorted(label for label in labels if len(label) > _SHORT_LABEL))
