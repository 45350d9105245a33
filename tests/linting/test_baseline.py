"""Baselines: what is written is read again, and what is none is refused."""

import json
from pathlib import Path

import pytest

from gikparse import UsageError, fingerprints, parse
from gikparse.checks import check
from gikparse.linting.baseline import read_baseline, write_baseline
from gikparse.linting.finding import Finding

TEXT = "一、总体情况\n（一）主动公开。\n（二）平台建设。\n（二）其他\ud800。\n"


@pytest.fixture
def finding(tmp_path: Path) -> Finding:
    report = parse(TEXT, name=str(tmp_path / "2016.txt"))
    found = check(report, select="GIK101")
    ((diagnostic, fingerprint),) = zip(found, fingerprints(report, found), strict=True)
    return Finding(report=report, diagnostic=diagnostic, fingerprint=fingerprint)


def test_what_is_written_is_read_again(finding: Finding, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    assert write_baseline(path, [finding]) == 1
    baseline = read_baseline(path)
    assert baseline.entries == {("2016.txt", "GIK101", finding.fingerprint)}
    entry = baseline.entry(finding.file, "GIK101", finding.fingerprint)
    assert entry in baseline.entries
    assert baseline.gone([finding.file], [entry]) == frozenset()
    assert baseline.gone([finding.file], []) == {entry}
    assert baseline.gone(["other.txt"], []) == frozenset()


def test_one_finding_a_line_with_its_message(finding: Finding, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    write_baseline(path, [finding, finding])
    lines = path.read_text("utf-8").splitlines()
    assert len(lines) == 7
    assert json.loads(lines[3].rstrip(","))["message"].startswith("the number of （二）")
    write_baseline(path, [])
    assert read_baseline(path).entries == frozenset()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "this is no JSON"),
        ("[" * 100_000, "this is no JSON"),
        ("[]", "this is no baseline"),
        ('{"gikparse-baseline": 2}', "the key 'gikparse-baseline' is not 1"),
        ('{"gikparse-baseline": 1}', "findings[0].file: expected a string"),
        ('{"gikparse-baseline": 1, "findings": [{"file": "x"}]}', "findings[0].code"),
    ],
)
def test_what_is_no_baseline_is_refused(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        read_baseline(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)


def test_a_file_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"cannot read the baseline .*none.json: No such file"):
        read_baseline(tmp_path / "none.json")
    with pytest.raises(UsageError, match="cannot write the baseline"):
        write_baseline(tmp_path / "none" / "known.json", [])
