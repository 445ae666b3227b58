"""The ledger: every quote under a query once, by speaker or by day, each at its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive, Asked, Listed, open_archive
from index.article import Extraction, QueryComplaint
from index.config import Config, load_config, shipped
from index.store import readings
from tests.ledgers import STORIES, Said, Story, note, tell
from tests.readings import actor, quote

TRUCE, TALKS, NOTE = STORIES


def _config(folder: Path) -> Config:
    return replace(load_config(shipped("config.yaml")), archive_folder=folder / "archive")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of three stories that tests only ask."""
    with open_archive(None, _config(tmp_path_factory.mktemp("ledger")), start=True) as archive:
        tell(archive, *STORIES)
        yield archive


@pytest.fixture
def own(config: Config) -> Iterator[Archive]:
    """An archive of the same stories that a test may change."""
    with open_archive(None, config, start=True) as archive:
        tell(archive, *STORIES)
        yield archive


def words(listed: Listed) -> list[str]:
    return [entry.quote.text for entry in listed]


def groups(listed: Listed) -> list[tuple[object, int]]:
    return [
        (group.name if isinstance(group.key, int) else group.key, group.quotes)
        for group in listed.groups(0, listed.count_groups)
    ]


def ask(archive: Archive, asked: Asked) -> list[str]:
    with archive.ledger.open(asked) as listed:
        return words(listed)


def test_by_speaker_those_who_say_the_most_come_first_and_the_unknown_last(told: Archive) -> None:
    with told.ledger.open(Asked()) as listed:
        assert groups(listed) == [
            ("Ruth Okafor", 4),
            ("Kofi Annan", 1),
            ("Zoe Abel", 1),
            (None, 1),
        ]
        assert words(listed)[:4] == [
            "Trade wants silence more than treaties",
            "We owe Kofi Annan a great deal",
            "every convoy got through to the valley",
            "The harbour was never closed to anyone",
        ], "the newest article first, what is undated last, each in order of place"
        assert (len(listed), listed.speakers, listed.articles, listed.unread) == (7, 3, 3, 0)


def test_by_name_in_order_of_the_alphabet(told: Archive) -> None:
    with told.ledger.open(Asked(by="name")) as listed:
        assert [name for name, _ in groups(listed)] == [
            "Kofi Annan",
            "Ruth Okafor",
            "Zoe Abel",
            None,
        ]


def test_by_day_the_newest_first_and_the_undated_last(told: Archive) -> None:
    with told.ledger.open(Asked(by="day")) as listed:
        assert groups(listed) == [("2012-06-07", 3), ("2012-06-05", 3), (None, 1)]
        assert words(listed)[2:4] == [
            "that the port stays open",
            "The guns have been silent since dawn",
        ]
        assert (listed.speakers, listed.articles) == (3, 3)


@pytest.mark.parametrize("by", ["speaker", "name", "day"])
@pytest.mark.parametrize("query", ["", "harbour", "speaker:okafor"])
def test_rows_are_the_same_however_few_are_looked_at(told: Archive, by: str, query: str) -> None:
    with told.ledger.open(Asked(query, by=by)) as listed:  # type: ignore[arg-type]
        every = list(listed)
        for start in range(len(every)):
            for stop in range(start + 1, len(every) + 1):
                assert listed.entries(start, stop) == every[start:stop]
        for row, entry in enumerate(every):
            assert listed.row_of(entry.quote) == row
            [group] = listed.groups(listed.group_at(row), listed.group_at(row) + 1)
            day = entry.article.form.date.value
            assert group.key == (day if by == "day" else entry.quote.speaker_id)
            assert group.first <= row < group.first + group.quotes
        assert listed.entries(len(every), len(every) + 9) == []


