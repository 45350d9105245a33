"""Parse many documents, one after another in the order given, on as many cores as there are."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from gikparse.corpus.answering import Outcome
from gikparse.corpus.document import Input, load_input
from gikparse.corpus.limits import check_limits
from gikparse.corpus.ordering import run_in_order
from gikparse.errors import UsageError

if TYPE_CHECKING:
    from gikparse.data.catalogue import Catalogue
    from gikparse.report import Report

#: What a document may take by default, of the processor's time and of memory; no real report comes near.
SECONDS = 60.0
MEMORY = 2_000_000_000


@attrs.frozen(kw_only=True)
class Result:
    """What came of a document.

    Attributes:
        name: What the document is called.
        report: The report; None where it failed, or where `apply` was given.
        value: What `apply` returned.
        failure: Why there is neither, None where there is: `unreadable` (it cannot be
            read), `time` or `memory` (it took too much of it), `killed` (two processes died
            on it), `fault` (an error that nobody meant to raise).
        message: The same as a sentence.
        seconds: How long it took.

    Example:
        >>> [found, missing] = parse_many(["docs/examples/f2021.txt", "nowhere.txt"], workers=0)
        >>> found.report.year, missing.report, missing.failure
        (2023, None, 'unreadable')
    """

    name: str
    report: Report | None = attrs.field(default=None, repr=False)
    value: Any = None
    failure: str | None = None
    message: str | None = None
    seconds: float = attrs.field(default=0.0, eq=False)


def parse_many(
    sources: Iterable[str | os.PathLike[str] | bytes | Input],
    *,
    workers: int | None = None,
    apply: Callable[[Report], Any] | None = None,
    seconds: float | None = SECONDS,
    memory: int | None = MEMORY,
    catalogue: Catalogue | None = None,
) -> Iterator[Result]:
    r"""Parse many documents.

    Results come in the order of the sources, which are taken as they are needed: neither those
    nor these are ever all in memory. A document that cannot be read, hangs or kills its process
    is a result with its `failure`, and the others go on. Where memory ran out or a process was killed,
    the document is tried once more, in a new process, before it is blamed. Closing the iterator or
    interrupting the program ends the processes.

    A report crosses from process to process without the figures that are read when they are
    first asked for. `apply` runs where the report is parsed, so it is the quicker way to them.

    Args:
        sources: Paths, the bytes of files, or `Input` for texts and for hints.
        workers: How many processes; None for one a core, 0 for this process alone, where
            neither limit holds.
        apply: What to make of each report; a function of a module, for other processes import
            it. None for the report itself.
        seconds: How much of the processor's time a document may take; None for any. What else
            the machine does costs a document nothing; only one that takes ten times as long by the
            clock is given up, too. On Windows it is the time of the clock.
        memory: How many bytes a process may take for its documents; None for any number. It
            holds on Linux.
        catalogue: The statistics forms; None for `gikparse.catalogue`.

    Returns:
        One result a source.

    Raises:
        UsageError: An argument is wrong, or a source is neither path nor bytes nor `Input`.

    Example:
        >>> paths = ["docs/examples/f2019.txt", "nowhere.txt", "docs/examples/f2021.txt"]
        >>> for result in parse_many(paths, workers=1):
        ...     print(result.name, result.failure or result.report.year)
        docs/examples/f2019.txt 2019
        nowhere.txt unreadable
        docs/examples/f2021.txt 2023
    """
    count = checked_workers(workers)
    check_limits(seconds, memory)
    if apply is not None and getattr(apply, "__module__", "") == "__main__" and count:
        raise UsageError(
            "`apply` stands in the program itself, and other processes cannot import it: "
            "put it in a module, or give workers=0"
        )
    outcomes = run_in_order(
        map(Input.of, sources),
        partial(_parse, apply=apply, catalogue=catalogue),
        workers=count,
        seconds=seconds,
        memory=memory,
        size_of=_size,
    )
    make = partial(_result, is_report=apply is None, catalogue=catalogue)
    return _closing(outcomes, make)


def _closing(
    outcomes: Generator[tuple[Input, Outcome]], make: Callable[[Input, Outcome], Result]
) -> Iterator[Result]:
    """The results; whoever closes this iterator closes the one below it."""
    with closing(outcomes):
        for document, outcome in outcomes:
            yield make(document, outcome)


def _result(
    document: Input, outcome: Outcome, *, is_report: bool, catalogue: Catalogue | None
) -> Result:
    report = outcome.value if is_report else None
    if report is not None and catalogue is not None:
        report = attrs.evolve(
            report, catalogue=catalogue
        )  # which is not sent from process to process
    return Result(
        name=document.name,
        report=report,
        value=None if is_report else outcome.value,
        failure=outcome.failure,
        message=outcome.message,
        seconds=outcome.seconds,
    )


def checked_workers(workers: int | None) -> int:
    """How many processes to start: as many as asked for, or one a core.

    Raises:
        UsageError: It is no number from 0 on.
    """
    if workers is None:
        return os.cpu_count() or 1
    if not isinstance(workers, int) or workers < 0:
        raise UsageError(f"workers: {workers!r} is no number from 0 on")
    return workers


def _size(document: Input) -> int:
    return document.size


def _parse(
    document: Input,
    *,
    apply: Callable[[Report], Any] | None,
    catalogue: Catalogue | None,
) -> Any:
    report = load_input(document, catalogue)
    return report if apply is None else apply(report)
