"""A crew: a few processes that work off tasks, each watched by a thread of this process."""

from __future__ import annotations

import pickle
import queue
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any, BinaryIO, NamedTuple, cast

from gikparse.corpus import worker
from gikparse.corpus.answering import Outcome, dumps, receive, send
from gikparse.errors import InstallationError, UsageError

#: How often it is looked whether a task takes too long, in seconds.
_GLANCE = 0.05


class Task(NamedTuple):
    """A task and its number, by which its answer is known."""

    number: int
    content: Any


class _Process:
    """A worker process. A task that takes too long ends it."""

    def __init__(self, job: bytes) -> None:
        self._popen = subprocess.Popen(  # noqa: S603 - our own module
            worker.command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.tasks = cast(BinaryIO, self._popen.stdin)
        self.answers = cast(BinaryIO, self._popen.stdout)
        self._lock = threading.Lock()
        self._deadline: float | None = None
        self._late = False
        send(self.tasks, job)

    def begin(self, seconds: float | None) -> None:
        """A task begins that may take so long."""
        with self._lock:
            self._deadline = None if seconds is None else time.monotonic() + seconds

    def end(self) -> None:
        """It has ended in time."""
        with self._lock:
            self._deadline = None

    def glance(self) -> None:
        """End the process if its task takes too long."""
        with self._lock:
            if self._deadline is not None and time.monotonic() > self._deadline:
                self._late = True
                self._deadline = None
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
        self.end()
        if self._late:
            said = f"it took longer than {seconds:g} seconds"
            return Outcome(failure="time", message=said, seconds=seconds or 0.0)
        status = self._popen.wait()
        how = f"by signal {-status}" if status < 0 else f"with status {status}"
        return Outcome(failure="killed", message=f"its process ended {how}")


class Crew:
    """Processes that work off tasks.

    Args:
        function: What they run; it must be importable where they are.
        workers: How many processes.
        seconds: How long a task may take; None for any time.
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
            self._job = pickle.dumps((function, memory))
        except Exception as error:
            raise UsageError(
                f"the function must be one that a module has, for other processes import it: {error}"
            ) from None
        self._seconds = seconds
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
            process.begin(self._seconds)
            try:
                answer, goes_on = receive(process.answers)
            except EOFError:
                if not self._is_closed.is_set():
                    self._answers.put((task.number, dumps(process.obituary(self._seconds))))
                self._bury(index)
                return tasks[place:]
            process.end()
            self._answers.put((task.number, answer))
            if not goes_on:
                self._bury(index)
                return tasks[place:]
        return ()

    def _start(self, index: int) -> _Process:
        process = _Process(self._job)
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
