"""The indicators of a report, and the ways to ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import overload

from gikparse.data.catalogue import default_catalogue
from gikparse.diagnostics import Diagnostic
from gikparse.indicators.indicator import Indicator, Origin
from gikparse.indicators.rows import IndicatorRow, Provenance, rows_of


class IndicatorSet(Sequence[Indicator]):
    r"""The indicators of a report, in document order.

    Example:
        >>> from gikparse import parse
        >>> text = "指标 | 单位 | 数量 |\n三、依申请公开情况 | — |\n|\n（一）收到申请数 | 件 | 4 |"
        >>> indicators = parse(text).indicators
        >>> indicators.value("request.received"), indicators.ids
        (4, ('request.received',))
        >>> [(i.label, i.unit, i.span) for i in indicators]
        [('本年新收政府信息公开申请数量', '件', Span(start=48, end=49))]
    """

    def __init__(
        self,
        indicators: Iterable[Indicator],
        diagnostics: Iterable[Diagnostic] = (),
        *,
        unnamed: Iterable[Indicator] = (),
        provenance: Provenance,
    ) -> None:
        self._all = tuple(indicators)
        self._provenance = provenance
        #: What was odd in the tables, in document order.
        self.diagnostics = tuple(diagnostics)
        #: The figures of known rows of tables that the catalogue has no id for, such as
        #: 其他形式申请数; the label of the row stands for an id. They count in sums.
        self.unnamed = tuple(unnamed)

    @overload
    def __getitem__(self, index: int) -> Indicator: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Indicator]: ...
    def __getitem__(self, index: int | slice) -> Indicator | Sequence[Indicator]:
        """The indicator at a place, or those of a slice."""
        return self._all[index]

    def __iter__(self) -> Iterator[Indicator]:
        """The indicators, in document order."""
        return iter(self._all)

    def __len__(self) -> int:
        """How many indicators there are."""
        return len(self._all)

    def __repr__(self) -> str:
        return f"<IndicatorSet of {len(self._all)}>"

    @cached_property
    def _by_id(self) -> dict[str, list[Indicator]]:
        found: dict[str, list[Indicator]] = {}
        for indicator in self._all:
            found.setdefault(indicator.id, []).append(indicator)
        return found

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids that occur, in document order."""
        return tuple(self._by_id)

    def values(self, id: str, column: str | None = None) -> tuple[Indicator, ...]:  # noqa: A002
        """Every indicator with an id.

        Args:
            id: The id.
            column: The column; None for those of any.

        Example:
            >>> import gikparse
            >>> report = gikparse.load("docs/examples/f2021.txt")
            >>> [(i.column, i.value) for i in report.indicators.values("request.received")][1:4]
            [('natural_person', 128), ('business', 19), ('research', 1)]
        """
        found = self._by_id.get(id, ())
        return tuple(i for i in found if column is None or i.column == column)

    def get(self, id: str, column: str | None = None) -> Indicator | None:  # noqa: A002
        """The indicator that speaks for an id, or None.

        Args:
            id: The id.
            column: The column; None for the total, the year's figure, or the only
                column there is.

        Returns:
            The first of several, one from a table before one from a sentence.

        Example:
            >>> import gikparse
            >>> indicators = gikparse.load("docs/examples/f2021.txt").indicators
            >>> received, people = indicators.get("request.received"), indicators.get("request.received", "natural_person")
            >>> (received.column, received.value), (people.column, people.value)
            (('total', 159), ('natural_person', 128))
        """
        found = self._by_id.get(id, [])
        if column is not None:
            return _first([i for i in found if i.column == column])
        return principal(found)

    def value(self, id: str, column: str | None = None) -> int | Decimal | None:  # noqa: A002
        """The figure of an id as written, or None: see `get`."""
        indicator = self.get(id, column)
        return None if indicator is None else indicator.value

    def by_label(self, label: str) -> tuple[Indicator, ...]:
        """The indicators with a Chinese label: exactly this one, else the only one that holds it.

        A label counts, too, that a form prints for an indicator of another name: 收到申请数.

        Raises:
            KeyError: No label holds the text, or several do; the message names them.

        Example:
            >>> import gikparse
            >>> indicators = gikparse.load("docs/examples/f2021.txt").indicators
            >>> [(i.column, i.value) for i in indicators.by_label("行政规范性文件")]
            [('issued', 7), ('repealed', 4), ('in_force', 52)]
        """
        labels = {indicator.label for indicator in self._all}
        holding = sorted(known for known in labels if label in known)
        exact = [label] if label in labels else holding
        if not exact:
            specs = default_catalogue().search(label)
            printed = self._by_id.keys() & {spec.id for spec in specs}
            if len(printed) == 1:
                return tuple(self._by_id[printed.pop()])
        if len(exact) != 1:
            raise KeyError(
                f"{len(holding)} labels hold {label!r}"
                + (f": {', '.join(holding)}" if holding else "")
            )
        return tuple(i for i in self._all if i.label == exact[0])

    def to_rows(self) -> list[IndicatorRow]:
        """Each indicator as a flat record that knows its report, in document order.

        Returns:
            Dictionaries with the keys of `IndicatorRow`, all in each and always in its order:
            what `csv.DictWriter`, a data frame or a data base takes.

        Example:
            >>> import gikparse
            >>> report = gikparse.load("docs/examples/f2021.txt")
            >>> row = report.indicators.to_rows()[-1]
            >>> row["agency"], row["year"], row["section"], row["section_title"]
            ('云岫市鹭汀区人民政府', 2023, '六、/（一）', '收取信息处理费情况')
            >>> row["id"], row["value"], row["unit"], row["base_value"], row["origin"], row["line"]
            ('request.fee', Decimal('0.03'), '万元', 300, 'prose', 68)
        """
        return rows_of(self._all, self._provenance)


def principal(found: Sequence[Indicator]) -> Indicator | None:
    """Of the indicators of one id the one that speaks for it: see `IndicatorSet.get`."""
    main = [i for i in found if i.column in MAIN_COLUMNS]
    is_alone = len({i.column for i in found}) == 1
    return _first(main or (found if is_alone else []))


def _first(found: Sequence[Indicator]) -> Indicator | None:
    tabled = (i for i in found if i.origin is Origin.TABLE)
    return next(tabled, found[0] if found else None)


#: The columns that speak for their row, when no column is asked for.
MAIN_COLUMNS = (None, "total", "year")
