"""GIK027: pages that are pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Cause, Rule
from gikparse.diagnostics.reading import NO_TEXT_LAYER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = NO_TEXT_LAYER


def find(report: Report) -> Iterator[Diagnostic]:
    """Pages of the document are pictures without text.

    ## What it reports

    Pages of a PDF document that show a picture and hold no text: scans. Nothing of them was
    read.

    ## Why it matters

    What stands on these pages is missing: sections, tables, the whole report.

    ## Example

    ```pdf
    [picture]
    ---
    二、主动公开政府信息情况
    无。
    ```

    ## What to do

    Have the text of the pages recognised (OCR) and read the result, or take the report from the
    web page.

    ## Source

    None; it tells of the reading.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, cause=Cause.READING, met=True)
