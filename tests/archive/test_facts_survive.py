"""What a person states of an article outlives all that happens to it but its deletion."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.archive import Archive, open_archive, restore_archive
from index.article import Fact
from index.config import Config
from index.store import articles, corrections_file, facts
from index.store.corrections import fold
from tests.archive.correcting import ENVOY, Desk, envoy, open_desk

STATED = {"title": "A truce holds", "date": "2012-06-04", "outlet": "The Herald"}


@pytest.fixture
def desk(config: Config, tmp_path: Path) -> Iterator[Desk]:
    with open_archive(None, config, start=True) as archive:
        desk = open_desk(archive, tmp_path / "news")
        archive.facts.correct(desk.ids["envoy"], STATED)
        yield desk


def said(archive: Archive, article: str) -> dict[str, object]:
    """The values of an article's facts that a person states."""
    found = archive.facts.of(article)
    return {each.name: each.fact.value for each in found if each.is_corrected}


def read(archive: Archive, article: str, name: str) -> Fact[object] | None:
    """What the machine has of a fact that a person states."""
    return next(each.read for each in archive.facts.of(article) if each.name == name)


def machine_forms(archive: Archive) -> int:
    [count] = archive.journal._database.connection().execute(
        "SELECT count(*) FROM articles WHERE machine_form IS NOT NULL"
    )
    return int(count[0])


def test_a_restart_and_a_rebuilt_index(desk: Desk, config: Config) -> None:
    desk.archive.close()
    with open_archive(None, config) as archive:
        assert said(archive, desk.ids["envoy"]) == STATED
        archive.rebuild(lambda _: None)
        assert archive.search.found("title:truce date:2012-06-04 outlet:herald") == {
            desk.ids["envoy"]
        }


def test_the_same_file_added_again_is_not_changed(desk: Desk) -> None:
    file = desk.folder / "envoy.txt"
    os.utime(file, (1, 1))
    report = desk.archive.ingest.add([desk.folder], lambda _: None, read=False)
    assert (report.new, report.changed, report.unchanged) == (0, 0, 2)
    assert said(desk.archive, desk.ids["envoy"]) == STATED
    assert desk.archive.articles.get(desk.ids["envoy"]).quotes


def test_a_file_that_is_understood_otherwise(desk: Desk) -> None:
    (desk.folder / "envoy.yaml").write_text("date: 2012-06-07\nsection: World\n")
    report = desk.archive.ingest.add([desk.folder], lambda _: None, read=False)
    assert (report.new, report.changed) == (0, 1)
    assert said(desk.archive, desk.ids["envoy"]) == STATED
    form = desk.archive.articles.get(desk.ids["envoy"]).article.form
    assert form.section == Fact("World", "sidecar")
    assert read(desk.archive, desk.ids["envoy"], "date") == Fact("2012-06-07", "sidecar")
    assert desk.archive.search.found("date:2012-06-04 title:truce") == {desk.ids["envoy"]}
    assert desk.archive.search.found("date:2012-06-07") == set()
    while desk.archive.corrections.listed():
        desk.archive.journal.undo()
    form = desk.archive.articles.get(desk.ids["envoy"]).article.form
    assert form.date == Fact("2012-06-07", "sidecar")
    assert machine_forms(desk.archive) == 0


def test_a_correction_that_says_what_a_better_reader_then_reads(desk: Desk) -> None:
    connection = desk.archive.journal._database.connection()
    [row] = connection.execute(
        """SELECT id, item, file_sha256, text_sha256, rules, text, machine_form, words, part
           FROM articles JOIN texts ON sha256 = text_sha256 WHERE machine_form IS NOT NULL"""
    )
    better = json.loads(row[6])
    better["facts"]["date"] = ["2012-06-04", "stated", None]
    form = json.dumps(better, ensure_ascii=False, separators=(",", ":"))
    new = articles.NewArticle(*row[:6], form, "2012-06-04", row[7], None, row[8] or "")
    with desk.archive.journal._database.transaction() as writing:
        assert articles.put(writing, new) == "changed"
        assert articles.put(writing, new) == "as it was"
        assert articles.stand_so(writing, [new])
        assert facts.machine_form(writing, new.id) == form
    assert said(desk.archive, new.id) == STATED
    assert read(desk.archive, new.id, "date") == Fact("2012-06-04", "stated")


