"""What a citation says, and what it must not say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from index.article import Cited, Fact
from index.export import cite
from index.export.citation import citation, place, source

MakeCited = Callable[..., Cited]


def test_a_citation_names_author_headline_outlet_day_and_paragraph(seed: Cited) -> None:
    assert citation(seed) == (
        'Gleb Bryanski and Chris Buckley, "Putin, Hu Urge Support for Syria Peace Plan," '
        "The Moscow Times, June 5, 2012 (inferred), paragraph 4."
    )


def test_what_is_unknown_is_left_out_and_an_unknown_day_is_nd(cited: MakeCited) -> None:
    bare = cited("Words.", paragraph=None, title=Fact("Plan", "stated"))
    assert citation(bare) == '"Plan," n.d.'


def test_an_article_without_a_headline_is_cited_by_its_file(cited: MakeCited) -> None:
    assert citation(cited("Words.")) == '"syria plan.txt," n.d., paragraph 4.'


@pytest.mark.parametrize(
    ("title", "written"),
    [
        (Fact("Who Won?", "stated"), '"Who Won?" n.d.'),
        (Fact('Putin "Wins"', "stated"), "\"Putin 'Wins',\" n.d."),
        (Fact("Putin “Wins”", "stated"), '"Putin ‘Wins’," n.d.'),
        (
            Fact("Russia called…", "inferred", "from the lede"),
            '"Russia called…" (headline inferred), n.d.',
        ),
        (Fact("Two\nlines", "stated"), '"Two lines," n.d.'),
    ],
)
def test_headlines_stand_in_quotation_marks(
    cited: MakeCited, title: Fact[str | None], written: str
) -> None:
    assert citation(cited("Words.", paragraph=None, title=title)) == written


def test_every_inferred_fact_says_so_and_the_reason_stands_apart(cited: MakeCited) -> None:
    one = cited(
        "Words.",
        title=Fact("Plan", "stated"),
        outlet=Fact("The Moscow Times", "inferred", "from the site pitch"),
        byline=Fact(("A", "B", "C"), "inferred"),
        date=Fact("2012-06-05", "stated"),
        updated=Fact("2012-06-22", "inferred", "from a weekday"),
        photo_credit=Fact("D", "inferred", "from the caption"),
    )
    assert dict(source(one))["Inferred"] == (
        "update (from a weekday), outlet (from the site pitch), author"
    )
    assert citation(one) == (
        'A, B and C (inferred), "Plan," The Moscow Times (inferred), '
        "June 5, 2012, updated June 22, 2012 (inferred), paragraph 4."
    )


def test_the_way_back_to_the_characters_is_told(seed: Cited) -> None:
    passage = seed.passage
    assert dict(place(seed)) == {
        "In it": "Vladimir Putin (paraphrased)",
        "Characters": f"{passage.start} to {passage.end}, end exclusive",
    }
    assert dict(source(seed)) == {
        "Agency": "Reuters",
        "Inferred": "date (from the photo caption)",
        "File SHA-256": passage.file_sha256,
        "Text SHA-256": passage.text_sha256,
        "File": seed.article.files[0].rsplit("/", 1)[-1],
    }


def test_a_file_that_is_its_text_has_one_hash(seed: Cited) -> None:
    digest = seed.passage.text_sha256
    same = dict(source(replace(seed, passage=replace(seed.passage, file_sha256=digest))))
    assert same["File and text SHA-256"] == digest
    assert not {"File SHA-256", "Text SHA-256"} & set(same)


def test_an_agency_that_published_its_own_copy_is_named_once(cited: MakeCited) -> None:
    own = cited("Words.", outlet=Fact("Reuters", "stated"), agency=Fact("Reuters", "stated"))
    assert "Agency" not in dict(source(own))


def test_a_passage_whose_source_changed_says_so(cited: MakeCited) -> None:
    assert "changed since" in cite(cited("Words.", source_changed=True))
    assert "changed since" not in cite(cited("Words."))


def test_the_clipboard_gets_the_exact_words_and_then_the_citation(seed: Cited) -> None:
    words, _, rest = cite(seed).rpartition("\n\n")
    assert words == seed.passage.exact
    assert rest.splitlines()[0] == "    " + citation(seed)
    assert f"    Text SHA-256: {seed.passage.text_sha256}" in rest.splitlines()


def test_notes_and_tags_go_with_the_words(cited: MakeCited) -> None:
    lines = cite(cited("Words.", note="first\nsecond", tags=("syria", "un"))).splitlines()
    assert lines[-3:] == ["    Tags: syria, un", "    Note: first", "          second"]
