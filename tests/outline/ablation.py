"""What each kind of evidence is worth: the outline's F1 without it.

    python tests/outline/ablation.py [FOLDER ...]

reads the example reports, and the reports with a reading by hand in the folders
given or in GIKPARSE_REPORTS, each as it is and flattened to one line, and prints
for every weight of `data/outline.toml` how F1 changes when it is set to 0.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

import attrs

import gikparse
from gikparse.outline import candidates, search

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"


class Case(NamedTuple):
    """A text, and the markers and ranks of its headings in order."""

    text: str
    outline: list[tuple[str, int]]


def main(folders: list[str]) -> None:
    """Print the table."""
    cases = [*example_cases(), *(case for folder in folders for case in gold_cases(Path(folder)))]
    cases += [flattened(case) for case in cases]
    weights, costs = candidates._weights(), search._costs()
    whole = f1(cases)
    print(f"{len(cases)} texts, F1 {whole:.4f}")
    rows = [(f"evidence.{name}", without_evidence(name, weights, cases)) for name in weights]
    rows += [
        (f"order.{field.name}", without_cost(field.name, costs, cases))
        for field in attrs.fields(type(costs))
    ]
    for name, score in sorted(rows, key=lambda row: row[1]):
        print(f"{name:28} {score:.4f} {score - whole:+.4f}")


def without_evidence(name: str, weights: dict[str, float], cases: list[Case]) -> float:
    """F1 with one feature weighing nothing."""
    candidates._weights = lambda: {**weights, name: 0.0}
    try:
        return f1(cases)
    finally:
        candidates._weights = lambda: weights


def without_cost(name: str, costs: object, cases: list[Case]) -> float:
    """F1 with one part of the order weighing nothing."""
    search._costs = lambda: attrs.evolve(costs, **{name: 0.0})
    try:
        return f1(cases)
    finally:
        search._costs = lambda: costs


def example_cases() -> list[Case]:
    """The example reports."""
    return [
        Case(
            path.with_name(path.name.replace(".outline.json", ".txt")).read_bytes().decode(),
            [(marker, level) for marker, level, *_ in json.loads(path.read_text("utf-8"))],
        )
        for path in sorted(EXAMPLES.glob("*.outline.json"))
    ]


def gold_cases(folder: Path) -> list[Case]:
    """The texts of a folder that have an outline by hand beside them."""
    found = []
    for path in sorted(folder.glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt"))
        outline = json.loads(path.read_text("utf-8")).get("outline")
        if outline is not None and text.exists():
            marks = [(entry["marker"], entry["level"]) for entry in outline]
            found.append(Case(text.read_bytes().decode(), marks))
    return found


def flattened(case: Case) -> Case:
    """The same text with all its lines joined."""
    return Case("".join(line.strip() for line in case.text.splitlines()), case.outline)


def f1(cases: list[Case]) -> float:
    """F1 of the markers found, in order."""
    count: Counter[str] = Counter()
    for case in cases:
        report = gikparse.parse(case.text)
        found = [(s.heading.marker, s.level) for s in report.find_all(gikparse.Section)]
        matcher = SequenceMatcher(None, found, case.outline, autojunk=False)
        count["hit"] += sum(block.size for block in matcher.get_matching_blocks())
        count["found"] += len(found)
        count["wanted"] += len(case.outline)
    return 2 * count["hit"] / (count["found"] + count["wanted"])


if __name__ == "__main__":
    named = os.environ.get("GIKPARSE_REPORTS")
    main(sys.argv[1:] or ([named] if named else []))
