"""Real reports, whole and cut short: nothing makes parsing fail, and the invariants hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import gikparse
from gikparse.testing import check_report

CUTS = 50


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.txt")):
        yield path.name, path.read_bytes().decode("utf-8")


def test_invariants_hold(real_reports: Path) -> None:
    assert any(texts(real_reports)), f"{real_reports} holds no text"
    for name, text in texts(real_reports):
        check_report(gikparse.parse(text, name=name))


@pytest.mark.slow
def test_invariants_hold_of_texts_cut_short(real_reports: Path) -> None:
    for name, text in texts(real_reports):
        for end in range(0, len(text), max(len(text) // CUTS, 1)):
            check_report(gikparse.parse(text[:end], name=f"{name}[:{end}]"), rewritten=False)


def test_next_to_nothing_is_unread(real_reports: Path) -> None:
    unread = total = 0
    for _, text in texts(real_reports):
        report = gikparse.parse(text)
        unread += sum(node.span.width for node in report.find_all(gikparse.Unknown))
        total += len(text)
    assert unread <= 0.01 * total
