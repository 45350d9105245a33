"""What coverage-guided fuzzing begins with, and what it has found."""

from pathlib import Path

import pytest
from targets import TARGETS, seeds

#: Inputs that made a target raise once.
CRASHES = sorted(Path(__file__).with_name("crashes").glob("*/*"))


@pytest.mark.parametrize("target", TARGETS)
def test_seeds_are_read(target: str) -> None:
    found = list(seeds(target))
    assert found
    for seed in found:
        TARGETS[target](seed)


@pytest.mark.parametrize("path", CRASHES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_was_mended_stays_so(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())
