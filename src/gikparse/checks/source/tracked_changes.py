"""GIK028: changes that nobody has accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.reading import TRACKED_CHANGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = TRACKED_CHANGES


def find(report: Report) -> Iterator[Diagnostic]:
    """The Word document holds changes that nobody has accepted.

    ## What it reports

    Deletions and moves that Word keeps as tracked changes. They were read as if they had been
    accepted: what is deleted is left out.

    ## Why it matters

    The document is a draft. Whoever opens it sees both wordings, and perhaps what was not meant
    for the public.

    ## Example

    ```docx
    <w:p><w:r><w:t>一、总体情况</w:t></w:r></w:p>
    <w:p><w:r><w:t>全年公开</w:t></w:r>
    <w:del><w:r><w:delText>10</w:delText></w:r></w:del>
    <w:ins><w:r><w:t>12</w:t></w:r></w:ins>
    <w:r><w:t>条。</w:t></w:r></w:p>
    ```

    ## What to do

    Accept or reject the changes before the report is published.

    ## Source

    ECMA-376 (Office Open XML), part 1, 17.13.5: Revisions.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
