"""How fast tables are read: microseconds a cell, and how the time grows with their number."""

from functools import partial
from pathlib import Path
from time import thread_time

import pytest
from costs import events
from measuring import counter, instructions_a_call, seconds
from pytest_benchmark.fixture import BenchmarkFixture

import gikparse
from gikparse.data.catalogue import default_catalogue
from gikparse.data.form import Form
from gikparse.testing.filling import Figure, FilledForm, FilledTable
from gikparse.testing.tables import render_table
from gikparse.values import Semantic

ZERO = Figure(written="0", semantic=Semantic.ZERO, value=0)
#: A thousand tables in place of a hundred take this many times as long at most.
MOST_GROWTH = 15
#: Ten times as many tables take so much more than ten times as many calls or instructions at most.
SLACK = 1.1


def blank_table(form: Form, key: str) -> str:
    """A table of a form with 0 in every cell: of requests 25 rows in 10 columns, of 2014 65 rows."""
    spec = next(table for table in default_catalogue().forms[form].tables if table.key == key)
    rows = [row for row in spec.rows if not row.optional]
    columns = [column for column in spec.columns if not column.optional]
    figures = {(r.key, c.key): ZERO for r in rows if not r.group for c in columns}
    table = FilledTable(spec=spec, rows=tuple(rows), figures=figures)
    return render_table(FilledForm(form=form, tables=(table,)))


#: Reads the text of a file, so many times over.
PROGRAM = """
import sys
from pathlib import Path
import gikparse
text = Path(sys.argv[1]).read_text("utf-8") * int(sys.argv[2])
def call():
    return len(gikparse.parse(text).indicators)
"""

each_table = pytest.mark.parametrize(
    ("form", "key"), [(Form.F2021, "requests"), (Form.F2014, "statistics")], ids=["25x10", "65"]
)


def read(text: str) -> int:
    return len(gikparse.parse(text).indicators)


@each_table
def test_one_table(form: Form, key: str, benchmark: BenchmarkFixture) -> None:
    text = blank_table(form, key)
    read(text)  # grammars and data are loaded once a process
    cells = benchmark(read, text)
    assert cells >= 50
    benchmark.extra_info["cells"] = cells
    if benchmark.stats is not None:
        micro = 1_000_000 * benchmark.stats.stats.min / cells
        benchmark.extra_info["microseconds_a_cell"] = round(micro, 1)


def test_calls_grow_as_the_tables_do() -> None:
    """Calls are the same on every machine, however busy it is."""
    text = blank_table(Form.F2021, "requests") + "\n\n"
    read(text)  # grammars and data are loaded once a process
    assert events(read, text * 40) <= 10 * SLACK * events(read, text * 4)


def test_a_thousand_tables(benchmark: BenchmarkFixture) -> None:
    """The ratio of two times of one run, so that a slow machine makes no difference."""
    if benchmark.disabled:
        pytest.skip("a time is measured: nox -s bench")
    text = blank_table(Form.F2021, "requests") + "\n\n"
    hundred, thousand = text * 100, text * 1000
    few = read(hundred)
    taken = seconds(partial(read, hundred))
    start = thread_time()
    many = benchmark.pedantic(read, (thousand,), rounds=1)
    growth = (thread_time() - start) / taken
    assert many == 10 * few
    benchmark.extra_info["growth"] = round(growth, 1)
    assert growth < MOST_GROWTH


@each_table
def test_instructions_a_cell(
    form: Form, key: str, benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    """What no other program on the machine can change; ten tables take no more than ten times one."""
    if benchmark.disabled:
        pytest.skip("counting takes minutes: nox -s bench")
    if counter() is None:
        pytest.skip("neither perf nor valgrind counts instructions here")
    text = blank_table(form, key) + "\n\n"
    path = tmp_path / "table.txt"
    path.write_text(text, "utf-8")
    one, ten = (instructions_a_call(PROGRAM, str(path), n, calls=1) for n in ("1", "10"))
    benchmark.extra_info["instructions_a_cell"] = round(one / read(text))
    benchmark.extra_info["beside_linear"] = round(ten / 10 / one, 2)
    assert ten <= 10 * one * SLACK
    benchmark.pedantic(read, args=(text,), rounds=1)
