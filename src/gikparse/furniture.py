"""Page furniture: what a web page or its printing has put around a report, told line by line."""

from __future__ import annotations

import re
from functools import cache

from gikparse.data.files import read_toml
from gikparse.grammar import pattern
from gikparse.patterns import any_of

#: What buttons are put between.
_FRAMES = " 【】[]"


def is_furniture(line: str) -> bool:
    """Whether a line is a button, a breadcrumb, a page mark or the like and no part of the report.

    Args:
        line: A folded line.

    Example:
        >>> is_furniture("【关闭窗口】"), is_furniture("全年公开12条。")
        (True, False)
    """
    bare = line.strip(_FRAMES)
    words, starts, holds = _words()
    if bare.startswith(starts) or holds.search(bare):
        return True
    if bare in words or all(word.rstrip(":") in words for word in bare.split()):
        return True
    marks = pattern("frame", "BREADCRUMB", "FORM_PROMPT", "PAGE_MARK", "RULE_LINE")
    return marks.fullmatch(bare) is not None


@cache
def _words() -> tuple[frozenset[str], tuple[str, ...], re.Pattern[str]]:
    words = read_toml("furniture")
    return frozenset(words["lines"]), tuple(words["starts"]), re.compile(any_of(words["holds"]))
