"""A crew: a few processes that work off tasks, each watched by a thread of this process."""

from __future__ import annotations

import pickle
import queue
import subprocess
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, NamedTuple, cast

from gikparse.corpus import worker
from gikparse.corpus.answering import Outcome, dumps, receive, send
from gikparse.corpus.limits import COUNTS_PROCESSOR, STATUS_OUT_OF_TIME
from gikparse.errors import InstallationError, UsageError

#: How often it is looked whether a task takes too long, in seconds.
_GLANCE = 0.05
#: How much longer than of the processor's time a task may take by the clock, for a machine may be
#: busy. Where the system does not count that time, the clock is all there is.
PATIENCE = 10 if COUNTS_PROCESSOR else 1


class Task(NamedTuple):
    """A task and its number, by which its answer is known."""

    number: int
    content: Any
    #: Whether a process has ended on it before.
    is_repeated: bool = False


class _Process:
    """A worker process. A task that takes too long ends it.

    Attributes:
        goes_on: Whether it does more tasks.
    """

    def __init__(self, job: bytes, patience: float | None) -> None:
        self._popen = subprocess.Popen(  # noqa: S603 - our own module
            worker.command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.tasks = cast(BinaryIO, self._popen.stdin)
        self.answers = cast(BinaryIO, self._popen.stdout)
        self.goes_on = True
        self._patience = patience
        self._lock = threading.Lock()
        self._waited: float | None = None
        self._is_late = False
        send(self.tasks, job)

    def answer(self) -> bytes:
        """What comes of the next task; the process goes on after it, or not.

        Raises:
            EOFError: The process has ended on the task.
        """
        with self._lock:
            self._waited = 0.0
        try:
            answer, goes_on = receive(self.answers)
        except EOFError:
            self.goes_on = False
            raise
        with self._lock:
            self._waited = None
            self.goes_on = goes_on and not self._is_late
        return answer

    def glance(self) -> None:
        """End the process if its task takes too long.

        The glances are counted and no clock is asked, which goes on while a machine sleeps.
        """
        with self._lock:
            if self._waited is None or self._patience is None:
                return
            self._waited += _GLANCE
            if self._waited > self._patience:
                self._waited = None
                self._is_late = True
                self._popen.kill()

    def kill(self) -> None:
        """End the process."""
        self._popen.kill()
        self._popen.wait()
        for stream in (self.tasks, self.answers):
            with suppress(OSError):  # what was not written yet is not wanted
                stream.close()

    def obituary(self, seconds: float | None) -> Outcome:
        """What came of the task on which the process ended."""
        status = self._popen.wait()
        if self._is_late:
            return Outcome(failure="time", message=f"no answer came in {self._patience:g} seconds")
        if status == STATUS_OUT_OF_TIME:
            said = f"it took more than {seconds:g} seconds of the processor"
            return Outcome(failure="time", message=said)
        how = f"by signal {-status}" if status < 0 else f"with status {status}"
        return Outcome(failure="killed", message=f"its process ended {how}")


class Crew:
    """Processes that work off tasks.

    Args:
        function: What they run; it must be importable where they are.
        workers: How many processes.
        seconds: How much of the processor's time a task may take; None for any. It may take
            `PATIENCE` times as long by the clock.
        memory: How many bytes a process may take for its tasks; None for any number.
    """

    def __init__(
        self,
        function: Callable[[Any], Any],
        *,
        workers: int,
        seconds: float | None,
        memory: int | None,
    ) -> None:
        try:
            self._job = pickle.dumps((function, seconds, memory))
        except Exception as error:
            raise UsageError(
                f"the function must be one that a module has, for other processes import it: {error}"
            ) from None
        self._seconds = seconds
        self._patience = None if seconds is None else seconds * PATIENCE
        self._tasks: queue.SimpleQueue[Sequence[Task] | None] = queue.SimpleQueue()
        self._answers: queue.SimpleQueue[tuple[int, bytes] | Exception] = queue.SimpleQueue()
        self._processes: dict[int, _Process] = {}
        self._is_closed = threading.Event()
        self._threads = [
            *(threading.Thread(target=self._work, args=(i,), daemon=True) for i in range(workers)),
            threading.Thread(target=self._watch, daemon=True),
        ]

    def start(self) -> None:
        """Start to work; `close` must follow."""
        for thread in self._threads:
            thread.start()

    def give(self, tasks: Sequence[Task]) -> None:
        """Give tasks to the next process that is free."""
        self._tasks.put(tasks)

    def take(self) -> tuple[int, bytes]:
        """The number of a task that has ended and what came of it, pickled.

        Raises:
            InstallationError: No process can be started.
        """
        answer = self._answers.get()
        if isinstance(answer, Exception):
            raise answer
        return answer

    def close(self) -> None:
        """End all processes, whatever they are doing."""
        self._is_closed.set()
        for process in [*self._processes.values()]:
            process.kill()
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()

    # --- threads

    def _watch(self) -> None:
        while not self._is_closed.wait(_GLANCE):
            for process in [*self._processes.values()]:
                process.glance()

    def _work(self, index: int) -> None:
        try:
            while tasks := self._tasks.get():
                while tasks and not self._is_closed.is_set():
                    tasks = self._work_off(index, tasks)
        except Exception as error:
            if not self._is_closed.is_set():
                self._answers.put(error)
        finally:
            if process := self._processes.pop(index, None):
                process.kill()

    def _work_off(self, index: int, tasks: Sequence[Task]) -> Sequence[Task]:
        """Have a process do tasks, and return those that it did not come to."""
        process = self._processes.get(index) or self._start(index)
        try:
            send(process.tasks, pickle.dumps([task.content for task in tasks]))
        except OSError:  # it was killed while it was idle, which is no task's fault
            self._bury(index)
            return tasks
        for place, task in enumerate(tasks, 1):
            answer = self._answer(process, task)
            if answer is not None:
                self._answers.put((task.number, answer))
            if not process.goes_on:
                self._bury(index)
                again = [task._replace(is_repeated=True)] if answer is None else []
                return [*again, *tasks[place:]]
        return ()

    def _answer(self, process: _Process, task: Task) -> bytes | None:
        """What came of a task; None for one that a new process is to do once more.

        Where memory is short or a process is killed, that may be the fault of the documents
        before, or of another program.
        """
        try:
            answer = process.answer()
        except EOFError:
            outcome = process.obituary(self._seconds)
            is_final = task.is_repeated or outcome.failure == "time"
            return dumps(outcome) if is_final else None
        return answer if process.goes_on or task.is_repeated else None

    def _start(self, index: int) -> _Process:
        process = _Process(self._job, self._patience)
        self._processes[index] = process
        if self._is_closed.is_set():
            process.kill()
        try:
            receive(process.answers)
        except EOFError:
            raise InstallationError(
                "a worker process cannot start; standard error says why"
            ) from None
        return process

    def _bury(self, index: int) -> None:
        self._processes.pop(index).kill()
