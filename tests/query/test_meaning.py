"""What queries mean: one table, each line a query and the tree it stands for."""

from __future__ import annotations

from datetime import date

import pytest

from index.query import (
    And,
    DateRange,
    Everything,
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
    parse,
)

TODAY = date(2012, 6, 22)
JUNE = DateRange("2012-06-01", "2012-06-30")

A_NEAR_B = Near((Word("annan"), Word("beijing")), 5)
A, B, C = Word("annan"), Word("beijing"), Word("ceasefire")
EXACT_A, EXACT_B = Word("annan", exact=True), Word("beijing", exact=True)

MEANINGS: list[tuple[str, Node]] = [
    ("", Everything()),
    ("   ", Everything()),
    ("annan", A),
    ("  annan  ", A),
    ("annan beijing", And((A, B))),
    ("annan AND beijing", And((A, B))),
    ("annan beijing ceasefire", And((A, B, C))),
    ("annan OR beijing", Or((A, B))),
    ("annan OR beijing OR ceasefire", Or((A, B, C))),
    ("annan beijing OR ceasefire", Or((And((A, B)), C))),
    ("annan OR beijing ceasefire", Or((A, And((B, C))))),
    ("(annan OR beijing) ceasefire", And((Or((A, B)), C))),
    ("((annan))", A),
    ("annan and beijing", And((A, Word("and"), B))),
    ("or", Word("or")),
    ("NOT annan", Not(A)),
    ("-annan", Not(A)),
    ("NOT NOT annan", A),
    ("annan -beijing", And((A, Not(B)))),
    ("annan NOT beijing", And((A, Not(B)))),
    ("annan AND NOT beijing", And((A, Not(B)))),
    ("-(annan beijing)", Not(And((A, B)))),
    ('-"peace plan"', Not(Phrase("peace plan"))),
    ("annan - beijing", And((A, B))),
    ("annan -- beijing", And((A, B))),
    ("cease-fire", Word("cease-fire")),
    ("cease‑fire", Word("cease-fire")),
    ('"peace plan"', Phrase("peace plan")),
    ("“peace plan”", Phrase("peace plan")),
    ("„peace plan“", Phrase("peace plan")),
    ("«peace plan»", Phrase("peace plan")),
    ('"peace plan" annan', And((Phrase("peace plan"), A))),
    ('annan"peace plan"beijing', And((A, Phrase("peace plan"), B))),
    ('"AND (OR) title:x"', Phrase("AND (OR) title:x")),
    ('"" annan', A),
    ("sanction*", Prefix("sanction")),
    ("U.N.*", Prefix("U.N")),
    ("s***", Prefix("s")),
    ("annan, beijing.", And((A, B))),
    ("who said annan?", And((Word("who"), Word("said"), A))),
    ("annan … beijing", And((A, B))),
    ("annan & beijing", And((A, B))),
    ("[annan]", A),
    ("U.N.", Word("U.N.")),
    ("C++ C# AT&T", And((Word("C++"), Word("C#"), Word("AT&T")))),
    ("don’t", Word("don't")),
    ("9,000", Word("9,000")),
    ("10:30", Word("10:30")),
    ("http://example.org/a", Word("http://example.org/a")),
    ("annan\u00a0beijing", And((A, B))),
    ("title:annan", Field("title", A)),
    ("TITLE:annan", Field("title", A)),
    ("title: annan", Field("title", A)),
    ("body:annan beijing", And((Field("body", A), B))),
    ('title:"peace plan"', Field("title", Phrase("peace plan"))),
    ("title:sanction*", Field("title", Prefix("sanction"))),
    ("title:(annan OR beijing)", Field("title", Or((A, B)))),
    ("title:(annan -beijing)", Field("title", And((A, Not(B))))),
    ("-title:annan", Not(Field("title", A))),
    ("said:annan", Field("said", A)),
    ('speaker:"Sergei Lavrov"', Field("speaker", Phrase("Sergei Lavrov"))),
    ("speaker:Lavrov", Field("speaker", Word("Lavrov"))),
    ("actor:(Annan OR Assad)", Field("actor", Or((Word("Annan"), Word("Assad"))))),
    ("about:Annan", Field("about", Word("Annan"))),
    ('outlet:"Moscow Times"', Field("outlet", Phrase("Moscow Times"))),
    ("agency:Reuters", Field("agency", Word("Reuters"))),
    ("place:BEIJING", Field("place", Word("BEIJING"))),
    ("file:000_32", Field("file", Word("000_32"))),
    ("kind:direct", Field("kind", Word("direct"))),
    ("kind:(Direct OR mixed)", Field("kind", Or((Word("direct"), Word("mixed"))))),
    ("date:2012", DateRange("2012-01-01", "2012-12-31")),
    ("date:2012-06", JUNE),
    ("date:2012-6", JUNE),
    ("date:2012-02", DateRange("2012-02-01", "2012-02-29")),
    ("date:2012-06-05", DateRange("2012-06-05", "2012-06-05")),
    ('date:"2012-06"', JUNE),
    ("date:2012-06-05..", DateRange("2012-06-05", None)),
    ("date:..2012-06", DateRange(None, "2012-06-30")),
    ("date:2011..2012-02", DateRange("2011-01-01", "2012-02-29")),
    ("date:>2012-06-10", DateRange("2012-06-11", None)),
    ("date:>=2012-06", DateRange("2012-06-01", None)),
    ("date:<2012-06", DateRange(None, "2012-05-31")),
    ("date:<=2012-06", DateRange(None, "2012-06-30")),
    ("author:wee", Field("byline", Word("wee"))),
    ("by:wee", Field("byline", Word("wee"))),
    ("headline:annan", Field("title", A)),
    ("date:today", DateRange("2012-06-22", "2012-06-22")),
    ("date:yesterday", DateRange("2012-06-21", "2012-06-21")),
    ("date:[2012-06-05 to 2012-06-22]", DateRange("2012-06-05", "2012-06-22")),
    ("date:[2012-06-05 TO 2012-06]", DateRange("2012-06-05", "2012-06-30")),
    ("date:[2011 to 2012]", DateRange("2011-01-01", "2012-12-31")),
    ("date:[2012-06 to]", DateRange("2012-06-01", None)),
    ("date:[2012-06 to *]", DateRange("2012-06-01", None)),
    ("date:[to 2012-06]", DateRange(None, "2012-06-30")),
    ("date:[2012-06]", JUNE),
    ("-date:2012-06", Not(JUNE)),
    ("date:(2012-06 OR 2013)", Or((JUNE, DateRange("2013-01-01", "2013-12-31")))),
    ("annan date:2012-06", And((A, JUNE))),
    ("annan && beijing", And((A, B))),
    ("annan || beijing", Or((A, B))),
    ("annan | beijing", Or((A, B))),
    ("annan !beijing", And((A, Not(B)))),
    ('+annan +"peace plan" +(beijing)', And((A, Phrase("peace plan"), B))),
    ("truce! beijing!", And((Word("truce"), B))),
    ('annan^2 beijing^0.5 "peace plan"^3', And((A, B, Phrase("peace plan")))),
    ("=annan", Word("annan", exact=True)),
    ("-=annan", Not(Word("annan", exact=True))),
    ("=U.N.", Word("U.N.", exact=True)),
    ('="peace plan"', Phrase("peace plan", whole=True)),
    ("=cease*", Prefix("cease")),
    ("2+2=4", Word("2+2=4")),
    ("outlet:=Reuters", Field("outlet", Phrase("Reuters", whole=True))),
    ('place:="TEL AVIV"', Field("place", Phrase("TEL AVIV", whole=True))),
    ("body:=annan", Field("body", Word("annan", exact=True))),
    ("**ment", Wildcard("*ment")),
    ("annan?beijing?", Wildcard("annan?beijing")),
    ("?nnan", Wildcard("?nnan")),
    ("wom?n?", Wildcard("wom?n")),
    ("cease-f*re", Wildcard("cease-f*re")),
    ("annan??", A),
    ("(annan?)", A),
    ("http://example.org/?q=a*~", Word("http://example.org/?q=a")),
    ("~annan,", Fuzzy("annan", 1)),
    ("annan~1", Fuzzy("annan", 1)),
    ("~annan~2", Fuzzy("annan", 2)),
    ("~100", Word("100")),
    ("a~b", Word("a~b")),
    ("outlet:reutres~", Field("outlet", Fuzzy("reutres", 1))),
    *(
        (f"annan {operator} beijing", A_NEAR_B)
        for operator in (
            *("w/5", "W/5", "/5", "n/5", "near/5", "NEAR/5", "near5", "NEAR5", "within/5"),
            *("AROUND(5)", "AROUND (5)"),
        )
    ),
    ('"annan beijing"~5', A_NEAR_B),
    ('"annan beijing"~0', Phrase("annan beijing")),
    ('"annan"~5', A),
    ('"annan beijing ceasefire"~5', Near((A, B, C), 6)),
    ('"annan ceas*"~5', Near((A, Prefix("ceas")), 5)),
    ('"annan ceas* beijing"', Near((EXACT_A, Prefix("ceas"), EXACT_B), 2, ordered=True)),
    ("annan near beijing", And((A, Word("near"), B))),
    *(
        (f"annan {operator} beijing", Near((A, B), 5, ordered=True))
        for operator in ("pre/5", "PRE/5", "p/5", "adj5", "adj/5", "onear/5")
    ),
    *(
        (f"annan {operator} beijing", Near((A, B), None, "sentence"))
        for operator in ("w/s", "W/S", "/s", "near/s", "w/sentence")
    ),
    *(
        (f"annan {operator} beijing", Near((A, B), None, "paragraph"))
        for operator in ("w/p", "/p", "W/para", "w/paragraph")
    ),
    ("annan pre/p beijing", Near((A, B), None, "paragraph", ordered=True)),
    ("annan w/5 beijing ceasefire", And((A_NEAR_B, C))),
    ("ceasefire OR annan w/5 beijing", Or((C, A_NEAR_B))),
    ("-annan w/5 beijing", Not(A_NEAR_B)),
    ("annan w/5 beijing w/3 ceasefire", Near((A_NEAR_B, C), 3)),
    ("(annan OR ceas*) w/5 beijing", Near((Or((A, Prefix("ceas"))), B), 5)),
    ("title:annan w/5 title:beijing", Field("title", A_NEAR_B)),
    ("said:(annan w/5 beijing)", Field("said", A_NEAR_B)),
    ("file:w/5", Field("file", Word("w/5"))),
    ("24/7 annan", And((Word("24/7"), A))),
    ("annan w/o beijing", And((A, Word("w/o"), B))),
    ("tag:syria", Field("tag", Word("syria"))),
    ('tag:"to check"', Field("tag", Phrase("to check"))),
    ("publication:times", Field("outlet", Word("times"))),
    ("publisher:times", Field("outlet", Word("times"))),
    ("dateline:beijing", Field("place", B)),
    ("intitle:annan", Field("title", A)),
    ("text:annan", Field("body", A)),
    ("intext:annan", Field("body", A)),
    ("quote:annan", Field("said", A)),
    ("filename:001", Field("file", Word("001"))),
]


@pytest.mark.parametrize(("query", "meaning"), MEANINGS, ids=[query for query, _ in MEANINGS])
def test_a_query_means_what_the_table_says(query: str, meaning: Node) -> None:
    assert parse(query, today=TODAY).root == meaning


def test_a_word_knows_where_it_was_typed() -> None:
    query = "title:annan, (beijing) cease*"
    parsed = parse(query, today=TODAY)
    assert parsed.text == query
    assert isinstance(parsed.root, And)
    title, group, prefix = parsed.root.parts
    assert isinstance(title, Field)
    assert isinstance(title.part, Word)
    assert isinstance(group, Word)
    assert isinstance(prefix, Prefix)
    assert query[title.part.start : title.part.end] == "annan"
    assert query[group.start : group.end] == "beijing"
    assert query[prefix.start : prefix.end] == "cease*"
