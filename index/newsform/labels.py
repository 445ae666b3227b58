"""Labelled lines above an article, as databases and saved pages print them: "Title: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.newsform.blocks import Block

_MEANINGS = {
    "title": "title headline hed",
    "date": "date published publication-date pubdate load-date",
    "updated": "updated modified last-updated",
    "outlet": "source outlet publication newspaper publisher site",
    "agency": "agency wire",
    "byline": "author authors byline writer",
    "dateline": "dateline place location",
    "url": "url link permalink web",
    "editors": "editor editors",
    "section": "section page length category tags keywords language edition words",
}
_LABELS = {label: fact for fact, labels in _MEANINGS.items() for label in labels.split()}
_LINE = re.compile(r"(?P<label>[A-Za-z]+(?:[ -][A-Za-z]+)?)\s*:\s*(?P<value>\S.*)\Z", re.DOTALL)
_FEWEST = 2
_ALONE = frozenset(("title", "url"))
_LONGEST = 300


def labelled(blocks: Sequence[Block]) -> dict[int, tuple[str, int]]:
    """Which of the blocks, by place, are labelled lines: the fact, and where its value begins.

    One such line among the blocks may be copy ("Source: …"), so that it takes two, or one that
    can be nothing else.
    """
    found: dict[int, tuple[str, int]] = {}
    for place, block in enumerate(blocks):
        match = _LINE.match(block.text) if len(block.text) <= _LONGEST else None
        fact = _LABELS.get(match["label"].lower().replace(" ", "-")) if match else None
        if match and fact:
            found[place] = (fact, block.start + match.start("value"))
    facts = {fact for fact, _ in found.values()}
    return found if len(facts) >= _FEWEST or facts & _ALONE else {}
