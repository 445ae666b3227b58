"""Reading for quotes: newest first, an opened one before all, none that holds up the rest."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import index.ingest.reading as reading
from index.archive import Archive, Asked, Progress, open_archive
from index.article import Extraction
from index.config import Config
from index.ingest.terms import Terms
from index.store import readings
from index.store.database import Database

NEVER = "none/0"
TERMS = Terms("none", 1 << 20, 1 << 20, 60, {})


def story(day: int, more: str = "") -> str:
    return (
        f"Council votes on day {day}\n\nLONDON, June {day}, 2012 (Reuters) - “It was time,” "
        f"said John Doe.\n\n{more}\n"
    )


@pytest.fixture
def archive(tmp_path: Path, config: Config) -> Iterator[Archive]:
    for day in (1, 2, 3, 4):
        (tmp_path / f"{day}.txt").write_text(story(day))
    with open_archive(None, config, start=True) as opened:
        paths = [tmp_path / f"{day}.txt" for day in (1, 2, 3, 4)]
        opened.ingest.add(paths, lambda _: None, read=False)
        yield opened


def order(archive: Archive, monkeypatch: pytest.MonkeyPatch, opened: list[str]) -> list[str]:
    """The days in the order in which the articles are read; `opened` are opened meanwhile."""
    seen: list[str] = []

    def extract(text: str, *_: object, **__: object) -> Extraction:
        seen.append(text.split("\n")[0][-1])
        return Extraction()

    monkeypatch.setattr(reading, "extract", extract)
    monkeypatch.setattr(reading, "load_model", lambda *_: None)
    database = Database(archive.folder)
    reading.read_waiting(
        database,
        TERMS,
        lambda _: None,
        hurry=lambda: opened.pop(0) if len(seen) == 1 and opened else None,
        stop=lambda: False,
    )
    database.close()
    return seen


def test_the_newest_article_is_read_first_and_an_opened_one_next(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = archive.articles.resolve("1.txt")
    assert order(archive, monkeypatch, [first]) == ["4", "1", "3", "2"]


def test_one_that_was_begun_and_never_finished_comes_last(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(archive.folder)
    with database.transaction() as connection:
        readings.begin(connection, archive.articles.resolve("4.txt"))
    database.close()
    assert order(archive, monkeypatch, []) == ["3", "2", "1", "4"]
    assert all(
        archive.articles.get(article).article.extracted for article in archive.search.find("").ids
    )


def test_one_that_cannot_be_read_is_passed_over_and_not_tried_for_ever(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract(text: str, *_: object, **__: object) -> Extraction:
        if "day 3" in text:
            raise RecursionError
        return Extraction()

    monkeypatch.setattr(reading, "extract", extract)
    monkeypatch.setattr(reading, "load_model", lambda *_: None)
    database = Database(archive.folder)
    told: list[Progress] = []
    done = reading.read_waiting(
        database, TERMS, told.append, hurry=lambda: None, stop=lambda: False
    )
    assert done
    assert told[-1].done == 4
    assert readings.count_waiting(database.connection(), TERMS.read_with) == 0
    database.close()
    third = archive.articles.resolve("3.txt")
    assert not archive.articles.get(third).article.extracted


def test_another_model_reads_every_article_again(archive: Archive) -> None:
    archive.ingest.add([], lambda _: None)
    assert archive.ingest.waiting() == 0
    database = Database(archive.folder)
    assert readings.count_waiting(database.connection(), NEVER) == 4
    database.close()
    with archive.ledger.open(Asked("said:time")) as listed:
        [quote, *_] = [entry.quote for entry in listed]
    assert quote.speaker == "John Doe"


def test_an_actor_is_one_in_the_archive_and_named_in_an_article_as_there(
    tmp_path: Path, config: Config
) -> None:
    texts = {
        "a.txt": "The U.N. Security Council met on Friday. The council will vote, he said.\n",
        "b.txt": "The UN Security Council met on Monday. The council will not vote, she said.\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([tmp_path / name for name in texts], lambda _: None)
        here = [archive.articles.get(archive.articles.resolve(name)) for name in texts]
        names = [
            {actor.name: actor.id for actor in reading.actors if "Security" in actor.name}
            for reading in here
        ]
    assert list(names[0]) == ["U.N. Security Council"]
    assert list(names[1]) == ["UN Security Council"]
    assert list(names[0].values()) == list(names[1].values())
