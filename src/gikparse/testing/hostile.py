"""Texts that cost much where something is not linear."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

#: What is repeated: marks, bars, brackets, figures, blanks, and words that rules look for.
_REPEATED = (
    *("一、", "（一）", "1.", "1、", "(1)", "①", "第一部分", "（", "一）", "1)"),
    *("一、\n", "（一）概述\n", "1.甲。", "\n1.", "一是甲；"),
    *("|", "| ", "|\n", "\n|", "甲|", "| 甲 |\n", "|---|\n", "甲\n|\n", "总计 | 0 |\n"),
    *("（", "）", "《", "》", "“", "”", "【", "(甲", "《甲》", "“甲”", "（（）"),
    *(
        "1",
        "12 ",
        "1,",
        "1.1",
        "2016年",
        "2016年1月1日至",
        "二〇一六年",
        "百",
        "十万",
        "12条",
        "约12件，",
    ),
    *(" ", "\u3000", "\n", "\r\n", "\n \n", "\u200b", "\ufeff\n", "号 "),
    *(
        "甲",
        "甲。",
        "甲，",
        "甲、",
        "：",
        "；",
        "—",
        "=",
        "*",
        "- 3 -\n",
        "…",
        "？",
        "@",
        "http://甲",
    ),
    *("国(guó)", "國", "-->", "**甲", "# 甲\n", "XX", "的", "因", "其中", "未", "没有收费", "分别"),
    *(
        "附件：",
        "附件1：甲\n",
        "首页 > ",
        "发布时间：",
        "来源 | ",
        "甲：*",
        "政府信息公开",
        "年度报告\n",
    ),
    *(
        "人民政府",
        "县教育局",
        "规章",
        "其他 0 ",
        "行政许可 | 3 | 0 |\n",
        "政府信息公开申请",
        "均已办结",
    ),
    *("统计表", "第二十条第（一）项", "等七个部分", "同意公开12件，", "占12%", "申请人情况\n"),
)


def hostile_texts(size: int) -> Mapping[str, str]:
    """Texts of a size in which one piece is repeated, or levels of marks and brackets.

    Args:
        size: How long each text is, at least.

    Returns:
        The texts, by what is repeated in them. Reading one of twice the size should take
        twice the time.

    Example:
        >>> hostile_texts(6)["一、"]
        '一、一、一、'
    """
    found = {piece: piece * -(-size // len(piece)) for piece in _REPEATED}
    half = size // 2
    found["nested brackets"] = "（" * half + "）" * half
    found["nested marks"] = ("一、（一）1.（1）①" * size)[:size]
    found["nested lines"] = ("一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n" * size)[:size]
    found["ordinals that rise"] = "\n".join(f"{n}.甲" for n in range(-(-size // 4)))
    for piece in (" ", "-", "|", "1", "甲"):  # one long row of a table
        found[f"{piece} in a table"] = f"甲 | 0 |\n{piece * size}乙 | 1 |\n"
    digits = ("".join(pair) for pair in product("0123456789", repeat=2))
    found["figures in a row"] = (" | ".join(digits) * size)[:size]
    return found
