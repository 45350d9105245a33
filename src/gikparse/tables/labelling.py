"""Which cells of a table are labels of its form, those put together that the page has broken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gikparse.grammar import pattern
from gikparse.nodes import Table
from gikparse.source import Span
from gikparse.tables.entries import Entry, Kind, read_entries
from gikparse.tables.forms import FormIndex, Known
from gikparse.tables.wording import Wording, word

#: A label may be broken into so many cells: some pages write it a character a line.
MOST_PIECES = 16


class Item(NamedTuple):
    """An entry, and what it is as a label.

    Attributes:
        entry: The entry; for a broken label its first piece.
        wording: Its content as a label; None for what is no words.
        known: What the form knows by this wording, None where it knows nothing.
        rows: The rows that the label can be, by their places in the form.
    """

    entry: Entry
    wording: Wording | None = None
    known: Known | None = None
    rows: Sequence[int] = ()

    @property
    def kind(self) -> Kind:
        """What the entry is by its look alone."""
        return self.entry.content.kind

    @property
    def is_figure(self) -> bool:
        """Whether the entry can be a value."""
        return self.entry.content.kind in (Kind.FIGURE, Kind.RUN)


def read_labels(table: Table) -> list[Wording]:
    """The labels of a table, known or not, as its form is told by them."""
    contents = (entry.content for entry in read_entries(table))
    return [word(content.text) for content in contents if content.kind is Kind.WORDS]


def label_items(entries: Sequence[Entry], index: FormIndex) -> list[Item]:
    """The entries of a table, labels that are broken into several cells put together.

    Args:
        entries: The entries, in order.
        index: The labels of the form.
    """
    items: list[Item] = []
    place = 0
    while place < len(entries):
        taken = 1
        item = Item(entries[place])
        if item.kind is Kind.WORDS:
            pieces, wording = _join(entries, place, index)
            taken = len(pieces)
            hull = Span(pieces[0].span.start, pieces[-1].span.end)
            known = index.find(wording)
            rows = index.rows_of(wording, known) if known else ()
            item = Item(item.entry._replace(span=hull), wording, known, rows)
        if not _is_copy(item, items):
            items.append(item)
        place += taken
    return items


def _is_copy(item: Item, before: Sequence[Item]) -> bool:
    """Whether words that the form does not know are repeated in the next place of their span.

    That place is the next line where a page has its cells one below the other.
    """
    if item.kind is not Kind.WORDS or item.known is not None or not before:
        return False
    return before[-1].wording == item.wording


def _join(
    entries: Sequence[Entry], place: int, index: FormIndex
) -> tuple[Sequence[Entry], Wording]:
    """The cells that a label is broken into, and their wording.

    Cells are put together that the form knows by their common wording only, and a
    note with the label before it.
    """
    text = entries[place].content.text
    whole = word(text)
    taken = 1
    for count, entry in enumerate(entries[place + 1 : place + MOST_PIECES], 2):
        piece = entry.content
        if piece.kind not in (Kind.WORDS, Kind.UNIT):
            break
        if index.find(whole) and index.find(word(piece.text)):
            break
        text += piece.text
        wording = word(text)
        known = index.find(wording)
        if known is not None and (known is not index.find(whole) or _is_note(piece.text)):
            whole, taken = wording, count
        elif not index.begins(wording.text) and not pattern("numbering").fullmatch(text):
            break
    return entries[place : place + taken], whole


def _is_note(text: str) -> bool:
    return text.endswith(")") and pattern("values", "NOTE").fullmatch(text) is not None
