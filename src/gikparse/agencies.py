"""One key for the spellings of an agency's name, and what a file's name says of agency and year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import PurePosixPath
from typing import NamedTuple

import attrs

from gikparse.data.files import read_toml
from gikparse.folding import fold
from gikparse.grammar import pattern


@attrs.frozen(kw_only=True)
class AgencyKey:
    """The key of an agency, the name that it was made of, and how.

    Attributes:
        name: The name as written.
        key: One spelling for all years and reports.
        rules: The rules that changed the name, in their order: `characters` (width, blanks,
            Traditional characters), `autonomous` (某某族自治县 is 县), and from the last words of
            the name `short-government` (区政府), `bare-division` (a district without 人民政府),
            `bare-zone` (实验区 without 管理委员会), `short-committee`, `short-street`,
            `short-office` and `short-bureau`.

    Example:
        >>> found = agency_key("鹭汀区政府")
        >>> found.key, found.rules
        ('鹭汀区人民政府', ('short-government',))
    """

    name: str
    key: str
    rules: tuple[str, ...] = ()


def agency_key(name: str) -> AgencyKey:
    """The key under which the reports of one agency are found, however they spell its name.

    Only spellings are joined. Whether 鹭汀区 is the 鹭汀区 of one city or of another no name
    tells, nor which agency has taken the place of which; `gikparse.panel` takes a list for that.

    Args:
        name: The name, as a report's title has it.

    Returns:
        The key, with the name and the rules that were used.

    Example:
        >>> agency_key("云岫市鹭汀区政府")
        AgencyKey(name='云岫市鹭汀区政府', key='云岫市鹭汀区人民政府', rules=('short-government',))
        >>> agency_key("汀溪苗族侗族自治县").key == agency_key("汀溪县人民政府").key
        True
        >>> agency_key("鹭湾综合实验区").key == agency_key("鹭湾綜合實驗區管委會").key
        True
        >>> agency_key("鹭湾新区").rules
        ()
    """
    rules = []
    key = "".join(fold(name).split())
    if key != name:
        rules.append("characters")
    if (shorter := _without_peoples(key)) != key:
        rules.append("autonomous")
        key = shorter
    for ending in _endings():
        stem = key.removesuffix(ending.written)
        if stem and stem != key:
            if ending.rule:
                rules.append(ending.rule)
            return AgencyKey(name=name, key=stem + ending.key, rules=tuple(rules))
    return AgencyKey(name=name, key=key, rules=tuple(rules))


def _without_peoples(name: str) -> str:
    """The name with 县 for 某某族自治县; as it is where nothing but the peoples stands before it."""
    content = _peoples()
    for autonomous in content["autonomous"]:
        stem, found, rest = name.partition(autonomous)
        if not found:
            continue
        while people := next(filter(stem.endswith, content["peoples"]), ""):
            stem = stem.removesuffix(people)
        return f"{stem}{autonomous[-1]}{rest}" if len(stem) > 1 else name
    return name


class _Ending(NamedTuple):
    rule: str
    written: str
    key: str


@cache
def _peoples() -> dict[str, list[str]]:
    """What the data say of the names of autonomous divisions."""
    content = read_toml("agencies")
    peoples = sorted(content["peoples"], key=len, reverse=True)
    return {"autonomous": content["autonomous"], "peoples": peoples}


@cache
def _endings() -> tuple[_Ending, ...]:
    """The endings of names, the longest first."""
    endings = (_Ending(**ending) for ending in read_toml("agencies")["endings"])
    return tuple(sorted(endings, key=lambda ending: -len(ending.written)))


class NameHint(NamedTuple):
    """What a file's name and its folders say; None where they say nothing or several things."""

    agency: str | None = None
    year: int | None = None


def hint_of(path: str) -> NameHint:
    """What the name of a file says of agency and year, and where it is silent its folder's.

    Args:
        path: The path.

    Example:
        >>> hint_of("年报/汀溪县/2016年政府信息公开年报.txt")
        NameHint(agency='汀溪县', year=2016)
        >>> hint_of("2016-2017.txt"), hint_of("report.txt")
        (NameHint(agency=None, year=None), NameHint(agency=None, year=None))
    """
    parts = [*_parts(path)]
    years = (_only(pattern("naming", "YEAR").findall(part)) for part in parts)
    agencies = (_only(pattern("naming", "AGENCY").findall(part)) for part in parts)
    year = next(filter(None, years), None)
    return NameHint(next(filter(None, agencies), None), int(year) if year else None)


def _parts(path: str) -> Iterator[str]:
    """The name without its ending, and the folders around it from the innermost on."""
    whole = PurePosixPath(fold(path).replace("\\", "/"))
    yield whole.stem
    yield from (part.name for part in whole.parents)


def _only(found: list[str]) -> str | None:
    return found[0] if len(set(found)) == 1 else None
