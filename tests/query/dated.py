"""The part of the table of the language that is about days: the trees, and their echoes.

Days that are told from today on are so on 22 June 2012, a Friday.
"""

from __future__ import annotations

from index.query import And, DateRange, Node, Not, Or, Word

DATED: dict[str, tuple[Node, str]] = {
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
