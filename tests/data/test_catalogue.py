"""The catalogue: the shipped facts fit together, and a user's facts are taken or refused clearly."""

import json
import pickle
import re
import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse.data.building import build
from gikparse.data.catalogue import Catalogue, default_catalogue
from gikparse.data.files import read_toml
from gikparse.data.form import Form
from gikparse.data.layout import RowSpec, TableKind, TableSpec
from gikparse.data.rules import AtMostRule, BalanceRule, ColumnRule, SumRule
from gikparse.data.specs import Label, LabelRole
from gikparse.errors import UsageError

CATALOGUE = default_catalogue()
NATIONAL = tuple(form for form in Form if form is not Form.LOCAL)
TABLES = [table for spec in CATALOGUE.form_specs for table in spec.tables]


def table(form: Form, key: str) -> TableSpec:
    found = CATALOGUE.forms[form].table(key)
    assert found is not None
    return found


def ids(values: str, prefix: str) -> tuple[str, ...]:
    return tuple(f"{prefix}.{value}" for value in values.split())


# The shipped facts


@pytest.mark.parametrize(
    ("form", "cells"),
    # 58 values; 22 + 23 rows by 7 columns + 15; 10 + 25 rows by 7 columns + 15.
    [(Form.F2014, 58), (Form.F2019, 22 + 23 * 7 + 15), (Form.F2021, 10 + 25 * 7 + 15)],
)
def test_a_national_form_asks_for_as_many_values_as_its_print(form: Form, cells: int) -> None:
    asked = [cell for spec in CATALOGUE.forms[form].tables for cell in spec.cells]
    assert len(asked) == len(set(asked)) == cells


def test_the_list_of_2014_has_65_rows_of_which_7_head_others() -> None:
    rows = [row for row in table(Form.F2014, "statistics").rows if not row.optional]
    assert len(rows) == 65
    assert [row.id for row in rows if row.group] == [
        "proactive", "channel", "response", "response.channel", "request", "org", "training",
    ]  # fmt: skip


@pytest.mark.parametrize(("form", "rows", "groups"), [(Form.F2019, 27, 4), (Form.F2021, 30, 5)])
def test_the_request_tables_have_their_rows_and_groups(form: Form, rows: int, groups: int) -> None:
    requests = table(form, "requests")
    assert len(requests.rows) == rows
    assert sum(row.group for row in requests.rows) == groups


def test_the_request_tables_of_2019_and_2021_differ_in_other_outcomes_only() -> None:
    def bare(row: RowSpec) -> RowSpec:
        # The place in the list shifts by the three rows that only the later form has.
        return attrs.evolve(row, parent=None, sum=())

    older, newer = table(Form.F2019, "requests"), table(Form.F2021, "requests")
    assert older.columns == newer.columns
    assert {bare(row) for row in older.rows} ^ {bare(row) for row in newer.rows} == {
        bare(row)
        for spec in (older, newer)
        for row in spec.rows
        if row.key.startswith("request.answered.other")
    }
    assert attrs.evolve(table(Form.F2019, "review"), form=Form.F2021) == table(Form.F2021, "review")


@pytest.mark.parametrize("form", [Form.F2019, Form.F2021])
def test_the_outcomes_of_requests_add_up_over_the_rows_that_hold_values(form: Form) -> None:
    requests = table(form, "requests")
    total = requests.row("request.answered")
    assert total is not None
    outcomes = [row for row in requests.rows if row.path[0] == "本年度办理结果" and not row.group]
    assert total.sum == tuple(row.key for row in outcomes if row is not total)


@pytest.mark.parametrize(
    ("form", "id_", "parts"),
    [
        *(
            (form, f"request.answered.{group}", ids(parts, f"request.answered.{group}"))
            for form in (Form.F2019, Form.F2021)
            for group, parts in (
                ("unable", "not_held needs_creation unclear"),
                ("not_processed", "petition repeated publication abusive confirmation"),
            )
        ),
        (
            Form.F2021,
            "request.answered.other",
            ids("uncorrected fee_unpaid other", "request.answered.other"),
        ),
    ],
)
def test_a_heading_is_worth_the_sum_of_its_rows(form: Form, id_: str, parts: tuple[str]) -> None:
    derivation = CATALOGUE.derivation(id_, form)
    assert derivation == SumRule(total=id_, parts=parts, derived=True)


