"""Until when a report has to be public, as far as its agency and year tell for certain."""

from __future__ import annotations

from datetime import MAXYEAR, date
from functools import cache
from typing import Any

import attrs

from gikparse.agencies import agency_key
from gikparse.data.files import read_toml


@attrs.frozen(kw_only=True)
class Deadline:
    """The last day on which a report may be published.

    Attributes:
        day: The day.
        source: The article that sets it.
    """

    day: date
    source: str


def deadline_of(agency: str, year: int) -> Deadline | None:
    """The deadline of a report; None where its agency is of no kind that the law names.

    Args:
        agency: The body that the report speaks for.
        year: The year of the data.

    Example:
        >>> deadline_of("青禾县财政局", 2022).day, deadline_of("青禾县", 2017).day
        (datetime.date(2023, 1, 31), datetime.date(2018, 3, 31))
        >>> deadline_of("青禾县柳溪镇人民政府", 2022)
    """
    if year >= MAXYEAR:
        return None
    name = agency_key(agency).key
    for entry in _entries():
        in_force = entry["first_year"] <= year <= entry.get("last_year", year)
        if in_force and _is_meant(name, entry):
            return Deadline(
                day=date(year + 1, entry["month"], entry["day"]), source=entry["source"]
            )
    return None


def _is_meant(name: str, entry: dict[str, Any]) -> bool:
    endings = tuple(entry.get("endings", ("",)))
    return name.endswith(endings) and not name.endswith(tuple(entry.get("other_endings", ())))


def in_force_since() -> date:
    """The day on which the regulations came into force."""
    day: date = read_toml("deadlines")["in_force"]
    return day


@cache
def _entries() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = read_toml("deadlines")["deadlines"]
    return entries
