"""`gikparse rule`: what a code means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command
from gikparse.cli.painting import add_color_to, is_colourful
from gikparse.cli.wording import add_lang_to, locale_lang

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from gikparse.cli.commands import Commands
    from gikparse.cli.painting import Line
    from gikparse.diagnostics import Kind

_ABOUT = """\
Print what a rule of the linter reports, why that matters, an example, what to do, and where
the law or a standard says so. Without a code, list all codes.
"""
_EPILOG = """\
examples:
  gikparse rule
  gikparse rule GIK1
  gikparse rule GIK302
  gikparse rule --lang zh duplicate-ordinal
"""


def add_to(commands: Commands) -> None:
    """Add the command to those of `gikparse`."""
    parser = add_command(
        commands,
        "rule",
        _run,
        summary="what a code means",
        about=_ABOUT,
        epilog=_EPILOG,
    )
    parser.add_argument(
        "code",
        metavar="CODE",
        nargs="?",
        default=None,
        help="a code or a name; the beginning of a code lists what begins so",
    )
    add_color_to(parser)
    add_lang_to(parser)


def _run(arguments: argparse.Namespace) -> int:
    from gikparse.checks.selection import read_prefixes
    from gikparse.cli.painting import printer
    from gikparse.linting.settings import known_codes

    lang = arguments.lang or locale_lang()
    write = printer(arguments.color)
    prefixes = read_prefixes(arguments.code, "rule", known_codes())
    kinds = [kind for kind in _kinds() if prefixes is None or kind.code.startswith(prefixes)]
    if prefixes and len(kinds) == 1:
        write(_head(kinds[0], lang))
        _print_page(kinds[0], lang, arguments.color)
    else:
        write(_list(kinds, lang))
    return 0


def _kinds() -> list[Kind]:
    """Everything that can be reported, in the order of codes."""
    from gikparse.checks import RULES, parsing_kinds

    kinds = (*parsing_kinds(), *(rule.kind for rule in RULES))
    return sorted(kinds, key=lambda kind: kind.code)


def _page(kind: Kind, lang: str) -> str:
    from gikparse.checks import RULES
    from gikparse.checks.explaining import explanation_of

    found = (explanation_of(rule, lang) for rule in RULES if rule.kind == kind)
    return next(found, "")


def _list(kinds: list[Kind], lang: str) -> Iterator[Line]:
    """Code, severity, name and one line of each."""
    from gikparse.cli.width import columns, cut, pad, width
    from gikparse.cli.wording import severity_word

    margin = max(width(kind.name) for kind in kinds)
    for kind in kinds:
        severity = severity_word(kind.severity, lang)
        message = kind.chinese if lang == "zh" else kind.message
        page = _page(kind, lang)
        is_english = page and page == _page(kind, "en")
        said = message if lang == "zh" and is_english else page.partition("\n")[0] or message
        room = columns() - len(kind.code) - margin - 7 - 6
        yield (
            (kind.code, "code"),
            (f"  {pad(severity, 7)}", kind.severity.name.lower()),
            (f"  {pad(kind.name, margin)}  ", "name"),
            (cut(said, room), ""),
        )


def _head(kind: Kind, lang: str) -> Iterator[Line]:
    from gikparse.cli.wording import severity_word

    by = ("读取时提示", "reported by reading") if not _page(kind, lang) else ("", "")
    asides = filter(None, (severity_word(kind.severity, lang), by[lang != "zh"]))
    brackets = ("（{}）", "，") if lang == "zh" else (" ({})", ", ")
    yield (
        (kind.code, "code"),
        (f" {kind.name}", "name"),
        (brackets[0].format(brackets[1].join(asides)), kind.severity.name.lower()),
    )
    yield ((kind.chinese if lang == "zh" else kind.message, ""),)


def _print_page(kind: Kind, lang: str, color: str) -> None:
    page = _page(kind, lang)
    if not page:
        return
    print()
    if color == "always" or is_colourful(color):
        from rich.console import Console
        from rich.markdown import Markdown

        from gikparse.cli.width import columns

        Console(force_terminal=True, width=columns()).print(Markdown(page, justify="left"))
    else:
        print(page)
