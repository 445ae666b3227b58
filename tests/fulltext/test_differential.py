"""The vectorised evaluation finds what Whoosh's own matchers find, so nobody has to trust it.

Random articles and quotes in several segments, with deletions and merges, are asked random trees:
of Whoosh's own nodes, which must give the same documents and scores, and of what people type,
whose nodes Whoosh's engine also evaluates, posting by posting.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from whoosh import query as wq
from whoosh.index import create_in

from index.article import Fact
from index.fulltext.documents import QuoteDoc, QuoteDocs
from index.fulltext.evaluation import Evaluation, Pair, Space, positions, standing
from index.fulltext.schema import article_schema, prepare, reading_fields
from index.fulltext.tree import Translation
from index.query import (
    And,
    DateRange,
    Everything,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Query,
    Wildcard,
    Word,
)
from tests.fulltext.arrays import article, articles_in, quotes_in
from tests.fulltext.corpus import Names

PLAIN = ["plan", "plans", "planned", "peace", "the", "of", "annan", "labour", "labor", "un"]
PLAIN += ["planen"]
COMPOUNDS = ["cease-fire", "ceasefire", "fire", "UN-backed", "backed", "a-b-c", "ab", "bc"]
ACTORS = (1, 2, 3)
NAMES = Names(
    ids={"Annan": frozenset({1}), "Putin": frozenset({2, 3}), "Nobody": frozenset()},
    standing={1: frozenset({"0", "2"}), 2: frozenset({"1"}), 3: frozenset({"3", "5"})},
    tags={"plan": frozenset({"0", "1"}), "planned": frozenset({"4"})},
)


@dataclass(frozen=True)
class Told:
    """One article: its words, its day, the words of its quotes with who says them of whom, its
    language."""

    words: str
    day: str | None
    said: tuple[tuple[str, int | None, tuple[int, ...]], ...]
    language: str | None = None


@dataclass(frozen=True)
class History:
    """Commits one after another: articles, and which of those before it are deleted."""

    commits: tuple[tuple[tuple[Told, ...], frozenset[int]], ...]
    merged: bool


def texts(words: list[str]) -> st.SearchStrategy[str]:
    piece = st.sampled_from([*words, *words, ".", ".\n\n", ","])
    return st.lists(piece, max_size=14).map(" ".join)


def histories(words: list[str]) -> st.SearchStrategy[History]:
    said = st.tuples(
        st.lists(st.sampled_from(words), min_size=1, max_size=4).map(" ".join),
        st.sampled_from([None, *ACTORS]),
        st.lists(st.sampled_from(ACTORS), max_size=2).map(tuple),
    )
    told = st.builds(
        Told,
        texts(words),
        st.sampled_from([None, "2012-06-05", "2012-06-22", "2013-01-01"]),
        st.lists(said, max_size=2).map(tuple),
        st.sampled_from([None, None, "en", "de", "pl"]),
    )
    one = st.tuples(
        st.lists(told, min_size=1, max_size=4).map(tuple),
        st.frozensets(st.integers(0, 7), max_size=2),
    )
    return st.builds(History, st.lists(one, min_size=1, max_size=3).map(tuple), st.booleans())


@contextmanager
def indexed(history: History) -> Iterator[Pair]:
    """The two indexes after all commits. The ids of articles count up from 0."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles, quotes = articles_in(folder / "a"), quotes_in(folder / "q")
        number = 0
        for last, (added, deleted) in enumerate(history.commits, 1 - len(history.commits)):
            for index, key in ((articles, "id"), (quotes, "article")):
                writer = index.writer()
                for gone in deleted:
                    if gone < number:
                        writer.delete_by_term(key, str(gone))
                for each, told in enumerate(added, number):
                    for document in documents(str(each), told)[key]:
                        writer.add_document(**document)
                writer.commit(merge=False, optimize=history.merged and not last)
            number += len(added)
        yield Pair(Space(folder, articles.reader()), Space(folder, quotes.reader()))


def documents(identity: str, told: Told) -> dict[str, list[dict[str, object]]]:
    doc = article(identity, told.words)
    if told.day:
        doc = replace(doc, form=replace(doc.form, date=Fact(told.day, "stated")))
    if told.language:
        doc = replace(doc, form=replace(doc.form, language=Fact(told.language, "inferred")))
    quotes = tuple(
        QuoteDoc(n * 100, n * 100 + len(words), words, "direct", speaker, about)
        for n, (words, speaker, about) in enumerate(told.said)
    )
    read = reading_fields(QuoteDocs(identity, quotes, (1,), told.language))
    return {"id": [prepare(doc).fields], "article": list(read)}


