"""A page for each statistics form, and one for all indicators with what compares, from the data."""

from __future__ import annotations

from collections.abc import Iterator

import gikparse
from gikparse.data.layout import TableSpec
from gikparse.data.rules import AtMostRule, BalanceRule, ColumnRule, Rule
from gikparse.data.specs import FormSpec, IndicatorSpec

_INDEX = """\
# Forms and indicators

The statistics forms that gikparse knows, and the figures that they ask for. An id means the same in
every form that has it; `gikparse catalogue TEXT` searches this list from a shell, and
{attr}`gikparse.catalogue` in Python.

| form | data of | prescribed by | what it is |
| --- | --- | --- | --- |
"""

_COMPARABLE = """
## All indicators

A figure forms one series over the forms in the column "comparable". Where that is fewer than the
forms that have the row, the columns differ.
"""

_LOOKALIKES = """
## What must not be joined

These look alike and are not the same:
"""

_CATALOGUE = gikparse.catalogue


def pages() -> Iterator[tuple[str, str]]:
    """The page of all indicators, and that of each form."""
    yield "reference/forms/index.md", "\n".join(_index())
    for form in _CATALOGUE.forms.values():
        yield f"reference/forms/{form.form.name}.md", "\n".join(_form(form))


def _index() -> Iterator[str]:
    forms = _CATALOGUE.forms.values()
    yield _INDEX + "\n".join(
        f"| [{form.form.name}]({form.form.name}.md) | {_years(form)} | {form.source or '–'} "
        f"| {form.title} |"
        for form in forms
    )
    yield _COMPARABLE
    yield "| id | label | meaning | unit | comparable |"
    yield "| --- | --- | --- | --- | --- |"
    yield from (_indicator(spec) for spec in _CATALOGUE.indicators.values())
    yield _LOOKALIKES
    for alike in _CATALOGUE.lookalikes:
        yield f"- {', '.join(f'`{id_}`' for id_ in alike.ids)}: {alike.reason}"
    yield "\n```{toctree}\n:hidden:\n"
    yield from (form.form.name for form in forms)
    yield "```\n"


def _years(form: FormSpec) -> str:
    return f"{form.first_year}–{form.last_year}" if form.last_year else f"{form.first_year} on"


def _indicator(spec: IndicatorSpec) -> str:
    comparable = ", ".join(form.name for form in _CATALOGUE.comparable(spec.id)) or "–"
    note = f" {spec.note}" if spec.note else ""
    return (
        f"| `{spec.id}` | {spec.label} | {spec.name}.{note} | {spec.unit or '–'} | {comparable} |"
    )


def _form(form: FormSpec) -> Iterator[str]:
    yield f"# {form.form.name}\n"
    yield f"{form.title}. {form.name}. For the data of {_years(form)}.\n"
    if form.source:
        yield f"Prescribed by {form.source}.\n"
    if form.sections:
        yield "## Sections\n"
        yield from (f"- {section.marker}{section.title}" for section in form.sections)
        yield ""
    for table in form.tables:
        yield from _table(table)


def _table(table: TableSpec) -> Iterator[str]:
    yield f"## Table {table.key}\n"
    yield f"{table.title or 'A table without a title'}. {_KINDS[table.kind.value]}\n"
    if table.kind.value == "single":
        yield "| id | head |"
        yield "| --- | --- |"
        yield from (f"| `{c.id}` | {' › '.join(c.path)} |" for c in table.columns)
    else:
        yield f"Columns: {', '.join(_columns(table))}.\n"
        yield "| id | row as printed | unit |"
        yield "| --- | --- | --- |"
        for row in table.rows:
            name = f"`{row.id}`" if row.id else "–"
            unit = "" if row.group else row.unit or table.unit or "–"
            yield f"| {name} | {'　' * row.depth}{row.label} | {unit} |"
    yield ""
    if table.rules:
        yield "What must add up:\n"
        yield from (f"- {_rule(rule)}" for rule in table.rules)
        yield ""


_KINDS = {
    "list": "One row an indicator: label, unit, value.",
    "block": "A title over a header row of its own.",
    "matrix": "Nested row labels against nested column heads.",
    "single": "Nested column heads over one row of values.",
}


def _columns(table: TableSpec) -> Iterator[str]:
    for column in table.columns:
        main = ", the one that speaks for its row" if column.main else ""
        key = f" (`{column.key}`{main})" if column.key else ""
        yield f"{' › '.join(column.path)}{key}"


def _rule(rule: Rule) -> str:
    if isinstance(rule, BalanceRule):
        return f"{_sum(rule.left)} = {_sum(rule.right)}"
    if isinstance(rule, AtMostRule):
        return f"`{rule.part}` ≤ `{rule.whole}`"
    if isinstance(rule, ColumnRule):
        return f"in every row, column `{rule.total}` = {_sum(rule.parts)}"
    kind = "; the row has no value of its own" if rule.derived else ""
    kind += "; in most documents only" if rule.usual else ""
    optional = "".join(f" + `{part}` where there is such a row" for part in rule.optional)
    return f"`{rule.total}` = {_sum(rule.parts)}{optional}{kind}"


def _sum(names: tuple[str, ...]) -> str:
    return " + ".join(f"`{name}`" for name in names)
