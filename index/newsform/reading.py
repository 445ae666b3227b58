"""Reading the form of one article: first what each paragraph is, then what it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from index.article import NOTHING, Fact, Furniture, NewsForm, Span
from index.newsform.blocks import Block, blocks_of, ends_sentence, is_prose, words
from index.newsform.credits import bare_names, read_byline
from index.newsform.datelines import Dateline, dateline_alone, read_dateline
from index.newsform.dating import Evidence, date_of
from index.newsform.days import Day, days_in
from index.newsform.headlines import (
    find_headline,
    find_subheads,
    headline_from,
    is_section,
    without_site,
)
from index.newsform.judging import Judged, judge
from index.newsform.labels import labelled
from index.newsform.names import Credited, agency_named, is_person, outlet_named
from index.newsform.sources import (
    Sources,
    agency_of,
    byline_of,
    editors_of,
    outlet_of,
    photo_credit_of,
    reporting_of,
)
from index.newsform.stamps import Stamp, read_stamp, stamp_before

_HEAD = 24  # paragraphs above the lede, at the most
_LEDES = 3  # paragraphs of copy among which a dateline is looked for
_MOST_TITLES = 8
_LONGEST_TITLE = 120
_LABELLED_STAMP = re.compile(r"\b(?:published|posted|updated|date)\b", re.IGNORECASE)
_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,40}((?:19|20)\d\d)", re.IGNORECASE)
_ENGLISH = re.compile(r"\b(?:the|of|and|to|in|that|was|is|for|said|on|with)\b")
_ENGLISH_SHARE = 0.1
_SAMPLE = 3000


@dataclass(frozen=True, slots=True)
class _Start:
    """What stands at the beginning of the lede, before its own words."""

    block: Block
    stamp: Stamp | None
    stamp_end: int  # offsets in the block's words
    dateline: Dateline | None
    dateline_start: int
    lede_start: int


def read_form(text: str, *, file_name: str = "") -> NewsForm:
    """Read the news form of a canonical text. `file_name` may give a day away.

    Pure, and linear in the length of the text. What is not there stays unknown.
    """
    blocks = blocks_of(text)
    if not blocks:
        return NewsForm()
    judged = _without_speakers(judge(blocks))
    head = _head_length(judged)
    labels = labelled(blocks[:head])
    for place, (fact, _) in labels.items():
        judged[place] = Judged(blocks[place], None if fact == "title" else "navigation")
    headline = _labelled_headline(text, blocks, labels)
    judged, names, lines = _credits_above(judged, head, headline)
    if headline is None:
        headline = find_headline(
            [one.block for one in judged if one.what is None], _credited_blocks(judged[: head + 2])
        )
    judged = _titles_below(judged, headline)
    copy = [
        one.block
        for one in judged
        if one.what is None and not (headline and one.block.start <= headline.start < one.block.end)
    ]
    start = _start_of(copy)
    subheads = tuple(find_subheads(copy, headline))
    lede = next((block for block in copy if is_prose(block.text)), copy[0] if copy else blocks[0])
    stamps = _stamps(judged, head, start, text, labels, blocks)
    title, headline_span, site = _title(text, headline, lede, start)
    sources = Sources(
        dateline=start.dateline if start else None,
        bylines=_bylines(judged, head, text, labels, blocks),
        lines=(*lines, *_labelled_values(text, blocks, labels, "outlet", "agency")),
        names=names,
        sign_offs=[one.sign_off for one in judged if one.sign_off is not None],
        signed=next((one.signed for one in judged if one.signed), ()),
        pictures=[one.picture for one in judged if one.picture is not None],
        around=[
            one.block.text for one in judged if one.what in ("pitch", "navigation", "sign-off")
        ],
        site=site,
        place_shouted=bool(start and start.dateline and (start.dateline.place or "").isupper()),
    )
    url = next(iter(_labelled_values(text, blocks, labels, "url")), None)
    date, updated = date_of(
        Evidence(
            stamps=stamps,
            dateline=start.dateline.day if start and start.dateline else None,
            captions=[one.block.text for one in judged if one.what == "caption"],
            agency_picture=any(picture.house_style for picture in sources.pictures),
            lede=[block.text for block in copy[:_LEDES]],
            years=_years(sources.around),
            file_name=file_name,
            url=url,
        )
    )
    outlet = outlet_of(sources)
    return NewsForm(
        title=title,
        date=date,
        updated=updated,
        outlet=outlet,
        agency=agency_of(sources, outlet.value),
        dateline=_place(start, text, blocks, labels),
        byline=byline_of(sources),
        editors=editors_of(sources),
        reporting=reporting_of(sources),
        photo_credit=photo_credit_of(sources),
        url=Fact(url, "stated") if url else NOTHING,
        language=_language(text),
        headline=headline_span,
        furniture=_furniture(judged, start),
        subheads=subheads,
    )


def _head_length(judged: Sequence[Judged]) -> int:
    """How many paragraphs stand above the lede; the lede is the first running copy."""
    for place, one in enumerate(judged[:_HEAD]):
        if one.what is None and (is_prose(one.block.text) or read_dateline(one.block.text)):
            following = judged[place + 1] if place + 1 < len(judged) else None
            if place == 0 and following and following.what in ("byline", "timestamp"):
                continue  # a headline with a full stop behind it
            return place
    return min(len(judged), _HEAD)


def _labelled_headline(
    text: str, blocks: Sequence[Block], labels: dict[int, tuple[str, int]]
) -> Block | None:
    for place, (fact, at) in labels.items():
        if fact == "title":
            block = blocks[place]
            return Block(at, block.end, block.text[at - block.start :])
    return None


def _labelled_values(
    text: str, blocks: Sequence[Block], labels: dict[int, tuple[str, int]], *facts: str
) -> list[str]:
    return [
        text[at : blocks[place].end].strip()
        for place, (fact, at) in labels.items()
        if fact in facts
    ]


def _credits_above(
    judged: list[Judged], head: int, headline: Block | None
) -> tuple[list[Judged], Credited | None, list[str]]:
    """Lines above the lede that are only an outlet's, an agency's or persons' names."""
    judged = list(judged)
    names: Credited | None = None
    lines: list[str] = []
    seen_other = headline is not None
    for place in range(head):
        one = judged[place]
        if one.what is not None:
            continue
        text = one.block.text
        if outlet_named(text) or agency_named(text):
            lines.append(text)
            judged[place] = replace(one, what="byline")
        elif is_section(text) and len(judged) > head:
            judged[place] = replace(one, what="navigation")
        elif (found := bare_names(text)) is not None:
            # Names may be a headline ("Richard Nixon"), unless something else is one, or the
            # outlet's name or a day stands under them.
            after = judged[place + 1] if place + 1 < len(judged) else None
            below = after is not None and (
                after.stamp is not None or bool(outlet_named(after.block.text))
            )
            alone = is_person(text) or len(found.people) > 1
            if names is None and (below or (alone and (seen_other or not is_person(text)))):
                names = found
                judged[place] = replace(one, what="byline")
        else:
            seen_other = True
    return judged, names, lines


