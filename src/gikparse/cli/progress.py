"""How far a run has come: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gikparse.stores.batch import Progress

#: Seconds from one plain line to the next.
_PAUSE = 5.0


@contextmanager
def following(count: Callable[[], int] | None) -> Iterator[Progress]:
    """Something to call for each document that is done.

    Args:
        count: Tells how many there are; None to show nothing.
    """
    if count is None:
        yield lambda _skipped, _failed: None
    elif sys.stderr.isatty() and (bar := _bar()) is not None:
        with bar:
            task = bar.add_task("", total=count(), failed="")
            yield _Bar(bar, task).advance
    else:
        lines = Lines(count())
        try:
            yield lines.advance
        finally:
            lines.tell()


class Lines:
    """Plain lines on standard error, one every few seconds.

    Args:
        total: How many documents there are.
        clock: Gives the time in seconds.
    """

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._clock = clock
        self._began = self._told = clock()
        self._done = self._skipped = self._failed = 0

    def advance(self, skipped: bool, failed: bool) -> None:
        """A document is done."""
        self._done += 1
        self._skipped += skipped
        self._failed += failed
        if self._clock() - self._told >= _PAUSE:
            self.tell()

    def tell(self) -> None:
        """Print a line."""
        self._told = self._clock()
        took = self._told - self._began
        parsed = self._done - self._skipped
        rate = parsed / took if took else 0.0
        words = [f"{self._done} of {self._total}", f"{rate:.1f} a second"]
        if rate and self._done < self._total:
            words.append(f"{(self._total - self._done) / rate:.0f} s left")
        if self._failed:
            words.append(f"{self._failed} failed")
        print(f"gikparse: {', '.join(words)}", file=sys.stderr, flush=True)


class _Bar:
    """A bar on a terminal."""

    def __init__(self, bar: Any, task: Any) -> None:
        self._bar = bar
        self._task = task
        self._failed = 0

    def advance(self, _skipped: bool, failed: bool) -> None:
        self._failed += failed
        told = f"{self._failed} failed" if self._failed else ""
        self._bar.update(self._task, advance=1, failed=told)


def _bar() -> Any:
    """A bar with rate and time left; None without rich (the extra `cli`)."""
    try:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            ProgressColumn,
            Task,
            TextColumn,
            TimeRemainingColumn,
        )
        from rich.text import Text
    except ModuleNotFoundError:
        return None

    class Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.1f}/s" if task.speed else "")

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        Rate(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]}"),
        console=Console(stderr=True),
    )
