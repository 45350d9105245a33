"""A report as one page for a browser: outline, marked text, tables, figures and findings."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING

import gikparse
from gikparse.errors import UsageError
from gikparse.formats.html.body import Body
from gikparse.formats.html.entries import Entries
from gikparse.formats.html.escaping import html
from gikparse.formats.html.marking import MarkedText
from gikparse.formats.html.wording import say
from gikparse.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from gikparse.diagnostics import Diagnostic

__all__ = ["to_html"]


def to_html(report: Report, diagnostics: Iterable[Diagnostic] = (), *, lang: str = "en") -> str:
    r"""A report as one HTML page that needs nothing else: no network, no other file.

    It shows the outline, the text with its quantities, figures and findings marked, the tables
    with the figures that were read from them, and the findings, each linked to its places
    and back. It works without scripts, in light and dark, and on paper. Text of the report
    is never markup, and a content security policy keeps the page from loading or running anything
    but its own.

    Args:
        report: The report.
        diagnostics: What to list as findings, such as the result of `gikparse.check`.
        lang: The language of the page itself, `zh` or `en`.

    Returns:
        The page.

    Raises:
        UsageError: The report is none, or the language is another.

    Example:
        >>> import gikparse
        >>> report = gikparse.parse("一、总体情况\n全年公开<b>12条</b>。")
        >>> page = gikparse.to_html(report, gikparse.check(report))
        >>> "公开&lt;b&gt;" in page, "<b>12" in page
        (True, False)
    """
    if not isinstance(report, Report):
        raise UsageError(f"to_html takes a Report, not {type(report).__name__}")
    if lang not in ("zh", "en"):
        raise UsageError(f"lang: {lang!r} is none of zh, en")
    entries = Entries(report=report, diagnostics=_in_order(diagnostics), lang=lang)
    text = MarkedText(report.source, entries.marks())
    body = Body(entries, text)
    written = body.write()
    style, script = _file("style.css"), _file("script.js")
    return Template(_file("page.html")).substitute(
        lang="zh-CN" if lang == "zh" else "en",
        version=gikparse.__version__,
        title=html(report.title or report.source.name or say("untitled report", lang)),
        identity="".join(_identity(report, lang)),
        outline_label=html(say("Outline", lang)),
        outline=body.outline(),
        body=text.rest_of_all() + written,
        findings_label=html(say("Findings", lang)),
        findings=entries.findings(),
        count=len(entries.diagnostics),
        figures=entries.figures_in_sentences(),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
    )


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(diagnostics, key=lambda found: found.span))


def _identity(report: Report, lang: str) -> Iterator[str]:
    period = report.period and f"{report.period[0]} – {report.period[1]}"
    said = {
        "agency": report.agency,
        "year": report.year,
        "published": report.published,
        "period": period,
        "form": report.form and report.form.value,
    }
    for name, value in said.items():
        words = say("not stated", lang) if value is None else value
        yield f"<div><dt>{html(say(name, lang))}</dt><dd>{html(words)}</dd></div>"


def _file(name: str) -> str:
    return (files("gikparse.formats.html") / name).read_text("utf-8").strip()


def _hash(text: str) -> str:
    """What a content security policy knows an element of the page by."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
