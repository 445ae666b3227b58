"""Quoted posts: words with the name and the handle of who posted them below.

"Great talks today. — Ann Lee (@annlee) June 5, 2016": the post has no marks, the signature says
whose words they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.extract.quotes.transcript import Turn
from index.extract.view import Block

_NAME = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,4}"
_SIGNATURE = re.compile(
    rf"(?:^|(?<=\s))[-\u2013\u2014\u2015]+\s*({_NAME})[^\w\n(]{{0,12}}\(@\w{{1,30}}\)"
    r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?))?"
    r"[\s.]*$"
)
_LONGEST_SIGNATURE = 120


def posts_of(view: str, blocks: Sequence[Block]) -> dict[int, Turn]:
    """The posts of a text by the number of their paragraph.

    A signature that is a paragraph of its own signs the one before it.
    """
    found: dict[int, Turn] = {}
    for number, block in enumerate(blocks):
        if "(@" not in view[max(block.start, block.end - _LONGEST_SIGNATURE) : block.end]:
            continue
        match = _SIGNATURE.search(view, max(block.start, block.end - _LONGEST_SIGNATURE), block.end)
        if match is None:
            continue
        words = view[block.start : match.start()].rstrip()
        if words:
            found[number] = _post(view, match, block.start, block.start + len(words))
        elif number and number - 1 not in found:
            above = blocks[number - 1]
            found[number - 1] = _post(view, match, above.start, above.end)
    return found


def _post(view: str, signature: re.Match[str], start: int, end: int) -> Turn:
    """A post without the marks around it."""
    if end - start > 2 and view[start] == '"' and view[end - 1] == '"':
        start, end = start + 1, end - 1
    return Turn(signature.span(1), start, end)
