"""What the tests of commands share."""

import pytest

from gikparse.checks.structure import (
    duplicate_ordinal,
    out_of_order_ordinal,
    restarted_ordinal,
    skipped_ordinal,
)


@pytest.fixture
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run few rules, so that a new rule changes no test of a command."""
    modules = (duplicate_ordinal, skipped_ordinal, restarted_ordinal, out_of_order_ordinal)
    monkeypatch.setattr("gikparse.checks.RULES", tuple(module.RULE for module in modules))
