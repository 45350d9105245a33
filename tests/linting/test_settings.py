"""Settings: read as they are meant, and refused with file and key."""

from datetime import date
from pathlib import Path

import pytest

from gikparse import Severity, UsageError
from gikparse.linting.settings import Settings, find_settings, read_settings

ALL = """
select = ["GIK1", "broken-lines"]
ignore = "GIK111"
min-severity = "warning"
fail-on = "never"
lang = "zh"
today = 2024-01-31
baseline = "../known.json"
exclude = ["drafts/*"]

[[waivers]]
files = "2016/*"
code = ["duplicate-ordinal", "GIK3"]
fingerprint = "0123456789abcdef"
reason = "so published"
"""


def write(folder: Path, text: str, name: str = "gikparse.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_all_keys(tmp_path: Path) -> None:
    path = write(tmp_path, ALL)
    settings = read_settings(path)
    assert settings is not None
    (waiver,) = settings.waivers
    assert settings == Settings(
        path=path,
        select=("GIK1", "GIK005"),
        ignore=("GIK111",),
        min_severity=Severity.WARNING,
        fail_on=None,
        lang="zh",
        today=date(2024, 1, 31),
        baseline=tmp_path / "../known.json",
        exclude=("drafts/*",),
        waivers=(waiver,),
    )
    assert (waiver.files, waiver.codes) == (("2016/*",), ("GIK101", "GIK3"))
    assert (waiver.fingerprint, waiver.reason) == ("0123456789abcdef", "so published")
    assert waiver.where == f"{path}: waivers[1]"


def test_a_shared_file_has_them_in_its_own_table(tmp_path: Path) -> None:
    text = "[tool.gikparse]" + ALL.replace("[[waivers]]", "[[tool.gikparse.waivers]]")
    shared = read_settings(write(tmp_path, text, "pyproject.toml"))
    own = read_settings(write(tmp_path, ALL))
    assert shared is not None
    assert own is not None
    assert shared.select == own.select
    assert len(shared.waivers) == 1


def test_nothing_said_is_the_default(tmp_path: Path) -> None:
    path = write(tmp_path, "")
    assert read_settings(path) == Settings(path=path)
    assert read_settings(write(tmp_path, "[project]\nname = 'x'\n", "pyproject.toml")) is None
    assert read_settings(write(tmp_path, "tool = 3\n", "pyproject.toml")) is None


WAIVER = '[[waivers]]\nfiles = "*"\ncode = "GIK101"\nreason = "r"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct = 'GIK1'", "there is no key 'selct'; did you mean select?"),
        ("select = 'GIK999'", "select: no diagnostic has the code or name 'GIK999'"),
        ("select = 1", "select: expected a string, found an integer"),
        ("ignore = [1.5]", "ignore: expected a string, found a float"),
        ("ignore = ''", "ignore: is empty"),
        ("min-severity = 'high'", "min-severity: 'high' is none of info, warning, error"),
        ("min-severity = ['info']", "min-severity: ['info'] is none of info, warning, error"),
        ("fail-on = false", "fail-on: False is none of info, warning, error, never"),
        ("lang = 'fr'", "lang: 'fr' is none of zh, en"),
        ("today = '2024-01-31'", "today: expected a day, such as 2024-01-31 without quotes"),
        ("today = 2024-01-31T00:00:00", "found a datetime"),
        ("baseline = true", "baseline: expected a string, found a boolean"),
        ("waivers = 'x'", "waivers: expected an array of tables, found a string"),
        ("waivers = ['x']", "waivers[1]: expected a table, found a string"),
        (WAIVER + "why = 'x'", "waivers[1]: there is no key 'why'"),
        (WAIVER.replace("reason", "#"), "waivers[1]: the key 'reason' is missing"),
        (WAIVER.replace('"r"', '" "'), "waivers[1].reason: is empty"),
        (WAIVER.replace("GIK101", "GIK999"), "waivers[1].code: no diagnostic has the code"),
        ("select = \nlang", "at line 1, column 10"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_key(text: str, said: str, tmp_path: Path) -> None:
    path = write(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        read_settings(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)


def test_a_table_of_a_shared_file_that_is_none(tmp_path: Path) -> None:
    path = write(tmp_path, "[tool]\ngikparse = 'x'\n", "pyproject.toml")
    with pytest.raises(UsageError, match="expected a table, found a string"):
        read_settings(path)


def test_a_file_that_is_no_text_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "gikparse.toml"
    with pytest.raises(UsageError, match=r"cannot read .*gikparse.toml: No such file"):
        read_settings(path)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(UsageError, match=r"gikparse.toml: .*utf-8"):
        read_settings(path)


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    outer = write(tmp_path, "lang = 'zh'")
    assert find_settings(inner).path == outer
    write(tmp_path / "a", "[tool.gikparse]\nlang = 'en'", "pyproject.toml")
    assert find_settings(inner).lang == "en"
    write(inner, "[tool.x]", "pyproject.toml")
    assert find_settings(inner).lang == "en"
    own = write(tmp_path / "a", "")
    assert find_settings(inner).path == own


def test_wanted_codes() -> None:
    assert Settings().wants("GIK101")
    assert not Settings(ignore=("GIK1",)).wants("GIK101")
    assert Settings(select=("GIK1",)).wants("GIK101")
    assert not Settings(select=("GIK1",), ignore=("GIK101",)).wants("GIK101")
    assert not Settings(select=("GIK2",)).wants("GIK101")
