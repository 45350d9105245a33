"""`to_dict` and `from_dict`: nothing is lost on the way, and a wrong document says where."""

import copy
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

import gikparse
from gikparse import Diagnostic, Kind, Report, SchemaError, Severity, Source, Span, UsageError
from gikparse.data.catalogue import default_catalogue
from gikparse.formats.shape import extras_of, fields_of, node_classes
from gikparse.nodes import Block, Node
from gikparse.source import SourceText

TEXT = """汀溪县2023年政府信息公开工作年度报告
发布时间：2024-01-29
一、总体情况
（一）主动公开。全年公开12条。
二、收到和处理政府信息公开申请情况
自然人 | 2 |
三)其他事项。𠮷祥。
"""

Document = dict[str, Any]
#: The keys and indices that lead to a value.
Place = tuple[str | int, ...]


@pytest.fixture(scope="module")
def report() -> Report:
    return gikparse.parse(TEXT, name="汀溪.txt")


def same(report: Report) -> bool:
    """Whether a report comes back from JSON as it was."""
    document = report.to_dict()
    read = gikparse.from_dict(json.loads(json.dumps(document)))
    assert all(node.source is read.source for node in read.walk())
    assert read.source.name == report.source.name
    return read == report and read.to_dict() == document


# --- there and back


def test_examples_come_back(examples: Path) -> None:
    for path in sorted(examples.glob("*.txt")):
        assert same(gikparse.load(path)), path


def test_real_reports_come_back(real_reports: Path) -> None:
    for path in sorted(real_reports.glob("*.txt")):
        assert same(gikparse.load(path)), path


