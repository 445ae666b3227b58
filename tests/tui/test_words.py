"""How dates, numbers, places and states are said on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.archive import Completion, Completions, NotRead, Progress
from index.article import Article, Fact, NewsForm, Quote
from tui import notices, words
from tui.widgets.offer import offer_line
from tui.widgets.status import shortened


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2012-06-05", "5 Jun 2012"), ("2012-06", "Jun 2012"), ("2012", "2012"), ("soon", "soon")],
)
def test_a_day_is_said_as_newspapers_say_it(iso: str, said: str) -> None:
    assert words.day(iso) == said


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (None, ""),
        (("2012-06-05", "2012-06-22"), "Jun 2012"),
        (("2012-06-05", "2012-09-01"), "Jun – Sep 2012"),
        (("2012-06-05", "2024-03-01"), "Jun 2012 – Mar 2024"),
    ],
)
def test_the_span_of_an_archive_is_said_in_months(span: tuple[str, str] | None, said: str) -> None:
    assert words.span_of_dates(span) == said


def _article(form: NewsForm) -> Article:
    return Article("0" * 12, ("a.txt",), 0, "f", "t", 1, None, form, 10, extracted=False)


def test_an_inferred_day_has_its_mark_and_a_name_gives_way_to_the_day() -> None:
    form = NewsForm(
        outlet=Fact("The Moscow Times", "stated"),
        date=Fact("2012-06-05", "inferred", "from the photo caption"),
    )
    assert words.source(_article(form)) == "The Moscow Times · ~5 Jun 2012"
    assert words.source(_article(form), 24) == "The Mosco… · ~5 Jun 2012"


def test_what_is_not_known_is_said_to_be_unknown() -> None:
    assert words.source(_article(NewsForm())) == "outlet unknown · date unknown"


def test_progress_tells_rate_and_time_left_and_that_search_works() -> None:
    now = Progress("reading for quotes", 1240, 30173, 86.2, 336.0)
    assert notices.progress(now) == (
        "Reading 1,240 of 30,173 · 86 a second · 6 min left · searchable already. "
        "`X` cancels, nothing is lost."
    )


def test_a_worker_with_nothing_to_do_says_nothing() -> None:
    assert notices.progress(Progress()) == ""


def test_unreadable_files_are_named_with_the_reason() -> None:
    found = [
        NotRead(Path("/in/x.pdf"), None, "encrypted"),
        NotRead(Path("/in/b.zip"), 3, "2024/`y`.txt: binary"),
    ]
    assert notices.unread(found, 2) == (
        "2 files could not be read: `x.pdf` (encrypted), `'y'.txt` (binary). `:report` lists them."
    )
    assert notices.unread(found, 4312).endswith(
        "4,312 files could not be read: `x.pdf` (encrypted), `'y'.txt` (binary) and 4,310 more. "
        "`:report` lists them."
    )
    assert notices.unread(found, 3, 60) == (
        "3 files could not be read. `:report` says which and why."
    )
    assert notices.unread((), 0) == ""


def test_what_is_to_be_typed_is_bold_and_without_its_backticks() -> None:
    shown = notices.content("Press `/` now.")
    assert shown.plain == "Press / now."
    assert [(span.start, span.end) for span in shown.spans] == [(6, 7)]


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.2, "1 s"), (59, "59 s"), (336, "6 min"), (7500, "2 h 5 min")]
)
def test_durations(seconds: float, said: str) -> None:
    assert words.duration(seconds) == said


def test_a_long_status_gives_way_in_the_middle_and_keeps_how_far_one_is() -> None:
    status = "quote 3 of 9 · The Ministry of Foreign Affairs of a Far Country · 12 %"
    assert shortened(status, 40) == "quote 3 of 9 · The Ministry of F… · 12 %"
    assert shortened(status, 200) == status
    assert shortened("A headline without an end", 12) == "A headline…"


def test_what_takes_a_completion_is_told_however_long_the_name_and_narrow_the_line() -> None:
    long = "The Ministry of Foreign Affairs of a Far Country Beyond the Sea"
    offered = Completions(0, 3, (Completion(long, long, "1,240 quotes"),))
    for cells in (36, 76, 116):
        line = offer_line(offered, None, cells)
        assert line.plain.startswith("▸The Mini")
        assert line.plain.endswith("→ takes it")
        assert line.cell_length <= cells


def test_the_that_of_a_clause_is_no_word_of_what_was_said() -> None:
    indirect = Quote(0, 30, "indirect", "that  the bridge will be open.")
    assert indirect.text[words.opening(indirect) :] == "the bridge will be open."
    assert words.opening(Quote(0, 10, "indirect", "that’s all")) == 0
    # Between marks every word was spoken.
    assert words.opening(Quote(0, 15, "direct", "that was no war")) == 0
