"""Parts: the rows of some documents in one file, which is there whole or not at all.

A run writes a part every few seconds. What is in a part is done, also when the run is killed
in the next moment. The tables that people read are made of the parts at the end.
"""

from __future__ import annotations

import gzip
import json
import os
import time
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from gzip import GzipFile
from pathlib import Path

import attrs

from gikparse.errors import UsageError
from gikparse.stores.encoding import Encoded
from gikparse.tidy.rows import Row
from gikparse.tidy.schema import tables

#: A part ends with so many documents, bytes or seconds, whatever comes first.
DOCUMENTS = 128
BYTES = 16_000_000
SECONDS = 5.0

_FOLDER = ".parts"


#: The ending of a file that is being written; one that a kill has left behind means nothing.
_UNFINISHED = ".unfinished"


def is_unfinished(path: Path) -> bool:
    """Whether a file was left behind while it was written."""
    return path.suffix == _UNFINISHED


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A path to write to, which becomes the file `path` when all is written, and else nothing."""
    unfinished = path.with_name(f"{path.name}{_UNFINISHED}")
    unfinished.unlink(missing_ok=True)
    try:
        yield unfinished
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


@attrs.frozen(kw_only=True)
class Part:
    """A part that is done.

    Attributes:
        number: Its number, from 1.
        path: Its file.
        without: The documents in it that are out of date and are passed over.
    """

    number: int
    path: Path
    without: Collection[str] = ()

    def lines(self, table: str) -> Iterator[bytes]:
        """The rows of a table as lines of JSON, each with its line end."""
        with self._member(table) as file:
            if not self.without:
                yield from file
                return
            for line in file:
                if json.loads(line)["file"] not in self.without:
                    yield line

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table; a day is a text."""
        return map(json.loads, self.lines(table))

    @contextmanager
    def _member(self, table: str) -> Iterator[GzipFile]:
        try:
            with (
                zipfile.ZipFile(self.path) as archive,
                archive.open(table) as packed,
                gzip.open(packed) as file,
            ):
                yield file
        except zipfile.BadZipFile as error:
            raise UsageError(f"{self.path} is damaged: {error}") from None


class Parts:
    """The parts of an output folder.

    Args:
        folder: The output folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / _FOLDER
        self._pending: list[Encoded] = []
        self._size = 0
        self._since = time.monotonic()
        self._number = max((part.number for part in self.done()), default=0)

    def done(self) -> Iterator[Part]:
        """The parts that are done, in their order."""
        for path in sorted(self._folder.glob("*.zip")):
            yield Part(number=int(path.stem), path=path)

    def clear(self) -> None:
        """Delete all parts."""
        for part in [*self.done()]:
            part.path.unlink()
        self._number = 0

    def add(self, encoded: Encoded) -> None:
        """Add the rows of a document; they are safe when the part is full or `seal` is called."""
        self._pending.append(encoded)
        self._size += sum(map(len, encoded.values()))
        is_late = time.monotonic() - self._since > SECONDS
        if len(self._pending) >= DOCUMENTS or self._size >= BYTES or is_late:
            self.seal()

    def seal(self) -> None:
        """Write what there is as a part."""
        if self._pending:
            self._folder.mkdir(exist_ok=True)
            self._number += 1
            with (
                whole(self._folder / f"{self._number:08}.zip") as path,
                zipfile.ZipFile(path, "w") as archive,
            ):
                for table in tables():
                    rows = b"".join(e.get(table.name, b"") for e in self._pending)
                    archive.writestr(table.name, rows)
        self._pending.clear()
        self._size = 0
        self._since = time.monotonic()
