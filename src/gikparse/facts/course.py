"""Read the passages of a report one after another: what one is about may be left out in the next."""

from __future__ import annotations

from collections.abc import Sequence

from gikparse.facts.findings import Findings
from gikparse.facts.passages import Passage
from gikparse.facts.reading import read_paragraph
from gikparse.facts.syntax import Sentence
from gikparse.facts.tokens import RawSentence
from gikparse.nodes import Section


class Course:
    """Remembers what passages leave to those behind them in the same section."""

    def __init__(self) -> None:
        # The section that has announced plans, and the outermost one.
        self._plans: Section | None = None
        self._contexts: frozenset[str] = frozenset()
        self._scope: Section | None = None

    def read(
        self,
        passage: Passage,
        sentences: Sequence[RawSentence],
        structures: Sequence[Sentence],
    ) -> Findings:
        """What a passage states.

        Args:
            passage: The passage.
            sentences: Its sentences.
            structures: The structure of each.
        """
        scope = _scope(passage)
        if scope is not self._scope:
            self._contexts, self._scope = frozenset(), scope
        ahead = any(section is self._plans for section in passage.around)
        setting = passage.setting._replace(ahead=ahead, contexts=self._contexts)
        findings = read_paragraph(passage.text, sentences, structures, setting)
        self._contexts |= findings.contexts
        if not findings.ahead:
            self._plans = None if ahead else self._plans
        elif not ahead:
            # Plans go on to the end of the section that announces them.
            self._plans = passage.section
        return findings


def _scope(passage: Passage) -> Section | None:
    """The section whose paragraphs share what they are about.

    A section without a topic of its own goes on with that of the section around it.
    """
    for section in reversed(passage.around):
        if section.topic is not None:
            return section
    return passage.around[0] if passage.around else None
