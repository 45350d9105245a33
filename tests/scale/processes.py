"""Runs of `gikparse batch` over many files: speed, memory, equality with one by one, and kills.

python tests/scale/copies.py 10000 FOLDER --broken 100
python tests/scale/processes.py FOLDER [--workers 1 2] [--first 1000] [--kills 3]
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import NamedTuple

import gikparse
from gikparse import tidy
from gikparse.stores import parts
from gikparse.stores.manifest import read_manifest

#: The command, which says at its end what it and its workers have taken.
MEASURED = """
import json, os, resource, sys, gikparse.cli
from gikparse.stores import parts
parts.DOCUMENTS = int(os.environ["PART"])
status = gikparse.cli.main()
told = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps([(t.ru_utime + t.ru_stime, t.ru_maxrss / 1000) for t in told]), file=sys.stderr)
sys.exit(status)
"""
TABLES = [table.name for table in tidy.tables()]


class Run(NamedTuple):
    """What a run took: seconds by the clock and of the processor, and the most memory in MB."""

    seconds: float
    parent: tuple[float, float]
    workers: tuple[float, float]

    def told(self, files: int) -> str:
        (own, memory), (theirs, most) = self.parent, self.workers
        return (
            f"{files} files in {self.seconds:.1f} s, {files / self.seconds:.1f} a second; "
            f"processor: parent {own:.1f} s, workers {theirs:.1f} s; "
            f"most memory: parent {memory:.0f} MB, a worker {most:.0f} MB"
        )


def start(files: list[Path], out: Path, *options: str) -> subprocess.Popen[str]:
    listed = out.parent / f"{len(files)}"
    if not listed.exists():
        listed.mkdir()
        for path in files:
            (listed / path.name).symlink_to(path.resolve())
    command = [sys.executable, "-c", MEASURED, "batch", str(listed), "-o", str(out)]
    return subprocess.Popen(
        [*command, "--to", "jsonl", "--quiet", *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def run(files: list[Path], out: Path, *options: str) -> Run:
    began = time.perf_counter()
    with start(files, out, *options) as process:
        said = process.communicate()[1]
    if process.returncode not in (0, 1):
        sys.exit(f"the run ended with status {process.returncode}: {said}")
    parent, workers = json.loads(said.splitlines()[-1])
    return Run(time.perf_counter() - began, tuple(parent), tuple(workers))


def kill_often(files: list[Path], out: Path, seconds: float, kills: int) -> list[int]:
    """Kill a run and go on with it, again and again; how many documents were safe each time.

    One in three is killed while it begins, the others after they have come on. Workers are killed,
    too, which nobody is to notice.
    """
    chance = random.Random(len(files))  # noqa: S311 - no secret
    safe: list[int] = []
    for number in range(kills):
        had = len(list(parts.Parts(out).done()))
        process = start(files, out, *(["--resume"] if number else []))
        while number % 3 and process.poll() is None and len(list(parts.Parts(out).done())) <= had:
            time.sleep(0.02)
        for _ in range(2):
            time.sleep(chance.uniform(0, 0.5) * seconds / kills)
            for worker in children(process.pid)[: number % 2]:
                os.kill(worker, signal.SIGKILL)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if process.returncode >= 0:
            break  # it was at its end
        manifest = read_manifest(out)
        assert manifest is None or manifest.state == "running", "a killed run says it has ended"
        safe.append(sum(1 for part in parts.Parts(out).done() for _ in part.rows("reports")))
    return safe


def children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text("ascii").split()]


def different(one: Path, other: Path) -> list[str]:
    """The first rows of each table that differ."""
    found = []
    for table in TABLES:
        with (one / f"{table}.jsonl").open("rb") as a, (other / f"{table}.jsonl").open("rb") as b:
            for line, ours, theirs in zip(count(1), a, b, strict=False):
                if ours != theirs:
                    found.append(f"{table}, line {line}:\n  {ours[:400]!r}\n  {theirs[:400]!r}")
                    break
            else:
                if a.read(1) or b.read(1):
                    found.append(f"{table} is longer in one")
    return found


def unlike_one_by_one(out: Path, files: list[Path], every: int) -> int:
    """How many documents have other rows than one by one, of every so many."""
    listed = out.parent / f"{len(files)}"
    wanted = {str(listed / path.name): path for path in files[::every]}
    found: dict[str, list[object]] = {name: [] for name in wanted}
    for table in TABLES[1:]:
        with (out / f"{table}.jsonl").open("rb") as lines:
            for line in lines:
                row = json.loads(line)
                if row["file"] in found:
                    found[row["file"]].append((table, row))
    differing = 0
    for name in wanted:
        try:
            report = gikparse.load(name)
        except gikparse.UsageError:
            differing += found[name] != []
            continue
        rows = [(table, row) for table in TABLES[1:] for row in tidy.rows(report, table)]
        differing += found[name] != [(t, json.loads(json.dumps(r, default=str))) for t, r in rows]
    return differing


def failures(out: Path) -> dict[str, int]:
    """How many documents failed, by reason, and how many of these are named."""
    counts: dict[str, int] = {}
    with (out / "reports.jsonl").open("rb") as lines:
        for row in map(json.loads, lines):
            if row["failure"]:
                counts[row["failure"]] = counts.get(row["failure"], 0) + 1
                counts["named"] = counts.get("named", 0) + (row["file"] in row["message"])
    return counts


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--first", type=int, help="run on so many files first, to see memory grow")
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--part", type=int, default=parts.DOCUMENTS, help="documents in a part")
    arguments = parser.parse_args()
    os.environ["PART"] = str(arguments.part)
    files = sorted(arguments.folder.iterdir())
    place = Path(tempfile.mkdtemp())
    outs = []
    for some in filter(None, [files[: arguments.first or 0], files]):
        outs.clear()
        for workers in arguments.workers:
            outs.append(place / f"out{len(some)}by{workers}")
            took = run(some, outs[-1], "--workers", str(workers))
            print(f"{workers} workers: {took.told(len(some))}", flush=True)
    faults = [fault for out in outs[1:] for fault in different(outs[0], out)]
    print("all runs are equal:", not faults)
    print("failures:", failures(outs[0]))
    every = max(1, len(files) // arguments.sample)
    unlike = unlike_one_by_one(outs[0], files, every)
    print(f"of every {every}th file, unlike one by one: {unlike}", flush=True)
    safe = kill_often(files, place / "killed", took.seconds, arguments.kills)
    seconds = run(files, place / "killed", "--resume").seconds
    faults += (unequal := different(outs[0], place / "killed"))
    print(f"killed when {safe} documents were safe, resumed in {seconds:.1f} s;", end=" ")
    print("equal to the undisturbed run:", not unequal)
    if faults:
        print(*faults, f"compare the folders in {place}", sep="\n")
    else:
        shutil.rmtree(place)
    return len(faults) + unlike


if __name__ == "__main__":
    sys.exit(main())
