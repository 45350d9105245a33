"""What is found in a paragraph, in offsets of its text."""

from __future__ import annotations

import attrs

from gikparse.facts.figures import Figure


@attrs.define
class Fact:
    """An indicator that a sentence states.

    Attributes:
        id: The indicator.
        start: Where the number or the worded zero starts.
        end: Where it ends.
        figure: The figure, None for a worded zero.
        confidence: How sure the reading is, from 0 to 1.
    """

    id: str
    start: int
    end: int
    figure: Figure | None
    confidence: float


@attrs.define(kw_only=True)
class PartFound:
    """A part of a total: where its name stands, and its figure."""

    name_start: int
    name_end: int
    figure: Figure


@attrs.define(kw_only=True)
class Split:
    """A total and the parts that follow it.

    Attributes:
        total: The total.
        parts: The parts.
        claims: Whether what opens the list claims that it is all there is.
        overlaps: Whether a part is a channel, so that parts may count the same thing twice.
        is_open: Whether a part ends with 等 or comes on top of the total.
        has_rest: Whether a part is all that is left over.
        mark: What divides its parts.
        ended: Whether it has come to its end.
    """

    total: Figure
    claims: bool
    parts: list[PartFound] = attrs.field(factory=list)
    overlaps: bool = False
    is_open: bool = False
    has_rest: bool = False
    mark: str | None = None
    ended: bool = False

    @property
    def whole(self) -> bool:
        """Whether the list claims to be all there is."""
        return (self.claims or self.has_rest) and not (self.is_open or self.overlaps)


@attrs.define(kw_only=True)
class Findings:
    """The facts and splits of a paragraph, in its order.

    Attributes:
        ahead: Whether it ends with plans for a coming year.
        contexts: What it has been about: the first words of its indicators, as classes.
    """

    facts: list[Fact] = attrs.field(factory=list)
    splits: list[Split] = attrs.field(factory=list)
    ahead: bool = False
    contexts: int = 0
