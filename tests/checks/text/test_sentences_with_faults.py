"""A wrong digit in a sentence of an example is told from the table that says the same."""

from datetime import date
from pathlib import Path

import gikparse
from gikparse.indicators import Origin


def test_every_sentence_that_the_table_confirms(examples: Path) -> None:
    """Where an example says the same twice, a wrong digit in the sentence is told from the table."""
    text = (examples / "f2021.txt").read_text("utf-8")
    report = gikparse.parse(text)
    tabled = {i.id for i in report.indicators if i.origin is Origin.TABLE}
    said = [i for i in report.indicators if i.origin is Origin.PROSE and i.id in tabled]
    sure = [i for i in said if i.confidence >= 0.8 and i.quantity]
    assert len(sure) >= 3
    for one in sure:
        digit = text[one.span.end - 1]
        wrong = text[: one.span.end - 1] + str((int(digit) + 1) % 10) + text[one.span.end :]
        diagnostics = gikparse.check(gikparse.parse(wrong), select="GIK4")
        assert [d.code for d in diagnostics] == ["GIK401"], one
        assert one.quantity is not None
        assert diagnostics[0].span == one.quantity.span


#: What the rules about sentences find in real reports; they find nothing in any other.
REAL = {
    "dongfenglu_2016.txt": [("GIK403", "318人次")],
    "hengyang_guoziwei_2016.txt": [("GIK401", "1件"), ("GIK401", "253条")],
    "pingtan_2019_guanweihui.txt": [("GIK403", "2599条")],
    "shanghai_2019_bangongting.html": [("GIK404", "33.9%")],
}


def test_real_reports(real_reports: Path) -> None:
    files = [
        p for p in sorted(real_reports.iterdir()) if p.suffix in (".txt", ".html", ".docx", ".pdf")
    ]
    assert {"hetang_2016.txt", "luoning_2016.txt", *REAL} <= {path.name for path in files}
    found = {}
    for path in files:
        report = gikparse.load(path)
        told = gikparse.check(report, select="GIK4", today=date(2026, 1, 1))
        found[path.name] = [(d.code, report.source.text[d.span]) for d in told]
    assert {name: told for name, told in found.items() if told} == REAL
