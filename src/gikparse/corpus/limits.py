"""What a document may take of a worker process: time of the processor, and memory."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gikparse.errors import UsageError

#: Whether the system counts the processor's time of a process and ends it at the limit.
COUNTS_PROCESSOR = hasattr(signal, "setitimer")
#: With what exit status a process has ended that took too much of that time.
STATUS_OUT_OF_TIME = -signal.SIGPROF if COUNTS_PROCESSOR else None


def check_limits(seconds: float | None, memory: int | None) -> None:
    """Look whether limits are limits.

    Raises:
        UsageError: One is no number above 0.
    """
    for name, limit in (("seconds", seconds), ("memory", memory)):
        if limit is not None and not (isinstance(limit, int | float) and limit > 0):
            raise UsageError(f"{name}: {limit!r} is no number above 0")


@contextmanager
def limited_time(seconds: float | None) -> Iterator[None]:
    """End this process if it takes so much of the processor's time, where the system can do that.

    The time of the clock would blame a document for whatever else the machine does.
    """
    if seconds is None or not COUNTS_PROCESSOR:
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def end_when_out_of_time() -> None:
    """Let the system end this process, without a handler: a long call in C would hold that up."""
    if COUNTS_PROCESSOR:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)


def limit_memory(memory: int | None) -> None:
    """Bound the memory that is taken from now on, where the system can do that."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (ImportError, OSError):
        return
    if memory is not None:
        most = pages * os.sysconf("SC_PAGE_SIZE") + memory
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
