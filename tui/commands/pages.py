"""How articles, quotes and actors look on standard output, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from index.article import (
    DOUBTFUL,
    FACTS,
    Actor,
    Article,
    Cited,
    Fact,
    Hit,
    Quote,
    Reading,
    page_named,
)
from tui.commands.output import Output
from tui.widgets.cells import crop, drawn, width
from tui.widgets.rows import words as row_words
from tui.widgets.setting import close, set_paragraph
from tui.words import (
    amount,
    day,
    fact,
    group_named,
    one_line,
    opening,
    pages_told,
    source,
    speaker,
)

if TYPE_CHECKING:
    from index.archive import Facet, Group, Line

_LEFT, _RIGHT = 44, 44  # cells of context on each side of a hit

_MARGIN = "    "
_CORRECTED = "corrected"
_KINDS = {"person": "People", "organisation": "Organisations", "state": "States", "place": "Places"}


def print_hit(out: Output, hit: Hit) -> None:
    """One result: headline, where it is from, and a stretch that shows the hit."""
    out.line(_headline(hit.article), bold=True)
    out.line(f"{_MARGIN}{hit.article.id}  {source(hit.article)}")
    for snippet in hit.snippets:
        before = "…" if snippet.start else ""
        shift = len(before) - snippet.start
        hits = [(start + shift, end + shift) for start, end in snippet.matches]
        text = before + snippet.text.replace("\n", " ") + "…"
        out.paragraph(text, indent=_MARGIN, hits=hits)
    out.line()


def print_facet(out: Output, facet: Facet) -> None:
    """One field's values with their counts and the clauses that narrow a search to them."""
    out.line(facet.title, bold=True)
    for value in facet.values:
        out.line(f"{value.count:>7,}  {one_line(value.text)}   {value.clause}")
    out.line()


def print_line(out: Output, line: Line) -> None:
    """One hit with its context; the hits of all lines stand one under the other."""
    left = drawn(line.left)[-_LEFT:]
    right = crop(drawn(line.right), _RIGHT, "…")
    match = drawn(line.match)
    out.line(f"{' ' * (_LEFT - width(left))}{left}{match}{right}   {line.article.id} {line.start}")


def print_reading(out: Output, reading: Reading, text_width: int) -> None:
    """One article as a page: what is known of it, its text with numbers, who said what."""
    out.narrow(text_width)
    article = reading.article
    out.line(_headline(article), bold=True)
    out.line(source(article))
    out.line()
    for name, value in _facts(article):
        out.paragraph(value, indent=" " * 15, first=f"{name + ':':<15}")
    for name, value in _treatment(reading):
        out.paragraph(value, indent=" " * 15, first=f"{name + ':':<15}")
    out.line()
    _print_text(out, reading)
    if reading.quotes:
        out.line(amount(len(reading.quotes), "quote"), bold=True)
        out.line()
        for quote in reading.quotes:
            print_quote(out, quote, None)
    for kind, title in _KINDS.items():
        actors = [actor for actor in reading.actors if actor.kind == kind]
        if actors:
            out.line(title, bold=True)
            for actor in actors:
                print_actor(out, actor, kind=False)
            out.line()


def _treatment(reading: Reading) -> Iterator[tuple[str, str]]:
    """How the article is searched and read, for its language."""
    kept = reading.by_language
    if kept is not None:
        yield "Searched", kept.search
        if unread := kept.why or reading.article.unread:
            yield "Read", f"not for quotes and actors: {one_line(unread)}"
        else:
            read = reading.article.extracted
            yield "Read", "for quotes and actors" if read else "not for quotes and actors yet"


def _print_text(out: Output, reading: Reading) -> None:
    """The paragraphs as they are set, with their numbers, and the pages that they stand on."""
    page = ""
    for paragraph, following in zip_longest(reading.paragraphs, reading.paragraphs[1:]):
        before, page = (
            page,
            page_named(reading.article.form.page_of(paragraph.start, paragraph.end)),
        )
        if page != before:
            out.line(f"{_MARGIN}[{page}]")
        margin = f"{paragraph.number or '':<4}"
        words = reading.text[paragraph.start : paragraph.end]
        if paragraph.set_as:
            for row in set_paragraph(reading.text, paragraph, out.room(_MARGIN)):
                out.line(margin + row_words(reading.text, row))
                margin = _MARGIN
        elif paragraph.what in ("headline", "subhead"):
            out.paragraph(words, indent=_MARGIN, hits=[(0, len(words))])
        else:
            what = "" if paragraph.what == "body" else f"[{paragraph.what}] "
            out.paragraph(what + words, indent=_MARGIN, first=margin)
        if following is None or not close(reading.text, paragraph, following):
            out.line()


