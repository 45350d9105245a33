"""A document that is to be parsed: a file, bytes or a text, and what is known of it beforehand."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from gikparse.agencies import hint_of
from gikparse.errors import UsageError
from gikparse.loading import load
from gikparse.readers import Limits
from gikparse.tidy.rows import Subject, digest_of

if TYPE_CHECKING:
    from gikparse.data.catalogue import Catalogue
    from gikparse.report import Report


@attrs.frozen(kw_only=True)
class Input:
    r"""A document that is to be parsed.

    Attributes:
        name: What it is called, in results and in the column `file` of tidy tables.
        path: The path of a file.
        content: The document itself, as text or as the bytes of a file; it wins over `path`.
        problem: Why there is no document, where a source could not give it.
        agency: The agency, for a text that does not name it.
        year: The year of the data, likewise.

    Example:
        >>> import gikparse
        >>> page = Input(name="page 7", content="一、总体情况\n全年公开12条。", agency="某县人民政府", year=2023)
        >>> [result] = gikparse.parse_many([page], workers=0)
        >>> result.name, result.report.agency, result.report.year
        ('page 7', '某县人民政府', 2023)
        >>> page.size, page.read() == page.content.encode("utf-8")
        (15, True)
        >>> Input.of("2023/某县.pdf")
        Input(name='2023/某县.pdf', path='2023/某县.pdf', problem=None, agency=None, year=None)
    """

    name: str
    path: str | None = None
    content: str | bytes | None = attrs.field(default=None, repr=False)
    problem: str | None = None
    agency: str | None = None
    year: int | None = None

    @classmethod
    def of(cls, source: str | os.PathLike[str] | bytes | Input) -> Input:
        """The input that a path, bytes or an input stands for.

        Raises:
            UsageError: It is something else.
        """
        if isinstance(source, Input):
            return source
        if isinstance(source, bytes):
            return cls(name=f"sha256:{digest_of(source)[:16]}", content=source)
        try:
            path = os.fsdecode(source)
        except TypeError:
            raise UsageError(
                f"a source is a path, bytes or an Input, not {type(source).__name__}"
            ) from None
        return cls(name=path, path=path)

    @property
    def size(self) -> int:
        """How much of the memory it takes, in bytes or characters."""
        return len(self.content) if self.content is not None else 0

    def read(self, limits: Limits | None = None) -> bytes:
        """The bytes of the document; those of a text are UTF-8.

        Raises:
            UsageError: It cannot be read; the message names it and the cause.
        """
        if self.problem is not None:
            raise UsageError(f"{self.name}: {self.problem}")
        if isinstance(self.content, bytes):
            return self.content
        if self.content is not None:
            return self.content.encode("utf-8", "surrogatepass")
        most = (limits or Limits()).file_bytes
        try:
            with Path(self.path or "").open("rb") as file:
                data = file.read(most + 1)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            cause = error.strerror if isinstance(error, OSError) else str(error)
            raise UsageError(f"cannot read {self.name}: {cause}") from None
        if len(data) > most:
            raise UsageError(f"{self.name} is larger than {most} bytes, the limit")
        return data


def load_input(document: Input, catalogue: Catalogue | None = None) -> Report:
    """Parse a document.

    Raises:
        UsageError: It cannot be read.
    """
    return load(
        document.read(),
        name=document.name,
        agency=document.agency,
        year=document.year,
        catalogue=catalogue,
    )


def subject_of(document: Input, *, names_hint: bool) -> Subject:
    """Parse a document, with what its column or its name says where the text is silent.

    Args:
        document: The document.
        names_hint: Whether the names of its file and folders may say agency and year.

    Raises:
        UsageError: It cannot be read.
    """
    data = document.read()
    agency, year = document.agency, document.year
    hint = hint_of(document.name) if names_hint else None
    report = load(
        data,
        name=document.name,
        agency=agency or (hint and hint.agency),
        year=year or (hint and hint.year),
    )
    return Subject(
        report=report,
        file=document.name,
        sha256=digest_of(data),
        agency_from="column" if agency else "file name",
        year_from="column" if year else "file name",
    )
