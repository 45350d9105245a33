"""Tables with bars."""

from hypothesis import given
from hypothesis import strategies as st

from fixtures import Case, each_case
from gikparse.folding import fold
from gikparse.tables.pipes import read_rows

CELLS = st.text("规章0 -", max_size=4).map(str.strip)


def rows(text: str) -> list[list[str]]:
    view = fold(text)
    found = read_rows(view, 0, len(view.rstrip()))
    return [[view[start:end] for start, end in row] for row in found]


@each_case("table.md")
def test_rows(case: Case) -> None:
    shown = ("".join(f"<{cell}>" for cell in row) for row in rows(case.source))
    assert "\n".join(shown) == case.expected


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4).filter(any), min_size=1, max_size=4))
def test_a_table_with_outer_bars_is_read_back(table: list[list[str]]) -> None:
    text = "\n".join("|" + "".join(f" {cell} |" for cell in row) for row in table)
    # Rows of dashes divide, and rows of bars alone are the end of the row before.
    kept = [row for row in table if not all(set(cell) == {"-"} and len(cell) > 1 for cell in row)]
    assert rows(text) == kept


@given(st.text("规|- \n\r0", max_size=30))
def test_every_zone_is_read_and_every_character_is_kept(text: str) -> None:
    zone = text.strip("\r\n ")
    if "|" in zone:
        found = "".join("".join(row) for row in rows(zone))
        assert found.replace(" ", "").replace("-", "") == "".join(
            character for character in zone if character in "规0"
        )
