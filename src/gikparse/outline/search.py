"""Choose the headings among the candidates: a beam search over the open ordinals.

A state is the last ordinal at each rank that is still open. Each candidate is
either taken, which its own evidence and its place in the numbering pay or cost,
or passed over, which costs the more the likelier it looked. The best-scoring
consistent choice is the outline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from math import inf
from typing import NamedTuple

import attrs

from gikparse.data.files import read_toml
from gikparse.numbering import NumberingScheme
from gikparse.outline.candidates import Candidate

_RANKS = len(NumberingScheme)
_Open = tuple[tuple[int, str], ...]
_CLOSED = (0, "")


@attrs.frozen(kw_only=True)
class _Costs:
    due: float
    first: float
    repeated: float
    skipped: float
    skipped_each: float
    restarted: float
    backwards: float
    opens_late: float
    fragment_start: float
    no_parent: float
    other_style: float
    passed_over: float


@cache
def _costs() -> _Costs:
    return _Costs(**read_toml("outline")["order"])


@cache
def _limits() -> tuple[int, float]:
    search = read_toml("outline")["search"]
    return search["beam"], search["margin"]


class Choice(NamedTuple):
    """A candidate that is a heading.

    Attributes:
        candidate: The candidate.
        margin: By how much the best outline with it beats the best one without it, as
            far as the search follows outlines up: never more than its margin.
    """

    candidate: Candidate
    margin: float


#: So many candidates are decided together at the latest, to bound the memory.
BLOCK = 2000


#: A step: from which state to which, what it earns, and whether it takes the candidate.
_Edge = tuple[_Open, _Open, float, bool]


def choose(candidates: Iterable[Candidate]) -> Iterator[Choice]:
    """The candidates that are headings, in order.

    Takes time linear in the number of candidates: the beam bounds the states. A
    stretch is decided as soon as all states worth following up agree on where it
    leads.
    """
    scores: dict[_Open, float] = {(_CLOSED,) * _RANKS: 0.0}
    stretch = _Stretch([], [], [scores])
    for candidate in candidates:
        if not stretch.candidates:
            # Most candidates are sure, and nothing need be weighed.
            (state,) = scores
            following = _surely(state, candidate)
            if following is not None:
                if following is not state:
                    yield Choice(candidate, _limits()[1])
                scores = {following: 0.0}
                stretch = _Stretch([], [], [scores])
                continue
        edges = _edges(scores, candidate)
        scores = _prune(_step(scores, edges))
        stretch.candidates.append(candidate)
        stretch.lattice.append([edge for edge in edges if edge[1] in scores])
        stretch.forward.append(scores)
        if len(scores) == 1 or len(stretch.candidates) == BLOCK:
            best = max(scores, key=lambda state: scores[state])
            scores = {best: 0.0}
            yield from _read(stretch, [best])
            stretch = _Stretch([], [], [scores])
    yield from _read(stretch, scores)


class _Stretch(NamedTuple):
    """Candidates that are decided together: the edges of each, and the scores before and behind it."""

    candidates: list[Candidate]
    lattice: list[list[_Edge]]
    forward: list[dict[_Open, float]]


def _surely(state: _Open, candidate: Candidate) -> _Open | None:
    """Where a candidate leads beyond doubt: as a heading to another state, else to the same one."""
    worth = candidate.score + _order(state, candidate) - _passed(candidate)
    margin = _limits()[1]
    if worth < -margin:
        return state
    following = _enter(state, candidate)
    return following if worth > margin and following != state else None


def _passed(candidate: Candidate) -> float:
    """What it earns to pass a candidate over: it costs the more, the likelier it looked."""
    return -_costs().passed_over * max(0.0, candidate.score)


def _edges(states: Iterable[_Open], candidate: Candidate) -> list[_Edge]:
    passed = _passed(candidate)
    edges: list[_Edge] = []
    for state in states:
        edges.append((state, state, passed, False))
        taken = candidate.score + _order(state, candidate)
        edges.append((state, _enter(state, candidate), taken, True))
    return edges


def _step(scores: dict[_Open, float], edges: Iterable[_Edge]) -> dict[_Open, float]:
    following: dict[_Open, float] = {}
    for before, after, gain, _ in edges:
        score = scores[before] + gain
        if score > following.get(after, -inf):
            following[after] = score
    return following


def _prune(scores: dict[_Open, float]) -> dict[_Open, float]:
    """The states that are worth following up: near the best, and not too many."""
    beam, margin = _limits()
    floor = max(scores.values()) - margin
    kept = [item for item in scores.items() if item[1] >= floor]
    if len(kept) > beam:
        kept.sort(key=lambda item: item[1], reverse=True)
        del kept[beam:]
    return dict(kept)


def _read(stretch: _Stretch, ends: Iterable[_Open]) -> Iterator[Choice]:
    """The best path through a stretch, and by how much each of its headings is needed."""
    backward = _backward(stretch.lattice, ends)
    most = _limits()[1]
    state = next(iter(stretch.forward[0]))
    for place, candidate in enumerate(stretch.candidates):
        scores, rest = stretch.forward[place], backward[place + 1]
        worth = {True: -inf, False: -inf}
        ahead: dict[_Edge, float] = {}
        for edge in stretch.lattice[place]:
            before, after, gain, taken = edge
            to_come = gain + rest.get(after, -inf)
            worth[taken] = max(worth[taken], scores[before] + to_come)
            if before == state:
                ahead[edge] = to_come
        _, state, _, is_heading = max(ahead, key=lambda edge: ahead[edge])
        if is_heading:
            yield Choice(candidate, min(most, worth[True] - worth[False]))


def _backward(lattice: list[list[_Edge]], ends: Iterable[_Open]) -> list[dict[_Open, float]]:
    """For every state what the best way from it to the end still earns."""
    scores = [dict.fromkeys(ends, 0.0)]
    for edges in reversed(lattice):
        rest: dict[_Open, float] = {}
        for before, after, gain, _ in edges:
            score = gain + scores[-1].get(after, -inf)
            if score > rest.get(before, -inf):
                rest[before] = score
        scores.append(rest)
    scores.reverse()
    return scores


def _enter(state: _Open, candidate: Candidate) -> _Open:
    level = candidate.scheme.level
    opened = (candidate.ordinal, candidate.style)
    return (*state[:level], opened, *((_CLOSED,) * (_RANKS - level - 1)))


def _order(state: _Open, candidate: Candidate) -> float:
    """What the place of a candidate in the numbering is worth."""
    costs = _costs()
    level = candidate.scheme.level
    last, style = state[level]
    parent_open = level <= 1 or any(number for number, _ in state[:level])
    score = 0.0 if parent_open else costs.no_parent
    step = candidate.ordinal - last
    if not last:
        if candidate.ordinal == 1:
            return score + costs.first
        if not any(number for number, _ in state):
            return score + costs.fragment_start
        return score + costs.opens_late + costs.skipped_each * min(candidate.ordinal - 2, 6)
    if style != candidate.style:
        score += costs.other_style
    if step == 1:
        return score + costs.due
    if step == 0:
        return score + costs.repeated
    if step > 1:
        return score + costs.skipped + costs.skipped_each * min(step - 2, 8)
    return score + (costs.restarted if candidate.ordinal == 1 else costs.backwards)
