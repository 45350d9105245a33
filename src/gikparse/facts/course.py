"""Read the passages of a report one after another: what one is about may be left out in the next."""

from __future__ import annotations

from collections.abc import Sequence

from gikparse.facts.clauses import Sentence
from gikparse.facts.figures import Mention
from gikparse.facts.findings import Findings
from gikparse.facts.passages import Passage
from gikparse.facts.pieces import names_coming_year
from gikparse.facts.reading import read_paragraph
from gikparse.facts.sentences import RawSentence, read_sentences
from gikparse.facts.setting import Times
from gikparse.nodes import Section


class Course:
    """Remembers what passages leave to those behind them in the same section."""

    def __init__(self) -> None:
        # The section that has announced plans, and the outermost one.
        self._plans: Section | None = None
        self._contexts = 0
        self._scope: Section | None = None

    def read(
        self,
        passage: Passage,
        mentions: Sequence[Mention],
        sentences: Sequence[RawSentence],
        structures: Sequence[Sentence],
    ) -> Findings:
        """What a passage states.

        Args:
            passage: The passage.
            mentions: The numbers in it that count nothing.
            sentences: Its sentences; none for a passage that tells nothing.
            structures: The structure of each.
        """
        scope = _scope(passage)
        if scope is not self._scope:
            self._contexts, self._scope = 0, scope
        ahead = any(section is self._plans for section in passage.around)
        if sentences:
            setting = passage.setting._replace(ahead=ahead, contexts=self._contexts)
            findings = read_paragraph(passage.text, sentences, structures, setting)
            self._contexts |= findings.contexts
        else:
            findings = Findings(ahead=_ends_ahead(passage, mentions, ahead=ahead))
        if not findings.ahead:
            self._plans = None if ahead else self._plans
        elif not ahead:
            # Plans go on to the end of the section that announces them.
            self._plans = passage.section
        return findings


def _ends_ahead(passage: Passage, mentions: Sequence[Mention], *, ahead: bool) -> bool:
    """Whether a passage that tells nothing else ends with plans for a coming year."""
    times = Times(passage.setting._replace(ahead=ahead))
    if not (times.ahead or names_coming_year(passage.text, mentions, passage.setting.year)):
        return False
    for sentence in read_sentences(passage.text, (), mentions):
        if sentence.pieces:
            times.start_sentence(sentence.pieces)
            times.hear(sentence.pieces)
    return times.ahead


def _scope(passage: Passage) -> Section | None:
    """The section whose paragraphs share what they are about.

    A section without a topic of its own goes on with that of the section around it.
    """
    for section in reversed(passage.around):
        if section.topic is not None:
            return section
    return passage.around[0] if passage.around else None
