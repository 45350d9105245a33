"""The sections around passages, and what they tell of all that stands in them."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import pairwise

import attrs

from gikparse.elision import Reading
from gikparse.facts.classes import classes
from gikparse.facts.pieces import read_words
from gikparse.facts.setting import Setting
from gikparse.nodes import Section
from gikparse.topics import Topic

_TITLES_KEPT = 4096
_KEY_AREAS, _KEY_AREA = classes("key_areas"), classes("key_area")
_PROACTIVE, _INFORMATION = classes("proactive"), classes("info", "disclosure")

_TOPICS = {topic: classes(topic.value) for topic in Topic}
#: Channels that have an indicator, and what stands for a section that is about one.
_TITLED = {name: classes(f"titled_{name}") for name in ("website", "wechat", "weibo", "gazette")}


@attrs.define(slots=False, eq=False)
class Scene:
    """The sections around some passages.

    Attributes:
        reading: The reading view of the source.
        year: The report's year.
        agency: The body that the report speaks for, folded.
        around: The sections, from the outermost inwards.
        scope: The section whose paragraphs share what they are about: one without a
            topic of its own goes on with that of the section around it.
        topics: The topics of the sections, as classes.
    """

    reading: Reading
    year: int | None
    agency: str | None
    around: tuple[Section, ...] = ()
    scope: Section | None = None
    topics: int = 0

    def inside(self, section: Section) -> Scene:
        """The scene in a section of this one."""
        scope, topics = self.scope or section, self.topics
        if section.topic is not None:
            scope, topics = section, topics | _TOPICS[section.topic]
        around = (*self.around, section)
        return Scene(self.reading, self.year, self.agency, around, scope, topics)

    @cached_property
    def setting(self) -> Setting:
        """What is known of the passages before they are read."""
        spans = (section.heading.title_span for section in self.around)
        titles = [self.reading.text[slice(*self.reading.view_span(span))] for span in spans]
        titled = titled_channel(titles[-1]) if titles else ""
        return Setting(
            year=self.year,
            agency=self.agency,
            topics=self.topics,
            elsewhere=bool(self.topics & _KEY_AREAS) or any(map(is_of_one_kind, titles)),
            titled=_TITLED[titled] if titled else 0,
        )


@lru_cache(_TITLES_KEPT)
def titled_channel(title: str) -> str:
    """The channel of publication that a title names and nothing else, or "".

    Example:
        >>> titled_channel("政务微信公众号"), titled_channel("网站和微信"), titled_channel("公开渠道")
        ('wechat', '', '')
    """
    pieces = read_words(title)
    if len(pieces) > 1:
        return ""
    return next((name for piece in pieces for name in _TITLED if piece.classes & classes(name)), "")


@lru_cache(_TITLES_KEPT)
def is_of_one_kind(title: str) -> bool:
    """Whether a section by its title is about one kind of information.

    Args:
        title: The title in the reading view.

    Example:
        >>> is_of_one_kind("推进环境保护信息公开"), is_of_one_kind("主动公开政府信息情况")
        (True, False)
    """
    pieces = read_words(title)
    if any(piece.classes & _PROACTIVE for piece in pieces):
        return False
    if any(piece.classes & _KEY_AREA for piece in pieces):
        return True
    return any(
        piece.terminal == "TEXT"
        and title.startswith("信息", following.start)
        and following.classes & _INFORMATION
        for piece, following in pairwise(pieces)
    )