PIECES = st.sampled_from(
    [
        "一、",
        "（一）",
        "1.",
        "三)",
        "总体情况",
        "\n",
        "\r\n",
        "。",
        " | ",
        "0",
        "𠮷",
        "\u200b",
        "國(guó)",
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_comes_back(text: str) -> None:
    assert same(gikparse.parse(text))


PLAIN = {
    SourceText: "一、概述",
    Span: Span(0, 1),
    date: date(2024, 2, 29),
    float: 0.1,
    int: 7,
    str: "词",
}


def sample(kind: Any, source: Source | None, *, optional: bool, depth: int = 4) -> Any:
    """A value of a type: with everything that is optional, or with nothing of it."""

    def one(kind: Any) -> Any:
        return sample(kind, source, optional=optional, depth=depth - (get_origin(kind) is tuple))

    if kind in PLAIN:
        return PLAIN[kind]
    if kind is Source and source is not None:
        return source
    if get_origin(kind) is UnionType:
        first, *_ = (choice for choice in get_args(kind) if choice is not NoneType)
        return one(first) if optional else None
    if get_origin(kind) is tuple:
        first, *others = get_args(kind)
        if others != [...]:
            return tuple(map(one, get_args(kind)))
        classes = node_classes(first).values() if first is Block else (first,)
        return tuple(map(one, classes)) if optional and depth > 0 else ()
    if get_origin(kind) is Mapping:
        return {"title": Span(0, 2)} if optional else {}
    if issubclass(kind, Enum):
        return list(kind)[-1]
    values = {name: one(hint) for name, hint in fields_of(kind).items()}
    return (
        kind(**values, source=source)
        if issubclass(kind, Node) and kind is not Report
        else kind(**values)
    )


def sample_report(*, optional: bool) -> Report:
    source = sample(Source, None, optional=optional)
    made: Report = sample(Report, source, optional=optional)
    return made


def test_the_sample_has_a_node_of_every_class_that_the_schema_has() -> None:
    found = {type(node).__name__ for node in sample_report(optional=True).walk()}
    assert found == set(node_classes()) & set(gikparse.json_schema()["$defs"])


@pytest.mark.parametrize("optional", [True, False])
def test_every_class_comes_back(optional: bool) -> None:
    assert same(sample_report(optional=optional))


def test_a_surrogate_that_stands_alone_comes_back() -> None:
    assert same(gikparse.parse("一、总体\ud800情况"))


def test_the_catalogue_of_the_caller_is_that_of_the_report_that_is_read() -> None:
    catalogue = default_catalogue().with_aliases({"request.received": ["受理申请件数"]})
    report = gikparse.parse(TEXT, catalogue=catalogue)
    assert gikparse.from_dict(report.to_dict(), catalogue=catalogue) == report
    assert gikparse.from_dict(report.to_dict()).catalogue is default_catalogue()


# --- what a reader without gikparse finds


def test_a_reader_needs_no_arithmetic(report: Report) -> None:
    document = report.to_dict()
    section = document["sections"][0]
    assert {key: section["heading"][key] for key in ("marker", "title", "ordinal", "text")} == {
        "marker": "一、",
        "title": "总体情况",
        "ordinal": 1,
        "text": "一、总体情况",
    }
    assert section["level"] == 1
    assert section["heading"]["scheme"] == "chinese"
    assert section["heading"]["topic"] == "overview"
    assert section["sections"][0]["blocks"][0]["text"] == "全年公开12条。"
    assert document["sections"][1]["blocks"][0]["rows"][0]["cells"][1]["text"] == "2"
    field = document["front"]["blocks"][1]["fields"][0]
    assert (field["label"], field["value"]) == ("发布时间", "2024-01-29")


def test_the_head_of_a_document(report: Report) -> None:
    document = report.to_dict()
    assert list(document)[:2] == ["schema", "type"]
    assert document["schema"] == 1
    assert document["gikparse"] == gikparse.__version__
    assert document["source"] == {
        "text": TEXT,
        "name": "汀溪.txt",
        "format": None,
        "encoding": None,
    }
    assert document["identity"]["published"] == "2024-01-29"
    assert document["identity"]["period"] is None


def test_a_diagnostic_says_its_line(report: Report) -> None:
    (found,) = [d for d in report.to_dict()["diagnostics"] if d["name"] == "lost-bracket"]
    assert (found["line"], found["column"], found["severity"]) == (7, 1, "warning")


def test_offsets_count_code_points(report: Report) -> None:
    start, end = report.to_dict()["sections"][1]["sections"][0]["span"]
    assert (start, end) == (TEXT.index("三)"), len(TEXT) - 1)
    assert "𠮷" in TEXT[start:end]  # two units of UTF-16


def test_figures_are_numbers() -> None:
    text = "指标 | 单位 | 数量 |\n八、机构建设和保障经费情况 | — |\n（四）政府信息公开专项经费 | 万元 | 36.5 |"
    report = gikparse.parse(text)
    (found,) = report.to_dict()["indicators"]
    assert report.indicators[0].value == Decimal("36.5")
    assert (found["value"], found["base_value"], found["base_unit"]) == (36.5, 365000, "元")
    assert text[slice(*found["span"])] == "36.5"


def test_only_what_json_knows_is_in_a_document(report: Report) -> None:
    document = report.to_dict()
    assert json.loads(json.dumps(document)) == document
    assert {type(value) for _, value in values(document)} <= {dict, list, str, int, float, NoneType}


def values(value: Any, place: Place = ()) -> Iterator[tuple[Place, Any]]:
    """Every value in a document with its place."""
    yield place, value
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from values(item, (*place, key))


# --- wrong documents


def changed(document: Document, place: Place, value: Any) -> Document:
    """A document with another value at a place."""
    made = copy.deepcopy(document)
    holder: Any = made
    for key in place[:-1]:
        holder = holder[key]
    holder[place[-1]] = value
    return made


HEADING: Place = ("sections", 0, "heading")

WRONG: list[tuple[Place, Any, str]] = [
    (
        ("schema",),
        "1",
        "$.schema: this is version '1' of the format, and gikparse ? reads version 1",
    ),
    (
        ("schema",),
        True,
        "$.schema: this is version True of the format, and gikparse ? reads version 1",
    ),
    (("schema",), 2, "$.schema: this is version 2 of the format, and gikparse ? reads version 1"),
    (("type",), "Section", "$.type: 'Section' is not one of Report"),
    (("source",), None, "$.source: expected an object, found null"),
    (("source", "text"), 5, "$.source.text: expected a string, found a number"),
    (("span",), [0, 9999], f"$.span: [0, 9999] is no span of a text of {len(TEXT)} code points"),
    (("span",), [3, 2], f"$.span: [3, 2] is no span of a text of {len(TEXT)} code points"),
    (("span",), [-1, 2], f"$.span: [-1, 2] is no span of a text of {len(TEXT)} code points"),
    (("span",), [0], "$.span: expected a list of two integers, found [0]"),
    (("span",), [0, True], "$.span: expected a list of two integers, found [0, True]"),
    (("span",), "01", "$.span: expected a list of two integers, found a string"),
    (("parts",), [[0, 1], [2]], "$.parts[1]: expected a list of two integers, found [2]"),
    (("sections",), {}, "$.sections: expected a list, found an object"),
    (("sections", 0), [], "$.sections[0]: expected an object, found a list"),
    ((*HEADING, "scheme"), 1, "$.sections[0].heading.scheme: expected a string, found a number"),
    (
        (*HEADING, "scheme"),
        "roman",
        (
            "$.sections[0].heading.scheme: 'roman' is not one of "
            "part, chinese, chinese_paren, arabic, arabic_paren, circled"
        ),
    ),
    (
        (*HEADING, "type"),
        "Paragraph",
        "$.sections[0].heading.type: 'Paragraph' is not one of Heading",
    ),
    (
        ("sections", 1, "blocks", 0, "type"),
        ["Table"],
        (
            "$.sections[1].blocks[0].type: ['Table'] is not one of Attachment, Byline, Contents, "
            "Furniture, Metadata, Paragraph, Rubric, Table, Title, Unknown"
        ),
    ),
    (
        ("sections", 1, "blocks", 0, "row"),
        [],
        "$.sections[1].blocks[0].row: Table has no such key",
    ),
    (("identity", "year"), "2023", "$.identity.year: expected an integer, found a string"),
    (("identity", "year"), False, "$.identity.year: expected an integer, found a boolean"),
    (
        ("identity", "published"),
        "20240129",
        "$.identity.published: '20240129' is not a day written YYYY-MM-DD",
    ),
    (
        ("identity", "published"),
        "2024-02-30",
        "$.identity.published: '2024-02-30' is not a day written YYYY-MM-DD",
    ),
    (("identity", "period"), ["2023-01-01"], "$.identity.period: expected 2 items, found 1"),
    (
        ("identity", "period"),
        ["2023-01-01", 5],
        "$.identity.period[1]: expected a string, found a number",
    ),
    (("identity", "spans"), [], "$.identity.spans: expected an object, found a list"),
    (
        ("identity", "spans", "title"),
        [0, 9999],
        f"$.identity.spans.title: [0, 9999] is no span of a text of {len(TEXT)} code points",
    ),
    (
        ("diagnostics", 0, "severity"),
        "fatal",
        "$.diagnostics[0].severity: 'fatal' is not one of info, warning, error",
    ),
]


@pytest.mark.parametrize(("place", "value", "message"), WRONG)
def test_a_wrong_value_is_named_with_its_place(
    report: Report, place: Place, value: Any, message: str
) -> None:
    with pytest.raises(SchemaError) as caught:
        gikparse.from_dict(changed(report.to_dict(), place, value))
    assert str(caught.value) == message.replace("?", gikparse.__version__)


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("schema", "$.schema: the version of the format is missing"),
        ("source", "$.source: missing"),
        ("type", "$.type: missing"),
        ("identity", "$.identity: missing"),
    ],
)
def test_a_missing_key_is_named(report: Report, key: str, message: str) -> None:
    document = report.to_dict()
    del document[key]
    with pytest.raises(SchemaError) as caught:
        gikparse.from_dict(document)
    assert str(caught.value) == message


