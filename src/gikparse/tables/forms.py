"""The labels of each form, by wording, and which form a table belongs to.

A form is told by the labels of its tables and never by the year: old forms are
used late.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

import attrs

from gikparse.data.catalogue import Catalogue
from gikparse.data.form import Form
from gikparse.data.layout import ColumnSpec, RowSpec, TableSpec
from gikparse.folding import fold
from gikparse.tables.wording import Wording


@attrs.frozen(kw_only=True)
class FormIndex:
    """The labels of a form, by wording.

    Attributes:
        order: All rows of the form, table after table.
        rows: Row labels, with their places in `order`.
        columns: Innermost column heads, with their tables.
        heads: Other header cells and titles, with their tables.
        wordings: All of them, sorted.
    """

    order: list[tuple[TableSpec, RowSpec]] = attrs.field(factory=list)
    rows: dict[str, list[int]] = attrs.field(factory=dict)
    columns: dict[str, list[tuple[TableSpec, ColumnSpec]]] = attrs.field(factory=dict)
    heads: dict[str, list[TableSpec]] = attrs.field(factory=dict)
    wordings: list[str] = attrs.field(factory=list)

    def places(self, wording: Wording) -> list[int]:
        """The rows that a label can be: with its mark if the form has such, else without one.

        其他 and 总计 without a mark are the heads of columns where the form has those.
        """
        places = self.rows.get(wording.text, [])
        if wording.numbering is None:
            if wording.text not in self.columns:
                return places
            return [p for p in places if self.order[p][1].numbering is None]
        marked = [p for p in places if self.order[p][1].numbering == wording.numbering]
        return marked or [p for p in places if self.order[p][1].numbering is None] or places

    def knows(self, text: str) -> bool:
        """Whether a wording is a label of the form at all."""
        return text in self.rows or text in self.columns or text in self.heads

    def begins(self, text: str) -> bool:
        """Whether a label of the form begins with a text."""
        place = bisect_left(self.wordings, text)
        return place < len(self.wordings) and self.wordings[place].startswith(text)


@cache
def index_form(catalogue: Catalogue, form: Form) -> FormIndex:
    """The index of a form's labels."""
    index = FormIndex()
    for table in catalogue.forms[form].tables:
        heads = (name for head in table.heads for name in head.names)
        spans = (name for column in table.columns for name in column.path[:-1])
        for name in filter(None, (table.title, *table.title_aliases, *heads, *spans)):
            index.heads.setdefault(plain(name), []).append(table)
        for column in table.columns:
            for name in column.names:
                index.columns.setdefault(plain(name), []).append((table, column))
        for row in table.rows:
            for name in row.names:
                index.rows.setdefault(plain(name), []).append(len(index.order))
            index.order.append((table, row))
    index.wordings.extend(sorted({*index.rows, *index.columns, *index.heads}))
    return index


def plain(text: str) -> str:
    """A label folded and without blanks, a year in it left open: 2016年度 is {year}年度."""
    bare = "".join(fold(text).split())
    return "{year}" + bare[4:] if bare[:4].isdigit() and bare[4:5] == "年" else bare


def recognise(
    tables: Sequence[Iterable[Wording]], catalogue: Catalogue
) -> tuple[Form | None, ...]:
    """The form of each of a report's tables.

    Args:
        tables: The labels of each table.
        catalogue: The forms to choose from.

    Returns:
        For each table the form that knows most of its labels, None where no form
        knows two. What a table leaves open the other tables of the report decide:
        the forms of 2019 and 2021 share most of theirs.
    """
    counts = [_known(list(words), catalogue) for words in tables]
    report: Counter[Form] = Counter()
    for count in counts:
        best = max(count.values(), default=0)
        leaders = [form for form, known in count.items() if known == best]
        if len(leaders) == 1:
            report[leaders[0]] += best
    return tuple(_leader(count, report) for count in counts)


def _known(words: list[Wording], catalogue: Catalogue) -> dict[Form, int]:
    known = {}
    for form in catalogue.forms:
        index = index_form(catalogue, form)
        rows = {place for w in words for place in index.places(w)[:1]}
        others = {w.text for w in words if w.text in index.columns or w.text in index.heads}
        known[form] = len(rows) + len(others)
    return known


def _leader(count: dict[Form, int], report: Counter[Form]) -> Form | None:
    best = max(count.values(), default=0)
    if best < 2:
        return None
    leaders = [form for form, known in count.items() if known == best]
    return max(leaders, key=lambda form: report[form])
