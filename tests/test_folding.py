"""Folding: one character for one character, so that offsets never move."""

import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_benchmark.fixture import BenchmarkFixture

from gikparse.data.files import read_toml
from gikparse.folding import fold, unify_forms
from gikparse.tw2s import to_simplified

DATA = read_toml("folding")
WORDING: list[dict[str, Any]] = DATA["wording"]

# What tw2s writes in one place and changes in another.
OF_BOTH_SCRIPTS = frozenset("么乾俱吒彷徵於昇沈濛牴瞭苧著薹藉衹覆麽")
# Line ends keep them from forming words; beyond these planes no table has an entry.
EVERY_CHARACTER = "\n".join(map(chr, range(0x30000)))
TEXTS = st.one_of(
    st.text(),
    st.text(st.characters(min_codepoint=0x2E80, max_codepoint=0xFFEF, categories=["L", "P", "Z"])),
    st.text("國网路線上程式檔案，。（）　１①㈠覆核视窗網站入口门户\u200b\r\n\t", max_size=20),
)


@given(TEXTS)
def test_the_length_is_kept(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(TEXTS)
def test_line_ends_are_kept_and_none_is_made(text: str) -> None:
    assert [c if c in "\r\n" else "" for c in fold(text)] == [
        c if c in "\r\n" else "" for c in text
    ]


@given(TEXTS)
def test_forms_are_unified_character_by_character_and_once_for_all(text: str) -> None:
    unified = unify_forms(text)
    assert unified == "".join(map(unify_forms, text))
    assert unify_forms(unified) == unified


@given(TEXTS)
def test_folding_twice_changes_only_characters_of_both_scripts(text: str) -> None:
    folded = fold(text)
    changed = {old for old, new in zip(folded, fold(folded), strict=True) if old != new}
    assert changed <= OF_BOTH_SCRIPTS


def test_folding_twice_is_folding_once_for_every_single_character() -> None:
    folded = fold(EVERY_CHARACTER)
    # 薴 becomes 苧, which is the Traditional form of 苎.
    assert {old for old, new in zip(folded, fold(folded), strict=True) if old != new} == {"苧"}


@pytest.mark.parametrize(
    "text", ["顯著", "成效显著", "什麼", "什么", "由於單位", "檔案精神", "著稱"]
)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_real_reports_keep_their_length_and_fold_once(real_reports: Path) -> None:
    for path in sorted(real_reports.glob("*.txt")):
        text = path.read_text("utf-8")
        assert len(fold(text)) == len(text), path
        assert fold(fold(text)) == fold(text), path


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("（一）", "(一)"),
        ("ＡＢＣ１２．５％＠", "ABC12.5%@"),
        ("，：；！？", ",:;!?"),
        ("｡､｢｣", "。、「」"),
        ("｜￥", "|¥"),
        ("﹝2016﹞", "〔2016〕"),
        ("﹙1﹚﹐﹑﹕﹒", "(1),、:."),
        ("︵一︶︻二︼", "(一)【二】"),
        ("第⼀⻚ ⼈⺠ ⻓ ⻛ ⻅", "第一页 人民 长 风 见"),
        ("⾨⻑", "门长"),
        ("\uf9be\uf97e", "料量"),
        ("谘询衞生戸籍", "咨询卫生户籍"),
        ("行政強製、複議", "行政强制、复议"),
        ("國務院〔２０１４〕３２號", "国务院〔2014〕32号"),
        ("二0一六年、二OО九年、二○一○年", "二〇一六年、二〇〇九年、二〇一〇年"),
    ],
)
def test_characters_that_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("nought", DATA["noughts"])
def test_whatever_is_typed_for_nought_in_a_year(nought: str) -> None:
    assert fold(f"二{nought}一{nought}年") == "二〇一〇年"


@pytest.mark.parametrize(
    "blank",
    "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
    ids=lambda blank: f"U+{ord(blank):04X}",
)
def test_blanks_become_a_space(blank: str) -> None:
    assert fold(f"概{blank}述") == "概 述"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\r\n",
        "。、《》“”‘’〔〕【】「」…—·",
        "①②⑴⑵㈠㈡⒈",
        "〇○□√",
        "二〇一六年、二零零八年、二O一六号",
        "\u200b\u200c\u200d\ufeff\u2060\xad",
        "ｱｲｳ",
        "½ﬁ™㎡",
        "二、主动公开政府信息情况",
        "覆盖乾隆瞭望慰藉沈阳俱乐部",
        "成效显著、成绩卓著、什么、怎么、专著",
        "在线 程式 线上 档案精神 入口网站",
    ],
)
def test_what_stays(text: str) -> None:
    assert fold(text) == text


