"""Read what only an office program can: .doc and .wps, .rtf, .odt, by way of LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from gikparse.errors import UsageError
from gikparse.readers.docx import read_docx

if TYPE_CHECKING:
    from gikparse.readers.document import Document
    from gikparse.readers.limits import Job

_PROGRAMS = ("soffice", "libreoffice")


def read_doc(data: bytes, job: Job, *, name: str | None = None) -> Document:
    """Read an old Word or WPS document.

    Raises:
        UsageError: LibreOffice is not installed, cannot read the file, or takes too long.
    """
    return _read(data, job, name, ending="doc", kind="an old Word document (.doc)")


def read_rtf(data: bytes, job: Job, *, name: str | None = None) -> Document:
    """Read an RTF document; the errors are those of `read_doc`."""
    return _read(data, job, name, ending="rtf", kind="an RTF document")


def read_odt(data: bytes, job: Job, *, name: str | None = None) -> Document:
    """Read an OpenDocument text; the errors are those of `read_doc`."""
    return _read(data, job, name, ending="odt", kind="an OpenDocument text (.odt)")


def _read(data: bytes, job: Job, name: str | None, *, ending: str, kind: str) -> Document:
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        raise UsageError(
            f"{job.name} is {kind}: install LibreOffice, which gikparse converts it with,"
            " or save it as .docx"
        )
    with tempfile.TemporaryDirectory(prefix="gikparse-") as folder:
        converted = _convert(program, data, Path(folder), ending, job, kind)
        found = read_docx(converted, job, name=name)
    return attrs.evolve(found, source=attrs.evolve(found.source, format=ending))


def _convert(program: str, data: bytes, folder: Path, ending: str, job: Job, kind: str) -> bytes:
    """The document as .docx."""
    original, result = folder / f"report.{ending}", folder / "report.docx"
    original.write_bytes(data)
    command = [
        program,
        # A profile of its own: one program at a time can use the user's, which may hold macros.
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(folder),
        str(original),
    ]
    try:
        subprocess.run(  # noqa: S603 - no shell, and all arguments are ours
            command, check=True, capture_output=True, timeout=job.limits.seconds, cwd=folder
        )
        job.require(result.stat().st_size, "file_bytes", "bytes as .docx")
        return result.read_bytes()
    except subprocess.TimeoutExpired:
        raise job.broken(kind, f"LibreOffice took more than {job.limits.seconds} s") from None
    except (subprocess.CalledProcessError, OSError):
        raise job.broken(kind, "LibreOffice cannot convert it") from None
