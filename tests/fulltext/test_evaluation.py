"""What the evaluation does beyond Whoosh's own matchers: nearness, abandoning, order, AndNot."""

from __future__ import annotations

from pathlib import Path

import pytest
from whoosh import query as wq

from index.fulltext import Abandoned
from index.fulltext.evaluation import Evaluation, Pair, Space
from index.fulltext.nearness import near, within_one, within_words
from index.query import Near, Node, Or, Phrase, Prefix, Query, Word
from tests.fulltext.arrays import article as plain
from tests.fulltext.arrays import articles_in, commit, fields_of, quotes_in
from tests.fulltext.corpus import NOBODY, Corpus, article, asked, corpus


def words(*texts: str) -> tuple[Node, ...]:
    return tuple(Word(text) for text in texts)


@pytest.fixture
def archive(tmp_path: Path) -> Corpus:
    return corpus(
        tmp_path,
        article("a", "The plan of Mr Annan failed. Others went on."),
        article("b", "Annan went. Then came a plan.\n\nThe cease-fire held."),
        article("c", "Plans were made by many and at last by one Annan."),
        article("d", "The plan failed.\n\nAnnan went."),
        article("e", "A plan and a plan.", headline="Annan plan"),
    )


def found(archive: Corpus, near: Near) -> set[str]:
    return set(archive.searcher.search(Query("", near), NOBODY).ids)


def test_words_near_each_other_in_either_order_and_any_form(archive: Corpus) -> None:
    assert found(archive, Near(words("plan", "Annan"), 3)) == {"a", "d", "e"}
    assert found(archive, Near(words("plan", "Annan"), 2)) == {"d", "e"}
    assert found(archive, Near(words("plan", "Annan"), 1)) == {"e"}
    assert found(archive, Near(words("plan", "Annan"), 3, ordered=True)) == {"a", "d"}
    assert found(archive, Near(words("Annan", "plan"), 1, ordered=True)) == {"e"}
    assert found(archive, Near(words("Annan", "plan"), 10)) == {"a", "b", "c", "d", "e"}


def test_words_within_a_sentence_or_a_paragraph(archive: Corpus) -> None:
    assert found(archive, Near(words("plan", "Annan"), None, "sentence")) == {"a", "c", "e"}
    assert found(archive, Near(words("plan", "Annan"), None, "paragraph")) == {"a", "b", "c", "e"}
    assert found(archive, Near(words("failed", "went"), None, "sentence")) == set()


def test_the_same_word_twice_stands_at_two_places(archive: Corpus) -> None:
    assert found(archive, Near(words("plan", "plan"), 5)) == {"e"}


def test_phrases_groups_beginnings_and_compounds_stand_near_too(archive: Corpus) -> None:
    group = Or((Phrase("Mr Annan"), Word("ceasefire")))
    assert found(archive, Near((group, Prefix("fail")), 1)) == {"a"}
    # A compound ends with its last part.
    assert found(archive, Near((group, Word("held")), 1)) == {"b"}


def test_the_rule_of_nearness_in_plain_words() -> None:
    a, b = ("a", [(1, 2), (9, 9)]), ("b", [(2, 2), (5, 5), (30, 30)])
    assert near([a, b], within_words(3), ordered=False) == [((1, 2), (5, 5))]
    assert near([a, b], within_words(4), ordered=False)[1] == ((5, 5), (9, 9))
    assert near([a, b], within_one([0, 4, 8, 20]), ordered=True) == []
    assert near([a, b], within_one([0, 20]), ordered=True) == [((1, 2), (5, 5))]


def test_a_search_that_nobody_waits_for_is_abandoned(archive: Corpus) -> None:
    with pytest.raises(Abandoned):
        archive.searcher.search(asked("plan annan"), NOBODY, stop=lambda: True)
    answers = iter([False, True])
    with pytest.raises(Abandoned):
        archive.searcher.search(asked("plan annan"), NOBODY, stop=lambda: next(answers))


def test_any_part_of_the_order_is_that_part_of_the_whole(archive: Corpus) -> None:
    ranked = archive.ranked("plan OR annan OR failed")
    whole = ranked.ids_of()
    again = archive.ranked("plan OR annan OR failed")
    assert again.ids_of(0, 1) == whole[:1]
    assert again.ids_of(1, 3) == whole[1:3]
    assert again.ids == whole
    assert again.joined_ids == "".join(whole)
    assert again.scores_of(0, 2) == again.scores[:2]
    assert list(again.scores) == sorted(again.scores, reverse=True)


def test_whooshs_and_not_leaves_out_what_is_denied(tmp_path: Path) -> None:
    # Its own matcher lets a document through where the first one denied comes before the first
    # one asked for.
    articles = articles_in(tmp_path / "a")
    commit(articles, fields_of([plain("0", "war"), plain("1", "peace war"), plain("2", "peace")]))
    quotes = quotes_in(tmp_path / "q")
    pair = Pair(Space(tmp_path, articles.reader()), Space(tmp_path, quotes.reader()))
    tree = wq.AndNot(wq.Term("body", "peace"), wq.Term("body", "war"))
    assert Evaluation(pair).answer(tree).docs.tolist() == [2]
