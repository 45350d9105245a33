"""Cells that no bar divides: labels tell where they begin."""

import pytest

from gikparse.folding import fold
from gikparse.tables.bare import read_bare_rows


def rows(text: str) -> list[list[str]]:
    view = fold(text)
    found = read_bare_rows(view, 0, len(view))
    return [[view[start:end] for start, end in row] for row in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("规章 0 3\n行政许可 5", [["规章", "0", "3"], ["行政许可", "5"]]),
        ("规章\n\n0\n\n3\n\n行政许可\n\n5", [["规章", "0", "3"], ["行政许可", "5"]]),
        ("规章000行政许可5", [["规章", "000"], ["行政许可", "5"]]),
        ("（一）收到申请数条2543", [["(一)收到申请数", "条", "2543"]]),
        ("（一）收到申请数 件 2543件", [["(一)收到申请数", "件", "2543件"]]),
        ("规章 特别关注 3", [["规章", "特别关注", "3"]]),
        ("规章 2016年度", [["规章", "2016年度"]]),
    ],
)
def test_a_label_begins_a_row(text: str, found: list[list[str]]) -> None:
    assert rows(text) == found


def test_heads_stay_in_the_row_before_the_next_label() -> None:
    assert rows("信息内容 本年制发件数 规章 3") == [["信息内容", "本年制发件数"], ["规章", "3"]]
