"""How much of a file is read, so that no file costs more than seconds and megabytes."""

from __future__ import annotations

import attrs

from gikparse.errors import UsageError


@attrs.frozen(kw_only=True)
class Limits:
    """Bounds for a file, far above those of any real report.

    Attributes:
        file_bytes: Size of the file.
        text_chars: Length of the text that is read from it.
        pages: Pages of a PDF document.
        cells: Cells of all tables together, those that spans cover included.
        depth: Nesting of elements in HTML and XML.
        entries: Files in a ZIP archive.
        unpacked_bytes: Size of a file in a ZIP archive when it is unpacked.
        ratio: How many times its packed size a file in a ZIP archive may be.
        seconds: Time for a program that converts the file.

    Example:
        >>> import gikparse
        >>> gikparse.load(b"1234567890", limits=Limits(file_bytes=5))
        Traceback (most recent call last):
        gikparse.errors.UsageError: ...
    """

    file_bytes: int = 100_000_000
    text_chars: int = 10_000_000
    pages: int = 500
    cells: int = 500_000
    depth: int = 500
    entries: int = 2_000
    unpacked_bytes: int = 100_000_000
    ratio: int = 200
    seconds: int = 60


@attrs.frozen(kw_only=True)
class Job:
    """A file that is being read: what messages call it, and its bounds.

    Attributes:
        name: What messages call the file.
        limits: Its bounds.
    """

    name: str = "the data"
    limits: Limits = Limits()

    def require(self, found: int, limit: str, what: str) -> None:
        """Refuse a file that is beyond a bound.

        Args:
            found: How much of it there is.
            limit: The field of `Limits` that bounds it.
            what: What there is too much of: `pages`.

        Raises:
            UsageError: It is beyond the bound; the message names file and bound.

        Example:
            >>> Job(name="a.pdf").require(900, "pages", "pages")
            Traceback (most recent call last):
            ...
            gikparse.errors.UsageError: a.pdf has 900 pages; gikparse reads up to 500
        """
        most = getattr(self.limits, limit)
        if found > most:
            raise UsageError(f"{self.name} has {found} {what}; gikparse reads up to {most}")

    def broken(self, kind: str, cause: object) -> UsageError:
        """The error for a file that is not what it seems to be.

        Args:
            kind: What it seems to be: `a PDF document`.
            cause: What is wrong with it.
        """
        return UsageError(f"{self.name} is {kind} that cannot be read: {cause}")