def test_several_faults_are_counted(report: Report) -> None:
    document = changed(report.to_dict(), ("span",), [])
    document["sections"][0]["heading"]["topic"] = "weather"
    with pytest.raises(SchemaError, match=r"^\$\.span: .*\(and 1 more\)$"):
        gikparse.from_dict(document)


@pytest.mark.parametrize("data", [None, [], "{}", 1])
def test_what_is_no_object_is_no_document(data: Any) -> None:
    with pytest.raises(SchemaError, match=r"^\$: expected an object, found "):
        gikparse.from_dict(data)


def test_a_document_without_end_is_refused(report: Report) -> None:
    document = report.to_dict()
    section = copy.deepcopy(document["sections"][0])
    innermost = section
    for _ in range(5000):
        innermost["sections"] = [{**innermost}]
        innermost = innermost["sections"][0]
    innermost["sections"] = []
    document["sections"] = [section]
    with pytest.raises(SchemaError, match="nested too deeply"):
        gikparse.from_dict(document)


def test_extras_are_not_read(report: Report) -> None:
    document = report.to_dict()
    for place, value in list(values(document)):
        if isinstance(value, dict):
            cls = node_classes().get(
                value.get("type", ""), Diagnostic if "code" in value else object
            )
            for number, extra in enumerate(extras_of(cls) if cls is not object else ()):
                if number % 2:
                    del value[extra.name]
                else:
                    value[extra.name] = {"nonsense": place}
    assert gikparse.from_dict(document) == report


