"""What the page says itself, in Chinese and in English."""

from __future__ import annotations

_CHINESE = {
    "Outline": "目录",
    "Findings": "问题",
    "Figures in sentences": "正文中的数据",
    "figures": "项数据",
    "no findings": "未发现问题",
    "untitled report": "无标题的报告",
    "untitled": "无标题",
    "agency": "机关",
    "year": "年度",
    "published": "发布日期",
    "period": "统计期限",
    "form": "表格式样",
    "not stated": "未载明",
    "label": "指标",
    "column": "列",
    "value": "数值",
    "unit": "单位",
    "id": "代码",
    "title": "标题",
    "byline": "署名",
    "metadata": "页面信息",
    "furniture": "页面文字",
    "contents": "目次",
    "rubric": "小标题",
    "attachment": "附件",
    "unknown": "未能识读",
    "whole file": "整个文件",
    "empty": "空白",
    "na": "不适用",
    "text": "文字",
    "ambiguous": "无法确定",
    "exact": "",
    "about": "约",
    "at least": "至少",
    "at most": "至多",
}


def say(words: str, lang: str) -> str:
    """Words of the page in a language, `zh` or `en`.

    Example:
        >>> say("Outline", "zh"), say("Outline", "en"), say("exact", "en")
        ('目录', 'Outline', '')
    """
    if lang == "zh":
        return _CHINESE[words]
    return "" if words == "exact" else words
