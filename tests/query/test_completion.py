"""What is being typed at the cursor: the name of a field, or a value, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.query.completion import Typed, field_names, typed_at, written

# The cursor is where the bar stands.
TYPED: list[tuple[str, tuple[int, int, str | None, str] | None]] = [
    ("spe|", (0, 3, None, "spe")),
    ("annan spe|", (6, 9, None, "spe")),
    ("annan -spe|", (7, 10, None, "spe")),
    ("(spe|", (1, 4, None, "spe")),
    ("spe|aker", (0, 7, None, "spe")),
    ("s|", None),
    ("|", None),
    ("annan |", None),
    ("cease-f|", None),
    ("spe|aker:lavrov", None),
    ("speaker:|", (8, 8, "speaker", "")),
    ("speaker:la|", (8, 10, "speaker", "la")),
    ("SPEAKER:la|", (8, 10, "speaker", "la")),
    ("annan speaker:la|v truce", (14, 17, "speaker", "la")),
    ("-speaker:la|", (9, 11, "speaker", "la")),
    ('speaker:"|', (8, 9, "speaker", "")),
    ('speaker:"Sergei la|', (8, 18, "speaker", "Sergei la")),
    ('speaker:"Sergei la|" truce', (8, 19, "speaker", "Sergei la")),
    ('speaker:"Sergei Lavrov"| truce', None),
    ("speaker:“Sergei la|", (8, 18, "speaker", "Sergei la")),
    ("outlet:=ti|", (8, 10, "outlet", "ti")),
    ('outlet:="the ti|', (8, 15, "outlet", "the ti")),
    ("speaker: la|", (9, 11, "speaker", "la")),
    ("speaker:(annan OR la|", (18, 20, "speaker", "la")),
    ('speaker:("Kofi Annan" OR la|)', (25, 27, "speaker", "la")),
    ("speaker:(annan) la|", (16, 18, None, "la")),
    ("publisher:ti|", (10, 12, "outlet", "ti")),
    ("by:gut|", (3, 6, "byline", "gut")),
    ("date:last|", (5, 9, "date", "last")),
    ("before:20|", (7, 9, "before", "20")),
    ("kind:d|", (5, 6, "kind", "d")),
    ("tag:sy|", (4, 6, "tag", "sy")),
    ("title:sum|", None),
    ("said:dee|", None),
    ('"peace pl|', None),
    ("foo:ba|", None),
]


@pytest.mark.parametrize(("query", "typed"), TYPED, ids=[query for query, _ in TYPED])
def test_what_is_typed_is_told_with_its_place(
    query: str, typed: tuple[int, int, str | None, str] | None
) -> None:
    at = query.index("|")
    found = typed_at(query.replace("|", "", 1), at)
    assert found == (None if typed is None else Typed(*typed))


def test_fields_come_by_their_own_names_and_by_those_that_people_bring_along() -> None:
    assert field_names("spe") == ("speaker",)
    assert field_names("b") == ("body", "byline", "before")
    assert field_names("auth") == ("byline",)
    assert field_names("pub") == ("outlet",)
    assert field_names("xyz") == ()


@pytest.mark.parametrize(
    ("value", "insert"),
    [
        ("Reuters", "Reuters"),
        ("The Times", '"The Times"'),
        ("O'Brien", "O'Brien"),
        ("AT&T", "AT&T"),
        ('"Bild"', "Bild"),
        ('The "Sun" Online', '"The Sun Online"'),
        ("“Spiegel” online", '"Spiegel online"'),
        ("-x", '"-x"'),
        ("a*", '"a*"'),
    ],
)
def test_a_value_is_put_in_quotation_marks_where_it_needs_them(value: str, insert: str) -> None:
    assert written(value) == insert


@given(st.text(max_size=40), st.integers(-2, 50))
def test_any_text_has_a_place_or_none(query: str, at: int) -> None:
    found = typed_at(query, at)
    if found is not None:
        assert 0 <= found.start <= found.end <= len(query)
