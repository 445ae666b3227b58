"""An archive in which hands, not a model, noted who said what."""

from __future__ import annotations

import json
from typing import NamedTuple

from index.archive import Archive
from index.article import Extraction, QuoteKind
from index.store import readings
from tests.readings import actor, quote


class Said(NamedTuple):
    """Words, whose they are (None: nobody knows), and how they are told."""

    words: str
    speaker: str | None
    kind: QuoteKind = "direct"
    confidence: float = 0.9


class Story(NamedTuple):
    """An article of which every paragraph is a quote."""

    title: str
    day: str | None
    outlet: str
    said: tuple[Said, ...]

    @property
    def text(self) -> str:
        told = (
            f"“{each.words},” {each.speaker or 'somebody'} said."
            if each.kind == "direct"
            else f"{each.speaker or 'Somebody'} said {each.words}."
            for each in self.said
        )
        return f"{self.title}\n\n" + "\n\n".join(told) + "\n"


STORIES = (
    Story(
        "Truce holds for a second day",
        "2012-06-05",
        "The Valley Herald",
        (
            Said("The guns have been silent since dawn", "Kofi Annan"),
            Said("every convoy got through to the valley", "Ruth Okafor", "indirect"),
            Said("Nobody here believes that it will last", None),
        ),
    ),
    Story(
        "Talks on the harbour begin",
        "2012-06-07",
        "Harbour Post",
        (
            Said("Trade wants silence more than treaties", "Ruth Okafor"),
            Said("We owe Kofi Annan a great deal", "Ruth Okafor"),
            Said("that the port stays open", "Zoe Abel", "mixed", 0.3),
            Said("to close the port", "Zoe Abel", "act"),
        ),
    ),
    Story(
        "An undated note",
        None,
        "Harbour Post",
        (Said("The harbour was never closed to anyone", "Ruth Okafor"),),
    ),
)
PEOPLE = ("Kofi Annan", "Ruth Okafor", "Zoe Abel")


def tell(archive: Archive, *stories: Story, read: bool = True) -> list[str]:
    """Take stories into an archive and note what is said in them; their ids, as they stand here."""
    dump = archive.folder.with_name(f"{stories[0].title}.jsonl")
    rows = (
        {"title": story.title, "date": story.day, "outlet": story.outlet, "text": story.text}
        for story in stories
    )
    dump.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    archive.ingest.add([dump], lambda _: None, read=False)
    by_text = {archive.articles.get(each).text: each for each in archive.search.find("").ids}
    if read:
        for story in stories:
            note(archive, by_text[story.text], story)
        archive.ingest.add_quietly(())
    return [by_text[story.text] for story in stories]


def note(archive: Archive, article: str, story: Story) -> None:
    """Store what was read in a story."""
    with archive.search._database.transaction() as connection:
        readings.put(connection, article, _reading(story), archive._terms.read_with)


def _reading(story: Story) -> Extraction:
    said = (
        quote(story.text, each.words, each.speaker, each.kind, confidence=each.confidence)
        for each in story.said
    )
    named = [name for name in PEOPLE if name in story.text]
    return Extraction(tuple(said), tuple(actor(story.text, name, "person") for name in named))
