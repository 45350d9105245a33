"""Which row of the form each label opens, told by wording, mark and order.

One wording stands for several rows, as 其他 does, and a page leaves rows out,
adds some and repeats labels. The order of the form decides: the choice is the one
that keeps most labels, each behind the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from gikparse.tables.forms import FormIndex
from gikparse.tables.labelling import Item

#: What it costs that the form begins again behind heads, in labels.
RESTART = 0.5


def choose_rows(items: Sequence[Item], index: FormIndex) -> list[int | None]:
    """For each item the row that it opens as a label, None for one that opens none.

    Args:
        items: The items of a table, in order.
        index: The labels of the form.

    Returns:
        The places of the rows in the form. They rise; behind heads, where another
        table may begin, they may begin again. A label that is repeated at once, as a
        span repeated in each of its columns, has the same row again.
    """
    labels = _Labels(items, index)
    chosen = labels.in_order()
    return labels.longest_run() if chosen is None else chosen


class _Labels:
    def __init__(self, items: Sequence[Item], index: FormIndex) -> None:
        self._count = len(items)
        self._rows = len(index.order)
        #: The items that can open a row, with those rows and whether heads stand before them.
        self._labels: list[tuple[int, Sequence[int], bool]] = []
        groups: set[str] = set()
        behind_heads = False
        for place, item in enumerate(items):
            if item.known is None:
                continue
            rows = item.rows or _unmarked(items, place)
            if not rows:
                behind_heads = True
                groups.clear()
                continue
            if item.wording and all(index.order[row].row.group for row in rows):
                # The label of a group stands before each of its rows where spans are repeated.
                if item.wording.text in groups:
                    continue
                groups.add(item.wording.text)
            self._labels.append((place, rows, behind_heads))
            behind_heads = False

    def in_order(self) -> list[int | None] | None:
        """The next possible row for every label; None where that does not work out for all."""
        chosen: list[int | None] = [None] * self._count
        last = -1
        for place, rows, _ in self._labels:
            if last not in rows:
                following = next((row for row in rows if row > last), None)
                if following is None:
                    return None
                last = following
            chosen[place] = last
        return chosen

    def longest_run(self) -> list[int | None]:
        """The choice that keeps most labels."""
        # For each row the best run that ends with it: its worth, and its last step.
        best: list[tuple[float, int]] = [(0.0, -1)] * self._rows
        top: tuple[float, int] = (0.0, -1)
        #: Each step: the label, its row, and the step before.
        steps: list[tuple[int, int, int]] = []
        for place, rows, behind_heads in self._labels:
            found = []
            for row in rows:
                before = max(best[: row + 1], default=(0.0, -1))
                if behind_heads and top[0] - RESTART > before[0]:
                    before = (top[0] - RESTART, top[1])
                found.append((row, (before[0] + 1, len(steps))))
                steps.append((place, row, before[1]))
            for row, run in found:
                if run[0] > best[row][0]:
                    best[row] = run
                if run[0] > top[0]:
                    top = run
        chosen: list[int | None] = [None] * self._count
        step = top[1]
        while step >= 0:
            place, row, step = steps[step]
            chosen[place] = row
        return chosen


def _unmarked(items: Sequence[Item], place: int) -> Sequence[int]:
    """The rows of a label such as 总计 that heads columns too, and here has lost its mark.

    It stands alone between figures, while heads stand together.
    """
    item = items[place]
    if item.known is None or not item.known.rows or not 0 < place < len(items) - 1:
        return ()
    between = items[place - 1].is_figure and items[place + 1].is_figure
    return item.known.rows if between else ()
