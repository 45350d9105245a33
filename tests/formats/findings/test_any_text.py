"""No text, however odd, breaks a format."""

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator
from outcomes import KIND, outcome

from gikparse import Related, Span, parse
from gikparse.cli.findings import explain
from gikparse.cli.painting import plain
from gikparse.formats.findings import writer
from gikparse.linting.run import Outcome

SCHEMA = Path(__file__).with_name("schemas") / "sarif-schema-2.1.0.json"
VALIDATOR = Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))

TEXTS = st.text("一、件3=-@,;:%\"'|\r\n\t\x00\x85\u2028\ud800\U0001f600", max_size=40)
SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=1, max_size=4)


def outcome_of(text: str, spans: list[tuple[int, int]], what: str) -> Outcome:
    places = [Span(*sorted((min(a, len(text)), min(b, len(text))))) for a, b in spans]
    related = tuple(Related(span=p, message=what, chinese=what) for p in places[1:])
    found = KIND.at(places[0], related=related, what=what)
    return outcome(found, found, report=parse(text, name=f"{what}.txt"))


def as_file(form: str, given: Outcome, lang: str) -> str:
    """What a file would hold, read again."""
    lines = "".join(f"{line}\n" for line in writer(form)(given, lang))
    return lines.encode("utf-8", "backslashreplace").decode("utf-8")


@settings(max_examples=40)
@given(TEXTS, SPANS, TEXTS, st.sampled_from(["zh", "en"]))
def test_every_format_stays_sound(
    text: str, spans: list[tuple[int, int]], what: str, lang: str
) -> None:
    given = outcome_of(text, spans, what)
    data = json.loads(as_file("json", given, lang))
    assert (
        data["findings"][0]["text"]
        == text[data["findings"][0]["start"] : data["findings"][0]["end"]]
    )
    log = json.loads(as_file("sarif", given, lang))
    assert VALIDATOR.is_valid(log)
    rows = list(csv.reader(io.StringIO(as_file("csv", given, lang), newline="")))
    assert [len(row) for row in rows] == [13] * 3
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    commands = as_file("github", given, lang).split("\n")
    assert len(commands) == 3
    assert all(line.startswith("::warning file=") for line in commands[:2])


@settings(max_examples=40)
@given(TEXTS, SPANS, TEXTS, st.integers(20, 100))
def test_nothing_on_the_screen_moves_the_cursor(
    text: str, spans: list[tuple[int, int]], what: str, limit: int
) -> None:
    finding = outcome_of(text, spans, what).findings[0]
    lines = explain(finding.diagnostic, finding.report.source, lang="en", limit=limit)
    assert all(plain(line).isprintable() for line in lines)


@pytest.mark.parametrize("form", ["json", "sarif", "github", "csv"])
def test_many_findings_on_a_long_line_cost_no_more_than_they_say(form: str) -> None:
    class Counted(str):
        """Counts the characters that are taken out of it."""

        taken = 0

        def __getitem__(self, key: object) -> str:
            part = str.__getitem__(self, key.slice if isinstance(key, Span) else key)  # type: ignore[index]
            Counted.taken += len(part)
            return part

    report = parse("年" * 100_000)
    found = [KIND.at(Span(n, n + 1), what="x") for n in range(0, 100_000, 1000)]
    given = outcome(*found, report=report)
    object.__setattr__(report.source, "text", Counted(report.source.text))
    assert len(list(writer(form)(given, "en"))) > 0
    assert Counted.taken < 10_000
