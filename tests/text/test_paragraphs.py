"""Paragraphs as a reader sees them: blank lines, wrapped wire copy, one a line, tables."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.text import canonical, paragraphs

_WIRE = """LONDON, March 5 - The European Commission authorised the
export of 33,500 tonnes of Irish intervention barley at today's
tender for non-European Community destinations at 53.10 Ecus
per tonne, grain traders said.
    They said the Commission had also set a maximum export
refund for French wheat. The U.S. Agriculture Department
Department officials had expected less.
    "We were surprised," one trader said.
"""


def _read(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


@given(st.text(alphabet=st.sampled_from("Ab c.\n\n  \"1'é") | st.characters(), max_size=300))
def test_paragraphs_are_in_order_apart_and_leave_no_word_out(text: str) -> None:
    text = canonical(text)
    spans = paragraphs(text)
    covered = 0
    for start, end in spans:
        assert text[covered:start].strip() == ""
        assert covered <= start < end
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        covered = end
    assert text[covered:].strip() == ""


def test_blank_lines_part_paragraphs() -> None:
    assert _read("One.\n\n\n  Two. \n \nThree.\n") == ["One.", "Two.", "Three."]


def test_wrapped_wire_copy_begins_a_paragraph_where_a_line_is_indented() -> None:
    found = _read(_WIRE)
    assert [paragraph[:12] for paragraph in found] == [
        "LONDON, Marc",
        "They said th",
        '"We were sur',
    ]
    assert found[1].endswith("had expected less.")


def test_wrapped_copy_between_blank_lines_stays_together() -> None:
    text = (
        "The shareholders of the company will vote on Wednesday on\n"
        "its possible dissolution, which the directors of the firm\n"
        "Recommended last week.\n\n"
        "No date was set by the chairman for what was to follow it\n"
        "at the end of the year.\n"
    )
    assert len(_read(text)) == 2


def test_one_paragraph_a_line_is_one_paragraph_a_line() -> None:
    lines = [
        "Gerald Ford laid to rest in Michigan",
        "Burial of ex-president caps eight days of mourning",
        "GRAND RAPIDS, Mich. - Gerald R. Ford was laid to rest on the grounds of his presidential "
        "museum Wednesday after eight days of mourning and remembrance that spanned the country.",
        "The sunset burial capped the official mourning for the 38th president.",
    ]
    assert _read("\n".join(lines)) == lines


def test_short_lines_in_a_row_are_not_run_together() -> None:
    text = "Not ready to support today?\nRemind me later.\nRead more\n"
    assert len(_read(text)) == 3


def test_a_headline_above_wrapped_copy_stands_alone() -> None:
    text = "GRAIN TRADERS DETAIL IRISH INTERVENTION BARLEY TENDERS\nBy Jane Doe\n" + _WIRE
    assert _read(text)[:2] == [
        "GRAIN TRADERS DETAIL IRISH INTERVENTION BARLEY TENDERS",
        "By Jane Doe",
    ]


def test_each_row_of_a_table_is_a_paragraph() -> None:
    text = _WIRE + (
        "          OPEN      P SETT\n APR7     4205      4185\n MAY7     --        4202\n"
    )
    assert _read(text)[-3:] == [
        "OPEN      P SETT",
        "APR7     4205      4185",
        "MAY7     --        4202",
    ]


def test_copy_all_in_capitals_is_unwrapped_too() -> None:
    text = (
        "THE PRESIDENT SAID TODAY THAT HE WOULD NOT SIGN THE BILL\n"
        "WHICH THE HOUSE HAD SENT HIM ON FRIDAY AFTER A LONG DEBATE\n"
        "AND THAT HE EXPECTED THE SENATE TO ACT UPON HIS OBJECTIONS\n"
        "BEFORE THE RECESS.\n"
    )
    assert len(_read(text)) == 1
