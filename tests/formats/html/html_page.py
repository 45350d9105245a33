"""What the tests read of a page."""

from html.parser import HTMLParser

_VOID = ("meta", "br")


class Page(HTMLParser):
    """A page, read strictly: every element is closed where it should be.

    Attributes:
        ids: The ids of all elements.
        targets: The ids that links within the page lead to.
        loaded: What would be loaded from elsewhere.
        tags: The names of all elements.
        text: All text outside of scripts and styles.
    """

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.loaded: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), f"{name}={value}"
            assert name != "style"
            if name == "id":
                self.ids.append(value or "")
            if name == "href" and (value or "").startswith("#"):
                self.targets.append((value or "")[1:])
            elif name in ("href", "src"):
                self.loaded.append(value or "")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] not in (["script"], ["style"]):
            self.text += data
