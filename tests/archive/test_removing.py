"""Removing: out of search and back, kept out of what is added again, or deleted for good."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from index.archive import Archive, open_archive
from index.article import DatelineError, NothingFound, ReadOnlyArchive
from index.config import Config
from index.store import journal, removals
from index.store.database import FILE_NAME, Database

SECRET = "xylophonist"
STORY = (
    "Mayor meets the band\n\nLISBON, June 5 (Reuters) - The mayor met the {who} on Monday.\n\n"
    "“We shall play at night,” said Bartholomew Quennell, the {who}.\n"
)


def add(archive: Archive, *paths: Path) -> None:
    archive.ingest.add(paths, lambda _: None, read=False)


def purge(archive: Archive, *names: str | Path) -> list[str]:
    found = [each.id for name in names for each in archive.removing.find(str(name))]
    return archive.removing.purge(found, lambda _: None)


def remove(archive: Archive, *names: str | Path) -> None:
    archive.removing.remove([e.id for name in names for e in archive.removing.find(str(name))])


def found(archive: Archive, query: str) -> int:
    return archive.search.find(query).count


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles in a folder and one below it, of which the seeds have not a word."""
    made = tmp_path / "news"
    (made / "band").mkdir(parents=True)
    (made / "a.txt").write_text(STORY.format(who=SECRET))
    (made / "b.txt").write_text("The aldermen met on Monday in Paris.\n")
    (made / "band" / "c.txt").write_text("The band met on Tuesday in Rome.\n")
    return made


@pytest.fixture
def news(archive: Archive, folder: Path) -> Archive:
    add(archive, folder)
    return archive


def test_what_is_removed_is_out_of_search_and_stays_out(news: Archive, folder: Path) -> None:
    remove(news, folder / "a.txt")
    assert found(news, SECRET) == 0
    assert found(news, "aldermen") == 1
    (folder / "a.txt").touch()
    shutil.copy(folder / "a.txt", folder / "copy.txt")
    (folder / "a.txt").rename(folder / "moved.txt")
    add(news, folder)
    assert found(news, SECRET) == 0
    assert found(news, "aldermen") == 1


def test_a_later_version_of_what_was_removed_stays_out_too(news: Archive, folder: Path) -> None:
    remove(news, folder / "a.txt")
    for day in ("Tuesday", "Wednesday"):
        (folder / "a.txt").write_text(STORY.format(who=SECRET).replace("Monday", day))
        add(news, folder)
        assert found(news, SECRET) == 0
    news.removing.restore(news.removing.find_removed(str(folder / "a.txt")))
    assert found(news, f"{SECRET} wednesday") == 1, "the version that stands in the file"
    assert found(news, SECRET) == 1
    assert [f.what for f in news.doctor() if not f.ok] == []


def test_another_article_in_its_place_is_taken_in(news: Archive, folder: Path) -> None:
    remove(news, folder / "a.txt")
    (folder / "d.txt").write_text("The harbour froze on Sunday.\n")
    add(news, folder)
    assert found(news, "harbour") == 1


def test_removing_is_undone_and_done_again(news: Archive, folder: Path) -> None:
    remove(news, folder / "a.txt")
    assert news.journal.undo() == "Back in search: “Mayor meets the band”"
    assert found(news, SECRET) == 1
    assert news.journal.redo() == "Removed again: “Mayor meets the band”"
    assert found(news, SECRET) == 0
    news.removing.restore(news.removing.find_removed(str(folder)))
    assert found(news, SECRET) == 1
    assert news.journal.undo() == "Removed again: “Mayor meets the band”"
    assert found(news, SECRET) == 0


def test_removing_nothing_is_nothing_to_undo(news: Archive) -> None:
    news.removing.remove([])
    news.removing.restore([])
    assert news.removing.purge([], lambda _: None) == []
    assert news.journal.undo() is None


def test_a_folder_stands_for_all_that_came_from_it(news: Archive, folder: Path) -> None:
    shutil.copytree(folder, folder.with_name("news2"))  # its name begins as the other's
    (folder.with_name("news2") / "b.txt").write_text("Some aldermen met in Bonn.\n")
    add(news, folder.with_name("news2"))
    remove(news, folder)
    assert found(news, "aldermen") == 1
    assert [each.title for each in news.removing.removed()].count("Mayor meets the band") == 1
    with pytest.raises(NothingFound, match="id, file name or headline"):
        news.removing.find(str(folder / "none.txt"))
    with pytest.raises(NothingFound, match="--list"):
        news.removing.find_removed("nothing")


def test_what_was_kept_of_a_removed_article_stays(news: Archive, folder: Path) -> None:
    [article] = news.removing.find(str(folder / "a.txt"))
    kept = news.clippings.keep(article.id, 0, 20)
    remove(news, article.id)
    [cited] = news.clippings.all()
    assert cited.passage == kept
    assert news.articles.get(article.id).text.startswith("Mayor")


def bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_nothing_of_a_purged_text_is_left_in_any_file(
    news: Archive, folder: Path, config: Config
) -> None:
    news.ingest.add([], lambda _: None)  # read for quotes, so that names are stored too
    assert SECRET.encode() in bytes_of(config.archive_folder)
    (folder / "a.txt").write_text(STORY.format(who=SECRET).replace("Monday", "Sunday"))
    add(news, folder)
    assert len(purge(news, folder / "a.txt")) == 2, "both versions"
    left = bytes_of(config.archive_folder).lower()
    for word in (SECRET, "quennell", "play at night"):
        assert word.encode() not in left
    assert found(news, SECRET) == 0
    assert found(news, "aldermen") == 1
    assert [f.what for f in news.doctor() if not f.ok] == []


def test_a_purged_article_stays_out_until_it_is_asked_for(news: Archive, folder: Path) -> None:
    purge(news, folder / "a.txt")
    (folder / "a.txt").touch()
    shutil.copy(folder / "a.txt", folder / "copy.txt")
    add(news, folder)
    assert found(news, SECRET) == 0
    news.removing.restore(news.removing.find_removed(str(folder / "a.txt")))
    add(news, folder)
    assert found(news, SECRET) == 1


def test_what_was_kept_of_a_purged_article_keeps_its_words_and_citation(
    news: Archive, folder: Path
) -> None:
    news.ingest.add([], lambda _: None)
    [article] = news.removing.find(str(folder / "a.txt"))
    text = news.articles.get(article.id).text
    start = text.index("“We shall")
    kept = news.clippings.keep(article.id, start, len(text) - 1, note="why")
    [before] = news.clippings.all()
    cited_as = news.export.cite(before)
    purge(news, article.id)
    [after] = news.clippings.all()
    assert after.passage.source_removed
    assert after.passage.to_json() == kept.to_json()
    told = "    Source: removed from the archive; these are the words kept\n"
    assert news.export.cite(after).replace(told, "") == cited_as
    assert told in news.export.cite(after)
    assert after.speakers == before.speakers == ("Bartholomew Quennell",)
    for form in news.export.formats:
        assert "We shall play at night" in news.export.render([after], form)
    with pytest.raises(DatelineError, match="removed from this archive for good"):
        news.articles.get(article.id)
    assert [f.what for f in news.doctor() if not f.ok] == []


def test_purging_is_not_undone_and_does_not_stand_in_the_way_of_undo(
    news: Archive, folder: Path
) -> None:
    [article] = news.removing.find(str(folder / "b.txt"))
    news.clippings.keep(article.id, 0, 11)
    remove(news, folder / "a.txt")
    [each] = news.removing.removed()
    news.removing.purge([each.article], lambda _: None)
    assert str(news.journal.undo()).startswith("Deleted for good, and not to be brought back")
    assert news.journal.undo() == "No longer kept: “The alderme”"
    assert news.journal.undo() is None
    assert found(news, SECRET) == 0


def test_a_purge_that_is_cut_short_is_gone_on_with(
    news: Archive, folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Database, "pack", _no_room)
        with pytest.raises(DatelineError, match="traces of their text .* `dateline rebuild`"):
            purge(news, folder / "a.txt")
    assert any("purge" in finding.what for finding in news.doctor() if not finding.ok)
    news.rebuild(lambda _: None)
    assert SECRET.encode() not in bytes_of(config.archive_folder)
    assert [f.what for f in news.doctor() if not f.ok] == []


def _no_room(_: Database) -> None:
    raise DatelineError("The disk is full.")


def test_purging_counts_nothing_twice_as_new(news: Archive, folder: Path) -> None:
    news.searches.save("met", "met")
    (folder / "d.txt").write_text("The jury met on Sunday.\n")
    add(news, folder)
    news.searches.opened("met")
    purge(news, folder / "d.txt")
    (folder / "e.txt").write_text("The choir met on Sunday.\n")
    add(news, folder)
    assert news.searches.get("met").new == 1


def test_nothing_is_removed_from_an_archive_that_can_only_be_read(
    news: Archive, folder: Path, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    news.close()
    monkeypatch.setattr("index.store.database._writable", lambda _: False)
    with open_archive(config.archive_folder, config) as reading:
        with pytest.raises(ReadOnlyArchive):
            remove(reading, folder / "a.txt")
        with pytest.raises(ReadOnlyArchive):
            purge(reading, folder / "a.txt")


def test_the_journal_and_the_table_of_what_is_removed_agree(
    news: Archive, folder: Path, config: Config
) -> None:
    remove(news, folder / "a.txt")
    purge(news, folder / "b.txt")
    remove(news, folder / "band")
    news.journal.undo()
    database = Database(config.archive_folder)
    connection = database.connection()
    listed = {each.article for each in removals.listed(connection)}
    assert listed == set(journal.removed(journal.entries(connection)))
    assert len(listed) == 2
    database.close()
    raw = sqlite3.connect(config.archive_folder / FILE_NAME)
    assert raw.execute("SELECT count(*) FROM articles WHERE superseded = 0").fetchone() == (5,)
    raw.close()
