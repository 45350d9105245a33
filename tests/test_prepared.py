"""What a build prepares is what is made without it, in step with its source, and the same each time."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import gikparse.prepared
from gikparse.data.files import parse_toml, read_toml, toml_names, toml_text
from gikparse.grammar import grammar_names, grammar_text
from gikparse.grammar.making import make
from gikparse.prepared import PREPARED_FOLDER, prepared, record
from gikparse.preparing import prepare


def never(text: str) -> Any:
    raise AssertionError(f"made again of {text[:20]}")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("prepared")
    prepare(folder)
    return folder


@pytest.fixture
def folder(built: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(gikparse.prepared, "PREPARED_FOLDER", built)
    return built


@pytest.mark.parametrize("name", grammar_names())
@pytest.mark.usefixtures("folder")
def test_what_is_made_of_a_grammar_is_read_back(name: str) -> None:
    text = grammar_text(name)
    made = prepared(f"grammars.{name}", text, never)
    assert record(text, made) == record(text, make(name, text))
    assert list(made["terminals"].items()) == list(make(name, text)["terminals"].items())


@pytest.mark.parametrize("name", toml_names())
def test_data_is_read_back_but_for_days(name: str, folder: Path) -> None:
    text = toml_text(name)
    wanted = parse_toml(text)
    read = read_toml.__wrapped__(name)
    assert read == wanted
    assert str(read) == str(wanted)  # in the same order
    is_prepared = (folder / f"data.{name.replace('/', '.')}.json").exists()
    assert is_prepared == (name != "deadlines")


@pytest.mark.usefixtures("folder")
def test_an_edited_source_is_read_again() -> None:
    text = toml_text("cells")
    assert prepared("data.cells", text, never) == parse_toml(text)
    assert prepared("data.cells", f"{text}\n", str.upper) == f"{text}\n".upper()


def test_a_damaged_or_missing_file_is_no_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gikparse.prepared, "PREPARED_FOLDER", tmp_path)
    (tmp_path / "damaged.json").write_bytes(b'{"of": 1, "ma')
    assert prepared("damaged", "text", str.upper) == "TEXT"
    assert prepared("missing", "text", str.upper) == "TEXT"


def test_preparing_removes_what_has_no_source_any_more(tmp_path: Path) -> None:
    (tmp_path / "grammars.gone.json").touch()
    prepare(tmp_path)
    assert not (tmp_path / "grammars.gone.json").exists()
    assert (tmp_path / "grammars.report.json").exists()


def test_every_build_prepares_the_same_bytes(built: Path, tmp_path: Path) -> None:
    """Whatever the seed of Python's hashes is."""
    code = "import sys, pathlib, gikparse.preparing as p; p.prepare(pathlib.Path(sys.argv[1]))"
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    subprocess.run([sys.executable, "-c", code, tmp_path], check=True, env=environment)
    files = {path.name: path.read_bytes() for path in built.iterdir()}
    assert files == {path.name: path.read_bytes() for path in tmp_path.iterdir()}


@pytest.mark.skipif(
    not any(PREPARED_FOLDER.glob("*.json")), reason="no build has prepared this checkout"
)
def test_what_lies_in_the_package_is_of_this_edition(built: Path) -> None:
    """What is made of a source that was edited since is not read; all else has to be right."""
    for path in PREPARED_FOLDER.glob("*.json"):
        found, wanted = (
            json.loads((folder / path.name).read_bytes()) for folder in (PREPARED_FOLDER, built)
        )
        assert found["of"] != wanted["of"] or found == wanted, (
            "something else is made of the same text: raise the edition in gikparse.prepared, "
            "or run: python -m gikparse.preparing"
        )
