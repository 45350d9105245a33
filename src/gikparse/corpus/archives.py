"""The documents in a ZIP archive."""

from __future__ import annotations

import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from gikparse.corpus.document import Input
from gikparse.corpus.kinds import usual
from gikparse.readers import Limits

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

#: The flag of a name that is written in UTF-8.
_IS_UTF8 = 0x800


def inputs_of_archive(path: str, left_out: Counter[str]) -> Iterator[Input]:
    """The documents in an archive; what cannot be unpacked is an input with its problem.

    Args:
        path: The archive.
        left_out: Counts the files in it that are no documents, by ending.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            for member in _members(archive):
                ending = _ending(member)
                if _is_document(ending):
                    yield _input(archive, member, path)
                else:
                    left_out[ending] += 1
    except (OSError, zipfile.BadZipFile) as error:
        yield Input(name=path, problem=f"it is no ZIP archive that can be read: {error}")


def count_members(path: str) -> int:
    """How many documents an archive holds; 1 for one that cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(_is_document(_ending(member)) for member in _members(archive))
    except (OSError, zipfile.BadZipFile):
        return 1


def _members(archive: ZipFile) -> Iterator[ZipInfo]:
    # A name that stands there twice is the last one's.
    known = dict.fromkeys(archive.namelist())
    return (archive.getinfo(name) for name in known if not name.endswith("/"))


def _ending(member: ZipInfo) -> str:
    return PurePosixPath(member.filename).suffix.lower()


def _is_document(ending: str) -> bool:
    return not ending or ending in usual("documents")


def _input(archive: ZipFile, member: ZipInfo, path: str) -> Input:
    name = f"{path}/{_name(member)}"
    limits = Limits()
    most = limits.unpacked_bytes
    if member.file_size > max(1_000_000, member.compress_size * limits.ratio):
        return Input(name=name, problem=f"it unpacks to more than {limits.ratio} times its size")
    try:
        with archive.open(member) as file:
            data = file.read(most + 1)
    except (OSError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error) as error:
        return Input(name=name, problem=f"it cannot be unpacked: {error}")
    if len(data) > most:
        return Input(name=name, problem=f"it is larger than {most} bytes, the limit")
    return Input(name=name, content=data)


def _name(member: ZipInfo) -> str:
    """The name of a member. Where no flag says UTF-8, Chinese programs write GB 18030."""
    if member.flag_bits & _IS_UTF8 or member.filename.isascii():
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return member.filename
