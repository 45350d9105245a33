"""Which files a command is about: those named, and the reports in folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from gikparse.corpus.kinds import usual
from gikparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


def find_files(given: Iterable[str], is_excluded: Callable[[Path], bool]) -> list[str]:
    """The files to read, each once: those that are given, and in folders those that look right.

    Args:
        given: Files, folders and `-`.
        is_excluded: Whether a file in a folder is to be passed over.

    Raises:
        UsageError: A folder holds no file that gikparse reads.
    """
    found: dict[object, str] = {}
    for name in given:
        if name == "-" or not Path(name).is_dir():
            found.setdefault(name if name == "-" else Path(name).absolute(), name)
            continue
        inside = [path for path in _in_folder(Path(name)) if not is_excluded(path)]
        if not inside:
            raise UsageError(f"{name}: no file in this folder looks like a report")
        for path in inside:
            found.setdefault(path.absolute(), str(path))
    return list(found.values())


def _in_folder(folder: Path) -> Iterator[Path]:
    """The reports in a folder and the folders in it, in order, without hidden ones."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():  # it may lead back to where we are
                yield from _in_folder(path)
        elif path.suffix.lower() in usual("documents"):  # what is named is always read
            yield path
