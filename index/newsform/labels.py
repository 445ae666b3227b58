"""Labelled lines above an article, as databases and saved pages print them: "Title: …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled line: the paragraph by its place, the fact it gives, where its value stands."""

    place: int
    fact: str
    start: int
    value: str


def labelled(text: str, blocks: Sequence[Block]) -> list[Label]:
    """The labelled lines among the blocks, in order.

    One such line may be copy ("Source: …"), so that it takes two, or one that can be nothing
    else.
    """
    found: list[Label] = []
    for place, block in enumerate(blocks):
        match = _LINE.match(block.text) if len(block.text) <= _LONGEST else None
        fact = _LABELS.get(match["label"].lower().replace(" ", "-")) if match else None
        if match and fact:
            start = block.start + match.start("value")
            found.append(Label(place, fact, start, text[start : block.end]))
    facts = {label.fact for label in found}
    return found if len(facts) >= _FEWEST or facts & _ALONE else []


def values(labels: Sequence[Label], *facts: str) -> list[str]:
    """What the labelled lines give for these facts, in order."""
    return [label.value for label in labels if label.fact in facts]
