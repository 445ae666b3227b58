"""Where a page has its article: by trafilatura, by the page's data, by how its parts are named."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from index.readers.extras import needing
from index.readers.html.clutter import holds_body
from index.readers.html.pieces import Piece, is_prose
from index.readers.html.trees import Element
from index.readers.html.words import Grams, grams, tokens

_SILENT = logging.CRITICAL + 1  # what it warns of is told by what comes of the page
_FOUND = 0.6  # of a paragraph's words, three by three, that are in what was found
_NOTHING_IN_COMMON = 0.3  # of the words of two texts that are two texts
_LINKED = 0.5
# trafilatura takes the square of the time for so many. No article has a tenth of them.
_MOST_PARAGRAPHS = 5_000
_MOST_ELEMENTS = 50_000
_FEW = 50  # words that are too few to tell


def found_among(pieces: Sequence[Piece], tree: Element, stated: str | None) -> list[bool]:
    """For each paragraph of a page whether it is the article's, as far as that is found.

    trafilatura says so. What the page's data have as the article's body (`stated`) is added, and
    takes the place of what trafilatura found where the two have nothing in common. Where neither
    is more than a few words, the part of the page is taken that by its name holds the article.
    """
    heap = len(pieces) > _MOST_PARAGRAPHS or sum(1 for _ in tree.iter()) > _MOST_ELEMENTS
    found: Grams = frozenset() if heap else grams(_extracted(tree))
    told = grams(stated) if stated else frozenset()
    if len(told) < _FEW and len(found) < _FEW:
        told = _named(pieces)
    if len(told) >= _FEW or not found:
        found = found | told if _in_common(told, found) else told
    if heap and not found:
        return [is_prose(piece.words) and piece.linked < _LINKED for piece in pieces]
    return [_is_found(piece, found) for piece in pieces]


def _extracted(tree: Element) -> str:
    """The text that trafilatura takes for the page's article; "" where it finds none."""
    with needing("a web page", "html"):
        import trafilatura
    logging.getLogger("trafilatura").setLevel(_SILENT)
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False)
    except Exception:
        return ""  # hostile pages bring it to errors of every sort
    return getattr(found, "text", None) or ""


def _in_common(one: Grams, other: Grams) -> bool:
    return len(one & other) >= _NOTHING_IN_COMMON * min(len(one), len(other))


def _named(pieces: Sequence[Piece]) -> Grams:
    """The running copy in that part of the page which by its name holds most of it."""
    parts: dict[Element, list[Piece]] = {}
    for piece in pieces:
        if is_prose(piece.words) and piece.linked < _LINKED:
            for element in _holders(piece.element):
                parts.setdefault(element, []).append(piece)
    if not parts:
        return frozenset()
    most = max(parts.values(), key=lambda copy: sum(len(tokens(piece.words)) for piece in copy))
    return frozenset().union(*(grams(piece.words) for piece in most))


def _holders(element: Element) -> Iterator[Element]:
    for each in (element, *element.iterancestors()):
        if each.tag not in ("body", "html") and (each.tag == "article" or holds_body(each)):
            yield each


def _is_found(piece: Piece, found: Grams) -> bool:
    own = grams(piece.words)
    return bool(own) and len(own & found) >= _FOUND * len(own)
