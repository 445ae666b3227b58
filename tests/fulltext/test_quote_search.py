"""Clauses about quotes hold in one quote, and meet the rest of the query in the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.fulltext import QuoteDocs
from tests.fulltext.corpus import Corpus, Names, article, asked, corpus, quote

LAVROV, ANNAN, PUTIN = 1, 2, 3
NAMES = Names(
    ids={
        "Lavrov": frozenset({LAVROV}),
        "Sergei Lavrov": frozenset({LAVROV}),
        "Annan": frozenset({ANNAN}),
        "Putin": frozenset({PUTIN}),
    },
    standing={ANNAN: frozenset({"a"})},
)
A = (
    "“Deeds, not words,” Lavrov said. Putin said that Annan's plan must live. "
    "“Words are cheap,” said Annan."
)
B = "Lavrov said that words about Annan were in vain. “Deeds count,” said Putin of a ceasefire."


@pytest.fixture
def archive(tmp_path: Path) -> Corpus:
    made = corpus(
        tmp_path,
        article("a", A, day="2012-06-05", outlet="Reuters"),
        article("b", B, day="2012-06-22"),
        article("c", "Lavrov kept silent on deeds."),
    )
    made.index.apply([], [], [QuoteDocs("a", QUOTES["a"]), QuoteDocs("b", QUOTES["b"])])
    made.searcher = made.index.searcher()
    return made


QUOTES = {
    "a": (
        quote(A, "Deeds, not words", speaker=LAVROV),
        quote(A, "Annan's plan must live", kind="indirect", speaker=PUTIN, about=(ANNAN,)),
        quote(A, "Words are cheap", speaker=ANNAN),
    ),
    "b": (
        quote(B, "words about Annan were in vain", kind="indirect", speaker=LAVROV, about=(ANNAN,)),
        quote(B, "Deeds count", speaker=PUTIN),
    ),
}

FOUND = [
    ("said:deeds", {"a", "b"}),
    ('said:"not words"', {"a"}),
    ('said:"deeds not words"', {"a"}),
    ("speaker:Lavrov", {"a", "b"}),
    ('speaker:"Sergei Lavrov" said:deeds', {"a"}),
    ("said:deeds speaker:Lavrov", {"a"}),
    ("speaker:Lavrov deeds", {"a", "b"}),
    ("speaker:Putin said:words", set()),
    ("(speaker:Putin OR speaker:Annan) said:words", {"a"}),
    ("speaker:(Putin OR Annan) said:words", {"a"}),
    ("speaker:Lavrov about:Annan", {"b"}),
    ("about:Annan kind:indirect", {"a", "b"}),
    ("speaker:Annan kind:indirect", set()),
    ("kind:(direct OR mixed) said:count", {"b"}),
    ("speaker:Lavrov -said:deeds", {"b"}),
    ("said:deeds -speaker:Lavrov", {"b"}),
    ("-speaker:Annan", {"b", "c"}),
    ("-speaker:Annan -said:deeds", {"c"}),
    ("-(speaker:Lavrov said:deeds)", {"b", "c"}),
    ("deeds -speaker:Annan", {"b", "c"}),
    ("said:deeds date:2012-06-05", {"a"}),
    ("said:deeds ceasefire", {"b"}),
    ("speaker:Annan OR ceasefire", {"a", "b"}),
    ("speaker:Nobody", set()),
    ("said:ceasefire", set()),
]


@pytest.mark.parametrize(("query", "found"), FOUND, ids=[query for query, _ in FOUND])
def test_clauses_about_quotes_hold_in_one_quote(
    archive: Corpus, query: str, found: set[str]
) -> None:
    assert archive.find(query, NAMES) == found


def words(archive: Corpus, query: str, **narrowed: str) -> list[str]:
    keys = archive.searcher.quotes(asked(query), NAMES, **narrowed)  # type: ignore[arg-type]
    said = []
    for key in keys:
        identity, _, span = key.partition(":")
        start, end = (int(part) for part in span.split("-"))
        said.append(archive.articles[identity].text[start:end])
    return said


def test_quotes_are_found_newest_article_first_then_by_place(archive: Corpus) -> None:
    assert words(archive, "") == [
        "words about Annan were in vain",
        "Deeds count",
        "Deeds, not words",
        "Annan's plan must live",
        "Words are cheap",
    ]


def test_words_without_a_field_choose_the_articles_and_said_the_quotes(archive: Corpus) -> None:
    assert set(words(archive, "said:deeds")) == {"Deeds, not words", "Deeds count"}
    in_the_article = words(archive, "ceasefire")
    assert "Deeds count" in in_the_article
    assert len(in_the_article) > 1
    assert words(archive, "ceasefire said:deeds") == ["Deeds count"]
    assert words(archive, "said:ceasefire") == []
    assert words(archive, "said:deeds -said:words") == ["Deeds count"]
    assert words(archive, "said:deeds outlet:reuters") == ["Deeds, not words"]
    assert words(archive, "said:deeds -date:2012-06-22") == ["Deeds, not words"]


def test_quotes_are_narrowed_by_speaker_and_whom_they_are_about(archive: Corpus) -> None:
    assert words(archive, "said:deeds", speaker="Putin") == ["Deeds count"]
    assert words(archive, "", about="Annan", speaker="Putin") == ["Annan's plan must live"]
    assert archive.searcher.quotes(asked(""), NAMES, kinds=["indirect"], speaker="Annan") == []
    assert len(archive.searcher.quotes(asked(""), NAMES, kinds=["direct", "indirect"])) == 5


def hits(archive: Corpus, query: str, identity: str) -> list[str]:
    doc = archive.articles[identity]
    spans = archive.searcher.matches(
        asked(query), doc.text, doc.form, quotes=QUOTES[identity], resolve=NAMES
    )
    return [doc.text[start:end] for start, end in spans]


def test_hits_of_a_clause_lie_in_the_quotes_it_holds_for(archive: Corpus) -> None:
    assert hits(archive, "said:words", "a") == ["words", "Words"]
    assert hits(archive, "said:words speaker:Annan", "a") == ["Words"]
    assert hits(archive, "speaker:Annan", "a") == ["Words are cheap"]
    assert hits(archive, "about:Annan live", "a") == ["Annan's plan must live"]
    assert hits(archive, "speaker:Putin lavrov", "b") == ["Lavrov", "Deeds count"]
    assert hits(archive, "-said:words deeds", "a") == ["Deeds"]
    assert hits(archive, "said:words", "b") == ["words"]
    assert hits(archive, "said:(words w/2 cheap)", "a") == ["Words", "cheap"]
    assert hits(archive, "said:(words w/2 annan)", "b") == ["words", "Annan"]
    assert hits(archive, "said:(words w/1 annan)", "b") == []


def test_without_its_quotes_the_words_of_a_quote_are_hits_anywhere(archive: Corpus) -> None:
    assert archive.hits("said:deeds", "c") == ["deeds"]
    assert archive.hits("speaker:Lavrov", "c") == []
