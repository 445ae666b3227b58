"""The words all the rest speaks: articles, quotes, actors, passages, as frozen values.

Every offset is a code-point offset, end exclusive, into the article's canonical text
(see `index.text`). Nothing here reads a file or knows a screen. The `to_json` methods give
the stable shapes that the command line prints and others build on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.article.errors import ArchiveBusy as ArchiveBusy
from index.article.errors import DatelineError as DatelineError
from index.article.errors import Doubtful as Doubtful
from index.article.errors import NothingFound as NothingFound
from index.article.errors import QueryComplaint as QueryComplaint
from index.article.errors import ReadOnlyArchive as ReadOnlyArchive
from index.article.form import FACTS as FACTS
from index.article.form import NOBODY as NOBODY
from index.article.form import NOTHING as NOTHING
from index.article.form import Basis as Basis
from index.article.form import Fact as Fact
from index.article.form import Furniture as Furniture
from index.article.form import Mark as Mark
from index.article.form import NewsForm as NewsForm
from index.article.form import SetAs as SetAs
from index.article.form import Span as Span
from index.article.form import page_named as page_named
from index.article.languages import LANGUAGES as LANGUAGES
from index.article.languages import STEMMERS as STEMMERS
from index.article.languages import ByLanguage as ByLanguage
from index.article.languages import language_begins as language_begins
from index.article.languages import language_code as language_code
from index.article.languages import language_name as language_name

QuoteKind = Literal["direct", "mixed", "indirect", "act"]
ActorKind = Literal["person", "organisation", "state", "place"]

DOUBTFUL = 0.5
"""The confidence below which a speaker is marked as doubtful."""


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one article as the archive knows it, without its text.

    `id` is the first 12 hex digits of SHA-256 over file hash and item number, so the same file
    has the same id in every archive. `files` are the paths at which it was last seen; it is
    `gone` when it stood in none of them any more, removed or changed. `part` names the part of
    the file that it stands in ("2024/may.html" of a zip), "" where that is all of it. `unread`
    is a clause that says why it was not read for quotes, "" where it was or still waits.
    """

    id: str
    files: tuple[str, ...]
    item: int
    file_sha256: str
    text_sha256: str
    text_rules: int
    version_of: str | None
    form: NewsForm
    words: int
    extracted: bool
    copy_group: str | None = None
    gone: bool = False
    part: str = ""
    unread: str = ""

    @property
    def title(self) -> str:
        """The headline, stated or inferred; the file's name where there is neither."""
        return self.form.title.value or (
            self.files[0].rsplit("/", 1)[-1] if self.files else self.id
        )

    @property
    def place(self) -> str:
        """Where in its file it stands: in which part of it, or as which of many, counted from 1.

        Empty for one that is all of its file, and for the first of many without names.
        """
        return self.part or (f"item {self.item + 1:,}" if self.item else "")

    def to_json(self) -> dict[str, object]:
        facts: dict[str, Fact[object]] = {name: getattr(self.form, name) for name in FACTS}
        record: dict[str, object] = {
            "id": self.id,
            "files": list(self.files),
            "item": self.item,
            "file_sha256": self.file_sha256,
            "text_sha256": self.text_sha256,
            "text_rules": self.text_rules,
            "version_of": self.version_of,
        }
        for name, fact in facts.items():
            record[name] = list(fact.value) if isinstance(fact.value, tuple) else fact.value
        record["words"] = self.words
        if self.gone:
            record["gone"] = True
        if self.part:
            record["part"] = self.part
        record["basis"] = {name: fact.basis for name, fact in facts.items()}
        record["reasons"] = {name: fact.reason for name, fact in facts.items() if fact.reason}
        record["extracted"] = self.extracted
        if self.unread:
            record["unread"] = self.unread
        record["copy_group"] = self.copy_group
        return record


