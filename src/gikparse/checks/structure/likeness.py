"""How like two titles are, whatever their words for the same thing."""

from __future__ import annotations

from collections import Counter

from gikparse.topics import topic_of

#: Titles at least this like name the same part of a report.
ALIKE = 0.6


def likeness(one: str, other: str) -> float:
    """How like two titles are, from 0 to 1; titles of one topic are always `ALIKE`.

    Example:
        >>> likeness("概述", "总体情况") >= ALIKE
        True
        >>> likeness("收费及减免情况", "回应解读情况") >= ALIKE
        False
    """
    shared = sum((Counter(one) & Counter(other)).values())
    same = 2 * shared / (len(one) + len(other)) if shared else 0.0
    topic = topic_of(one)
    if topic is not None and topic is topic_of(other):
        return ALIKE + (1 - ALIKE) * same
    return same * (1 if topic is None or topic_of(other) is None else ALIKE)
