"""The language of queries as one table: what is typed, and what it means.

Help shows it, group by group, and the tests hold the parser to every line of it.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Example(NamedTuple):
    """One form of a query with its meaning, in a line."""

    typed: str
    meaning: str


class Group(NamedTuple):
    """Forms of a query that belong together, under one heading."""

    heading: str
    examples: tuple[Example, ...]


_WORDS = {
    "ceasefire": "the word in any of its forms; cease-fire too",
    "colour": "color too: British and American spellings are one",
    "café U.N.": "cafe, UN and UN's too: accents and dots do not count",
    "ceasefire annan": "both words, wherever they stand",
    '"friends of Syria"': "a phrase: these words in this order, small ones too",
    "=summit": "the word as it is spelled here: not summits",
    '="cease-fire plan"': "the phrase as it is spelled here",
}
_JOINED = {
    "annan AND beijing": "both; the AND may be left out, and so may &&",
    "annan OR brahimi": "either, or both; also as annan || brahimi",
    "syria -china": "with the first and without the second",
    "syria NOT china": "the same",
    "syria !china": "the same",
    "+syria +china": "both",
    "annan (plan OR mission) -gas": "parentheses hold words together",
    "syria -(china OR russia)": "with the first and with neither of the others",
    "annan beijing OR truce": "both, or the third: AND binds closer",
}
_PARTS = {
    "sanction*": "words that begin so",
    "*ment": "words that end so",
    "san*ed": "words that begin and end so",
    "wom?n": "? is any one letter within a word: woman, women",
    '"peace pl*"': "a phrase with a word that begins so",
    "cesefire~": "words a letter away: one more, one less, another, two swapped",
    "~cesefire": "the same",
    "cesefire~2": "words two letters away",
}
_NEAR = {
    "plan w/5 annan": "at most five words apart; also W/5, /5, n/5",
    '"plan annan"~5': "the same, for two words or more",
    "plan NEAR/5 annan": "the same; also near5",
    "plan AROUND(5) annan": "the same",
    "plan NEAR annan": "at most ten words apart",
    "plan pre/5 annan": "the first before the second; also adj5",
    "plan w/s annan": "in one sentence; also /s",
    "plan w/p annan": "in one paragraph; also /p",
    "annan w/5 (plan OR mission)": "near either word",
    '"peace plan" w/s sanction*': "phrases and parts of words too",
    "russia w/9 china w/9 veto": "the third near the other two",
}
_ARTICLE = {
    "title:summit": "in the headline; also headline:",
    "body:truce": "in the text below the headline; also text:",
    "title:(summit OR talks)": "either word in the headline",
    "title:(putin w/3 visit)": "near each other in the headline",
    "title:=talks": "the word as it is spelled here, in the headline",
    "byline:gutterman": "who wrote or reported it; also by: and author:",
    "outlet:times": "who published it",
    'outlet:="The Moscow Times"': "the outlet's whole name, and no other's",
    "agency:reuters": "whose copy it is",
    "place:beijing": "the place in the dateline; also dateline:",
    "tag:syria": "from which you kept a passage with this tag",
    'tag:="to check"': "with exactly this tag",
    "language:german": "in German; also lang:de, language:Deutsch",
    "language:(fr OR es)": "in one or the other; language:unknown where it is not told",
    "file:001": "how a part of the file's name begins",
}
_WHO = {
    "actor:nato": "articles that name it, by any of its names",
    'actor:"Arab League"': "the same, for a name of several words",
    "actor:(annan OR assad)": "one or the other",
    "speaker:lavrov": "articles in which he is quoted",
    'speaker:="Sergei Lavrov"': "quoted under exactly this name",
    "said:deeds": "in what somebody said",
    'said:"not words but deeds"': "a phrase in what somebody said",
    "speaker:lavrov said:deeds": "both in one and the same quote",
    "speaker:lavrov -said:deeds": "a quote of his without the word",
    "about:annan": "quotes that speak of him",
    "speaker:putin about:annan": "what he says of the other",
    "kind:direct": "word for word; also mixed, indirect and act",
    "kind:(direct OR mixed) said:plan": "the word in quotes of either kind",
}
_DAYS = {
    "date:2012": "a year",
    "date:2012-06": "a month; also 2012/06",
    "date:2012-06-05": "a day; also 20120605, 5.6.2012, 22/6/2012",
    'date:"June 5, 2012"': "a day in words; also 5-june-2012",
    "date:june-2012": "a month in words; also jun-2012",
    "date:june": "the latest June that has begun",
    "date:5-june": "the latest such day",
    "date:monday": "the latest Monday, today if it is one",
    "date:today": "also yesterday",
    "date:last-week": "the last whole week, Monday to Sunday",
    "date:this-month": "also this-week, this-quarter, this-year",
    "date:last-month": "also last-quarter, last-year",
    "date:past-7-days": "today and the six days before it",
    "date:3-days-ago": "also 2-weeks-ago: that whole week",
    "date:2010s": "ten years",
    "date:2012-Q2": "three months",
    "date:2012-W23": "a week by its number",
    "date:2011-2013": "from a year to a year",
    "date:2012-06-05..2012-06-22": "from a day to a day",
    "date:[2012-06-05 to 2012-06-22]": "the same",
    "date:june-2012..": "from its first day; ..june-2012 to its last",
    "date:>=2012-06": "from its first day; > after its last",
    "date:<2012-06": "before its first day; <= to its last",
    "before:2012-06-05": "until the day before; until: to the day",
    "after:june-2012": "from the day after; since: from the day",
    "syria -date:2012": "any other year, or none",
    "date:(may-2012 OR june-2012)": "either month",
    "date:undated": "articles without a date",
}

LANGUAGE: Final = tuple(
    Group(heading, tuple(Example(*line) for line in table.items()))
    for heading, table in (
        ("Words and phrases", _WORDS),
        ("Both, either, without", _JOINED),
        ("Parts of words, and misspellings", _PARTS),
        ("Near each other", _NEAR),
        ("Of the article", _ARTICLE),
        ("Who says what", _WHO),
        ("When", _DAYS),
    )
)
"""Every form of a query, group by group."""
