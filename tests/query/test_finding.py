"""Each form of a query in the table finds the right articles, through the real index."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator

import pytest

from index.archive import Archive, open_archive
from index.article import Actor, Extraction, Quote, QuoteKind
from index.config import load_config, shipped
from index.query.examples import LANGUAGE
from index.store import readings
from index.store.database import Database

# By a letter each: headline, day, outlet, byline, tag of what is kept, text.
ARTICLES: dict[str, tuple[str, str | None, str, str, str | None, str]] = {
    "a": (
        "Russia, China back Annan's peace plan",
        "2012-06-05",
        "The Moscow Times",
        "Steve Gutterman",
        "syria",
        "BEIJING, June 5 (Reuters) - Russia and China would use their veto again to shield Syria,"
        " diplomats said on Tuesday.\n\nKofi Annan will bring his plan back to Beijing. Sanctions"
        ' would end the truce, Sergei Lavrov said: "We want not words but deeds."'
        " He spoke of Mr. Annan twice.\n\nNATO kept silent.",
    ),
    "b": (
        "Putin begins visit in Beijing: a summit without gas",
        "2012-06-22",
        "Moscow Times Weekly",
        "Sui-Lee Wee",
        None,
        "MOSCOW, June 22 - Two women of the Arab League met a woman from the UN in the grey"
        " colour of the morning. The ceasefire had been agreed before; the parliament sanctioned"
        " it.\n\nThe friends of Syria came to summits. Café owners watched the summit.",
    ),
    "c": (
        "Talks on a ceasefire plan",
        "2012-05-21",
        "Reuters",
        "Jane Doe",
        "to check",
        "GENEVA, May 21 - A cease-fire plan of five points was put to Syria. It is the mission of"
        " Brahimi, whose gray suit has one color.\n\nThe plan has no friend. Annan is gone. U.N."
        " officials, and a cesefire misprint, Cafe and all.",
    ),
    "d": (
        "Syria without a day",
        None,
        "Daily Post",
        "Jane Doe",
        "not to check",
        "A sanctimonious government. The peace plea of the diplomats; the peace conference."
        " Brahimi, five or six or seven words later, then the plan, and very very much later in"
        " the year Annan."
        " A cessefirre.",
    ),
    "e": (
        "An old story of the year before",
        "2011-06-15",
        "Daily Post",
        "John Roe",
        None,
        "PARIS, June 15 - Assad spoke of gas and of Russia.\n\nChina did not. A ban on talking was"
        " discussed at summits by Vladimir Putin. The plan of Annan: to wait. He said so."
        " Sanctioning the peace plan came later.",
    ),
    "f": ("Monday", "2012-06-18", "Daily Post", "John Roe", None, "A quiet day."),
    "g": ("Tuesday", "2012-06-19", "Daily Post", "John Roe", None, "A quiet night."),
    "h": ("Thursday", "2012-06-14", "Daily Post", "John Roe", None, "Nothing new."),
    "i": ("Weekend", "2012-07-08", "Daily Post", "John Roe", None, "Nothing to tell."),
}

SPEAKING = {"h": "French", "i": "de-DE"}
SAID: dict[str, list[tuple[str, QuoteKind, str]]] = {
    "a": [("We want not words but deeds.", "direct", "Sergei Lavrov")],
    "c": [("Annan is gone.", "indirect", "Sergei Lavrov")],
    "e": [("The plan of Annan: to wait.", "mixed", "Vladimir Putin")],
}
NAMED = {
    "a": [("Kofi Annan", "Annan"), ("Sergei Lavrov", "Lavrov"), ("NATO", "NATO")],
    "b": [("Arab League", "Arab League")],
    "c": [("Kofi Annan", "Annan"), ("Lakhdar Brahimi", "Brahimi")],
    "e": [("Bashar Assad", "Assad"), ("Vladimir Putin", "Putin"), ("Kofi Annan", "Annan")],
}

# The letters of the articles that each form finds.
FOUND = {
    "ceasefire": "bc",
    "colour": "bc",
    "café U.N.": "bc",
    "ceasefire annan": "c",
    '"friends of Syria"': "b",
    "=summit": "b",
    '="cease-fire plan"': "c",
    "annan AND beijing": "a",
    "annan OR brahimi": "acde",
    "syria -china": "bcd",
    "syria NOT china": "bcd",
    "syria !china": "bcd",
    "+syria +china": "a",
    "annan (plan OR mission) -gas": "acd",
    "syria -(china OR russia)": "bcd",
    "annan beijing OR truce": "a",
    "sanction*": "abe",
    "*ment": "bd",
    "san*ed": "b",
    "wom?n": "b",
    '"peace pl*"': "ade",
    "cesefire~": "bc",
    "~cesefire": "bc",
    "cesefire~2": "bcd",
    "plan w/5 annan": "ace",
    '"plan annan"~5': "ace",
    "plan NEAR/5 annan": "ace",
    "plan AROUND(5) annan": "ace",
    "plan NEAR annan": "acde",
    "plan pre/5 annan": "ce",
    "plan w/s annan": "ade",
    "plan w/p annan": "acde",
    "annan w/5 (plan OR mission)": "ace",
    '"peace plan" w/s sanction*': "e",
    "russia w/9 china w/9 veto": "a",
    "title:summit": "b",
    "body:truce": "a",
    "title:(summit OR talks)": "bc",
    "title:(putin w/3 visit)": "b",
    "title:=talks": "c",
    "byline:gutterman": "a",
    "outlet:times": "ab",
    'outlet:="The Moscow Times"': "a",
    "agency:reuters": "a",
    "place:beijing": "a",
    "tag:syria": "a",
    'tag:="to check"': "c",
    "language:german": "i",
    "language:(fr OR es)": "h",
    "file:001": "abcdefghi",
    "actor:nato": "a",
    'actor:"Arab League"': "b",
    "actor:(annan OR assad)": "ace",
    "speaker:lavrov": "ac",
    'speaker:="Sergei Lavrov"': "ac",
    "said:deeds": "a",
    'said:"not words but deeds"': "a",
    "speaker:lavrov said:deeds": "a",
    "speaker:lavrov -said:deeds": "c",
    "about:annan": "ce",
    "speaker:putin about:annan": "e",
    "kind:direct": "a",
    "kind:(direct OR mixed) said:plan": "e",
    "date:2012": "abcfghi",
    "date:2012-06": "abfgh",
    "date:2012-06-05": "a",
    'date:"June 5, 2012"': "a",
    "date:june-2012": "abfgh",
    "date:june": "abfgh",
    "date:5-june": "a",
    "date:monday": "f",
    "date:today": "b",
    "date:last-week": "h",
    "date:this-month": "abfgh",
    "date:last-month": "c",
    "date:past-7-days": "bfg",
    "date:3-days-ago": "g",
    "date:2010s": "abcefghi",
    "date:2012-Q2": "abcfgh",
    "date:2012-W23": "a",
    "date:2011-2013": "abcefghi",
    "date:2012-06-05..2012-06-22": "abfgh",
    "date:[2012-06-05 to 2012-06-22]": "abfgh",
    "date:june-2012..": "abfghi",
    "date:>=2012-06": "abfghi",
    "date:<2012-06": "ce",
    "before:2012-06-05": "ce",
    "after:june-2012": "i",
    "syria -date:2012": "d",
    "date:(may-2012 OR june-2012)": "abcfgh",
    "date:undated": "d",
}


Library = tuple[Archive, dict[str, str]]


class Today(datetime.date):
    """A Friday in June 2012."""

    @classmethod
    def today(cls) -> Today:
        return cls(2012, 6, 22)


def read(text: str, key: str) -> Extraction:
    """The reading of one article, as made by hand."""

    def span(words: str) -> tuple[int, int]:
        at = text.index(words)
        return at, at + len(words)

    quotes = tuple(
        Quote(*span(words), kind, words, speaker=speaker)
        for words, kind, speaker in SAID.get(key, [])
    )
    actors = tuple(
        Actor(name, "person" if " " in name else "organisation", (called,), (span(called),), 1)
        for name, called in NAMED.get(key, [])
    )
    return Extraction(quotes, actors)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """An archive of these articles, read by hand; the letter of each by its id."""
    folder = tmp_path_factory.mktemp("library")
    dump = folder / "001_dump.jsonl"
    rows = [
        {"id": key, "title": title, "date": day, "outlet": outlet, "author": author, "text": text}
        for key, (title, day, outlet, author, _, text) in ARTICLES.items()
    ]
    rows = [{**row, "language": SPEAKING.get(str(row["id"]), "en")} for row in rows]
    dump.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    with open_archive(
        folder / "archive", load_config(shipped("config.yaml")), start=True
    ) as archive:
        archive.ingest.add([dump], lambda _: None, read=False)
        database = Database(folder / "archive")
        letters = {}
        for found in archive.search.find("").ids:
            reading = archive.articles.get(found)
            key = next(k for k, row in ARTICLES.items() if row[0] == reading.article.title)
            letters[found] = key
            with database.transaction() as connection:
                assert readings.put(connection, found, read(reading.text, key), "hand")
            tag = ARTICLES[key][4]
            if tag:
                archive.clippings.keep(found, 0, 5, tags=[tag])
        database.close()
        yield archive, letters


@pytest.fixture
def on_a_friday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.archive.searching.date", Today)


TYPED = [example.typed for group in LANGUAGE for example in group.examples]


def test_every_form_of_the_table_is_looked_for() -> None:
    assert set(TYPED) == set(FOUND)


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.usefixtures("on_a_friday")
def test_each_form_finds_the_right_articles(library: Library, typed: str) -> None:
    archive, letters = library
    assert (
        "".join(sorted(letters[found] for found in archive.search.find(typed).ids)) == FOUND[typed]
    )


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.usefixtures("on_a_friday")
def test_its_hits_can_be_shown_at_every_letter(library: Library, typed: str) -> None:
    archive, _ = library
    for end in range(len(typed) + 1):
        results = archive.search.find(typed[:end], typing=True)
        for hit in archive.search.hits(results, 0, 3):
            archive.search.matches(typed[:end], archive.articles.get(hit.article.id), typing=True)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('annan "peace pl', "ade"),
        ("brahimi OR", "cd"),
        ("(brahimi OR putin", "bcde"),
        ("brahimi speaker:", "cd"),
        ("brahimi date:20", "cd"),
        ("brahimi date:2012-05", "c"),
        ("plan w/5 (annan OR brahi", "ace"),
    ],
)
@pytest.mark.usefixtures("on_a_friday")
def test_a_query_finds_what_stands_so_far(library: Library, typed: str, found: str) -> None:
    archive, letters = library
    ids = archive.search.find(typed, typing=True).ids
    assert "".join(sorted(letters[each] for each in ids)) == found
