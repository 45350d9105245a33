"""Waivers: which files and findings they are about."""

from pathlib import Path

import attrs
import pytest

from gikparse.linting.waivers import Waiver, posix_path

WAIVER = Waiver(
    files=("2016/*.html",), codes=("GIK101", "GIK3"), reason="r", where="w", folder=Path("/reports")
)


@pytest.mark.parametrize(
    ("file", "is_about"),
    [
        ("/reports/2016/a.html", True),
        ("/reports/2016/inner/a.html", True),
        ("/reports/2017/a.html", False),
        ("/elsewhere/2016/a.html", False),
        ("/reports/2016/a.HTML", False),
        ("<stdin>", False),
    ],
)
def test_patterns_are_relative_to_the_settings(file: str, is_about: bool) -> None:
    assert WAIVER.is_about(file) is is_about


def test_patterns_of_files_elsewhere() -> None:
    assert attrs.evolve(WAIVER, files=("/elsewhere/*",)).is_about("/elsewhere/2016/a.html")
    assert attrs.evolve(WAIVER, files=("<stdin>",)).is_about("<stdin>")


@pytest.mark.parametrize(
    ("code", "is_covered"), [("GIK101", True), ("GIK301", True), ("GIK102", False)]
)
def test_codes_and_their_beginnings(code: str, is_covered: bool) -> None:
    assert WAIVER.covers(code, "0" * 16) is is_covered


def test_a_fingerprint_means_one_finding() -> None:
    one = attrs.evolve(WAIVER, fingerprint="0" * 16)
    assert one.covers("GIK101", "0" * 16)
    assert not one.covers("GIK101", "1" * 16)
    assert not one.covers("GIK102", "0" * 16)


def test_paths_are_relative_to_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert posix_path("a/b.txt", Path()) == "a/b.txt"
    assert posix_path("a/b.txt", tmp_path / "a") == "b.txt"
    assert posix_path("b.txt", tmp_path / "a") == (tmp_path / "b.txt").as_posix()
