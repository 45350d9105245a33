"""GIK501: requests carried in that are not those which the year before carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from gikparse.checks.rule import Rule
from gikparse.checks.text.statements import bounds, in_sentence, in_table, sentences_of, tabled
from gikparse.checks.years.continuity import are_consecutive
from gikparse.diagnostics import Diagnostic, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gikparse.diagnostics import Related
    from gikparse.report import Report
    from gikparse.values import Number

KIND = Kind(
    code="GIK501",
    name="carried-over-changed",
    severity=Severity.WARNING,
    message="{now} requests came over from the year before, but its report carried {then} over",
    chinese="上年结转{now}件，而上年度报告结转下年度{then}件",
)


def find(report: Report, *, previous: Report) -> Iterator[Diagnostic]:
    """The requests that came over from the year before are not those that its report carried over.

    ## What it reports

    上年结转政府信息公开申请数量 that differs from 结转下年度继续办理 in the report of the year before, taken from
    the tables or, where these have no such row, from sentences.

    ## Why it matters

    Requests are lost between two years, and the balance of one of them is wrong.

    ## Example

    ```previous
    青禾县2022年政府信息公开工作年度报告
    一、总体情况
    全年收到政府信息公开申请31件，结转下年度继续办理3件。
    ```

    ```text
    青禾县2023年政府信息公开工作年度报告
    一、总体情况
    全年收到政府信息公开申请27件，上年结转政府信息公开申请8件。
    ```

    ## What to do

    Compare with the register of requests. Where a figure was corrected after its publication, say so.

    ## Source

    国办公开办函〔2021〕30号 and 国办公开办函〔2019〕60号: 上年结转政府信息公开申请数量 and
    结转下年度继续办理.
    """
    if not are_consecutive(report, previous):
        return
    here, there = _stated(report, "request.carried_in"), _stated(previous, "request.carried_out")
    if here and there and here[0] != there[0]:
        related = attrs.evolve(there[1], source=previous.source)
        yield KIND.at(here[1].span, related=(related,), now=here[0], then=there[0])


def _stated(report: Report, id_: str) -> tuple[Number, Related] | None:
    """A figure and where it stands; None where it is not stated exactly."""
    table = tabled(report, id_)
    if table is not None:
        return table.value, in_table(table.cells[0])
    said = sentences_of(report).get(id_, ())
    limits = {bounds(one) for one in said}
    only = limits.pop() if len(limits) == 1 else None
    if only is None or only.least is None or not only.is_exact:
        return None
    return only.least, in_sentence(said[0])


RULE = Rule(kind=KIND, find=find, needs=("previous",))
