"""Where a command's reports come from."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from gikparse.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from gikparse.readers import Document
    from gikparse.report import Report

FILE_HELP = "a report, as text or in another format that gikparse reads; - is standard input"


def add_from_to(parser: argparse.ArgumentParser) -> None:
    """Add the option `--from`; its value is `file_format`."""
    parser.add_argument(
        "--from",
        dest="file_format",
        metavar="FORMAT",
        help="what the file is, such as text or html; by default the content tells it",
    )


def read_file(file: str, file_format: str | None = None) -> Document:
    """The text of a file, or of standard input for `-`.

    Raises:
        UsageError: It cannot be read.
    """
    from gikparse.loading import read_document

    if file == "-":
        return read_document(sys.stdin.buffer.read(), name="<stdin>", format=file_format)
    return read_document(file, format=file_format)


def read_report(file: str, file_format: str | None = None) -> Report:
    """The report in a file, or on standard input for `-`.

    Raises:
        UsageError: It cannot be read.
    """
    from gikparse.loading import load

    if file == "-":
        return load(sys.stdin.buffer.read(), name="<stdin>", format=file_format)
    return load(file, format=file_format)


def read_reports(files: Iterable[str], file_format: str | None = None) -> Iterator[Report | None]:
    """The report in each file; None for one that cannot be read, once standard error has it."""
    for file in files:
        try:
            report = read_report(file, file_format)
        except UsageError as error:
            sys.stdout.flush()
            print(f"gikparse: {error}", file=sys.stderr)
            yield None
        else:
            yield report