# --- the schema says the same

WRONG_VALUES = [None, True, -1, 1.5, "so long a text", [], [0], {}, {"type": "Cell"}]


def is_read(document: Document) -> bool:
    try:
        gikparse.from_dict(document)
    except SchemaError:
        return False
    return True


def kinds_of_places(document: Document) -> Iterator[Place]:
    """One place for each key of each class, extras left out."""
    seen = set()
    for place, _ in values(document):
        holder: Any = document
        for key in place[:-1]:
            holder = holder[key]
        if not place or not isinstance(holder, dict) or place[0] == "indicators":
            continue
        cls = node_classes().get(holder.get("type", ""), Diagnostic if "code" in holder else None)
        extras = {extra.name for extra in extras_of(cls)} if cls else set()
        kind = (cls or place[-2:-1], place[-1])
        if kind not in seen and place[-1] not in extras:
            seen.add(kind)
            yield place


def removed(document: Document, place: Place) -> Document:
    made = changed(document, place, None)
    holder: Any = made
    for key in place[:-1]:
        holder = holder[key]
    del holder[place[-1]]
    return made


@pytest.mark.slow
def test_the_schema_takes_a_document_exactly_if_from_dict_reads_it() -> None:
    document = sample_report(optional=True).to_dict()
    # What is of one shape need not be tried ten times.
    shapes = ("Metadata", "Paragraph", "Table")
    front = document["front"]
    front["blocks"] = [block for block in front["blocks"] if block["type"] in shapes]
    document["back"]["blocks"] = document["sections"][0]["blocks"] = []
    document["sections"][0]["sections"] = document["indicators"] = []
    validator = Draft202012Validator(gikparse.json_schema(), format_checker=FormatChecker())
    places = list(kinds_of_places(document))
    assert len(places) > 40
    taken = []
    for place in places:
        documents = [changed(document, place, value) for value in WRONG_VALUES]
        documents.append(removed(document, place))
        documents.append(changed(document, (*place[:-1], "unheard_of"), 0))
        for wrong in documents:
            assert is_read(wrong) is validator.is_valid(wrong), (place, wrong)
            taken.append(is_read(wrong))
    assert 0 < sum(taken) < len(taken) / 2  # null for what is optional, [] for a list


# --- the rest


def test_nodes_of_the_callers_own_are_a_usage_error(report: Report) -> None:
    class Footnote(Block):
        pass

    own = Footnote(source=report.source, span=Span(0, 1))
    front = gikparse.FrontMatter(source=report.source, span=Span(0, 1), blocks=(own,))
    made = Report(source=report.source, span=report.span, front=front)
    with pytest.raises(UsageError, match=r"^Footnote is no class of gikparse\.nodes"):
        made.to_dict()


def test_a_diagnostic_of_the_callers_own_comes_back(report: Report) -> None:
    kind = Kind(code="MY001", name="mine", severity=Severity.INFO, message="m", chinese="我")
    made = Report(source=report.source, span=report.span, diagnostics=(kind.at(Span(0, 1)),))
    assert same(made)


def test_cattrs_is_imported_when_it_is_needed() -> None:
    code = (
        "import sys, gikparse; gikparse.from_dict; "
        "print('cattrs' in sys.modules); "
        "gikparse.parse('').to_dict(); print('cattrs' in sys.modules)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, text=True
    )
    assert run.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("make", [gikparse.json_schema, sample_report], ids=["schema", "report"])
def test_nothing_is_shared_between_two_calls(make: Callable[..., Any]) -> None:
    first = make() if make is gikparse.json_schema else make(optional=True).to_dict()
    second = make() if make is gikparse.json_schema else make(optional=True).to_dict()
    containers = {id(value) for _, value in values(first) if isinstance(value, dict | list)}
    assert not containers & {id(v) for _, v in values(second) if isinstance(v, dict | list)}
