"""Add a user's wordings to forms, as new forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

import attrs

from gikparse.data.indexing import labels
from gikparse.data.integrity import check_table, did_you_mean
from gikparse.data.layout import ColumnSpec, HeadSpec, RowSpec
from gikparse.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gikparse.data.layout import TableSpec
    from gikparse.data.specs import FormSpec

Named = TypeVar("Named", bound=RowSpec | ColumnSpec | HeadSpec)


def with_wordings(
    forms: tuple[FormSpec, ...], aliases: Mapping[str, Iterable[str]]
) -> tuple[FormSpec, ...]:
    """Forms with more wordings.

    Args:
        forms: Those to start from.
        aliases: An id or a label, and the wordings to add.

    Raises:
        UsageError: A key is neither an id nor a label, its wordings are no list of
            texts, or one of them already names a neighbour in the same table.
    """
    additions = _Additions(aliases)
    changed = tuple(
        attrs.evolve(form, tables=tuple(map(additions.to_table, form.tables))) for form in forms
    )
    for key in additions.unused:
        hint = did_you_mean(key, _names(forms))
        raise UsageError(f"aliases: {key!r} is neither an id nor a label{hint}")
    return changed


def _names(forms: tuple[FormSpec, ...]) -> dict[str, None]:
    """All ids that stand in tables, and all labels."""
    ids = (id_ for form in forms for table in form.tables for id_, _ in table.carriers)
    return dict.fromkeys((*ids, *(label.text for label in labels(forms))))


class _Additions:
    """The wordings to add; knows which of its keys have not matched anything yet."""

    def __init__(self, aliases: Mapping[str, Iterable[str]]) -> None:
        self.wanted = {key: _wordings(key, texts) for key, texts in aliases.items()}
        self.unused = dict.fromkeys(self.wanted)

    def to_table(self, table: TableSpec) -> TableSpec:
        titles = self._more((table.title, *table.title_aliases))
        changed = attrs.evolve(
            table,
            title_aliases=(*table.title_aliases, *titles),
            heads=tuple(map(self._to_named, table.heads)),
            columns=tuple(self._to_named(column, column.id) for column in table.columns),
            rows=tuple(self._to_named(row, row.id, row.label) for row in table.rows),
        )
        check_table(changed, f"aliases: {table.form.value} {table.key}")
        return changed

    def _to_named(self, spec: Named, *other_names: str | None) -> Named:
        more = self._more(spec.names, *other_names)
        return attrs.evolve(spec, aliases=(*spec.aliases, *more)) if more else spec

    def _more(self, present: tuple[str, ...], *other_names: str | None) -> tuple[str, ...]:
        more: dict[str, None] = {}
        for name in (*present, *other_names):
            if name in self.wanted:
                self.unused.pop(name, None)
                more.update(dict.fromkeys(self.wanted[name]))
        return tuple(text for text in more if text not in present)


def _wordings(key: str, texts: Iterable[str]) -> tuple[str, ...]:
    # A lone text would silently become a list of its characters.
    found = () if isinstance(texts, str) or not isinstance(texts, Iterable) else tuple(texts)
    if not (key and found and all(isinstance(text, str) and text for text in found)):
        raise UsageError(f"aliases: {key!r} must have a list of texts, not {texts!r}")
    return found
