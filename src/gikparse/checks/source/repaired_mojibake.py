"""GIK022: text that was read in a wrong encoding, and turned back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.reading import MOJIBAKE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = MOJIBAKE


def find(report: Report) -> Iterator[Diagnostic]:
    """The text had been read in a wrong encoding before it was saved, and was turned back.

    ## What it reports

    Mojibake: characters such as 涓€銆佹€讳綋鎯呭喌 for 一、总体情况, which come about when a
    program reads UTF-8 as GBK or the like, and saves that. Nothing was lost, and the text was
    turned back. Places count in the text that came of it.

    ## Why it matters

    People cannot read such a file. What it says is certain all the same.

    ## Example

    ```bytes
    涓€銆佹€讳綋鎯呭喌
    ```

    ## What to do

    Nothing for this reading. Save the file anew as UTF-8, so that others can read it.

    ## Source

    RFC 3629 (UTF-8); GB 18030-2022 《信息技术 中文编码字符集》.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
