"""Which columns a table has, told by the heads that stand over its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from gikparse.data.layout import ColumnSpec, HeadRole, TableKind, TableSpec
from gikparse.tables.labelling import Item
from gikparse.tables.similarity import Misspelling, similar

#: Heads that name fewer of a table's columns than this share do not replace those it has.
SHARE_OF_COLUMNS = 0.5


@attrs.frozen(kw_only=True)
class Slot:
    """A place for a value in each row.

    Attributes:
        column: The column; None for one of codes, and for one that the form does not know.
        unit: The unit that its head states.
        is_code: Whether it is a column of codes.
    """

    column: ColumnSpec | None = None
    unit: str | None = None
    is_code: bool = False


@attrs.frozen(kw_only=True)
class Header:
    """What the heads over a table say.

    Attributes:
        slots: The value columns, from left to right.
        missing: Columns of the form that the page does not have.
        unknown: Heads that the form does not know.
        misspelt: Heads that were told in spite of their spelling.
        numbered: Whether a number stands before each label.
        assumed: Whether the columns are the form's, because the heads cannot be read.
        width: How many cells the lines have that the heads stand on; 0 where they differ.
    """

    slots: tuple[Slot, ...]
    missing: tuple[ColumnSpec, ...] = ()
    unknown: tuple[Item, ...] = ()
    misspelt: tuple[Misspelling, ...] = ()
    numbered: bool = False
    assumed: bool = False
    width: int = 0

    @property
    def is_irregular(self) -> bool:
        """Whether the page has other columns than the form."""
        return bool(self.missing) or any(
            not slot.column and not slot.is_code for slot in self.slots
        )


def read_header(table: TableSpec, heads: Sequence[Item]) -> Header:
    """Read the heads over a table.

    Heads over each other do not come in the order of the columns. So in a matrix
    the form's order counts, and elsewhere that of the page.

    Args:
        table: The table of the form.
        heads: The cells over its rows, in the order of the page.
    """
    reader = _Heads(table, heads)
    match table.kind:
        case TableKind.MATRIX:
            return reader.matrix()
        case TableKind.SINGLE:
            return reader.single()
        case _:
            return reader.row()


def replaces(header: Header, former: Header) -> bool:
    """Whether heads that stand between the rows of a table are a new header for it."""
    columns = sum(slot.column is not None for slot in header.slots)
    return not header.assumed and columns >= SHARE_OF_COLUMNS * len(former.slots)


class _Heads:
    """The heads over a table, each with its column if the form knows it."""

    def __init__(self, table: TableSpec, heads: Sequence[Item]) -> None:
        self._table = table
        self._heads = heads
        self._whole = [column for column in table.columns if not column.optional]
        self._misspelt: list[Misspelling] = []
        self._unknown = [item for item in heads if item.known is None]

    def _column_of(self, item: Item) -> ColumnSpec | None:
        places = item.known.columns.get(self._table.key) if item.known else None
        return self._table.columns[places[0]] if places else None

    def _role_of(self, item: Item) -> HeadRole | None:
        return item.known.heads.get(self._table.key) if item.known else None

    def _slot(self, column: ColumnSpec, item: Item | None = None) -> Slot:
        return Slot(column=column, unit=item.wording.unit if item and item.wording else None)

    # --- heads over each other

    def matrix(self) -> Header:
        found = {column.key: item for item in self._heads if (column := self._column_of(item))}
        if not found:
            return self._form_header()
        self._join_halves(found)
        self._mend(found)
        missing = [column for column in self._whole if column.key not in found]
        if len(self._unknown) == len(missing) == 1:
            # The one unknown head stands where the one missing column would.
            slots = (Slot(column=c if c.key in found else None) for c in self._whole)
            return self._header(slots)
        if missing and self._unknown:
            return self._form_header()
        shown = (c for c in self._whole if c.key in found)
        return self._header((self._slot(c, found[c.key]) for c in shown), missing)

    def _join_halves(self, found: dict[str | None, Item]) -> None:
        """Tell heads that the page has broken over two lines: 商业 | 科研, and below 企业 | 机构."""
        words = {item.wording.text: item for item in self._heads if item.wording}
        for upper in list(self._unknown):
            start = upper.wording.text if upper.wording else ""
            for column in self._whole:
                ends = (name.removeprefix(start) for name in column.names if name.startswith(start))
                lower = next((words[end] for end in ends if start and end in words), None)
                if lower is not None:
                    found.setdefault(column.key, upper)
                    self._unknown = [item for item in self._unknown if item not in (upper, lower)]

    def _mend(self, found: dict[str | None, Item]) -> None:
        """Tell misspelt heads by the columns that are missing."""
        for item in list(self._unknown):
            column, _ = self._meant(item, found)
            if column is not None:
                found[column.key] = item

    # --- heads over one row of values

    def single(self) -> Header:
        leaves = [item for item in self._heads if self._column_of(item)]
        wordings = [item.wording.text for item in leaves if item.wording]
        places = _longest_fit(wordings[-2 * len(self._whole) :], self._whole)
        if len(places) == len(self._whole):
            return self._header(map(self._slot, self._whole))
        if self._unknown:
            return self._form_header()
        missing = [c for place, c in enumerate(self._whole) if place not in places]
        return self._header((self._slot(self._whole[place]) for place in places), missing)

    # --- heads side by side

    def row(self) -> Header:
        slots: list[Slot] = []
        roles: list[HeadRole] = []
        found: dict[str | None, Item] = {}
        doubled = self._doubled()
        for item in self._heads:
            column, role = self._column_of(item), self._role_of(item)
            if item is doubled:
                column = self._instead(item)
            elif item.known is None:
                column, role = self._meant(item, found)
            if role is not None:
                roles.append(role)
            if column is not None and column.key not in found:
                found[column.key] = item
                slots.append(self._slot(column, item))
            elif role is HeadRole.CODE:
                slots.append(Slot(is_code=True))
            elif item in self._unknown and (roles or found):
                slots.append(Slot())
        if not found and not roles:
            return self._form_header()
        missing = [column for column in self._whole if column.key not in found]
        return self._header(slots, missing, numbered=roles[:1] == [HeadRole.NUMBER])

    def _doubled(self) -> Item | None:
        """The head that says again what another says, where the one missing head would stand."""
        leaves = [item for item in self._heads if self._column_of(item)]
        if len(leaves) != len(self._whole):
            return None
        pairs = zip(leaves, self._whole, strict=True)
        wrong = [item for item, column in pairs if self._column_of(item) is not column]
        return wrong[0] if len(wrong) == 1 else None

    def _instead(self, doubled: Item) -> ColumnSpec:
        """The column that a doubled head stands over."""
        present = {id(self._column_of(item)) for item in self._heads}
        column = next(column for column in self._whole if id(column) not in present)
        self._misspelt.append(Misspelling(entry=doubled.entry, meant=column.text))
        return column

    def _meant(
        self, item: Item, found: dict[str | None, Item]
    ) -> tuple[ColumnSpec | None, HeadRole | None]:
        """The column or the role of a head that is misspelt."""
        missing = [column for column in self._whole if column.key not in found]
        heads = self._table.heads
        names = [column.names for column in missing] + [head.names for head in heads]
        place = similar(item.wording, names) if item.wording else None
        if place is None:
            return None, None
        self._misspelt.append(Misspelling(entry=item.entry, meant=names[place][0]))
        self._unknown.remove(item)
        if place < len(missing):
            return missing[place], None
        return None, heads[place - len(missing)].role

    # --- what comes out

    def _header(
        self,
        slots: Iterator[Slot] | Sequence[Slot],
        missing: Sequence[ColumnSpec] = (),
        *,
        numbered: bool = False,
    ) -> Header:
        return Header(
            slots=tuple(slots),
            missing=tuple(missing),
            unknown=tuple(self._unknown),
            misspelt=tuple(self._misspelt),
            numbered=numbered,
            width=self._width(),
        )

    def _width(self) -> int:
        widths = {item.entry.width for item in self._heads if not _is_title(item)}
        return widths.pop() if len(widths) == 1 else 0

    def _form_header(self) -> Header:
        """The form's own columns, for a page whose heads are lost or cannot be read."""
        return Header(
            slots=tuple(map(self._slot, self._whole)),
            unknown=tuple(self._unknown),
            misspelt=tuple(self._misspelt),
            assumed=True,
        )


def _is_title(item: Item) -> bool:
    return item.known is not None and not item.known.columns and not item.known.heads


def _longest_fit(leaves: Sequence[str], columns: Sequence[ColumnSpec]) -> list[int]:
    """The columns that heads stand over which repeat, in the order of the form: 结果维持 … 总计.

    Where spans are repeated, the heads of the upper rows stand there twice; the last
    heads that fit are those right over the values.
    """
    best: list[int] = []
    for first in range(len(leaves)):
        places: list[int] = []
        for leaf in leaves[first:]:
            after = places[-1] + 1 if places else 0
            place = next((p for p in range(after, len(columns)) if leaf in columns[p].names), None)
            if place is None:
                break
            places.append(place)
        else:
            if len(places) > len(best):
                best = places
    return best
