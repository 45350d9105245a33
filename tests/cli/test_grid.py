"""Tables on the screen: bars stand in line, and what must be cut is cut."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gikparse.cli.grid import draw, draw_list
from gikparse.cli.width import width

CELLS = st.sampled_from(["", "0", "12", "-5", "—", "规章", "行政许可", "本年制发件数", "a"])
EVEN = st.integers(1, 5).flatmap(
    lambda count: st.lists(st.lists(CELLS, min_size=count, max_size=count), max_size=6)
)
RAGGED = st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=8)


def drawn(text: str, limit: int | None = None) -> list[str]:
    return list(draw([line.split("|") for line in text.split("\n")], limit))


def bars(line: str) -> list[int]:
    """The columns of the screen at which the bars of a line stand."""
    return [width(line[:place]) for place, character in enumerate(line) if character == "│"]


@given(EVEN)
def test_rows_of_one_length_have_their_bars_in_line(rows: Sequence[Sequence[str]]) -> None:
    lines = list(draw(rows, None))
    assert len(lines) == len(rows)
    places = {place for line in lines for place in bars(line)}
    # Words may run on over the empty cells after them, and so hide bars; none is elsewhere.
    assert len(places) <= max(map(len, rows), default=1) - 1
    for row, line in zip(rows, lines, strict=True):
        assert [cell for cell in row if cell] == line.replace("│", " ").split()


@given(RAGGED)
def test_every_row_is_a_line_with_all_its_cells(rows: Sequence[Sequence[str]]) -> None:
    lines = list(draw(rows, None))
    assert len(lines) == len(rows)
    for row, line in zip(rows, lines, strict=True):
        assert [cell for cell in row if cell] == line.replace("│", " ").split()


@given(RAGGED, st.integers(60, 120))
def test_a_table_keeps_to_its_limit(rows: Sequence[Sequence[str]], limit: int) -> None:
    long = [[cell * 5 if cell.isalpha() else cell for cell in row] for row in rows]
    least = max((len(row) for row in rows), default=0) * 19 + 16
    for line in draw(long, limit):
        assert width(line) <= max(limit, least)


def test_figures_stand_at_the_right_and_words_at_the_left() -> None:
    assert drawn("信息内容|本年处理数\n行政许可|18643\n行政处罚|37") == [
        "信息内容 │ 本年处理数",
        "行政许可 │      18643",
        "行政处罚 │         37",
    ]


def test_words_run_on_over_the_empty_cells_after_them() -> None:
    assert drawn("第二十条第（一）项|||\n规章|0|0|0\n文件|12|3|4") == [
        "第二十条第（一）项",
        "规章  │  0 │ 0 │ 0",
        "文件  │ 12 │ 3 │ 4",
    ]
    assert drawn("申请人情况||总计\n自然人|其他|总计\n1|2|3") == [
        "申请人情况    │ 总计",
        "自然人 │ 其他 │ 总计",
        "     1 │    2 │    3",
    ]


def test_in_a_ragged_table_the_figures_are_counted_from_the_right() -> None:
    assert drawn("三、办理结果|（一）公开|43|8|51\n（二）部分公开|12|3|15\n总计|66") == [
        "三、办理结果 │ （一）公开 │ 43 │ 8 │ 51",
        "（二）部分公开            │ 12 │ 3 │ 15",
        "总计                               │ 66",
    ]


def test_headers_of_a_ragged_table_stand_over_their_figures() -> None:
    assert drawn("第（一）项\n信息内容|制发|废止\n规章|0|12") == [
        "第（一）项",
        "信息内容 │ 制发 │ 废止",
        "规章     │    0 │   12",
    ]


def test_each_part_of_a_ragged_table_has_columns_of_its_own() -> None:
    assert drawn("信息内容|制发件数\n规章|0\n第（五）项\n行政处罚的信息|1") == [
        "信息内容 │ 制发件数",
        "规章     │        0",
        "第（五）项",
        "行政处罚的信息 │ 1",
    ]


@pytest.mark.parametrize("rest", ["", "\n第（五）项"])
def test_long_words_are_cut_and_figures_never(rest: str) -> None:
    line = drawn("申请人无正当理由逾期不补正、行政机关不再处理其申请|5|123456" + rest, 40)[0]
    assert width(line) <= 40
    assert "…" in line
    assert line.endswith("│ 5 │ 123456")


@pytest.mark.parametrize("rows", [[], [[]], [[""]], [[], ["a"]]])
def test_tables_with_nothing_in_them(rows: list[list[str]]) -> None:
    assert len(list(draw(rows, 80))) == len(rows)


# --- lists of records

RECORDS = st.integers(1, 5).flatmap(
    lambda count: st.lists(st.lists(CELLS, min_size=count, max_size=count), min_size=1, max_size=6)
)


@given(RECORDS, st.integers(0, 100))
def test_a_list_has_its_bars_in_line_and_its_keys_whole(
    rows: Sequence[Sequence[str]], limit: int
) -> None:
    lines = list(draw_list(rows, limit))
    assert len(lines) == len(rows)
    key = max(width(row[0]) for row in rows)
    for row, line in zip(rows, lines, strict=True):
        assert line.split("│")[0].strip() == row[0].strip()
        assert bars(line)[: len(row) - 1] == bars(max(lines, key=len))[: len(bars(line))]
        if len(row) > 1:
            assert bars(line)[0] == key + 1


def test_a_list_is_cut_to_the_screen() -> None:
    rows = [["request.answered.denied.state_secret", "属于国家秘密" * 9], ["id", "label"]]
    lines = list(draw_list(rows, 80))
    assert max(map(width, lines)) <= 80
    assert lines[0].endswith("…")
