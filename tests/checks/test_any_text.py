"""No text makes a rule raise, and a rule finds the same each time."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

import gikparse
from gikparse.testing import noisy, reports

PIECES = st.sampled_from(
    [
        *(
            "青禾县财政局2022年政府信息公开工作年度报告\n",
            "发布日期：2023-02-30\n",
            "发布日期：9999-12-31\n",
        ),
        *(
            "一、总体情况\n",
            "（一）依申请公开。",
            "三、收到和处理政府信息公开申请情况\n",
            "1)",
            "（",
            "》",
            "“",
        ),
        *(
            "收到政府信息公开申请",
            "未收到政府信息公开申请",
            "全部按时办结",
            "结转下年度继续办理",
            "其中",
            "分为",
        ),
        *(
            "网站公开",
            "财政信息",
            "占",
            "约",
            "近",
            "余",
            "的的",
            "进行进行",
            "。",
            "，",
            "、",
            "；",
            "\n",
        ),
        *(
            "12件",
            "8条",
            "318人次",
            "0件",
            "1.3万余条",
            "百分之七十",
            "66.7%",
            f"33.{'3' * 40}%",
            "9" * 40 + "条",
        ),
        *("2022年1月1日起至2021年12月31日止", "统计期限自2022年1月1日起至12月31日"),
        "| 指标 | 单位 | 数量 |\n",
        "| （一）收到申请数 | 件 | ",
        "| 1．当面申请数 | 件 | ",
        "| 2．传真申请数 | 件 | ",
        "| （一）主动公开政府信息数 | 条 | ",
        "| 其中：主动公开规范性文件数 | 条 | ",
        "| （四）政府信息公开专项经费 | 万元 | ",
        "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 |\n| | 总计 |\n",
        "| 一、本年新收政府信息公开申请数量 | ",
        "| 二、上年结转政府信息公开申请数量 | ",
        "| （七）总计 | ",
        "| 四、结转下年度继续办理 | ",
        *(
            "7 |\n",
            " |\n",
            "— |\n",
            "-3 |\n",
            "1.5 |\n",
            "12件 |\n",
            "1 2 3 |\n",
            f"{'8' * 30} |\n",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)
#: The same in reports with two levels of headings, so that it reaches the rules behind them.
REPORTS = reports(min_depth=2, max_depth=2, max_sections=1, forms=False).flatmap(
    lambda written: noisy(written.text, pieces=TEXTS)
)


@settings(max_examples=max(150, settings.default.max_examples))
@given(TEXTS | REPORTS, TEXTS | REPORTS)
def test_any_text(text: str, before: str) -> None:
    report, previous = gikparse.parse(text), gikparse.parse(before)
    found = gikparse.check(report, previous=previous, today=date(2022, 6, 1))
    assert found == gikparse.check(report, previous=previous, today=date(2022, 6, 1))
    for diagnostic in found:
        assert 0 <= diagnostic.span.start <= diagnostic.span.end <= len(text)
        for related in diagnostic.related:
            source = related.source or report.source
            assert 0 <= related.span.start <= related.span.end <= len(source.text)
