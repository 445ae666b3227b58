"""Sidecars: what a person wrote beside a file counts more than what the file says."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from index.archive import Archive, open_archive
from index.article import Article
from index.config import Config
from tests.samples.zips import zipped
from tests.unread import told_of

STORY = "Council votes on the plan\n\nLONDON, June 5, 2012 (Reuters) - The council voted.\n"


def nothing(_: object) -> None:
    """A progress that nobody looks at."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "vote.txt").write_text(STORY)
    return folder


def add(archive: Archive, path: Path) -> tuple[int, int, int]:
    report = archive.ingest.add([path], nothing, read=False)
    return report.new, report.changed, len(report.unread)


def article(archive: Archive, name: str = "vote") -> Article:
    return archive.articles.get(archive.articles.resolve(name)).article


@pytest.mark.parametrize("name", ["vote.yaml", "vote.yml", "vote.txt.yaml"])
def test_a_sidecar_says_what_is_known_of_the_article(
    folder: Path, config: Config, name: str
) -> None:
    (folder / name).write_text(
        "headline: The vote\ndate: 2012-06-04\nbyline: [Jane Roe, John Doe]\noutlet: no\n"
    )
    with open_archive(None, config, start=True) as archive:
        assert add(archive, folder) == (1, 0, 0)
        form = article(archive).form
        assert (form.title.value, form.title.basis) == ("The vote", "sidecar")
        assert (form.date.value, form.date.basis) == ("2012-06-04", "sidecar")
        assert form.byline.value == ("Jane Roe", "John Doe")
        assert form.outlet.value == "no", "no is a word here, as all that stands in a sidecar"
        assert (form.agency.value, form.agency.basis) == ("Reuters", "stated")
        assert archive.search.find("title:vote date:2012-06-04").count == 1


def test_a_sidecar_that_comes_later_changes_or_goes_changes_the_facts(
    folder: Path, config: Config
) -> None:
    sidecar = folder / "vote.yaml"
    with open_archive(None, config, start=True) as archive:
        assert add(archive, folder) == (1, 0, 0)
        before = article(archive)
        sidecar.write_text("outlet: The Valley Herald\n")
        assert add(archive, folder) == (0, 1, 0)
        assert article(archive).form.outlet.value == "The Valley Herald"
        assert article(archive).id == before.id
        assert add(archive, folder) == (0, 0, 0)
        sidecar.write_text("outlet: The Hill Herald\n")
        assert add(archive, sidecar) == (0, 1, 0), "the sidecar alone was named"
        assert article(archive).form.outlet.value == "The Hill Herald"
        assert add(archive, folder / "vote.txt") == (0, 0, 0), "the file alone was named"
        sidecar.unlink()
        assert add(archive, folder) == (0, 1, 0)
        assert article(archive).form == before.form


def test_a_sidecar_holds_for_every_article_of_its_file(tmp_path: Path, config: Config) -> None:
    dump = tmp_path / "herald.jsonl.gz"
    dump.write_bytes(gzip.compress(b'{"text": "One came."}\n{"text": "Two came.", "date": "2012"}'))
    (tmp_path / "herald.yaml").write_text("outlet: The Valley Herald\n")
    with open_archive(None, config, start=True) as archive:
        assert add(archive, dump) == (2, 0, 0)
        assert archive.search.find('outlet:"valley herald"').count == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a: &a [x, x]\ntitle: *a\n", "YAML with aliases (*name), which are not read"),
        (b"title: [", "not YAML in line 1"),
        (b"just words", "no facts in YAML, as in date: 2012-06-05"),
        (b"", "no facts in YAML, as in date: 2012-06-05"),
        (b"colour: red", "a sidecar without a fact that is known, as in date: 2012-06-05"),
        (b"title: caf\xe9", "a sidecar in another encoding than UTF-8"),
        (b"title: " + b"[" * 9_000 + b"]" * 9_000, "nested too deeply"),
        (b"#" * 70_000, "a sidecar may have 64 kB"),
    ],
    ids=["alias", "torn", "words", "empty", "unknown", "latin", "deep", "large"],
)
def test_a_sidecar_that_cannot_be_used_is_listed_and_its_file_is_taken_in(
    folder: Path, config: Config, content: bytes, reason: str
) -> None:
    sidecar = folder / "vote.yaml"
    sidecar.write_bytes(content)
    with open_archive(None, config, start=True) as archive:
        report = archive.ingest.add([folder], nothing, read=False)
        assert report.new == 1
        assert [why for _, why in report.unread] == [reason]
        assert [why for _, why in told_of(archive)] == [reason], "listed until it is mended"
        sidecar.write_text("title: The vote")
        assert add(archive, folder) == (0, 1, 0)
        assert told_of(archive) == ()


def test_facts_beside_no_file_are_no_article(tmp_path: Path, config: Config) -> None:
    (tmp_path / "lost.yaml").write_text("title: The vote\n")
    with open_archive(None, config, start=True) as archive:
        report = archive.ingest.add([tmp_path], nothing, read=False)
        assert report.new == 0
        assert report.unread[0][1] == "facts in YAML, and beside it no file of the same name"


def test_what_a_sidecar_cannot_mean_is_told_and_the_rest_of_it_holds(
    folder: Path, config: Config
) -> None:
    (folder / "vote.yaml").write_text(
        "outlet: The Valley Herald\nheadlne: The vote\ndate: 05/06/2012\nlanguage: klingon\n"
    )
    with open_archive(None, config, start=True) as archive:
        report = archive.ingest.add([folder], nothing, read=False)
        form = article(archive).form
        assert form.outlet.value == "The Valley Herald"
        assert (form.date.value, form.date.basis) == ("2012-06-05", "stated"), "as the file says"
        ((file, reason),) = report.unread
        assert file.endswith("vote.yaml")
        assert "“headlne” is no fact that is known" in reason
        assert "“05/06/2012” may be two days" in reason
        assert "“klingon”" in reason
        (folder / "vote.yaml").write_text("outlet: The Valley Herald\ndate: June 4, 2012\n")
        assert add(archive, folder) == (0, 1, 0)
        assert article(archive).form.date.value == "2012-06-04"
        assert archive.unread.listed() == ()


def test_a_sidecar_in_a_zip_is_vetted_too(tmp_path: Path, config: Config) -> None:
    told = "outlet: The Valley Herald\ndate: 05/06/2012\n"
    (tmp_path / "news.zip").write_bytes(zipped({"vote.txt": STORY, "vote.yaml": told}))
    with open_archive(None, config, start=True) as archive:
        report = archive.ingest.add([tmp_path], nothing, read=False)
        [each] = archive.search.find("voted").ids
        form = archive.articles.get(each).article.form
        assert (form.outlet.value, form.outlet.basis) == ("The Valley Herald", "sidecar")
        assert (form.date.value, form.date.basis) == ("2012-06-05", "stated"), "as the file says"
        ((file, reason),) = report.bad_rows
        assert file.endswith("news.zip: vote.txt")
        assert "“05/06/2012” may be two days" in reason
