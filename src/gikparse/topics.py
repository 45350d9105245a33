"""What a section is about, told by its title."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache

from gikparse.data.files import read_toml
from gikparse.patterns import WordTree

#: So many titles are kept in mind: the forms prescribe them, and reports repeat them.
TITLES_KEPT = 4096


class Topic(Enum):
    """The subject of a section, whatever its number and wording.

    Example:
        >>> topic_of("依申请公开政府信息情况")
        <Topic.ON_REQUEST: 'on_request'>
    """

    #: 总体情况, 概述
    OVERVIEW = "overview"
    #: 主动公开政府信息情况
    PROACTIVE = "proactive"
    #: 收到和处理政府信息公开申请情况, 依申请公开政府信息情况
    ON_REQUEST = "on_request"
    #: 政府信息公开行政复议、行政诉讼情况
    REVIEW = "review"
    #: 政府信息公开的收费及减免情况
    FEES = "fees"
    #: 回应解读情况
    RESPONSE = "response"
    #: 存在的主要问题及改进情况
    PROBLEMS = "problems"
    #: 机构建设和保障经费情况, 监督保障情况
    ORGANISATION = "organisation"
    #: 政府信息公开会议和培训情况
    TRAINING = "training"
    #: 重点领域信息公开情况
    KEY_AREAS = "key_areas"
    #: 建议提案办理结果公开情况
    PROPOSALS = "proposals"
    #: 咨询处理情况
    INQUIRIES = "inquiries"
    #: 附表
    STATISTICS = "statistics"
    #: 其他需要报告的事项
    OTHER = "other"


@cache
def _topics() -> dict[str, dict[str, list[str]]]:
    topics: dict[str, dict[str, list[str]]] = read_toml("topics")["topics"]
    return topics


@cache
def _exact() -> dict[str, Topic]:
    return {title: Topic(key) for key, entry in _topics().items() for title in entry["titles"]}


@lru_cache(TITLES_KEPT)
def topic_of(title: str) -> Topic | None:
    """The topic of a title.

    Args:
        title: A title in simplified characters.

    Returns:
        The topic, or None where the title does not say.

    Example:
        >>> topic_of("存在的主要问题及改进情况")
        <Topic.PROBLEMS: 'problems'>
    """
    bare = title.replace(" ", "")
    if (known := _exact().get(bare)) is not None:
        return known
    for key, entry in _topics().items():
        if any(all(word in bare for word in words) for words in entry["words"]):
            return Topic(key)
    return None


@cache
def known_titles() -> WordTree:
    """The titles whose topic is known word for word."""
    return WordTree(_exact())