@dataclass(frozen=True, slots=True)
class Quote:
    """Words or a statement that an article attributes to somebody.

    `start, end` cover the speech without its outer marks; `verbatim` are the stretches between
    quotation marks, without the marks (empty for indirect speech). `speaker` is the actor
    meant, None where it could not be told; `mention` is what the text says ("he").
    `confidence` is between 0 and 1. `id` and `article` are empty before the quote is stored.
    `corrected` is set when a person said who speaks.
    """

    start: int
    end: int
    kind: QuoteKind
    text: str
    verbatim: tuple[Span, ...] = ()
    speaker: str | None = None
    mention: str | None = None
    mention_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    confidence: float = 1.0
    speaker_id: int | None = None
    article: str = ""
    variant_group: str | None = None
    corrected: bool = False

    @property
    def id(self) -> str:
        return f"{self.article}:{self.start}-{self.end}" if self.article else ""

    def to_json(self, *, stored: bool = True) -> dict[str, object]:
        """The stable shape; without ids for a text that stands in no archive."""
        record: dict[str, object] = {
            "start": self.start,
            "end": self.end,
            "kind": self.kind,
            "verbatim": [list(span) for span in self.verbatim],
            "text": self.text,
            "speaker": self.speaker,
            "mention": self.mention,
            "mention_span": list(self.mention_span) if self.mention_span else None,
            "cue": self.cue,
            "cue_span": list(self.cue_span) if self.cue_span else None,
            "confidence": round(self.confidence, 3),
        }
        if stored:
            record = {"id": self.id, "article": self.article, **record}
            record["speaker_id"] = self.speaker_id
            record["variant_group"] = self.variant_group
            record["corrected"] = self.corrected
        return record


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, state or place, with every name it goes by and where it stands.

    `mentions` are spans in one article, or empty when the actor is told of across the archive;
    `count` is the number of mentions, `quotes` the number of quotes it speaks. `corrected` is
    set when a person changed what the machine had found.
    """

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    count: int = 0
    quotes: int = 0
    id: int | None = None
    corrected: bool = False

    def to_json(self, *, stored: bool = True) -> dict[str, object]:
        record: dict[str, object] = {
            "name": self.name,
            "kind": self.kind,
            "aliases": list(self.aliases),
            "mentions": [list(span) for span in self.mentions],
            "count": self.count,
            "quotes": self.quotes,
            "corrected": self.corrected,
        }
        return {"id": self.id, **record} if stored else record


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one reading of a text for quotes and actors found, in order of place."""

    quotes: tuple[Quote, ...] = ()
    actors: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it stands in the text.

    `number` counts body paragraphs from 1 and is None for all else; `what` is "body",
    "headline", "subhead", or the `what` of the furniture it is. `set_as` tells of one of the body
    that is "item" of a list, "block quote" or "table"; it is empty for plain copy.
    """

    start: int
    end: int
    what: str
    number: int | None = None
    set_as: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One article with all that is known of it: what the article pane and `show` need."""

    article: Article
    text: str
    paragraphs: tuple[Paragraph, ...]
    quotes: tuple[Quote, ...] = ()
    actors: tuple[Actor, ...] = ()
    by_language: ByLanguage | None = None

    def to_json(self) -> dict[str, object]:
        return {
            **self.article.to_json(),
            **({"reading": self.by_language.to_json()} if self.by_language else {}),
            "text": self.text,
            "furniture": [piece.to_json() for piece in self.article.form.furniture],
            "subheads": [{"start": a, "end": b} for a, b in self.article.form.subheads],
            "set_off": [mark.to_json() for mark in self.article.form.set_off],
            "pages": [{"start": at, "page": page} for at, page in self.article.form.pages],
            "quotes": [quote.to_json() for quote in self.quotes],
            "actors": [actor.to_json() for actor in self.actors],
        }


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of an article that shows a hit. `matches` are absolute, like `start` and `end`."""

    text: str
    start: int
    end: int
    matches: tuple[Span, ...] = ()

    def to_json(self) -> dict[str, object]:
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "matches": [list(span) for span in self.matches],
        }


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that a query found."""

    article: Article
    score: float
    snippets: tuple[Snippet, ...] = ()

    def to_json(self) -> dict[str, object]:
        return {
            **self.article.to_json(),
            "score": round(self.score, 4),
            "snippets": [snippet.to_json() for snippet in self.snippets],
        }


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of an article with what is needed to find and to check it again.

    `prefix` and `suffix` are the 32 code points around it (fewer at the text's ends);
    `paragraph` is the number of the body paragraph in which it begins, None outside the body, and
    `page` what the page is called on which it begins, "4–5" where it ends on another; None where
    the source has no pages.
    `id` is empty until a person keeps the passage: it is then a clipping. `kept_at` is UTC,
    ISO 8601. `source_changed` is set when a newer version of the article no longer has the
    words, `source_removed` when the article was deleted for good.
    """

    article: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    paragraph: int | None
    text_sha256: str
    file_sha256: str
    id: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    page: str | None = None
    kept_at: str = ""
    source_changed: bool = False
    source_removed: bool = False

    def to_json(self) -> dict[str, object]:
        """The stable shape; it has a "page" only where the source has pages."""
        record: dict[str, object] = {
            "id": self.id,
            "article": self.article,
            "start": self.start,
            "end": self.end,
            "exact": self.exact,
            "prefix": self.prefix,
            "suffix": self.suffix,
            "paragraph": self.paragraph,
            "text_sha256": self.text_sha256,
            "file_sha256": self.file_sha256,
            "note": self.note,
            "tags": list(self.tags),
        }
        return record if self.page is None else {**record, "page": self.page}


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage together with the article it is cited from.

    `quotes` are those of the article's quotes that stand in the passage, whole or in part, in
    order of place; acts, which are no speech, are not among them.
    """

    passage: Passage
    article: Article
    quotes: tuple[Quote, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks in the passage, each once, in order of place."""
        return tuple(dict.fromkeys(quote.speaker for quote in self.quotes if quote.speaker))
