"""GIK020: bytes that are no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.reading import UNDECODABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = UNDECODABLE


def find(report: Report) -> Iterator[Diagnostic]:
    r"""The file holds bytes that are no text in its encoding.

    ## What it reports

    Bytes that mean nothing in the encoding in which the rest of the file is written. Each such
    place reads as U+FFFD (�). One finding for the whole file counts them and marks the first.

    ## Why it matters

    Characters are lost there, figures may be too. A file that was cut, or copied by a program
    that took it for another encoding, looks so.

    ## Example

    ```bytes
    一、总体情况
    全年公开信息\xff12条，受理申请3件。
    ```

    ## What to do

    Get the file once more. If that does not help, look the places up in the page itself.

    ## Source

    RFC 3629 (UTF-8); GB 18030-2022 《信息技术 中文编码字符集》.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