def _without_speakers(judged: list[Judged]) -> list[Judged]:
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


def _credited_blocks(judged: Sequence[Judged]) -> frozenset[int]:
    """Where the paragraphs begin that have a byline or a timestamp right under them."""
    return frozenset(
        above.block.start
        for above, one in pairwise(judged)
        if above.what is None and one.what in ("byline", "timestamp", "update-note")
    )


def _titles_below(judged: list[Judged], headline: Block | None) -> list[Judged]:
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
        and sum(map(str.isdigit, text)) * 4 < len(text)
    )


def _start_of(copy: Sequence[Block]) -> _Start | None:
    """A timestamp and a dateline before the first words of the copy."""
    for place, block in enumerate(copy[:_LEDES]):
        text = block.text
        prefix = stamp_before(text) if place == 0 else None
        stamp, stamp_end = prefix if prefix else (None, 0)
        at = stamp_end + len(text[stamp_end:]) - len(text[stamp_end:].lstrip(" \n|-–—:."))
        dateline = read_dateline(text[at:])
        if dateline is None and not stamp:
            alone = dateline_alone(text) if place == 0 else None
            if alone is None:
                continue
            return _Start(block, None, 0, alone, 0, len(text))
        if place and dateline and not (dateline.agency or dateline.outlet or dateline.day):
            continue
        length = dateline.length if dateline else 0
        lede = at + length
        lede += len(text[lede:]) - len(text[lede:].lstrip())
        return _Start(block, stamp, stamp_end, dateline, at, lede)
    return None


def _title(
    text: str, headline: Block | None, lede: Block, start: _Start | None
) -> tuple[Fact[str | None], Span | None, str | None]:
    if headline is not None:
        printed = text[headline.start : headline.end]
        shown, site = without_site(printed)
        span = (headline.start, headline.start + len(shown))
        return Fact(" ".join(shown.split()), "stated"), span, site
    at = start.lede_start if start and start.block == lede else 0
    sentence = text[lede.start + at : lede.end]
    if not sentence.strip():
        return NOTHING, None, None
    return Fact(headline_from(sentence), "inferred", "made from the lede"), None, None


