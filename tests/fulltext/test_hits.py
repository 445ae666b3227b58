"""Hits and snippets, computed from the canonical text alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import Searcher
from index.fulltext.hits import find_matches
from index.fulltext.snippets import make_snippets
from index.newsform.layout import lede_of
from tests.fulltext.corpus import article, asked, corpus

TEXT = (
    "BEIJING (Reuters) - Kofi Annan's peace plan is alive, Annan said.\n\n"
    "The plan for peace, and the U.N.-backed cease-fire, were his. “A peace plan,” he said."
)
HITS = [
    ("annan", ["Annan's", "Annan"]),
    ("plan", ["plan", "plan", "plan"]),
    ('"peace plan"', ["peace plan", "peace plan"]),
    ('"plan peace"', []),
    ('"annan peace plan"', ["Annan's peace plan"]),
    ('"the plan for peace and"', ["The plan for peace, and"]),
    ('"UN-backed ceasefire"', ["U.N.-backed cease-fire"]),
    ('"backed cease"', ["backed cease"]),
    ("cease*", ["cease-fire"]),
    ("fire peace", ["peace", "peace", "fire", "peace"]),
    ("plan -peace", ["plan", "plan", "plan"]),
    ("kofi w/2 peace", ["Kofi", "peace"]),
    ("plan w/2 peace", ["peace", "plan", "plan", "peace", "peace", "plan"]),
    ("annan pre/2 plan", ["Annan's", "plan"]),
    ("annan w/s alive", ["Annan's", "alive", "Annan"]),
    ("annan w/s cease*", []),
    ("annan w/p kofi", ["Kofi", "Annan's"]),
    ('"kofi ann* peace"', ["Kofi Annan's peace"]),
    ("alive w/3 (said OR plan)", ["plan", "alive", "said"]),
    ('"peace alive"~3', ["peace", "alive"]),
    ('"peace alive"~2', []),
    ('kofi "peace alive"~2', ["Kofi"]),
    ("date:2012", []),
    ("outlet:reuters", []),
    ("nothing", []),
    ("", []),
]


@pytest.mark.parametrize(("query", "found"), HITS, ids=[query for query, _ in HITS])
def test_hits_are_these_words(query: str, found: list[str]) -> None:
    doc = article("a", TEXT)
    spans = find_matches(asked(query), doc.text, doc.form)
    assert [doc.text[start:end] for start, end in spans] == found


def test_hits_lie_in_headline_and_body_and_not_in_pitches() -> None:
    doc = article(
        "a",
        "A plan by Annan.\n\nRead our plan and pay.\n\nThe plan.",
        headline="Annan's plan",
        furniture={"Read our plan and pay.": "pitch"},
    )
    starts = [start for start, _ in find_matches(asked("plan"), doc.text, doc.form)]
    assert starts == [doc.text.index("plan"), doc.text.index("A plan") + 2, doc.text.rindex("plan")]
    title = find_matches(asked("title:plan"), doc.text, doc.form)
    assert title == [(8, 12)]
    assert len(find_matches(asked("body:plan"), doc.text, doc.form)) == 2
    assert find_matches(asked('"plan a plan"'), doc.text, doc.form) == []
    assert find_matches(asked('"annan the plan"'), doc.text, doc.form) == []


FAR = "Nothing is said here about it, and nothing will be. " * 12
LONG = f"The lede stands here.\n\n{FAR}\n\nThen the truce of Annan was broken.\n\n{FAR} One truce."


def test_a_snippet_shows_the_stretch_with_the_most_words_of_the_query() -> None:
    doc = article("a", LONG)
    [snippet] = make_snippets(asked("truce annan"), doc.text, doc.form, count=1, width=80)
    assert snippet.text == doc.text[snippet.start : snippet.end]
    assert [doc.text[start:end] for start, end in snippet.matches] == ["truce", "Annan"]
    assert len(snippet.text) <= 80
    assert snippet.text.startswith("Then the truce of Annan was broken.")


def test_several_snippets_stand_in_order_of_place_and_do_not_overlap() -> None:
    doc = article("a", LONG)
    first, second = make_snippets(asked("truce"), doc.text, doc.form, count=3, width=80)
    assert first.end <= second.start
    assert second.text.endswith("One truce.")


def test_the_lede_is_the_snippet_when_only_the_headline_has_the_words() -> None:
    doc = article(
        "a",
        "MOSCOW —\nLavrov spoke on Friday.\n\nHe left.",
        headline="Truce urged",
        furniture={"MOSCOW —": "dateline"},
    )
    [snippet] = make_snippets(asked("truce"), doc.text, doc.form, count=1, width=160)
    assert snippet.text == "Lavrov spoke on Friday."
    assert snippet.matches == ()
    assert lede_of(doc.text, doc.form) == (snippet.start, snippet.end)


def test_a_text_without_a_body_has_no_snippet() -> None:
    doc = article("a", "", headline="Truce urged")
    assert make_snippets(asked("truce"), doc.text, doc.form, count=1, width=160) == ()


def test_a_snippet_of_one_endless_word_is_cut_all_the_same() -> None:
    doc = article("a", "truce " + "x" * 10_000)
    [snippet] = make_snippets(asked("truce"), doc.text, doc.form, count=1, width=160)
    assert snippet.text == "truce"
    doc = article("a", "x" * 10_000)
    [snippet] = make_snippets(asked("xx*"), doc.text, doc.form, count=1, width=160)
    assert len(snippet.text) <= 160
    assert snippet.matches == ((snippet.start, snippet.end),)


WORDS = st.sampled_from(
    ["truce", "annan", "peace", "plan", "a", "of", "x-ray", "\n\n", "…", "U.N."]
)


@given(
    st.sampled_from([None, "Annan"]),
    st.lists(WORDS, max_size=120),
    st.integers(1, 4),
    st.integers(20, 200),
)
def test_snippets_are_stretches_of_the_text_at_borders_of_words(
    headline: str | None, words: list[str], count: int, width: int
) -> None:
    doc = article("a", " ".join(words), headline=headline)
    query = asked('truce "peace plan" OR annan')
    spans = find_matches(query, doc.text, doc.form)
    snippets = make_snippets(query, doc.text, doc.form, count=count, width=width)
    assert len(snippets) <= count
    before = len(headline or "")
    for snippet in snippets:
        assert snippet.text == doc.text[snippet.start : snippet.end]
        assert snippet.start >= before
        assert len(snippet.text) <= width
        for edge in (snippet.start, snippet.end):
            around = doc.text[max(0, edge - 1) : edge + 1]
            assert edge in (0, len(doc.text)) or any(char.isspace() for char in around)
        assert set(snippet.matches) <= set(spans)
        before = snippet.end


def test_hits_need_no_open_index(tmp_path: Path) -> None:
    archive = corpus(tmp_path, article("a", TEXT))
    searcher: Searcher = archive.searcher
    doc = archive.articles["a"]
    [snippet] = searcher.snippets(asked("alive"), doc.text, doc.form)
    searcher.close()
    assert [doc.text[a:b] for a, b in searcher.matches(asked("alive"), doc.text, doc.form)] == [
        doc.text[a:b] for a, b in snippet.matches
    ]


def _shown(folder: Path, text: str, query: str) -> tuple[list[str], list[str]]:
    """The hits of a query by what the index has, and by the text alone."""
    found = corpus(folder, article("a", text))
    doc = found.articles["a"]
    traces = found.searcher.traces_in(asked(query), ["a"])["a"]
    return tuple(  # type: ignore[return-value]
        [
            doc.text[start:end]
            for start, end in find_matches(asked(query), doc.text, doc.form, traces=known)
        ]
        for known in (traces, None)
    )


SPREAD = [
    *("The cease-\nfire held. ", "A U.N.-backed truce. ", "Kofi Annan's peace plan — plan B. "),
    *("国連は停戦を。 ", "x" * 700 + " ", "Ántóny’s ", "“truce”: ", "inter-\n   vention "),
]
ASKED = ["truce", "ceasefire", '"peace plan"', '"un-backed truce"', "plan*", "intervention", "停戦"]


@given(
    st.lists(st.sampled_from([*SPREAD, FAR, FAR, "\n\n"]), max_size=25),
    st.sampled_from(ASKED),
)
def test_what_the_index_has_leads_to_the_same_hits_as_the_whole_text(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], query: str
) -> None:
    by_index, by_text = _shown(tmp_path_factory.mktemp("index"), "".join(pieces) or "a", query)
    assert by_index == by_text


def test_a_snippet_from_traces_is_one_of_the_text(tmp_path: Path) -> None:
    found = corpus(tmp_path, article("a", LONG))
    doc, query = found.articles["a"], asked("truce annan")
    traces = found.searcher.traces_in(query, ["a"])["a"]
    [snippet] = make_snippets(query, doc.text, doc.form, count=1, width=80, traces=traces)
    assert [snippet] == list(make_snippets(query, doc.text, doc.form, count=1, width=80))


def test_traces_of_another_version_of_a_text_do_no_harm(tmp_path: Path) -> None:
    found = corpus(tmp_path, article("a", LONG))
    query = asked("truce")
    traces = found.searcher.traces_in(query, ["a"])["a"]
    for text in ("A truce.", "", LONG[::-1], FAR * 3 + "A truce."):
        doc = article("b", text)
        for span in find_matches(query, doc.text, doc.form, traces=traces):
            assert doc.text[slice(*span)].lower() == "truce"
        snippets = make_snippets(query, doc.text, doc.form, count=2, width=80, traces=traces)
        assert all(each.text == doc.text[each.start : each.end] for each in snippets)
        shown = [
            each.text[a - each.start : b - each.start] for each in snippets for a, b in each.matches
        ]
        assert shown == ["truce"] * doc.text.lower().count("a truce.")
