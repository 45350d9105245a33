"""GIK151: a table or attachment that the text names and that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gikparse.checks.rule import Rule
from gikparse.checks.structure.extract import extract, whole_text
from gikparse.checks.structure.parts import find_parts
from gikparse.checks.structure.wholeness import ends
from gikparse.checks.walking import every_section
from gikparse.diagnostics import Diagnostic, Kind, Severity
from gikparse.grammar import pattern
from gikparse.nodes import Attachment, Paragraph, Rubric
from gikparse.topics import Topic, topic_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.report import Report
    from gikparse.source import Span

KIND = Kind(
    code="GIK151",
    name="missing-attachment",
    severity=Severity.WARNING,
    message="the text names {name}, which is not in it",
    chinese="文中提及“{name}”，但未见其内容",
)


def find(report: Report) -> Iterator[Diagnostic]:
    """A table or an attachment is named and absent.

    ## What it reports

    A line such as 附：…统计表.doc, a 附表 among the parts that the preface announces, and words such
    as 详见附表, in a report that has no table at all and no section with the statistics. It is told
    once, at the first such place but a line before a reference. Where the end of the report is not
    in the text, the table may stand there, and nothing is said.

    ## Why it matters

    The figures are a part of the report that the forms prescribe. In a file beside the page they are
    not published with it, and links to such files are the first that break.

    ## Example

    ```text
    某某县2016年政府信息公开年报
    一、总体情况
    2016年，本县认真落实公开要求，未收取费用，未发生行政复议。
    二、存在的问题
    个别栏目更新不够及时。
    附：某某县2016年政府信息公开年度统计表.doc
    ```

    ## What to do

    Put the table into the report, or the attachment beside it, and take out what refers to nothing.

    ## Source

    国办发〔2014〕32号: the statistical table is published with the annual report.
    """
    if report.tables or any(report.sections_about(Topic.STATISTICS)):
        return
    for span in _places(report):
        yield KIND.at(span, name=" ".join(report.source.text[span].split()))
        return


def _places(report: Report) -> Iterator[Span]:
    """Where the text names a table, the surest place first."""
    blocks = report.back.blocks if report.back else ()
    for block in blocks:
        text = extract(report, block.span).text
        if isinstance(block, Attachment) and pattern("structure", "TABLE_NAME").search(text):
            yield block.span
    if not ends(report) or any(isinstance(block, Attachment | Rubric) for block in blocks):
        return
    parts = find_parts(report)
    if parts is not None:
        for name in parts.names:
            if name.section is None and topic_of(parts.text(name)) is Topic.STATISTICS:
                yield parts.span(name)
    yield from _references(report)


def _references(report: Report) -> Iterator[Span]:
    """Where a sentence sends the reader to a table or an attachment."""
    if not pattern("structure", "REFERENCE").search(whole_text(report).text):
        return
    for section in every_section(report):
        for block in section.blocks:
            if isinstance(block, Paragraph):
                text = extract(report, block.span)
                for match in pattern("structure", "REFERENCE").finditer(text.text):
                    yield text.span(*match.span())


RULE = Rule(kind=KIND, find=find)