def test_a_row_with_a_value_of_its_own_is_not_derived() -> None:
    assert CATALOGUE.derivation("request.answered.other", Form.F2019) is None
    assert CATALOGUE.derivation("request.answered.denied", Form.F2014) is None


def test_requests_balance_and_applicants_add_up() -> None:
    for form in (Form.F2019, Form.F2021):
        rules = table(form, "requests").rules
        assert [rule for rule in rules if isinstance(rule, BalanceRule)] == [
            BalanceRule(
                left=("request.received", "request.carried_in"),
                right=("request.answered", "request.carried_out"),
            )
        ]
        kinds = "natural_person business research social_welfare legal_service other"
        assert [rule for rule in rules if isinstance(rule, ColumnRule)] == [
            ColumnRule(total="total", parts=tuple(kinds.split()))
        ]


def test_the_review_table_is_one_row_of_three_sums_of_four() -> None:
    review = table(Form.F2021, "review")
    assert (review.kind, review.rows) == (TableKind.SINGLE, ())
    parts = "maintained corrected other pending"
    totals = ("review", "litigation.direct", "litigation.after_review")
    assert review.rules == tuple(SumRule(total=id_, parts=ids(parts, id_)) for id_ in totals)
    assert review.cells == tuple((id_, None) for t in totals for id_ in (*ids(parts, t), t))


def test_the_rules_of_2014() -> None:
    rules = table(Form.F2014, "statistics").rules
    assert {rule.part: rule.whole for rule in rules if isinstance(rule, AtMostRule)} == {
        "proactive.normative_published": "proactive.total",
        "response.press_by_head": "response.press",
        "response.interview_by_head": "response.interview",
    }
    sums = {rule.total: len(rule.parts) for rule in rules if isinstance(rule, SumRule)}
    assert sums == {
        "request.received": 4, "request.closed": 2, "request.answered": 8,
        "request.answered.denied": 6, "review": 3, "litigation": 3, "org.staff": 2,
    }  # fmt: skip


def test_local_sums_count_the_rows_that_are_there() -> None:
    local = table(Form.LOCAL, "statistics")
    sums = [rule for rule in local.rules if isinstance(rule, SumRule)]
    assert all(row.optional for row in local.rows)
    assert not any(rule.parts for rule in sums)
    assert [rule.total for rule in sums if rule.usual] == ["proactive.total"]
    received = next(rule for rule in sums if rule.total == "request.received")
    assert {"电子邮件申请数", "信函、传真申请数"} < set(received.optional)


@pytest.mark.parametrize("spec", TABLES, ids=lambda spec: f"{spec.form.value}-{spec.key}")
def test_rows_stand_under_the_rows_above_them(spec: TableSpec) -> None:
    for row in spec.rows:
        above = None if row.parent is None else spec.rows[row.parent]
        assert row.path == ((*above.path, row.text) if above else (row.text,))
        assert row.depth == len(row.path) - 1


@pytest.mark.parametrize("form", NATIONAL)
def test_the_marks_of_a_national_form_count_up(form: Form) -> None:
    for spec in CATALOGUE.forms[form].tables:
        numbered: dict[int | None, list[tuple[int, int]]] = {}
        for row in spec.rows:
            assert bool(row.marker) == (row.numbering is not None)
            if row.numbering:
                numbered.setdefault(row.parent, []).append(row.numbering)
        for marks in numbered.values():
            assert marks == [(marks[0][0], ordinal) for ordinal in range(1, len(marks) + 1)]


def test_a_mark_is_read_as_level_and_ordinal() -> None:
    requests = table(Form.F2021, "requests")
    row = requests.row("request.answered.other")
    assert row is not None
    assert (row.marker, row.numbering) == ("（六）", (2, 6))


