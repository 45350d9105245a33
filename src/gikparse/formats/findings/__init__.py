"""Findings of the linter for other programs: JSON, SARIF, GitHub's annotations, CSV.

A writer takes the outcome of a run and the language of messages, `zh` or `en`, and yields
the lines of its output without their ends.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from gikparse.linting.run import Outcome

    Writer = Callable[[Outcome, str], Iterator[str]]


def writer(name: str) -> Writer:
    """The writer of a format: `json`, `sarif`, `github` or `csv`."""
    found: Writer = getattr(import_module(f"gikparse.formats.findings.{name}"), f"write_{name}")
    return found
