"""The paragraphs of a tree, in order, each with how it is set and the element it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.article import SetAs
from index.readers.html.trees import Element

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
# Said behind a link to those who hear the page.
_NEW_WINDOW = re.compile(r",?\s*\(?\bopens? (?:in )?(?:a )?new (?:tab|window)\b\)?", re.IGNORECASE)
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph: how it is set, None for plain copy; its words; the element that it fills or
    stands in; and the share of its letters that are links, from 0 to 1."""

    set_as: SetAs | None
    words: str
    element: Element
    linked: float


def pieces_of(root: Element) -> Iterator[Piece]:
    """The paragraphs of a tree, in order.

    `<br>` is a line end, two of them part paragraphs; a table is a paragraph of lines of cells.
    What is hidden, scripts and forms' fields are left out.
    """
    within: list[tuple[SetAs | None, Element]] = [(None, root)]
    words: list[tuple[str, bool]] = []
    typed = links = 0
    steps: list[tuple[Element, bool]] = [(root, False)]
    while steps:
        element, leaving = steps.pop()
        tag = element.tag
        if not leaving and _is_copy(element):
            if tag in _BLOCKS:
                yield from _told(words, *within[-1])
                within.append((_SET_AS.get(tag, within[-1][0]), element))
                typed += tag in _AS_TYPED
            elif tag == "br":
                words.append(("\n", False))
            elif tag == "a":
                links += 1
            if tag == "table" and (lines := _cells(element)):
                within.pop()
                yield Piece("table", lines, element, 0.0)
            else:
                words.append((_inside(element.text, typed), links > 0))
                steps.append((element, True))
                steps.extend((child, False) for child in element.iterchildren(reversed=True))
                continue
        elif leaving and tag in _BLOCKS:
            yield from _told(words, *within.pop())
            typed -= tag in _AS_TYPED
        elif leaving and tag == "a":
            links -= 1
        if element is not root:
            words.append((_inside(element.tail, typed), links > 0))
    yield from _told(words, *within[0])


def is_prose(words: str) -> bool:
    """Is it running copy: a sentence of some length?"""
    return len(words) >= 40 and words.rstrip("\"'”’)] ").endswith((".", "!", "?", "…", ":"))


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


def _told(words: list[tuple[str, bool]], set_as: SetAs | None, element: Element) -> Iterator[Piece]:
    """The paragraphs that these words come to; the words are gone after that."""
    told = "".join([part for part, _ in words])
    if "new tab" in told or "new window" in told:
        told = _NEW_WINDOW.sub("", told)
    if told and not told.isspace():
        linked = sum([_letters(part) for part, link in words if link])
        share = linked / max(_letters(told), 1)
        for part in _EMPTY_LINE.split(told):
            if part := part.strip():
                yield Piece(set_as, part, element, share)
    words.clear()


def _letters(words: str) -> int:
    return len(words) - words.count(" ") - words.count("\n")


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
    return " ".join(piece.words for piece in pieces_of(cell))