@pytest.mark.parametrize(
    ("form", "id_", "label"),
    [
        (Form.F2014, "proactive.normative_published", "其中：主动公开规范性文件数"),
        (Form.F2014, "response.hot_topics", "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）"),
        (Form.F2021, "request.answered.partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ],
)  # fmt: skip
def test_a_label_is_put_together_as_the_form_prints_it(form: Form, id_: str, label: str) -> None:
    rows = [row for spec in CATALOGUE.forms[form].tables for row in spec.rows if row.id == id_]
    assert [row.label for row in rows] == [label]


def test_brackets_and_marks_are_kept_out_of_the_texts() -> None:
    # The comparison drops notes and marks, so one that is left in a text would never match.
    texts = [row.text for spec in TABLES for row in spec.rows]
    texts += [column.text for spec in TABLES for column in spec.columns]
    assert [
        text for text in texts if re.search(r"[（）()：:]|^[一二三四五六七八九十0-9]+[、.]", text)
    ] == []


def test_units_are_those_of_the_print() -> None:
    statistics, fees = table(Form.F2014, "statistics"), table(Form.F2021, "article_20_8")
    for row in statistics.rows:
        assert (statistics.unit_of(row, statistics.columns[0]) is None) == row.group
    assert fees.unit_of(fees.rows[0], fees.columns[0]) == "万元"
    requests = table(Form.F2021, "requests")
    group = requests.row("request.answered.denied")
    assert group is not None
    assert requests.unit_of(requests.rows[0], requests.columns[0]) == "件"
    assert requests.unit_of(group, requests.columns[0]) is None


def test_every_indicator_is_named_placed_and_used() -> None:
    specs = CATALOGUE.indicator_specs
    assert len(specs) == len(CATALOGUE.indicators)
    assert len({spec.name for spec in specs}) == len(specs)
    assert len({spec.label for spec in specs}) == len(specs)
    for spec in specs:
        assert spec.forms, spec.id
        assert spec.name.isascii()
        assert spec.label.strip() == spec.label != ""
        assert not spec.label.isascii()
        assert bool(spec.source) == (spec.forms != (Form.LOCAL,))


def test_an_indicator_without_unit_has_no_single_value() -> None:
    asked = {id_ for spec in TABLES for id_, _ in spec.cells}
    unitless = {spec.id for spec in CATALOGUE.indicator_specs if spec.unit is None}
    assert unitless & asked == {"proactive.procurement"}  # a number and an amount


def test_every_note_belongs_to_an_indicator() -> None:
    content = read_toml("indicators")
    assert content.keys() == {"indicators", "notes", "lookalikes"}
    for id_, note in content["notes"].items():
        assert CATALOGUE.indicators[id_].note == note != ""


def test_parents_lead_to_a_subject_without_a_circle() -> None:
    for spec in CATALOGUE.indicator_specs:
        seen = [spec.id]
        while (parent := CATALOGUE.indicators[seen[-1]].parent) is not None:
            assert parent not in seen
            seen.append(parent)


def test_sources_are_the_official_documents() -> None:
    assert [form for form, spec in CATALOGUE.forms.items() if spec.source] == list(NATIONAL)
    assert CATALOGUE.forms[Form.F2014].source == "国办发〔2014〕32号"
    assert CATALOGUE.forms[Form.F2019].source == "国办公开办函〔2019〕60号"
    assert CATALOGUE.forms[Form.F2021].source == "国办公开办函〔2021〕30号"
    assert (
        CATALOGUE.indicators["request.carried_in"].source
        == "国办公开办函〔2019〕60号、国办公开办函〔2021〕30号"
    )


def test_one_national_form_follows_the_other() -> None:
    years = [CATALOGUE.forms[form].years for form in NATIONAL]
    assert [first for first, _ in years[:3]] == [2014, 2019, 2021]
    assert [last for _, last in years] == [*(first - 1 for first, _ in years[1:]), None]


def test_the_prescribed_sections_hold_the_tables() -> None:
    for form in (Form.F2019, Form.F2021):
        spec = CATALOGUE.forms[form]
        assert [section.marker for section in spec.sections] == [f"{n}、" for n in "一二三四五六"]
        assert {table.section for table in spec.tables} == {2, 3, 4}


def test_nothing_in_a_cell_is_two_things() -> None:
    marks = attrs.astuple(CATALOGUE.cells)
    assert all(marks)
    for one, other in combinations(marks, 2):
        assert not one & other
    assert "\N{NO-BREAK SPACE}" in CATALOGUE.cells.empty


# Questions to the catalogue


@pytest.mark.parametrize(
    ("id_", "column", "forms"),
    [
        ("request.received", None, "F2014 F2019 F2021 LOCAL"),
        ("request.received", "business", "F2019 F2021"),
        ("request.answered.other", None, "F2019 F2021"),
        ("proactive.normative_document", None, ""),
        ("proactive.normative_document", "issued", "F2021"),
        ("proactive.licence", "decisions", "F2019 F2021"),
        ("proactive.fee", "amount", "F2021"),
        ("proactive.fee_items", "amount", ""),
        ("proactive.total", None, "F2014 LOCAL"),
        ("litigation", None, "F2014 LOCAL"),
        ("review.maintained", None, "F2014 F2019 F2021"),
        ("review.maintained", "total", ""),
        ("request.result", None, ""),
        ("channel", None, ""),
    ],
)
def test_only_forms_with_the_same_figure_are_comparable(
    id_: str, column: str | None, forms: str
) -> None:
    assert [form.name for form in CATALOGUE.comparable(id_, column)] == forms.split()


def test_lookalikes_are_several_and_say_why() -> None:
    for group in CATALOGUE.lookalikes:
        assert len(group.ids) > 1
        assert group.reason
    assert any(
        {"proactive.fee", "proactive.fee_items"} <= set(group.ids) for group in CATALOGUE.lookalikes
    )


def test_unknown_ids_and_columns_are_refused_with_a_hint() -> None:
    with pytest.raises(UsageError, match=r"'request.recieved'; did you mean request.received"):
        CATALOGUE.comparable("request.recieved")
    with pytest.raises(UsageError, match=r"'totl'; did you mean total"):
        CATALOGUE.comparable("request.received", "totl")


@pytest.mark.parametrize(
    "text", ["request.received", "Requests received in the year", "收到申请数"]
)
def test_an_indicator_is_found_by_id_name_and_the_label_of_any_form(text: str) -> None:
    assert CATALOGUE.search(text)[0].id == "request.received"


def test_exact_matches_come_first() -> None:
    found = [spec.id for spec in CATALOGUE.search(" REVIEW ")]
    assert found[0] == "review"
    assert "litigation.after_review.pending" in found


def parts(name: str) -> st.SearchStrategy[str]:
    places_in = st.integers(0, len(name))
    return st.builds(lambda start, end: name[start:end], places_in, places_in)


@given(
    st.text() | st.sampled_from([spec.label for spec in CATALOGUE.indicator_specs]).flatmap(parts)
)
def test_a_search_finds_only_what_holds_the_text(text: str) -> None:
    wanted = text.strip().casefold()
    found = CATALOGUE.search(text)
    assert len(found) == len(set(found))
    for spec in found:
        carriers = [c for table in TABLES for id_, c in table.carriers if id_ == spec.id]
        names = [spec.id, spec.label, spec.name, *(name for c in carriers for name in c.names)]
        assert any(wanted in name.casefold() for name in names)
    assert found or not any(wanted in spec.label for spec in CATALOGUE.indicator_specs if wanted)


def test_labels_cover_every_wording_once() -> None:
    labels = CATALOGUE.labels()
    assert len({(label.text, label.marker, label.role) for label in labels}) == len(labels)
    wordings = {label.text for label in labels}
    for spec in TABLES:
        for names in (owner.names for owners in (spec.rows, spec.columns) for owner in owners):
            assert wordings.issuperset(names)
        assert wordings.issuperset(name for head in spec.heads for name in head.names)
    both = (Form.F2019, Form.F2021)
    assert Label(text="予以公开", marker="（一）", role=LabelRole.ROW, forms=both) in labels
    assert (
        Label(text="第二十条第（九）项", marker="", role=LabelRole.TITLE, forms=both[:1]) in labels
    )


# A user's additions


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        CATALOGUE.form_specs = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        CATALOGUE.indicators["request"] = CATALOGUE.indicators["review"]  # type: ignore[index]
    with pytest.raises(TypeError):
        del CATALOGUE.forms[Form.F2014]  # type: ignore[attr-defined]
    assert hash(CATALOGUE) == hash(default_catalogue())


def test_a_catalogue_goes_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(CATALOGUE)) == CATALOGUE  # noqa: S301 - our own bytes


def test_an_id_stands_for_its_rows_in_all_forms() -> None:
    changed = CATALOGUE.with_aliases({"request.received": ["新收申请"]})
    carried = {
        form: [c.names[-1] for t in spec.tables for i, c in t.carriers if i == "request.received"]
        for form, spec in changed.forms.items()
    }
    in_forms = CATALOGUE.indicators["request.received"].forms
    assert {form for form, names in carried.items() if names} == set(in_forms)
    assert all(carried[form] == ["新收申请"] for form in in_forms)
    assert changed.search("新收申请")[0].id == "request.received"
    assert not CATALOGUE.search("新收申请")


@pytest.mark.parametrize(
    "label", ["自然人", "法人或其他组织", "第二十条第（五）项", "信息内容", "行政复议数量", "企业", "四、结转下年度继续办理"]
)  # fmt: skip
def test_a_label_stands_for_all_that_is_so_worded(label: str) -> None:
    changed = CATALOGUE.with_aliases({label: ["另一种写法"]})
    added = [label for label in changed.labels() if label.text == "另一种写法"]
    assert added
    assert changed != CATALOGUE


@given(
    st.sampled_from([label for label in CATALOGUE.labels() if label.role is not LabelRole.TITLE])
)
def test_any_label_takes_a_new_wording_and_keeps_its_own(label: Label) -> None:
    changed = CATALOGUE.with_aliases({label.text: ["另一种写法", label.text]})
    assert set(changed.labels()) > set(CATALOGUE.labels())
    assert sum(len(t.cells) for f in changed.form_specs for t in f.tables) == sum(
        len(t.cells) for f in CATALOGUE.form_specs for t in f.tables
    )


@pytest.mark.parametrize(
    ("aliases", "message"),
    [
        ({"request.recieved": ["x"]}, "'request.recieved' is neither an id nor a label; did you mean request.received"),
        ({"自燃人": ["x"]}, "'自燃人' is neither an id nor a label; did you mean 自然人"),
        ({"自然人": "个人"}, "'自然人' must have a list of texts, not '个人'"),
        ({"自然人": []}, "'自然人' must have a list of texts"),
        ({"自然人": [""]}, "'自然人' must have a list of texts"),
        ({"当面申请数": ["传真申请数"]}, "F2014 statistics: '传真申请数' names both 1.当面申请数 and 2.传真申请数"),
        ({"自然人": ["总计"]}, "F2019 requests: '总计' names both 自然人 and 总计"),
    ],
)  # fmt: skip
def test_wordings_that_do_not_fit_are_refused(aliases: dict[str, list[str]], message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(f"aliases: {message}")):
        CATALOGUE.with_aliases(aliases)


USER_FILE = """
indicators = [
    { id = "inquiry.hotline", label = "热线接听数", name = "Hotline calls", unit = "人次" },
]

[aliases]
"request.received" = ["受理申请件数"]
"inquiry.hotline" = ["热线电话数"]

[[tables]]
key = "inquiries"
kind = "list"
title = "咨询情况统计表"
heads = [{ role = "label", text = "项目" }]
columns = [{ path = ["数量"] }]
rows = [
    { text = "咨询", group = true, sum = ["inquiry.hotline"] },
    { depth = 1, id = "inquiry.hotline", marker = "1.", text = "热线接听数" },
]
"""


def with_content(folder: Path, content: str) -> Catalogue:
    path = folder / "mine.toml"
    path.write_text(content, "utf-8")
    return CATALOGUE.with_file(path)


def test_a_file_adds_indicators_tables_and_wordings(tmp_path: Path) -> None:
    mine = with_content(tmp_path, USER_FILE)
    added = mine.forms[Form.LOCAL].table("inquiries")
    assert added is not None
    assert added.cells == (("inquiry.hotline", None),)
    assert added.rows[1].names == ("热线接听数", "热线电话数")
    assert added.rows[1].path == ("咨询", "热线接听数")
    assert mine.indicator("inquiry.hotline").forms == (Form.LOCAL,)
    assert mine.comparable("inquiry.hotline") == (Form.LOCAL,)
    assert mine.search("受理申请件数")[0].id == "request.received"
    assert CATALOGUE.forms[Form.LOCAL].table("inquiries") is None
    assert "inquiry.hotline" not in CATALOGUE.indicators


def test_a_file_that_says_nothing_changes_nothing(tmp_path: Path) -> None:
    assert with_content(tmp_path, "") == CATALOGUE


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[aliases]", "[aliasses]", "unknown key 'aliasses'; did you mean aliases?"),
        ('role = "label", ', 'roll = "label", ', "tables[0].heads[0]: unknown key 'roll'; did you mean role?"),
        ('role = "label", ', "", "tables[0].heads[0]: the key 'role' is missing"),
        ('role = "label"', 'role = "labels"', "tables[0].heads[0]: 'labels' is not a valid HeadRole"),
        ('kind = "list"', 'kind = "heap"', "tables[0]: 'heap' is not a valid TableKind"),
        ('kind = "list"', 'kind = "list"\nform = "F2021"', "tables[0]: unknown key 'form'"),
        ("path = [", "paths = [", "tables[0].columns[0]: unknown key 'paths'; did you mean path?"),
        ('path = ["数量"]', 'path = "数量"', "tables[0].columns[0]: 'path' must be a list of texts (got '数量')"),
        ("group = true", 'group = "yes"', "tables[0].rows[0]: 'group' must be <class 'bool'>"),
        ("group = true", "group = true, parent = 0", "tables[0].rows[0]: unknown key 'parent'"),
        ("depth = 1", "depth = 2", "tables[0].rows[1]: 'depth' is 2"),
        ('marker = "1."', 'marker = "1)"', "tables[0].rows[1]: '1)' is no mark like"),
        ('sum = ["inquiry.hotline"]', 'sum = ["inquiry.hot"]', "tables[0]: a rule names 'inquiry.hot', which the table has not; did you mean inquiry.hotline?"),
        ('id = "inquiry.hotline", marker', 'id = "inquiry.mail", marker', "tables[0]: a rule names 'inquiry.hotline'"),
        ('id = "inquiry.hotline", label', 'id = "review", label', "the indicator 'review' is there twice"),
        ('name = "Hotline calls", ', "", "indicators[0]: the key 'name' is missing"),
        ('unit = "人次"', 'parent = "inquiry"', "parent of inquiry.hotline: there is no indicator 'inquiry'"),
        ('key = "inquiries"', 'key = "statistics"', "LOCAL: the table 'statistics' is there twice"),
        ('"inquiry.hotline" = ', '"inquiry.hotlin" = ', "aliases: 'inquiry.hotlin' is neither an id nor a label; did you mean inquiry.hotline"),
        ("[[tables]]", "[tables]", "tables: must be an array of tables"),
        ("columns = [{ path", "columns = [1, { path", "tables[0].columns[0]: must be a table, not 1"),
        ("indicators = [", "indicators = [[", "no TOML: "),
    ],
)  # fmt: skip
def test_a_fault_in_a_file_is_named_with_its_place(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in USER_FILE
    with pytest.raises(UsageError) as caught:
        with_content(tmp_path, USER_FILE.replace(old, new, 1))
    assert str(caught.value).startswith(f"{tmp_path / 'mine.toml'}: {message}")


def test_an_id_that_no_file_defines_is_refused(tmp_path: Path) -> None:
    content = USER_FILE.replace('{ id = "inquiry.hotline", label', '{ id = "inquiry.phone", label')
    with pytest.raises(
        UsageError, match=r"table inquiries: there is no indicator 'inquiry.hotline'"
    ):
        with_content(tmp_path, content)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"absent\.toml: cannot be read"):
        CATALOGUE.with_file(tmp_path / "absent.toml")
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match=r"binary\.toml: no TOML"):
        CATALOGUE.with_file(str(binary))


