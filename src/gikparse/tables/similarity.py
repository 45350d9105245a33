"""Labels that are misspelt: a character lost, added, or taken for another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import attrs

from gikparse.tables.entries import Entry
from gikparse.tables.wording import Wording, plain

#: Two wordings are one, misspelt, if so large a share of their neighbouring characters is the same.
ENOUGH_ALIKE = 0.6
#: Longer labels are not compared.
LONGEST = 60
#: So many wordings are kept in mind.
KEPT = 4096


@attrs.frozen(kw_only=True)
class Misspelling:
    """A label that was told in spite of its spelling.

    Attributes:
        entry: Where it stands.
        meant: The label of the form.
    """

    entry: Entry
    meant: str


def similar(wording: Wording, names: Sequence[Sequence[str]]) -> int | None:
    """The place of the label that a wording is nearest to, if it is near to one only.

    Args:
        wording: The wording.
        names: The wordings of each label that it could be.

    Example:
        >>> similar(Wording("其他法律行政止公开"), [("属于国家秘密",), ("其他法律行政法规禁止公开",)])
        1
    """
    if len(wording.text) > LONGEST:
        return None
    own = _pairs(wording.text)
    scores = [max((_alike(own, _pairs(plain(n))) for n in known), default=0.0) for known in names]
    best = max(scores, default=0.0)
    if best < ENOUGH_ALIKE or scores.count(best) > 1:
        return None
    return scores.index(best)


@lru_cache(KEPT)
def _pairs(text: str) -> frozenset[str]:
    """The neighbouring characters of a text, its ends included."""
    return frozenset(map("".join, pairwise(f"^{text}$")))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
