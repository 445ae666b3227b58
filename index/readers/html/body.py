"""The article on a page and nothing else: which of the page's paragraphs are its.

trafilatura finds where the copy stands. What it found is looked for among the paragraphs of the
page itself, so that subheads, lists, quotations and captions are kept as what they are, and what
it left out of their midst is put back: it gives up the second half of an article that the page
has in several parts. What the page by its own names says is something else is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.readers.composing import Paragraph
from index.readers.html.clutter import is_standfirst
from index.readers.html.finding import found_among
from index.readers.html.parts import Parts, line_up
from index.readers.html.pieces import Piece, is_prose, pieces_of
from index.readers.html.pitches import is_under_player
from index.readers.html.trees import Element
from index.readers.html.words import letters, tokens

_LONGEST_LABEL = 60


@dataclass(frozen=True, slots=True)
class Body:
    """`paragraphs` are the article's; `words` is how many words of running copy they have, `told`
    how many all of them have but subheads and captions, `linked` the share of their letters that
    are links, `listed` of how many other articles the page has the beginnings, and `around` how
    many words it has in all."""

    paragraphs: Sequence[Paragraph]
    words: int
    told: int
    linked: float
    listed: int
    around: int


def body_of(
    tree: Element, *, stated: str | None, titles: Sequence[str], descriptions: Sequence[str]
) -> Body:
    """The article's body. `stated` is the body as the page's data have it, for comparing."""
    pieces = list(pieces_of(tree.find("body") if tree.find("body") is not None else tree))
    page = Parts(pieces, found_among(pieces, tree, stated))
    chosen = page.chosen()
    named = {letters(title) for title in titles}
    chosen = [
        p
        for p in chosen
        if p.set_as == "caption"
        or not (letters(p.words) in named or is_under_player(p.words, named))
    ]
    chosen = list(_without_labels(list(_once(chosen))))
    chosen = [*page.above(chosen, descriptions, named), *_opened(chosen, descriptions)]
    copy = [p for p in chosen if p.set_as not in ("caption", "subhead")]
    weights = [len(p.words) for p in chosen]
    linked = sum(p.linked * w for p, w in zip(chosen, weights, strict=True))
    return Body(
        [(piece.set_as, piece.words) for piece in chosen],
        sum(len(tokens(piece.words)) for piece in copy if is_prose(piece.words)),
        sum(len(tokens(piece.words)) for piece in copy),
        linked / max(sum(weights), 1),
        page.listed,
        sum(len(tokens(piece.words)) for piece in pieces),
    )


def _once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Without rules and dashes, and without what the page has a second time for other screens."""
    seen: set[str] = set()
    for piece in pieces:
        key = letters(piece.words)
        if key and not (key in seen and (len(key) > _LONGEST_LABEL or piece.set_as == "caption")):
            seen.add(key)
            yield piece


def _opened(pieces: Sequence[Piece], descriptions: Iterable[str]) -> Iterator[Piece]:
    """What opens an article as its standfirst is no subhead, however it is set."""
    told = {letters(words) for words in descriptions}
    at_head = True
    for piece in pieces:
        if at_head and piece.set_as == "subhead":
            named = any(map(is_standfirst, line_up(piece.element)[:3]))
            if named or is_prose(piece.words) or letters(piece.words) in told:
                piece = Piece(None, piece.words, piece.element, piece.linked)
        at_head = at_head and not (piece.set_as is None and is_prose(piece.words))
        yield piece


def _without_labels(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Without headings over what is gone: over other headlines, and at the end."""
    last = max(
        (place for place, piece in enumerate(pieces) if piece.set_as not in ("subhead", "caption")),
        default=-1,
    )
    for place, piece in enumerate(pieces):
        if piece.set_as == "subhead" and place > last:
            continue
        if (
            piece.set_as in ("subhead", None)
            and len(piece.words) <= _LONGEST_LABEL
            and not is_prose(piece.words)
            and letters(piece.words) in _LABELS
        ):
            continue
        yield piece


_LABELS = frozenset(
    letters(words)
    for words in (
        "read more|related|related stories|related articles|recommended|recommended videos|"
        "recommended stories|popular|most popular|most read|trending|trending now|advertisement|"
        "article content|story continues below|story continues below advertisement|more|"
        "sign up|subscribe|share|share this|share this article|comments|top stories|latest|"
        "latest news|editors' picks|editor's picks|you may also like|up next|topics|tags|"
        "more from this section|in this article|in this story|watch|listen|loading|read next|"
        "read also|also read|see also|more on this story|more on this topic|don't miss|"
        "more stories|skip advertisement|continue reading|editors picks|table of contents|contents"
    ).split("|")
)
