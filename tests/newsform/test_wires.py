"""Copy as it came off the wire: its marks are no words of the headline or the byline."""

from __future__ import annotations

from index.newsform.layout import layout
from index.newsform.reading import read_form
from index.text import canonical

COPY = """\
    WASHINGTON ({agency}) -- The government said Tuesday that it would not take
part in the talks that are to begin next week in the capital.
    A spokesman told reporters that the offer was far from serious and that
the other side had been told so, adding that nobody should be sur-
prised.
    Neither side has met the other since the ceasefire broke down in the
spring, and diplomats say that little has changed.
"""
UPI = (
    "r i BC-TALKS    01-29 0412\n^BC-TALKS\n^Government stays away, envoys go home\n"
    "^By {name}\n^UPI White House Reporter=\n"
    + COPY.format(agency="UPI")
    + "    adv for pms Wed Jan. 29\n upi 01-28-86 08:12 pes\n"
)
AP = (
    "^AM-Talks, Bjt,0812<\n^Envoys Go Home<\n^By JANE DOE<\n^Associated Press Writer<\n"
    + COPY.format(agency="AP")
    + "AP-NY-01-28-86 0812EST<\n"
)


def _body(text: str) -> list[str]:
    return [text[p.start : p.end] for p in layout(text, read_form(text)) if p.number]


def test_upi_copy_gives_headline_writer_place_and_day() -> None:
    text = canonical(UPI.format(name="HELEN THOMAS"))
    form = read_form(text)
    assert (form.title.value, form.title.basis) == (
        "Government stays away, envoys go home",
        "stated",
    )
    assert (form.byline.value, form.byline.basis) == (("Helen Thomas",), "stated")
    assert (form.agency.value, form.agency.basis) == ("UPI", "stated")
    assert form.dateline.value == "WASHINGTON"
    assert (form.date.value, form.date.basis) == ("1986-01-28", "stated")
    body = _body(text)
    assert len(body) == 3
    assert body[0].startswith("WASHINGTON")


def test_ap_copy_gives_the_same() -> None:
    text = canonical(AP)
    form = read_form(text)
    assert form.title.value == "Envoys Go Home"
    assert form.byline.value == ("Jane Doe",)
    assert form.agency.value == "AP"
    assert form.date.value == "1986-01-28"
    assert len(_body(text)) == 3


def test_names_in_capitals_are_written_as_elsewhere() -> None:
    form = read_form(canonical(UPI.format(name="BRIAN McDONALD and MARY-ANN O'NEILL")))
    assert form.byline.value == ("Brian McDonald", "Mary-Ann O'Neill")


def test_a_byline_and_a_post_without_marks_name_writer_and_agency() -> None:
    text = canonical(
        "Envoys go home\n\nBy JOHN DOE\n\nAssociated Press Writer\n\nThe government said on "
        "Tuesday that it would not take part in the talks next week.\n"
    )
    form = read_form(text)
    assert form.byline.value == ("John Doe",)
    assert form.agency.value == "AP"
    assert len(_body(text)) == 1


def test_words_that_begin_like_a_slug_are_copy() -> None:
    line = "AM-radio listeners heard it first, the envoys said as they left for home on Tuesday."
    assert _body(f"Envoys go home\n\n{line}\n\n{line}\n") == [line, line]
