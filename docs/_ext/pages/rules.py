"""A page for each rule, in English and in Chinese, and the tables of all codes.

The English page is the docstring of the rule, the Chinese one stands in
`src/gikparse/data/explanations.toml`; both show what the rule says of its own example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import gikparse
from gikparse.checks import RULES, Cause, Rule
from gikparse.checks.explaining import explanation_of
from pages.examples import read_example

#: The day on which the examples are checked.
TODAY = date(2024, 6, 1)

#: What an example is that is no plain text, in English and in Chinese.
_CAPTIONS = {
    "bytes": (
        "A file in UTF-8, bytes that are none as `\\xff`:",
        "UTF-8文件，不成字的字节写作 `\\xff`：",
    ),
    "html": ("A web page:", "网页："),
    "docx": ("The body of a Word document:", "Word文件的正文："),
    "pdf": (
        "The lines of a PDF document, `---` between its pages:",
        "PDF文件的各行，`---` 为分页：",
    ),
    "pdf cut": (
        "The lines of a PDF document whose last bytes are missing:",
        "缺少末尾的PDF文件的各行：",
    ),
}
_EXAMPLE = re.compile(
    r"(?s)(?:```previous\n(?P<previous>.*?)```\n\n)?"
    r"```(?P<written>(?!previous)[a-z ]+)\n(?P<text>.*?)```(?:\n|\Z)"
)

_INDEX = """\
# Rules

`gikparse check` and {func}`gikparse.check` tell what parsing met and what the rules of the linter
find. A rule reads the report and changes nothing; where it cannot tell, it says nothing. What is
about the source is wrong, odd or missing there, or became so on the way to the file; what is about
the reading could not be read, or not for certain, and says nothing against the report. The hundreds
of a code name its family: 0 source, 1 structure, 2 tables and values, 3 arithmetic, 4 text against
table, 5 several years. Codes and names are stable, the wording of messages is not. What stands in
braces is filled in.

{doc}`/howto/write-a-rule` shows how to write one of your own. 中文：{doc}`/zh/rules/index`.
"""

_CHINESE_INDEX = """\
# 检查规则

`gikparse check` 报告解析中遇到的问题和检查规则发现的问题。规则只读报告，不作改动；无法判断的，不报告。
“来源问题”是报告本身或其文本的差错、异常和缺失，“读取所限”是未能读取或者不能确定之处，并非报告有误。
编号的百位表示类别：0 来源，1 结构，2 表格与数值，3 勾稽关系，4 文表一致，5 跨年度。编号和名称保持不变，
提示的措辞可能调整。花括号处填入具体内容。

English: {doc}`/reference/rules/index`.
"""

_CAUSES = {Cause.SOURCE: "来源问题", Cause.READING: "读取所限"}
_SEVERITIES = {"ERROR": "错误", "WARNING": "警告", "INFO": "提示"}


def pages() -> Iterator[tuple[str, str]]:
    """The pages of all rules, in both languages."""
    yield "reference/rules/index.md", "\n".join([_INDEX, *_table("en"), "", *_toctree()])
    yield "zh/rules/index.md", "\n".join([_CHINESE_INDEX, *_table("zh"), "", *_toctree()])
    for rule in RULES:
        yield f"reference/rules/{rule.kind.code}.md", english(rule)
        yield f"zh/rules/{rule.kind.code}.md", chinese(rule)


def _table(lang: str) -> Iterator[str]:
    """All codes with what they say, linked to their pages."""
    if lang == "en":
        yield "| code | name | severity | about | message |"
    else:
        yield "| 编号 | 名称 | 级别 | 关于 | 提示 |"
    yield "| --- | --- | --- | --- | --- |"
    for rule in RULES:
        kind = rule.kind
        code = f"[{kind.code}]({kind.code}.md)"
        severity = kind.severity.name
        if lang == "en":
            about = f"the {rule.cause}"
            yield f"| {code} | {kind.name} | {severity.lower()} | {about} | {kind.message} |"
        else:
            about = _CAUSES[rule.cause]
            yield f"| {code} | {kind.name} | {_SEVERITIES[severity]} | {about} | {kind.chinese} |"


def _toctree() -> Iterator[str]:
    yield "```{toctree}\n:hidden:\n"
    yield from (rule.kind.code for rule in RULES)
    yield "```\n"


def english(rule: Rule) -> str:
    """The page of a rule in English."""
    summary, _, rest = explanation_of(rule, "en").partition("\n\n")
    kind = rule.kind
    facts = (
        f"Severity {kind.severity.name.lower()} · about the {rule.cause} · `gikparse rule {kind.code}` prints this page"
        f" · 中文：{{doc}}`/zh/rules/{kind.code}`"
    )
    said = f"It says: {kind.message}\n\nIn Chinese: {kind.chinese}"
    body = _with_findings(rule, rest, "gives", 0)
    return f"# {kind.code} {kind.name}\n\n{summary}\n\n{facts}\n\n{said}\n\n{body}\n"


def chinese(rule: Rule) -> str:
    """The page of a rule in Chinese."""
    summary, _, rest = explanation_of(rule, "zh").partition("\n\n")
    kind = rule.kind
    facts = (
        f"`{kind.name}` · 级别：{_SEVERITIES[kind.severity.name]} · {_CAUSES[rule.cause]} · `gikparse rule --lang zh {kind.code}` 显示本页"
        f" · English: {{doc}}`/reference/rules/{kind.code}`"
    )
    said = f"提示：{kind.chinese}\n\n英文提示：{kind.message}"
    body = _with_findings(rule, rest, "检查结果：", 1)
    return f"# {kind.code} {summary.rstrip('。')}\n\n{facts}\n\n{said}\n\n{body}\n"


def _with_findings(rule: Rule, text: str, lead: str, lang: int) -> str:
    """The text with, above its example, what that is, and below it what the rule finds there."""

    def shown(example: re.Match[str]) -> str:
        before = f"{_fence(example['previous'])}\n" if example["previous"] else ""
        caption = _CAPTIONS.get(example["written"])
        before += f"{caption[lang]}\n\n" if caption else ""
        return f"{before}{_fence(example['text'])}\n{lead}\n\n{_fence(_findings(rule, example))}"

    return _EXAMPLE.sub(shown, text, count=1)


def _findings(rule: Rule, example: re.Match[str]) -> str:
    """What the rule says of an example, in both languages."""
    report = read_example(example["written"], example["text"])
    previous = read_example("previous", example["previous"]) if example["previous"] else None
    lines = []
    for found in gikparse.check(report, select=rule.kind.code, previous=previous, today=TODAY):
        line, column = report.source.position(found.span.start)
        lines.append(f"{line}:{column} {found.code} {found.message}\n{found.chinese}\n")
    return "".join(lines)


def _fence(text: str) -> str:
    return f"```text\n{text}```\n"
