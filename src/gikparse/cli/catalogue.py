"""`gikparse catalogue`: what the statistics forms ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from gikparse.cli.commands import Commands
    from gikparse.data.catalogue import Catalogue
    from gikparse.data.form import Form
    from gikparse.data.specs import FormSpec, IndicatorSpec

_ABOUT = """\
Search the catalogue of indicators: every figure that the statistics forms ask for, with its
id, its Chinese and English name, its unit, and the forms that have it.
"""
_EPILOG = """\
exit status:
  0  something was found
  1  nothing in the catalogue holds the text
  2  wrong usage, or there is no such id

examples:
  gikparse catalogue                          all of it
  gikparse catalogue 国家秘密                 what has these words in an id, a name or a label
  gikparse catalogue --id request.answered    one in full
"""


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "catalogue",
        _run,
        summary="search the indicators that the forms ask for",
        about=_ABOUT,
        epilog=_EPILOG,
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "text",
        metavar="TEXT",
        nargs="?",
        help="a part of an id, of a Chinese label as any form words it, or of an English name",
    )
    what.add_argument("--id", metavar="ID", help="print one indicator in full")


def _run(arguments: argparse.Namespace) -> int:
    from gikparse.data.catalogue import default_catalogue

    catalogue = default_catalogue()
    if arguments.id is not None:
        _print_one(catalogue, arguments.id)
        return 0
    text = arguments.text
    found = catalogue.indicator_specs if text is None else catalogue.search(text)
    if not found:
        print(f"nothing in the catalogue holds {text!r}")
        return 1
    _print_table(found)
    return 0


def _print_table(found: Iterable[IndicatorSpec]) -> None:
    from gikparse.cli.grid import draw_list
    from gikparse.cli.width import columns

    rows = [(spec.id, spec.label, spec.name, spec.unit or "", _forms(spec.forms)) for spec in found]
    for line in draw_list([("id", "label", "name", "unit", "forms"), *rows], columns()):
        print(line)


def _forms(forms: Iterable[Form]) -> str:
    return " ".join(form.value for form in forms)


def _print_one(catalogue: Catalogue, id_: str) -> None:
    from gikparse.cli.width import columns, pad, width, wrap

    fields = list(_fields(catalogue, catalogue.indicator(id_)))
    margin = max(width(name) for name, _ in fields)
    print(id_)
    room = columns() - margin - 6  # with two columns for a closing mark that hangs over
    for name, value in fields:
        for number, line in enumerate(wrap(value, room)):
            print(f"  {pad('' if number else name, margin)}  {line}".rstrip())


def _fields(catalogue: Catalogue, spec: IndicatorSpec) -> Iterator[tuple[str, str]]:
    """What the catalogue says of an indicator, as names and values."""
    forms = catalogue.form_specs
    yield "label", spec.label
    yield "name", spec.name
    yield "unit", spec.unit or "none of its own"
    if spec.parent:
        yield "parent", f"{spec.parent} {catalogue.indicator(spec.parent).label}"
    yield from _by_forms((form.form, place) for form in forms for place in _places(form, spec.id))
    comparable = catalogue.comparable(spec.id)
    if comparable:
        yield "comparable", _forms(comparable)
    sums = ((form.form, catalogue.derivation(spec.id, form.form)) for form in forms)
    yield from _by_forms((form, f"the sum of {', '.join(s.parts)}") for form, s in sums if s)
    if spec.source:
        yield "source", spec.source
    if spec.note:
        yield "note", spec.note
    for group in catalogue.lookalikes:
        if spec.id in group.ids:
            others = ", ".join(id_ for id_ in group.ids if id_ != spec.id)
            yield "not to join", f"{others}: {group.reason}"


def _by_forms(said: Iterable[tuple[Form, str]]) -> Iterator[tuple[str, str]]:
    """What is said of forms, that of several forms once."""
    forms: dict[str, dict[Form, None]] = {}
    for form, what in said:
        forms.setdefault(what, {})[form] = None
    for what, those in forms.items():
        yield _forms(those), what


def _places(form: FormSpec, id_: str) -> Iterator[str]:
    """Where a form has an indicator: the labels over it, its other wordings, its columns."""
    for table in form.tables:
        for own, carrier in table.carriers:
            if own == id_:
                title = f"{table.title}: " if table.title else ""
                aliases = f" (also {'、'.join(carrier.aliases)})" if carrier.aliases else ""
                keys = [column.key for column in table.columns if column.key]
                columns = f"; columns {', '.join(keys)}" if keys else ""
                yield f"{title}{' / '.join(carrier.path)}{aliases}{columns}"
