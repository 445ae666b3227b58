"""What a person corrected outlives restarts, readings anew, new texts, rebuilding and copying."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive, Asked, open_archive, restore_archive
from index.article import Extraction
from index.config import Config
from tests.archive.correcting import ENVOY, Desk, envoy, harbour, open_desk, quote


@pytest.fixture
def desk(config: Config, tmp_path: Path) -> Iterator[Desk]:
    with open_archive(None, config, start=True) as archive:
        yield open_desk(archive, tmp_path / "news")


def correct(desk: Desk) -> None:
    corrections = desk.archive.corrections
    corrections.merge([desk.id("Muammar Hadad")], desk.id("Moammar Haddad"))
    corrections.reject(desk.id("Friday", "envoy"))
    corrections.split(desk.id("Moammar Haddad"), "Haddad", "Samir Haddad")
    corrections.speaker(desk.quote("envoy", "We wait,").id, "Syrian rebels")
    corrections.no_quote(desk.quote("envoy", "It is cold,").id)


def sound(archive: Archive) -> None:
    assert [f.what for f in archive.doctor(thoroughly=True) if not f.ok] == []


def test_a_restart(desk: Desk, config: Config) -> None:
    correct(desk)
    before = desk.state()
    desk.archive.close()
    with open_archive(None, config) as archive:
        assert replace(desk, archive=archive).state() == before
        assert [each.kind for each in archive.corrections.listed()] == [
            *("merge", "reject", "split", "speaker", "no quote"),
        ]


def test_a_reading_anew(desk: Desk) -> None:
    correct(desk)
    before = desk.state()
    desk.read("envoy", envoy(desk.text("envoy")), "2")
    desk.read("harbour", harbour(desk.text("harbour")), "2")
    assert desk.state() == before
    sound(desk.archive)


def test_spans_that_other_rules_move(desk: Desk) -> None:
    correct(desk)
    text = desk.text("envoy")
    found = envoy(text)
    moved = [
        replace(each, start=each.start + 1, end=each.end - 1, text=each.text[1:-1])
        for each in found.quotes
    ]
    desk.read("envoy", replace(found, quotes=tuple(moved)), "2")
    assert desk.quotes("envoy")["e wait"] == "Syrian rebels"
    assert "t is cold" not in desk.quotes("envoy")
    assert desk.quotes("envoy")["he truce holds"] == "Moammar Haddad"
    sound(desk.archive)


def test_a_quote_that_the_machine_finds_no_more(desk: Desk) -> None:
    correct(desk)
    desk.read("envoy", Extraction((), envoy(desk.text("envoy")).actors), "2")
    [left] = desk.archive.articles.get(desk.ids["envoy"]).quotes
    assert (left.text, left.speaker, left.kind, left.corrected) == (
        *("We wait,", "Syrian rebels", "direct", True),
    )
    assert left.verbatim == ((left.start, left.end),)
    assert desk.said_by("rebels") == {"We wait,"}
    while desk.archive.journal.undo():
        pass
    assert desk.quotes("envoy") == {}
    sound(desk.archive)


def test_a_quote_within_another_is_not_taken_for_it(desk: Desk) -> None:
    text = desk.text("envoy")
    outer = replace(
        quote(text, "Tuesday. Haddad met Smith of the Harbour Board.", "Smith"), kind="indirect"
    )
    inner = quote(text, "Smith of the Harbour Board.", "Smith")
    actors = envoy(text).actors
    desk.read("envoy", Extraction((outer, inner), actors))
    desk.archive.corrections.speaker(desk.quote("envoy", outer.text).id, "Moammar Haddad")
    assert desk.quotes("envoy")[inner.text] == "Smith"
    longer = replace(outer, start=outer.start - 3, text=text[outer.start - 3 : outer.end])
    desk.read("envoy", Extraction((longer, inner), actors), "2")
    assert desk.quotes("envoy") == {longer.text: "Moammar Haddad", inner.text: "Smith"}


def test_an_index_made_anew(desk: Desk) -> None:
    correct(desk)
    before, listed = desk.state(), desk.listed(Asked("speaker:rebels"))
    desk.archive.rebuild(lambda _: None)
    assert desk.state() == before
    assert desk.listed(Asked("speaker:rebels")) == listed == ["We wait,"]


def test_a_backup(desk: Desk, config: Config, tmp_path: Path) -> None:
    correct(desk)
    before = desk.state()
    desk.archive.backup(tmp_path / "backup", lambda *_: None)
    folder = restore_archive(tmp_path / "backup", tmp_path / "other", config, lambda *_: None)
    with open_archive(folder, config) as archive:
        assert replace(desk, archive=archive).state() == before


def test_a_text_of_another_version_in_which_the_words_stand_elsewhere(desk: Desk) -> None:
    desk.archive.corrections.rename(desk.id("Smith", "envoy"), "Smyth")
    correct(desk)
    older = desk.ids["envoy"]
    (desk.folder / "envoy.txt").write_text(
        ENVOY.replace("Envoy in Damascus", "Envoy waits in Damascus"), encoding="utf-8"
    )
    desk.archive.ingest.add([desk.folder], lambda _: None, read=False)
    desk.ids["envoy"] = desk.archive.articles.newer(older) or ""
    desk.read("envoy", envoy(desk.text("envoy")))
    assert desk.quotes("envoy")["We wait,"] == "Syrian rebels"
    assert "It is cold," not in desk.quotes("envoy")
    assert "Smyth" in desk.names("envoy"), "who is one in an article is so in its new version"
    assert {each.waits for each in desk.archive.corrections.listed()} == {""}
    sound(desk.archive)


def test_words_that_a_new_version_has_not(desk: Desk) -> None:
    correct(desk)
    older = desk.ids["envoy"]
    (desk.folder / "envoy.txt").write_text(ENVOY.replace("We wait,", "We go,"), encoding="utf-8")
    desk.archive.ingest.add([desk.folder], lambda _: None, read=False)
    desk.ids["envoy"] = desk.archive.articles.newer(older) or ""
    desk.read("envoy", Extraction())
    assert desk.quotes("envoy") == {}
    waiting = {each.told: each.waits for each in desk.archive.corrections.listed() if each.waits}
    assert waiting == {"“Syrian rebels” says “We wait,”.": "source changed"}
    (desk.folder / "envoy.txt").write_text(ENVOY, encoding="utf-8")
    desk.archive.ingest.add([desk.folder], lambda _: None, read=False)
    [desk.ids["envoy"]] = desk.archive.search.find("cold").ids
    assert desk.quotes("envoy")["We wait,"] == "Syrian rebels", "the old text is back"


def test_a_copy_of_the_text_in_another_file(desk: Desk) -> None:
    correct(desk)
    desk.ids["envoy"] = desk.add("copy", ENVOY + "\n")
    desk.read("copy", envoy(desk.text("copy")))
    assert desk.quotes("copy")["We wait,"] == "Smith", "another article, whatever it says"


def test_an_article_that_is_removed_and_brought_back(desk: Desk) -> None:
    correct(desk)
    before = desk.state()
    desk.archive.removing.remove([desk.ids["envoy"]])
    desk.archive.removing.restore([desk.ids["envoy"]])
    assert desk.state() == before


def test_an_article_that_is_deleted_for_good(desk: Desk) -> None:
    correct(desk)
    desk.archive.removing.purge([desk.ids["envoy"]], lambda _: None)
    waiting = [each.waits for each in desk.archive.corrections.listed() if each.waits]
    assert waiting == ["no article here has these words"] * 2
    assert desk.quotes("harbour") == {"The port is closed,": "Moammar Haddad"}
    while desk.archive.journal.undo():
        pass
    assert "Muammar Hadad" in desk.names("harbour")
    sound(desk.archive)


def test_what_is_kept_and_exported_is_cited_as_corrected(desk: Desk) -> None:
    correct(desk)
    shown = desk.quote("envoy", "We wait,")
    desk.archive.clippings.keep(desk.ids["envoy"], shown.start, shown.end)
    [cited] = desk.archive.clippings.all()
    assert cited.speakers == ("Syrian rebels",)
    assert "Syrian rebels" in desk.archive.export.cite(cited)
    [found] = [each for each in desk.archive.export.found("truce") if each.quotes]
    assert found.speakers == ("Moammar Haddad",)
    [port] = [each for each in desk.archive.export.found("port") if each.quotes]
    assert port.speakers == ("Moammar Haddad",)


def test_what_is_offered_and_counted_is_as_corrected(desk: Desk) -> None:
    correct(desk)
    offered = desk.archive.search.complete("actor:muammar", 13)
    assert offered is not None
    assert [(each.text, each.note) for each in offered.items] == [("Moammar Haddad", "2 articles")]
    assert desk.archive.search.complete("actor:frid", 10) is None
    facets = {each.field: each for each in desk.archive.search.facets("")}
    assert ("Moammar Haddad", 2) in [(v.text, v.count) for v in facets["actor"].values]
    assert "Friday" not in [value.text for value in facets["actor"].values]
    assert [(v.text, v.count) for v in facets["speaker"].values] == [
        *(("Moammar Haddad", 2), ("Syrian rebels", 1)),
    ]
    for value in facets["actor"].values:
        assert desk.archive.search.find(value.clause).count == value.count
    assert [each.name for each in desk.archive.corrections.names("muam")] == ["Moammar Haddad"]
    assert [each.name for each in desk.archive.corrections.names("hadd")] == [
        *("Moammar Haddad", "Samir Haddad"),
    ]
