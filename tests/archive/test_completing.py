"""Completion of a query from what is in the archive, the most frequent first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.archive.completing import Completing
from index.article import Actor, Extraction, Fact, NewsForm, Passage, Quote
from index.store import articles, journal, readings
from index.store.database import Database
from index.store.forms import form_to_json
from index.text import sha256

TODAY = date(2012, 6, 22)
TEXT = "Annan said peace was near. Lavrov agreed. Anan Hotel opened in Beijing."

OUTLETS = ["The Moscow Times", "The Moscow Times", "Reuters", "The New York Times"]


def store(database: Database, number: int, outlet: str) -> None:
    """An article of this outlet, read for who speaks in it."""
    form = NewsForm(
        outlet=Fact(outlet, "stated"),
        dateline=Fact("BEIJING" if number else "TEL AVIV", "stated"),
        byline=Fact(("Steve Gutterman", "Sui-Lee Wee"), "stated"),
        date=Fact(f"2012-0{5 + number % 2}-0{number + 1}", "stated"),
    )
    text = f"{number} {TEXT}"
    identity = f"{number:012d}"
    found = Extraction(
        quotes=(Quote(2, 8, "indirect", text[2:8], speaker="Kofi Annan" if number else "Lavrov"),),
        actors=(
            Actor("Kofi Annan", "person", ("Annan",), ((2, 7),), 1),
            Actor("Sergei Lavrov" if number else "Lavrov", "person", (), ((29, 35),), 1),
            Actor("United Nations", "organisation", ("UN", "U.N."), ((0, 1),), 1),
        ),
    )
    with database.transaction() as connection:
        articles.put(
            connection,
            articles.NewArticle(
                id=identity,
                item=0,
                file_sha256=sha256(text),
                text_sha256=sha256(text),
                text_rules=1,
                text=text,
                form=form_to_json(form),
                date=form.date.value,
                words=len(text.split()),
            ),
        )
        readings.put(connection, identity, found, "hand")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path, create=True)
    for number, outlet in enumerate(OUTLETS):
        store(database, number, outlet)
    yield database
    database.close()


@pytest.fixture
def completing(database: Database) -> Completing:
    return Completing(database)


def offered(completing: Completing, query: str) -> list[tuple[str, str]]:
    """What is offered at the end of a query, with the note on each."""
    found = completing.complete(query, len(query), today=TODAY)
    return [(item.insert, item.note) for item in found.items] if found else []


def test_outlets_come_with_the_number_of_their_articles(completing: Completing) -> None:
    assert offered(completing, "outlet:ti") == [
        ('"The Moscow Times"', "2 articles"),
        ('"The New York Times"', "1 article"),
    ]


def test_a_value_comes_by_the_beginning_of_any_of_its_words(completing: Completing) -> None:
    for typed in ("new", "york", '"new yo', '"the n', "TIM"):
        assert '"The New York Times"' in [
            text for text, _ in offered(completing, f"outlet:{typed}")
        ]
    assert offered(completing, "outlet:imes") == []
    assert offered(completing, "outlet:@") == []


def test_without_a_letter_the_most_frequent_come(completing: Completing) -> None:
    assert offered(completing, "place:") == [("BEIJING", "3 articles"), ('"TEL AVIV"', "1 article")]


def test_actors_come_by_every_name_they_go_by(completing: Completing) -> None:
    assert offered(completing, "actor:un") == [('"United Nations"', "4 articles")]
    assert offered(completing, "about:U.N.") == [('"United Nations"', "4 articles")]
    assert offered(completing, "actor:kofi") == [('"Kofi Annan"', "4 articles")]


def test_speakers_come_with_the_number_of_their_quotes(completing: Completing) -> None:
    assert offered(completing, "speaker:") == [('"Kofi Annan"', "3 quotes"), ("Lavrov", "1 quote")]


def test_everybody_in_a_byline_is_offered(completing: Completing) -> None:
    assert offered(completing, "byline:gut") == [('"Steve Gutterman"', "4 articles")]
    assert offered(completing, "by:su") == [('"Sui-Lee Wee"', "4 articles")]


def test_a_completion_stands_in_for_what_was_typed(completing: Completing) -> None:
    query = 'annan outlet:="the new" truce'
    found = completing.complete(query, query.index('" truce'))
    assert found is not None
    assert query[found.start : found.end] == '"the new"'
    assert found.items[0].insert == '"The New York Times"'


def test_names_of_fields_come_with_what_they_search(completing: Completing) -> None:
    assert offered(completing, "annan spe") == [("speaker:", "who says a quote")]
    assert offered(completing, "annan xyz") == []


def test_kinds_are_explained(completing: Completing) -> None:
    assert [text for text, _ in offered(completing, "kind:")] == [
        "direct",
        "mixed",
        "indirect",
        "act",
    ]
    assert offered(completing, "kind:dir") == [("direct", "word for word")]


def test_dates_come_as_words_with_their_days_and_as_the_years_and_months_there_are(
    completing: Completing,
) -> None:
    assert offered(completing, "date:last-w") == [("last-week", "2012-06-11 to 2012-06-17")]
    assert offered(completing, "date:tod") == [("today", "2012-06-22")]
    assert offered(completing, "date:20") == [("2012", "4 articles")]
    assert offered(completing, "before:2012-") == [
        ("2012-05", "2 articles"),
        ("2012-06", "2 articles"),
    ]


def test_tags_are_those_of_what_is_kept(database: Database, completing: Completing) -> None:
    assert offered(completing, "tag:s") == []
    passage = Passage(
        "0" * 12,
        0,
        5,
        "Annan",
        "",
        "",
        1,
        sha256(TEXT),
        sha256(TEXT),
        "c1",
        "",
        ("syria", "to check"),
    )
    with database.transaction() as connection:
        journal.append(connection, "keep", passage.to_json())
    assert offered(completing, "tag:s") == [("syria", "1 kept")]
    assert offered(completing, "tag:che") == [('"to check"', "1 kept")]


def test_what_is_out_of_search_is_not_counted(database: Database) -> None:
    with database.transaction() as connection:
        articles.supersede(connection, f"{1:012d}")
    completing = Completing(database)
    assert offered(completing, "outlet:mos") == [('"The Moscow Times"', "1 article")]
    assert offered(completing, "actor:kofi") == [('"Kofi Annan"', "3 articles")]
    assert offered(completing, "speaker:kofi") == [('"Kofi Annan"', "2 quotes")]
