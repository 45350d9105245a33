"""What parsing itself reports. The linter's rules are in `gikparse.checks`."""

from __future__ import annotations

from gikparse.diagnostics.diagnostic import Kind, Severity

#: Keyed by the terminals of `grammars/elision.lark`.
ELIDED = {
    "PINYIN": Kind(
        code="GIK001",
        name="injected-pinyin",
        severity=Severity.WARNING,
        message="pinyin stands after characters in {count} place(s) and was passed over",
        chinese="有{count}处汉字后插入了拼音，已略过",
    ),
    "INVISIBLE": Kind(
        code="GIK002",
        name="invisible-characters",
        severity=Severity.INFO,
        message="characters that cannot be seen stand in {count} place(s) and were passed over",
        chinese="有{count}处不可见字符，已略过",
    ),
    "MARKUP": Kind(
        code="GIK003",
        name="markup-remains",
        severity=Severity.INFO,
        message="remains of page markup stand in {count} place(s) and were passed over",
        chinese="有{count}处网页标记残留，已略过",
    ),
    "SPACED": Kind(
        code="GIK004",
        name="spaced-characters",
        severity=Severity.INFO,
        message="blanks stand between the characters of words in {count} place(s) and were passed over",
        chinese="有{count}处字间空格，已略过",
    ),
    "BREAK": Kind(
        code="GIK005",
        name="broken-lines",
        severity=Severity.INFO,
        message="lines are broken inside sentences in {count} place(s) and were joined",
        chinese="有{count}处句中断行，已连接",
    ),
}

UNREADABLE = Kind(
    code="GIK010",
    name="unreadable-text",
    severity=Severity.WARNING,
    message="this text could not be read",
    chinese="此处文字无法识读",
)

LOST_BRACKET = Kind(
    code="GIK110",
    name="lost-bracket",
    severity=Severity.WARNING,
    message="the marker {marker} has lost a bracket; it was read as a heading because of its place",
    chinese="序号“{marker}”缺少一侧括号，按所处位置读作标题",
)

UNTOLD_TITLE = Kind(
    code="GIK112",
    name="untold-title",
    severity=Severity.INFO,
    message="nothing tells where the title behind {marker} ends and its text begins",
    chinese="“{marker}”后的标题与正文之间没有分界，标题未读取",
)

UNCERTAIN_HEADING = Kind(
    code="GIK111",
    name="uncertain-heading",
    severity=Severity.INFO,
    message="whether {marker} is a heading is nearly undecided (margin {margin})",
    chinese="“{marker}”是否为标题难以确定（把握{margin}）",
)
