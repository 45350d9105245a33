"""The labels of a form by wording, and which form a table belongs to."""

import pytest

import gikparse
from gikparse import Form
from gikparse.tables.forms import FormIndex, index_form, recognise
from gikparse.tables.wording import word


@pytest.fixture
def index() -> FormIndex:
    return index_form(gikparse.catalogue, Form.F2021)


def rows(index: FormIndex, label: str) -> list[str]:
    wording = word(label)
    known = index.find(wording)
    return [index.order[place].row.key for place in index.rows_of(wording, known)] if known else []


def test_a_wording_of_several_rows_is_told_by_its_mark(index: FormIndex) -> None:
    assert rows(index, "（七）总计") == ["request.answered"]
    assert rows(index, "（六）其他处理") == ["request.answered.other"]
    assert rows(index, "总计") == []  # without a mark it heads a column
    assert rows(index, "规章") == ["proactive.regulation"]
    assert rows(index, "热线接听数") == []


def test_heads_know_the_tables_that_they_stand_over(index: FormIndex) -> None:
    known = index.find(word("本年制发件数"))
    assert known is not None
    assert known.over == {"article_20_1"}
    assert not known.rows


def test_beginnings_and_parts_of_labels(index: FormIndex) -> None:
    assert index.begins("行政规范")
    assert not index.begins("范性文件")
    assert index.has_part("范性文件")
    assert not index.has_part("规章")  # a label by itself


def forms(*tables: list[str]) -> list[Form | None]:
    return [*recognise([map(word, labels) for labels in tables], gikparse.catalogue)]


def test_a_form_is_told_by_its_labels() -> None:
    assert forms(["规章", "本年制发件数"]) == [Form.F2021]
    assert forms(["规章", "本年新制作数量"]) == [Form.F2019]
    assert forms(["（一）收到申请数", "（二）申请办结数"]) == [Form.F2014]


def test_one_label_tells_none() -> None:
    assert forms(["规章", "信访"]) == [None]


def test_what_a_table_leaves_open_the_others_decide() -> None:
    shared = ["结果维持", "结果纠正", "其他结果", "尚未审结"]
    assert forms(["规章", "本年新制作数量"], shared) == [Form.F2019] * 2
    assert forms(["规章", "本年制发件数"], shared) == [Form.F2021] * 2
