"""Where documents come from: folders, patterns of paths, and files that hold documents."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import attrs

from gikparse.corpus.archives import count_members, inputs_of_archive
from gikparse.corpus.document import Input
from gikparse.corpus.kinds import usual
from gikparse.corpus.records import (
    Columns,
    count_lines,
    count_rows,
    inputs_of_lines,
    inputs_of_table,
)
from gikparse.errors import UsageError


@attrs.define(kw_only=True)
class Sources:
    """The documents in files, folders, archives and tables.

    Attributes:
        paths: Paths and patterns of paths, as a shell knows them.
        columns: Where lines and tables have the documents.
        without: A folder that is passed over, such as the one for the output.
        left_out: After the documents were taken: how many files were no documents, by ending.
    """

    paths: tuple[str, ...] = attrs.field(converter=tuple)
    columns: Columns = attrs.field(factory=Columns)
    without: Path | None = None
    left_out: Counter[str] = attrs.field(factory=Counter, init=False)

    def check(self) -> None:
        """Look whether there is something at each path.

        Raises:
            UsageError: There is not; the message names the path.
        """
        for path in self.paths:
            if next(_existing(path), None) is None:
                what = "no file matches" if glob.has_magic(path) else "there is no file or folder"
                raise UsageError(f"{what} {path}")

    def __iter__(self) -> Iterator[Input]:
        """The documents, in the order of the paths, and in a folder by name."""
        self.left_out.clear()
        seen: set[int] | None = set() if len(self.paths) > 1 else None
        for file in self._files(self.left_out):
            for document in _inputs(file, self.columns, self.left_out):
                if seen is not None:
                    key = hash(document.name)
                    if key in seen:
                        self.left_out["given twice"] += 1
                        continue
                    seen.add(key)
                yield document

    def count(self) -> int:
        """How many documents there are, without reading them; what is given twice counts twice."""
        return sum(map(_count, self._files(Counter())))

    def _files(self, left_out: Counter[str]) -> Iterator[str]:
        for path in self.paths:
            for found in _existing(path):
                if Path(found).is_dir():
                    yield from self._walk(found, left_out)
                else:
                    yield found

    def _walk(self, folder: str, left_out: Counter[str]) -> Iterator[str]:
        """The files of a folder and its folders that hold documents, by name."""
        for root, folders, files in os.walk(folder):
            folders[:] = sorted(f for f in folders if not self._is_passed_over(root, f))
            for name in sorted(files):
                ending = Path(name).suffix.lower()
                if name.startswith("."):
                    continue
                if ending in _endings() or not ending:
                    yield str(Path(root) / name)
                else:
                    left_out[ending] += 1

    def _is_passed_over(self, root: str, folder: str) -> bool:
        return folder.startswith(".") or (
            self.without is not None and (Path(root) / folder).resolve() == self.without.resolve()
        )


def _existing(path: str) -> Iterator[str]:
    """A path that there is, or else those that match it as a pattern, by name."""
    if os.path.lexists(path):
        yield path
    elif glob.has_magic(path):
        yield from sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern


@cache
def _endings() -> frozenset[str]:
    kinds = ("documents", "archives", "lines", "tables")
    return frozenset(ending for kind in kinds for ending in usual(kind))


def _kind(file: str) -> str:
    ending = Path(file).suffix.lower()
    return next((kind for kind in ("archives", "lines", "tables") if ending in usual(kind)), "")


def _inputs(file: str, columns: Columns, left_out: Counter[str]) -> Iterable[Input]:
    kind = _kind(file)
    if kind == "archives":
        return inputs_of_archive(file, left_out)
    if kind == "lines":
        return inputs_of_lines(file, columns)
    if kind == "tables":
        return inputs_of_table(file, columns)
    return (Input(name=shown(file), path=file),)


def _count(file: str) -> int:
    kind = _kind(file)
    if kind == "archives":
        return count_members(file)
    if kind == "lines":
        return count_lines(file)
    return count_rows(file) if kind == "tables" else 1


def shown(path: str) -> str:
    r"""A path as text that every file format can hold.

    Example:
        >>> shown("年报/\udcff.txt")
        '年报/\\xff.txt'
    """
    return os.fsencode(path).decode("utf-8", "backslashreplace")
