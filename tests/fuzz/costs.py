"""What something costs: function calls, which are the same on every machine, time and memory."""

from __future__ import annotations

import gc
import sys
import tracemalloc
from collections.abc import Callable
from time import thread_time
from typing import Any, TypeVar

from hypothesis import settings

#: The long hunt takes longer inputs, and times each of them alone.
LONG = settings.default.max_examples > 100
SIZE, TIMES = (1000 if LONG else 250), 4
#: How much more than `TIMES` as many events a longer input may cost, and how many cost nothing.
MARGIN, FREE = 1.25, 500
#: Calls count what Python does, time also what a pattern does; a square would be 16.
SLOWEST, QUICK = 9.0, 0.010


Input = TypeVar("Input")


def events(stage: Callable[[Input], object], given: Input) -> int:
    count = 0

    def note(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        stage(given)
    finally:
        sys.setprofile(before)
    return count


def seconds(stage: Callable[[Input], object], given: Input) -> float:
    """The shortest of three runs."""
    best = float("inf")
    gc.disable()
    try:
        for _ in range(3):
            start = thread_time()
            stage(given)
            best = min(best, thread_time() - start)
    finally:
        gc.enable()
    return best


def peak(stage: Callable[[Input], object], given: Input) -> int:
    """The most memory that is in use at a time, in bytes."""
    tracemalloc.start()
    try:
        stage(given)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def assert_calls_grow_as(stage: Callable[[Input], object], short: Input, long: Input) -> None:
    """Assert that an input `TIMES` as long costs so many times the calls."""
    assert events(stage, long) <= events(stage, short) * TIMES * MARGIN + FREE, long[:30]  # type: ignore[index]


def assert_time_grows_as(stage: Callable[[Input], object], short: Input, long: Input) -> None:
    """Assert that an input `TIMES` as long takes no more time than a linear stage would."""
    taken = seconds(stage, long)
    assert taken <= QUICK or taken <= SLOWEST * seconds(stage, short), long[:30]  # type: ignore[index]
