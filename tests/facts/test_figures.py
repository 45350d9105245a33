"""Figures in sentences: every notation reads back, and what counts nothing is none."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from notations import SPELLINGS, more_than, notations

from gikparse.facts.figures import Figure, Mention, find_figures
from gikparse.facts.measures import measures
from gikparse.folding import fold
from gikparse.nodes.quantities import Bound
from gikparse.testing import QuantityShape, quantities
from gikparse.testing.numerals import chinese
from gikparse.testing.prose import known_units


@given(
    quantities(),
    st.sampled_from(["公开信息", "共计", "其中", "", "："]),
    st.sampled_from("。，；、"),
)
def test_every_notation_reads_back(quantity: QuantityShape, before: str, after: str) -> None:
    text = before + quantity.text + after
    figures, _ = find_figures(text)
    assert [text[f.start : f.end] for f in figures] == [quantity.text]
    (figure,) = figures
    assert figure.base_value == quantity.base_value
    assert figure.base_unit == quantity.base_unit
    assert figure.bound is quantity.bound


numbers = st.one_of(
    st.integers(0, 9999),
    st.integers(1, 9999).map(lambda n: n * 10_000),
    st.integers(1, 9).map(lambda n: n * 100_000),
    st.integers(1, 10**10),
)


@given(numbers, st.sampled_from(known_units()), st.booleans(), st.data())
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_reads_back(
    spelling: str, number: int, unit: str, more: bool, data: st.DataObject
) -> None:
    assume(number // 100 != 123)  # 12345 is a hotline before most words
    ways = more_than(number) if more and number > 1 else notations(number)
    written = SPELLINGS[spelling](data.draw(st.sampled_from(ways)) + unit)
    text = f"共计{written}，"
    figures, _ = find_figures(fold(text))
    assert [text[f.start : f.end] for f in figures] == [written]
    (figure,) = figures
    assert figure.base_value == number * measures()[unit].factor
    assert figure.base_unit == measures()[unit].base
    assert figure.bound is (Bound.AT_LEAST if more and number > 1 else Bound.EXACT)


@given(
    st.integers(1, 9999), st.sampled_from(["余", "多", ""]), st.sampled_from(["万", "亿", "百万"])
)
def test_multiplied_numbers_read_back(number: int, more: str, multiplier: str) -> None:
    factor = {"万": 10**4, "亿": 10**8, "百万": 10**6}[multiplier]
    (figure,), _ = find_figures(f"{number}{more}{multiplier}次")
    assert (figure.value, figure.unit) == (number * factor, "次")
    assert figure.bound is (Bound.AT_LEAST if more else Bound.EXACT)


@given(st.decimals(0, 99, places=2))
def test_shares_read_back(share: Decimal) -> None:
    written = f"{share.normalize():f}"
    for text in (f"占{written}%", f"占百分之{written}", f"占{written}‰"):
        (figure,), _ = find_figures(text)
        assert figure.value == share
        assert figure.unit == ("‰" if "‰" in text else "%")


@given(st.integers(1, 99))
def test_shares_in_characters_read_back(share: int) -> None:
    (figure,), _ = find_figures(f"占百分之{chinese(share)}")
    assert (figure.value, figure.unit) == (share, "%")


@pytest.mark.parametrize(
    "text",
    [
        "2016年3月1日，二○一二年二月，3月份，2014-2016年",
        "国办发〔2014〕32号，第711号令，〔2021〕5号文",
        "第三十七条，第20、21条，第一时间，第3次会议，第十二届",
        "电话：0649-3351027；邮编：990102；12345热线；10:42",
        "http://www.example/20次，a12个@example.com",
        "《三十条措施》《2016年50件实事》",
        "“131”服务、“五公开”、“一件事”、“十四五”、两学一做",
        "统一发布、进一步、逐一、一站式、一次性告知、同一条、每一名、任何一个、一起抓",
        "二级目录、三级审签、九届四中全会、5楼、18号、2条例、5部门",
        "一户一档、五位一体、百姓、千家万户、数十条、几十件、十几个",
        "三分之一、半年、多次、若干",
        "十分欠缺，人员十分紧张",
        "三五件、两三次、一两条、七八人、约三五份、占百分之三五、十七八件、七八十件、三五百件、三四余万次",
        "3至5件、3到5件、3-5件、2.5—3倍、三到五名、十至二十个工作日、80~90%、3万到5万次",
    ],
)
def test_what_counts_nothing_is_none(text: str) -> None:
    figures, _ = find_figures(text)
    assert [text[f.start : f.end] for f in figures] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("不予公开信息数1402。", 1402),
        ("新增2;", 2),
        ("受理4申请", 4),
        ("浏览量达到196万,", 1_960_000),
    ],
)
def test_bare_numbers_behind_words_that_count(text: str, value: int) -> None:
    (figure,), _ = find_figures(text)
    assert (figure.value, figure.unit) == (value, None)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("县、乡两级在维护", "两级"),
        ("省市区三级党代会", "三级"),
        ("归纳到一个窗口工作", "一个"),
        ("测评得十分", "十分"),
        ("点击三十多万次", "三十多万次"),
        ("共二十余万人次", "二十余万人次"),
        ("共二〇一件", "二〇一件"),
        ("共一二三件", "一二三件"),
        ("共九十件", "九十件"),
        ("集中统一到5个平台", "5个"),
        ("1至8月公开5件", "5件"),
        ("发放12000张", "12000张"),
        ("占比12000 %", "12000 %"),
        ("面积12345平方米", "12345平方米"),
        ("12345热线受理12345件", "12345件"),
    ],
)
def test_what_counts_behind_some_words(text: str, written: str) -> None:
    figures, _ = find_figures(text)
    assert [text[f.start : f.end] for f in figures] == [written]


def test_money_keeps_its_unit() -> None:
    texts = ["5万元", "5万余元", "五万元", "36.5万元", "2亿多元", "5000元"]
    found = [find_figures(text)[0][0] for text in texts]
    assert [(str(f.value), f.unit) for f in found] == [
        ("5", "万元"),
        ("5", "万元"),
        ("5", "万元"),
        ("36.5", "万元"),
        ("2", "亿元"),
        ("5000", "元"),
    ]


def test_the_numeral_is_told_from_what_stands_around_it() -> None:
    text = "突破60余万次"
    (figure,), _ = find_figures(text)
    assert text[figure.number_start : figure.number_end] == "60余万"
    assert (figure.start, figure.end) == (0, len(text))


FRAGMENTS = [
    *(
        "1",
        "20",
        "3,456",
        "7.5",
        "一",
        "两",
        "十",
        "百",
        "千",
        "万",
        "亿",
        "余",
        "多",
        "来",
        "零",
        "点",
    ),
    *(
        "约",
        "近",
        "超过",
        "不足",
        "上",
        "以上",
        "左右",
        "以内",
        "第",
        "百分之",
        "千分之",
        "%",
        " ",
        "年",
        "月",
    ),
    *(
        "条",
        "次",
        "人次",
        "个",
        "元",
        "万元",
        "百分点",
        "个工作日",
        "成",
        "起",
        "《",
        "》",
        "“",
        "”",
        "-",
        ",",
    ),
]


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join))
def test_what_is_found_stands_apart_and_in_order(text: str) -> None:
    figures, mentions = find_figures(text)
    found = [(number.start, number.end) for number in sorted([*figures, *mentions], key=place)]
    assert all(start < end for start, end in found)
    assert [(f.start, f.end) for f in figures] == sorted((f.start, f.end) for f in figures)


def place(number: Figure | Mention) -> int:
    return number.start
