"""Verifying: what an export says is compared with the stored text and the source file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive import Archive
from index.article import Article, Cited, DatelineError, NewsForm, Passage
from index.export import FORMATS, render
from index.export.parsing import Exported, exported
from index.text import canonical, sha256

STORY = (
    "Mayor meets the band\n\nLISBON, June 5 (Reuters) - The mayor met *the* band on Monday.\n\n"
    "“We shall play at night,” said Jane Roe. - 1. One\n    # no heading\nThe end \\\n"
)
WORDS = ("The mayor met *the* band", "“We shall play at night,” said Jane Roe", "- 1. One\n    #")


def add(archive: Archive, *paths: Path) -> None:
    archive.ingest.add(paths, lambda _: None, read=False)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    return file


@pytest.fixture
def kept(archive: Archive, story: Path) -> Archive:
    add(archive, story)
    [article] = archive.search.find("mayor").ids
    text = archive.articles.get(article).text
    for words in WORDS:
        at = text.index(words)
        archive.clippings.keep(article, at, at + len(words), note="a note\n\nof two", tags=["x"])
    return archive


def statuses(archive: Archive, file: Path) -> list[str]:
    return [verdict.status for verdict in archive.verify(file)]


@pytest.mark.parametrize("form", list(FORMATS))
def test_each_form_of_export_is_verified(
    kept: Archive, story: Path, tmp_path: Path, form: str
) -> None:
    file = tmp_path / "passages"
    kept.export.write(kept.clippings.all(), form, file)
    verdicts = list(kept.verify(file))
    assert [v.passage.exact for v in verdicts] == list(WORDS)
    assert [v.status for v in verdicts] == ["ok"] * 3
    assert str(story) in verdicts[0].why
    story.write_text(STORY.replace("band on Monday", "choir on Monday"))
    assert statuses(kept, file) == ["changed", "ok", "ok"]
    story.write_text(STORY.upper())
    assert statuses(kept, file) == ["changed"] * 3
    story.unlink()
    assert statuses(kept, file) == ["gone"] * 3


@pytest.mark.parametrize("form", list(FORMATS))
def test_words_that_were_changed_in_the_export_are_told(
    kept: Archive, tmp_path: Path, form: str
) -> None:
    file = tmp_path / "passages"
    kept.export.write(kept.clippings.all(), form, file)
    file.write_text(file.read_text().replace("play at night", "play at noon"))
    verdicts = list(kept.verify(file))
    assert [verdict.status for verdict in verdicts] == ["ok", "changed", "ok"]
    assert "The stored text says there: “" in verdicts[1].why


def test_lines_of_json_are_verified(kept: Archive, tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    records = [json.dumps(kept.export.record(cited)) for cited in kept.clippings.all()]
    file.write_text("\n".join(records) + "\n")
    assert statuses(kept, file) == ["ok"] * 3


def test_a_table_that_a_spreadsheet_has_saved_is_verified(kept: Archive, tmp_path: Path) -> None:
    import csv
    import io

    rows = list(csv.reader(io.StringIO(kept.export.render(kept.clippings.all(), "csv"))))
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    (tmp_path / "saved.csv").write_text("\ufeff" + out.getvalue())
    assert statuses(kept, tmp_path / "saved.csv") == ["ok"] * 3


def test_what_another_archive_exported_and_what_was_purged_is_gone(
    kept: Archive, tmp_path: Path
) -> None:
    file = tmp_path / "passages.md"
    kept.export.write(kept.clippings.all(), "markdown", file)
    content = file.read_text()
    [article] = kept.search.find("mayor").ids
    kept.removing.purge([article], lambda _: None)
    assert {v.why for v in kept.verify(file)} == {
        "Its article was removed from the archive for good."
    }
    digest = sha256(STORY)
    file.write_text(content.replace(digest, "0" * 64))
    assert {v.why for v in kept.verify(file)} == {"This archive does not have the text it is from."}


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"# Notes\n> [^1]\n", b"[1, 2]", b"{"])
def test_what_is_no_export_is_told(archive: Archive, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(DatelineError, match="no passage in"):
        list(archive.verify(tmp_path / "file"))
    with pytest.raises(DatelineError, match="cannot be read: no such file"):
        list(archive.verify(tmp_path / "none"))


marked = st.text(st.sampled_from("ab .\n\\*_[]^!&#;>-+=1~|`$\"'“” "), min_size=1, max_size=40)


@given(st.lists(marked.map(canonical).filter(bool), min_size=1, max_size=4), marked)
def test_the_words_of_any_passage_come_back_out_of_each_form(parts: list[str], title: str) -> None:
    text = "".join(parts)
    article = Article("a" * 12, ("story.txt",), 0, "f" * 64, "e" * 64, 1, None, NewsForm(), 1, True)
    cited, at = [], 0
    for part in parts:
        passage = Passage(article.id, at, at + len(part), part, "", "", 1, "e" * 64, "f" * 64)
        cited.append(Cited(replace(passage, note=title), article))
        at += len(part)
    wanted = [
        Exported(one.passage.exact, one.passage.start, one.passage.end, "e" * 64, "f" * 64)
        for one in cited
    ]
    for form in FORMATS:
        assert exported(render(cited, form)) == wanted, form
    assert text


@given(st.text(max_size=200))
def test_nothing_that_is_read_raises(content: str) -> None:
    assert isinstance(exported(content), list)
