"""A run: many documents in, a folder with their tidy tables out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import attrs

from gikparse.corpus.answering import OF_THE_RUN
from gikparse.corpus.document import Input
from gikparse.corpus.limits import check_limits
from gikparse.corpus.many import MEMORY, SECONDS
from gikparse.corpus.ordering import run_in_order
from gikparse.corpus.sources import Sources
from gikparse.errors import UsageError
from gikparse.stores.arranging import arrange
from gikparse.stores.encoding import digest_of_input, encode, encode_failure
from gikparse.stores.manifest import Manifest, read_manifest, settings_of
from gikparse.stores.parts import Part, Parts, is_unfinished
from gikparse.stores.summary import Summary, sum_up
from gikparse.stores.writers import require, write


@attrs.frozen(kw_only=True)
class Options:
    """How a run is done.

    Attributes:
        format: `parquet`, `csv`, `jsonl`, `xlsx` or `duckdb`.
        workers: How many processes; 0 for this one.
        seconds: How much of the processor's time a document may take.
        memory: How many bytes a process may take for its documents.
        names_hint: Whether the names of files and folders may say agency and year.
        resume: Whether to go on with what an earlier run has done. What a limit or a killed
            process ended is not done.
        retry: Whether to try again, then, whatever failed.
        overwrite: Whether to throw away what an earlier run has done.
    """

    format: str
    workers: int
    seconds: float | None = SECONDS
    memory: int | None = MEMORY
    names_hint: bool = True
    resume: bool = False
    retry: bool = False
    overwrite: bool = False


#: Told of each document that is done: whether an earlier run had done it, and whether it failed.
Progress = Callable[[bool, bool], None]


@attrs.define(kw_only=True)
class _Done:
    """What earlier runs have done, and which of it still holds."""

    #: The hash of each document, and the number of the part that holds it.
    known: dict[str, tuple[bytes, int]] = attrs.field(factory=dict)
    kept: set[str] = attrs.field(factory=set)
    #: The place of each document among the sources, as far as these were come to.
    places: dict[str, int] = attrs.field(factory=dict)
    last: int = 0

    def holds(self, document: Input) -> bool:
        """Whether a document is done; it is kept then."""
        self.places.setdefault(document.name, len(self.places))
        found = self.known.get(document.name)
        if found is None:
            return False
        if found[0] != bytes.fromhex(digest_of_input(document)):
            del self.known[document.name]  # it has changed: what was done of it holds no longer
            return False
        self.kept.add(document.name)
        return True

    def current(self, part: Part) -> Part:
        """A part without the documents that changed, went away or were done again."""
        if part.number > self.last:
            return part
        files = [row["file"] for row in part.rows("reports")]
        stale = (file for file in files if not self._stands_in(file, part))
        return attrs.evolve(part, without=frozenset(stale))

    def _stands_in(self, file: str, part: Part) -> bool:
        return file in self.kept and file in self.known and self.known[file][1] == part.number


def run_batch(
    sources: Sources, folder: Path, options: Options, progress: Progress | None = None
) -> Summary:
    """Parse documents and write their tidy tables.

    An interrupt ends the run with what is done.

    Args:
        sources: The documents.
        folder: The output folder; it is made.
        options: How to do it.
        progress: Told of each document that is done.

    Returns:
        What there is to say of it.

    Raises:
        UsageError: There is nothing at a path, a package is missing, or the folder
            holds something already that `options` does not allow to go on with.
    """
    sources.check()
    check_limits(options.seconds, options.memory)
    require(options.format)
    settings = settings_of(names_hint=options.names_hint)
    parts, done = _open(folder, options, settings)
    manifest = Manifest(settings=settings, format=options.format, state="running")
    manifest.write(folder)
    state = "finished"
    try:
        _parse(sources, parts, done, options, progress or (lambda *_: None))
    except KeyboardInterrupt:
        state = "interrupted"
        done.kept.update(done.known)  # what was not come to holds as far as anybody knows
    finally:
        parts.seal()
    current = [done.current(part) for part in parts.done()]
    if done.last and state == "finished":
        current = arrange(parts, current, done.places)
    write(options.format, current, folder)
    summary = sum_up(
        folder, current, state=state, skipped=len(done.kept), left_out=sources.left_out
    )
    failures = sum(summary.failures.values())
    made = attrs.evolve(manifest, state=state, documents=summary.documents, failures=failures)
    made.write(folder)
    return summary


def _open(folder: Path, options: Options, settings: dict[str, object]) -> tuple[Parts, _Done]:
    """The parts of the output folder, and what of them is done."""
    found = read_manifest(folder)
    if found is None and folder.exists() and not all(map(is_unfinished, folder.iterdir())):
        raise UsageError(f"{folder} holds other files: give an empty folder or a new one")
    if found and options.overwrite:
        shutil.rmtree(folder)
    elif found and not options.resume:
        raise UsageError(
            f"{folder} holds the tables of a run: --resume goes on with it, --overwrite replaces it"
        )
    elif found and found.settings != settings:
        raise UsageError(
            f"{folder} was made with {_said(found.settings)} and this is {_said(settings)}: "
            "--overwrite begins anew"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"cannot make {folder}: {error.strerror}") from None
    parts = Parts(folder)
    return parts, _read_done(parts, retry=options.retry)


def _said(settings: dict[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in settings.items())


def _read_done(parts: Parts, *, retry: bool) -> _Done:
    done = _Done()
    for part in parts.done():
        done.last = part.number
        for row in part.rows("reports"):
            if row["failure"] in OF_THE_RUN or (retry and row["failure"]):
                done.known.pop(row["file"], None)
            else:
                done.known[row["file"]] = bytes.fromhex(row["sha256"]), part.number
    return done


def _parse(
    sources: Sources, parts: Parts, done: _Done, options: Options, progress: Progress
) -> None:
    def remaining() -> Iterator[Input]:
        for document in sources:
            if done.last and done.holds(document):
                progress(True, False)
            else:
                yield document

    outcomes = run_in_order(
        remaining(),
        partial(encode, names_hint=options.names_hint),
        workers=options.workers,
        seconds=options.seconds,
        memory=options.memory,
        size_of=_size,
    )
    for document, outcome in outcomes:
        if outcome.failure is None:
            parts.add(outcome.value)
        else:
            parts.add(encode_failure(document, outcome.failure, outcome.message or ""))
        progress(False, outcome.failure is not None)


def _size(document: Input) -> int:
    return document.size
