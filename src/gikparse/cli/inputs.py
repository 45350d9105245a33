"""Where a command's reports come from."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gikparse.report import Report

FILE_HELP = "a text file in UTF-8 or GB18030; - is standard input"


def read_report(file: str) -> Report:
    """The report in a file, or on standard input for `-`.

    Raises:
        UsageError: It cannot be read.
    """
    from gikparse.loading import load

    if file == "-":
        return load(sys.stdin.buffer.read(), name="<stdin>")
    return load(file)