def print_group(out: Output, group: Group, *, by_day: bool) -> None:
    """The heading of a speaker's quotes, or of a day's."""
    told = f"{group_named(group, by_day=by_day)} · {amount(group.quotes, 'quote')}"
    out.paragraph(told, hits=[(0, len(told))])
    out.line()


def print_quote(out: Output, quote: Quote, article: Article | None, *, named: bool = True) -> None:
    """One quote with its speaker, unless a heading has `named` that one, and with the article it
    stands in, unless that is understood."""
    kind: str = "" if quote.kind == "direct" else quote.kind
    if quote.corrected:
        kind = " · ".join(part for part in (kind, _CORRECTED) if part)
    mention = f"“{quote.mention}”" if quote.mention and quote.mention != quote.speaker else ""
    if named:
        who = speaker(quote) + (f" ({mention})" if mention else "")
        told = who + (f", {quote.cue}" if quote.cue else "") + (f" · {kind}" if kind else "")
        out.line(told, bold=True)
    text = f"“{quote.text}”" if quote.kind == "direct" else quote.text[opening(quote) :]
    out.paragraph(text, indent=_MARGIN)
    if article is not None:
        out.paragraph(f"— {_headline(article)}, {source(article)}", indent=_MARGIN)
        doubtful = "speaker doubtful" if quote.speaker and quote.confidence < DOUBTFUL else ""
        told = " ".join(part for part in (mention, quote.cue) if part)
        others = [] if named else [part for part in (told, kind, doubtful) if part]
        out.paragraph(" · ".join([quote.id, *others]), indent=_MARGIN)
    out.line()


def print_actor(out: Output, actor: Actor, *, kind: bool = True) -> None:
    """One actor on a line: name, kind, counts, and the other names it goes by."""
    parts = [f"{actor.name}: {amount(actor.count, 'mention')}"]
    if actor.quotes:
        parts.append(amount(actor.quotes, "quote"))
    if kind:
        parts.insert(1, actor.kind)
    others = [alias for alias in actor.aliases if alias != actor.name]
    if others:
        parts.append("also " + "; ".join(others))
    if actor.corrected:
        parts.append(_CORRECTED)
    out.paragraph(", ".join(parts), indent=_MARGIN, first="")


def print_words(out: Output, words: str) -> None:
    """A passage, paragraph by paragraph."""
    for part in words.split("\n\n"):
        if part.strip():
            out.paragraph(part)


def print_clipping(out: Output, cited: Cited, speech: Sequence[str]) -> None:
    """One clipping: the words kept, whose they are, where they stand, what was noted on them."""
    passage = cited.passage
    print_words(out, passage.exact)
    place = f", {page_named(passage.page)}" if passage.page else ""
    place += "" if passage.paragraph is None else f", paragraph {passage.paragraph}"
    out.paragraph(f"— {_headline(cited.article)}, {source(cited.article)}{place}", indent=_MARGIN)
    for told in speech:
        out.paragraph(told, indent=_MARGIN)
    if passage.source_removed:
        out.line(f"{_MARGIN}The source was removed from the archive; these are the words kept.")
    if passage.source_changed:
        out.line(f"{_MARGIN}The source has changed since; these are the words kept.")
    if passage.note:
        out.paragraph(passage.note, indent=_MARGIN + "      ", first=f"{_MARGIN}Note: ")
    tags = f"  tags: {', '.join(passage.tags)}" if passage.tags else ""
    out.line(f"{_MARGIN}{passage.id}  {passage.article} {passage.start} {passage.end}{tags}")
    out.line()


def _headline(article: Article) -> str:
    title = article.form.title
    return fact(title) if title.value else article.title


def _facts(article: Article) -> list[tuple[str, str]]:
    """What is known of an article, with ~ and the reason for what was inferred."""
    lines = []
    for name in FACTS:
        known: Fact[object] = getattr(article.form, name)
        if not known.value:
            continue
        value = "; ".join(known.value) if isinstance(known.value, tuple) else str(known.value)
        if name in ("date", "updated"):
            value = day(value)
        if known.basis == "inferred":
            value = f"~{value} (inferred{': ' + known.reason if known.reason else ''})"
        elif known.basis == "corrected":
            value = f"{value} ({_CORRECTED})"
        lines.append((name.replace("_", " ").capitalize(), value))
    lines += [("File", file) for file in article.files]
    if article.gone:
        lines.append(("", "is gone or has changed since; what was taken from it is kept"))
    if article.place:
        lines.append(("Part of it", article.place))
    if article.form.pages:
        lines.append(("Pages", pages_told(article.form)))
    lines += [("Id", article.id), ("File SHA-256", article.file_sha256)]
    return [*lines, ("Text SHA-256", article.text_sha256)]
