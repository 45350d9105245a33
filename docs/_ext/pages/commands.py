"""The options of the command `gikparse`, from its parsers; in Chinese, from `zh/options.toml`."""

from __future__ import annotations

import argparse
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from gikparse.cli import command_parser

CHINESE = Path(__file__).parents[2] / "zh" / "options.toml"


def pages() -> Iterator[tuple[str, str]]:
    """A fragment with all subcommands in each language."""
    lines = [line for name, parser in commands().items() for line in _command(name, parser)]
    yield "generated/commands.md", "\n".join(lines)
    yield "generated/commands-zh.md", "\n".join(_chinese())


def _chinese() -> Iterator[str]:
    """The subcommands in Chinese.

    Raises:
        ValueError: An argument is not explained, or what is explained is no argument.
    """
    said = tomllib.loads(CHINESE.read_text("utf-8"))
    common = said.pop("common")
    if said.keys() != commands().keys():
        raise ValueError(f"{CHINESE}: commands differ: {sorted(said.keys() ^ commands().keys())}")
    for name, parser in commands().items():
        yield from _chinese_command(name, parser, said[name], common)


def _chinese_command(
    name: str, parser: argparse.ArgumentParser, said: dict[str, str], common: Mapping[str, str]
) -> Iterator[str]:
    yield f"### gikparse {name}\n"
    yield f"{said.pop('about')}\n"
    yield "| 参数 | 作用 |"
    yield "| --- | --- |"
    for action in _arguments(parser):
        key = (action.option_strings or [names_of(action)])[-1]
        about = said.pop(key, None) or common.get(key)
        if about is None:
            raise ValueError(f"{CHINESE}: {name} does not explain {key}")
        yield f"| `{names_of(action)}` | {about} |"
    yield ""
    if said:
        raise ValueError(f"{CHINESE}: {name} has no {', '.join(said)}")


def commands() -> dict[str, argparse.ArgumentParser]:
    """The parser of each subcommand."""
    parser = command_parser()
    [choices] = [a.choices for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(choices)


def names_of(action: argparse.Action) -> str:
    """How an argument is written: `-o, --output FILE`."""
    value = _value(action)
    if not action.option_strings:
        return value
    return ", ".join(action.option_strings) + (f" {value}" if value else "")


def _value(action: argparse.Action) -> str:
    if action.nargs == 0:
        return ""
    name = action.metavar or action.dest.upper()
    if action.choices is not None and action.metavar is None:
        name = "{" + ",".join(map(str, action.choices)) + "}"
    shown = name if isinstance(name, str) else " ".join(name)
    return f"[{shown}]" if action.nargs == "?" else f"{shown}..." if action.nargs == "+" else shown


def _command(name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    yield f"## gikparse {name}\n"
    yield f"{_prose(parser.description or '')}\n"
    usage = parser.format_usage().removeprefix("usage: ")
    yield f"```text\n{usage}```\n"
    yield "| argument | what it does |"
    yield "| --- | --- |"
    for action in _arguments(parser):
        yield f"| `{names_of(action)}` | {_prose(_help(parser, action))} |"
    yield ""
    if parser.epilog:
        yield f"```text\n{parser.epilog.rstrip()}\n```\n"


def _arguments(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """The arguments of a subcommand but for `--help`."""
    return [
        action
        for action in parser._actions
        if action.help != argparse.SUPPRESS and "--help" not in action.option_strings
    ]


def _help(parser: argparse.ArgumentParser, action: argparse.Action) -> str:
    said = parser._get_formatter()._expand_help(action) if action.help else ""
    return said.replace(", now en", "").replace(", now zh", "")  # that of whoever builds the site


def _prose(text: str) -> str:
    escaped = " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*")
    return escaped.replace("`", "\\`") if escaped.count("`") % 2 else escaped
