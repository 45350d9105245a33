"""GIK030: a damaged file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.reading import CUT_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = CUT_FILE


def find(report: Report) -> Iterator[Diagnostic]:
    """The file is damaged.

    ## What it reports

    A PDF document whose end is missing, as when a download stopped. What is left of it was
    read. A document of which nothing can be read is an error and no finding.

    ## Why it matters

    Pages may be missing, at the end or anywhere.

    ## Example

    ```pdf cut
    一、总体情况
    全年公开政府信息12条。
    ```

    ## What to do

    Get the file once more.

    ## Source

    ISO 32000-2 (PDF 2.0), 7.5.5: File trailer.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
