"""Documents come from folders, patterns, archives, lines and tables, each once and with its name."""

import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from gikparse import Input, UsageError
from gikparse.corpus.records import Columns
from gikparse.corpus.sources import Sources

TEXT = "一、概述\n无。"


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, "utf-8")


def names(*paths: object, **options: object) -> list[str]:
    return [document.name for document in Sources(paths=map(str, paths), **options)]


def test_a_folder_gives_its_documents_by_name(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.HTML", "2023/c.txt", "2022/d", ".hidden.txt", ".git/e.txt")
    write(tmp_path, "x.png", "y.png", "z.css")
    sources = Sources(paths=[str(tmp_path)])
    found = [Path(document.name).relative_to(tmp_path).as_posix() for document in sources]
    assert found == ["a.HTML", "b.txt", "2022/d", "2023/c.txt"]
    assert sources.left_out == Counter({".png": 2, ".css": 1})
    assert sources.count() == 4


def test_the_output_is_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "out/b.txt")
    assert names(tmp_path, without=tmp_path / "out") == [str(tmp_path / "a.txt")]


def test_a_pattern_gives_what_matches(tmp_path: Path) -> None:
    write(tmp_path, "2022/a.txt", "2023/b.txt", "2023/c.png")
    assert len(names(tmp_path / "*/*.txt")) == 2
    assert len(names(tmp_path / "**/*.txt")) == 2
    assert names(tmp_path / "2023/*") == [str(tmp_path / "2023" / n) for n in ("b.txt", "c.png")]


def test_what_is_given_twice_is_taken_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    sources = Sources(paths=[str(tmp_path), str(tmp_path / "a.txt")])
    assert len(list(sources)) == 2
    assert sources.left_out == {"given twice": 1}


@pytest.mark.parametrize("path", ["nowhere.txt", "nowhere/*.txt"])
def test_nothing_at_a_path_is_a_mistake(path: str) -> None:
    with pytest.raises(UsageError, match=path.replace("*", r"\*")):
        Sources(paths=[path]).check()


def test_an_archive_gives_its_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("年报/2023.txt", TEXT)
        archive.writestr("x.png", "")
        archive.writestr("empty/", "")
    (document,) = Sources(paths=[str(path)])
    assert document == Input(name=f"{path}/年报/2023.txt", content=TEXT.encode())
    assert Sources(paths=[str(path)]).count() == 1


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_names_in_an_archive_are_read_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("AAAAAAAAAAAA.txt", TEXT)
    name = "汀溪县年".encode(encoding).ljust(12, b"x")[:12]
    path.write_bytes(path.read_bytes().replace(b"AAAAAAAAAAAA", name))
    assert names(path) == [f"{path}/{name.decode(encoding)}.txt"]


def test_a_damaged_archive_is_a_document_with_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr("b.txt", TEXT)
    path.write_bytes(path.read_bytes().replace(TEXT.encode(), TEXT.encode()[::-1], 1))
    one, other = Sources(paths=[str(path)])
    assert "cannot be unpacked" in one.problem
    assert other.content == TEXT.encode()
    path.write_bytes(b"PK")
    (whole,) = Sources(paths=[str(path)])
    assert "no ZIP archive" in whole.problem


def test_a_member_that_swells_is_a_document_with_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", bytes(10**8))
    (document,) = Sources(paths=[str(path)])
    assert document.problem == "it unpacks to more than 200 times its size"


RECORDS = [
    {"id": "x", "text": TEXT, "agency": "汀溪县", "year": 2020},
    {"id": "y", "text": TEXT, "agency": " ", "year": "2021"},
    {"id": "z", "text": None},
]


def test_lines_give_their_documents(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = [*map(json.dumps, RECORDS), "", "{", "[1]", '{"page": ""}']
    path.write_text("\n".join(lines), "utf-8")
    found = list(Sources(paths=[str(path)]))
    assert [document.name for document in found] == [f"{path}#{n}" for n in (1, 2, 3, 5, 6, 7)]
    assert found[0] == Input(name=f"{path}#1", content=TEXT, agency="汀溪县", year=2020)
    assert found[1] == Input(name=f"{path}#2", content=TEXT, year=2021)
    problems = [document.problem or "" for document in found]
    assert [bool(problem) for problem in problems] == [False, False, True, True, True, True]
    assert problems[2] == "the column 'text' holds neither text nor bytes"
    assert problems[5] == "which column holds the documents? --column names one of page"
    assert Sources(paths=[str(path)]).count() == len(found)


@pytest.mark.parametrize("kind", ["string", "binary"])
def test_a_table_gives_its_documents(kind: str, tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    columns = {name: [record.get(name) for record in RECORDS] for name in ("id", "text", "agency")}
    columns["text"] = pa.array(columns["text"], pa.string()).cast(kind)
    parquet.write_table(pa.table(columns), path)
    found = list(Sources(paths=[str(path)], columns=Columns(name="id")))
    assert [document.name for document in found] == [f"{path}#{n}" for n in "xyz"]
    assert [document.agency for document in found] == ["汀溪县", None, None]
    assert found[0].read() == TEXT.encode()
    assert found[2].problem
    assert Sources(paths=[str(path)]).count() == 3


def test_a_table_without_the_column_is_a_document_with_a_problem(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    path = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"page": [TEXT], "id": [1]}), path)
    (document,) = Sources(paths=[str(path)])
    assert "which column holds the documents? --column names one of page, id" in document.problem
    (document,) = Sources(paths=[str(path)], columns=Columns(text="page"))
    assert document.content == TEXT
    path.write_bytes(b"PAR1")
    (document,) = Sources(paths=[str(path)])
    assert "cannot be read" in document.problem
