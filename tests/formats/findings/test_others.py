"""Findings as JSON, as GitHub's annotations, and as CSV."""

import csv
import io
import json
from typing import Any

import pytest
from outcomes import TEXT, WAIVER, found, other, outcome

import gikparse
from gikparse import Source, Span
from gikparse.diagnostics.tabular import AMBIGUOUS_CELL
from gikparse.formats.findings import writer
from gikparse.linting.run import Outcome
from gikparse.source import Place


def written(form: str, given: Outcome, lang: str = "en") -> str:
    return "".join(f"{line}\n" for line in writer(form)(given, lang))


# --- JSON


def read(given: Outcome) -> dict[str, Any]:
    data = json.loads(written("json", given))
    assert isinstance(data, dict)
    return data


def test_json_has_all_that_is_known() -> None:
    given = outcome(found(related=(other(),)))
    data = read(given)
    assert data["files"] == ["reports/2023.txt"]
    assert data["summary"] == {"error": 0, "warning": 1, "info": 0}
    (finding,) = data["findings"]
    assert finding["text"] == TEXT[finding["start"] : finding["end"]] == "3件"
    assert (finding["line"], finding["column"], finding["end_column"]) == (3, 7, 9)
    assert (finding["code"], finding["severity"]) == ("GIK101", "warning")
    assert finding["about"] == "source"
    assert (finding["message"], finding["chinese"]) == ("3 is odd", "“3”有误")
    assert finding["agency"] == given.reports[0].agency
    assert finding["year"] == 2023
    assert finding["fingerprint"] == given.findings[0].fingerprint
    (related,) = finding["related"]
    assert (related["text"], related["value"], related["message"]) == ("5件", "5", "5 here")


def test_json_tells_a_limit_of_reading_from_a_fault() -> None:
    (finding,) = read(outcome(AMBIGUOUS_CELL.at(Span(0, 2), label="规章", columns="总计")))[
        "findings"
    ]
    assert finding["about"] == "reading"


def test_json_tells_what_is_waived_and_known() -> None:
    data = read(outcome(found(), waiver=WAIVER, is_known=True))
    assert data["summary"]["warning"] == 0
    assert data["findings"][0]["waived"] == "known, 已核实"
    assert data["findings"][0]["known"] is True


def test_json_names_the_file_of_another_report() -> None:
    before = Source(text=TEXT, name="2022.pdf", places=((0, Place(page=2)),))
    data = read(outcome(found(related=(other(source=before),))))
    related = data["findings"][0]["related"][0]
    assert (related["file"], related["place"]) == ("2022.pdf", "page 2")
    assert data["findings"][0]["place"] is None


def test_json_without_findings_and_with_files_not_read() -> None:
    data = read(outcome(unread=("cannot read x",)))
    assert data["findings"] == []
    assert data["unread"] == ["cannot read x"]


# --- GitHub


def test_github_is_one_command_a_finding() -> None:
    assert written("github", outcome(found())) == (
        "::warning file=reports/2023.txt,line=3,endLine=3,col=7,endColumn=9,"
        "title=GIK101 duplicate-ordinal::3 is odd\n"
    )


def test_github_decodes_what_is_escaped() -> None:
    given = outcome(found(what="50%\r\n: 1,2", related=(other(),)), name="a,b:50%.txt")
    shown = written("github", given)
    assert shown.count("\n") == 1
    assert "file=a%2Cb%3A50%25.txt," in shown
    message = shown.rstrip("\n").split("::", 2)[2]
    assert message == "50%25%0D%0A: 1,2 is odd%0Aa,b:50%25.txt:3:20: 5 here"


def test_github_shows_no_lines_of_a_document() -> None:
    source = Source(text=TEXT, name="2023.pdf", places=((0, Place(page=3)),))
    report = gikparse.parser.parse_source(source)
    assert written("github", outcome(found(related=(other(),)), report=report)) == (
        "::warning file=2023.pdf,title=GIK101 duplicate-ordinal::3 is odd (page 3)"
        "%0A2023.pdf:page 3: 5 here\n"
    )


def test_github_tells_of_files_not_read() -> None:
    assert written("github", outcome(unread=("cannot read x%",))) == "::error::cannot read x%25\n"


# --- CSV


def rows(given: Outcome, lang: str = "en") -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", given, lang))))


def test_csv_is_one_row_a_finding() -> None:
    given = outcome(found(related=(other(),)))
    (row,) = rows(given, "zh")
    assert (row["file"], row["line"], row["column"]) == ("reports/2023.txt", "3", "7")
    assert (row["severity"], row["code"], row["text"]) == ("warning", "GIK101", "3件")
    assert row["message"] == "“3”有误"
    assert row["related"] == "3:20: 5件 (此处为5)"
    assert row["fingerprint"] == given.findings[0].fingerprint


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "=\n"])
def test_csv_holds_no_formula(sign: str) -> None:
    (row,) = rows(outcome(found(what=f"{sign}cmd"), name=f"{sign}2023.txt"))
    assert row["file"].startswith("'")
    assert row["message"].startswith(f"'{sign}")


@pytest.mark.parametrize("form", ["github", "csv"])
def test_what_is_waived_or_known_is_left_out(form: str) -> None:
    nothing = written(form, outcome())
    assert written(form, outcome(found(), waiver=WAIVER)) == nothing
    assert written(form, outcome(found(), is_known=True)) == nothing
    assert written(form, outcome(found())) != nothing
