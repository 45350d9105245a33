"""A worker process: reads tasks from its input and writes what comes of each.

It is started with `COMMAND` and not with `multiprocessing`, so that the program that starts it
needs no `if __name__ == "__main__"` and may be a notebook.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from gikparse.checks import check
from gikparse.corpus.answering import dumps, outcome_of, receive, send
from gikparse.corpus.limits import end_when_out_of_time, limit_memory, limited_time
from gikparse.parser import parse


def command() -> list[str]:
    """The command that starts a worker which imports what this process can import."""
    code = f"import sys; sys.path[:] = {sys.path!r}; import gikparse.corpus.worker as w; w.serve()"
    return [sys.executable, "-c", code]


def serve() -> None:
    """Answer tasks until the input ends. The first frame is the function and its limits."""
    tasks, answers = _streams()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one decides
    end_when_out_of_time()
    function, seconds, memory = pickle.loads(receive(tasks)[0])  # noqa: S301 - from our own parent
    _warm_up()
    send(answers, b"")  # ready
    limit_memory(memory)
    try:
        while True:
            for task in pickle.loads(receive(tasks)[0]):  # noqa: S301
                with limited_time(seconds):
                    outcome = outcome_of(function, task)
                    answer = dumps(outcome)
                # What ran out of memory once may have left it in pieces: a new process begins anew.
                goes_on = outcome.failure != "memory"
                send(answers, answer, goes_on=goes_on)
                if not goes_on:
                    return
    except (EOFError, BrokenPipeError):
        os._exit(0)  # nobody listens any more, and there is nothing to tidy


def _warm_up() -> None:
    """Build what the first report would have to wait for, so that no document's time pays for it."""
    check(parse("一、概述\n全年公开1条。"))


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """The pipes, out of the reach of whatever else reads standard input or prints."""
    tasks, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return tasks, answers
