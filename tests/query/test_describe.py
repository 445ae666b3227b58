"""The echo tells on one line how a query was understood."""

from __future__ import annotations

from datetime import date

import pytest

from index.query import describe, parse

ECHOES = [
    ("", "all articles, newest first"),
    ("ceasefire", "one word, stemmed"),
    ("ceasefire annan", "all words, stemmed"),
    ("cease-fire annan", "all words, stemmed; cease-fire = ceasefire"),
    ("2012-06", "one word, stemmed"),
    ('"peace plan"', "the phrase, word for word"),
    ("sanction*", "sanction…"),
    ("annan beijing OR truce", "(annan and beijing) or truce; words stemmed"),
    ("(annan OR truce) -beijing", "(annan or truce) and not beijing; words stemmed"),
    ("title:annan", "headline has annan; words stemmed"),
    ("speaker:Lavrov", "said by Lavrov"),
    ("said:deeds", "saying deeds; words stemmed"),
    (
        "speaker:Lavrov said:deeds date:2012-06",
        "2012-06-01 to 2012-06-30 and in one quote: said by Lavrov, saying deeds; words stemmed",
    ),
    ("date:2012-06-05", "on 2012-06-05"),
    ("date:[2012-06-05 to]", "since 2012-06-05"),
    ("date:[to 2012-06-05]", "until 2012-06-05"),
    ("kind:direct", "direct speech"),
]


@pytest.mark.parametrize(("query", "echo"), ECHOES, ids=[query for query, _ in ECHOES])
def test_the_echo_tells_how_a_query_was_understood(query: str, echo: str) -> None:
    assert describe(parse(query, today=date(2012, 6, 22))) == echo


def test_the_echo_tells_other_written_forms() -> None:
    parsed = parse("ceasefire annan", today=date(2012, 6, 22))
    assert describe(parsed, {"ceasefire": ["cease-fire"]}) == (
        "all words, stemmed; ceasefire = cease-fire"
    )
