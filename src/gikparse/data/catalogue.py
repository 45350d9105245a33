"""The catalogue: every form, table, row, column and indicator that gikparse knows.

The facts are the TOML files beside this module. A catalogue never changes;
`with_aliases` and `with_file` return new ones, and nothing global knows of them.

A user's file for `Catalogue.with_file` may hold

- `[aliases]`: an id or a label of the catalogue, and other wordings of it;
- `indicators`: indicators of one's own, with the keys `id`, `label`, `name` and,
  where wanted, `unit`, `parent` and `note`;
- `[[tables]]`: tables that are added to the form `LOCAL`, with the keys of
  `TableSpec`, `HeadSpec`, `ColumnSpec` and `RowSpec`, as in `data/forms/local.toml`.

For example::

    indicators = [
        { id = "inquiry.hotline", label = "热线接听数", name = "Calls answered", unit = "人次" },
    ]

    [aliases]
    "request.received" = ["受理申请件数"]
    "自然人" = ["个人"]

    [[tables]]
    key = "inquiries"
    kind = "list"
    title = "咨询情况统计表"
    heads = [{ role = "label", text = "项目" }]
    columns = [{ path = ["数量"] }]
    rows = [{ id = "inquiry.hotline", text = "热线接听数" }]
"""

from __future__ import annotations

from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import attrs

