"""What every rule owes, and the fixtures of each: texts with what the rules say of them.

A rule `some-name` of a family is the module `gikparse/checks/FAMILY/some_name.py` and the file
`FAMILY/fixtures/some-name.md` beside this one, which is found by its name.
"""

import datetime
import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from markdown_it import MarkdownIt
from pages.examples import read_example

import gikparse
from gikparse import checks
from gikparse.checks import RULES, Cause, Rule, check
from gikparse.diagnostics import parsing, reading, tabular

HERE = Path(__file__).parent
FAMILIES = {
    name: importlib.import_module(f"gikparse.checks.{name}")
    for _, name, is_package in pkgutil.iter_modules(checks.__path__)
    if is_package
}
#: The day on which all fixtures are checked.
TODAY = datetime.date(2024, 6, 1)
HEADINGS = ["What it reports", "Why it matters", "Example", "What to do", "Source"]
KINDS = [rule.kind for rule in RULES]

#: What stands behind a fence, and what between the fences.
Written = tuple[str, str]

each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.kind.name for rule in RULES])


def family_of(rule: Rule) -> str:
    (family,) = (name for name, module in FAMILIES.items() if rule in module.RULES)
    return family


def found_by_family(
    rule: Rule, report: gikparse.Report, previous: gikparse.Report | None
) -> list[gikparse.Diagnostic]:
    """What a rule finds, and each warning and error of the other rules of its family.

    What reading met counts for the rule that hands it on alone: fixtures have parts of tables.
    """
    codes = {one.kind.code for one in FAMILIES[family_of(rule)].RULES if not one.met}
    return [
        found
        for found in check(report, previous=previous, today=TODAY)
        if found.code == rule.kind.code
        or (found.code in codes and found.severity >= gikparse.Severity.WARNING)
    ]


def read(texts: list[Written]) -> tuple[gikparse.Report, gikparse.Report | None]:
    """The last of one or two texts as a report, the one before it as that of the year before."""
    *previous, report = (read_example(*written) for written in texts)
    return report, previous[0] if previous else None


def cases(path: Path) -> Iterator[tuple[str, int, list[Written], list[str]]]:
    """The cases of a file of fixtures: title, line, inputs, expected diagnostics.

    A fence `previous` is the report of the year before that in the fence behind it; how others
    are written is told in `pages.examples`.
    """
    title, line, texts = "", 0, list[Written]()
    tokens = MarkdownIt().parse(path.read_text("utf-8"))
    for token, following in pairwise([*tokens, tokens[-1]]):
        if token.type == "heading_open" and token.tag == "h2":
            title, texts = following.content, []
        elif token.type == "fence" and token.info != "diagnostics":
            assert token.map is not None
            line = token.map[0] + 1
            texts.append((token.info, token.content))
        elif token.type == "fence":
            yield title, line, texts, token.content.split("\n")[:-1]


def fixtures(rule: Rule) -> Path:
    return HERE / family_of(rule) / "fixtures" / f"{rule.kind.name}.md"


CASES = [
    pytest.param(rule, *case, id=f"{rule.kind.name}:{case[0]}")
    for rule in RULES
    if fixtures(rule).exists()
    for case in cases(fixtures(rule))
]


@pytest.mark.parametrize(("rule", "title", "line", "texts", "expected"), CASES)
def test_fixture(
    rule: Rule, title: str, line: int, texts: list[Written], expected: list[str]
) -> None:
    report, previous = read(texts)
    found = [
        "{}:{} {}".format(*report.source.position(d.span.start), d.code)
        for d in found_by_family(rule, report, previous)
    ]
    assert found == expected, f"{fixtures(rule)}:{line}: {title}"


@each_rule
def test_rule_has_fixtures_that_fire_it_and_that_do_not(rule: Rule) -> None:
    own = list(cases(fixtures(rule)))
    fires = [any(rule.kind.code in said for said in expected) for *_, expected in own]
    assert any(fires)
    assert not all(fires)
    assert any(not expected for *_, expected in own)


def test_every_file_of_fixtures_belongs_to_a_rule() -> None:
    assert set(HERE.glob("*/fixtures/*")) == {fixtures(rule) for rule in RULES}


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.kind.code for rule in RULES]
    assert codes == sorted(codes)
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    assert len({kind.name for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.code for kind in KINDS])
def test_kind_is_complete(kind: gikparse.Kind) -> None:
    assert re.fullmatch(r"GIK[0-5]\d\d", kind.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", kind.name)
    assert not re.search(r"[一-龥]", kind.message)
    assert re.search(r"[一-龥]", kind.chinese)
    english, chinese = (
        {name for _, name, _, _ in Formatter().parse(template) if name}
        for template in (kind.message, kind.chinese)
    )
    assert english == chinese


@pytest.mark.parametrize("family", FAMILIES.values(), ids=FAMILIES)
def test_the_module_of_a_rule_has_its_name(family: ModuleType) -> None:
    modules = {
        name: importlib.import_module(f"{family.__name__}.{name}")
        for _, name, _ in pkgutil.iter_modules(family.__path__)
    }
    rules = {name: module.RULE for name, module in modules.items() if hasattr(module, "RULE")}
    assert rules == {rule.kind.name.replace("-", "_"): rule for rule in family.RULES}


def test_rules_are_those_of_the_families() -> None:
    assert sorted(RULES, key=lambda rule: rule.kind.code) == list(RULES)
    assert sum(len(family.RULES) for family in FAMILIES.values()) == len(RULES)


@each_rule
def test_rule_is_explained_under_the_fixed_headings(rule: Rule) -> None:
    summary, *sections = re.split(r"^## (.*)$", rule.explanation, flags=re.MULTILINE)
    assert summary.strip().endswith(".")
    assert sections[::2] == HEADINGS
    assert all(text.strip() for text in sections[1::2])


@each_rule
def test_example_of_the_explanation_fires_the_rule_and_no_other(rule: Rule) -> None:
    fences = [t for t in MarkdownIt().parse(rule.explanation) if t.type == "fence"]
    assert [fence.info == "previous" for fence in fences] in ([False], [True, False])
    found = found_by_family(rule, *read([(fence.info, fence.content) for fence in fences]))
    assert {d.code for d in found} == {rule.kind.code}


# --- what reading met


def test_everything_that_reading_reports_is_handed_on_by_a_rule() -> None:
    values = [value for room in (reading, parsing, tabular) for value in vars(room).values()]
    kinds = [kind for value in values if isinstance(value, dict) for kind in value.values()]
    kinds += values
    reported = {kind.code for kind in kinds if isinstance(kind, gikparse.Kind)}
    assert reported == {rule.kind.code for rule in RULES if rule.met}


@pytest.mark.parametrize(
    "rule", [pytest.param(rule, id=rule.kind.name) for rule in RULES if rule.met]
)
def test_a_rule_hands_on_what_reading_met(rule: Rule) -> None:
    for _, _, texts, _ in cases(fixtures(rule)):
        report, _ = read(texts)
        assert tuple(rule.apply(report)) == check(report, select=rule.kind.code)


def test_what_could_not_be_read_is_told_by_reading() -> None:
    """A rule of the linter reads what is there: it never tells of a limit of reading."""
    assert all(rule.met for rule in RULES if rule.cause is Cause.READING)
    assert {rule.cause for rule in RULES if rule.met} == set(Cause)
