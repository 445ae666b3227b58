"""Dates as people write them, and exactly which days they mean."""

from __future__ import annotations

from datetime import date

import pytest

from index.article import QueryComplaint
from index.query import And, DateRange, Not, Or, Word, parse
from index.query.days import PERIODS

TODAY = date(2012, 6, 22)
"""A Friday."""

DAYS = {
    # a day
    **dict.fromkeys(
        [
            *("2012-06-05", "2012-6-5", "2012/06/05", "2012.06.05", "20120605", "5-june-2012"),
            *("5-jun-2012", "05-Jun-2012", "5jun2012", "june-5-2012", "2012-june-5", "5.6.2012"),
            *("5th-june-2012", "June 5, 2012", "Jun. 5 2012", "5 June 2012", '"June 5, 2012"'),
            *('"5th of June, 2012"', "June 5th, 2012", "5_june_2012", "[2012-06-05]"),
            *("2012-06-05.", "2012-06-05,"),
        ],
        ("2012-06-05", "2012-06-05"),
    ),
    "22/06/2012": ("2012-06-22", "2012-06-22"),
    "06/22/2012": ("2012-06-22", "2012-06-22"),
    "22-06-2012": ("2012-06-22", "2012-06-22"),
    "05/05/2012": ("2012-05-05", "2012-05-05"),
    "february-29-2012": ("2012-02-29", "2012-02-29"),
    # a day without a year: the latest
    "june-5": ("2012-06-05", "2012-06-05"),
    "june-25": ("2011-06-25", "2011-06-25"),
    "25 Dec": ("2011-12-25", "2011-12-25"),
    "29-february": ("2012-02-29", "2012-02-29"),
    # months
    **dict.fromkeys(
        [
            *("2012-06", "2012/6", "2012.06", "06/2012", "6-2012", "june-2012", "June 2012"),
            *("jun-2012", "Jun. 2012", "2012-june", "june,2012", "june", "JUNE", "jun"),
            *("this-month", "this month", "this-june"),
        ],
        ("2012-06-01", "2012-06-30"),
    ),
    "sept-2011": ("2011-09-01", "2011-09-30"),
    "july": ("2011-07-01", "2011-07-31"),
    "last-june": ("2011-06-01", "2011-06-30"),
    "last-may": ("2012-05-01", "2012-05-31"),
    "last-month": ("2012-05-01", "2012-05-31"),
    "2-months-ago": ("2012-04-01", "2012-04-30"),
    # years and more
    "2012": ("2012-01-01", "2012-12-31"),
    "this-year": ("2012-01-01", "2012-12-31"),
    "last-year": ("2011-01-01", "2011-12-31"),
    "3-years-ago": ("2009-01-01", "2009-12-31"),
    "2010s": ("2010-01-01", "2019-12-31"),
    "1990's": ("1990-01-01", "1999-12-31"),
    # quarters
    **dict.fromkeys(
        ["2012-Q2", "2012q2", "Q2-2012", "q2/2012", "this-quarter"], ("2012-04-01", "2012-06-30")
    ),
    "last-quarter": ("2012-01-01", "2012-03-31"),
    # weeks begin on Monday
    "this-week": ("2012-06-18", "2012-06-24"),
    "last-week": ("2012-06-11", "2012-06-17"),
    "last week": ("2012-06-11", "2012-06-17"),
    "previous-week": ("2012-06-11", "2012-06-17"),
    "2-weeks-ago": ("2012-06-04", "2012-06-10"),
    "2012-W23": ("2012-06-04", "2012-06-10"),
    # days near today
    "today": ("2012-06-22", "2012-06-22"),
    "yesterday": ("2012-06-21", "2012-06-21"),
    "3-days-ago": ("2012-06-19", "2012-06-19"),
    "three days ago": ("2012-06-19", "2012-06-19"),
    "friday": ("2012-06-22", "2012-06-22"),
    "monday": ("2012-06-18", "2012-06-18"),
    "Sat": ("2012-06-16", "2012-06-16"),
    "last-friday": ("2012-06-15", "2012-06-15"),
    "last-monday": ("2012-06-18", "2012-06-18"),
    "this-saturday": ("2012-06-23", "2012-06-23"),
    # stretches up to today
    **dict.fromkeys(
        ["past-7-days", "last-7-days", "past 7 days", "past-week", "past-1-week"],
        ("2012-06-16", "2012-06-22"),
    ),
    "past-2-weeks": ("2012-06-09", "2012-06-22"),
    "past-30-days": ("2012-05-24", "2012-06-22"),
    "past-month": ("2012-05-23", "2012-06-22"),
    "past-year": ("2011-06-23", "2012-06-22"),
    # ranges
    **dict.fromkeys(
        [
            *("2012-06-05..2012-06-22", "2012-06-05...2012-06-22", "[2012-06-05 to 2012-06-22]"),
            *("[2012-06-05 TO 2012-06-22]", "{2012-06-05 until 2012-06-22}"),
            *('"2012-06-05 to 2012-06-22"', "2012-06-05 to 2012-06-22", "june-5..june-22"),
            *("june 5 to june 22", "5-june..today", "2012-06-05–2012-06-22", "june 5 - june 22"),
        ],
        ("2012-06-05", "2012-06-22"),
    ),
    "2011-2013": ("2011-01-01", "2013-12-31"),
    "2011–2013": ("2011-01-01", "2013-12-31"),
    "2011..": ("2011-01-01", None),
    "..2011": (None, "2011-12-31"),
    "..june 2012": (None, "2012-06-30"),
    "[june-2012 to]": ("2012-06-01", None),
    "[* to june-2012]": (None, "2012-06-30"),
    ">june-2012": ("2012-07-01", None),
    ">= june 2012": ("2012-06-01", None),
    "<=yesterday": (None, "2012-06-21"),
    "<last-week": (None, "2012-06-10"),
}


