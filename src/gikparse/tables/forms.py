"""The labels of each form, by wording, and which form a table belongs to.

A form is told by the labels of its tables and never by the year: old forms are
used late.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

import attrs

from gikparse.data.catalogue import Catalogue
from gikparse.data.form import Form
from gikparse.data.layout import HeadRole, RowSpec, TableKind, TableSpec
from gikparse.tables.wording import Wording, plain, without_year

#: A table of a form has at least so many of its labels.
FEWEST_LABELS = 2


class FormRow(NamedTuple):
    """A row of a form, and the table that has it."""

    table: TableSpec
    row: RowSpec


@attrs.define(kw_only=True)
class Known:
    """What a wording can be in a form.

    Attributes:
        rows: Rows, by their places in `FormIndex.order`.
        columns: For each table that has a column so headed, the places of such columns.
        heads: For each table that has such a head over no column, its role.
        over: The tables over which the wording stands, as a title or in a header cell.
    """

    rows: list[int] = attrs.field(factory=list)
    columns: dict[str, list[int]] = attrs.field(factory=dict)
    heads: dict[str, HeadRole] = attrs.field(factory=dict)
    over: set[str] = attrs.field(factory=set)


@attrs.frozen(kw_only=True)
class FormIndex:
    """The labels of a form.

    Attributes:
        order: All rows of the form, table after table.
        tables: Its tables, by key.
        known: What each wording can be.
        wordings: All wordings, sorted.
        single: The heads that stand in a table of kind `SINGLE` only, with that table.
    """

    order: tuple[FormRow, ...]
    tables: dict[str, TableSpec]
    known: dict[str, Known]
    wordings: tuple[str, ...]
    single: dict[str, TableSpec]

    def find(self, wording: Wording) -> Known | None:
        """What a label can be; None for one that the form does not know."""
        return self.known.get(wording.text) or self.known.get(without_year(wording.text))

    def rows_of(self, wording: Wording, known: Known) -> Sequence[int]:
        """The rows that a label can be: with its mark if the form has such, else without one.

        其他 and 总计 head columns too: those with another mark, or with none where the
        form's rows have one, are no rows.
        """
        order = self.order
        unmarked = [place for place in known.rows if order[place].row.numbering is None]
        if wording.numbering is None:
            return unmarked if known.columns else known.rows
        own = [place for place in known.rows if order[place].row.numbering == wording.numbering]
        return own or unmarked or (() if known.columns else known.rows)

    def has_part(self, text: str) -> bool:
        """Whether a text is a part of a label of the form, and none by itself."""
        return text not in self.known and any(text in wording for wording in self.wordings)

    def begins(self, text: str) -> bool:
        """Whether a label of the form begins with a text."""
        place = bisect_left(self.wordings, text)
        return place < len(self.wordings) and self.wordings[place].startswith(text)


@cache
def index_form(catalogue: Catalogue, form: Form) -> FormIndex:
    """The index of a form's labels."""
    tables = {table.key: table for table in catalogue.forms[form].tables}
    order: list[FormRow] = []
    known: dict[str, Known] = defaultdict(Known)
    for table in tables.values():
        for name in filter(None, (table.title, *table.title_aliases)):
            known[plain(name)].over.add(table.key)
        for name, role in _heads(table):
            known[plain(name)].heads[table.key] = role
            known[plain(name)].over.add(table.key)
        for place, column in enumerate(table.columns):
            for name in column.names:
                known[plain(name)].columns.setdefault(table.key, []).append(place)
                known[plain(name)].over.add(table.key)
        for row in table.rows:
            for name in row.names:
                known[plain(name)].rows.append(len(order))
            order.append(FormRow(table, row))
    return FormIndex(
        order=tuple(order),
        tables=tables,
        known=dict(known),
        wordings=tuple(sorted(known)),
        single=dict(_single_heads(tables, known)),
    )


def _heads(table: TableSpec) -> Iterator[tuple[str, HeadRole]]:
    """The header cells over no column, and the words of the row that names the columns."""
    for head in table.heads:
        for name in head.names:
            yield name, head.role
    for column in table.columns:
        for name in column.path[:-1]:
            yield name, HeadRole.SPAN
    for name in table.guide:
        if not name.isdecimal():
            yield name, HeadRole.SPAN


def _single_heads(
    tables: dict[str, TableSpec], known: dict[str, Known]
) -> Iterator[tuple[str, TableSpec]]:
    for name, own in known.items():
        if len(own.columns) == 1:
            table = tables[next(iter(own.columns))]
            if table.kind is TableKind.SINGLE:
                yield name, table


def recognise(tables: Sequence[Iterable[Wording]], catalogue: Catalogue) -> tuple[Form | None, ...]:
    """The form of each of a report's tables.

    Args:
        tables: The labels of each table.
        catalogue: The forms to choose from.

    Returns:
        For each table the form that knows most of its labels, None where no form
        knows two. What a table leaves open the other tables of the report decide:
        the forms of 2019 and 2021 share most of theirs.
    """
    counts = [_count_known(set(words), catalogue) for words in tables]
    report: Counter[Form] = Counter()
    for count in counts:
        best = max(count.values(), default=0)
        leaders = [form for form, known in count.items() if known == best]
        if len(leaders) == 1:
            report[leaders[0]] += best
    return tuple(_leader(count, report) for count in counts)


def _count_known(words: set[Wording], catalogue: Catalogue) -> dict[Form, int]:
    """How many labels of a table each form knows."""
    counts = {}
    for form in catalogue.forms:
        index = index_form(catalogue, form)
        found = [(known, word) for word in words if (known := index.find(word))]
        rows = {places[0] for known, word in found if (places := index.rows_of(word, known))}
        heads = {word.text for known, word in found if known.over}
        counts[form] = len(rows) + len(heads)
    return counts


def _leader(count: dict[Form, int], report: Counter[Form]) -> Form | None:
    best = max(count.values(), default=0)
    if best < FEWEST_LABELS:
        return None
    leaders = [form for form, known in count.items() if known == best]
    return max(leaders, key=lambda form: report[form])
