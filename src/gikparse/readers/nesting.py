"""How deep the elements of a page are nested, told before a parser builds them.

HTML parsers look through all open elements again and again, so that a page of nothing
but opening tags costs them the square of its length.
"""

from __future__ import annotations

from functools import cache

from gikparse.data.files import read_toml
from gikparse.errors import UsageError
from gikparse.grammar import pattern
from gikparse.readers.limits import Job

#: A page with fewer tags is not worth counting.
_FEW = 200
#: Elements that parsers open again in each block that begins while they are open.
_REOPENED = frozenset(
    {"b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"}
)
_CELLS = frozenset({"td", "th"})
#: How often that may be.
_MOST_REOPENED = 2_000_000


@cache
def _uncounted() -> frozenset[str]:
    pages = read_toml("pages")
    return frozenset([*pages["void"], *pages["implied"]])


def require_shallow(html: str, job: Job) -> None:
    """Refuse a page whose elements are nested too deeply, or that has too many cells.

    Elements that end themselves do not count. The text of scripts is taken for tags as
    well, which does no harm.

    Raises:
        UsageError: They are; the message names the file.
    """
    if html.count("<") < min(_FEW, job.limits.depth):
        return
    open_elements: dict[str, int] = {}
    depth = deepest = reopened = cost = cells = 0
    uncounted = _uncounted()
    for tag in pattern("markup", "TAG").finditer(html):
        name = tag["name"].lower()
        if name in uncounted:
            cells += name in _CELLS and not html.startswith("/", tag.start() + 1)
            cost += reopened
            continue
        step = -1 if html.startswith("/", tag.start() + 1) else 1
        count = open_elements.get(name, 0) + step
        if count < 0:  # the end of what never began
            continue
        open_elements[name] = count
        depth += step
        if name in _REOPENED:
            reopened += step
        elif step > 0:
            cost += reopened
        deepest = max(deepest, depth)
    job.require(deepest, "depth", "levels of elements")
    job.require(cells, "cells", "cells in its tables")
    if cost > _MOST_REOPENED:
        raise UsageError(f"{job.name} opens elements again and again and never ends them")
