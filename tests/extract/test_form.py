"""What is printed with an article and is not its body yields nothing."""

from __future__ import annotations

from dataclasses import replace

from index.article import Extraction, Fact, Furniture, NewsForm
from index.extract import extract
from index.extract.parsing.model import Model
from tests.extract.conftest import names, said, spoken

PITCH = "Anna Weber of The Daily Dam said: “Please support our journalists today.”"
BODY = "“The dam will hold for another year,” Maria Lopez said."
CREDIT = "(Reporting by Peter Brandt; Editing by John Miller)"


def test_furniture_yields_no_quotes_and_no_actors(model: Model) -> None:
    text = f"{PITCH}\n\n{BODY}\n\n{CREDIT}"
    tail = text.index(CREDIT)
    form = NewsForm(
        furniture=(
            Furniture(0, len(PITCH), "pitch"),
            Furniture(tail, tail + len(CREDIT), "sign-off"),
        )
    )
    found = extract(text, form, model=model)
    assert said(found) == [("Maria Lopez", "The dam will hold for another year,")]
    assert names(found, "person") == {"Maria Lopez"}
    assert all(text[quote.start : quote.end] == quote.text for quote in found.quotes)


def test_furniture_inside_a_paragraph_is_left_out_too(model: Model) -> None:
    text = f"{BODY} {CREDIT}"
    at = text.index(CREDIT)
    form = NewsForm(furniture=(Furniture(at, at + len(CREDIT), "sign-off"),))
    assert names(extract(text, form, model=model), "person") == {"Maria Lopez"}


def test_headline_and_subheads_are_not_the_body(model: Model) -> None:
    headline = "Weber says “dam will never hold”"
    text = f"{headline}\n\n{BODY}\n\nWHAT WEBER SAID\n\nThe town waits."
    at = text.index("WHAT")
    form = replace(NewsForm(headline=(0, len(headline))), subheads=((at, at + 15),))
    found = extract(text, form, model=model)
    assert [quote.speaker for quote in spoken(found)] == ["Maria Lopez"]
    assert names(found, "person") == {"Maria Lopez"}


def test_without_a_form_the_whole_text_is_body(model: Model) -> None:
    found = extract(f"{PITCH}\n\n{BODY}", model=model)
    assert [speaker for speaker, _ in said(found)] == ["Anna Weber", "Maria Lopez"]


def test_a_dateline_is_no_part_of_the_speaker(model: Model) -> None:
    for dateline in ("GENEVA, June 5 (Reuters) - ", "GENEVA — ", "ST PETERSBURG, Russia (AP) -- "):
        found = extract(f"{dateline}Maria Lopez said the dam would hold.", model=model)
        (quote,) = spoken(found)
        assert (quote.speaker, quote.mention) == ("Maria Lopez", "Maria Lopez")


def test_a_text_in_another_language_is_not_read(model: Model) -> None:
    french = NewsForm(language=Fact("fr", "stated"))
    assert extract(BODY, french, model=model) == Extraction()
    assert extract(BODY, NewsForm(language=Fact("en", "inferred", "")), model=model).quotes
