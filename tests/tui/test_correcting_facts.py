"""Correcting the facts of an article where they stand: the information sheet at the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from index.archive import Archive, open_archive
from index.config import Config
from tests.tui.correcting import at_the_article, told
from tests.tui.driving import page_of, results_of, text_of, type_text, until
from tests.tui.test_correcting_kept import corrections_listed
from tui.app import DatelineApp
from tui.screens.facts import FactsScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.fact_row import FactRow
from tui.widgets.masthead import Masthead

Reader = Callable[..., DatelineApp]
TITLE = "Vladimir Putin's China Visit"
WITH_HEADLINE = "Putin, Hu Urge Support for Syria Peace Plan"


def sheet(pilot: Pilot[Any]) -> FactsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, FactsScreen)
    return screen


def row(pilot: Pilot[Any], name: str) -> FactRow:
    return next(row for row in sheet(pilot).query(FactRow) if row.known.name == name)


def lines(pilot: Pilot[Any], name: str) -> list[str]:
    """What is shown of a fact, without its label: the value, and how it is known."""
    parts = row(pilot, name).query(Static)
    return [str(part.render()) for part in parts if part.display][1:]


def under_cursor(pilot: Pilot[Any]) -> str:
    [chosen] = sheet(pilot).query("FactRow.-chosen").results(FactRow)
    return chosen.known.name


def field(pilot: Pilot[Any], name: str) -> Input:
    return row(pilot, name).query_one(Input)


async def at_the_facts(pilot: Pilot[Any], name: str = "title") -> None:
    """Open the information on an article, and put the cursor on a fact."""
    await at_the_article(pilot)
    await pilot.press("2", "i")
    await until(pilot, lambda: isinstance(pilot.app.screen, FactsScreen))
    await on_fact(pilot, name)


async def on_fact(pilot: Pilot[Any], name: str) -> None:
    await pilot.press("g")
    while under_cursor(pilot) != name:
        await pilot.press("j")


async def state(pilot: Pilot[Any], typed: str) -> None:
    """Edit the fact under the cursor: type a value in the place of what stands there."""
    name = under_cursor(pilot)
    await pilot.press("e")
    field(pilot, name).value = ""
    await type_text(pilot, typed)
    await pilot.press("enter")


async def settled(pilot: Pilot[Any], name: str, value: str) -> None:
    await until(pilot, lambda: lines(pilot, name)[0] == value)


async def test_a_fact_is_edited_where_it_stands_and_the_page_follows_at_once(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await at_the_facts(pilot)
        article = page_of(pilot).reading.article  # type: ignore[union-attr]
        read = article.form.title
        await state(pilot, "Walruses gather")
        done = "The headline is “Walruses gather”. u undoes."
        await until(pilot, lambda: done in told(pilot))  # first of all: it does not stay
        await settled(pilot, "title", "Walruses gather")
        said = lines(pilot, "title")[1]
        assert said.startswith("corrected; ")
        assert str(read.value)[:30] in said
        await on_fact(pilot, "date")
        await state(pilot, "4 June 2011, 09:30 +02:00")
        await settled(pilot, "date", "4 Jun 2011, 09:30 +02:00")
        masthead = page_of(pilot).query_one(Masthead)
        await until(pilot, lambda: "Jun 2011" in " ".join(masthead.figures))
        await until(pilot, lambda: "Walruses gather" in text_of(page_of(pilot).article))
        assert "4 Jun 2011" in text_of(page_of(pilot).article)
        await until(pilot, lambda: "Walruses gather" in text_of(results_of(pilot)))
        await pilot.press("escape")
        assert isinstance(pilot.app.screen, ReaderScreen)
        form = archive.articles.get(article.id).article.form
        assert (form.title.value, form.date.value) == ("Walruses gather", "2011-06-04")


async def test_what_does_not_parse_is_told_in_its_row_and_what_was_typed_stays(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_facts(pilot, "date")
        before = lines(pilot, "date")
        await state(pilot, "5/6/2012")
        wrong = "“5/6/2012” may be two days: write 2012-05-06 or 2012-06-05."
        await until(pilot, lambda: lines(pilot, "date")[-1] == wrong)
        assert field(pilot, "date").value == "5/6/2012"
        assert field(pilot, "date").has_focus
        await pilot.press("escape")
        assert lines(pilot, "date") == before
        assert isinstance(pilot.app.screen, FactsScreen)
        assert archive.corrections.listed() == []


async def test_keys_that_mean_something_elsewhere_are_letters_in_the_field(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_facts(pilot, "section")
        await state(pilot, "quiet jukebox xi")
        await settled(pilot, "section", "quiet jukebox xi")
        await pilot.press("e", "down", "ctrl+r", "up")
        assert field(pilot, "section").has_focus
        assert under_cursor(pilot) == "section"
        await pilot.press("escape", "q")
        assert isinstance(pilot.app.screen, ReaderScreen)
        assert len(archive.corrections.listed()) == 1


async def test_an_empty_field_is_a_fact_that_is_not_known(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_facts(pilot, "dateline")
        place = row(pilot, "dateline").known.fact.value
        assert place
        await state(pilot, "")
        await until(pilot, lambda: row(pilot, "dateline").known.is_corrected)
        assert lines(pilot, "dateline") == ["unknown", f"corrected; the file says {place}"]


async def test_corrections_are_taken_back_undone_and_done_again(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await at_the_facts(pilot, "outlet")
        before = lines(pilot, "outlet")
        for outlet in ("The Herald", "The Star"):
            await state(pilot, outlet)
            await settled(pilot, "outlet", outlet)
        await pilot.press("x")
        await until(pilot, lambda: lines(pilot, "outlet") == before)
        assert archive.corrections.listed() == []
        await pilot.press("u")
        await settled(pilot, "outlet", "The Star")
        await pilot.press("ctrl+r")
        await until(pilot, lambda: lines(pilot, "outlet") == before)
        await pilot.press("u", "u", "u")
        await until(pilot, lambda: archive.journal.undo() is None)
        await until(pilot, lambda: lines(pilot, "outlet") == before)
        await pilot.press("x")
        await until(pilot, lambda: "This was not corrected." in told(pilot))


async def test_enter_on_what_stands_confirms_a_guess_and_changes_nothing_that_is_stated(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_facts(pilot, "dateline")
        assert row(pilot, "dateline").known.fact.basis == "stated"
        await pilot.press("enter", "enter")
        assert "-editing" not in row(pilot, "dateline").classes
        await on_fact(pilot, "language")
        assert lines(pilot, "language")[0] == "~en"
        await pilot.press("enter", "enter")
        await settled(pilot, "language", "en")
        assert [each.told for each in archive.corrections.listed()] == ["The language is “en”."]


async def test_the_corrections_list_tells_facts_and_takes_any_back(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_facts(pilot, "outlet")
        article = page_of(pilot).reading.article.id  # type: ignore[union-attr]
        await state(pilot, "The Herald")
        await settled(pilot, "outlet", "The Herald")
        await pilot.press("escape")
        listed = await corrections_listed(pilot)
        await until(pilot, lambda: "The outlet is “The Herald”." in text_of(listed))
        await pilot.press("x")
        await until(pilot, lambda: not archive.corrections.listed())
        assert archive.articles.get(article).article.form.outlet.basis != "corrected"


async def test_every_line_of_the_sheet_can_be_brought_into_view(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await at_the_facts(pilot, "language")
        body, foot = (sheet(pilot).query_one(f"#sheet-{part}") for part in ("body", "foot"))
        assert body.region.bottom < foot.region.y
        shown = row(pilot, "language")
        await until(pilot, lambda: body.region.contains_region(shown.region))
        await pilot.press("G")
        await until(pilot, lambda: body.scroll_y == body.max_scroll_y > 0)
        assert under_cursor(pilot) == "language"
        await pilot.press("k")
        await until(pilot, lambda: body.scroll_y == body.max_scroll_y - 1)
        await pilot.press("g")
        await until(pilot, lambda: body.scroll_y == 0)
        assert under_cursor(pilot) == "title"
        await pilot.press("space")
        assert under_cursor(pilot) == "language"


async def test_a_headline_that_is_called_otherwise_stands_over_the_printed_one(
    reader: Reader, archive: Archive
) -> None:
    [article] = archive.search.found(f'title:"{WITH_HEADLINE}"')
    archive.facts.correct(article, {"title": "Two presidents agree"})
    async with reader().run_test(size=(120, 40)) as pilot:
        page = page_of(pilot)
        await until(pilot, lambda: results_of(pilot).results is not None)
        page.want(article, focus=True)
        await until(pilot, lambda: "Two presidents agree" in text_of(page.article))
        drawn = [line.strip() for line in text_of(page.article).splitlines() if line.strip()]
        assert drawn[0].endswith("Two presidents agree")
        assert WITH_HEADLINE in drawn[1]
        headline = page.reading.article.form.headline  # type: ignore[union-attr]
        assert headline is not None
        assert page.article.place == headline[0], "the caret stands on words of the text"
        await pilot.press("v", "m")
        await until(pilot, lambda: archive.clippings.count() == 1)
        assert archive.clippings.all()[0].passage.exact in WITH_HEADLINE


async def test_hostile_values_are_shown_as_the_words_they_are(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await at_the_facts(pilot, "section")
        await state(pilot, "[bold]x[/] \u202e[/")
        await settled(pilot, "section", "[bold]x[/] [/")
        await pilot.press("e")
        field(pilot, "section").value = "a\x1b[31mb"
        await pilot.press("enter")
        await until(pilot, lambda: "cannot be shown" in lines(pilot, "section")[-1])


async def test_a_read_only_archive_says_that_nothing_can_be_corrected(
    archive: Archive, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_, **__: False)
    with open_archive(config.archive_folder, config) as locked:
        async with DatelineApp(locked, config).run_test(size=(80, 24), notifications=True) as pilot:
            await at_the_facts(pilot)
            await pilot.press("e")
            await until(pilot, lambda: "nothing can be corrected" in told(pilot))
            assert not sheet(pilot).query(".-editing")
