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
from gikparse.facts.setting import Times, is_about_plans
from gikparse.nodes import Section


class Course:
    """Remembers what passages leave to those behind them in the same section."""

    def __init__(self) -> None:
        # The section that has announced plans, and the one whose passages share what they are about.
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
        scene = passage.scene
        if scene.scope is not self._scope:
            self._contexts, self._scope = 0, scene.scope
        ahead = self._plans is not None and any(s is self._plans for s in scene.around)
        if sentences:
            setting = scene.setting._replace(ahead=ahead, contexts=self._contexts)
            findings = read_paragraph(passage.text, sentences, structures, setting)
            self._contexts |= findings.contexts
        else:
            findings = Findings(ahead=_ends_ahead(passage, mentions, ahead=ahead))
        if not findings.ahead:
            self._plans = None if ahead else self._plans
        elif not ahead:
            # Plans go on to the end of the section that announces them.
            self._plans = scene.around[-1] if scene.around else None
        return findings


def _ends_ahead(passage: Passage, mentions: Sequence[Mention], *, ahead: bool) -> bool:
    """Whether a passage that tells nothing else ends with plans for a coming year."""
    scene = passage.scene
    if not (ahead or is_about_plans(scene.topics)) and not names_coming_year(
        passage.text, mentions, scene.year
    ):
        return False
    times = Times(scene.setting._replace(ahead=ahead))
    for sentence in read_sentences(passage.text, (), mentions):
        if sentence.pieces:
            times.start_sentence(sentence.pieces)
            times.hear(sentence.pieces)
    return times.ahead
