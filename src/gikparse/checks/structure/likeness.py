"""How like two titles are, whatever their words for the same thing."""

from __future__ import annotations

from functools import lru_cache

from gikparse.topics import topic_of

#: Titles at least this like name the same part of a report.
ALIKE = 0.6
#: So many pairs are kept in mind: the lists of one preface overlap, and forms repeat their titles.
PAIRS_KEPT = 4096


@lru_cache(PAIRS_KEPT)
def likeness(one: str, other: str) -> float:
    """How like two titles are, from 0 to 1; titles of one topic are always `ALIKE`.

    Example:
        >>> likeness("概述", "总体情况") >= ALIKE
        True
        >>> likeness("收费及减免情况", "回应解读情况") >= ALIKE
        False
    """
    common = set(one).intersection(other)
    shared = sum(min(one.count(character), other.count(character)) for character in common)
    same = 2 * shared / (len(one) + len(other)) if shared else 0.0
    topic, of_other = topic_of(one), topic_of(other)
    if topic is not None and topic is of_other:
        return ALIKE + (1 - ALIKE) * same
    return same * (1 if topic is None or of_other is None else ALIKE)