def by_whoosh(searchers: list[tuple[Any, int]], tree: Any) -> dict[int, float]:
    """Document → score, by Whoosh's own matchers."""
    found: dict[int, float] = {}
    for leaf, base in searchers:
        matcher = tree.matcher(leaf, leaf.context())
        while matcher.is_active():
            # Behind the last document that `Not` leaves out its matcher gives deleted ones too.
            if not leaf.reader().is_deleted(matcher.id()):
                found[base + matcher.id()] = matcher.score()
            matcher.next()
    return found


def by_arrays(pair: Pair, tree: Any, *, of_quotes: bool = False) -> dict[int, float]:
    docs, scores = Evaluation(pair, of_quotes=of_quotes).answer(tree)
    assert docs.tolist() == sorted(set(docs.tolist()))
    return dict(zip(docs.tolist(), scores.tolist(), strict=True))


def scored(node: Any) -> Any:
    """Whoosh scores a prefix or does not as the size of an index has it, unless it is told to."""
    node.constantscore = False
    return node


def close(ours: dict[int, float], theirs: dict[int, float]) -> bool:
    return ours == pytest.approx(theirs, rel=1e-4, abs=1e-4)


TERM = st.sampled_from([*PLAIN, "plain", "zzz"])


def stock_trees(*fields: str) -> st.SearchStrategy[Any]:
    """Trees of Whoosh's own nodes over these fields."""
    field = st.sampled_from(fields)
    leaf = st.one_of(
        st.builds(wq.Term, field, TERM, boost=st.sampled_from([1.0, 1.0, 2.5])),
        st.builds(wq.Prefix, field, st.sampled_from(["p", "pl", "plan", "l", "z"])).map(scored),
        st.builds(wq.Wildcard, field, st.sampled_from(["pl*n*", "?n", "*a*", "la*r"])).map(scored),
        st.builds(wq.FuzzyTerm, field, st.sampled_from(["plann", "labur", "pease"])).map(scored),
        st.builds(
            wq.Phrase,
            field,
            st.lists(st.sampled_from(PLAIN), min_size=2, max_size=3),
            slop=st.sampled_from([1, 1, 2, 4]),
            boost=st.sampled_from([1.0, 3.0]),
        ),
        st.builds(wq.Every, st.sampled_from([None, *fields])),
        st.just(wq.NullQuery),
    )
    return st.recursive(
        leaf,
        lambda inner: st.one_of(
            st.builds(wq.And, st.lists(inner, min_size=1, max_size=3)),
            st.builds(wq.Or, st.lists(inner, min_size=1, max_size=4)),
            st.builds(wq.Or, st.lists(inner, min_size=2, max_size=3), boost=st.just(0.5)),
            st.builds(wq.AndMaybe, inner, inner),
            st.builds(wq.Not, inner),
            st.builds(wq.ConstantScoreQuery, inner, st.just(2.0)),
        ),
        max_leaves=6,
    )


# What the evaluation does not know it asks Whoosh's matchers for.
UNKNOWN = st.one_of(
    st.builds(
        wq.DisjunctionMax,
        st.lists(st.builds(wq.Term, st.just("body"), TERM), min_size=2, max_size=3),
    ),
    st.builds(wq.TermRange, st.just("body"), st.just("p"), st.just("the")).map(scored),
    st.builds(
        lambda a, b, slop, ordered: wq.SpanNear2(
            [wq.Term("body", a), wq.Term("body", b)], slop=slop, ordered=ordered
        ),
        TERM,
        TERM,
        st.integers(1, 4),
        st.booleans(),
    ),
)


@settings(max_examples=60)
@given(
    histories(PLAIN),
    st.lists(st.one_of(stock_trees("body", "title"), UNKNOWN), min_size=4, max_size=12),
)
@example(
    History((((Told("A plan.", None, ()),), frozenset()),), merged=False),
    [wq.And([wq.Every(), wq.Every()])],
)
def test_trees_of_whooshs_own_nodes_give_the_documents_and_scores_that_whoosh_gives(
    history: History, trees: list[Any]
) -> None:
    with indexed(history) as pair:
        for tree in trees:
            theirs = by_whoosh(pair.articles.leaf_searchers(), tree)
            ours = by_arrays(pair, tree)
            assert close(ours, theirs), tree


