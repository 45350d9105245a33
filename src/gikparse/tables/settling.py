"""Let the rows of a table decide between each other's readings: what adds up, column by column."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from gikparse.tables.glued import Reading
from gikparse.values import Number

#: More sums than this on one side of an equation, and it tells nothing.
MOST_SUMS = 2000
#: Each round of the equations can settle rows that the next one builds on.
ROUNDS = 6
#: Figures have fewer digits than this, so that those of a row fit into one large number.
_BASE = 10**80
_DECIMALS = 10**8


@attrs.frozen(kw_only=True)
class Equation:
    """Rows whose figures add up to nothing, column by column, with their signs."""

    terms: tuple[tuple[str, int], ...]


def settle(
    domains: Mapping[str, Sequence[Reading]], equations: Iterable[Equation]
) -> dict[str, list[Reading]]:
    """Keep the readings that fit the readings of the other rows.

    Args:
        domains: The readings of every row that has any.
        equations: What adds up between rows; one that lacks a row is not used, nor
            one that no reading could keep: then the page itself is wrong.

    Returns:
        What is left of every domain, never less than one reading.
    """
    left = {row: list(readings) for row, readings in domains.items()}
    usable = [e for e in equations if all(row in left for row, _ in e.terms)]
    for _ in range(ROUNDS):
        sizes = sum(map(len, left.values()))
        for equation in usable:
            _narrow(left, equation)
        if sizes == sum(map(len, left.values())):
            break
    return left


def _narrow(left: dict[str, list[Reading]], equation: Equation) -> None:
    """Drop the readings that no choice of the other rows can balance."""
    domains = [left[row] for row, _ in equation.terms]
    if all(len(readings) == 1 for readings in domains):
        return
    signs = [sign for _, sign in equation.terms]
    width = len(domains[0][0].figures)
    # All columns at once say most; where there is too much to try, each of them alone.
    if not _keep(
        domains, [[s * _packed(r) for r in d] for s, d in zip(signs, domains, strict=True)]
    ):
        for column in range(width):
            numbers = [
                [sign * _scaled(reading.figures[column]) for reading in readings]
                for sign, readings in zip(signs, domains, strict=True)
            ]
            _keep(domains, numbers)
    for (row, _), readings in zip(equation.terms, domains, strict=True):
        left[row] = readings


def _keep(domains: list[list[Reading]], numbers: Sequence[Sequence[int]]) -> bool:
    """Keep the readings whose numbers, one of each row, can add up to 0.

    Returns:
        Whether there was little enough to try, so that every row could be judged.
    """
    before = _running(numbers)
    behind = _running(numbers[::-1])[::-1]
    kept = []
    for row, own in enumerate(numbers):
        left, right = before[row], behind[row + 1]
        if left is None or right is None:
            kept.append(list(range(len(own))))
        else:
            kept.append([i for i, n in enumerate(own) if any(-n - s in right for s in left)])
    if all(kept):
        domains[:] = [[d[i] for i in places] for d, places in zip(domains, kept, strict=True)]
    return before[-1] is not None


def _running(numbers: Sequence[Sequence[int]]) -> list[frozenset[int] | None]:
    """For each row every sum of the rows before it; None where there are too many."""
    running: list[frozenset[int] | None] = [frozenset({0})]
    for own in map(frozenset, numbers):
        sums = running[-1]
        if sums is None or len(sums) * len(own) > MOST_SUMS:
            running.append(None)
        else:
            running.append(frozenset(one + other for one in sums for other in own))
    return running


def _packed(reading: Reading) -> int:
    """The figures of a row as one number; to add such numbers adds column by column."""
    packed = 0
    for figure in reading.figures:
        packed = packed * _BASE + _scaled(figure)
    return packed


def _scaled(figure: Number) -> int:
    return int(figure * _DECIMALS)