def as_toml(value: object) -> str:
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{json.dumps(k)} = {as_toml(v)}' for k, v in value.items())} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(as_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def places(value: object, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all that a parsed file holds."""
    if above:
        yield above
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*above, key))


VALUES = st.recursive(
    st.booleans() | st.integers(-9, 9) | st.sampled_from(["", "list", "review", "label", "1."]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "text", "path", "key"]), inner, max_size=2)
    ),
    max_leaves=6,
)


@given(st.sampled_from(list(places(tomllib.loads(USER_FILE)))), VALUES)
def test_a_wrong_value_anywhere_is_at_most_a_usage_error(
    tmp_path_factory: pytest.TempPathFactory, place: tuple[str | int, ...], value: object
) -> None:
    content: Any = tomllib.loads(USER_FILE)
    inner = content
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    lines = "\n".join(f"{key} = {as_toml(entry)}" for key, entry in content.items())
    refusal = "mine.toml: "
    try:
        with_content(tmp_path_factory.mktemp("toml"), lines)
    except UsageError as error:
        refusal = str(error)
    assert "mine.toml: " in refusal
    assert "no TOML" not in refusal


@pytest.mark.parametrize("cls", [RowSpec, TableSpec])
def test_a_spec_refuses_a_key_that_it_does_not_have(cls: type[attrs.AttrsInstance]) -> None:
    with pytest.raises(UsageError, match=r"place: unknown key 'titel'"):
        build(cls, {"titel": "x"}, "place")