@settings(max_examples=25)
@given(
    st.lists(texts(PLAIN), min_size=1, max_size=6),
    st.lists(stock_trees("title"), min_size=4, max_size=8),
)
def test_an_index_in_whooshs_own_format_gives_the_same_documents_and_scores(
    headlines: list[str], trees: list[Any]
) -> None:
    # Whoosh's own format counts borders of sentences in a body as words of it, and keeps the
    # lengths of short texts only exactly.
    short = [" ".join(line.split()[:9]) for line in headlines]
    told = tuple(Told(f"{line}\n\nA body.", None, ()) for line in short)
    with (
        tempfile.TemporaryDirectory() as folder,
        indexed(History(((told, frozenset()),), merged=False)) as pair,
    ):
        # Whoosh's index in memory puts a file where other processes put theirs.
        stock = create_in(folder, article_schema())
        with stock.writer() as writer:
            for number, each in enumerate(told):
                writer.add_document(**documents(str(number), each)["id"][0])
        with stock.searcher() as searcher:
            for tree in trees:
                theirs = by_whoosh(searcher.leaf_searchers(), tree)
                assert close(by_arrays(pair, tree), theirs), tree


TYPED = st.sampled_from([*PLAIN, *COMPOUNDS, "cease-fires", "organise", "Planern"])
WORDS = st.one_of(
    st.builds(Word, TYPED),
    st.builds(Word, TYPED, exact=st.just(True)),
    st.builds(Phrase, st.lists(TYPED, min_size=2, max_size=3).map(" ".join), whole=st.booleans()),
    st.builds(Prefix, st.sampled_from(["p", "pl", "cease-f", "cea", "un-b", "a-b", "f"])),
    st.builds(Wildcard, st.sampled_from(["*a*", "pl?n*", "cease-f*e", "?n", "c*fire", "*ed"])),
    st.builds(
        Fuzzy, st.sampled_from(["plam", "lavour", "ceasefir", "cease-fyre"]), st.integers(1, 2)
    ),
)
BESIDE = st.one_of(WORDS, st.lists(WORDS, min_size=2, max_size=2).map(lambda w: Or(tuple(w))))
NEARNESS = st.one_of(
    st.builds(
        Near,
        st.lists(BESIDE, min_size=2, max_size=3).map(tuple),
        st.integers(1, 5),
        ordered=st.booleans(),
    ),
    st.builds(
        Near,
        st.lists(BESIDE, min_size=2, max_size=3).map(tuple),
        st.none(),
        st.sampled_from(["sentence", "paragraph"]),
        ordered=st.booleans(),
    ),
)
ASKED = st.one_of(
    WORDS,
    NEARNESS,
    st.builds(Field, st.sampled_from(["title", "body", "said"]), st.one_of(WORDS, NEARNESS)),
    st.builds(
        Field,
        st.sampled_from(["speaker", "about", "actor"]),
        st.builds(Phrase, st.sampled_from(["Annan", "Putin", "Nobody"])),
    ),
    st.builds(Field, st.just("tag"), st.builds(Phrase, st.just("plan"), whole=st.booleans())),
    st.builds(
        DateRange,
        st.sampled_from([None, "2012-06-06"]),
        st.sampled_from(["2012-06-30", "2013-12-31"]),
    ),
    st.just(Everything()),
)
QUERY: st.SearchStrategy[Node] = st.recursive(
    ASKED,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        st.builds(Not, inner),
    ),
    max_leaves=5,
)


@settings(max_examples=80)
@given(
    histories([*PLAIN, *COMPOUNDS]),
    st.lists(QUERY, min_size=6, max_size=12),
    st.booleans(),
    st.booleans(),
)
def test_what_people_type_finds_what_whooshs_engine_finds_with_the_same_tree(
    history: History, roots: list[Node], typing: bool, seldom: bool
) -> None:
    with indexed(history) as pair, pytest.MonkeyPatch.context() as patch:
        if seldom:
            # As for words that are many times as frequent as others.
            patch.setattr(standing, "_FEW", 0)
            patch.setattr(positions, "_FEW", 0)
        for root in roots:
            translation = Translation(
                Query("", root), NAMES, pair.articles.reader, pair.quotes.reader, typing=typing
            )
            for of_quotes in (False, True):
                tree = translation.of_quotes() if of_quotes else translation.of_articles()
                space = pair.quotes if of_quotes else pair.articles
                theirs = {
                    base + number
                    for leaf, base in space.leaf_searchers()
                    for number in tree.docs(leaf)
                }
                assert by_arrays(pair, tree, of_quotes=of_quotes).keys() == theirs, root
