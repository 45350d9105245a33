"""What holds for the view of a text that the parser reads."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from gikparse.elision import elide
from gikparse.folding import fold
from gikparse.testing.invariants.requirement import require, require_inside

if TYPE_CHECKING:
    from gikparse.report import Report


def check_reading_view(report: Report) -> None:
    """Check that folding keeps the length and that offsets of the view lead back in order."""
    text = report.source.text
    folded = fold(text)
    require(len(folded) == len(text), report, "folding moved offsets")
    require(fold(folded) == folded, report, "folding what is folded changes it")
    view = elide(folded)
    for elision in view.elisions:
        require_inside(elision.span, report, f"what was left out as {elision.kind}")
    for left, right in pairwise(view.elisions):
        require(left.span.end <= right.span.start, report, f"{left} and {right} overlap")
    places = range(len(text))
    if view.elisions:
        places = [view.source_offset(place) for place in range(len(view.text))]  # type: ignore[assignment]
    require(
        all(a < b for a, b in pairwise(places)), report, "the map to the source is not monotone"
    )
    same = all(folded[place] == shown for place, shown in zip(places, view.text, strict=True))
    require(same, report, "the map to the source leads to other characters")
