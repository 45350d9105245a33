"""GIK021: an encoding that nothing tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.reading import UNCERTAIN_ENCODING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = UNCERTAIN_ENCODING


def find(report: Report) -> Iterator[Diagnostic]:
    r"""Nothing tells the encoding of the file for certain.

    ## What it reports

    A file without a mark of its encoding that reads as Chinese in two encodings about equally
    well, mostly because it is short. It was read in the likelier one; the message names the
    other.

    ## Why it matters

    If the guess is wrong, every character is. The text then makes no sense at first sight.

    ## Example

    ```bytes
    \xb7\xe3\x98\xf2\xd2\xb9\xb2\xb4
    ```

    ## What to do

    Look at the text. If it is wrong, save the file as UTF-8 in a program that knows its
    encoding.

    ## Source

    None; it tells of the reading.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
