"""A better reader gives articles new texts; nothing that a person kept is lost by it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive, open_archive
from index.article import Passage
from index.config import Config
from index.ingest.work import Manner, work
from index.readers.raw import RawArticle
from tests import better_reader
from tests.archive.correcting import ENVOY, HARBOUR, Desk, envoy, harbour
from tests.better_reader import printed


@pytest.fixture
def desk(config: Config, tmp_path: Path) -> Iterator[Desk]:
    """Two articles with what their site prints around them, read and corrected."""
    (tmp_path / "news").mkdir()
    with open_archive(None, config, start=True) as archive:
        desk = Desk(archive, tmp_path / "news", {})
        desk.add("envoy", printed(ENVOY))
        desk.add("harbour", printed(HARBOUR))
        read(desk)
        corrections = archive.corrections
        corrections.merge([desk.id("Muammar Hadad")], desk.id("Moammar Haddad"))
        corrections.reject(desk.id("Friday", "envoy"))
        corrections.split(desk.id("Moammar Haddad"), "Haddad", "Samir Haddad")
        corrections.speaker(desk.quote("envoy", "We wait,").id, "Syrian rebels")
        corrections.no_quote(desk.quote("envoy", "It is cold,").id)
        yield desk


def read(desk: Desk) -> None:
    desk.read("envoy", envoy(desk.text("envoy")))
    desk.read("harbour", harbour(desk.text("harbour")))


def keep(desk: Desk, words: str, note: str = "") -> Passage:
    start = desk.text("envoy").index(words)
    end = start + len(words)
    return desk.archive.clippings.keep(desk.ids["envoy"], start, end, note=note, tags=["talks"])


def told(desk: Desk) -> object:
    """What is shown of speakers and actors, by their names and words."""
    return (
        {(each.name, each.aliases, each.corrected) for each in desk.archive.people.actors()},
        desk.quotes("envoy"),
        desk.quotes("harbour"),
        desk.said_by("rebels"),
        desk.said_by("Moammar Haddad"),
    )


def read_anew(desk: Desk) -> None:
    report = desk.archive.ingest.add([desk.folder], lambda _: None, read=False)
    assert (report.new, report.changed, report.unchanged) == (0, 2, 0)


def test_nothing_is_lost(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = keep(desk, "Moammar Haddad said", note="check")
    menu = keep(desk, "News | Sport")
    edge = keep(desk, "Sport\n\nEnvoy in Damascus")
    exported = tmp_path / "kept.md"
    desk.archive.export.write(desk.archive.clippings.all(), "markdown", exported)
    before, old = told(desk), desk.text("envoy")
    better_reader.use(monkeypatch)
    read_anew(desk)
    article = desk.ids["envoy"]
    assert desk.text("envoy") == ENVOY, "under the same id"
    read(desk)
    assert told(desk) == before

    clippings = desk.archive.clippings
    [here] = clippings.of(article)
    assert ENVOY[here.start : here.end] == kept.exact
    assert (here.note, here.tags) == ("check", ("talks",))
    assert clippings.place(kept) == (article, here.start, here.end)
    assert (clippings.place(menu), clippings.place(edge)) == (None, None)
    assert clippings.spans() == {(article, here.start, here.end)}
    cited = clippings.all()
    # What it is cited by is the very text that it was taken from.
    assert [each.passage for each in cited] == [
        kept,
        replace(menu, source_changed=True),
        replace(edge, source_changed=True),
    ]
    assert old[kept.start : kept.end] == kept.exact
    assert clippings.kept(article, here.start, here.end, note="check", tags=["talks"]) == kept
    assert clippings.kept(article, kept.start, kept.end, note="check", tags=["talks"]) is None

    verdicts = list(desk.archive.verify(exported))
    assert [each.status for each in verdicts] == ["ok", "changed", "changed"]
    assert "still stand in it" in verdicts[0].why
    assert "The text it was taken from is stored" in verdicts[1].why
    assert [f.what for f in desk.archive.doctor(thoroughly=True) if not f.ok] == []


def test_the_speech_in_a_clipping_is_found_in_the_new_text(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(desk, "“We wait,” Smith said.")
    better_reader.use(monkeypatch)
    read_anew(desk)
    read(desk)
    [cited] = desk.archive.clippings.all()
    assert [(quote.text, quote.speaker) for quote in cited.quotes] == [
        ("We wait,", "Syrian rebels")
    ]


def test_a_file_that_is_taken_apart_otherwise_leads_to_the_part_with_the_words(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep(desk, "Friday said the harbour was shut.")
    head = keep(desk, "Envoy in Damascus")

    def apart(raw: RawArticle) -> list[RawArticle]:
        before, found, after = raw.text.partition("Friday said")
        return [replace(raw, text=part) for part in (before, found + after) if part]

    better_reader.use(monkeypatch, apart)
    desk.archive.ingest.add([desk.folder], lambda _: None, read=False)
    place = desk.archive.clippings.place(kept)
    assert place is not None
    assert place.article != kept.article
    there = desk.archive.articles.get(place.article)
    assert there.text[place.start : place.end] == kept.exact
    assert [each.id for each in desk.archive.clippings.of(place.article)] == [kept.id]
    assert [each.id for each in desk.archive.clippings.of(kept.article)] == [head.id]
    assert not any(each.passage.source_changed for each in desk.archive.clippings.all())


def test_purging_leaves_none_of_the_texts_an_article_had(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(desk, "News | Sport")
    better_reader.use(monkeypatch)
    read_anew(desk)
    desk.archive.removing.purge(list(desk.ids.values()), lambda _: None)
    database = desk.archive.journal._database
    assert database.connection().execute("SELECT count(*) FROM texts").fetchone() == (0,)
    [cited] = desk.archive.clippings.all()
    assert (cited.passage.exact, cited.passage.source_removed) == ("News | Sport", True)


def test_in_the_background_all_files_are_read_again_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive: Archive = desk.archive
    gone = desk.folder / "harbour.txt"
    away = desk.folder.parent / "away.txt"
    gone.rename(away)
    better_reader.use(monkeypatch)
    manner = Manner(patient=False, again=True)
    work(archive.folder, archive.ingest._terms, (), lambda _: None, manner)
    assert desk.text("envoy") == ENVOY
    assert archive.ingest.waiting() == 0
    assert desk.text("harbour") == printed(HARBOUR)
    assert archive.ingest.vanished() == (), "its drive may not be there either"

    def read_it(*_: object, **__: object) -> None:
        raise AssertionError("a file was read once more")

    with monkeypatch.context() as patched:
        patched.setattr("index.ingest.understanding.read", read_it)
        work(archive.folder, archive.ingest._terms, (), lambda _: None, manner)
    away.rename(gone)
    archive.ingest.add([gone], lambda _: None, read=False)
    assert desk.text("harbour") == HARBOUR