def test_a_new_version_of_the_file(desk: Desk) -> None:
    old = desk.ids["envoy"]
    new = desk.add("envoy", ENVOY.replace("Haddad", "Hadid") + "\nPosted June 9, 2012\n")
    assert new != old
    assert said(desk.archive, new) == STATED
    assert desk.archive.search.found("date:2012-06-04 title:truce") == {new}
    listed = desk.archive.corrections.listed()
    assert [(each.article, each.waits) for each in listed] == [(old, "")] * 3
    # What is said of the newer version goes before; what is taken back there, holds of neither.
    desk.archive.facts.correct(new, {"outlet": "The Star"})
    assert said(desk.archive, new) == STATED | {"outlet": "The Star"}
    assert said(desk.archive, old) == STATED
    desk.archive.facts.correct(new, {}, ["outlet"])
    assert said(desk.archive, new) == said(desk.archive, old)
    assert "outlet" not in said(desk.archive, new)
    assert desk.archive.journal.undo() == "Holds again: The outlet is “The Star”."
    assert said(desk.archive, old) == STATED
    assert said(desk.archive, new) == STATED | {"outlet": "The Star"}
    desk.archive.facts.correct(old, {"section": "World"})
    assert said(desk.archive, new)["section"] == "World", "said of it before it was this one"


def test_a_text_put_back_as_it_was(desk: Desk) -> None:
    old = desk.ids["envoy"]
    between = desk.add("envoy", ENVOY + "\nMore.\n")
    desk.archive.facts.correct(between, {"agency": "AFP"})
    assert desk.add("envoy", ENVOY) == old
    assert said(desk.archive, old) == STATED | {"agency": "AFP"}


def test_rows_of_a_dump_that_move(config: Config, tmp_path: Path) -> None:
    rows = [
        {"id": f"r{n}", "title": f"Council votes {n}", "text": f"{ENVOY} {n}"} for n in range(3)
    ]
    dump = tmp_path / "dump.jsonl"
    dump.write_text("\n".join(map(json.dumps, rows)))
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([dump], lambda _: None, read=False)
        [article] = archive.search.found("title:1")
        desk = Desk(archive, tmp_path, {"row": article})
        desk.read("row", envoy(desk.text("row")))
        archive.facts.correct(article, {"title": "A truce holds"})
        dump.write_text("\n".join(map(json.dumps, [{"id": "new", "text": "Brief news."}, *rows])))
        archive.ingest.add([dump], lambda _: None, read=False)
        [moved] = archive.search.found('title:"truce holds"')
        assert moved != article
        reading = archive.articles.get(moved)
        assert reading.article.version_of == article
        assert reading.quotes, "its text and the machine's facts are what they were"
        assert archive.search.found('title:"votes 1"') == set()


def test_of_two_rows_with_the_same_text_one_is_corrected(config: Config, tmp_path: Path) -> None:
    rows = [{"title": f"Copy {n}", "outlet": f"Paper {n}", "text": ENVOY} for n in (1, 2)]
    dump = tmp_path / "dump.jsonl"
    dump.write_text("\n".join(map(json.dumps, rows)))
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([dump], lambda _: None, read=False)
        [one], [two] = archive.search.found("title:1"), archive.search.found("title:2")
        archive.facts.correct(one, {"outlet": "The Herald"})
        assert (said(archive, one), said(archive, two)) == ({"outlet": "The Herald"}, {})
        archive.removing.remove([one])
        archive.ingest.add([dump], lambda _: None, read=False)
        assert said(archive, two) == {}


def test_a_text_that_gets_another_number_in_its_file(desk: Desk) -> None:
    """A reader that finds more in a file counts its articles otherwise."""
    database = desk.archive.journal._database
    connection = database.connection()
    [row] = connection.execute(
        """SELECT item, file_sha256, text_sha256, rules, text, machine_form, words
           FROM articles JOIN texts ON sha256 = text_sha256 WHERE machine_form IS NOT NULL"""
    )
    new = articles.NewArticle("0123456789ab", 7, *row[1:6], None, row[6])
    with database.transaction() as writing:
        articles.supersede(writing, desk.ids["envoy"])
        articles.put_all(writing, [new])
    assert said(desk.archive, new.id) == STATED
    [date, *_] = [each for each in desk.archive.corrections.listed() if "date" in each.told]
    assert date.waits == ""
    desk.archive.corrections.take_back(date.seq)
    assert "date" not in said(desk.archive, new.id)
    assert facts.is_settled(connection)


