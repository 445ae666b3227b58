"""What is known of one article beside its facts: text, versions, files, what is printed with it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from index.article import Reading
from tui.notices import EARLIER
from tui.screens.sheet import hanging
from tui.words import amount, one_line, pages_told

_INDENT = 11
_MUTED = "dim"


def information(reading: Reading, newer: str | None, width: int) -> Content:
    """The article and its text, its files, what was found in it, and the furniture.

    `newer` is the id of the newest version if this is an earlier one.
    """
    lines: list[Content] = []
    for label, text in _rows(reading, newer):
        lines += hanging(f" {label}", text, _INDENT, width, _MUTED)
    return Content("\n").join(lines)


def _rows(reading: Reading, newer: str | None) -> Iterator[tuple[str, Content]]:
    article = reading.article
    yield "", Content("")
    yield "Article", Content(article.id)
    if article.version_of:
        yield "", Content(f"a version of {article.version_of}")
    if newer:
        yield "", Content(f"{EARLIER} It is {newer} now.")
    yield "Text", Content(f"{amount(article.words, 'word')}, {len(reading.text):,} characters")
    yield "SHA-256", Content(article.text_sha256)
    yield "", Content(f"made by text rules {article.text_rules}")
    for file in article.files:
        yield "File", Content(one_line(file))
    if article.gone:
        yield (
            "",
            Content.styled("is gone or has changed since; what was taken from it is kept", _MUTED),
        )
    if article.place:
        yield "", Content(f"in it: {one_line(article.place)}")
    yield "SHA-256", Content(article.file_sha256)
    if article.form.pages:
        yield "Pages", Content(pages_told(article.form))
    yield "", Content("")
    yield "Found", Content(_found(reading))
    if corrected := _corrected(reading):
        yield "", Content.styled(corrected, _MUTED)
    for number, piece in enumerate(article.form.furniture):
        words = one_line(reading.text[piece.start : piece.end])
        shown = Content.assemble(
            f"{piece.what} {piece.start:,}–{piece.end:,}  ",
            (words if len(words) <= 60 else words[:59] + "…", _MUTED),
        )
        yield "" if number else "Furniture", shown


def _found(reading: Reading) -> str:
    by_language = reading.by_language
    if unread := (by_language and by_language.why) or reading.article.unread:
        return f"not read for quotes and actors: {one_line(unread)}"
    if not reading.article.extracted:
        return "not read for quotes and actors yet"
    return f"{amount(len(reading.quotes), 'quote')}, {amount(len(reading.actors), 'actor')}"


def _corrected(reading: Reading) -> str:
    """How much of it a person corrected; empty where nothing is."""
    quotes = sum(quote.corrected for quote in reading.quotes)
    actors = sum(actor.corrected for actor in reading.actors)
    counted = [amount(quotes, "quote")] * bool(quotes) + [amount(actors, "actor")] * bool(actors)
    return f"{' and '.join(counted)} corrected" if counted else ""