@pytest.mark.parametrize("written", DAYS)
def test_a_date_means_exactly_these_days(written: str) -> None:
    assert parse(f"date:{written}", today=TODAY).root == DateRange(*DAYS[written])


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("before:2012-06-05", (None, "2012-06-04")),
        ("before:june-2012", (None, "2012-05-31")),
        ("before:2012", (None, "2011-12-31")),
        ("before:last-week", (None, "2012-06-10")),
        ("before:June 5, 2012", (None, "2012-06-04")),
        ("after:2012-06-05", ("2012-06-06", None)),
        ("after:june-2012", ("2012-07-01", None)),
        ("since:june-2012", ("2012-06-01", None)),
        ("until:june-2012", (None, "2012-06-30")),
    ],
)
def test_before_and_after_leave_the_days_themselves_out(
    query: str, days: tuple[str | None, str | None]
) -> None:
    assert parse(query, today=TODAY).root == DateRange(*days)


JUNE, SYRIA = DateRange("2012-06-01", "2012-06-30"), Word("syria")


@pytest.mark.parametrize(
    ("query", "meaning"),
    [
        ("date:june 2012 syria", And((JUNE, SYRIA))),
        ("date:june 2012, syria", And((JUNE, SYRIA))),
        ("date:last month OR syria", Or((DateRange("2012-05-01", "2012-05-31"), SYRIA))),
        ("date:2012-06 may", And((JUNE, Word("may")))),
        ("date:2012-06 to syria", And((JUNE, Word("to"), SYRIA))),
        ("date:june -syria", And((JUNE, Not(SYRIA)))),
        ("date:june - syria", And((JUNE, SYRIA))),
        ("date:(june 2012) syria", And((JUNE, SYRIA))),
        ("date:(june 2012 OR may 2012)", Or((JUNE, DateRange("2012-05-01", "2012-05-31")))),
        ("date:(-june-2012)", Not(JUNE)),
    ],
)
def test_a_date_ends_where_its_words_end(query: str, meaning: object) -> None:
    assert parse(query, today=TODAY).root == meaning


@pytest.mark.parametrize(
    "written",
    [
        *(
            "0000",
            "2012-13",
            "2012-06-00",
            "31-june-x",
            "june-2012-5-6",
            "last",
            "ago",
            "7",
            "12-6",
        ),
        *(
            "5/6/12",
            "99/99/2012",
            "june-june",
            "monday-june",
            "past-0-days",
            "x-days-ago",
            "june-123",
        ),
        *("<", "<..2012", "2012..x", "--", "1²", "٢٠١٢-x"),
    ],
)
def test_what_is_no_date_gets_a_sentence(written: str) -> None:
    with pytest.raises(QueryComplaint, match="wants|There is no"):
        parse(f"date:{written}", today=TODAY)


@pytest.mark.parametrize("written", ["9999-years-ago", "past-9999-years", ">9999", "<0001"])
def test_the_calendar_has_ends(written: str) -> None:
    with pytest.raises(QueryComplaint, match="There is no"):
        parse(f"date:{written}", today=TODAY)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("today", [date(1, 1, 1), date(2012, 2, 29), date(9999, 12, 31)])
def test_periods_are_understood_on_any_day_or_complained_of(period: str, today: date) -> None:
    try:
        assert isinstance(parse(f"date:{period}", today=today).root, DateRange)
    except QueryComplaint as complaint:
        assert "calendar" in str(complaint)  # noqa: PT017
