"""What comes of one task: a value, or the reason why there is none. Both sides of a pipe use it."""

from __future__ import annotations

import copyreg
import io
import pickle
import struct
import time
from collections.abc import Callable
from typing import Any, BinaryIO

import attrs

from gikparse.data.catalogue import Catalogue, default_catalogue
from gikparse.errors import GikparseError

#: A frame of the pipe: the length of what follows, and whether its sender goes on after it.
_HEAD = struct.Struct("!Q?")


#: Failures that say something of the run, its limits and its machine, as well as of the task.
OF_THE_RUN = frozenset({"time", "memory", "killed"})


@attrs.frozen(kw_only=True)
class Outcome:
    """What came of a task.

    Attributes:
        value: What the function returned; None where it failed.
        failure: Why it failed, None where it did not: `unreadable` (the document's fault),
            `time` and `memory` (a limit), `killed` (the process ended), `fault` (an exception that
            nobody meant to raise).
        message: The same as a sentence.
        seconds: How long it took.
    """

    value: Any = None
    failure: str | None = None
    message: str | None = None
    seconds: float = 0.0


def outcome_of(function: Callable[[Any], Any], task: Any) -> Outcome:
    """Run a function; whatever it raises is part of the outcome, but for an interrupt."""
    began = time.perf_counter()
    value, failure, message = None, None, None
    try:
        value = function(task)
    except GikparseError as error:
        failure, message = "unreadable", str(error)
    except MemoryError:
        failure, message = "memory", "it needs more memory than a document may take"
    except Exception as error:  # one document is never the end of the others
        failure, message = "fault", f"{type(error).__name__}: {error}"
    seconds = time.perf_counter() - began
    return Outcome(value=value, failure=failure, message=message, seconds=seconds)


#: The catalogue, which each report refers to and both sides have, is left out.
_REDUCERS = {**copyreg.dispatch_table, Catalogue: lambda _: (default_catalogue, ())}


def dumps(outcome: Outcome) -> bytes:
    """An outcome as bytes; one whose value cannot be pickled is a fault."""
    try:
        return _pickled(outcome)
    except Exception as error:
        said = f"what came of it cannot leave its process: {type(error).__name__}: {error}"
        return _pickled(attrs.evolve(outcome, value=None, failure="fault", message=said))


def _pickled(outcome: Outcome) -> bytes:
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(outcome)
    return buffer.getvalue()


def send(stream: BinaryIO, content: bytes, *, goes_on: bool = True) -> None:
    """Write a frame."""
    stream.write(_HEAD.pack(len(content), goes_on))
    stream.write(content)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[bytes, bool]:
    """Read a frame, and whether its sender goes on.

    Raises:
        EOFError: The sender has ended.
    """
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise EOFError
    length, goes_on = _HEAD.unpack(head)
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content, goes_on
