"""What a query finds among articles, and in which order."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.fulltext.evaluation import lexicon
from index.query import Query, Wildcard
from tests.fulltext.corpus import NOBODY, Corpus, Names, article, corpus


@pytest.fixture
def archive(tmp_path: Path) -> Corpus:
    return corpus(
        tmp_path,
        article(
            "hu",
            "BEIJING — Hu Jintao urged support for the peace plan.\n\nSupport The Moscow Times!",
            headline="Putin, Hu Urge Support for Syria",
            day="2012-06-05",
            outlet="The Moscow Times",
            place="BEIJING",
            files=("/news/2012/001_putin-hu.txt",),
            furniture={"Support The Moscow Times!": "pitch"},
        ),
        article(
            "lavrov",
            "Lavrov said the ceasefire had failed. Syria must do more.",
            title="Lavrov said the ceasefire had failed",
            day="2012-06-22",
            outlet="Reuters",
            agency="Reuters",
            place="ST PETERSBURG, Russia",
            files=("C:\\news\\Lavrov plan.txt",),
        ),
        article(
            "undated",
            "A picture of Annan.\n\nThe peace talks went on in Syria, far from the plan.",
            furniture={"A picture of Annan.": "caption"},
        ),
        article("oil", "Wheat and oil exports rose.", day="1987-03-13", outlet="Reuters"),
    )


FOUND = [
    ("", {"hu", "lavrov", "undated", "oil"}),
    ("syria", {"hu", "lavrov", "undated"}),
    ("syria -plan", {"lavrov"}),
    ("NOT syria", {"oil"}),
    ("peace plan", {"hu", "undated"}),
    ('"peace plan"', {"hu"}),
    ("lavrov OR annan", {"lavrov", "undated"}),
    ("(lavrov OR annan) peace", {"undated"}),
    ("lavrov OR annan peace", {"lavrov", "undated"}),
    ("oil OR -syria", {"oil"}),
    ("ceas*", {"lavrov"}),
    ("cease-f*", {"lavrov"}),
    ("title:syria", {"hu"}),
    ("title:lavrov", {"lavrov"}),
    ("body:putin", set()),
    ("putin peace", {"hu"}),
    ("title:(putin -oil)", {"hu"}),
    ('title:"urge support"', {"hu"}),
    # A phrase never runs from the headline into the body, nor over a pitch left out.
    ('"syria beijing"', set()),
    ("moscow", set()),
    ("annan", {"undated"}),
    ("outlet:times", {"hu"}),
    ('outlet:"moscow times"', {"hu"}),
    ("outlet:time", set()),
    ("outlet:reut*", {"lavrov", "oil"}),
    ("agency:reuters", {"lavrov"}),
    ("place:beijing", {"hu"}),
    ('place:"st petersburg"', {"lavrov"}),
    ("place:St.", {"lavrov"}),
    ("file:001", {"hu"}),
    ("file:00", {"hu"}),
    ("file:putin-hu", {"hu"}),
    ("file:lav", {"lavrov"}),
    ("file:news", set()),
    ("file:txt", {"hu", "lavrov"}),
    ("date:2012-06", {"hu", "lavrov"}),
    ("date:2012-06-05", {"hu"}),
    ("date:[2012-06-06 to]", {"lavrov"}),
    ("date:[to 2012-06-05]", {"hu", "oil"}),
    ("-date:2012", {"undated", "oil"}),
    ("syria date:2012-06-22", {"lavrov"}),
    ("nothing", set()),
]


@pytest.mark.parametrize(("query", "found"), FOUND, ids=[query for query, _ in FOUND])
def test_a_query_finds_these_articles(archive: Corpus, query: str, found: set[str]) -> None:
    assert archive.find(query) == found
    assert archive.ranked(query).count == len(found)


def test_actors_are_found_by_any_name_the_store_knows(archive: Corpus) -> None:
    names = Names(
        ids={"Kofi Annan": frozenset({7}), "Hu": frozenset({3}), "Jintao": frozenset({3, 4})},
        standing={7: frozenset({"undated", "lavrov"}), 3: frozenset({"hu"}), 4: frozenset({"oil"})},
    )
    assert archive.find('actor:"Kofi Annan"', names) == {"undated", "lavrov"}
    assert archive.find('actor:"Kofi Annan" ceasefire', names) == {"lavrov"}
    assert archive.find('-actor:"Kofi Annan"', names) == {"hu", "oil"}
    assert archive.find("actor:(Hu Jintao)", names) == {"hu"}
    assert archive.find("actor:(Hu OR Jintao)", names) == {"hu", "oil"}
    assert archive.find("actor:Nobody", names) == set()


def test_everything_is_newest_first_and_undated_last(archive: Corpus) -> None:
    newest_first = ("lavrov", "hu", "oil", "undated")
    assert archive.ranked("").ids == newest_first
    assert archive.ranked("", sort="-date").ids == newest_first
    assert archive.ranked("", sort="date").ids == ("oil", "hu", "lavrov", "undated")
    assert archive.ranked("syria", sort="-date").ids == ("lavrov", "hu", "undated")
    assert archive.ranked("syria", sort="date").ids == ("hu", "lavrov", "undated")
    assert archive.ranked("date:2012").ids == ("lavrov", "hu")


def test_a_headline_counts_most_and_the_lede_before_the_rest(tmp_path: Path) -> None:
    filler = "Nothing of note was heard from anybody else on that day."
    archive = corpus(
        tmp_path,
        article("late", f"{filler}\n\nThen came a truce.", headline="Talks go on"),
        article("lede", f"Then came a truce.\n\n{filler}", headline="Talks go on"),
        article("headline", f"{filler}\n\nThen came a rest.", headline="Truce holds"),
    )
    ranked = archive.ranked("truce")
    assert ranked.ids == ("headline", "lede", "late")
    assert sorted(ranked.scores, reverse=True) == list(ranked.scores)


def test_the_form_that_was_typed_counts_more_than_others_of_its_stem(tmp_path: Path) -> None:
    archive = corpus(
        tmp_path, article("plans", "Some plans were made."), article("plan", "Some plan was made.")
    )
    assert archive.ranked("plan").ids == ("plan", "plans")
    assert archive.ranked("plans").ids == ("plans", "plan")


def test_as_one_types_the_last_word_may_go_on(archive: Corpus) -> None:
    assert archive.find("cease") == set()
    assert archive.find("cease", typing=True) == {"lavrov"}
    assert archive.find("lavrov cease", typing=True) == {"lavrov"}
    assert archive.find("cease-fi", typing=True) == {"lavrov"}
    assert archive.find("cease ", typing=True) == set()
    assert archive.find("cease lavrov", typing=True) == set()
    assert archive.find("title:lav", typing=True) == set()
    assert archive.find("plans", typing=True) == {"hu", "undated"}
    assert archive.hits("cease", "lavrov", typing=True) == ["ceasefire"]


def test_a_beginning_however_short_finds_all_its_words(tmp_path: Path) -> None:
    archive = corpus(tmp_path, *(article(str(n), f"again s{n}x") for n in range(120)))
    found = archive.ranked("s*")
    assert (found.count, found.bounded) == (120, ())


def test_a_wildcard_of_very_many_words_is_bounded_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexicon, "MOST_TERMS", 3)
    bodies = ["again statement", "again payment", "statement", "payment ferment", "torment ferment"]
    archive = corpus(tmp_path, *(article(str(n), body) for n, body in enumerate(bodies)))
    query = Query("*m?nt", Wildcard("*m?nt"))
    found = archive.searcher.search(query, NOBODY)
    assert (set(found.ids), found.bounded) == ({"0", "1", "2", "3", "4"}, ("*m?nt",))
    few = archive.searcher.search(Query("s*m?nt", Wildcard("s*m?nt")), NOBODY)
    assert (set(few.ids), few.bounded) == ({"0", "2"}, ())


def test_a_title_that_stands_nowhere_is_found_beside_the_headline(tmp_path: Path) -> None:
    from dataclasses import replace

    from index.article import Fact

    doc = article("a", "The body.", headline="As printed")
    corrected = replace(doc, form=replace(doc.form, title=Fact("As corrected", "corrected")))
    archive = corpus(tmp_path, corrected)
    assert archive.find("title:corrected") == {"a"}
    assert archive.find('title:"as printed"') == {"a"}
    assert archive.find('title:"printed as"') == set()
    assert archive.hits("as", "a") == ["As"]


def test_suggestions_are_the_nearest_words_that_articles_have(archive: Corpus) -> None:
    from tests.fulltext.corpus import asked

    suggest = archive.searcher.suggest
    assert suggest(asked("ceasefyre")) == "ceasefire"
    assert suggest(asked("lavorv syria")) == "lavrov syria"
    assert suggest(asked("(epace OR oil)")) == "(peace OR oil)"
    assert suggest(asked("title:putni")) == "title:putin"
    assert suggest(asked("syria")) is None
    assert suggest(asked("xyzzyxyzzy")) is None
    assert suggest(asked('"peace ceasefyre"')) is None


def test_other_written_forms_of_a_word_are_told(tmp_path: Path) -> None:
    from tests.fulltext.corpus import asked

    archive = corpus(tmp_path, article("a", "the cease-fire and re-election"))
    assert archive.searcher.written(asked("Ceasefire election")) == {"Ceasefire": ("cease-fire",)}
