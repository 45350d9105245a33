"""What a section is about."""

import pytest

from gikparse.folding import fold
from gikparse.topics import Topic, known_titles, topic_of


@pytest.mark.parametrize(
    ("title", "topic"),
    [
        ("总体情况", Topic.OVERVIEW),
        ("概 述", Topic.OVERVIEW),
        ("总体概述", Topic.OVERVIEW),
        ("主要工作概述", Topic.OVERVIEW),
        ("基本工作情况", Topic.OVERVIEW),
        ("2014年政府信息公开情况概述", Topic.OVERVIEW),
        ("主動公開政府信息情況", Topic.PROACTIVE),
        ("收到和处理政府信息公开申请情况", Topic.ON_REQUEST),
        ("政府信息公开行政法复议、行政诉讼情况", Topic.REVIEW),
        ("政府信息公开工作存在的主要问题及改进情况", Topic.PROBLEMS),
        ("存在的主要问题及改进情况", Topic.PROBLEMS),
        ("政府信息公开的收费及减免情况", Topic.FEES),
        ("依申请公开政府信息收费及减免情况", Topic.FEES),
        ("建议提案办理结果公开情况", Topic.PROPOSALS),
        ("附表", Topic.STATISTICS),
        ("無其他需要報告的事項", Topic.OTHER),
        ("乡村振兴", None),
        ("", None),
    ],
)
def test_topic(title: str, topic: Topic | None) -> None:
    assert topic_of(fold(title)) is topic


def test_a_known_title_is_found_with_blanks_inside() -> None:
    text = "总 体 情 况 全年"
    assert text[: known_titles().end_at(text)] == "总 体 情 况"


def test_the_longest_known_title_wins() -> None:
    text = "存在的主要问题及改进情况如下"
    assert text[: known_titles().end_at(text)] == "存在的主要问题及改进情况"
