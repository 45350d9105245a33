"""Write `reference/rules.md` from what the rules say of themselves.

Run it after a rule was added or its docstring changed: `python docs/rules_page.py`.
A test compares the page with what this module makes of the rules.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import gikparse
from gikparse.checks import RULES, Rule, parsing_kinds

PAGE = Path(__file__).parent / "reference" / "rules.md"

#: The day on which the examples are checked.
TODAY = date(2024, 6, 1)

HEAD = """\
# Rules

<!-- Made by docs/rules_page.py from the docstrings of the rules: change those and run it again. -->

`gikparse.check` gives what parsing met and what the rules of the linter find. A rule reads the
report and changes nothing; where it cannot tell, it says nothing. The hundreds of a code say what
it is about: 0 the source, 1 structure, 2 tables and values, 3 arithmetic, 4 text against table,
5 several years. Codes and names are stable, the wording of messages is not.

```{eval-rst}
.. autofunction:: gikparse.check
.. autofunction:: gikparse.fingerprints
.. autoclass:: gikparse.checks.Rule
.. autodata:: gikparse.checks.RULES
   :no-value:
```

## All codes
"""


def page() -> str:
    """The page, in MyST Markdown."""
    return "\n".join([HEAD, *_table(), "", *map(_rule, RULES)])


def _table() -> Iterator[str]:
    """The codes with what they say, those of the rules linked to their explanation."""
    yield "| code | name | severity | found by | message |"
    yield "| --- | --- | --- | --- | --- |"
    found = [(kind, "parsing") for kind in parsing_kinds()]
    found += [(rule.kind, "a rule") for rule in RULES]
    for kind, by in sorted(found, key=lambda item: item[0].code):
        severity = kind.severity.name.lower()
        code = f"[{kind.code}](#{_anchor(kind)})" if by == "a rule" else kind.code
        yield f"| {code} | {kind.name} | {severity} | {by} | {kind.message} |"


def _anchor(kind: gikparse.Kind) -> str:
    return f"{kind.code} {kind.name}".lower().replace(" ", "-")


def _rule(rule: Rule) -> str:
    """The section about a rule: its docstring, and what it prints for its own example."""
    summary, rest = rule.explanation.split("\n\n", 1)
    # The headings of the docstring are one level below the rule's own.
    text = re.sub(r"^##(?= )", "###", rest, flags=re.MULTILINE)
    text = re.sub(
        r"(?s)(?:```previous\n(?P<previous>.*?)```\n\n)?```text\n(?P<text>.*?)```\n",
        lambda match: _with_findings(rule, match),
        text,
        count=1,
    )
    return f"## {rule.kind.code} {rule.kind.name}\n\n{summary}\n\n{text}\n"


def _with_findings(rule: Rule, example: re.Match[str]) -> str:
    """The example and, below it, what the rule finds in it, in both languages."""
    report = gikparse.parse(example["text"])
    previous = gikparse.parse(example["previous"]) if example["previous"] else None
    lines = []
    for found in gikparse.check(report, select=rule.kind.code, previous=previous, today=TODAY):
        line, column = report.source.position(found.span.start)
        lines.append(f"{line}:{column} {found.code} {found.message}\n{found.chinese}\n")
    before = f"In the year before:\n\n{_fence(example['previous'])}\nThis year:\n\n"
    shown = f"{before if previous else ''}{_fence(example['text'])}"
    return f"{shown}\ngives\n\n{_fence(''.join(lines))}"


def _fence(text: str) -> str:
    return f"```text\n{text}```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
