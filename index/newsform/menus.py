"""What a page saved as text prints above its article, and boxes and lists it sets below.

Menus, lists of sections, paths of sections ("Environment › Climate crisis"); the box in which a
newsletter is sold; the titles of what others have read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.newsform.blocks import ends_sentence, words
from index.newsform.headlines import is_section
from index.newsform.judging import Judged
from index.newsform.names import outlet_named

MENU = 80
"""Paragraphs that a site's menu may have, at the most."""

# Buttons that a site sets above its articles only; "Share" and "Print" stand beside them.
_SITE_LISTED = """
menu|search|home|sign in|sign up|log in|login|register|subscribe|subscribe now|support us
subscriptions|search jobs|my account|newsletters|contribute|make a contribution|jobs|close
see all|see more|show more|more|all sections|sections|edition|today's paper|e-paper|crosswords
donate|support our journalism
"""
_SITE = frozenset(name for line in _SITE_LISTED.strip().splitlines() for name in line.split("|"))
_SITE_LINK = re.compile(
    r"skip to\b|(?:print|digital|gift) subscriptions?\b|[A-Za-z. ]{2,20} edition\Z|"
    r"(?:open|close|toggle|show|main) (?:the )?(?:main )?(?:menu|navigation|search|more)\b",
    re.IGNORECASE,
)
_MOST_BUTTON_WORDS = 3
_LONGEST_BUTTON = 32
_FEWEST_CERTAIN = 2

_LIST_HEAD = re.compile(
    r"(?:most (?:viewed|read|popular|shared|commented)|trending(?: now)?|top stories|"
    r"(?:related|recommended|latest|more) (?:stories|articles|news|content|coverage|topics)|"
    r"recommended(?: for you)?|more on this(?: story)?|read (?:next|more)|you may also like|"
    r"what to read next|popular now)\W*\Z",
    re.IGNORECASE,
)
_LONGEST_LISTED = 120
_BOX_OPENS = re.compile(r"sign up (?:to|for)\b|(?:get|subscribe to) (?:our|the)\b", re.IGNORECASE)
_BOX_CLOSES = re.compile(
    r"enter your e-?mail\b|your e-?mail address\b|privacy (?:notice|policy)\b|"
    r"(?:this site|we) (?:is protected by|use) (?:google )?recaptcha\b",
    re.IGNORECASE,
)
_LONGEST_BOX = 4  # paragraphs
_LONGEST_IN_BOX = 200


def menu_length(judged: Sequence[Judged]) -> int:
    """How many paragraphs at the very top are the site's menu.

    Up to the last certain line of one: between two such lines stand only others of few words.
    """
    last = certain = 0
    for place, one in enumerate(judged[:MENU]):
        section = is_section(one.block.text)
        if section or _is_button(one.block.text):
            certain += 1
            # A section may stand below the headline; it proves nothing about lines above it.
            if not section or last == place:
                last = place + 1
        elif not _may_stand_in_menu(one):
            break
    return last if certain >= _FEWEST_CERTAIN else 0


def _is_button(text: str) -> bool:
    return text.strip(" .:|>").lower() in _SITE or bool(_SITE_LINK.match(text))


def _may_stand_in_menu(one: Judged) -> bool:
    text = one.block.text
    return one.what in ("navigation", "pitch") or (
        one.what is None
        and len(text) <= _LONGEST_BUTTON
        and len(words(text)) <= _MOST_BUTTON_WORDS
        and not ends_sentence(text)
    )


def set_apart(judged: Sequence[Judged]) -> list[Judged]:
    """The paragraphs with the site's menu, its boxes and its lists marked as what they are."""
    marked = list(judged)
    for first, last, what in (
        (0, menu_length(judged), "navigation"),
        *((first, last, "pitch") for first, last in _boxes(judged)),
        *((first, last, "gallery") for first, last in _lists_below(judged)),
    ):
        for place in range(first, last):
            # The paper's own name stands among its buttons; it tells whose article it is.
            if outlet_named(marked[place].block.text) and what == "navigation":
                continue
            if marked[place].what is None or what == "pitch":
                marked[place] = Judged(marked[place].block, what)
    return marked


def _boxes(judged: Sequence[Judged]) -> list[tuple[int, int]]:
    """Boxes that sell a newsletter: from the line that asks one to sign up to its small print."""
    found: list[tuple[int, int]] = []
    for place, one in enumerate(judged):
        if not _BOX_OPENS.match(one.block.text) or len(one.block.text) > _LONGEST_IN_BOX:
            continue
        end = place
        for other in range(place + 1, min(place + _LONGEST_BOX + 1, len(judged))):
            text = judged[other].block.text
            if len(text) > _LONGEST_IN_BOX or '"' in text:
                break
            if _BOX_CLOSES.match(text):
                end = other + 1
        if end > place:
            found.append((place, end))
    return found


def _lists_below(judged: Sequence[Judged]) -> list[tuple[int, int]]:
    """Titles under "Most viewed" and the like, where nothing but furniture follows them."""
    first = len(judged)
    while first and (judged[first - 1].what is not None or _may_be_listed(judged[first - 1])):
        first -= 1
    for place in range(first, len(judged) if first else 0):
        if _LIST_HEAD.match(judged[place].block.text):
            return [(place + 1, len(judged))]
    return []


def _may_be_listed(one: Judged) -> bool:
    text = one.block.text
    return (
        len(text) <= _LONGEST_LISTED
        and one.sign_off is None
        and '"' not in text
        and not text.rstrip("') ").endswith((".", ",", ";", ":"))
    )
