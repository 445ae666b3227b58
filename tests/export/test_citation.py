"""What a citation says, and what it must not say."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.article import Cited, Fact
from index.export import cite
from index.export.citation import citation, provenance

MakeCited = Callable[..., Cited]


def test_a_citation_names_author_headline_outlet_day_and_paragraph(seed: Cited) -> None:
    assert citation(seed) == (
        'Gleb Bryanski and Chris Buckley, "Putin, Hu Urge Support for Syria Peace Plan," '
        "The Moscow Times, June 5, 2012 (inferred: from the photo caption), paragraph 4."
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
            '"Russia called…" (headline inferred: from the lede), n.d.',
        ),
        (Fact("Two\nlines", "stated"), '"Two lines," n.d.'),
    ],
)
def test_headlines_stand_in_quotation_marks(
    cited: MakeCited, title: Fact[str | None], written: str
) -> None:
    assert citation(cited("Words.", paragraph=None, title=title)) == written


def test_every_inferred_fact_says_so(cited: MakeCited) -> None:
    line = citation(
        cited(
            "Words.",
            title=Fact("Plan", "stated"),
            outlet=Fact("The Moscow Times", "inferred", "from the site pitch"),
            byline=Fact(("A", "B", "C"), "inferred"),
            date=Fact("2012-06-05", "stated"),
            updated=Fact("2012-06-22", "inferred", "from a weekday"),
        )
    )
    assert line == (
        'A, B and C (inferred), "Plan," The Moscow Times (inferred: from the site pitch), '
        "June 5, 2012, updated June 22, 2012 (inferred: from a weekday), paragraph 4."
    )


def test_the_way_back_to_the_characters_is_told(seed: Cited) -> None:
    passage = seed.passage
    assert dict(provenance(seed)) == {
        "Agency": "Reuters",
        "Quoted in it": "Vladimir Putin",
        "File": seed.article.files[0].rsplit("/", 1)[-1],
        "File SHA-256": passage.file_sha256,
        "Text SHA-256": passage.text_sha256,
        "Characters": f"{passage.start} to {passage.end}, end exclusive",
    }


def test_an_agency_that_published_its_own_copy_is_named_once(cited: MakeCited) -> None:
    own = cited("Words.", outlet=Fact("Reuters", "stated"), agency=Fact("Reuters", "stated"))
    assert "Agency" not in dict(provenance(own))


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
