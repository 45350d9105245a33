"""Text as HTML: nothing in a report is ever markup."""

from __future__ import annotations

from html import escape

_KEPT = "\t\n\r"


class _Safe(dict[int, str]):
    """What stands for characters that HTML may not hold."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        is_control = code < 0x20 or 0x7F <= code < 0xA0
        is_surrogate = 0xD800 <= code < 0xE000
        is_noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code < 0xFDF0
        bad = (is_control and character not in _KEPT) or is_surrogate or is_noncharacter
        self[code] = "\N{REPLACEMENT CHARACTER}" if bad else character
        return self[code]


_SAFE = _Safe()


def html(text: object) -> str:
    r"""A text for an element or an attribute in quotes.

    Example:
        >>> html('<b title="x">\x00')
        '&lt;b title=&quot;x&quot;&gt;�'
    """
    return escape(str(text).translate(_SAFE))
