"""GIK023: text that was read in a wrong encoding, and lost parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.met import met
from gikparse.checks.rule import Rule
from gikparse.diagnostics.reading import LOST_MOJIBAKE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Diagnostic
    from gikparse.report import Report

KIND = LOST_MOJIBAKE


def find(report: Report) -> Iterator[Diagnostic]:
    """The text had been read in a wrong encoding before it was saved, and parts of it are lost.

    ## What it reports

    Mojibake, as in `repaired-mojibake`, in which some characters became question marks. The
    rest was turned back, and each place that is lost reads as U+FFFD (�). The finding marks the
    first.

    ## Why it matters

    Nobody can tell from this file what stood there; it may have been a figure.

    ## Example

    ```bytes
    涓?銆佹?讳綋鎯呭喌銆?
    锛堜竴锛変富鍔ㄥ叕寮?鏀垮簻淇℃伅銆?
    锛堜簩锛変緷鐢宠?峰叕寮?鎯呭喌銆?
    ```

    ## What to do

    Get the file once more, or take the text from the page itself.

    ## Source

    RFC 3629 (UTF-8); GB 18030-2022 《信息技术 中文编码字符集》.
    """
    return met(report, KIND)


RULE = Rule(kind=KIND, find=find, met=True)
