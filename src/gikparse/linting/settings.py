"""Settings of the linter, from `gikparse.toml` or `pyproject.toml`."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from gikparse.checks import RULES
from gikparse.checks.selection import read_prefixes
from gikparse.data.integrity import did_you_mean
from gikparse.diagnostics import Severity
from gikparse.errors import UsageError
from gikparse.linting.waivers import Waiver

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_OWN_FILE = "gikparse.toml"
_SHARED_FILE = "pyproject.toml"


@attrs.frozen(kw_only=True)
class Settings:
    """What the linter is to do with a file.

    Attributes:
        path: Where the settings were found; None for the defaults.
        select: The codes to report, or their beginnings; None for all.
        ignore: The codes to leave out, likewise.
        min_severity: What is less severe is not reported.
        fail_on: From which severity on a finding makes the run fail; None for never.
        lang: The language of messages, `zh` or `en`; None for that of the locale.
        today: The day on which the report is judged; None for that of the clock.
        baseline: The file with the known findings.
        exclude: Patterns of the files in folders that are passed over.
        waivers: The findings that may stand.
    """

    path: Path | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    min_severity: Severity = Severity.INFO
    fail_on: Severity | None = Severity.WARNING
    lang: str | None = None
    today: date | None = None
    baseline: Path | None = None
    exclude: tuple[str, ...] = ()
    waivers: tuple[Waiver, ...] = ()

    @property
    def folder(self) -> Path:
        """What the patterns of the settings are relative to."""
        return self.path.parent if self.path else Path.cwd()

    def wants(self, code: str) -> bool:
        """Whether a code is to be reported."""
        if self.ignore is not None and code.startswith(self.ignore):
            return False
        return self.select is None or code.startswith(self.select)


@cache
def known_codes() -> Mapping[str, str]:
    """All codes with their names, in order."""
    return {rule.kind.code: rule.kind.name for rule in RULES}


def find_settings(start: Path) -> Settings:
    """The settings for what stands in a folder: the nearest ones, from there upwards.

    A `pyproject.toml` without a table `tool.gikparse` is passed over. Of two files in one
    folder, `gikparse.toml` counts.

    Args:
        start: The folder.

    Raises:
        UsageError: The file is no settings; the message names it and the key.
    """
    start = start.absolute()
    for folder in (start, *start.parents):
        for path in (folder / _OWN_FILE, folder / _SHARED_FILE):
            if path.is_file() and (found := read_settings(path)):
                return found
    return Settings()


def read_settings(path: Path) -> Settings | None:
    """The settings in a file; None for a `pyproject.toml` that has none.

    Raises:
        UsageError: The file cannot be read, or is no settings.
    """
    try:
        with path.open("rb") as file:
            table: dict[str, Any] | None = tomllib.load(file)
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}") from None
    if path.name == _SHARED_FILE:
        tool = table.get("tool") if table else None
        table = tool.get("gikparse") if isinstance(tool, dict) else None
        if table is None:
            return None
    return _Reader(path).read(table)


class _Reader:
    """Reads the values of a table, and names the key of one that is wrong."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, table: object) -> Settings:
        readers: dict[str, Callable[[object, str], Any]] = {
            "select": self._codes,
            "ignore": self._codes,
            "min-severity": self._severity,
            "fail-on": self._severity_or_never,
            "lang": self._lang,
            "today": self._day,
            "baseline": lambda value, where: self._path.parent / self._text(value, where),
            "exclude": self._texts,
            "waivers": self._waivers,
        }
        values = self._table(table, "", readers)
        read = {key: readers[key](value, key) for key, value in values.items()}
        return Settings(
            path=self._path, **{key.replace("-", "_"): value for key, value in read.items()}
        )

    def _fail(self, where: str, what: str) -> UsageError:
        return UsageError(f"{self._path}: {where}{': ' if where else ''}{what}")

    def _table(self, value: object, where: str, keys: Mapping[str, object]) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._fail(where, f"expected a table, found {_kind(value)}")
        for key in value:
            if key not in keys:
                raise self._fail(where, f"there is no key {key!r}{did_you_mean(key, keys)}")
        return value

    def _text(self, value: object, where: str) -> str:
        if not isinstance(value, str):
            raise self._fail(where, f"expected a string, found {_kind(value)}")
        if not value.strip():
            raise self._fail(where, "is empty")
        return value

    def _texts(self, value: object, where: str) -> tuple[str, ...]:
        values = value if isinstance(value, list) else [value]
        return tuple(self._text(item, where) for item in values)

    def _codes(self, value: object, where: str) -> tuple[str, ...]:
        codes = read_prefixes(self._texts(value, where), f"{self._path}: {where}", known_codes())
        return codes or ()

    def _choice(self, value: object, where: str, choices: tuple[str, ...]) -> str:
        if value not in choices:
            raise self._fail(where, f"{value!r} is none of {', '.join(choices)}")
        return str(value)

    def _severity(self, value: object, where: str) -> Severity:
        return Severity[self._choice(value, where, severity_names()).upper()]

    def _severity_or_never(self, value: object, where: str) -> Severity | None:
        choices = (*severity_names(), "never")
        return Severity.__members__.get(self._choice(value, where, choices).upper())

    def _lang(self, value: object, where: str) -> str:
        return self._choice(value, where, ("zh", "en"))

    def _day(self, value: object, where: str) -> date:
        if type(value) is not date:
            raise self._fail(
                where, f"expected a day, such as 2024-01-31 without quotes, found {_kind(value)}"
            )
        return value

    def _waivers(self, value: object, where: str) -> tuple[Waiver, ...]:
        if not isinstance(value, list):
            raise self._fail(where, f"expected an array of tables, found {_kind(value)}")
        return tuple(
            self._waiver(item, f"{where}[{number}]") for number, item in enumerate(value, 1)
        )

    def _waiver(self, value: object, where: str) -> Waiver:
        keys = dict.fromkeys(("files", "code", "fingerprint", "reason"))
        table = self._table(value, where, keys)
        for key in ("files", "code", "reason"):
            if key not in table:
                raise self._fail(where, f"the key {key!r} is missing")
        fingerprint = table.get("fingerprint")
        return Waiver(
            files=self._texts(table["files"], f"{where}.files"),
            codes=self._codes(table["code"], f"{where}.code"),
            fingerprint=fingerprint and self._text(fingerprint, f"{where}.fingerprint"),
            reason=self._text(table["reason"], f"{where}.reason"),
            where=f"{self._path}: {where}",
            folder=self._path.parent,
        )


def severity_names() -> tuple[str, ...]:
    """The severities as users write them, the least first.

    Example:
        >>> severity_names()
        ('info', 'warning', 'error')
    """
    return tuple(severity.name.lower() for severity in Severity)


def _kind(value: object) -> str:
    """What TOML calls a value."""
    kinds = {
        dict: "a table",
        list: "an array",
        str: "a string",
        bool: "a boolean",
        int: "an integer",
        float: "a float",
    }
    return kinds.get(type(value), f"a {type(value).__name__}")