def test_what_was_removed_comes_back_as_it_was_stated(desk: Desk) -> None:
    old = desk.ids["envoy"]
    desk.archive.removing.remove([old])
    (desk.folder / "envoy.txt").write_text(ENVOY + "\nMore.\n")
    desk.archive.ingest.add([desk.folder], lambda _: None, read=False)
    assert {each.waits for each in desk.archive.corrections.listed()} == {"its article is not here"}
    desk.archive.journal.undo()
    desk.archive.ingest.catch_up()
    [back] = desk.archive.search.found("title:truce")
    assert back != old
    assert said(desk.archive, back) == STATED


def test_what_is_purged_takes_what_was_stated_along(desk: Desk) -> None:
    desk.archive.removing.purge([desk.ids["envoy"]], lambda _: None)
    assert desk.archive.corrections.listed() == []
    assert "facts:" not in desk.archive.corrections.write()
    assert all(each.ok for each in desk.archive.doctor())
    assert desk.archive.journal.undo() is not None, "what was not purged can still be undone"


def test_a_backup_and_what_is_restored_of_it(desk: Desk, config: Config, tmp_path: Path) -> None:
    desk.archive.backup(tmp_path / "backup", lambda *_: None)
    folder = tmp_path / "restored"
    restore_archive(tmp_path / "backup", folder, config, lambda *_: None)
    with open_archive(folder, config) as archive:
        assert said(archive, desk.ids["envoy"]) == STATED
        assert archive.search.found("title:truce") == {desk.ids["envoy"]}


@pytest.mark.parametrize("taken_in", ["before the files", "after them"])
def test_a_fresh_archive_with_the_same_files(
    desk: Desk, config: Config, tmp_path: Path, taken_in: str
) -> None:
    desk.archive.facts.correct(desk.ids["envoy"], {"byline": "Ann Lee; Roe, Jo", "agency": None})
    text = desk.archive.corrections.write()
    other = replace(config, archive_folder=tmp_path / "fresh")
    with open_archive(None, other, start=True) as archive:
        if taken_in == "before the files":
            told = archive.corrections.read(text)
            assert told[0] == "Taken in: 5 corrections. Stood already: 0."
            assert "fits nothing in this archive yet" in told[1]
        archive.ingest.add([desk.folder], lambda _: None, read=False)
        if taken_in == "after them":
            assert archive.corrections.read(text) == ["Taken in: 5 corrections. Stood already: 0."]
            archive.ingest.catch_up()
        assert archive.articles.get(desk.ids["envoy"]).article.form == (
            desk.archive.articles.get(desk.ids["envoy"]).article.form
        )
        assert archive.corrections.write() == text
        assert archive.corrections.read(text)[0].endswith("Stood already: 5.")
        assert archive.search.found("title:truce byline:lee") == {desk.ids["envoy"]}
        while archive.corrections.listed():
            archive.journal.undo()
        assert machine_forms(archive) == 0


@pytest.mark.parametrize(
    ("fact", "complaint"),
    [
        ("date: soon", "Line 6: “soon” is no day"),
        ("url: javascript:alert(1)", "begins with http"),
        ('title: "\\x1b[31m"', "cannot be shown"),
        ("byline: [a, [b]]", "byline is a single value"),
        ("byline: []", "needs a name"),
        ("published_at: 2012-06-05T00:00:00", "is not known in the facts"),
        ("item: 3", "is not known in the facts"),
        ("", "Here is missing a fact"),
    ],
)
def test_a_file_that_states_what_cannot_be(desk: Desk, fact: str, complaint: str) -> None:
    text = (
        f'version: 1\nfacts:\n- article: "{"0" * 12}"\n  text_sha256: "{"0" * 64}"\n'
        f'  file_sha256: "{"0" * 64}"\n  {fact}\n'
    )
    before = desk.archive.corrections.listed()
    with pytest.raises(Exception, match=complaint) as told:
        desk.archive.corrections.read(text)
    assert str(told.value).endswith(". Nothing was taken in.")
    assert desk.archive.corrections.listed() == before


def test_what_is_folded_again_is_the_same(desk: Desk) -> None:
    from index.store import journal

    entries = journal.entries(desk.archive.journal._database.connection())
    assert corrections_file.write(fold(entries)) == desk.archive.corrections.write()
