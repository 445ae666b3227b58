"""While a query is typed it is understood as far as it goes, and not complained of too early."""

from __future__ import annotations

from datetime import date

import pytest

from index.article import QueryComplaint
from index.query import (
    And,
    DateRange,
    Everything,
    Field,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
    describe,
    parse,
)
from index.query.examples import LANGUAGE

TODAY = date(2012, 6, 22)
A, B = Word("annan"), Word("beijing")
ALL = Everything()

SO_FAR: list[tuple[str, Node]] = [
    ('annan "', A),
    ('annan "peace', And((A, Prefix("peace")))),
    ('annan "peace ', And((A, Phrase("peace")))),
    ('"peace pl', Near((Word("peace", exact=True), Prefix("pl")), 1, ordered=True)),
    ('"the peace plan ', Phrase("the peace plan")),
    ('"peace plan"', Phrase("peace plan")),
    ('annan "/~5', And((A, Phrase("/~5")))),
    ('"annan beijing"~', Phrase("annan beijing")),
    ('="', ALL),
    ('="peace ', Phrase("peace", whole=True)),
    ("annan OR", A),
    ("annan OR ", A),
    ("annan AND NOT", A),
    ("annan O", A),
    ("annan NO", A),
    ("O", Word("O")),
    ("annan -", A),
    ("annan !", A),
    ("annan OR (", A),
    ("annan (", A),
    ("annan ()", A),
    ("(annan OR beijing", Or((A, B))),
    ("annan (beijing OR (truce", And((A, Or((B, Word("truce")))))),
    ("-(annan", Not(A)),
    ("annan w/", A),
    ("annan w/5", A),
    ("annan w/5 ", A),
    ("annan NEAR/", A),
    ("annan AROUND(", A),
    ("annan AROUND(5", A),
    ("annan /", A),
    ("annan w/5 (beijing O", Near((A, B), 5)),
    ("*", ALL),
    ("annan *", A),
    ("annan ~", A),
    ("annan ~ce", A),
    ("annan ce~", A),
    ("speaker:", ALL),
    ("annan speaker: ", A),
    ("annan -speaker:", A),
    ("speaker:(", ALL),
    ('speaker:"', ALL),
    ('speaker:"Kof', ALL),
    ('speaker:"Kofi An', Field("speaker", Phrase("Kofi"))),
    ("speaker:Lav", Field("speaker", Word("Lav"))),
    ('outlet:="', ALL),
    ("title:(annan", Field("title", A)),
    ("annan date:", A),
    ("annan date:2", A),
    ("annan date:201", A),
    ("date:2012", DateRange("2012-01-01", "2012-12-31")),
    ("annan date:2012-", A),
    ("annan date:2012-0", A),
    ("annan date:2012-06-", A),
    ("annan date:ju", A),
    ("annan date:last", A),
    ("annan date:last ", A),
    ("annan date:last we", A),
    ("annan date:past-7", A),
    ("annan date:past-7-da", A),
    ("annan date:3-days", A),
    ("annan date:5/6/20", A),
    ("annan date:[", A),
    ("date:[2012-06-05 to", DateRange("2012-06-05", None)),
    ("annan date:[2012-06-05 to 2012-06-0", A),
    ("annan date:2012-06-05..2012-06-0", A),
    ("annan date:2012-06-05..2012-06-02", A),
    ("annan date:>", A),
    ("annan before:", A),
    ("annan before:20", A),
    ("date:(2012 OR 20", DateRange("2012-01-01", "2012-12-31")),
    ("annan kind:", A),
    ("annan kind:dir", A),
    ("annan language:germ", A),
    ("annan language:unkn", A),
    ("kind:(direct OR mi", Field("kind", Word("direct"))),
    ("", ALL),
    ("…", ALL),
]


@pytest.mark.parametrize(("typed", "meaning"), SO_FAR, ids=[typed for typed, _ in SO_FAR])
def test_a_query_is_understood_as_far_as_it_goes(typed: str, meaning: Node) -> None:
    assert parse(typed, today=TODAY, typing=True).root == meaning


WRONG = [
    ("annan)", "closing parenthesis"),
    ("speker:Lavrov", "did you mean `speaker:`"),
    ("annan OR OR beijing", "OR wants a word on each side"),
    ("date:foo", "`date:` wants"),
    ("date:2012-13", "`date:` wants"),
    ("date:2012-02-30", "no day 2012-02-30"),
    ("date:06/05/2012", "may be 6 May 2012 or June 5, 2012"),
    ("date:2012-06-05..2012-06-02 annan", "ends before it begins"),
    ("kind:shouted", "`kind:` wants"),
    ("language:klingonese", "`language:` wants"),
    ("kind:dir annan", "`kind:` wants"),
    ("cesefire~3", "1 or 2"),
    ("title:body:x", "cannot stand inside"),
    ('"plan annan"~5000', "number of words"),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG, ids=[typed for typed, _ in WRONG])
def test_what_nothing_more_could_mend_is_told_at_once(typed: str, sentence: str) -> None:
    with pytest.raises(QueryComplaint, match=sentence):
        parse(typed, today=TODAY, typing=True)


TYPED = [example.typed for group in LANGUAGE for example in group.examples]


@pytest.mark.parametrize("typed", TYPED)
def test_no_beginning_of_a_query_is_complained_of(typed: str) -> None:
    for end in range(len(typed) + 1):
        for before in ("", "annan ", "annan OR (beijing "):
            describe(parse(before + typed[:end], today=TODAY, typing=True))


@pytest.mark.parametrize("typed", TYPED)
def test_a_query_that_is_whole_means_the_same_while_it_is_typed(typed: str) -> None:
    whole = parse(typed, today=TODAY)
    assert parse(f"{typed} ", today=TODAY, typing=True).root == whole.root
