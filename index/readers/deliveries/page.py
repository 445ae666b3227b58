"""The paragraphs of a delivery in HTML: no more of its markup than tells them apart."""

from __future__ import annotations

from html.parser import HTMLParser

from index.readers.composing import Paragraph

_BLOCKS = frozenset(
    "address article blockquote body center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr "
    "html li main nav ol p pre section table tbody td th thead title tr ul".split()
)
_UNSEEN = frozenset(("script", "style", "template", "noscript"))


def paragraphs_of_page(page: str) -> list[Paragraph]:
    """What stands in each block, in order, a headline marked as such; an empty paragraph for
    each break between blocks. Nothing is fetched, scripts and styles are left out."""
    parser = _Blocks()
    parser.feed(page)
    parser.close()
    return parser.done()


class _Blocks(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[Paragraph] = []
        self._words: list[str] = []
        self._unseen = 0
        self._headline = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._words.append("\n")
        elif tag in _BLOCKS:
            self._end()
        if any(name == "class" and "headline" in (value or "").casefold() for name, value in attrs):
            self._headline = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag in _BLOCKS:
            self._end()
            if tag in ("div", "table", "tr"):
                self._found.append((None, ""))

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._words.append(" ".join(data.split("\n")))

    def done(self) -> list[Paragraph]:
        self._end()
        return self._found

    def _end(self) -> None:
        words = "".join(self._words)
        if words.strip():
            lines = (" ".join(line.split()) for line in words.split("\n"))
            self._found.append(("headline" if self._headline else None, "\n".join(lines)))
            self._headline = False
        elif "\n" in words:
            self._found.append((None, ""))
        self._words = []
