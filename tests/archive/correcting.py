"""An archive whose articles were read by hand, for correcting what was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.archive import Archive, Asked
from index.article import Actor, Extraction, Quote
from index.store import readings
from tests.readings import actor, span

ENVOY = (
    "Envoy in Damascus\n\nDAMASCUS, June 5 (Reuters) - “The truce holds,” Moammar Haddad said on "
    "Tuesday. Haddad met Smith of the Harbour Board.\n\n“We wait,” Smith said. “It is cold,” he "
    "added.\n\n"
    "Friday said the harbour was shut.\n"
)
HARBOUR = (
    "Harbour shut\n\nTARTUS, June 6 (Reuters) - “The port is closed,” Muammar Hadad told Smith.\n\n"
    "Friday called it sad. The Port Council regretted it.\n"
)
LATER = (
    "Haddad again\n\nDAMASCUS, June 9 (Reuters) - “The truce ended,” Moammar Haddad said.\n\n"
    "Friday was quiet. Haddad's brother, whom all call Haddad, said “no comment”.\n"
)


ALL = Asked()


@dataclass
class Desk:
    """An archive, its articles by a word, and what the machine reads in them."""

    archive: Archive
    folder: Path
    ids: dict[str, str]

    def add(self, name: str, text: str) -> str:
        """Take an article in, not read yet; its id."""
        before = set(self.archive.search.found(""))
        (self.folder / f"{name}.txt").write_text(text, encoding="utf-8")
        self.archive.ingest.add([self.folder], lambda _: None, read=False)
        new = set(self.archive.search.found("")) - before
        self.ids[name] = next(iter(new))
        return self.ids[name]

    def read(self, name: str, found: Extraction, version: str = "1") -> None:
        with self.archive.journal._database.transaction() as connection:
            assert readings.put(connection, self.ids[name], found, version)

    def text(self, name: str) -> str:
        return self.archive.articles.get(self.ids[name]).text

    def actor(self, name: str, article: str | None = None) -> Actor:
        """The one actor of this name in the archive, or in an article."""
        [found] = [each for each in self.actors(article) if each.name == name]
        return found

    def id(self, name: str, article: str | None = None) -> int:
        return self.actor(name, article).id or 0

    def actors(self, article: str | None = None) -> Sequence[Actor]:
        if article is None:
            return self.archive.people.actors()
        return self.archive.articles.get(self.ids[article]).actors

    def names(self, article: str | None = None) -> set[str]:
        return {each.name for each in self.actors(article)}

    def quotes(self, article: str) -> Mapping[str, str | None]:
        """Who says what in an article: speakers by words."""
        quotes = self.archive.articles.get(self.ids[article]).quotes
        return {quote.text: quote.speaker for quote in quotes}

    def quote(self, article: str, words: str) -> Quote:
        quotes = self.archive.articles.get(self.ids[article]).quotes
        [found] = [quote for quote in quotes if quote.text == words]
        return found

    def said_by(self, name: str) -> set[str]:
        """What the ledger has of a speaker, and what the query language finds: the same."""
        found = self.listed(Asked(speakers=self.archive.ledger.named(name)))
        assert found == self.listed(Asked(f'speaker:"{name}"'))
        return set(found)

    def listed(self, asked: Asked = ALL) -> list[str]:
        with self.archive.ledger.open(asked) as listed:
            return [entry.quote.text for entry in listed]

    def state(self) -> object:
        """All that is shown of actors, quotes and facts."""
        articles = [self.archive.articles.get(each) for each in sorted(self.ids.values())]
        return (
            self.archive.people.actors(),
            [(each.actors, each.quotes, each.article.form) for each in articles],
            self.listed(),
        )


def quote(text: str, words: str, speaker: str | None, mention: str | None = None) -> Quote:
    start, end = span(text, words)
    at = None
    if mention is not None:
        at = text.index(mention, end), text.index(mention, end) + len(mention)
    return Quote(
        start, end, "direct", words, ((start, end),), speaker, mention or speaker, at, "said",
        confidence=0.8,
    )  # fmt: skip


def envoy(text: str) -> Extraction:
    return Extraction(
        (
            quote(text, "The truce holds,", "Moammar Haddad", "Moammar Haddad"),
            quote(text, "We wait,", "Smith", "Smith"),
            quote(text, "It is cold,", "Smith", "he"),
            replace(quote(text, "the harbour was shut", "Friday"), kind="indirect", verbatim=()),
        ),
        (
            actor(text, "Moammar Haddad", "person", "Haddad", quotes=1),
            actor(text, "Smith", "person", quotes=2),
            actor(text, "Friday", "person", quotes=1),
            actor(text, "Harbour Board", "organisation"),
        ),
    )


def harbour(text: str) -> Extraction:
    return Extraction(
        (quote(text, "The port is closed,", "Muammar Hadad", "Muammar Hadad"),),
        (
            actor(text, "Muammar Hadad", "person", quotes=1),
            actor(text, "Smith", "person"),
            actor(text, "Friday", "person"),
            actor(text, "Port Council", "organisation"),
        ),
    )


def later(text: str) -> Extraction:
    return Extraction(
        (
            quote(text, "The truce ended,", "Moammar Haddad", "Moammar Haddad"),
            quote(text, "no comment", "Moammar Haddad"),
        ),
        (
            actor(text, "Moammar Haddad", "person", "Haddad", quotes=2),
            actor(text, "Friday", "person"),
        ),
    )


def open_desk(archive: Archive, folder: Path) -> Desk:
    folder.mkdir(exist_ok=True)
    desk = Desk(archive, folder, {})
    desk.add("envoy", ENVOY)
    desk.add("harbour", HARBOUR)
    desk.read("envoy", envoy(desk.text("envoy")))
    desk.read("harbour", harbour(desk.text("harbour")))
    return desk
