"""Choose the headings among the candidates: a beam search over the open ordinals.

A state is the last ordinal at each rank that is still open. Each candidate is
either taken, which its own evidence and its place in the numbering pay or cost,
or passed over, which costs the more the likelier it looked. The best-scoring
consistent choice is the outline.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

import attrs

from gikparse.data.files import read_toml
from gikparse.outline.candidates import Candidate

_RANKS = 6
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


class _Path(NamedTuple):
    score: float
    taken: Candidate | None
    before: _Path | None


def choose(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that are headings, in order.

    Takes time linear in the number of candidates: the beam bounds the states.
    """
    beam, margin = _limits()
    states: dict[_Open, _Path] = {(_CLOSED,) * _RANKS: _Path(0.0, None, None)}
    for candidate in candidates:
        following: dict[_Open, _Path] = {}
        pass_cost = _costs().passed_over * max(0.0, candidate.score)
        for state, path in states.items():
            _keep(following, state, path._replace(score=path.score - pass_cost))
            gain = candidate.score + _order(state, candidate)
            taken = _Path(path.score + gain, candidate, path)
            _keep(following, _enter(state, candidate), taken)
        floor = max(path.score for path in following.values()) - margin
        kept = [item for item in following.items() if item[1].score >= floor]
        if len(kept) > beam:
            kept.sort(key=lambda item: item[1].score, reverse=True)
            del kept[beam:]
        states = dict(kept)
    return _unwind(max(states.values(), key=lambda path: path.score))


def _keep(states: dict[_Open, _Path], state: _Open, path: _Path) -> None:
    known = states.get(state)
    if known is None or path.score > known.score:
        states[state] = path


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


def _unwind(path: _Path | None) -> list[Candidate]:
    taken: list[Candidate] = []
    while path is not None:
        if path.taken is not None:
            taken.append(path.taken)
        path = path.before
    taken.reverse()
    return taken
