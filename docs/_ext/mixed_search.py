"""A search index in which Chinese words are found, on pages in English and in Chinese.

Chinese is written without blanks. A segmenter could cut the pages into words, but the browser could
not cut the query in the same way, and 依申请公开 would not be found where the pages were cut into
依, 申请, 公开. So pages and queries are cut alike here, into pairs of neighbouring characters, and a
page is found that has all pairs of the query. Other words are treated as English.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from sphinx.search.en import SearchEnglish

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\u3400-\u9fff]+")


class MixedSearch(SearchEnglish):
    """English words, and pairs of Chinese characters."""

    lang = "mixed"
    language_name = "English and Chinese"
    # Sphinx's own stems, and the same cut as `split`; `<` and `>` would be escaped.
    js_splitter_code = r"""
function splitQuery(query) {
  var words = query.match(/[\u3400-\u9fff]+|[^\s\u0000-\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u007f\u3000-\u303f\uff00-\uffef\u2010-\u2027\u3400-\u9fff]+/g) || [];
  return words.flatMap(function (word) {
    if (!/^[\u3400-\u9fff]/.test(word) || word.length === 1) return [word];
    return Array.from(word.slice(1), function (character, place) {
      return word[place] + character;
    });
  });
}
"""

    def split(self, input: str) -> list[str]:
        """The words of a text, those in Chinese as pairs and single characters."""
        return [part for word in _WORD.findall(input) for part in _parts(word)]

    def word_filter(self, stemmed_word: str) -> bool:
        """Whether a word is worth finding: every Chinese one is."""
        return "\u3400" <= stemmed_word[:1] <= "\u9fff" or super().word_filter(stemmed_word)


def _parts(word: str) -> list[str]:
    if not "\u3400" <= word[0] <= "\u9fff":
        return [word]
    return [*word, *map("".join, pairwise(word))]


def setup(app: Sphinx) -> dict[str, Any]:
    """Offer the language to `html_search_language`."""
    app.add_search_language(MixedSearch)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
