"""HTML that is an article's body and nothing else, as paragraphs with how they are set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.article import SetAs
from index.readers.composing import Paragraph
from index.readers.html.trees import Element, tree_of

_SAMPLE = 1 << 16
_WEB_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?s:.{0,2000}?)-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(r"\s*<(?:div|p|article|section|main|span|table|h[1-6])\b[^<>]{0,500}>", re.I)
_END_TAG = re.compile(r"</(?:div|p|article|section|main|span|table|h[1-6])>", re.IGNORECASE)
_END_TAGS = re.compile(
    r"</(?:p|div|article|section|span|h[1-6]|a|b|i|u|em|strong|blockquote|[uo]l|li|figure|t[dr])>|"
    r"<br\s*/?>",
    re.IGNORECASE,
)
_MARKUP = 3  # such tags: an article about the web may name one

# Elements whose words are none of the copy's, or are seen only where something else is not.
_DROPPED = frozenset(
    "script style template noscript head title iframe object embed applet svg math canvas audio "
    "video map button select option textarea input datalist progress meter dialog nav "
    "noframes frameset".split()
)
_SET_AS: dict[str, SetAs | None] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "subhead"),
    **dict.fromkeys(("li", "dd"), "item"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "blockquote": "block quote",
}
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main "
    "menu ol p plaintext pre section summary table tbody td tfoot th thead tr ul xmp".split()
)
_AS_TYPED = frozenset(("pre", "listing", "xmp", "plaintext"))
_IN_CELLS = frozenset("p div h1 h2 h3 h4 h5 h6 ul ol table blockquote figure".split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONGEST_CELL = 400
"""Characters; a table with a longer cell sets a page, and is none."""

_SPACES = re.compile(r"\s+")
_PARTED = re.compile(r"<(?:p|br|div)\b", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


def is_marked_up(text: str) -> bool:
    """Whether a text that was given as an article's is HTML: its tags would be read as copy."""
    head = text[:_SAMPLE]
    return "<" in head and bool(begins_as_page(head) or len(_END_TAGS.findall(head)) >= _MARKUP)


def begins_as_page(head: str) -> bool:
    """Whether what begins so is a page, or a part of one. No text in plain words does."""
    return bool(_WEB_PAGE.match(head) or (_FRAGMENT.match(head) and _END_TAG.search(head)))


def fragment(html: str) -> list[Paragraph]:
    """The paragraphs of HTML that is an article's body, in order, with how they are set.

    `<br>` is a line end, two of them part paragraphs; a table is a paragraph of lines of cells.
    Where no tag parts paragraphs, empty lines do, as in what people type into some CMSs. What is
    hidden, scripts and forms are left out. Raises `Unreadable`.
    """
    if not _PARTED.search(html):
        html = _EMPTY_LINE.sub("\n<p>", html)
    return list(paragraphs_of(tree_of(html)))


def paragraphs_of(root: Element, without: Iterable[Element] = ()) -> Iterator[Paragraph]:
    """The paragraphs of a tree, in order, `without` some of its elements."""
    left_out = set(without)
    set_as: list[SetAs | None] = [None]
    typed = 0
    words: list[str] = []
    steps: list[tuple[Element, bool]] = [(root, False)]
    while steps:
        element, leaving = steps.pop()
        tag = element.tag
        if not leaving and _is_copy(element) and element not in left_out:
            if tag in _BLOCKS:
                yield from _told(words, set_as[-1])
                set_as.append(_SET_AS.get(tag, set_as[-1]))
                typed += tag in _AS_TYPED
            elif tag == "br":
                words.append("\n")
            if tag == "table" and (lines := _cells(element)):
                yield "table", lines
            else:
                words.append(_inside(element.text, typed))
                steps.append((element, True))
                steps.extend((child, False) for child in element.iterchildren(reversed=True))
                continue
            set_as.pop()
        elif leaving and tag in _BLOCKS:
            yield from _told(words, set_as.pop())
            typed -= tag in _AS_TYPED
        if element is not root:
            words.append(_inside(element.tail, typed))
    yield from _told(words, None)


def _is_copy(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in _DROPPED:
        return False
    if "hidden" in element.attrib and element.get("hidden") != "until-found":
        return False
    return not _HIDDEN.search(element.get("style", ""))


def _inside(words: str | None, typed: int) -> str:
    if not words:
        return ""
    return words if typed else _SPACES.sub(" ", words)


def _told(words: list[str], set_as: SetAs | None) -> Iterator[Paragraph]:
    """The paragraphs that these words come to; the words are gone after that."""
    told = "".join(words)
    words.clear()
    for part in _EMPTY_LINE.split(told):
        if part := part.strip():
            yield set_as, part


def _cells(table: Element) -> str:
    """The lines of a table, the cells of each set apart; "" where it only sets the page."""
    rows: list[list[str]] = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        for cell in cells:
            blocks = sum(1 for inner in cell.iter() if inner.tag in _IN_CELLS)
            if blocks > 1 or next(cell.iter("table"), None) is not None:
                return ""
        told = [" ".join(_visible(cell).split()) for cell in cells]
        if any(len(words) > _LONGEST_CELL for words in told):
            return ""
        if any(told):
            rows.append(told)
    if not any(len(row) > 1 for row in rows):
        return ""
    return "\n".join(" | ".join(row) for row in rows)


def _visible(cell: Element) -> str:
    return " ".join(words for _, words in paragraphs_of(cell))
