"""What users install holds everything: the grammars live outside `src/`, so only a build shows it."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from gikparse.prepared import checksum

ROOT = Path(__file__).parents[1]

PARSE = """
import sys
import gikparse
from gikparse.grammar import grammar_folder

report = gikparse.parse(open(sys.argv[1], encoding="utf-8", newline="").read())
print(gikparse.__file__)
print(grammar_folder())
print("lark" in sys.modules)
print(len(list(report.find_all(gikparse.Section))))
"""


def build(checkout: Path, target: str, folder: Path) -> Path:
    """The path of the `wheel` or `sdist` built from a checkout."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target]
    subprocess.run([*command, "--directory", folder], cwd=checkout, check=True)
    (built,) = folder.iterdir()
    return built


def contents(wheel: Path) -> dict[str, bytes]:
    """The files of a wheel by their name in it, without the metadata."""
    with zipfile.ZipFile(wheel) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if name.startswith("gikparse/") and not name.endswith("/")
        }


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the checkout, so that a build neither sees nor leaves anything in the original."""
    copy = tmp_path_factory.mktemp("source") / "gikparse"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".*_cache", ".venv*", ".nox"))
    return copy


@pytest.fixture(scope="session")
def sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, "sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, "wheel", tmp_path_factory.mktemp("wheel"))


def test_wheel_holds_the_grammars_of_the_checkout(wheel: Path) -> None:
    packed = {
        name.removeprefix("gikparse/grammars/"): text
        for name, text in contents(wheel).items()
        if name.startswith("gikparse/grammars/")
    }
    assert packed == {path.name: path.read_bytes() for path in (ROOT / "grammars").iterdir()}
    assert any(name.endswith(".lark") for name in packed)


def test_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    source = ROOT / "src"
    files = {
        path.relative_to(source).as_posix()
        for path in (source / "gikparse").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert files <= contents(wheel).keys()
    assert "gikparse/py.typed" in files
    assert any(name.startswith("gikparse/data/") and name.endswith(".toml") for name in files)


def test_wheel_holds_what_the_build_prepared_of_its_own_sources(wheel: Path) -> None:
    files = contents(wheel)
    made = {name: json.loads(files[name]) for name in files if name.endswith(".json")}
    for grammar in (ROOT / "grammars").iterdir():
        prepared = made[f"gikparse/prepared/grammars.{grammar.stem}.json"]
        assert prepared["of"] == checksum(grammar.read_text("utf-8"))
    assert "gikparse/prepared/data.forms.f2021.json" in made


def test_wheel_from_the_sdist_is_the_wheel_from_the_checkout(
    sdist: Path, wheel: Path, tmp_path: Path
) -> None:
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path / "source", filter="data")
    (unpacked,) = (tmp_path / "source").iterdir()
    assert contents(build(unpacked, "wheel", tmp_path / "wheel")) == contents(wheel)


def test_sdist_holds_what_its_own_tests_read(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {
        ".ci/run",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "docs/index.md",
        "docs/examples/f2021.txt",
        "noxfile.py",
        "pyproject.toml",
        "src/hatch_build.py",
        "tests/test_packaging.py",
    } <= names


def test_installed_wheel_parses_away_from_the_checkout(
    wheel: Path, examples: Path, tmp_path: Path
) -> None:
    target = tmp_path / "installed"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*command, "--target", target, wheel], check=True)
    shown = subprocess.run(
        [sys.executable, "-c", PARSE, examples / "f2021.txt"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(target)},
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    module, grammars, uses_lark, sections = shown.stdout.splitlines()
    assert Path(module).parent == target / "gikparse"
    assert Path(grammars) == target / "gikparse" / "grammars"
    assert uses_lark == "False"  # the build has prepared the grammars
    assert int(sections) >= 6  # the form of 2021 prescribes six sections