def test_a_long_list_of_one_speaker_is_put_in_order_as_it_is_looked_at(
    own: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.archive.ledger._FIRST", 2)
    monkeypatch.setattr("index.archive.ledger._HELD", 3)
    with own.ledger.open(Asked()) as listed:
        assert [e.quote.text for e in listed.entries(0, 2) if e] == words(listed)[:2]
        assert [e.quote.text for e in listed.entries(5, 7) if e] == words(listed)[5:]
        assert [e.quote.text for e in listed.entries(1, 6) if e] == words(listed)[1:6]


def test_words_find_the_quotes_of_their_articles_and_clauses_the_quotes_themselves(
    told: Archive,
) -> None:
    assert len(ask(told, Asked("treaties"))) == 3, "all that is said in that article"
    assert ask(told, Asked("said:silence")) == ["Trade wants silence more than treaties"]
    assert ask(told, Asked("speaker:okafor kind:indirect")) == [
        "every convoy got through to the valley"
    ]
    assert ask(told, Asked("talks speaker:annan")) == []
    assert ask(told, Asked("date:2012-06-05 kind:direct")) == [
        "The guns have been silent since dawn",
        "Nobody here believes that it will last",
    ]
    with pytest.raises(QueryComplaint):
        told.ledger.open(Asked("date:never"))


def test_acts_are_listed_only_when_they_are_asked_for(told: Archive) -> None:
    assert "to close the port" not in ask(told, Asked())
    every = ("direct", "mixed", "indirect", "act")
    assert "to close the port" in ask(told, Asked(kinds=every))  # type: ignore[arg-type]
    assert ask(told, Asked(kinds=("act",))) == ["to close the port"]
    assert ask(told, Asked("port", kinds=("mixed",))) == ["that the port stays open"]


def test_what_an_actor_said_and_what_was_said_about_one(told: Archive) -> None:
    annan, okafor = told.ledger.named("Annan"), told.ledger.named("Ruth Okafor")
    assert ask(told, Asked(speakers=annan)) == ["The guns have been silent since dawn"]
    assert ask(told, Asked(about=annan)) == ["We owe Kofi Annan a great deal"]
    assert ask(told, Asked(about=annan, speakers=annan)) == []
    assert len(ask(told, Asked("harbour", speakers=okafor))) == 3
    assert ask(told, Asked(speakers=told.ledger.named("Nobody Whosoever"))) == []
    assert ask(told, Asked(about=frozenset())) == []


def test_what_is_typed_narrows_by_speakers_and_by_words_that_begin_so(told: Archive) -> None:
    assert len(ask(told, Asked(narrowed="oka"))) == 4
    assert ask(told, Asked(narrowed="oka conv")) == ["every convoy got through to the valley"]
    assert sorted(ask(told, Asked(narrowed="silen"))) == [
        "The guns have been silent since dawn",
        "Trade wants silence more than treaties",
    ]
    assert ask(told, Asked("truce", narrowed="silen")) == ["The guns have been silent since dawn"]
    assert ask(told, Asked(narrowed="zo")) == ["that the port stays open"]
    assert ask(told, Asked(narrowed="“ ” …")) == ask(told, Asked())
    assert ask(told, Asked(narrowed="zugzwang")) == []


def test_articles_not_read_yet_are_counted_under_the_query(own: Archive) -> None:
    story = Story("Later", "2013-01-01", "Post", (Said("Snow fell on the pass", "Ruth Okafor"),))
    [article] = tell(own, story, read=False)
    with own.ledger.open(Asked()) as listed:
        assert (len(listed), listed.unread) == (7, 1)
    with own.ledger.open(Asked("truce")) as listed:
        assert listed.unread == 0
    with own.ledger.open(Asked("snow")) as listed:
        assert (len(listed), listed.unread) == (0, 1)
    note(own, article, story)
    assert ask(own, Asked())[0] == "Snow fell on the pass"


def test_what_is_superseded_is_not_listed(own: Archive) -> None:
    article = own.search.find("truce").ids[0]
    own.removing.remove([article])
    for by in ("speaker", "day"):
        with own.ledger.open(Asked(by=by)) as listed:  # type: ignore[arg-type]
            assert len(listed) == len(words(listed)) == 4
            assert listed.articles == 2


def test_a_quote_that_is_gone_meanwhile_leaves_the_others_in_their_rows(own: Archive) -> None:
    article = own.search.find("talks").ids[0]
    with own.ledger.open(Asked()) as listed:
        before = listed.entries(0, 7)
        with own.search._database.transaction() as connection:
            readings.put(
                connection, article, own_reading(own, article, leave_out="treaties"), "by hand"
            )
        after = listed.entries(0, 7)
        assert len(after) == 7
        assert {e.quote.text for e in before if e} - {e.quote.text for e in after if e}
    assert len(ask(own, Asked())) == 6


def own_reading(archive: Archive, article: str, *, leave_out: str) -> Extraction:
    reading = archive.articles.get(article)
    quotes = (each for each in reading.quotes if leave_out not in each.text)
    return Extraction(tuple(quotes), reading.actors)


def test_an_archive_that_can_only_be_read_has_its_ledger(
    own: Archive, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.close()
    monkeypatch.setattr("index.store.database._writable", lambda _: False)
    with open_archive(None, config) as archive:
        assert archive.read_only
        assert len(ask(archive, Asked(by="day"))) == 7
        assert len(ask(archive, Asked("speaker:okafor"))) == 4


def test_merged_speakers_are_one_and_no_actor_is_nobody_until_it_is_taken_back(
    own: Archive,
) -> None:
    annan, okafor, abel = (min(own.ledger.named(name)) for name in ("Annan", "Okafor", "Abel"))
    own.corrections.merge([abel], annan)
    own.corrections.reject(okafor)
    with own.ledger.open(Asked()) as listed:
        assert groups(listed) == [("Kofi Annan", 2), (None, 5)]
        assert [e.quote.speaker for e in listed][:3] == ["Kofi Annan", "Kofi Annan", None]
        assert listed.speakers == 1
        for row, entry in enumerate(listed):
            assert listed.row_of(entry.quote) == row
    assert len(ask(own, Asked(speakers=frozenset({abel})))) == 2
    own.journal.undo()
    own.journal.undo()
    with own.ledger.open(Asked()) as listed:
        assert groups(listed)[0] == ("Ruth Okafor", 4)
        assert listed.speakers == 3


def test_a_quote_stands_with_the_speaker_a_person_gave_it_and_what_is_none_is_left_out(
    own: Archive,
) -> None:
    with own.ledger.open(Asked()) as listed:
        by_words = {entry.quote.text: entry.quote.id for entry in listed}
    own.corrections.speaker(by_words["Nobody here believes that it will last"], "Zoe Abel")
    own.corrections.no_quote(by_words["We owe Kofi Annan a great deal"])
    with own.ledger.open(Asked()) as listed:
        assert groups(listed) == [("Ruth Okafor", 3), ("Zoe Abel", 2), ("Kofi Annan", 1)]
        assert "We owe Kofi Annan a great deal" not in words(listed)
    assert len(ask(own, Asked("speaker:abel"))) == 2, "and so does a search for them"


def _of_one_name(title: str, words: str) -> Story:
    return Story(title, "2012-06-08", "Harbour Post", (Said(words, "Okafor"),))


def test_two_known_by_one_name_are_told_apart_by_the_headlines_of_their_articles(
    own: Archive,
) -> None:
    for story in (_of_one_name("A ferry sinks", "She went down"), _of_one_name("A vote", "We won")):
        [article] = tell(own, story, read=False)
        people = (actor(story.text, "Okafor", "person"),)
        said = (quote(story.text, story.said[0].words, "Okafor"),)
        with own.search._database.transaction() as connection:
            readings.put(connection, article, Extraction(said, people), own._terms.read_with)
    with own.ledger.open(Asked()) as listed:
        found = listed.groups(0, listed.count_groups)
        assert {(group.name, group.headline) for group in found} == {
            ("Ruth Okafor", ""),
            ("Kofi Annan", ""),
            ("Zoe Abel", ""),
            ("Okafor", "A ferry sinks"),
            ("Okafor", "A vote"),
            ("", ""),
        }


def test_a_citation_names_the_speaker_as_the_heading_does(own: Archive) -> None:
    story = _of_one_name("The ferry of Ruth B. Okafor", "She went down")
    [article] = tell(own, story, read=False)
    people = (actor(story.text, "Ruth B. Okafor", "person"),)
    said = (quote(story.text, "She went down", "Ruth B. Okafor"),)
    with own.search._database.transaction() as connection:
        readings.put(connection, article, Extraction(said, people), own._terms.read_with)
    [spoken] = own.articles.get(article).quotes
    own.clippings.keep(article, spoken.start, spoken.end)
    [kept] = own.clippings.all()
    assert kept.speakers == ("Ruth Okafor",)
    assert own.clippings.passage(article, spoken.start, spoken.end).speakers == ("Ruth Okafor",)
    with own.ledger.open(Asked()) as listed:
        assert ("Ruth Okafor", 5) in groups(listed)
