"""What could not be read of a table is told apart from what the table lacks."""

import pytest

import gikparse
from gikparse.folding import fold
from gikparse.tables import reporting

BLOCK = """二、主动公开政府信息情况
| 第二十条第（一）项 |  |  |  |
| 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
| 规章 | 0 | 0 | 0 |
| 行政规范性文件 | 12 | 1 | 48 |
"""
REQUESTS = """三、收到和处理政府信息公开申请情况
| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |  |  |  |  |  |  |
|  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |
| 一、本年新收政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |
"""
END = "四、存在的主要问题及改进情况\n个别栏目更新不够及时，下一步改进。\n"


def odd(text: str) -> list[tuple[str, str]]:
    report = gikparse.parse(text)
    found = report.indicators.diagnostics
    return [(d.name, report.source.text[d.span].strip("| ").split(" ")[0]) for d in found]


def test_pieces_of_labels_are_one_finding_and_no_unknown_labels() -> None:
    torn = BLOCK.replace("| 规章 |", "| 规范性 |  |  |  |\n| 性文件 |  |  |  |\n| 规章 |")
    assert odd(torn) == [("torn-label", "规范性")]


def test_a_label_that_no_form_knows() -> None:
    strange = BLOCK.replace("| 规章 |", "| 信访答复 | 1 | 0 | 1 |\n| 规章 |")
    assert odd(strange) == [("unknown-label", "信访答复")]


def test_a_row_is_missing_where_the_text_goes_on() -> None:
    assert odd(REQUESTS + END) == [("missing-row", "一、本年新收政府信息公开申请数量")]


@pytest.mark.parametrize("rest", ["", "\n", "二、上年结转政府信息"])
def test_the_text_ends_inside_a_table(rest: str) -> None:
    assert odd(REQUESTS + rest) == [("cut-table", "一、本年新收政府信息公开申请数量")]


@pytest.mark.parametrize("heads", ["| 信息内容 |", "| 信息内容 | 上一年项目数量 |\n"])
def test_the_text_ends_in_the_heads_of_a_table(heads: str) -> None:
    start = BLOCK.replace("制发件数", "新制作数量").replace("本年废止件数", "本年新公开数量")
    start = start.replace("现行有效件数", "对外公开总数量").replace("行政规范性文件", "规范性文件")
    cut = f"{start}| 第二十条第（五）项 |  |  |  |\n{heads}"
    assert [name for name, _ in odd(cut)] == ["cut-table"]
    assert "missing-row" in [name for name, _ in odd(cut + END)]


def test_many_missing_rows_are_named_by_the_first_and_the_last() -> None:
    (missing,) = gikparse.parse(REQUESTS + END).indicators.diagnostics
    assert "二、上年结转政府信息公开申请数量……四、结转下年度继续办理" in missing.message


def test_a_row_whose_label_stands_behind_the_table_is_not_missing() -> None:
    end = "第二十条第（九）项\n采购项目数量\n采购总金额\n政府集中采购\n"
    listed = f"二、主动公开政府信息情况\n第二十条第（八）项\n上一年项目数量\n本年增/减\n行政事业性收费\n{end}"
    assert "missing-row" not in [name for name, _ in odd(f"{listed}三、{END[2:]}")]


def test_one_row_left_out_at_the_end_is_missing() -> None:
    shorter = BLOCK.replace("| 行政规范性文件 | 12 | 1 | 48 |\n", "")
    assert odd(shorter) == [("missing-row", "规章")]


def test_heads_that_could_not_be_read() -> None:
    heads = "| 行政复议 | 行政诉讼 |\n| 未经复议直接起诉 | 复议后起诉 |\n"
    text = f"四、政府信息公开行政复议、行政诉讼情况\n{heads}{END.replace('四', '五')}"
    assert [name for name, _ in odd(text)] == ["unread-heads"]


def test_many_cut_tables_do_not_each_read_the_rest_of_the_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = 0

    def counted(text: str) -> str:
        nonlocal read
        read += len(text)
        return fold(text)

    monkeypatch.setattr(reporting, "fold", counted)
    report = gikparse.parse((REQUESTS + END) * 20)
    assert len(report.indicators.diagnostics) == 20
    assert read <= len(report.source.text)
