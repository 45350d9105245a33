"""What holds for every report, whatever its text says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.testing.invariants.figures import check_figures
from gikparse.testing.invariants.harmless import check_harmless_changes
from gikparse.testing.invariants.reading import check_reading_view
from gikparse.testing.invariants.telling import check_json, check_telling
from gikparse.testing.invariants.tree import check_tree

if TYPE_CHECKING:
    from gikparse.report import Report

__all__ = ["check_report"]


def check_report(report: Report, *, rewritten: bool = True) -> None:
    r"""Check what gikparse promises of every report.

    - **Tree.** Every node lies inside its parent and tells its own text, siblings come in
      order and do not overlap, the report's children tile the text and no character but
      blanks is lost, a section's parent is the nearest section before it with a smaller level.
    - **Reading.** Folding keeps the length, and what is left out of the reading view
      leads back to the source in order.
    - **Figures.** Quantities come in order and do not overlap. No number is from nowhere:
      its digits or numerals stand in its span, and a zero without one stands on a word for it.
    - **Telling.** Diagnostics, those of the linter included, lie in the text and come in
      order; what the report says of itself has its place.
    - **JSON.** The report survives a round trip.
    - **Harmless changes.** Written in full or half width, in Simplified or Traditional
      characters, the text has the same nodes and figures in the same places; with blank lines
      between its paragraphs, the same sections, cells and facts.

    Takes linear time.

    Args:
        report: Any report.
        rewritten: Whether the text is parsed again after each of the harmless changes,
            which costs four times as much as parsing it.

    Raises:
        AssertionError: Something does not hold; the message names what and where.

    Example:
        >>> from gikparse import parse
        >>> check_report(parse("一、总体情况\n全年公开12条。"))
    """
    check_tree(report)
    check_reading_view(report)
    check_telling(report)
    check_figures(report)
    check_json(report)
    if rewritten:
        check_harmless_changes(report)