def _stamps(
    judged: Sequence[Judged],
    head: int,
    start: _Start | None,
    text: str,
    labels: dict[int, tuple[str, int]],
    blocks: Sequence[Block],
) -> list[Stamp]:
    """Timestamps above the lede, before its words, in the byline, and labelled ones below."""
    found: list[Stamp] = []
    for value in _labelled_values(text, blocks, labels, "date"):
        found.append(read_stamp(value) or _loose(value))
    for value in _labelled_values(text, blocks, labels, "updated"):
        stamp = read_stamp(value) or _loose(value)
        found.append(Stamp(None, stamp.published or stamp.updated, stamp.american))
    found.extend(one.stamp for one in judged[: head + 1] if one.stamp is not None)
    for one in judged[: head + 1]:
        if one.byline is not None and (days := days_in(one.block.text)):
            rest = one.block.text[_before(one.block.text, days[0]) :]
            found.append(read_stamp(rest) or Stamp(days[0], None, None))
    if start is not None and start.stamp is not None:
        found.append(start.stamp)
    found.extend(
        one.stamp
        for one in judged[head + 1 :]
        if one.stamp is not None and _LABELLED_STAMP.search(one.block.text)
    )
    return found


def _before(text: str, day: Day) -> int:
    """Where the label of a day in a byline begins, or the day itself."""
    label = re.search(r"\b(?:Published|Posted|Updated|UPDATED|PUBLISHED)\b", text[: day.start])
    return label.start() if label else day.start


def _loose(value: str) -> Stamp:
    days = days_in(value)
    return Stamp(days[0] if days else None, None, None)


def _bylines(
    judged: Sequence[Judged],
    head: int,
    text: str,
    labels: dict[int, tuple[str, int]],
    blocks: Sequence[Block],
) -> list[Credited]:
    stated = [
        found
        for value in _labelled_values(text, blocks, labels, "byline")
        if (found := read_byline(f"By {value}")) is not None
    ]
    return stated + [one.byline for one in judged[: head + 1] if one.byline is not None]


def _years(around: Sequence[str]) -> list[int]:
    """Years in which an agency claims its copy; a site's own notice bears the year of a visit."""
    return [
        int(match[1])
        for words_around in around
        if (match := _COPYRIGHT_YEAR.search(words_around)) is not None
        and re.search(r"Associated Press|Reuters|AFP|Agence|UPI", words_around)
    ]


def _place(
    start: _Start | None,
    text: str,
    blocks: Sequence[Block],
    labels: dict[int, tuple[str, int]],
) -> Fact[str | None]:
    for value in _labelled_values(text, blocks, labels, "dateline"):
        return Fact(value, "stated")
    if start is not None and start.dateline is not None and start.dateline.place:
        return Fact(start.dateline.place, "stated")
    return NOTHING


def _language(text: str) -> Fact[str | None]:
    """English by its commonest words; other languages stay unknown."""
    sample = text[:_SAMPLE]
    count = len(words(sample))
    if count and len(_ENGLISH.findall(sample)) >= _ENGLISH_SHARE * count:
        return Fact("en", "inferred", "from its commonest words")
    return NOTHING


def _furniture(judged: Sequence[Judged], start: _Start | None) -> tuple[Furniture, ...]:
    """Every piece of furniture, in order; the paragraphs of one pitch are one piece."""
    pieces: list[Furniture] = []
    after: str | None = None
    for one in judged:
        block = one.block
        if one.what is not None:
            if one.what == "pitch" and after == "pitch":
                pieces[-1] = replace(pieces[-1], end=block.end)
            else:
                pieces.append(Furniture(block.start, block.end, one.what))
            after = one.what
            continue
        after = None
        if start is not None and start.block == block:
            if start.stamp is not None:
                pieces.append(Furniture(block.start, block.start + start.stamp_end, "timestamp"))
            if start.dateline is not None:
                at = block.start + start.dateline_start
                pieces.append(Furniture(at, at + start.dateline.length, "dateline"))
        if one.sign_off is not None and one.sign_off.start:
            pieces.append(Furniture(block.start + one.sign_off.start, block.end, "sign-off"))
        elif one.picture is not None and one.picture.start:
            pieces.append(Furniture(block.start + one.picture.start, block.end, one.picture.what))
    return tuple(pieces)
