"""Documents in the order of their sources, where several runs did them in another one."""

from __future__ import annotations

import heapq
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count, groupby, pairwise

from gikparse.stores.encoding import Encoded, pack_lines
from gikparse.stores.parts import Part, Parts
from gikparse.tidy.schema import tables


def arrange(parts: Parts, done: Sequence[Part], places: Mapping[str, int]) -> list[Part]:
    """Put documents into the order of the sources, if they are not.

    A document that changed, or was tried again, stands in a later part than its neighbours do. New
    parts are written then, before the old ones are deleted, so that nothing is lost by a kill.

    Args:
        parts: Where parts are written.
        done: Those that there are.
        places: The place of each document among the sources, by name.

    Returns:
        Parts with the same documents, in order.
    """
    found = [[places[row["file"]] for row in part.rows("reports")] for part in done]
    if all(one <= other for one, other in pairwise(chain(*found))):
        return [*done]
    for encoded in _in_order(done, [min(own, default=0) for own in found], places):
        parts.add(encoded)
    parts.seal()
    for part in done:
        part.path.unlink()
    return [*parts.done()]


def _in_order(
    parts: Sequence[Part], firsts: Sequence[int], places: Mapping[str, int]
) -> Iterator[Encoded]:
    """The documents of all parts in order. A part is read when its first one is due."""
    waiting = sorted(zip(firsts, count(), parts, strict=False), reverse=True)
    ready: list[tuple[int, int, Encoded]] = []
    order = count()
    while waiting or ready:
        while waiting and (not ready or waiting[-1][0] <= ready[0][0]):
            for file, encoded in _documents(waiting.pop()[-1]):
                heapq.heappush(ready, (places[file], next(order), encoded))
        if ready:
            yield heapq.heappop(ready)[-1]


def _documents(part: Part) -> Iterator[tuple[str, Encoded]]:
    """The documents of a part, each with its rows in all tables."""
    others = {table.name: _by_file(part, table.name) for table in tables()}
    reports = others.pop("reports")
    heads = {table: next(rows, None) for table, rows in others.items()}
    for file, packed in reports:
        encoded = {"reports": packed}
        for table, head in heads.items():
            if head is not None and head[0] == file:
                encoded[table] = head[1]
                heads[table] = next(others[table], None)
        yield file, encoded


def _by_file(part: Part, table: str) -> Iterator[tuple[str, bytes]]:
    """The rows of each document, which stand together."""
    for file, lines in groupby(part.lines(table), lambda line: str(json.loads(line)["file"])):
        yield file, pack_lines(lines)
