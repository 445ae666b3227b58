"""The table of the language: each form of a query, the tree it gives, and its echo."""

from __future__ import annotations

from datetime import date

import pytest

from index.query import (
    And,
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
from tests.query.dated import DATED

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
    **DATED,
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
