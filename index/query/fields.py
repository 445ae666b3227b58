"""The fields that a query can name, and the sentences about them."""

from __future__ import annotations

from typing import Final

from index.article import QueryComplaint
from index.query.spelling import edits

FIELDS: Final[dict[str, str]] = {
    "title": "words of the headline",
    "body": "words of the article below its headline",
    "said": "words inside a quote",
    "speaker": "who says a quote",
    "about": "who is spoken of in a quote",
    "kind": "a quote's kind: direct, mixed, indirect or act",
    "actor": "a person, organisation, state or place in the article",
    "byline": "who wrote or reported the article",
    "outlet": "who published the article",
    "agency": "whose copy it is",
    "place": "the place in the dateline",
    "language": "the language of the article, or unknown",
    "date": "a day, month, year or range of days",
    "before": "the days before a day, month or year",
    "after": "the days after a day, month or year",
    "tag": "a tag of a passage that you kept from the article",
    "file": "the beginning of a part of the file's name",
}
"""Every field with what it searches, in the order in which help shows them."""

ALIASES: Final = {
    "author": "byline",
    "by": "byline",
    "dateline": "place",
    "headline": "title",
    "intitle": "title",
    "text": "body",
    "intext": "body",
    "publication": "outlet",
    "publisher": "outlet",
    "quote": "said",
    "filename": "file",
    "lang": "language",
}
"""Other names that people bring along for a field."""

WORD_FIELDS: Final = frozenset({"title", "body", "said"})
"""Fields of running text, where words are stemmed and may stand near each other."""

NAME_FIELDS: Final = frozenset({"speaker", "about", "actor"})
"""Fields whose values are names of actors."""

QUOTE_FIELDS: Final = frozenset({"said", "speaker", "about", "kind"})
"""Fields of a quote: clauses in them that are joined by AND hold in one and the same quote."""

DATE_FIELDS: Final = frozenset({"date", "before", "after", "since", "until"})
"""Fields of days. `since:` and `until:` are `after:` and `before:` with the day itself."""

KINDS: Final = ("direct", "mixed", "indirect", "act")
"""The kinds of quotes, as `kind:` takes them."""

UNKNOWN_LANGUAGE: Final = "unknown"
"""What `language:` takes for articles whose language is not told."""

_EXAMPLES: Final = {
    "said": "said:deeds",
    "speaker": 'speaker:"Sergei Lavrov"',
    "about": 'about:"Kofi Annan"',
    "actor": 'actor:"Arab League"',
    "byline": "byline:gutterman",
    "outlet": 'outlet:"Moscow Times"',
    "agency": "agency:reuters",
    "place": "place:beijing",
    "tag": "tag:syria",
    "file": "file:2012",
}


def value_complaint(name: str) -> str:
    """What to say when a field stands without a value it can use."""
    if name in DATE_FIELDS:
        return f"`{name}:` wants a day, month or year, as in {name}:2012-06."
    if name == "kind":
        return "`kind:` wants direct, mixed, indirect or act, as in kind:direct."
    if name == "language":
        return "`language:` wants a language, as in language:german or language:de."
    wanted = "a name" if name in NAME_FIELDS else "a tag" if name == "tag" else "a word or a phrase"
    return f"`{name}:` wants {wanted}, as in {_EXAMPLES.get(name, f'{name}:ceasefire')}."


def nearest_field(name: str) -> str | None:
    """The field that a mistyped name most likely means, None when it is like none of them."""
    best = min(FIELDS, key=lambda known: edits(name, known))
    allowed = 1 if len(best) <= 5 else 2
    return best if len(name) > 2 and edits(name, best) <= allowed else None


def unknown_field(name: str) -> str:
    """What to say of a field that is none."""
    near = nearest_field(name)
    meant = f"did you mean `{near}:`?" if near else f"the fields are {', '.join(FIELDS)}."
    return f"There is no field `{name}:`; {meant} In quotation marks it is searched for as words."


def field_inside(name: str, outer: str, at: int) -> QueryComplaint:
    """What to say of a field that stands inside another."""
    return QueryComplaint(
        f"`{name}:` cannot stand inside `{outer}:`; put the two side by side.", at
    )
