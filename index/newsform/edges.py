"""What stands above the lede and below the last of the copy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.newsform.blocks import Block, ends_sentence, is_prose, words
from index.newsform.credits import bare_names
from index.newsform.datelines import dateline_alone, read_dateline
from index.newsform.headlines import is_section
from index.newsform.judging import Judged
from index.newsform.menus import menu_length
from index.newsform.names import Credited, agency_named, is_person, outlet_named
from index.newsform.places import is_place
from index.newsform.stamps import dated_line

HEAD = 24
"""Paragraphs that may stand above the lede, at the most."""

_MOST_TITLES = 8
_LONGEST_TITLE = 90


def head_length(judged: Sequence[Judged]) -> int:
    """How many paragraphs stand above the lede; the lede is the first running copy."""
    reach = menu_length(judged) + HEAD
    for place, one in enumerate(judged[:reach]):
        if one.what is None and (is_prose(one.block.text) or read_dateline(one.block.text)):
            following = judged[place + 1] if place + 1 < len(judged) else None
            if place == 0 and following and following.what in ("byline", "timestamp"):
                continue  # a headline with a full stop behind it
            return place
    return min(len(judged), reach)


def credits_above(
    judged: list[Judged], head: int, headline: Block | None
) -> tuple[list[Judged], Credited | None, list[str]]:
    """Lines above the lede that are only an outlet's, an agency's or persons' names."""
    judged = list(judged)
    names: Credited | None = None
    lines: list[str] = []
    seen_other = headline is not None
    for place in range(head):
        one = judged[place]
        text = one.block.text
        if one.what == "credit" and agency_named(text) and not _by_a_picture(judged, place):
            lines.append(text)
            judged[place] = Judged(one.block, "byline")
        if one.what is not None:
            continue
        above = judged[place - 1] if place else None
        credited = above is not None and above.what == "byline"
        # With nothing above it, a place and a day head a letter, older than the paper.
        letter = not (seen_other or credited) and dateline_alone(text) is not None
        dated = None if letter else dated_line(text, credited=credited)
        if dated is not None:
            judged[place] = replace(one, what="timestamp", stamp=dated[0])
            lines.extend(dated[1])
        elif outlet_named(text) or agency_named(text) or (names and is_place(text)):
            lines.append(text)
            # Above its headline a paper names itself; below, it stands with the writer.
            beside = seen_other or names or any(other.byline for other in judged[:place])
            judged[place] = replace(one, what="byline" if beside else "navigation")
        elif is_section(text) and len(judged) > head:
            judged[place] = replace(one, what="navigation")
        elif (found := bare_names(text)) is not None:
            # Names may be a headline ("Richard Nixon"), unless something else is one, or the
            # outlet's name or a day stands under them.
            after = judged[place + 1] if place + 1 < len(judged) else None
            below = after is not None and (
                after.stamp is not None
                or dated_line(after.block.text) is not None
                or bool(outlet_named(after.block.text))
            )
            beside = below or (place > 0 and judged[place - 1].stamp is not None)
            alone = is_person(text) or len(found.people) > 1
            if names is None and ((below and alone) or (seen_other and (alone or beside))):
                names = found
                judged[place] = replace(one, what="byline")
        else:
            seen_other = True
    return judged, names, lines


def _by_a_picture(judged: Sequence[Judged], place: int) -> bool:
    return any(one.what == "caption" for one in judged[max(0, place - 1) : place + 2])


def credited_blocks(judged: Sequence[Judged]) -> frozenset[int]:
    """Where the paragraphs begin that have a byline or a timestamp right under them."""
    return frozenset(
        above.block.start
        for above, one in pairwise(judged)
        if above.what is None and one.what in ("byline", "timestamp", "update-note")
    )


def without_speakers(judged: list[Judged]) -> list[Judged]:
    """A dash and a name sign the article at its end only; elsewhere they name a speaker."""
    judged = list(judged)
    below = len(judged)
    while below and judged[below - 1].what is not None:
        below -= 1
    for place, one in enumerate(judged):
        above = judged[place - 1].block.text if place else ""
        if one.signed and (place < below or above[:1] in "\"'" or above[-1:] in "\"'"):
            judged[place] = Judged(one.block)
    return judged


def titles_below(judged: list[Judged], headline: Block | None) -> list[Judged]:
    """Titles of related articles and galleries at the end, after the last copy or credit."""
    last = len(judged)
    while last and _may_be_title(judged[last - 1]):
        last -= 1
    titles = [place for place in range(last, len(judged)) if judged[place].what is None]
    if not titles or not last or len(titles) > _MOST_TITLES:
        return judged
    anchored = judged[last - 1].sign_off is not None or any(
        one.what in ("sign-off", "pitch", "navigation") for one in judged[last:]
    )
    if not is_prose(judged[last - 1].block.text) and not anchored:
        return judged
    if headline is not None and headline.start >= judged[last].block.start:
        return judged
    judged = list(judged)
    for place in titles:
        judged[place] = replace(judged[place], what="gallery")
    return judged


def _may_be_title(one: Judged) -> bool:
    if one.what is not None:
        return True
    text = one.block.text
    return (
        one.sign_off is None
        and one.picture is None
        and len(text) <= _LONGEST_TITLE
        and len(words(text)) >= 2
        and text[0].isupper()
        and '"' not in text
        and not ends_sentence(text)
        and not text.endswith((":", ",", ";"))
        and ". " not in text
        and sum(map(str.isdigit, text)) * 4 < len(text)
    )
