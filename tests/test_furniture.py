"""Page furniture is told line by line."""

import pytest

from gikparse.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "【打印本页】",
        "[关闭窗口]",
        "首页 > 政务公开 > 年度报告",
        "-3-",
        "第2页 共8页",
        "----------",
    ],
)
def test_what_a_page_puts_around_a_report_is_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line", ["一、概述", "全年公开12条。", "【概述】", "2023年1月15日", "某县人民政府"]
)
def test_what_a_report_says_is_none(line: str) -> None:
    assert not is_furniture(line)