def test_every_blank_but_line_ends_and_no_zero_width_character_is_folded() -> None:
    pairs = list(zip(EVERY_CHARACTER, fold(EVERY_CHARACTER), strict=True))
    blanks = {old for old, new in pairs if new == " "}
    assert blanks == {old for old, _ in pairs if old.isspace()} - {"\r", "\n"}
    assert not [old for old, new in pairs if old != new and unicodedata.category(old) == "Cf"]


def test_no_compatibility_ideograph_and_no_radical_is_left() -> None:
    blocks = [*range(0x2E81, 0x2E9A), *range(0x2E9B, 0x2EF4), *range(0x2F00, 0x2FD6)]
    blocks += [c for c in range(0xF900, 0xFB00) if unicodedata.decomposition(chr(c))]
    left = [chr(code) for code in blocks if unicodedata.name(fold(chr(code)))[:3] != "CJK"]
    left += [chr(code) for code in blocks if fold(chr(code)) == chr(code)]
    assert left == []


def test_the_data_keeps_lengths_and_repeats_nothing() -> None:
    pairs = DATA["radicals"] + DATA["variants"]
    assert {len(pair) for pair in pairs} == {2}
    assert len(dict(pairs)) == len(pairs)
    assert all(len(entry["from"]) == len(entry["to"]) for entry in WORDING)
    # One word has one replacement, under whatever guards.
    assert len({(e["from"], e["to"]) for e in WORDING}) == len({e["from"] for e in WORDING})


def test_the_variants_are_those_that_opencc_leaves() -> None:
    assert [pair for pair in DATA["variants"] if to_simplified(pair[0]) != pair[0]] == []
    assert [pair for pair in DATA["variants"] if to_simplified(pair[1]) != pair[1]] == []


def test_the_kept_words_are_those_that_opencc_spoils() -> None:
    assert [word for word in DATA["keep"] if to_simplified(word) == word] == []
    assert [word for word in DATA["keep"] if fold(word) != word] == []


@pytest.mark.parametrize("entry", WORDING, ids=lambda entry: entry["from"])
def test_each_guard_of_the_wording(entry: dict[str, Any]) -> None:
    word = entry["from"]
    before = entry.get("preceded_by", [""])
    after = entry.get("followed_by", [""])

    def kept(left: str, right: str) -> bool:
        """Whether the word stays between these two in a text that has Traditional characters."""
        folded = fold(f"國。{left}{word}{right}。")
        assert folded in {f"国。{left}{w}{right}。" for w in (word, entry["to"])}
        return word in folded

    for left in before:
        assert not any(kept(left, right) for right in after)
        assert all(kept(left, right) for right in entry.get("not_followed_by", []))
    for left in entry.get("not_preceded_by", []):
        assert all(kept(left, right) for right in after)
    if (before, after) != ([""], [""]):
        assert kept("", "")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("政府入口網站", "政府门户网站"),
        ("網路強國", "网络强国"),
        ("電網路由", "电网路由"),
        ("申請程式", "申请程序"),
        ("聯立方程式", "联立方程式"),
        ("查閱視窗", "查阅窗口"),
        ("設置電視窗口", "设置电视窗口"),
        ("重視窗口服務", "重视窗口服务"),
        ("審核台帳", "审核台账"),
        ("審查覆核", "审查复核"),
        ("應當答覆、覆核", "应当答复、复核"),
        ("線上諮詢", "在线咨询"),
        ("線上線下", "线上线下"),
        ("在線上報", "在线上报"),
        ("生產線上", "生产线上"),
        ("檔案精神", "文件精神"),
        ("53號檔案部署", "53号文件部署"),
        ("規範性檔案總數", "规范性文件总数"),
        ("《通知》等檔案", "《通知》等文件"),
        ("區檔案館、檔案局、檔案室", "区档案馆、档案局、档案室"),
        ("規範性檔案館", "规范性档案馆"),
        ("巨觀背景", "宏观背景"),
        ("政府資訊公開", "政府信息公开"),
        ("資訊網", "资讯网"),
        ("由於單位", "由于单位"),
        ("費用若乾元", "费用若干元"),
        ("徵調車輛", "征调车辆"),
        ("谘詢", "咨询"),
    ],
)
def test_the_wording_of_converted_pages(text: str, folded: str) -> None:
    assert fold(text) == folded


PARAGRAPH = "（一）主动公开情况。全年通过门户网站公开政府信息３４５条，答复申请１２件，成效明显。"
TRADITIONAL = "（一）主動公開情況。全年通過門戶網站公開政府資訊３４５條，答覆申請１２件，成效顯著。"


@pytest.mark.parametrize("paragraph", [PARAGRAPH, TRADITIONAL], ids=["simplified", "traditional"])
def test_speed_on_5000_characters(benchmark: BenchmarkFixture, paragraph: str) -> None:
    text = (paragraph * 200)[:5000]
    assert benchmark(fold, text).startswith("(一)主动公开情况。")