from gikparse.data import indexing
from gikparse.data.building import as_table, build, build_form, build_table, entries
from gikparse.data.extending import with_wordings
from gikparse.data.files import parse_toml, read_toml
from gikparse.data.form import Form
from gikparse.data.integrity import check_specs, did_you_mean
from gikparse.data.rules import SumRule
from gikparse.data.specs import CellMarks, FormSpec, IndicatorSpec, Label, Lookalikes
from gikparse.errors import InstallationError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@attrs.frozen(kw_only=True, cache_hash=True)
class Catalogue:
    """What the statistics forms print and ask for (国办发〔2014〕32号, 国办公开办函〔2019〕60号, 〔2021〕30号).

    Attributes:
        form_specs: The forms, in the order of `Form`.
        indicator_specs: The indicators, in the order of the forms.
        lookalikes: Groups of indicators that must not be joined, with the reason.
        cells: What stands in a value cell that is no plain number.

    Example:
        >>> catalogue = default_catalogue()
        >>> catalogue.indicators["request.received"].name
        'Requests received in the year'
        >>> [table.key for table in catalogue.forms[Form.F2021].tables][-2:]
        ['requests', 'review']
    """

    form_specs: tuple[FormSpec, ...]
    indicator_specs: tuple[IndicatorSpec, ...]
    lookalikes: tuple[Lookalikes, ...]
    cells: CellMarks

    @cached_property
    def forms(self) -> Mapping[Form, FormSpec]:
        """The forms by `Form`."""
        return MappingProxyType({spec.form: spec for spec in self.form_specs})

    @cached_property
    def indicators(self) -> Mapping[str, IndicatorSpec]:
        """The indicators by id."""
        return MappingProxyType({spec.id: spec for spec in self.indicator_specs})

    def indicator(self, id: str) -> IndicatorSpec:  # noqa: A002 - the public word for it
        """The indicator with this id.

        Raises:
            UsageError: There is none; the message names those that are near.

        Example:
            >>> default_catalogue().indicator("request.fee").label
            '依申请公开信息收取的费用'
            >>> default_catalogue().indicator("request.fees")
            Traceback (most recent call last):
            gikparse.errors.UsageError: there is no indicator 'request.fees'; did you mean request.fee...?
        """
        if id in self.indicators:
            return self.indicators[id]
        raise UsageError(f"there is no indicator {id!r}{did_you_mean(id, self.indicators)}")

    def search(self, text: str) -> tuple[IndicatorSpec, ...]:
        """The indicators whose id, Chinese label or English name holds a text.

        Args:
            text: An id, a Chinese label as any of the forms words it, an English
                name, or a part of one; case does not matter.

        Returns:
            Exact matches first, then the others, both in the order of the catalogue.

        Example:
            >>> [spec.id for spec in default_catalogue().search("复议后起诉")][0]
            'litigation.after_review'
        """
        return indexing.search(self.indicator_specs, self.form_specs, text.strip().casefold())

    def comparable(self, id: str, column: str | None = None) -> tuple[Form, ...]:  # noqa: A002
        """The forms whose figures of an indicator mean the same and may form one series.

        A form counts where a cell holds the figure, or where the sum of the cells
        under a heading is the figure.

        Args:
            id: The indicator.
            column: The column. None is the one that speaks for the row: the only
                one, the total, or the year's figure; forms without one are left out.

        Returns:
            The forms, in the order of `Form`.

        Raises:
            UsageError: There is no such indicator or column.

        Example:
            >>> catalogue = default_catalogue()
            >>> [form.name for form in catalogue.comparable("request.answered.denied")]
            ['F2014', 'F2019', 'F2021', 'LOCAL']
            >>> [form.name for form in catalogue.comparable("proactive.licence", "decisions")]
            ['F2019', 'F2021']
        """
        self.indicator(id)
        if column is not None and column not in self._columns:
            raise UsageError(f"there is no column {column!r}{did_you_mean(column, self._columns)}")
        return tuple(spec.form for spec in self.form_specs if indexing.has_figure(spec, id, column))

    def derivation(self, id: str, form: Form) -> SumRule | None:  # noqa: A002
        """The sum that gives an indicator where the form has only a heading for it, or None.

        Example:
            >>> default_catalogue().derivation("request.answered.unable", Form.F2021).parts
            ('request.answered.unable.not_held', 'request.answered.unable.needs_creation',
             'request.answered.unable.unclear')
        """
        rules = (rule for table in self.forms[form].tables for rule in table.rules)
        return next(
            (r for r in rules if isinstance(r, SumRule) and r.derived and r.total == id), None
        )

    def labels(self) -> tuple[Label, ...]:
        """Every title, head, column and row label that the tables of the forms print.

        Returns:
            One entry for each wording and mark, with the forms that have it;
            aliases are wordings too.

        Example:
            >>> [label for label in default_catalogue().labels() if label.text == "当面申请数"]
            [Label(text='当面申请数', marker='1.', role=<LabelRole.ROW: 'row'>, forms=(<Form.F2014: 'F2014'>,)),
             Label(text='当面申请数', marker='', role=<LabelRole.ROW: 'row'>, forms=(<Form.LOCAL: 'LOCAL'>,))]
        """
        return self._labels

    @cached_property
    def _columns(self) -> frozenset[str]:
        tables = (table for form in self.form_specs for table in form.tables)
        return frozenset(column.key for table in tables for column in table.columns if column.key)

    @cached_property
    def _labels(self) -> tuple[Label, ...]:
        return indexing.labels(self.form_specs)

    def with_aliases(self, aliases: Mapping[str, Iterable[str]]) -> Catalogue:
        """A catalogue that knows more wordings.

        Args:
            aliases: An id or a label, and the wordings to add. An id stands for all
                its rows in all forms, a label for every row, column, head and title so worded.

        Raises:
            UsageError: An id or label is unknown, or a wording already names
                a neighbour in the same table.

        Example:
            >>> catalogue = default_catalogue().with_aliases({"request.received": ["收到申请件数"]})
            >>> catalogue.forms[Form.F2014].tables[0].row("request.received").names
            ('收到申请数', '收到申请件数')
        """
        return attrs.evolve(self, form_specs=with_wordings(self.form_specs, aliases))

    def with_file(self, path: str | Path) -> Catalogue:
        r"""A catalogue that also knows what a TOML file says; the module's docstring has its format.

        Args:
            path: The file.

        Raises:
            UsageError: The file cannot be read or does not fit; the message
                names the file, the key and the cause.

        Example:
            >>> import tempfile
            >>> with tempfile.TemporaryDirectory() as folder:
            ...     path = Path(folder, "ours.toml")
            ...     _ = path.write_text('[aliases]\n"自然人" = ["个人"]\n', encoding="utf-8")
            ...     catalogue = default_catalogue().with_file(path)
            >>> catalogue.forms[Form.F2021].table("requests").column("natural_person").names
            ('自然人', '个人')
        """
        try:
            content = parse_toml(Path(path).read_text("utf-8"))
        except OSError as error:
            raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
        except ValueError as error:
            raise UsageError(f"{path}: no TOML: {error}") from error
        try:
            return self._with_content(content)
        except UsageError as error:
            raise UsageError(f"{path}: {error}") from error

    def _with_content(self, content: Mapping[str, Any]) -> Catalogue:
        known = ("aliases", "indicators", "tables")
        for key in content:
            if key not in known:
                raise UsageError(f"unknown key {key!r}{did_you_mean(key, known)}")
        added = [
            build(IndicatorSpec, *found, forms=(), source="")
            for found in entries(content, "indicators")
        ]
        tables = [build_table(*found, Form.LOCAL) for found in entries(content, "tables")]
        specs = tuple(
            attrs.evolve(spec, tables=(*spec.tables, *tables)) if spec.form is Form.LOCAL else spec
            for spec in self.form_specs
        )
        indicators = indexing.with_forms((*self.indicator_specs, *added), specs)
        check_specs(specs, indicators, self.lookalikes)
        catalogue = attrs.evolve(self, form_specs=specs, indicator_specs=indicators)
        return catalogue.with_aliases(as_table(content.get("aliases", {}), "aliases"))


@cache
def default_catalogue() -> Catalogue:
    """The catalogue that comes with gikparse; it is read when first asked for.

    Raises:
        InstallationError: A data file is missing or damaged.

    Example:
        >>> import gikparse
        >>> gikparse.catalogue is default_catalogue()
        True
    """
    try:
        forms = tuple(build_form(read_toml(f"forms/{form.value.lower()}"), form) for form in Form)
        content = read_toml("indicators")
        notes = content["notes"]
        indicators = tuple(
            build(IndicatorSpec, entry, where, forms=(), source="", note=notes.get(entry["id"], ""))
            for entry, where in entries(content, "indicators")
        )
        catalogue = Catalogue(
            form_specs=forms,
            indicator_specs=indexing.with_forms(indicators, forms),
            lookalikes=tuple(build(Lookalikes, *found) for found in entries(content, "lookalikes")),
            cells=build(CellMarks, read_toml("cells"), "cells"),
        )
        check_specs(forms, catalogue.indicator_specs, catalogue.lookalikes)
    except (UsageError, KeyError) as error:
        raise InstallationError(f"gikparse's data files do not fit together: {error}") from error
    return catalogue
