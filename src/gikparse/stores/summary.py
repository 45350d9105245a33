"""What a run has to say in the end: how many documents of which form and year, and what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import attrs

from gikparse.stores.parts import Part

#: So many failures are named; all of them are in the table `reports`.
NAMED = 20


@attrs.frozen(kw_only=True)
class Summary:
    """What a run has made.

    Attributes:
        folder: The output folder.
        state: `finished` or `interrupted`.
        documents: How many documents the tables hold.
        skipped: How many of these an earlier run had done.
        failures: How many could not be read, by reason.
        named: The first of these, each with its sentence.
        forms: How many reports have each form; "" for none.
        years: How many have each year of data; None for those that do not say.
        agencies: How many reports have an agency, and how many keys these have.
        findings: How many findings have each code, and in how many reports, with the name.
        left_out: How many files were no documents, by ending.
    """

    folder: Path
    state: str
    documents: int
    skipped: int
    failures: dict[str, int]
    named: tuple[tuple[str, str], ...]
    forms: dict[str, int]
    years: dict[int | None, int]
    agencies: tuple[int, int]
    findings: dict[tuple[str, str], tuple[int, int]]
    left_out: dict[str, int]


def sum_up(
    folder: Path, parts: Sequence[Part], *, state: str, skipped: int, left_out: Counter[str]
) -> Summary:
    """Sum up the parts of a run."""
    failures: Counter[str] = Counter()
    forms: Counter[str] = Counter()
    years: Counter[int | None] = Counter()
    named: list[tuple[str, str]] = []
    keys: Counter[int] = Counter()
    for part in parts:
        for row in part.rows("reports"):
            if row["failure"]:
                failures[row["failure"]] += 1
                if len(named) < NAMED:
                    named.append((row["file"], row["message"]))
                continue
            forms[row["form"] or ""] += 1
            years[row["year"]] += 1
            if row["agency_key"]:
                keys[hash(row["agency_key"])] += 1
    return Summary(
        folder=folder,
        state=state,
        documents=failures.total() + forms.total(),
        skipped=skipped,
        failures=dict(failures.most_common()),
        named=tuple(named),
        forms=dict(sorted(forms.items())),
        years=dict(sorted(years.items(), key=lambda item: (item[0] is None, item[0]))),
        agencies=(keys.total(), len(keys)),
        findings=_findings(parts),
        left_out=dict(left_out.most_common()),
    )


def _findings(parts: Sequence[Part]) -> dict[tuple[str, str], tuple[int, int]]:
    counts: Counter[tuple[str, str]] = Counter()
    reports: Counter[tuple[str, str]] = Counter()
    for part in parts:
        last: dict[tuple[str, str], str] = {}
        for row in part.rows("diagnostics"):
            kind = row["code"], row["name"]
            counts[kind] += 1
            if last.get(kind) != row["file"]:  # the rows of a document stand together
                last[kind] = row["file"]
                reports[kind] += 1
    return {kind: (count, reports[kind]) for kind, count in sorted(counts.items())}
