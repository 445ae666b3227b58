"""A query that does not parse gives a sentence, and the place of the trouble."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.article import QueryComplaint
from index.query import FIELDS, describe, parse
from index.text import one_line

TODAY = date(2012, 6, 22)

COMPLAINTS = [
    ("date:Jubilee", "`date:` wants a day, month or year, as in date:2012-06.", 5),
    ("date:2012-13", "`date:` wants a day, month or year, as in date:2012-06.", 5),
    ("date:", "`date:` wants a day, month or year, as in date:2012-06.", 0),
    ("date:2012*", "`date:` wants a day, month or year, as in date:2012-06.", 5),
    ("date:2012-02-30", "There is no day 2012-02-30 in the calendar.", 5),
    ("date:[2012 to 2011]", "This range ends before it begins: 2012 to 2011.", 5),
    (
        "date:[to]",
        "A range of dates wants at least one end, as in date:[2012-06-05 to 2012-06-22].",
        5,
    ),
    ("date:[2012", "The bracket of this date range is not closed.", 5),
    ('annan "peace plan', "The quotation mark opened here is not closed.", 6),
    ("annan “peace", "The quotation mark opened here is not closed.", 6),
    (
        "speker:Lavrov",
        "There is no field `speker:`; did you mean `speaker:`? "
        "In quotation marks it is searched for as words.",
        0,
    ),
    (
        "annan ttile:x",
        "There is no field `ttile:`; did you mean `title:`? "
        "In quotation marks it is searched for as words.",
        6,
    ),
    (
        "foo:bar",
        f"There is no field `foo:`; the fields are {', '.join(FIELDS)}. "
        "In quotation marks it is searched for as words.",
        0,
    ),
    ("date:12345", "`date:` wants a day, month or year, as in date:2012-06.", 5),
    ("before:2012..2013", "`before:` wants a day, month or year, as in before:2012-06.", 7),
    ("after:", "`after:` wants a day, month or year, as in after:2012-06.", 0),
    ("date:June 31, 2012", "There is no day June 31, 2012 in the calendar.", 5),
    ("date:2012-W60", "There is no week 2012-W60 in the calendar.", 5),
    (
        "date:06/05/2012",
        "06/05/2012 may be 6 May 2012 or June 5, 2012; write 2012-05-06 or 2012-06-05.",
        5,
    ),
    (
        "date:1-2-2012",
        "1-2-2012 may be 1 February 2012 or January 2, 2012; write 2012-02-01 or 2012-01-02.",
        5,
    ),
    (
        '"annan plan"~',
        '~ behind a phrase wants a number of words up to 1000, as in "plan annan"~5.',
        12,
    ),
    (
        '"annan plan"~5000',
        '~ behind a phrase wants a number of words up to 1000, as in "plan annan"~5.',
        12,
    ),
    (
        "cesefire~3",
        "~ behind a word wants 1 or 2, how many letters may differ, as in cesefire~2.",
        8,
    ),
    (
        "x ~un",
        "Too many words are like “un”; ~1 wants at least three letters, as in cesefire~1.",
        3,
    ),
    (
        "plan~2",
        "Too many words are like “plan”; ~2 wants at least five letters, as in cesefire~2.",
        0,
    ),
    ("w/5 annan", "w/5 wants a word on each side, as in ceasefire w/5 truce.", 0),
    ("annan w/5", "w/5 wants a word on each side, as in ceasefire w/5 truce.", 6),
    ("annan w/5 -plan", "w/5 wants a word on each side, as in ceasefire w/5 truce.", 6),
    ("annan OR w/5 plan", "OR wants a word on each side, as in ceasefire OR truce.", 6),
    (
        "annan w/0 plan",
        "w/0 wants a number of words from 1 to 1000, as in plan w/5 annan.",
        6,
    ),
    (
        "title:annan w/5 plan",
        "Both sides of w/5 stand in one field, as in title:(plan w/5 annan).",
        12,
    ),
    (
        "annan w/s (plan truce)",
        "Words, phrases or (a OR b) stand on each side of w/s, as in plan w/s (annan OR brahimi).",
        6,
    ),
    (
        "speaker:(kofi w/3 annan)",
        "Words near each other are looked for in text, not in `speaker:`; "
        "w/3 works in title:, body: and said:.",
        14,
    ),
    ("tag:", "`tag:` wants a tag, as in tag:syria.", 0),
    ("tag:syr*", "`tag:` takes a tag without a star or a tilde, as in tag:syria.", 4),
    (
        "actor:~lavrof",
        "`actor:` takes a name without a star or a tilde, as in actor:Lavrov.",
        6,
    ),
    ("kind:direct~", "`kind:` wants direct, mixed, indirect or act, as in kind:direct.", 5),
    ("date:>", "`date:` wants a day, month or year, as in date:2012-06.", 5),
    ("date:>9999", "There is no day beyond that in the calendar.", 5),
    (
        "date:..",
        "A range of dates wants at least one end, as in date:[2012-06-05 to 2012-06-22].",
        5,
    ),
    ("title:", "`title:` wants a word or a phrase, as in title:ceasefire.", 0),
    ("title: OR annan", "`title:` wants a word or a phrase, as in title:ceasefire.", 0),
    ("speaker:", '`speaker:` wants a name, as in speaker:"Sergei Lavrov".', 0),
    ("speaker:Lav*", "`speaker:` takes a name without a star or a tilde, as in speaker:Lavrov.", 8),
    ("kind:shouted", "`kind:` wants direct, mixed, indirect or act, as in kind:direct.", 5),
    (
        "language:klingonese",
        "`language:` wants a language, as in language:german or language:de.",
        9,
    ),
    ("language:ger*", "`language:` wants a language, as in language:german or language:de.", 9),
    ("title:body:x", "`body:` cannot stand inside `title:`; put the two side by side.", 6),
    (
        "title:(annan body:x)",
        "`body:` cannot stand inside `title:`; put the two side by side.",
        13,
    ),
    ("OR", "OR wants a word on each side, as in ceasefire OR truce.", 0),
    ("annan OR", "OR wants a word on each side, as in ceasefire OR truce.", 6),
    ("annan OR OR annan", "OR wants a word on each side, as in ceasefire OR truce.", 6),
    ("AND annan", "AND wants a word on each side, as in ceasefire AND truce.", 0),
    ("(annan AND) x", "AND wants a word on each side, as in ceasefire AND truce.", 7),
    (
        "plan w/ annan",
        "w/ wants a number of words, or s or p for one sentence or paragraph, "
        "as in plan w/5 annan.",
        5,
    ),
    ("annan NOT", "`NOT` wants a word after it, as in ceasefire NOT truce.", 6),
    ("(annan", "The parenthesis opened here is not closed.", 0),
    ("annan (beijing (x)", "The parenthesis opened here is not closed.", 6),
    ("annan)", "This closing parenthesis has no opening one before it.", 5),
    (")", "This closing parenthesis has no opening one before it.", 0),
    ("annan ()", "Nothing stands between these parentheses.", 6),
    ("*", "A star stands for letters and wants some beside it, as in sanction* or *ment.", 0),
    (
        "annan .*",
        "A star stands for letters and wants some beside it, as in sanction* or *ment.",
        7,
    ),
    ("…", "There is no word in this query to search for.", 0),
    ("- , ?", "There is no word in this query to search for.", 0),
    ('""', "There is no word in this query to search for.", 0),
]


@pytest.mark.parametrize(("query", "sentence", "at"), COMPLAINTS, ids=[c[0] for c in COMPLAINTS])
def test_a_query_that_does_not_parse_says_why_and_where(query: str, sentence: str, at: int) -> None:
    with pytest.raises(QueryComplaint) as complaint:
        parse(query, today=TODAY)
    assert str(complaint.value) == sentence
    assert complaint.value.at == at


def test_parentheses_may_only_nest_so_deep() -> None:
    parse("(" * 30 + "annan" + ")" * 30, today=TODAY)
    with pytest.raises(QueryComplaint, match="inside one another"):
        parse("(" * 40 + "annan" + ")" * 40, today=TODAY)


def test_a_pasted_text_is_no_query() -> None:
    with pytest.raises(QueryComplaint, match="too long"):
        parse("peace plan " * 500, today=TODAY)
    with pytest.raises(QueryComplaint, match="too long"):
        parse('"' + "peace plan " * 500 + '"', today=TODAY)
    with pytest.raises(QueryComplaint, match="too long"):
        parse("cease-fire-" * 500, today=TODAY)
    with pytest.raises(QueryComplaint, match="too long"):
        parse("~a" * 500, today=TODAY)


MARKS = [
    '"',
    "“",
    "(",
    ")",
    "-",
    "*",
    ":",
    "[",
    "]",
    " ",
    "AND",
    "OR",
    "NOT",
    "to",
    "=",
    "~",
    "~2",
    "?",
    "!",
    "^2",
    "w/5",
    "/s",
    "NEAR",
    "AROUND(3)",
    "..",
    "last week",
    "5/6/2012",
    "\x00",
    "\ud800",
]
PIECES = st.one_of(
    st.sampled_from([*MARKS, *(f"{name}:" for name in FIELDS), "date:2012-06", "a", "é", "日本"]),
    st.text(max_size=6),
)


def understood(query: str, *, typing: bool = False) -> str | QueryComplaint:
    """The echo of a query, or the complaint about it."""
    try:
        return describe(parse(query, today=TODAY, typing=typing))
    except QueryComplaint as complaint:
        return complaint


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)), st.booleans())
@settings(max_examples=400)
def test_any_string_is_a_query_or_a_complaint(query: str, typing: bool) -> None:
    outcome = understood(query, typing=typing)
    if isinstance(outcome, QueryComplaint):
        assert str(outcome)[-1] in ".?"
        assert 0 <= outcome.at <= len(query)
    else:
        assert outcome == one_line(outcome)


HOSTILE = [
    *("(" * 100_000, "-" * 100_000, "NOT " * 50_000, "title:" * 20_000, '"' * 100_001),
    *("-(" * 20_000, "*" * 100_000, "date:[" * 20_000, ")" * 100_000, "a OR " * 50_000),
    *("a? " * 50_000, "a~ " * 50_000, "a w/5 " * 20_000, '"a"~5 ' * 20_000, "date:5 " * 20_000),
    *("date:" + " to" * 50_000, "date:" + "5 " * 50_000),
]


@pytest.mark.parametrize("query", HOSTILE, ids=[query[:6] for query in HOSTILE])
def test_hostile_repetition_gets_a_complaint(query: str) -> None:
    assert isinstance(understood(query), QueryComplaint)
