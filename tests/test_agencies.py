"""The spellings of one agency have one key, and what cannot be told is left as it is."""

import pytest

from gikparse import agency_key
from gikparse.agencies import hint_of


@pytest.mark.parametrize(
    "spellings",
    [
        ("鹭汀区政府", "鹭汀区人民政府", "鹭汀区", "鷺汀區人民政府", "鹭汀区 人民政府"),
        ("青湾综合实验区管委会", "青湾综合实验区管理委员会", "青湾综合实验区"),
        ("汀溪县人民政府", "汀溪苗族侗族自治县人民政府", "汀溪各族自治县政府", "汀溪自治县"),
        ("云岫州人民政府", "云岫土家族苗族自治州"),
        ("白露街道", "白露街道办", "白露街道办事处"),
        ("白露市发改委", "白露市发展和改革委员会", "白露市发展改革委"),
        ("白露市政府办公室", "白露市人民政府办公室", "白露市政府办"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_spellings_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({agency_key(name).key for name in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("鹭汀区人民政府", "云岫市鹭汀区人民政府"),  # the 鹭汀区 of which city?
        ("鹭汀区人民政府", "鹭汀区人民政府办公室"),
        ("青湾新区", "青湾新区人民政府"),  # or its 管理委员会
        ("白露市统计局", "白露市审计局"),
        ("汀溪县人民政府", "汀溪乡人民政府"),
    ],
)
def test_what_is_not_one_spelling_is_kept_apart(one: str, other: str) -> None:
    assert agency_key(one).key != agency_key(other).key


@pytest.mark.parametrize("name", ["白露市统计局", "鹭汀区人民政府", "青湾新区", "政府"])
def test_a_name_that_no_rule_changes_is_its_own_key(name: str) -> None:
    found = agency_key(name)
    assert (found.name, found.key, found.rules) == (name, name, ())


def test_a_key_is_its_own_key() -> None:
    for name in ("鹭汀区政府", "青湾实验区", "汀溪苗族自治县", "白露街道", "白露市发改委"):
        assert agency_key(agency_key(name).key).key == agency_key(name).key


def test_it_says_how_the_key_was_made() -> None:
    assert agency_key("汀溪 苗族自治縣").rules == ("characters", "autonomous", "bare-division")


@pytest.mark.parametrize(
    ("path", "agency", "year"),
    [
        ("汀溪县人民政府2016年政府信息公开年报.txt", "汀溪县人民政府", 2016),
        ("年报/2016/汀溪镇.html", "汀溪镇", 2016),
        ("汀溪县\\2016.pdf", "汀溪县", 2016),
        ("白露市统计局_2016.txt", "白露市统计局", 2016),
        ("20160131.txt", None, None),
        ("2016-01-31.txt", None, None),
        ("2015至2016.txt", None, None),
        ("2015 2016.txt", None, None),
        ("汀溪县/report.zip/2016年汀溪县.txt", "汀溪县", 2016),
        ("a.txt", None, None),
    ],
)
def test_names_of_files_give_hints(path: str, agency: str | None, year: int | None) -> None:
    assert hint_of(path) == (agency, year)
