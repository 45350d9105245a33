"""How it is measured: times against a reference in one run, instructions, memory."""

from __future__ import annotations

import gc
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import thread_time
from typing import Any

#: So often is everything measured; the median counts.
ROUNDS = 15


def seconds(call: Callable[[], Any]) -> float:
    """The processor's time for a call, which other programs do not disturb much."""
    start = thread_time()
    call()
    return thread_time() - start


def side_by_side(*calls: Callable[[], Any], rounds: int = ROUNDS) -> list[float]:
    """The median times of some calls that take turns, so that a slow moment is slow for all."""
    for call in calls:
        call()  # what is loaded once a process is not measured
    times: list[list[float]] = []
    for _ in range(rounds):
        gc.collect()
        times.append([seconds(call) for call in calls])
    return [median(column) for column in zip(*times, strict=True)]


def peak_bytes(call: Callable[[], Any]) -> int:
    """The most memory that a call holds at one time."""
    call()
    gc.collect()
    tracemalloc.start()
    try:
        held = call()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        del held


# --- instructions


def counter() -> str | None:
    """The program that counts instructions here: `perf`, else `valgrind`, else none."""
    if shutil.which("perf"):
        counted = _run("perf", "stat", "-x,", "-e", "instructions:u", "true")
        if re.search(r"^\d+,", counted, re.M):
            return "perf"
    return "valgrind" if shutil.which("valgrind") else None


def instructions(code: str, *arguments: str) -> int:
    """How many instructions a Python program takes, its start included."""
    python = (sys.executable, "-c", code, *arguments)
    if counter() == "perf":
        counted = _run("perf", "stat", "-x,", "-e", "instructions:u", *python)
        (number,) = re.findall(r"^(\d+),", counted, re.M)
        return int(number)
    with tempfile.TemporaryDirectory() as folder:
        out = f"--callgrind-out-file={Path(folder, 'out')}"
        counted = _run("valgrind", "--tool=callgrind", out, *python)
    (number,) = re.findall(r"Collected : (\d+)", counted)
    return int(number)


def instructions_a_call(code: str, *arguments: str, calls: int = 2) -> float:
    """How many instructions `call()` takes in a program that defines it, its start left out."""
    program = f"{code}\nfor _ in range({{}}): call()"
    once, more = (instructions(program.format(number), *arguments) for number in (1, 1 + calls))
    return (more - once) / calls


def _run(*command: str) -> str:
    """What a program that succeeds writes to its standard error."""
    # One seed for all hashes, so that every run does the same.
    environment = os.environ | {"PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    return done.stderr
