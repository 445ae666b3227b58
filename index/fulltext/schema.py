"""The two Whoosh schemas, and how an article and a quote become documents of them.

`articles` has one document an article. `quotes` has two sorts of documents: one for each quote,
and one for each article that was read and has a quote or an actor, the *reading document*. Only
quotes have a `kind`, only reading documents a `reading`: "every quote" is every document with a
kind, never every document of the index.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any, Final

from index.article import Span
from index.fulltext.analysis import ANALYSIS, tokens
from index.fulltext.arrays import Copy, Figures, Identifiers, Vocabulary, invert
from index.fulltext.documents import (
    ArticleDoc,
    PreparedArticle,
    QuoteDoc,
    QuoteDocs,
    body_stretches,
    quote_key,
)
from index.fulltext.engine import fields, formats
from index.fulltext.languages import abroad
from index.newsform.layout import lede_of
from index.query import UNKNOWN_LANGUAGE
from index.text import fold, one_line, paragraphs
from index.text.sentence_breaks import sentences

_LAYOUT: Final = 4
SCHEMA: Final = _LAYOUT * 1000 + ANALYSIS
"""Version of schema and analysis together, for the `Stamp`; a change means: index anew."""

UNDATED: Final = 0
"""The day of an article without a date; dated ones have theirs as a number, 20120605."""

_Posting = tuple[bytes, int, float, bytes]


class Places(formats.Positions):  # type: ignore[misc]
    """Positions as their differences: one letter for the width of a figure, then the figures.

    Whoosh pickles them, which takes more room and time.
    """

    def encode(self, poslist: Sequence[int]) -> bytes:
        steps = [b - a for a, b in zip((0, *poslist), poslist, strict=False)]
        widest = max(steps, default=0)
        code = "B" if widest < 1 << 8 else "H" if widest < 1 << 16 else "I"
        return code.encode() + array(code, steps).tobytes()

    def decode_positions(self, valuestring: bytes) -> list[int]:
        steps = array(chr(valuestring[0]))
        steps.frombytes(valuestring[1:])
        return list(accumulate(steps))

    def decode_frequency(self, valuestring: bytes) -> int:
        return (len(valuestring) - 1) // array(chr(valuestring[0])).itemsize


class Words(fields.FieldType):  # type: ignore[misc]
    """Words with their positions, as `Copy`: `index.fulltext.analysis` knows the rules.

    A segment of arrays takes all of a batch at once; `index` gives the postings of one document
    to Whoosh's own writer.
    """

    def __init__(self) -> None:
        super().__init__(format=Places(), analyzer=None, scorable=True)

    def index(self, value: Copy, **_: Any) -> Iterator[_Posting]:
        """Term in UTF-8, frequency, weight, encoded positions."""
        inverted = invert(Vocabulary(), [0], [value], 1)
        if inverted is not None:
            standing = zip(inverted.terms, inverted.weights, pairwise(inverted.starts), strict=True)
            for term, weight, (first, last) in standing:
                positions = inverted.positions[first:last].tolist()
                yield term, len(positions), float(weight), self.format.encode(positions)


class Keys(fields.FieldType):  # type: ignore[misc]
    """Whole values (ids, kinds, names), one or several; the id of an article may also stand in
    a column."""

    def __init__(self, *, column: bool = False) -> None:
        sortable = Identifiers() if column else False
        super().__init__(format=formats.Existence(), analyzer=None, sortable=sortable)

    def index(self, value: str | Sequence[str], **_: Any) -> Iterator[_Posting]:
        for key in [value] if isinstance(value, str) else sorted(set(value)):
            yield key.encode("utf-8", "surrogatepass"), 1, 1.0, b""


def article_schema() -> fields.Schema:
    """`articles`: one document an article.

    `published` and `datelined` are outlet and place as whole values, `language` is a code or
    `UNKNOWN_LANGUAGE`. A body also has the terms
    `SENTENCE` and `PARAGRAPH` at the first word of each.
    """
    return fields.Schema(
        id=Keys(column=True),
        date=fields.COLUMN(Figures("i")),
        title=Words(),
        body=Words(),
        byline=Words(),
        outlet=Words(),
        agency=Words(),
        place=Words(),
        file=Words(),
        published=Keys(),
        datelined=Keys(),
        language=Keys(),
    )


def quote_schema() -> fields.Schema:
    """`quotes`: one document a quote, and one reading document an article.

    Both have the id of their `article`, as a field and as a column. A quote has `key`, its id,
    and its `start` and `end` as columns. A reading document has `reading`, the id of its
    article again, and the ids of `actors` mentioned in it and of `speakers` of its quotes.
    """
    return fields.Schema(
        key=Keys(),
        article=Keys(column=True),
        start=fields.COLUMN(Figures("I")),
        end=fields.COLUMN(Figures("I")),
        said=Words(),
        speaker=Keys(),
        about=Keys(),
        kind=Keys(),
        reading=Keys(),
        actors=Keys(),
        speakers=Keys(),
    )


def prepare(article: ArticleDoc) -> PreparedArticle:
    """All of the work on an article that needs no index."""
    form = article.form
    names = [path.replace("\\", "/").rsplit("/", 1)[-1] for path in article.files]
    document: dict[str, object] = {
        "id": article.id,
        "date": day_number(form.date.value),
        "title": _title(article),
        "body": _body(article),
        "byline": _words([*form.byline.value, *form.reporting.value]),
        "outlet": _words([form.outlet.value]),
        "agency": _words([form.agency.value]),
        "place": _words([form.dateline.value]),
        "file": _words(names),
        "published": _whole(form.outlet.value),
        "datelined": _whole(form.dateline.value),
        "language": form.language.value or UNKNOWN_LANGUAGE,
    }
    return PreparedArticle(article.id, _given(document))


def reading_fields(docs: QuoteDocs) -> Iterator[dict[str, object]]:
    """What one article was read for as the writer takes it: its quotes, its reading document."""
    for quote in docs.quotes:
        yield _quote_fields(docs, quote)
    if docs.quotes or docs.actors:
        speakers = [quote.speaker for quote in docs.quotes if quote.speaker is not None]
        yield {
            "article": docs.article,
            "reading": docs.article,
            "actors": [str(actor) for actor in docs.actors],
            "speakers": [str(speaker) for speaker in speakers],
        }


def _quote_fields(docs: QuoteDocs, quote: QuoteDoc) -> dict[str, object]:
    document: dict[str, object] = {
        "key": quote_key(docs.article, quote.start, quote.end),
        "article": docs.article,
        "start": quote.start,
        "end": quote.end,
        "said": _words([quote.said], abroad(docs.language)),
        "kind": quote.kind,
        "about": [str(actor) for actor in quote.about],
        "speaker": None if quote.speaker is None else str(quote.speaker),
    }
    return _given(document)


def day_number(day: str | None) -> int:
    """An ISO day as the number 20120605; `UNDATED` for None and for what is no ISO day."""
    digits = (day or "")[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdigit() else UNDATED


def _given(document: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in document.items() if value is not None}


def _title(article: ArticleDoc) -> Copy | None:
    """The headline as it stands in the text, and the title where it reads otherwise."""
    stated, title = article.form.headline, article.form.title.value or ""
    standing = article.text[slice(*stated)] if stated else ""
    same = standing == title or _terms(standing) == _terms(title)
    words = [standing] if same else [standing, title]
    return _words(words, abroad(article.form.language.value))


def _terms(text: str) -> list[tuple[str, int]]:
    return [(token.term, token.position) for token in tokens(text)]


def _body(article: ArticleDoc) -> Copy | None:
    text, form = article.text, article.form
    stretches = tuple(body_stretches(text, form))
    if not stretches:
        return None
    return Copy(
        fold(text),
        stretches,
        lede_of(text, form) or (0, 0),
        tuple(start for start, _ in sentences(text, 0, len(text))),
        tuple(start for start, _ in paragraphs(text)),
        landmarks=True,
        language=abroad(form.language.value),
    )


def _words(values: Sequence[str | None], language: str = "") -> Copy | None:
    """Several values of one field, apart from each other; None where there is none."""
    text = ""
    stretches: list[Span] = []
    for value in values:
        if value:
            stretches.append((len(text), len(text) + len(value)))
            text += value
    return Copy(fold(text), tuple(stretches), language=language) if stretches else None


def _whole(value: str | None) -> str | None:
    """A name as it is shown, on one line; None where there is none."""
    return one_line(value) or None if value else None
