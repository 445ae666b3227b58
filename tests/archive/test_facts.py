"""A person states what a fact of an article is: it is shown, found, cited, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import open_archive
from index.article import DatelineError, NothingFound, Reading, ReadOnlyArchive
from index.config import Config
from index.store import articles
from tests.archive.correcting import Desk, open_desk


@pytest.fixture
def desk(config: Config, tmp_path: Path) -> Iterator[Desk]:
    with open_archive(None, config, start=True) as archive:
        yield open_desk(archive, tmp_path / "news")


def envoy(desk: Desk) -> Reading:
    return desk.archive.articles.get(desk.ids["envoy"])


def found(desk: Desk, query: str) -> set[str]:
    desk.archive.ingest.catch_up()
    return {name for name, each in desk.ids.items() if each in desk.archive.search.found(query)}


def state(desk: Desk, **said: str | None) -> list[str]:
    return desk.archive.facts.correct(desk.ids["envoy"], said)


def test_what_is_stated_takes_the_place_of_what_was_read(desk: Desk) -> None:
    before = envoy(desk)
    told = state(desk, title="A truce holds", date="4 June 2012", byline="Ann Lee and Bo Ray",
                 outlet="The Herald", agency=None, dateline="Beirut")  # fmt: skip
    assert told == [
        "The headline is “A truce holds”.",
        "The date is 4 June 2012.",
        "The byline is “Ann Lee” and “Bo Ray”.",
        "The outlet is “The Herald”.",
        "The agency is unknown.",
        "The dateline is “Beirut”.",
    ]
    now = envoy(desk)
    record = now.to_json()
    assert (record["title"], record["date"], record["byline"]) == (
        *("A truce holds", "2012-06-04"),
        ["Ann Lee", "Bo Ray"],
    )
    assert (record["outlet"], record["agency"], record["dateline"]) == (
        *("The Herald", None, "Beirut"),
    )
    basis = record["basis"]
    assert isinstance(basis, dict)
    assert {basis[name] for name in ("title", "date", "byline", "outlet")} == {"corrected"}
    assert basis["agency"] == "unknown"
    assert now.quotes == before.quotes, "the text is what it was, and so is what was read in it"
    assert now.actors == before.actors
    assert now.article.extracted
    assert (now.text, now.paragraphs) == (before.text, before.paragraphs)


def test_search_facets_and_the_order_by_date_follow(desk: Desk) -> None:
    assert found(desk, "date:undated") == {"envoy", "harbour"}
    assert found(desk, "place:damascus agency:reuters") == {"envoy"}
    state(desk, title="Walruses gather", date="2011-01-01", outlet="The Herald", byline="Ann Lee",
          dateline="Beirut", agency="AFP")  # fmt: skip
    for query in ("title:walruses", "date:2011-01-01", "outlet:herald", "byline:lee",
                  "place:beirut", "agency:afp"):  # fmt: skip
        assert found(desk, query) == {"envoy"}, query
    assert found(desk, "date:undated") == {"harbour"}
    assert found(desk, "place:damascus OR agency:reuters date:2011") == set()
    by_date = desk.archive.search.find("", sort="date").ids
    assert by_date[0] == desk.ids["envoy"]
    assert desk.archive.articles.span_of_dates() == ("2011-01-01", "2011-01-01")
    assert desk.archive.articles.resolve("Walruses") == desk.ids["envoy"]
    for _ in range(6):
        desk.archive.journal.undo()
    assert found(desk, "date:undated") == {"envoy", "harbour"}
    assert found(desk, "title:walruses OR outlet:herald OR byline:lee") == set()


def test_a_citation_has_what_was_stated(desk: Desk) -> None:
    state(desk, title="A truce holds", date="2012-06-04", byline="Ann Lee", outlet="The Herald")
    desk.archive.clippings.keep(desk.ids["envoy"], 0, 10)
    [cited] = desk.archive.clippings.all()
    written = desk.archive.export.render([cited], "markdown")
    assert "Ann Lee, “A truce holds,”" in written.replace('"', "”").replace(" ”A", " “A")
    assert "June 4, 2012" in written
    assert "Herald" in written
    assert "orrected" not in written


def test_the_facts_are_told_with_what_was_read(desk: Desk) -> None:
    state(desk, date="2012-06-04 09:30 +02:00", agency=None)
    facts = {each.name: each for each in desk.archive.facts.of(desk.ids["envoy"])}
    assert next(iter(facts)) == "title"
    date = facts["date"]
    assert (date.fact.value, date.fact.basis) == ("2012-06-04", "corrected")
    assert (date.moment, date.typed) == ("2012-06-04T09:30:00+02:00", "2012-06-04 09:30 +02:00")
    assert date.read is not None
    assert date.to_json()["read"] == {
        "value": None, "moment": None, "basis": "unknown", "reason": None,
    }  # fmt: skip
    assert facts["agency"].is_corrected
    assert facts["agency"].read is not None
    assert (facts["agency"].read.value, facts["agency"].fact.value) == ("Reuters", None)
    assert not facts["title"].is_corrected
    assert facts["title"].read is None


def test_a_correction_is_listed_and_taken_back_alone(desk: Desk) -> None:
    before = envoy(desk)
    state(desk, date="2012-06-04")
    state(desk, date="2012-06-03")
    state(desk, outlet="The Herald")
    date, outlet = desk.archive.corrections.listed()
    assert (date.kind, date.told, date.article) == (
        *("fact", "The date is 3 June 2012."),
        desk.ids["envoy"],
    )
    told = desk.archive.corrections.take_back(date.seq)
    assert told == "No longer so: The date is 3 June 2012."
    assert envoy(desk).article.form.date == before.article.form.date, "not what was said before it"
    assert desk.archive.corrections.listed() == [outlet]
    assert desk.archive.corrections.bring_back() == "Holds again: The date is 3 June 2012."
    assert envoy(desk).article.form.date.value == "2012-06-03"
    [told] = desk.archive.facts.correct(desk.ids["envoy"], {}, ["date"])
    assert told == "No longer so: The date is 3 June 2012."
    assert desk.archive.journal.undo() == "Holds again: The date is 3 June 2012."
    assert desk.archive.journal.undo() == "No longer so: The outlet is “The Herald”."
    assert desk.archive.journal.undo() == "No longer so: The date is 3 June 2012."
    assert envoy(desk).article.form.date.value == "2012-06-04"
    while desk.archive.corrections.listed():
        desk.archive.journal.undo()
    assert envoy(desk) == before


def test_what_makes_no_sense_is_refused_and_nothing_is_done(desk: Desk) -> None:
    before = envoy(desk)
    for said, complaint in (
        ({"date": "soon"}, "is no day"),
        ({"title": "Fine", "date": "soon"}, "is no day"),
        ({"headlin": "x"}, "no fact that can be stated"),
        ({"published_at": "2012-06-05"}, "no fact that can be stated"),
        ({"agency": "Reuters"}, "The agency is that already."),
        ({"section": None}, "The section is that already."),
        ({"title": "New", "agency": "Reuters"}, "that already"),
    ):
        with pytest.raises(DatelineError, match=complaint):
            desk.archive.facts.correct(desk.ids["envoy"], said)
    with pytest.raises(DatelineError, match="was not corrected"):
        desk.archive.facts.correct(desk.ids["envoy"], {}, ["title"])
    with pytest.raises(DatelineError, match="at once"):
        desk.archive.facts.correct(desk.ids["envoy"], {"title": "x"}, ["headline"])
    for call in (
        desk.archive.facts.of,
        lambda each: desk.archive.facts.correct(each, {"url": None}),
    ):
        with pytest.raises(NothingFound, match="no article"):
            call("feedfeedfeed")
    assert envoy(desk) == before
    assert desk.archive.corrections.listed() == []


def test_a_guess_can_be_confirmed(desk: Desk) -> None:
    with desk.archive.journal._database.transaction() as connection:
        form = articles.get(connection, [desk.ids["envoy"]])[desk.ids["envoy"]].form
    known = next(
        each for each in desk.archive.facts.of(desk.ids["envoy"]) if each.name == "language"
    )
    assert known.fact.basis == "inferred"
    assert state(desk, language=known.typed) == ["The language is “en”."]
    assert envoy(desk).article.form.language.basis == "corrected"
    assert envoy(desk).article.form.date == form.date


def test_another_language_is_read_anew_when_it_is_its_turn(desk: Desk) -> None:
    before = envoy(desk)
    assert desk.archive.ingest.waiting() == 2, "the machine of these tests is of another version"
    state(desk, language="fr")
    connection = desk.archive.journal._database.connection()
    rows = connection.execute("SELECT id, read_with FROM articles").fetchall()
    assert dict(rows) == {desk.ids["envoy"]: "", desk.ids["harbour"]: "1"}
    assert envoy(desk).quotes == before.quotes, "until then"


def test_a_read_only_archive_says_so(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_archive(None, config, start=True) as archive:
        desk = open_desk(archive, tmp_path / "news")
        state(desk, date="2012-06-04")
    monkeypatch.setattr("index.store.database._writable", lambda _: False)
    with open_archive(None, config) as archive:
        [date] = [f for f in archive.facts.of(desk.ids["envoy"]) if f.name == "date"]
        assert date.is_corrected
        with pytest.raises(ReadOnlyArchive):
            archive.facts.correct(desk.ids["envoy"], {"date": "2012-06-03"})


def test_the_doctor_sees_facts_that_are_not_as_they_were_stated(desk: Desk) -> None:
    state(desk, date="2012-06-04")
    desk.archive.ingest.catch_up()
    assert all(each.ok for each in desk.archive.doctor())
    with desk.archive.journal._database.transaction() as connection:
        connection.execute("UPDATE articles SET form = machine_form WHERE machine_form IS NOT NULL")
    [wrong] = [each.what for each in desk.archive.doctor() if not each.ok]
    assert wrong.startswith("Facts of articles are not shown as they were corrected.")
    desk.archive.journal.undo()
    assert all(each.ok for each in desk.archive.doctor())
