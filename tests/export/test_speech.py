"""What a citation says of the speech in a passage, and of marks that the passage leaves out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from index.article import Cited, QuoteKind
from index.export import FORMATS, cite, render
from index.export.speech import in_it, marks_left_out
from tests.export.conftest import BEFORE, said

MakeCited = Callable[..., Cited]

PASSAGE = (
    "Dmitry Trenin said the call was meant to buy time. Sergei Lavrov called it a “second try” "
    "and “the only way”. “We will go,” he said."
)
CALL = "the call was meant to buy time"
TRY = "it a “second try” and “the only way”"


@pytest.mark.parametrize(
    ("words", "kind", "speaker", "verbatim", "told"),
    [
        (CALL, "indirect", "Dmitry Trenin", (), "Dmitry Trenin (paraphrased)"),
        (CALL, "indirect", None, (), "speaker unknown (paraphrased)"),
        (
            *(TRY, "mixed", "Sergei Lavrov", ("second try", "the only way")),
            "Sergei Lavrov (partly quoted: “second try”, “the only way”)",
        ),
        ("We will go,", "direct", "Sergei Lavrov", ("We will go,",), "Sergei Lavrov (quoted)"),
    ],
)
def test_words_and_paraphrase_are_told_apart(
    cited: MakeCited,
    words: str,
    kind: QuoteKind,
    speaker: str | None,
    verbatim: tuple[str, ...],
    told: str,
) -> None:
    one = cited(PASSAGE, quotes=(said(PASSAGE, words, kind, speaker, *verbatim),))
    assert in_it(one) == told
    for form in set(FORMATS) - {"json"}:
        assert told in render([one], form)
    assert f"In it: {told}" in cite(one)


def test_speakers_stand_once_in_order_of_place(cited: MakeCited) -> None:
    quotes = (
        said(PASSAGE, CALL, "indirect", "Dmitry Trenin", confidence=0.3),
        said(PASSAGE, "second try", "mixed", "Sergei Lavrov", "second try"),
        said(PASSAGE, "We will go,", "direct", "Sergei Lavrov", "We will go,"),
    )
    one = cited(PASSAGE, quotes=quotes)
    assert in_it(one) == (
        "Dmitry Trenin (uncertain) (paraphrased); "
        "Sergei Lavrov (partly quoted: “second try”, quoted)"
    )
    [row] = csv.DictReader(io.StringIO(render([one], "csv"), newline=""))
    assert row["speakers"] == "Dmitry Trenin; Sergei Lavrov; Sergei Lavrov"
    assert row["quote_kinds"] == "indirect; mixed; direct"
    assert row["verbatim"] == "“second try”; “We will go,”"
    [annotation] = json.loads(render([one], "json"))
    assert annotation["quotes"] == [quote.to_json() for quote in quotes]


def test_only_the_words_that_the_passage_has_are_called_quoted(cited: MakeCited) -> None:
    quote = said(PASSAGE, TRY, "mixed", "Sergei Lavrov", "second try", "the only way")
    whole = cited(PASSAGE, quotes=(quote,))
    start = PASSAGE.index("try”")
    cut = replace(
        whole,
        passage=replace(whole.passage, start=len(BEFORE) + start, exact=PASSAGE[start:]),
    )
    assert in_it(cut) == "Sergei Lavrov (partly quoted: “try”, “the only way”)"


def test_a_passage_without_speech_says_nothing_of_it(cited: MakeCited) -> None:
    assert "In it" not in cite(cited("Trains ran."))


def test_an_article_not_yet_read_says_that_it_is_not(cited: MakeCited) -> None:
    one = cited("Trains ran.")
    unread = replace(one, article=replace(one.article, extracted=False))
    assert "In it: not yet read for quotes" in cite(unread)


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("said: “", ",” he", "begins and ends inside"),
        ('said: "', '," he', "begins and ends inside"),
        ("said: “", " and more", "begins inside"),
        ("and more ", "”, he", "ends inside"),
        ("said: ", ", he", ""),
        ("“Yes,” ", ", he", ""),
        ('"Yes" ', ", he", ""),
        ("said—", '"Yes"', ""),
        ('5"', " wide", ""),
        ("", "’s", ""),
    ],
)
def test_quotation_marks_next_to_a_passage_are_told_of(
    cited: MakeCited, before: str, after: str, told: str
) -> None:
    after = after.removeprefix(",") if told.startswith(("begins and", "ends")) else after
    one = cited("the way,")
    beside = replace(one, passage=replace(one.passage, prefix=before, suffix=after))
    wanted = f"the passage {told} quotation marks that it leaves out" if told else ""
    assert marks_left_out(beside) == wanted
    assert cite(beside).startswith("the way,\n\n"), "no mark is added to the words"
    assert (wanted or "Quotation marks") in cite(beside) or not wanted


def test_a_passage_that_begins_far_inside_a_quotation_says_so(cited: MakeCited) -> None:
    quote = said(PASSAGE, "We will go,", "direct", "Sergei Lavrov", "We will go,")
    one = cited(PASSAGE, quotes=(quote,))
    start, end = len(BEFORE) + PASSAGE.index("will go"), len(BEFORE) + len(PASSAGE)
    exact = PASSAGE[PASSAGE.index("will go") :]
    inside = replace(
        one, passage=replace(one.passage, start=start, end=end, exact=exact, prefix="We ")
    )
    assert marks_left_out(inside) == "the passage begins inside quoted words"


def test_where_the_speaker_is_unknown_the_articles_own_word_is_told(cited: MakeCited) -> None:
    quote = replace(said(PASSAGE, "We will go,", "direct", None, "We will go,"), mention="he")
    assert in_it(cited(PASSAGE, quotes=(quote,))) == "speaker unknown: “he” (quoted)"
