"""Segments, deletions and merges: what is left is what an index made in one go has."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.fulltext.arrays import ArrayIndex, merging, writing
from index.fulltext.engine import SegmentReader
from index.fulltext.merging import merge_like_sizes, scattered
from tests.fulltext.arrays import (
    article,
    articles_in,
    commit,
    contents,
    fields_of,
    quotes_in,
    readings_of,
    segments,
)

WORDS = ["truce", "cease-fire", "Annan", "the", "of", "plan.", "U.N.-backed", "\n\n", "日本", "é"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join)
OUTLET = st.sampled_from([None, "The Times", "Reuters", "Le Monde é"])
COMMIT = st.lists(st.tuples(TEXT, OUTLET), max_size=5)


def merge_all(writer: Any, segments: list[Any]) -> list[Any]:
    for segment in segments:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return []


def delete(index: ArrayIndex, numbers: set[int], **options: Any) -> None:
    writer = index.writer()
    for number in numbers:
        writer.delete_document(number)
    writer.commit(**options)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(COMMIT, min_size=1, max_size=5), st.data())
def test_merged_segments_are_as_if_written_in_one_go(
    commits: list[list[tuple[str, str | None]]], data: st.DataObject
) -> None:
    docs = [
        [article(f"{row}-{n}", *doc) for n, doc in enumerate(batch)]
        for row, batch in enumerate(commits)
    ]
    every = [doc for batch in docs for doc in batch]
    gone = data.draw(st.sets(st.integers(0, len(every) - 1))) if every else set()
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        # Slices so small that most terms have one of their own.
        patch.setattr(merging, "_SLICE", data.draw(st.sampled_from([1, 5, 1 << 20])))
        bitwise, at_once = articles_in(Path(folder, "bitwise")), articles_in(Path(folder, "once"))
        for batch in docs:
            commit(bitwise, fields_of(batch))
        assert len(segments(bitwise)) == sum(map(bool, docs))
        delete(bitwise, gone)
        delete(bitwise, set(), mergetype=merge_all)
        commit(at_once, fields_of(doc for n, doc in enumerate(every) if n not in gone))
        assert list(map(contents, segments(bitwise))) == list(map(contents, segments(at_once)))


def test_quotes_are_merged_like_articles(tmp_path: Path) -> None:
    bitwise, at_once = quotes_in(tmp_path / "bitwise"), quotes_in(tmp_path / "once")
    first, second = list(readings_of("a", "deeds, not words")), list(readings_of("b", "no", "yes"))
    commit(bitwise, first)
    commit(bitwise, second, mergetype=merge_all)
    commit(at_once, [*first, *second])
    (merged,), (whole,) = segments(bitwise), segments(at_once)
    assert contents(merged) == contents(whole)
    assert merged.column("article").tolist() == [b"a", b"a", b"b", b"b", b"b"]
    kind, reading = merged.field("kind"), merged.field("reading")
    assert kind is not None
    assert reading is not None
    # Only quotes have a kind, only reading documents a reading.
    assert kind.docs.tolist() == [0, 2, 3]
    assert reading.docs.tolist() == [1, 4]
    assert contents(merged)["actors", b"9"][0] == [1, 4]
    assert contents(merged)["speakers", b"7"][0] == [1, 4]


def test_a_batch_too_large_for_memory_becomes_several_segments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_MOST_TEXT", 20)
    index = articles_in(tmp_path / "index")
    commit(index, fields_of(article(str(n), "A truce of Annan.") for n in range(5)))
    assert [arrays.size for arrays in segments(index)] == [2, 2, 1]


def test_what_is_deleted_stays_readable_until_it_is_merged_away(tmp_path: Path) -> None:
    index = articles_in(tmp_path / "index")
    commit(index, fields_of(article(str(n), "truce") for n in range(20)))
    delete(index, {3, 19})
    (arrays,) = segments(index)
    assert arrays.live is not None
    assert [n for n, live in enumerate(arrays.live) if not live] == [3, 19]
    with index.reader() as reader:
        assert list(reader.postings("body", "truce").all_ids()) == [*range(3), *range(4, 19)]
        assert reader.doc_count() == 18


def test_an_index_whose_every_document_is_deleted_is_empty(tmp_path: Path) -> None:
    index = articles_in(tmp_path / "index")
    commit(index, fields_of([article("a", "truce")]))
    delete(index, {0}, mergetype=merge_like_sizes)
    assert segments(index) == []


def test_a_cancelled_writer_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_MOST_TEXT", 1)
    index = articles_in(tmp_path / "index")
    commit(index, fields_of([article("a", "truce")]))
    before = {path.name for path in (tmp_path / "index").iterdir()}
    writer = index.writer()
    for document in fields_of([article("b", "plan")]):
        writer.add_document(**document)
    writer.delete_document(0)
    writer.cancel()
    assert {path.name for path in (tmp_path / "index").iterdir()} == before
    (arrays,) = segments(index)
    assert arrays.live is None
    commit(index, fields_of([article("c", "plan")]))


def test_an_id_that_no_column_holds_is_refused(tmp_path: Path) -> None:
    index = articles_in(tmp_path / "index")
    with pytest.raises(ValueError, match="longer than 12 bytes"):
        commit(index, fields_of([article("0123456789abc", "truce")]))


class Segment:
    """A segment of so many bytes, as the policy sees one."""

    def __init__(self, size: int, documents: int = 100, deleted: int = 0) -> None:
        self.size, self.documents, self.deleted = size, documents, deleted
        self.segid = str(id(self))

    def doc_count(self) -> int:
        return self.documents - self.deleted

    def doc_count_all(self) -> int:
        return self.documents

    def deleted_count(self) -> int:
        return self.deleted


def grow(
    monkeypatch: pytest.MonkeyPatch, commits: list[int], size: int
) -> tuple[list[int], list[int], float]:
    """Sizes that are left, the bytes rewritten by each commit, and how often a byte was."""

    class Writer:
        storage = schema = None

        def add_reader(self, reader: Any) -> None:
            merged.append(reader)

    class Reader:
        def __init__(self, _: object, __: object, segment: Segment) -> None:
            self.size = segment.size

        def close(self) -> None:
            pass

    monkeypatch.setattr("index.fulltext.merging.SegmentReader", Reader)
    alive: list[Any] = []
    rewritten = []
    for share in commits:
        merged: list[Reader] = []
        alive = merge_like_sizes(Writer(), [*alive, Segment(share * size)])
        rewritten.append(sum(reader.size for reader in merged))
        if merged:
            alive.append(Segment(rewritten[-1]))
    return [each.size for each in alive], rewritten, sum(rewritten) / (sum(commits) * size)


MB = 1024 * 1024


def test_a_large_archive_is_in_few_segments_and_rewritten_seldom(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for commits, most in ((30, 2.0), (300, 4.0), (1000, 5.0)):
        sizes, _, times = grow(monkeypatch, [1] * commits, 7 * MB)
        assert len(sizes) <= 8
        assert times <= most


def test_small_commits_to_a_large_archive_rewrite_little(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = [1000] * 30
    sizes, rewritten, _ = grow(monkeypatch, archive + [1] * 1000, 7 * 1024)
    assert len(sizes) <= 12
    small = sorted(rewritten[len(archive) :])
    # Of a thousand articles that come one by one, all but a few make no large merge.
    assert small[990] <= 2 * MB
    assert sum(small) / 1000 <= 100 * 7 * 1024


@pytest.mark.parametrize(
    ("sizes", "merged"),
    [
        ([], []),
        ([5], []),
        ([100, 5], []),
        ([100, 60], [100, 60]),
        ([100, 20, 10], [20, 10]),
        ([100, 30, 30], [100, 30, 30]),
        ([7, 7, 7], [7, 7, 7]),
    ],
)
def test_what_is_settled_is_one_segment_or_a_large_and_a_small(
    sizes: list[int], merged: list[int]
) -> None:
    assert [each.size for each in scattered([Segment(size * MB) for size in sizes])] == [
        size * MB for size in merged
    ]


def test_a_segment_that_lost_much_is_rewritten_and_an_empty_one_dropped() -> None:
    class Writer:
        storage = schema = None

        def add_reader(self, reader: Any) -> None:
            taken.append(reader.segment)

    class Reader:
        def __init__(self, _: object, __: object, segment: Segment) -> None:
            self.segment = segment

        def close(self) -> None:
            pass

    taken: list[Segment] = []
    whole, holed, empty = Segment(MB, 100, 30), Segment(MB, 100, 31), Segment(MB, 100, 100)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("index.fulltext.merging.SegmentReader", Reader)
        assert merge_like_sizes(Writer(), [whole, holed, empty]) == [whole]
    assert taken == [holed]
