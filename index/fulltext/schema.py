"""The two Whoosh schemas, and how an article and a quote become documents of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, Final, NamedTuple

from index.article import Span
from index.fulltext.analysis import ANALYSIS, chunks, positions
from index.fulltext.documents import ArticleDoc, QuoteDoc, body_stretches, quote_key
from index.fulltext.engine import columns, fields, formats
from index.newsform.layout import lede_of

_LAYOUT: Final = 2
SCHEMA: Final = _LAYOUT * 1000 + ANALYSIS
"""Version of schema and analysis together, for the `Stamp`; a change means: index anew."""

UNDATED: Final = 0
"""The day of an article without a date; dated ones have theirs as a number, 20120605."""

_LEDE_WEIGHT: Final = 1.0
_Posting = tuple[bytes, int, float, bytes]


class Placed(NamedTuple):
    """Terms with their rising positions; those from `lede` (start, end) count double."""

    terms: dict[str, list[int]]
    lede: Span = (0, 0)


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
    """Words with their positions, already analysed: `index.fulltext.analysis` knows the rules.

    Whoosh's own analyzers make one token object a word; a dictionary does without.
    """

    def __init__(self) -> None:
        super().__init__(format=Places(), analyzer=None, scorable=True)

    def index(self, value: Placed, **_: Any) -> Iterator[_Posting]:
        """Term in UTF-8, frequency, weight, encoded positions."""
        first, last = value.lede
        for term, places in value.terms.items():
            weight = float(len(places))
            if places[0] < last:
                weight += _LEDE_WEIGHT * sum(first <= place < last for place in places)
            yield term.encode("utf-8"), len(places), weight, self.format.encode(places)


class Keys(fields.FieldType):  # type: ignore[misc]
    """Whole values (ids, kinds), one or several; a single one may also stand in a column."""

    def __init__(self, *, column: bool = False) -> None:
        super().__init__(format=formats.Existence(), analyzer=None, sortable=column)

    def index(self, value: str | Sequence[str], **_: Any) -> Iterator[_Posting]:
        for key in [value] if isinstance(value, str) else sorted(set(value)):
            yield key.encode("utf-8"), 1, 1.0, b""


def article_schema() -> fields.Schema:
    """`articles`: one document an article."""
    return fields.Schema(
        id=Keys(column=True),
        date=fields.COLUMN(columns.NumericColumn("i", default=UNDATED)),
        title=Words(),
        body=Words(),
        byline=Words(),
        outlet=Words(),
        agency=Words(),
        place=Words(),
        file=Words(),
    )


def quote_schema() -> fields.Schema:
    """`quotes`: one document a quote. `key` is the quote's id and begins with its article's."""
    return fields.Schema(
        key=Keys(column=True),
        article=Keys(),
        said=Words(),
        speaker=Keys(),
        about=Keys(),
        kind=Keys(),
    )


def article_fields(article: ArticleDoc) -> dict[str, object]:
    """An article as the writer takes it."""
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
    }
    return {name: value for name, value in document.items() if value is not None}


def quote_fields(article: str, quote: QuoteDoc) -> dict[str, object]:
    """A quote as the writer takes it."""
    document: dict[str, object] = {
        "key": quote_key(article, quote.start, quote.end),
        "article": article,
        "said": _words([quote.said]),
        "kind": quote.kind,
        "about": [str(actor) for actor in quote.about],
    }
    if quote.speaker is not None:
        document["speaker"] = str(quote.speaker)
    return {name: value for name, value in document.items() if value is not None}


def day_number(day: str | None) -> int:
    """An ISO day as the number 20120605; `UNDATED` for None and for what is no ISO day."""
    digits = (day or "")[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdigit() else UNDATED


def _title(article: ArticleDoc) -> Placed | None:
    """The headline as it stands in the text, and the title where it reads otherwise."""
    stated, title = article.form.headline, article.form.title.value or ""
    standing = article.text[slice(*stated)] if stated else ""
    same = positions(standing, [(0, len(standing))]) == positions(title, [(0, len(title))])
    return _words([standing] if same else [standing, title])


def _body(article: ArticleDoc) -> Placed | None:
    text, form = article.text, article.form
    stretches = body_stretches(text, form)
    placed = positions(text, stretches)
    lede = lede_of(text, form)
    if not placed or lede is None:
        return Placed(placed) if placed else None
    first = last = 0
    for position, at, chunk in chunks(text, stretches):
        if at >= lede[1]:
            break
        if at < lede[0]:
            first = position + chunk.width
        last = position + chunk.width
    return Placed(placed, (first, last))


def _words(values: Sequence[str | None]) -> Placed | None:
    """Several values of one field, apart from each other; None where there is no word."""
    text, stretches = "", []
    for value in values:
        if value:
            stretches.append((len(text), len(text) + len(value)))
            text += value
    placed = positions(text, stretches)
    return Placed(placed) if placed else None
