"""PDF documents: lines to paragraphs, rules to tables, and what is left out."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from writing import made

from gikparse import UsageError
from gikparse.readers import pdf, read
from gikparse.readers.pdf import _running_heads
from gikparse.readers.pdf_joining import join_tables
from gikparse.readers.pdf_lines import Line, Margins, cell_text, goes_on, measure, to_lines
from gikparse.readers.pdf_page import Char, PageContent
from gikparse.readers.pdf_rules import Rule
from gikparse.readers.pdf_tables import PdfCell, PdfTable, find_tables
from gikparse.source import Span

FIXTURES = Path(__file__).with_name("fixtures")
CHROMIUM = FIXTURES / "f2021.chromium.pdf"
SIZE = 10.0


def chars(text: str, x: float = 0.0, y: float = 0.0, *, step: float = SIZE) -> list[Char]:
    """A line of characters as wide as high; a blank is one of half that width."""
    found = []
    spaced = False
    for character in text:
        if character == " ":
            x += step / 2
            spaced = True
            continue
        width = SIZE / 2 if character.isascii() else SIZE
        found.append(Char(character, x, y, x + width, y + SIZE, SIZE, spaced))
        x += width + (step - SIZE)
        spaced = False
    return found


def line(text: str, x: float = 0.0, top: float = 0.0, *, page: int = 1) -> Line:
    (found,) = to_lines(chars(text, x, top), page)
    return found


def content(found: list[Char], across: Sequence[Rule], down: Sequence[Rule]) -> PageContent:
    return PageContent(found, list(across), list(down), 0)


# --- lines


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("自 2023 年 1 月", "自2023年1月"),
        ("第 1,234 条", "第1,234条"),
        ("to be 12 34", "to be 12 34"),
        ("字体：大 中 小", "字体：大 中 小"),
        ("号 ， 邮 编 ： 223100 ， 电 话", "号，邮编：223100，电话"),
    ],
)
def test_blanks_that_fill_a_line_are_no_text(written: str, text: str) -> None:
    assert line(written).text == text


def test_a_wide_gap_is_a_blank() -> None:
    (found,) = to_lines([*chars("甲"), *chars("乙", 30.0)])
    assert found.text == "甲 乙"


def test_lines_come_from_top_to_bottom_whatever_the_order_in_the_file() -> None:
    shuffled = [*chars("第三行", 0, 40), *chars("第一行", 0, 0), *chars("第二行", 0, 20)]
    assert [found.text for found in to_lines(shuffled)] == ["第一行", "第二行", "第三行"]


def test_a_label_that_runs_downwards_is_one_word() -> None:
    tops = count(0, 12)
    column = [char for c in "三、本年度办理结果" for char in chars(c, 0, next(tops))]
    assert cell_text(column) == "三、本年度办理结果"


def test_cells_have_no_blanks_between_chinese_characters() -> None:
    assert cell_text([*chars("总 计"), *chars("1 2", 0, 20)]) == "总计1 2"


# --- paragraphs

MARGINS = Margins(left=0.0, right=200.0, pitch=16.0)
FULL = "十" * 20


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        (line(FULL), line("续行", 0, 16), True),
        (line(FULL), line("缩进", 20, 16), False),
        (line(FULL), line("很远", 0, 40), False),
        (line("短行"), line("另起", 0, 16), False),
        (line(FULL), line("续行", 0, 800, page=2), True),
        (line(FULL), line("（一）加强领导", 0, 16), False),
        (line(FULL[:-1] + "第"), line("（一）项", 0, 16), True),
        (line(FULL[:-8]), line("〔2021〕30号", 0, 16), False),
        (line(FULL[:-2]), line("〔2021〕30号", 0, 16), True),
        (line(FULL[:-6]), line("www.luting.gov.example。", 0, 16), True),
    ],
)
def test_a_line_goes_on_where_the_one_before_had_no_room(
    before: Line, after: Line, joined: bool
) -> None:
    assert goes_on(before, after, MARGINS) is joined


def test_type_of_another_size_is_another_paragraph() -> None:
    assert not goes_on(line(FULL), line("大字", 0, 16)._replace(size=16.0), MARGINS)


def test_margins_are_those_of_the_body() -> None:
    body = [line("　　" + FULL[2:], 20, 0), *(line(FULL, 0, 16.0 * n) for n in range(1, 5))]
    found = measure([*body, line("1", 300, 700)])
    assert (found.left, found.right, found.pitch) == (0.0, 200.0, 16)


@given(st.lists(st.tuples(st.floats(-1e3, 1e3), st.floats(-1e3, 1e3)), max_size=30))
def test_every_character_is_in_one_line(places: list[tuple[float, float]]) -> None:
    found = to_lines([char for x, y in places for char in chars("字", x, y)])
    assert sum(line.text.count("字") for line in found) == len(places)


# --- tables


def grid(xs: list[float], ys: list[float]) -> tuple[list[Rule], list[Rule]]:
    across = [Rule(y, xs[0], xs[-1]) for y in ys]
    down = [Rule(x, ys[0], ys[-1]) for x in xs]
    return across, down


def texts(table: PdfTable) -> list[list[tuple[float, str]]]:
    return [[(cell.left, cell.text) for cell in row] for row in table.rows]


def test_rules_make_cells() -> None:
    across, down = grid([0, 50, 100], [0, 20, 40])
    found = [*chars("a", 5, 5), *chars("1", 55, 5), *chars("b", 5, 25), *chars("2", 55, 25)]
    (table,) = find_tables(content(found, across, down))
    assert texts(table) == [[(0, "a"), (50, "1")], [(0, "b"), (50, "2")]]


def test_rules_that_are_missing_merge_cells() -> None:
    across = [Rule(0, 0, 150), Rule(20, 50, 150), Rule(40, 0, 150)]
    down = [Rule(0, 0, 40), Rule(50, 0, 40), Rule(100, 20, 40), Rule(150, 0, 40)]
    found = [*chars("标", 5, 15), *chars("上", 90, 5), *chars("1", 60, 25), *chars("2", 110, 25)]
    (table,) = find_tables(content(found, across, down))
    assert texts(table) == [[(0, "标"), (50, "上")], [(50, "1"), (100, "2")]]


def test_a_table_is_closed_where_its_outer_rules_are_missing() -> None:
    across = [Rule(0, 0, 100), Rule(20, 0, 100), Rule(40, 0, 100)]
    found = [*chars("a", 5, 5), *chars("1", 55, 5), *chars("b", 5, 25), *chars("2", 55, 25)]
    (table,) = find_tables(content(found, across, [Rule(50, 0, 40)]))
    assert texts(table) == [[(0, "a"), (50, "1")], [(0, "b"), (50, "2")]]


def test_double_and_broken_rules_are_one() -> None:
    across, down = grid([0, 50, 100], [0, 20])
    across += [Rule(1, 0, 100), Rule(20, 0, 100)]
    down = [Rule(0, 0, 20), Rule(50.4, 0, 9), Rule(49.8, 10, 20), Rule(100, 0, 20)]
    (table,) = find_tables(content([*chars("a", 5, 5), *chars("1", 60, 5)], across, down))
    assert texts(table) == [[(0, "a"), (pytest.approx(50, abs=1), "1")]]


@pytest.mark.parametrize(
    ("across", "down"),
    [
        ([Rule(20, 0, 100)], []),
        ([Rule(0, 0, 100), Rule(20, 0, 100)], []),
        ([Rule(0, 0, 100), Rule(20, 0, 100)], [Rule(0, 0, 20), Rule(100, 0, 20)]),
        ([Rule(300, 0, 100), Rule(320, 0, 100)], [Rule(0, 300, 320), Rule(50, 300, 320)]),
    ],
    ids=["underline", "two lines", "a frame", "no text"],
)
def test_other_rules_are_no_table(across: list[Rule], down: list[Rule]) -> None:
    assert find_tables(content(chars("字", 5, 5), across, down)) == []


# --- across pages


def part(*rows: list[str], columns: tuple[float, ...] = (0, 50)) -> PdfTable:
    cells = [
        [PdfCell(x, text) for x, text in zip(columns, row, strict=True) if text is not None]
        for row in rows
    ]
    return PdfTable(0, 0, 100, 100, list(columns), cells)


def test_parts_are_one_table_and_know_their_pages() -> None:
    joined = join_tables([(3, part(["a", "1"], ["b", "2"])), (4, part(["c", "3"]))])
    assert joined.rows == [["a", "1"], ["b", "2"], ["c", "3"]]
    assert joined.pages == [3, 3, 4]


def test_a_head_that_is_printed_again_is_left_out() -> None:
    head = ["信息内容", "本年处理决定数量"]
    joined = join_tables([(1, part(head, ["行政处罚", "1"])), (2, part(head, ["行政强制", "2"]))])
    assert joined.rows == [head, ["行政处罚", "1"], ["行政强制", "2"]]


def test_a_label_that_the_break_divides_is_put_together() -> None:
    first = part(["行政处罚", "1"], ["行政规范", "7"])
    joined = join_tables([(1, first), (2, part(["性文件", ""], ["规章", "0"]))])
    assert joined.rows == [["行政处罚", "1"], ["行政规范性文件", "7"], ["规章", "0"]]


def test_columns_of_all_parts_count() -> None:
    joined = join_tables([(1, part(["a", "1"])), (2, part(["b", "2", "3"], columns=(1, 49, 75)))])
    assert joined.rows == [["a", "1", ""], ["b", "2", "3"]]


# --- running heads


def test_page_numbers_and_running_heads_are_found() -> None:
    pages = [
        [line("某县人民政府"), line(f"正文{'甲乙丙丁'[n - 1]}", 0, 20), line("又一行", 0, 40), line("行", 0, 60),
         line(f"末行{'甲乙丙丁'[n - 1]}", 0, 80), line(f"— {n} —", 0, 800)]
        for n in range(1, 5)
    ]  # fmt: skip
    assert {found.text for found in _running_heads(pages)} == {
        "某县人民政府",
        *(f"—{n}—" for n in range(1, 5)),
    }


def test_a_line_that_few_pages_share_is_text() -> None:
    pages = [[line("附表"), line("甲", 0, 20)], [line("附表"), line("乙", 0, 20)]]
    assert _running_heads(pages) == set()


# --- files


def test_tables_go_on_over_page_breaks_and_places_are_pages() -> None:
    document = read(CHROMIUM.read_bytes())
    source = document.source
    first, last = source.text.index("一、本年新收"), source.text.index("四、结转下年度")
    at, end = source.locate(Span(first, first + 1)), source.locate(Span(last, last + 1))
    assert at is not None
    assert end is not None
    assert (at.table, end.table) == (2, 2)
    assert at.page is not None
    assert end.page is not None
    assert at.page < end.page
    assert (at.row, end.row) == (4, 28)


def test_radicals_are_characters() -> None:
    text = read(CHROMIUM.read_bytes()).source.text
    assert not any("\u2e80" <= character < "\u2fe0" for character in text)


TEXT = b"BT /F 12 Tf 72 700 Td (Hello world) Tj ET"
PICTURE = b"q 100 0 0 100 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"


def test_a_scan_says_so() -> None:
    document = read(made(PICTURE, TEXT))
    assert document.source.text == "Hello world\n"
    (found,) = document.diagnostics
    assert found.code == "GIK027"
    assert "1 of 2 pages" in found.message


def test_pictures_beside_text_are_told() -> None:
    assert [found.code for found in read(made(TEXT + b"\n" + PICTURE)).diagnostics] == ["GIK029"]


@pytest.mark.parametrize(
    ("turn", "matrix", "first", "second"),
    [
        (0, b"1 0 0 1", b"100 700", b"100 670"),
        (90, b"0 1 -1 0", b"100 100", b"130 100"),
        (180, b"-1 0 0 -1", b"400 100", b"400 130"),
        (270, b"0 -1 1 0", b"130 700", b"100 700"),
    ],
)
def test_pages_that_are_turned_are_read_as_they_show(
    turn: int, matrix: bytes, first: bytes, second: bytes
) -> None:
    text = b"BT /F 12 Tf %s %s Tm (first) Tj ET BT /F 12 Tf %s %s Tm (second) Tj ET"
    data = made(text % (matrix, first, matrix, second), more=b">>/Rotate %d/Last<<" % turn)
    assert b"/Rotate" in data
    assert read(data).source.text == "first\nsecond\n"


def test_ruled_tables_are_told_by_strokes_and_by_thin_fills() -> None:
    cells = b"BT /F 9 Tf 110 685 Td (a) Tj 100 0 Td (1) Tj -100 -20 Td (b) Tj 100 0 Td (2) Tj ET "
    strokes = b"100 700 m 300 700 l 100 680 m 300 680 l 100 660 m 300 660 l 100 660 m 100 700 l 200 660 m 200 700 l 300 660 m 300 700 l S"
    fills = b"100 700 200 .5 re 100 680 200 .5 re 100 660 200 .5 re 100 660 .5 40 re 200 660 .5 40 re 300 660 .5 40 re f"
    boxes = b"100 680 100 20 re 200 680 100 20 re 100 660 100 20 re 200 660 100 20 re S"
    for rules in (strokes, fills, boxes):
        assert read(made(cells + rules)).source.text == "| a | 1 |\n| b | 2 |\n"
    white = b"1 g 1 G " + boxes
    assert "|" not in read(made(cells + white)).source.text


def test_a_file_without_its_end_is_read_and_told() -> None:
    data = made(TEXT)
    document = read(data[: data.rindex(b"%%EOF")])
    assert document.source.text == "Hello world\n"
    assert [found.code for found in document.diagnostics] == ["GIK030"]


def test_a_file_cut_in_half_is_an_error_that_names_it() -> None:
    data = CHROMIUM.read_bytes()
    with pytest.raises(
        UsageError, match=r"^年报\.pdf is a PDF document that cannot be read: it is damaged$"
    ):
        read(data[: len(data) // 2], name="年报.pdf")


def test_a_locked_file_is_an_error_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise pdf.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    monkeypatch.setattr(pdf, "PdfDocument", locked)
    with pytest.raises(UsageError, match="it is locked with a password"):
        read(made(TEXT))
