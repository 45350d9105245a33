"""The settings of a run of the linter: what the files say, and above that what the user says."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gikparse.linting.settings import Settings

_SEVERITIES = ("info", "warning", "error")


def add_choices_to(parser: argparse.ArgumentParser) -> None:
    """Add the options that take the place of settings."""
    for option, what in (("--select", "report only"), ("--ignore", "leave out")):
        parser.add_argument(
            option,
            type=_codes,
            action="extend",
            metavar="CODES",
            help=f"{what} what has one of these codes, beginnings of codes or names, divided by commas",
        )
    parser.add_argument(
        "--min-severity",
        choices=_SEVERITIES,
        help="leave out what is less severe (default: info, that is nothing)",
    )
    parser.add_argument(
        "--fail-on",
        choices=(*_SEVERITIES, "never"),
        help="exit with status 1 from this severity on (default: warning)",
    )
    parser.add_argument(
        "--today",
        type=_day,
        metavar="YYYY-MM-DD",
        help="the day for rules about what lies in the future (default: that of the clock)",
    )
    parser.add_argument(
        "--baseline",
        type=Path,
        metavar="FILE",
        help="do not report the findings in this file, which --write-baseline wrote",
    )
    source = parser.add_mutually_exclusive_group()
    source.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="read the settings here (default: in the nearest gikparse.toml, or pyproject.toml"
        " with a table tool.gikparse, from each report upwards)",
    )
    source.add_argument("--no-config", action="store_true", help="read no settings")


def _codes(argument: str) -> list[str]:
    return [code.strip() for code in argument.split(",")]


def _day(argument: str) -> date:
    try:
        return date.fromisoformat(argument)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{argument!r} is no day such as 2024-01-31") from None


class Chooser:
    """Finds the settings for each file."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._choices = _choices(arguments)
        self._by_folder: dict[Path, Settings] = {}

    def of(self, file: str) -> Settings:
        """The settings for a file, or for standard input.

        Raises:
            UsageError: The settings cannot be read.
        """
        import attrs

        return attrs.evolve(self._found(file), **self._choices)

    def excludes(self, path: Path) -> bool:
        """Whether a file in a folder is to be passed over."""
        from fnmatch import fnmatchcase

        from gikparse.linting.waivers import posix_path

        settings = self._found(str(path))
        name = posix_path(str(path), settings.folder)
        return any(fnmatchcase(name, pattern) for pattern in settings.exclude)

    def _found(self, file: str) -> Settings:
        folder = Path.cwd() if file == "-" else Path(file).absolute().parent
        if folder not in self._by_folder:
            self._by_folder[folder] = self._read(folder)
        return self._by_folder[folder]

    def _read(self, folder: Path) -> Settings:
        from gikparse.linting.settings import Settings, find_settings, read_settings

        if self._arguments.no_config:
            return Settings()
        if self._arguments.config:
            return read_settings(self._arguments.config.absolute()) or Settings()
        return find_settings(folder)


def _choices(arguments: argparse.Namespace) -> dict[str, Any]:
    from gikparse.checks.selection import read_prefixes
    from gikparse.diagnostics import Severity
    from gikparse.linting.settings import known_codes

    choices: dict[str, Any] = {"today": arguments.today, "lang": arguments.lang}
    for name in ("select", "ignore"):
        choices[name] = read_prefixes(getattr(arguments, name), name, known_codes())
    if arguments.min_severity:
        choices["min_severity"] = Severity[arguments.min_severity.upper()]
    if arguments.baseline:
        choices["baseline"] = arguments.baseline.absolute()
    said = {name: choice for name, choice in choices.items() if choice is not None}
    if arguments.fail_on:
        said["fail_on"] = Severity.__members__.get(arguments.fail_on.upper())
    return said
