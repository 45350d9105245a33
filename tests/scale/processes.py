"""Runs of `gikparse batch` over many files: speed, memory, equality with one by one, and a kill.

python tests/scale/copies.py 10000 FOLDER --broken 100
python tests/scale/processes.py FOLDER [--workers 1 2] [--sample 500] [--kill-after 20]
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gikparse
from gikparse import tidy

COMMAND = [sys.executable, "-c", "import gikparse.cli as c, sys; sys.exit(c.main())", "batch"]
TABLES = [table.name for table in tidy.tables()]


def command(folder: Path, out: Path, *options: str) -> list[str]:
    return [*COMMAND, str(folder), "-o", str(out), "--to", "jsonl", "--quiet", *options]


def run(folder: Path, out: Path, *options: str) -> tuple[float, float]:
    """Seconds, and the most memory of the process that is started, in MB."""
    began = time.perf_counter()
    with (out.parent / f"{out.name}.log").open("w") as log:
        process = subprocess.Popen(command(folder, out, *options), stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"the run ended with status {process.returncode}: see {log.name}")
    return time.perf_counter() - began, usage.ru_maxrss / 1000


def killed(folder: Path, out: Path, seconds: float) -> int:
    """How many documents are safe after a run was killed so many seconds after its first part."""
    process = subprocess.Popen(command(folder, out), stdout=subprocess.DEVNULL)
    while not any(out.glob(".parts/*.zip")):
        time.sleep(0.1)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not list(out.glob("*.jsonl")), "a table is there though the run was killed"
    from gikparse.stores.parts import Parts

    return sum(1 for part in Parts(out).done() for _ in part.rows("reports"))


def same(one: Path, other: Path) -> bool:
    names = [f"{table}.jsonl" for table in TABLES]
    return all((one / name).read_bytes() == (other / name).read_bytes() for name in names)


def differing(folder: Path, out: Path, every: int) -> int:
    """How many documents have other rows than one by one, of every so many."""
    wanted = {str(path): path for path in sorted(folder.iterdir())[::every]}
    found: dict[str, list[object]] = {name: [] for name in wanted}
    for table in TABLES[1:]:
        with (out / f"{table}.jsonl").open("rb") as lines:
            for line in lines:
                row = json.loads(line)
                if row["file"] in found:
                    found[row["file"]].append((table, row))
    count = 0
    for name, path in wanted.items():
        try:
            report = gikparse.load(path)
        except gikparse.UsageError:
            count += found[name] != []
            continue
        rows = [(table, row) for table in TABLES[1:] for row in tidy.rows(report, table)]
        count += found[name] != [(t, json.loads(json.dumps(r, default=str))) for t, r in rows]
    return count


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--sample", type=int, default=500)
    parser.add_argument("--kill-after", type=float, default=20.0)
    arguments = parser.parse_args()
    count = sum(1 for _ in arguments.folder.iterdir())
    place = Path(tempfile.mkdtemp())
    outs = []
    for workers in arguments.workers:
        outs.append(place / f"workers{workers}")
        seconds, memory = run(arguments.folder, outs[-1], "--workers", str(workers))
        print(
            f"{workers} workers: {count} files in {seconds:.1f} s, {count / seconds:.1f} a second, "
            f"peak memory of the parent {memory:.0f} MB",
            flush=True,
        )
    print("all runs are equal:", all(same(outs[0], out) for out in outs[1:]))
    manifest = json.loads((outs[0] / "manifest.json").read_text("utf-8"))
    print("documents and failures:", manifest["documents"], manifest["failures"])
    every = max(1, count // arguments.sample)
    print(
        f"of every {every}th file, differing from one by one:",
        differing(arguments.folder, outs[0], every),
    )
    safe = killed(arguments.folder, place / "killed", arguments.kill_after)
    seconds, _ = run(arguments.folder, place / "killed", "--resume")
    print(f"killed with {safe} documents safe, resumed in {seconds:.1f} s;", end=" ")
    is_same = same(outs[0], place / "killed")
    print("equal to the undisturbed run:", is_same)
    if is_same:
        shutil.rmtree(place)
    else:
        print(f"compare {outs[0]} with {place / 'killed'}")


if __name__ == "__main__":
    main()
