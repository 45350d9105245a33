"""Whether a text shows the beginning and the end of its report: many are pieces of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.folding import fold
from gikparse.grammar import pattern
from gikparse.nodes import Attachment, Byline, Furniture, Paragraph, Title
from gikparse.topics import Topic

if TYPE_CHECKING:
    from gikparse.report import Report

#: Sections that no report goes on after.
_LAST = (Topic.OTHER, Topic.STATISTICS)


def begins(report: Report) -> bool:
    """Whether the text shows the beginning of the report: its title, or a preface."""
    blocks = report.front.blocks if report.front else ()
    return any(isinstance(block, Title | Paragraph) for block in blocks)


def ends(report: Report) -> bool:
    """Whether the text shows the end of the report.

    A signature or an attachment does, the buttons of the page below, or a last section
    about other matters or with the statistics. The number of a page does not.
    """
    for block in report.back.blocks if report.back else ():
        if isinstance(block, Byline | Attachment):
            return True
        if isinstance(block, Furniture) and not _is_page_mark(block.text):
            return True
    return bool(report.sections) and report.sections[-1].topic in _LAST


def _is_page_mark(text: str) -> bool:
    return pattern("frame", "PAGE_MARK").fullmatch(fold(text).strip()) is not None
