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

    Those of two topics are not alike, whatever words they share.

    Example:
        >>> likeness("概述", "总体情况") >= ALIKE
        True
        >>> likeness("收费及减免情况", "回应解读情况") >= ALIKE
        False
    """
    topic, of_other = topic_of(one), topic_of(other)
    if topic is not None and topic is of_other:
        return ALIKE + (1 - ALIKE) * _shared(one, other)
    if topic is not None and of_other is not None:
        return 0.0
    # Most pairs are of so different lengths that no more needs to be counted.
    most = 2 * min(len(one), len(other)) / max(len(one) + len(other), 1)
    return _shared(one, other) if most >= ALIKE else 0.0


def _shared(one: str, other: str) -> float:
    """How many of their characters two titles share, from 0 to 1."""
    common = set(one).intersection(other)
    shared = sum(min(one.count(character), other.count(character)) for character in common)
    return 2 * shared / (len(one) + len(other)) if shared else 0.0
