"""The table of the language: each form of a query, the tree it gives, and its echo."""

from __future__ import annotations

from datetime import date

import pytest

from index.query import (
    And,
    DateRange,
    Field,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Wildcard,
    Word,
    describe,
    parse,
)
from index.query.examples import LANGUAGE

TODAY = date(2012, 6, 22)
TYPED = [example.typed for group in LANGUAGE for example in group.examples]

UNDERSTOOD: dict[str, tuple[Node, str]] = {
    "ceasefire": (
        Word("ceasefire"),
        "one word, stemmed",
    ),
    "colour": (
        Word("colour"),
        "one word, stemmed",
    ),
    "café U.N.": (
        And((Word("café"), Word("U.N."))),
        "all words, stemmed",
    ),
    "ceasefire annan": (
        And((Word("ceasefire"), Word("annan"))),
        "all words, stemmed",
    ),
    '"friends of Syria"': (
        Phrase("friends of Syria"),
        "the phrase, word for word",
    ),
    "=summit": (
        Word("summit", exact=True),
        "this word, exactly as typed",
    ),
    '="cease-fire plan"': (
        Phrase("cease-fire plan", whole=True),
        "the phrase, exactly as typed",
    ),
    "annan AND beijing": (
        And((Word("annan"), Word("beijing"))),
        "all words, stemmed",
    ),
    "annan OR brahimi": (
        Or((Word("annan"), Word("brahimi"))),
        "annan or brahimi; words stemmed",
    ),
    "syria -china": (
        And((Word("syria"), Not(Word("china")))),
        "syria and not china; words stemmed",
    ),
    "syria NOT china": (
        And((Word("syria"), Not(Word("china")))),
        "syria and not china; words stemmed",
    ),
    "syria !china": (
        And((Word("syria"), Not(Word("china")))),
        "syria and not china; words stemmed",
    ),
    "+syria +china": (
        And((Word("syria"), Word("china"))),
        "all words, stemmed",
    ),
    "annan (plan OR mission) -gas": (
        And((Word("annan"), Or((Word("plan"), Word("mission"))), Not(Word("gas")))),
        "annan and (plan or mission) and not gas; words stemmed",
    ),
    "syria -(china OR russia)": (
        And((Word("syria"), Not(Or((Word("china"), Word("russia")))))),
        "syria and not (china or russia); words stemmed",
    ),
    "annan beijing OR truce": (
        Or((And((Word("annan"), Word("beijing"))), Word("truce"))),
        "(annan and beijing) or truce; words stemmed",
    ),
    "sanction*": (
        Prefix("sanction"),
        "sanction…",
    ),
    "*ment": (
        Wildcard("*ment"),
        "*ment; * any letters or none",
    ),
    "san*ed": (
        Wildcard("san*ed"),
        "san*ed; * any letters or none",
    ),
    "wom?n": (
        Wildcard("wom?n"),
        "wom?n; ? is any one letter",
    ),
    '"peace pl*"': (
        Near((Word("peace", exact=True), Prefix("pl")), 1, ordered=True),
        "“peace pl…”",
    ),
    "cesefire~": (
        Fuzzy("cesefire", 1),
        "cesefire give or take a letter",
    ),
    "~cesefire": (
        Fuzzy("cesefire", 1),
        "cesefire give or take a letter",
    ),
    "cesefire~2": (
        Fuzzy("cesefire", 2),
        "cesefire give or take two letters",
    ),
    "plan w/5 annan": (
        Near((Word("plan"), Word("annan")), 5),
        "plan and annan within 5 words; words stemmed",
    ),
    '"plan annan"~5': (
        Near((Word("plan"), Word("annan")), 5),
        "plan and annan within 5 words; words stemmed",
    ),
    "plan NEAR/5 annan": (
        Near((Word("plan"), Word("annan")), 5),
        "plan and annan within 5 words; words stemmed",
    ),
    "plan AROUND(5) annan": (
        Near((Word("plan"), Word("annan")), 5),
        "plan and annan within 5 words; words stemmed",
    ),
    "plan NEAR annan": (
        Near((Word("plan"), Word("annan")), 10),
        "plan and annan within 10 words; words stemmed",
    ),
    "plan pre/5 annan": (
        Near((Word("plan"), Word("annan")), 5, ordered=True),
        "plan, then annan within 5 words; words stemmed",
    ),
    "plan w/s annan": (
        Near((Word("plan"), Word("annan")), None, "sentence"),
        "plan and annan in one sentence; words stemmed",
    ),
    "plan w/p annan": (
        Near((Word("plan"), Word("annan")), None, "paragraph"),
        "plan and annan in one paragraph; words stemmed",
    ),
    "annan w/5 (plan OR mission)": (
        Near((Word("annan"), Or((Word("plan"), Word("mission")))), 5),
        "annan and (plan or mission) within 5 words; words stemmed",
    ),
    '"peace plan" w/s sanction*': (
        Near((Phrase("peace plan"), Prefix("sanction")), None, "sentence"),
        "“peace plan” and sanction… in one sentence",
    ),
    "russia w/9 china w/9 veto": (
        Near((Near((Word("russia"), Word("china")), 9), Word("veto")), 9),
        "(russia and china within 9 words) and veto within 9 words; words stemmed",
    ),
    "title:summit": (
        Field("title", Word("summit")),
        "headline has summit; words stemmed",
    ),
    "body:truce": (
        Field("body", Word("truce")),
        "body has truce; words stemmed",
    ),
    "title:(summit OR talks)": (
        Field("title", Or((Word("summit"), Word("talks")))),
        "headline has (summit or talks); words stemmed",
    ),
    "title:(putin w/3 visit)": (
        Field("title", Near((Word("putin"), Word("visit")), 3)),
        "headline has (putin and visit within 3 words); words stemmed",
    ),
    "title:=talks": (
        Field("title", Word("talks", exact=True)),
        "headline has exactly talks",
    ),
    "byline:gutterman": (
        Field("byline", Word("gutterman")),
        "written by gutterman",
    ),
    "outlet:times": (
        Field("outlet", Word("times")),
        "published by times",
    ),
    'outlet:="The Moscow Times"': (
        Field("outlet", Phrase("The Moscow Times", whole=True)),
        "published by exactly “The Moscow Times”",
    ),
    "agency:reuters": (
        Field("agency", Word("reuters")),
        "copy of reuters",
    ),
    "place:beijing": (
        Field("place", Word("beijing")),
        "datelined beijing",
    ),
    "tag:syria": (
        Field("tag", Word("syria")),
        "kept with the tag syria",
    ),
    'tag:="to check"': (
        Field("tag", Phrase("to check", whole=True)),
        "kept with the tag exactly “to check”",
    ),
    "language:german": (
        Field("language", Word("de")),
        "in German",
    ),
    "language:(fr OR es)": (
        Field("language", Or((Word("fr"), Word("es")))),
        "in (French or Spanish)",
    ),
    "file:001": (
        Field("file", Word("001")),
        "file named 001",
    ),
    "actor:nato": (
        Field("actor", Word("nato")),
        "with nato",
    ),
    'actor:"Arab League"': (
        Field("actor", Phrase("Arab League")),
        "with “Arab League”",
    ),
    "actor:(annan OR assad)": (
        Field("actor", Or((Word("annan"), Word("assad")))),
        "with (annan or assad)",
    ),
    "speaker:lavrov": (
        Field("speaker", Word("lavrov")),
        "said by lavrov",
    ),
    'speaker:="Sergei Lavrov"': (
        Field("speaker", Phrase("Sergei Lavrov", whole=True)),
        "said by exactly “Sergei Lavrov”",
    ),
    "said:deeds": (
        Field("said", Word("deeds")),
        "saying deeds; words stemmed",
    ),
    'said:"not words but deeds"': (
        Field("said", Phrase("not words but deeds")),
        "saying “not words but deeds”",
    ),
    "speaker:lavrov said:deeds": (
        And((Field("speaker", Word("lavrov")), Field("said", Word("deeds")))),
        "in one quote: said by lavrov, saying deeds; words stemmed",
    ),
    "speaker:lavrov -said:deeds": (
        And((Field("speaker", Word("lavrov")), Not(Field("said", Word("deeds"))))),
        "in one quote: said by lavrov, not saying deeds; words stemmed",
    ),
    "about:annan": (
        Field("about", Word("annan")),
        "about annan",
    ),
    "speaker:putin about:annan": (
        And((Field("speaker", Word("putin")), Field("about", Word("annan")))),
        "in one quote: said by putin, about annan",
    ),
    "kind:direct": (
        Field("kind", Word("direct")),
        "direct speech",
    ),
    "kind:(direct OR mixed) said:plan": (
        And((Field("kind", Or((Word("direct"), Word("mixed")))), Field("said", Word("plan")))),
        "in one quote: (direct or mixed) speech, saying plan; words stemmed",
    ),
    "date:2012": (
        DateRange("2012-01-01", "2012-12-31"),
        "2012-01-01 to 2012-12-31",
    ),
    "date:2012-06": (
        DateRange("2012-06-01", "2012-06-30"),
        "2012-06-01 to 2012-06-30",
    ),
    "date:2012-06-05": (
        DateRange("2012-06-05", "2012-06-05"),
        "on 2012-06-05",
    ),
    'date:"June 5, 2012"': (
        DateRange("2012-06-05", "2012-06-05"),
        "on 2012-06-05",
    ),
    "date:june-2012": (
        DateRange("2012-06-01", "2012-06-30"),
        "2012-06-01 to 2012-06-30",
    ),
    "date:june": (
        DateRange("2012-06-01", "2012-06-30"),
        "2012-06-01 to 2012-06-30",
    ),
    "date:5-june": (
        DateRange("2012-06-05", "2012-06-05"),
        "on 2012-06-05",
    ),
    "date:monday": (
        DateRange("2012-06-18", "2012-06-18"),
        "on 2012-06-18",
    ),
    "date:today": (
        DateRange("2012-06-22", "2012-06-22"),
        "on 2012-06-22",
    ),
    "date:last-week": (
        DateRange("2012-06-11", "2012-06-17"),
        "2012-06-11 to 2012-06-17",
    ),
    "date:this-month": (
        DateRange("2012-06-01", "2012-06-30"),
        "2012-06-01 to 2012-06-30",
    ),
    "date:last-month": (
        DateRange("2012-05-01", "2012-05-31"),
        "2012-05-01 to 2012-05-31",
    ),
    "date:past-7-days": (
        DateRange("2012-06-16", "2012-06-22"),
        "2012-06-16 to 2012-06-22",
    ),
    "date:3-days-ago": (
        DateRange("2012-06-19", "2012-06-19"),
        "on 2012-06-19",
    ),
    "date:2010s": (
        DateRange("2010-01-01", "2019-12-31"),
        "2010-01-01 to 2019-12-31",
    ),
    "date:2012-Q2": (
        DateRange("2012-04-01", "2012-06-30"),
        "2012-04-01 to 2012-06-30",
    ),
    "date:2012-W23": (
        DateRange("2012-06-04", "2012-06-10"),
        "2012-06-04 to 2012-06-10",
    ),
    "date:2011-2013": (
        DateRange("2011-01-01", "2013-12-31"),
        "2011-01-01 to 2013-12-31",
    ),
    "date:2012-06-05..2012-06-22": (
        DateRange("2012-06-05", "2012-06-22"),
        "2012-06-05 to 2012-06-22",
    ),
    "date:[2012-06-05 to 2012-06-22]": (
        DateRange("2012-06-05", "2012-06-22"),
        "2012-06-05 to 2012-06-22",
    ),
    "date:june-2012..": (
        DateRange("2012-06-01", None),
        "since 2012-06-01",
    ),
    "date:>=2012-06": (
        DateRange("2012-06-01", None),
        "since 2012-06-01",
    ),
    "date:<2012-06": (
        DateRange(None, "2012-05-31"),
        "until 2012-05-31",
    ),
    "before:2012-06-05": (
        DateRange(None, "2012-06-04"),
        "until 2012-06-04",
    ),
    "after:june-2012": (
        DateRange("2012-07-01", None),
        "since 2012-07-01",
    ),
    "syria -date:2012": (
        And((Word("syria"), Not(DateRange("2012-01-01", "2012-12-31")))),
        "syria and not 2012-01-01 to 2012-12-31; words stemmed",
    ),
    "date:(may-2012 OR june-2012)": (
        Or((DateRange("2012-05-01", "2012-05-31"), DateRange("2012-06-01", "2012-06-30"))),
        "2012-05-01 to 2012-05-31 or 2012-06-01 to 2012-06-30",
    ),
    "date:undated": (
        Not(DateRange("0001-01-01", "9999-12-31")),
        "without a date",
    ),
}


def test_the_table_is_long_and_says_everything_once() -> None:
    assert len(TYPED) >= 80
    assert sorted(TYPED) == sorted(UNDERSTOOD)


@pytest.mark.parametrize("typed", TYPED)
def test_each_form_is_understood_as_the_table_says(typed: str) -> None:
    tree, echo = UNDERSTOOD[typed]
    query = parse(typed, today=TODAY)
    assert query.root == tree
    assert describe(query) == echo
