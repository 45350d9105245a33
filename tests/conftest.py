"""What all tests share: Hypothesis profiles and the places of the sample reports."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["counting"]

ROOT = Path(__file__).parents[1]

# `ci` is short and finds the same cases on every machine; `fuzz` is the long hunt.
# Neither goes by the clock: a busy machine is no fault.
settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "fuzz",
    deadline=None,
    max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "20000")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of the example reports, which were written for this project."""
    return ROOT / "docs" / "examples"


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """A folder of real reports and their readings by hand, which this repository does not hold."""
    folder = os.environ.get("GIKPARSE_REPORTS")
    if not folder:
        pytest.skip("GIKPARSE_REPORTS does not name a folder of real reports")
    path = Path(folder)
    if not path.is_dir():
        pytest.fail(f"GIKPARSE_REPORTS names {folder}, which is not a folder")
    return path
