"""A paragraph as the narrator tells it: what stands between marks is replaced by one word.

The parser reads news far better when a long quotation is a single word to it, nothing inside a
quotation can be taken for the narrator's words, and fewer words are parsed. Short stretches
that run on in the narrator's own sentence ("was “destructive” and") stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.article import Span
from index.extract.quotes.marks import Marked
from index.extract.view import Block

_UNBROKEN = re.compile(r"[ \n]+|[^ \n]+(?:[ \n][^ \n]+)*")
_PLACEHOLDER = "This"
_STOPS = ".,?!\u2026-\u2013\u2014;"


@dataclass(slots=True)
class Outer:
    """The narrator's text of one paragraph, and where each of its characters stands.

    `places[i]` is the offset of character `i` in the article; `held` maps the place in the
    narrator's text where a placeholder begins to the marked stretch that it stands for. `names`
    are the words of which names are made in the article.
    """

    block: int
    text: str = ""
    places: list[int] = field(default_factory=list)
    held: dict[int, Marked] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    def span(self, start: int, end: int) -> Span:
        """The article's span of a stretch of the narrator's text that is not empty."""
        return self.places[start], self.places[end - 1] + 1


def narrate(
    view: str,
    number: int,
    block: Block,
    marks: Sequence[Marked],
    names: frozenset[str] = frozenset(),
) -> Outer:
    """The narrator's text of a paragraph; `marks` are those of this paragraph, in order."""
    outer = Outer(number, names=names)
    pieces: list[str] = []
    at = block.start
    length = 0

    def copy(start: int, end: int) -> None:
        """The words as they stand, runs of spaces as one: typesetters' '' leave two of them."""
        nonlocal length
        for piece in _UNBROKEN.finditer(view, start, end):
            words = piece[0].replace("\n", " ")
            if words[0] == " " and (not pieces or pieces[-1][-1] == " "):
                words = ""
            elif words[0] == " ":
                words = " "
            pieces.extend([words] if words else [])
            outer.places.extend(range(piece.start(), piece.start() + len(words)))
            length += len(words)

    for marked in marks:
        if not _is_held(view, block, marked):
            continue
        copy(at, marked.outer[0])
        if marked.outer[0] > block.start and not view[marked.outer[0] - 1].isspace():
            pieces.append(" ")  # `said,“Look` is no single word
            outer.places.append(marked.outer[0])
            length += 1
        copy(marked.outer[0], marked.start)
        outer.held[length] = marked
        tail = view[marked.start : marked.end].rstrip("\"' ")
        stop = tail[-1] if tail and tail[-1] in _STOPS else ""
        words_end = marked.end - len(stop)
        word = _PLACEHOLDER + stop
        pieces.append(word)
        outer.places.extend([marked.start] * (len(_PLACEHOLDER) - 1))
        outer.places.append(max(marked.start, words_end - 1))
        outer.places.extend([marked.end - 1] * len(stop))
        length += len(word)
        at = marked.end
    copy(at, block.end)
    outer.text = "".join(pieces)
    return outer


def _is_held(view: str, block: Block, marked: Marked) -> bool:
    """Whether a marked stretch is an utterance of its own, not a part of the sentence."""
    words = view[marked.start : marked.end]
    count = len(words.split())
    if marked.single and count < 4:
        return False
    before = view[block.start : marked.outer[0]].rstrip()
    begins = not before or before[-1] in ".?!:,\"'" or before[-1] in "\u2013\u2014-"
    first = next((char for char in words if char.isalnum()), "a")
    utterance = first.isupper() or first.isdigit()
    ends = words[-1] in ".,?!"
    if not before or before[-1] in '.?!:"':
        return count >= 2 or ends
    if utterance:
        return (count >= 3 and ends) or (count >= 6 and begins) or count >= 9
    return begins and count >= 6
