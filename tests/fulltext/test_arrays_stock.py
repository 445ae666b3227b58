"""Whoosh's own readers, matchers, searchers and writers work on segments of arrays.

They are compared with an index of the same documents that Whoosh wrote in its own format.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query
from whoosh.index import create_in
from whoosh.matching import ReadTooFar
from whoosh.reading import TermNotFound
from whoosh.scoring import BM25F
from whoosh.searching import Searcher

from index.fulltext.arrays import ArrayIndex
from index.fulltext.schema import article_schema
from tests.fulltext.arrays import article, articles_in, commit, fields_of

WORDS = ["truce", "truces", "cease-fire", "ceasefire", "Annan", "the", "of", "plan", "\n\n", "日本"]
TEXT = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)
DOCS = st.lists(st.tuples(TEXT, st.sampled_from([None, "The Times"])), min_size=1, max_size=6)
FIELDS = ("body", "title", "outlet", "published", "id")
# Whoosh keeps a length in one byte and counts joined forms; here it takes nothing away.
WITHOUT_LENGTHS = BM25F(B=0.0)
_PART = 3


def documents(rows: list[tuple[str, str | None]]) -> list[dict[str, object]]:
    return list(fields_of(article(str(n), *row) for n, row in enumerate(rows)))


def stock_index(folder: Path, docs: list[dict[str, object]]) -> Any:
    """The same documents in Whoosh's own format, in as many segments as `in_parts`."""
    index = create_in(made(folder), article_schema())
    for start in range(0, len(docs), _PART):
        writer = index.writer()
        for document in docs[start : start + _PART]:
            writer.add_document(**document)
        writer.commit(merge=False)
    return index


def made(folder: Path) -> str:
    folder.mkdir()
    return str(folder)


def postings(reader: Any) -> list[tuple[Any, ...]]:
    """Every posting in a reader: field, term, document, weight, positions."""
    found = []
    for field in FIELDS:
        for term in list(reader.lexicon(field)):
            matcher = reader.postings(field, term)
            while matcher.is_active():
                places = matcher.value_as("positions") if matcher.supports("positions") else []
                found.append((field, term, matcher.id(), matcher.weight(), list(places)))
                matcher.next()
    return found


def in_parts(folder: Path, docs: list[dict[str, object]]) -> ArrayIndex:
    """The documents in several segments."""
    index = articles_in(folder)
    for start in range(0, len(docs), _PART):
        commit(index, docs[start : start + _PART])
    return index


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCS)
def test_every_posting_is_the_same(rows: list[tuple[str, str | None]]) -> None:
    docs = documents(rows)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = (
            in_parts(Path(folder, "x"), docs).reader(),
            stock_index(Path(folder, "y"), docs).reader(),
        )
        if rows and any(words.strip() for words, _ in rows):
            assert postings(ours) == postings(theirs)
        for field in FIELDS:
            assert list(ours.lexicon(field)) == list(theirs.lexicon(field))
            for prefix in ("", "t", "ce", "zz"):
                expanded = list(ours.expand_prefix(field, prefix))
                assert expanded == list(theirs.expand_prefix(field, prefix))
        for term in theirs.lexicon("body"):
            one, other = ours.term_info("body", term), theirs.term_info("body", term)
            for figure in ("weight", "doc_frequency", "max_weight", "min_id", "max_id"):
                assert getattr(one, figure)() == getattr(other, figure)()
        assert ours.column_reader("id").load() == theirs.column_reader("id").load()
        assert list(ours.column_reader("date")) == list(theirs.column_reader("date"))


LEAF = st.one_of(
    st.sampled_from(["truce", "annan", "the", "plan", "absent"]).map(
        lambda word: query.Term("body", word)
    ),
    st.lists(st.sampled_from(["the", "plan", "of", "annan", "truce"]), min_size=2, max_size=3).map(
        lambda words: query.Phrase("body", words)
    ),
    st.sampled_from(["t", "c", "tr"]).map(lambda prefix: query.Prefix("body", prefix)),
    st.sampled_from(["t*e", "p?an"]).map(lambda pattern: query.Wildcard("body", pattern)),
    st.just(query.FuzzyTerm("body", "truse", maxdist=1)),
    st.just(query.Every("outlet")),
)
# Whoosh cannot join these with others.
NEAR = st.tuples(st.sampled_from(["plan", "truce"]), st.integers(1, 4), st.booleans()).map(
    lambda near: query.SpanNear(
        query.Term("body", near[0]), query.Term("body", "the"), slop=near[1], ordered=near[2]
    )
)
TREE = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(query.And),
        st.lists(inner, min_size=2, max_size=3).map(query.Or),
        inner.map(query.Not),
        st.tuples(inner, inner).map(lambda pair: query.AndNot(*pair)),
    ),
    max_leaves=4,
)


