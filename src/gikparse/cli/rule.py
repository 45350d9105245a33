"""`gikparse rule`: what a code means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.cli.commands import add_command
from gikparse.cli.painting import add_color_to, is_colourful
from gikparse.cli.wording import add_lang_to, locale_lang

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from gikparse.checks import Rule
    from gikparse.cli.commands import Commands
    from gikparse.cli.painting import Line

_ABOUT = """\
Print what a rule of the linter reports, why that matters, an example, what to do, and where
the law or a standard says so; and whether it tells of a fault of the source or of a limit of
reading. Without a code, list all codes.
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
    from gikparse.checks import RULES
    from gikparse.checks.selection import read_prefixes
    from gikparse.cli.painting import printer
    from gikparse.linting.settings import known_codes

    lang = arguments.lang or locale_lang()
    write = printer(arguments.color)
    prefixes = read_prefixes(arguments.code, "rule", known_codes())
    rules = [rule for rule in RULES if prefixes is None or rule.kind.code.startswith(prefixes)]
    if prefixes and len(rules) == 1:
        write(_head(rules[0], lang))
        _print_page(rules[0], lang, arguments.color)
    else:
        write(_list(rules, lang))
    return 0


def _list(rules: list[Rule], lang: str) -> Iterator[Line]:
    """Code, severity, name and one line of each."""
    from gikparse.checks.explaining import explanation_of
    from gikparse.cli.width import columns, cut, pad, width
    from gikparse.cli.wording import severity_word

    margin = max(width(rule.kind.name) for rule in rules)
    for kind, page in ((rule.kind, explanation_of(rule, lang)) for rule in rules):
        severity = severity_word(kind.severity, lang)
        room = columns() - len(kind.code) - margin - 7 - 6
        yield (
            (kind.code, "code"),
            (f"  {pad(severity, 7)}", kind.severity.name.lower()),
            (f"  {pad(kind.name, margin)}  ", "name"),
            (cut(page.partition("\n")[0], room), ""),
        )


def _head(rule: Rule, lang: str) -> Iterator[Line]:
    from gikparse.cli.wording import cause_word, severity_word

    kind = rule.kind
    asides = severity_word(kind.severity, lang), cause_word(rule.cause, lang)
    said = f"（{'，'.join(asides)}）" if lang == "zh" else f" ({', '.join(asides)})"
    yield (
        (kind.code, "code"),
        (f" {kind.name}", "name"),
        (said, kind.severity.name.lower()),
    )
    yield ((kind.chinese if lang == "zh" else kind.message, ""),)


def _print_page(rule: Rule, lang: str, color: str) -> None:
    from gikparse.checks.explaining import explanation_of

    page = explanation_of(rule, lang)
    print()
    if color == "always" or is_colourful(color):
        from rich.console import Console
        from rich.markdown import Markdown

        from gikparse.cli.width import columns

        Console(force_terminal=True, width=columns()).print(Markdown(page, justify="left"))
    else:
        print(page)
