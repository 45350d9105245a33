"""ZIP archives from strangers: the files in them, unpacked within bounds."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import IO

import attrs

from gikparse.errors import UsageError
from gikparse.readers.limits import Job

try:
    from lzma import LZMAError
except ImportError:  # some builds of Python have no lzma
    LZMAError = zlib.error  # type: ignore[assignment, misc]

_CHUNK = 1 << 20
#: What unpacking a damaged file raises; a `ValueError` where it starts before the archive does.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
)
#: A file this small is unpacked whatever its ratio.
_SMALL = 1_000_000


@attrs.frozen(kw_only=True)
class Package:
    """A ZIP archive.

    Attributes:
        archive: The archive.
        job: What bounds it.
        kind: What messages call it.
    """

    archive: zipfile.ZipFile
    job: Job
    kind: str

    @classmethod
    def open(cls, data: bytes, job: Job, kind: str = "a ZIP archive") -> Package:
        """Open an archive.

        Raises:
            UsageError: It is damaged, or holds too many files.
        """
        try:
            archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise job.broken(kind, error) from None
        job.require(len(archive.infolist()), "entries", "files in its archive")
        return cls(archive=archive, job=job, kind=kind)

    @property
    def names(self) -> list[str]:
        """The names of the files."""
        return self.archive.namelist()

    def read(self, name: str) -> bytes:
        """A file, unpacked; what the archive says of its size is not believed.

        Raises:
            UsageError: It is missing, damaged, encrypted, or far larger unpacked than packed.
        """
        limits = self.job.limits
        try:
            info = self.archive.getinfo(name)
            most = min(limits.unpacked_bytes, max(_SMALL, info.compress_size * limits.ratio))
            with self.archive.open(info) as file:
                data = _read(file, most + 1)
        except KeyError:
            raise self.job.broken(self.kind, f"it has no {name}") from None
        except _DAMAGE as error:
            raise self.job.broken(self.kind, f"{name}: {error}") from None
        if len(data) > most:
            raise UsageError(
                f"{self.job.name} holds {name}, which unpacks to more than {most} bytes"
                f" from {info.compress_size}: gikparse does not unpack such files"
            )
        return data


def _read(file: IO[bytes], most: int) -> bytes:
    pieces = []
    while most > 0 and (piece := file.read(min(most, _CHUNK))):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)
