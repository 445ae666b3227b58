"""Reading the form of one article: first what each paragraph is, then what it tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.article import NOTHING, Fact, Furniture, NewsForm, Span
from index.newsform.blocks import Block, blocks_of, is_prose
from index.newsform.credits import SignOff, read_byline
from index.newsform.dating import Evidence, date_of, stamps_of
from index.newsform.edges import (
    credited_blocks,
    credits_above,
    head_length,
    titles_below,
    without_speakers,
)
from index.newsform.given import Beside, filled_up, headline_given, laid_over
from index.newsform.headlines import (
    find_headline,
    find_subheads,
    headline_from,
    without_hashes,
    without_site,
)
from index.newsform.judging import Judged, judge
from index.newsform.labels import Label, labelled, values
from index.newsform.languages import language_of, settled
from index.newsform.lede import LEDES, Start, start_of
from index.newsform.marked import (
    as_marked,
    as_one,
    marked_headline,
    marked_subheads,
    set_off,
    with_bios,
)
from index.newsform.menus import set_apart
from index.newsform.names import Credited
from index.newsform.releases import read_release
from index.newsform.sources import (
    Sources,
    agency_of,
    byline_of,
    editors_of,
    outlet_of,
    photo_credit_of,
    reporting_of,
)
from index.newsform.wires import read_wire
from index.text import fold

_COPYRIGHT_YEAR = re.compile(r"(?:©|\(c\)|copyright)\D{0,40}((?:19|20)\d\d)", re.IGNORECASE)


def read_form(text: str, *, file_name: str = "", beside: Beside | None = None) -> NewsForm:
    """Read the news form of a canonical text. `file_name` may give a day away.

    What its source says `beside` the text is stated, and comes before what the text tells. Pure,
    and linear in the length of the text. What is not there stays unknown.
    """
    beside = beside or Beside()
    blocks = as_one(text, blocks_of(text), beside.marks)
    given = beside.given
    if not blocks:
        return laid_over(filled_up(NewsForm(), beside.guessed), given)
    judged = as_marked(without_speakers(judge(blocks)), beside.marks)
    judged = with_bios(set_apart(judged), given.get("author", ()))
    release = read_release(judged)
    for place in release.lines:
        judged[place] = Judged(blocks[place], "navigation")
    wire = read_wire(judged)
    judged = wire.judged
    head = head_length(judged)
    labels = labelled(text, blocks[:head])
    for label in labels:
        if label.fact == "title" or judged[label.place].what is None:
            what = None if label.fact == "title" else "navigation"
            judged[label.place] = Judged(blocks[label.place], what)
    titled = headline_given(given["title"][0], blocks) if "title" in given else None
    if titled is not None:
        judged = [Judged(titled) if one.block == titled else one for one in judged]
    headline = titled or marked_headline(judged, beside.marks)
    headline = headline or _labelled_headline(labels) or wire.headline
    judged, names, lines = credits_above(judged, head, headline)
    if headline is None and "title" not in given:
        headline = find_headline(
            [one.block for one in judged if one.what is None], credited_blocks(judged[: head + 2])
        )
    if headline is not None:
        headline = without_hashes(headline)
    judged = titles_below(judged, headline)
    copy = [
        one.block
        for one in judged
        if one.what is None and not (headline and one.block.start <= headline.start < one.block.end)
    ]
    start = start_of(copy)
    subheads = tuple(
        marked_subheads(copy, beside.marks) if beside.marked else find_subheads(copy, headline)
    )
    lede = next((block for block in copy if is_prose(block.text)), copy[0] if copy else blocks[0])
    stamps = [*stamps_of(judged, head, start, labels), *wire.stamps]
    title, headline_span, site = _title(text, headline, lede, start)
    sources = Sources(
        dateline=start.dateline if start else None,
        bylines=_bylines(judged, head, labels),
        lines=(*lines, *values(labels, "outlet", "agency"), *wire.agencies),
        names=names,
        sign_offs=_sign_offs(judged, copy),
        signed=next((one.signed for one in judged if one.signed), ()),
        pictures=[one.picture for one in judged if one.picture is not None],
        around=[
            one.block.text for one in judged if one.what in ("pitch", "navigation", "sign-off")
        ],
        site=site,
        issuer=release.issuer,
    )
    url = next(iter(values(labels, "url")), None)
    date, updated = date_of(
        Evidence(
            stamps=stamps,
            dateline=start.dateline.day if start and start.dateline else None,
            captions=[one.block.text for one in judged if one.what == "caption"],
            agency_picture=any(picture.house_style for picture in sources.pictures),
            lede=[block.text for block in copy[:LEDES]],
            years=_years(sources.around),
            file_name=file_name,
            url=url,
        )
    )
    outlet: Fact[str | None] = (
        Fact(given["outlet"][0], "stated") if "outlet" in given else outlet_of(sources)
    )
    form = NewsForm(
        title=title,
        date=date,
        updated=updated,
        outlet=outlet,
        agency=agency_of(sources, outlet.value),
        dateline=_place(start, labels),
        byline=byline_of(sources),
        editors=editors_of(sources),
        reporting=reporting_of(sources),
        photo_credit=photo_credit_of(sources),
        url=Fact(url, "stated") if url else NOTHING,
        language=language_of(text),
        headline=headline_span,
        furniture=_furniture(judged, start),
        subheads=subheads,
        set_off=set_off(copy, beside.marks),
        pages=beside.pages,
    )
    form = laid_over(filled_up(form, beside.guessed), given)
    if "language" in given or "language" in beside.guessed:
        form = replace(form, language=settled(form.language, text))
    return form


def _labelled_headline(labels: Sequence[Label]) -> Block | None:
    for label in labels:
        if label.fact == "title":
            return Block(label.start, label.start + len(label.value), fold(label.value))
    return None


def _title(
    text: str, headline: Block | None, lede: Block, start: Start | None
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


def _bylines(judged: Sequence[Judged], head: int, labels: Sequence[Label]) -> list[Credited]:
    stated = [
        found
        for value in values(labels, "byline")
        if (found := read_byline(value) or read_byline(f"By {value}")) is not None
    ]
    return stated + [one.byline for one in judged[: head + 1] if one.byline is not None]


def _sign_offs(judged: Sequence[Judged], copy: Sequence[Block]) -> list[SignOff]:
    """The sign-offs; an agency behind other paragraphs than the last is that of a picture."""
    return [
        one.sign_off
        if one.what is not None or one.block in copy[-1:]
        else replace(one.sign_off, agency=None)
        for one in judged
        if one.sign_off is not None
    ]


def _years(around: Sequence[str]) -> list[int]:
    """Years in which an agency claims its copy; a site's own notice bears the year of a visit."""
    return [
        int(match[1])
        for words_around in around
        if (match := _COPYRIGHT_YEAR.search(words_around)) is not None
        and re.search(r"Associated Press|Reuters|AFP|Agence|UPI", words_around)
    ]


def _place(start: Start | None, labels: Sequence[Label]) -> Fact[str | None]:
    for value in values(labels, "dateline"):
        return Fact(value, "stated")
    if start is not None and start.dateline is not None and start.dateline.place:
        return Fact(start.dateline.place, "stated")
    return NOTHING


def _furniture(judged: Sequence[Judged], start: Start | None) -> tuple[Furniture, ...]:
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
