"""Clippings: kept for good, found again in a changed article, undone and redone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.archive import Archive, open_archive
from index.archive.anchoring import anchor
from index.article import DatelineError, Passage
from index.config import Config

STORY = (
    "MOSCOW, June 5 (Reuters) - The minister spoke to reporters.\n\n"
    "He said the talks had failed.\n\n"
    "The talks will go on, the spokesman said.\n"
)


def nothing(_: object) -> None:
    """A progress that nobody looks at."""


def passage(exact: str, start: int, prefix: str = "", suffix: str = "") -> Passage:
    return Passage("a", start, start + len(exact), exact, prefix, suffix, None, "", "")


def keep(archive: Archive, article: str, words: str) -> Passage:
    start = archive.articles.get(article).text.index(words)
    return archive.clippings.keep(article, start, start + len(words))


@pytest.fixture
def story(tmp_path: Path, config: Config) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(STORY)
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([file], nothing, read=False)
    return file


def the_only(archive: Archive) -> str:
    [article] = archive.search.find("").ids
    return article


def test_a_clipping_has_the_exact_words_and_survives_a_restart(story: Path, config: Config) -> None:
    with open_archive(None, config) as archive:
        article = the_only(archive)
        kept = archive.clippings.keep(article, 62, 91, note="check", tags=["talks"])
    with open_archive(None, config) as archive:
        [cited] = archive.clippings.all()
        text = archive.articles.get(article).text
    assert cited.passage == kept
    assert cited.passage.exact == text[62:91]
    assert (cited.passage.prefix, cited.passage.suffix) == (text[30:62], text[91:123])
    assert cited.passage.tags == ("talks",)


@pytest.mark.parametrize("span", [(0, 0), (5, 3), (-1, 4), (0, 100_000)])
def test_a_span_that_is_no_passage_is_refused_in_a_sentence(
    story: Path, config: Config, span: tuple[int, int]
) -> None:
    with open_archive(None, config) as archive:
        with pytest.raises(DatelineError, match="no passage"):
            archive.clippings.keep(the_only(archive), *span)
        assert archive.clippings.count() == 0


def test_the_same_passage_is_kept_once(story: Path, config: Config) -> None:
    with open_archive(None, config) as archive:
        article = the_only(archive)
        assert archive.clippings.kept(article, 62, 91) is None
        kept = archive.clippings.keep(article, 62, 91)
        assert archive.clippings.keep(article, 62, 91) == kept
        assert archive.clippings.kept(article, 62, 91) == kept
        noted = archive.clippings.keep(article, 62, 91, note="check")
        archive.clippings.keep(article, 62, 90)
        assert archive.clippings.count() == 3
        assert noted.id != kept.id
        archive.clippings.drop(kept.id)
        assert archive.clippings.kept(article, 62, 91) is None
        assert archive.clippings.keep(article, 62, 91).id != kept.id


def test_undo_tells_what_it_took_back_and_redo_brings_it_again(story: Path, config: Config) -> None:
    with open_archive(None, config) as archive:
        assert archive.journal.undo() is None
        kept = keep(archive, the_only(archive), "the talks had failed")
        told = archive.journal.undo()
        assert told == "No longer kept: “the talks had failed”"
        assert archive.clippings.all() == []
        assert archive.journal.redo() == "Kept again: “the talks had failed”"
        assert archive.journal.redo() is None
        assert [c.passage.id for c in archive.clippings.all()] == [kept.id]
        archive.clippings.drop(kept.id)
        assert archive.journal.undo() == "Kept again: “the talks had failed”"


def test_a_changed_file_is_a_new_version_and_the_clipping_is_found_in_it(
    story: Path, config: Config
) -> None:
    with open_archive(None, config) as archive:
        old = the_only(archive)
        kept = keep(archive, old, "the talks had failed")
        story.write_text(STORY.replace("The minister spoke", "The foreign minister spoke long"))
        report = archive.ingest.add([story], nothing, read=False)
        new = the_only(archive)
        assert (report.new, report.changed) == (0, 1)
        assert archive.articles.get(new).article.version_of == old
        [here] = archive.clippings.of(new)
        assert archive.articles.get(new).text[here.start : here.end] == kept.exact
        assert here.start != kept.start
        [cited] = archive.clippings.all()
        assert (cited.passage, cited.article.id) == (kept, old)
        assert archive.articles.get(old).text[kept.start : kept.end] == kept.exact


def test_a_clipping_whose_words_are_gone_is_kept_and_says_so(story: Path, config: Config) -> None:
    with open_archive(None, config) as archive:
        kept = keep(archive, the_only(archive), "the talks had failed")
        story.write_text(STORY.replace("had failed", "had succeeded"))
        archive.ingest.add([story], nothing, read=False)
        assert archive.clippings.of(the_only(archive)) == []
        [cited] = archive.clippings.all()
        assert cited.passage.source_changed
        assert cited.passage.exact == kept.exact


def test_a_file_put_back_as_it_was_is_the_same_article_again(story: Path, config: Config) -> None:
    with open_archive(None, config) as archive:
        first = the_only(archive)
        keep(archive, first, "the talks had failed")
        for text in (STORY.replace("failed", "succeeded"), STORY):
            story.write_text(text)
            archive.ingest.add([story], nothing, read=False)
        assert the_only(archive) == first
        assert len(archive.clippings.of(first)) == 1
        assert not archive.clippings.all()[0].passage.source_changed


def test_clippings_under_a_query_are_those_of_the_articles_it_finds(archive: Archive) -> None:
    for article in archive.search.find("").ids:
        archive.clippings.keep(article, 0, 20)
    found = archive.search.find("gadhafi").ids
    assert len(found) == 1
    assert [c.article.id for c in archive.clippings.all("gadhafi")] == list(found)


def test_equal_words_are_told_apart_by_what_stands_around_them() -> None:
    text = "He said no. She said no. They said no."
    assert anchor(text, passage("said no", 0, "She ", ". They")) == text.index("said no. They")
    assert anchor(text, passage("said yes", 0)) is None


@given(st.text(max_size=40), st.text(min_size=1, max_size=20), st.text(max_size=40))
def test_words_that_still_stand_there_are_always_found(before: str, words: str, after: str) -> None:
    text = before + words + after
    found = anchor(text, passage(words, len(before), before[-32:], after[:32]))
    assert found == len(before)
