"""What commands say about findings, in Chinese and in English."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from gikparse.checks import Cause
    from gikparse.diagnostics import Severity
    from gikparse.linting.run import Outcome

_NOTHING = {"zh": "未检查任何报告", "en": "nothing checked"}
_CAUSES = {"source": "来源问题", "reading": "读取所限"}
_SEVERITIES = {"error": "错误", "warning": "警告", "info": "提示"}


def add_lang_to(parser: argparse.ArgumentParser) -> None:
    """Add the option `--lang`; its value is None where the user did not say."""
    parser.add_argument(
        "--lang",
        choices=("zh", "en"),
        help=f"the language of messages (default: that of the locale, now {locale_lang()})",
    )


def locale_lang() -> str:
    """The language that the locale of the user asks for, `zh` or `en`."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "zh" if next(filter(None, names), "").startswith("zh") else "en"


def severity_word(severity: Severity, lang: str) -> str:
    """What a severity is called."""
    name = severity.name.lower()
    return _SEVERITIES[name] if lang == "zh" else name


def cause_word(cause: Cause, lang: str) -> str:
    """What a finding is about: the source, or the reading of it."""
    return _CAUSES[cause] if lang == "zh" else f"about the {cause}"


def count_findings(severities: Iterable[Severity], lang: str) -> str:
    """How many findings of which severity there are, the worst first.

    Example:
        >>> from gikparse import Severity
        >>> found = [Severity.WARNING, Severity.ERROR, Severity.WARNING]
        >>> count_findings(found, "en"), count_findings(found, "zh"), count_findings([], "en")
        ('1 error, 2 warnings', '错误1处，警告2处', 'no diagnostics')
    """
    counts = sorted(Counter(severities).items(), reverse=True)
    if lang == "zh":
        words = [f"{severity_word(severity, lang)}{count}处" for severity, count in counts]
        return "，".join(words) or "未发现问题"
    words = [
        f"{count} {severity.name.lower()}{'s' * (count > 1 and severity.name != 'INFO')}"
        for severity, count in counts
    ]
    return ", ".join(words) or "no diagnostics"


def sum_up(outcome: Outcome, lang: str) -> str:
    """One line about a whole run: what was checked, and what could not be.

    Example:
        >>> from gikparse.linting.run import Outcome
        >>> sum_up(Outcome(unread=("cannot read 2023.txt",)), "en")
        'nothing checked: 1 file could not be read'
    """
    checked = _checked(outcome, lang) if outcome.reports else _NOTHING[lang]
    if not outcome.unread:
        return checked
    count = len(outcome.unread)
    if lang == "zh":
        return f"{checked}{'；' if outcome.reports else '：'}{count}个文件无法读取"
    files = f"{count} file{'s' * (count != 1)}"
    return f"{checked}{'; ' if outcome.reports else ': '}{files} could not be read"


def _checked(outcome: Outcome, lang: str) -> str:
    """How many reports were checked, and what was found in them."""
    count = len(outcome.reports)
    open_ones = [f.diagnostic.severity for f in outcome.findings if f.is_open]
    waived = sum(f.waiver is not None for f in outcome.findings)
    known = sum(f.waiver is None and f.is_known for f in outcome.findings)
    asides = ((waived, "waived", "已豁免"), (known, "known", "基线已知"))
    said = count_findings(open_ones, lang)
    if lang == "zh":
        more = "，".join(f"{word}{number}处" for number, _, word in asides if number)
        return f"检查{count}份报告：{said}{f'（另有{more}）' if more else ''}"
    more = ", ".join(f"{number} {word}" for number, word, _ in asides if number)
    files = f"{count} report{'s' * (count != 1)}"
    return f"{files} checked: {said}{f' ({more} not counted)' if more else ''}"


def remarks(outcome: Outcome, lang: str) -> Iterable[str]:
    """What the user should know of the settings of a run, one line each."""
    for waiver in outcome.unused:
        what = ", ".join(waiver.codes)
        yield (
            f"{waiver.where}：本次检查未用到此豁免（{what}）"
            if lang == "zh"
            else f"{waiver.where}: nothing to waive in the files checked ({what})"
        )
    if outcome.gone:
        yield (
            f"基线中有{outcome.gone}处问题已不存在，可用 --write-baseline 更新基线"
            if lang == "zh"
            else f"{outcome.gone} known finding{'s are' if outcome.gone != 1 else ' is'} gone:"
            " --write-baseline brings the baseline up to date"
        )
