"""GIK161: words of a template that tell the author what to write."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.extract import whole_text
from gikparse.data.files import read_toml
from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.grammar import pattern
from gikparse.patterns import any_of

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from gikparse.report import Report

KIND = Kind(
    code="GIK161",
    name="template-prompt",
    severity=Severity.ERROR,
    message="this tells the author what to write and is no report: {prompt}",
    chinese="此处为模板的填写说明，应替换为报告内容：“{prompt}”",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """Words of a template were left in.

    ## What it reports

    A bracket that tells the author what to write, such as （文字描述） or （请填写单位名称）, and
    sentences of the official formats that are no report: 该部分以表格形式报告.

    ## Why it matters

    The report was published before it was written, in part at least.

    ## Example

    ```text
    一、总体情况
    （文字描述）
    二、主动公开政府信息情况
    全年公开12条。
    ```

    ## What to do

    Write the report in its place.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号, whose formats have these words.
    """
    text = whole_text(report)
    for match in pattern("structure", "BRACKET").finditer(text.text):
        if match["inside"].startswith(tuple(_words()["prompts"])):
            yield KIND.at(text.span(*match.span()), prompt=match.group())
    for match in _sentences().finditer(text.text):
        yield KIND.at(text.span(*match.span()), prompt=match.group())


def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = read_toml("structure")["templates"]
    return words


@cache
def _sentences() -> re.Pattern[str]:
    import re

    return re.compile(any_of(_words()["sentences"]))


RULE = Rule(kind=KIND, find=find)
