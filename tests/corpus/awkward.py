"""What worker processes of the tests run: functions that behave badly, in a module of their own."""

import itertools
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import gikparse


def year(report: gikparse.Report) -> int | None:
    return report.year


def misbehave(report: gikparse.Report) -> object:
    """Do what the first paragraph of the report says, and return that, or what came of it."""
    paragraph = report.find(gikparse.Paragraph)
    what = paragraph.text.strip() if paragraph else ""
    if what.startswith("stumble "):
        _die_the_first_time(Path(what.removeprefix("stumble ")))
    return _WAYS[what]() or what if what in _WAYS else what


def _die_the_first_time(mark: Path) -> None:
    if not mark.exists():
        mark.touch()
        _die()


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _spin() -> None:
    for _ in itertools.count():
        pass


def _raise() -> None:
    raise ZeroDivisionError("by zero")


_WAYS: dict[str, Callable[[], object]] = {
    "hang": lambda: time.sleep(1000),
    "wait": lambda: time.sleep(0.8),
    "spin": _spin,
    "die": _die,
    "leave": lambda: os._exit(3),
    "swell": lambda: bytearray(10**12),
    "raise": _raise,
    "print": lambda: print("something"),  # noqa: T201 - it must not reach the parent as an answer
    "read": input,
    "keep": lambda: lambda: None,  # nothing can pickle it
}