def found(index: Any, tree: Any) -> list[tuple[int, float]]:
    """Document and score of each hit, as Whoosh's own searcher tells.

    Its `Not` may give documents that are deleted; which of them depends on the segments.
    """
    reader = index.reader()
    results = Searcher(reader, WITHOUT_LENGTHS).search(tree, limit=None)
    return sorted(
        (hit.docnum, round(hit.score, 9)) for hit in results if not reader.is_deleted(hit.docnum)
    )


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCS, st.lists(st.one_of(TREE, NEAR), min_size=1, max_size=4), st.sets(st.integers(0, 5)))
def test_whooshs_searcher_finds_the_same(
    rows: list[tuple[str, str | None]], trees: list[Any], gone: set[int]
) -> None:
    docs = documents(rows)
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = in_parts(Path(folder, "x"), docs), stock_index(Path(folder, "y"), docs)
        for index in (ours, theirs):
            writer: Any = index.writer()
            for number in gone & set(range(len(docs))):
                writer.delete_document(number)
            writer.commit(merge=False)
        for tree in trees:
            assert found(ours, tree) == found(theirs, tree)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(DOCS)
def test_whooshs_own_writer_takes_our_segments(rows: list[tuple[str, str | None]]) -> None:
    docs = documents(rows)
    with tempfile.TemporaryDirectory() as folder:
        ours = in_parts(Path(folder, "x"), docs).reader()
        copied = create_in(made(Path(folder, "y")), article_schema())
        writer = copied.writer()
        for leaf, _ in ours.leaf_readers():
            writer.add_reader(leaf)
        writer.commit()
        assert postings(copied.reader()) == postings(ours)
        assert copied.reader().column_reader("id").load() == ours.column_reader("id").load()


@pytest.fixture
def leaf(tmp_path: Path) -> Iterator[Any]:
    index = articles_in(tmp_path / "index")
    texts = ["A truce of Annan.", "", "The truce, a truce.", "Plans.", "truce truces"]
    commit(index, fields_of(article(str(n), text) for n, text in enumerate(texts)))
    with index.reader() as reader:
        ((leaf, base),) = reader.leaf_readers()
        assert base == 0
        yield leaf


def test_a_matcher_goes_on_and_skips(leaf: Any) -> None:
    matcher = leaf.postings("body", "truce")
    assert (matcher.id(), matcher.weight(), matcher.value_as("positions")) == (0, 2.0, [1])
    assert matcher.term() == ("body", b"truce")
    matcher.skip_to(1)
    assert (matcher.id(), matcher.value_as("frequency")) == (2, 2)
    assert [(span.start, span.end) for span in matcher.spans()] == [(1, 1), (3, 3)]
    matcher.skip_to(2)
    assert matcher.id() == 2
    other = matcher.copy()
    matcher.next()
    assert (matcher.id(), other.id()) == (4, 2)
    matcher.skip_to(99)
    assert not matcher.is_active()
    assert not matcher.replace().is_active()
    with pytest.raises(ReadTooFar):
        matcher.next()
    with pytest.raises(ReadTooFar):
        matcher.skip_to(0)
    matcher.reset()
    assert list(matcher.all_ids()) == [0, 2, 4]
    assert not matcher.supports_block_quality()


def test_what_is_not_there_is_told_as_whoosh_does(leaf: Any) -> None:
    assert ("body", "absent") not in leaf
    assert leaf.doc_frequency("body", "absent") == leaf.frequency("body", "absent") == 0
    for asked in (leaf.postings, leaf.term_info):
        with pytest.raises(TermNotFound):
            asked("body", "absent")
    assert list(leaf.lexicon("agency")) == []
    assert leaf.doc_field_length(0, "agency", 0) == leaf.field_length("agency") == 0


def test_lengths_are_words_exactly(leaf: Any) -> None:
    assert [leaf.doc_field_length(n, "body") for n in range(5)] == [4, 0, 4, 1, 2]
    assert leaf.field_length("body") == 11
    assert (leaf.min_field_length("body"), leaf.max_field_length("body")) == (1, 4)


def test_words_alike_are_found_in_the_lexicon(leaf: Any) -> None:
    assert set(leaf.terms_within("body", "truce", 1)) == {"truce", "truces"}
    cursor = leaf.cursor("body")
    assert cursor.find("tr") == "truce"
    assert cursor.term_info().doc_frequency() == 3
    assert cursor.next() == "truces"
    assert cursor.next() is None
    assert not cursor.is_valid()
