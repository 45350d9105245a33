"""Findings as SARIF: valid against the standard's schema, and true."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from outcomes import KIND, TEXT, WAIVER, found, other, outcome, span_of

import gikparse
from gikparse import Source, Span
from gikparse.checks import RULES
from gikparse.cli import main
from gikparse.formats.findings.sarif import write_sarif
from gikparse.linting.run import Outcome
from gikparse.source import Place

SCHEMA = Path(__file__).with_name("schemas") / "sarif-schema-2.1.0.json"


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))


def run_of(given: Outcome, lang: str = "en") -> dict[str, Any]:
    (run,) = json.loads("\n".join(write_sarif(given, lang)))["runs"]
    assert isinstance(run, dict)
    return run


def result_of(given: Outcome, lang: str = "en") -> dict[str, Any]:
    (result,) = run_of(given, lang)["results"]
    assert isinstance(result, dict)
    return result


EACH = {
    "nothing": outcome(),
    "related": outcome(found(related=(other(),))),
    "waived": outcome(found(), waiver=WAIVER),
    "known": outcome(found(), is_known=True, has_baseline=True),
    "unread": outcome(unread=("cannot read x",)),
    "nameless": outcome(found(), report=gikparse.parse(TEXT)),
    "own code": outcome(
        gikparse.Kind(
            code="MY001", name="own", severity=KIND.severity, message="m", chinese="文"
        ).at(Span(0, 0))
    ),
}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("given", EACH.values(), ids=EACH)
def test_logs_are_valid(given: Outcome, lang: str, validator: Draft4Validator) -> None:
    log = json.loads("\n".join(write_sarif(given, lang)))
    assert [error.message for error in validator.iter_errors(log)] == []
    assert log["version"] == "2.1.0"


def test_the_schema_finds_faults(validator: Draft4Validator) -> None:
    log = json.loads("\n".join(write_sarif(EACH["related"], "en")))
    log["runs"][0]["results"][0]["level"] = "bad"
    assert not validator.is_valid(log)


def test_logs_of_real_reports_are_valid(
    real_reports: Path, validator: Draft4Validator, tmp_path: Path
) -> None:
    path = tmp_path / "log.sarif"
    main(["check", "--no-config", "--format=sarif", "-o", str(path), str(real_reports)])
    log = json.loads(path.read_text("utf-8"))
    assert [error.message for error in validator.iter_errors(log)] == []
    assert len(log["runs"][0]["results"]) > 10


def test_columns_count_utf16_units() -> None:
    run = run_of(outcome(found("3件", related=(other(),))))
    assert run["columnKind"] == "utf16CodeUnits"
    (result,) = run["results"]
    line = TEXT.splitlines()[2]

    def check(region: dict[str, Any], word: str) -> None:
        units = line.encode("utf-16-le")
        start, end = 2 * (region["startColumn"] - 1), 2 * (region["endColumn"] - 1)
        assert (region["startLine"], region["endLine"]) == (3, 3)
        assert units[start:end].decode("utf-16-le") == word == region["snippet"]["text"]

    check(result["locations"][0]["physicalLocation"]["region"], "3件")
    (related,) = result["relatedLocations"]
    check(related["physicalLocation"]["region"], "5件")
    assert related["message"] == {"text": "5 here"}


def test_a_result_says_what_was_found() -> None:
    given = outcome(found())
    result = result_of(given)
    assert (result["ruleId"], result["level"]) == ("GIK101", "warning")
    assert result["message"] == {"text": "3 is odd"}
    assert result["partialFingerprints"] == {"gikparse/v1": given.findings[0].fingerprint}
    assert result_of(given, "zh")["message"] == {"text": "“3”有误"}
    assert run_of(given, "zh")["language"] == "zh-CN"


def test_every_rule_is_described() -> None:
    run = run_of(outcome(found()))
    rules = run["tool"]["driver"]["rules"]
    codes = [rule["id"] for rule in rules]
    assert codes == [rule.kind.code for rule in RULES]
    tags = {rule["id"]: rule["properties"]["tags"] for rule in rules}
    assert (tags["GIK101"], tags["GIK203"]) == (["source"], ["reading"])
    assert rules[run["results"][0]["ruleIndex"]]["name"] == "duplicate-ordinal"
    help_ = next(rule["help"]["markdown"] for rule in rules if rule["id"] == "GIK101")
    assert "## Why it matters" in help_


def test_waived_findings_are_suppressed_with_the_reason() -> None:
    (suppression,) = result_of(outcome(found(), waiver=WAIVER))["suppressions"]
    assert suppression["justification"] == "known, 已核实"
    assert "suppressions" not in result_of(outcome(found()))


def test_beside_a_baseline_results_are_new_or_known() -> None:
    known = outcome(found(), is_known=True, has_baseline=True)
    assert result_of(known)["baselineState"] == "unchanged"
    assert result_of(outcome(found(), has_baseline=True))["baselineState"] == "new"
    assert "baselineState" not in result_of(outcome(found()))


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("reports/汀溪 2023.txt", "reports/%E6%B1%80%E6%BA%AA%202023.txt"),
        ("./a.txt", "a.txt"),
        ("<stdin>", "stdin"),
        ("/elsewhere/a#b.txt", "file:///elsewhere/a%23b.txt"),
    ],
)
def test_files_are_uris(name: str, uri: str) -> None:
    (location,) = result_of(outcome(found(), name=name))["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_place_in_a_document_is_no_region() -> None:
    source = Source(text=TEXT, name="2023.pdf", places=((0, Place(page=3, table=2)),))
    related = other(source=source)
    (location,) = result_of(outcome(found(related=(related,))))["relatedLocations"]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["fullyQualifiedName"] == "page 3, table 2"


def test_a_file_that_was_not_read_is_told() -> None:
    (invocation,) = run_of(outcome(unread=("cannot read x",)))["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"] == {"text": "cannot read x"}


def test_a_span_over_lines_ends_on_the_last() -> None:
    span = Span(span_of("总体").start, span_of("收到").end)
    (location,) = result_of(outcome(KIND.at(span, what="it")))["locations"]
    region = location["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (2, 3)
    assert (region["endLine"], region["endColumn"]) == (3, 6)
