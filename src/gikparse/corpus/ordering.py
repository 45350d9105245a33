"""Tasks in, outcomes out in the same order, and never more than a window of them in between."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any

from gikparse.corpus.answering import Outcome, outcome_of
from gikparse.corpus.crew import Crew, Task

#: So many tasks are given to a process at once, so that it need not wait for this one.
_AT_ONCE = 4
#: So many tasks for each process may be ahead of the one whose outcome is due.
_AHEAD = 128
#: So many bytes of tasks may be, for tasks that hold documents.
_AHEAD_BYTES = 64_000_000


def run_in_order(
    tasks: Iterable[Any],
    function: Callable[[Any], Any],
    *,
    workers: int,
    seconds: float | None,
    memory: int | None,
    size_of: Callable[[Any], int] = lambda _: 0,
) -> Generator[tuple[Any, Outcome]]:
    """Run a function on each of many tasks, in other processes.

    Args:
        tasks: The tasks; they are taken as they are needed.
        function: What to run, a function that a module has.
        workers: How many processes; 0 to run it in this one, without limits.
        seconds: How much of the processor's time a task may take.
        memory: How many bytes a process may take for its tasks.
        size_of: How many bytes a task holds.

    Returns:
        Each task with its outcome, in the order of the tasks. Closing the iterator, as an
        interrupt does, ends the processes.
    """
    if workers == 0:
        return ((task, outcome_of(function, task)) for task in tasks)
    crew = Crew(function, workers=workers, seconds=seconds, memory=memory)
    return _run(iter(tasks), crew, workers, size_of)


def _run(
    tasks: Iterator[Any], crew: Crew, workers: int, size_of: Callable[[Any], int]
) -> Generator[tuple[Any, Outcome]]:
    ahead: dict[int, Any] = {}  # tasks that were given and not yet yielded
    answers: dict[int, bytes] = {}  # outcomes of these, as long as an earlier one is missing
    taken = due = held = 0
    is_exhausted = False
    crew.start()
    try:
        while True:
            while not is_exhausted and len(ahead) < workers * _AHEAD and held < _AHEAD_BYTES:
                chunk: list[Task] = []
                for content in tasks:
                    chunk.append(Task(taken, content))
                    ahead[taken] = content
                    held += size_of(content)
                    taken += 1
                    if len(chunk) == _AT_ONCE or held >= _AHEAD_BYTES:
                        break
                else:
                    is_exhausted = True
                if chunk:
                    crew.give(chunk)
            if not ahead:
                return
            number, answer = crew.take()
            answers[number] = answer
            while due in answers:
                content = ahead.pop(due)
                held -= size_of(content)
                yield content, pickle.loads(answers.pop(due))  # noqa: S301 - from our own process
                due += 1
    finally:
        crew.close()
