"""Who said what: the ledger on the screen, from the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from index.archive import Archive, open_archive
from index.article import Actor
from index.config import Config
from tests.ledgers import STORIES, Said, Story, note, tell
from tests.tui.driving import page_of, search, shown, started, text_of, type_text, until
from tui.app import DatelineApp
from tui.panes.article import ArticlePane
from tui.panes.sidebar import Sidebar
from tui.screens.export import ExportScreen
from tui.screens.ledger import LedgerScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.ledger_list import LedgerList

Reader = Callable[..., DatelineApp]


@pytest.fixture
def archive(config: Config) -> Iterator[Archive]:
    """Three stories, read by hand."""
    with open_archive(None, config, start=True) as opened:
        tell(opened, *STORIES)
        yield opened


def ledger(pilot: Pilot[None]) -> LedgerScreen:
    screen = pilot.app.screen
    assert isinstance(screen, LedgerScreen)
    return screen


def rows(pilot: Pilot[None]) -> LedgerList:
    return ledger(pilot).list


def page(pilot: Pilot[None]) -> str:
    """All that stands on the screen."""
    return "\n".join(text_of(widget) for widget in ledger(pilot).children)


def words(pilot: Pilot[None]) -> str:
    entry = rows(pilot).current
    return entry.quote.text if entry else ""


def is_open(pilot: Pilot[None]) -> bool:
    return isinstance(pilot.app.screen, LedgerScreen)


async def opened(pilot: Pilot[None]) -> None:
    await pilot.press("W")
    await until(pilot, lambda: is_open(pilot) and " speakers in " in page(pilot))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_every_quote_stands_below_its_speaker_with_its_source(
    reader: Reader, size: tuple[int, int]
) -> None:
    async with reader().run_test(size=size) as pilot:
        await started(pilot)
        await opened(pilot)
        drawn = page(pilot)
        assert "Who said what · all articles" in drawn
        assert "7 quotes by 3 speakers in 3 articles" in " ".join(drawn.split())
        assert "Ruth Okafor · 4 quotes" in drawn
        assert "▸  ” “Trade wants silence more than treaties”" in drawn
        assert "Harbour Post · 7 Jun 2012" in drawn
        await pilot.press("G")
        await until(pilot, lambda: "Nobody here" in words(pilot))
        assert "speaker unknown · 1 quote" in page(pilot)
        await pilot.press("k")
        await until(pilot, lambda: "port stays open" in words(pilot))
        assert "mixed ?" in page(pilot), "the speaker of that one is doubtful"


async def test_s_goes_through_the_orders_and_stays_on_the_quote(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        await pilot.press("j", "j")
        before = words(pilot)
        for order, heading in (
            ("by speaker, A to Z", "Kofi Annan · 1 quote"),
            ("by day, newest first", "7 Jun 2012 · 3 quotes"),
            ("by speaker, most first", "Ruth Okafor · 4 quotes"),
        ):
            await pilot.press("s")
            await until(pilot, lambda order=order: order in page(pilot))  # type: ignore[misc]
            assert heading in page(pilot)
            assert words(pilot) == before
        await pilot.press("s", "s")
        await until(pilot, lambda: "by day" in page(pilot))
        assert "Zoe Abel?" in page(pilot)


async def test_enter_opens_the_article_at_the_quote_and_q_leads_back_to_the_row(
    reader: Reader,
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        await pilot.press("j", "j")
        entry = rows(pilot).current
        assert entry is not None
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        article = page_of(pilot).query_one(ArticlePane)
        await until(pilot, lambda: shown(pilot) == entry.article.id)
        await until(pilot, lambda: article.place == entry.quote.start)
        assert pilot.app.focused is article
        await pilot.press("q")
        await until(pilot, lambda: is_open(pilot) and rows(pilot).current == entry)
        assert rows(pilot).cursor == 2
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await pilot.press("2", "q")
        assert isinstance(pilot.app.screen, ReaderScreen), "that is the way back to the results"


async def test_it_lists_what_the_search_finds_and_says_so(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await search(pilot, "truce")
        await pilot.press("enter")
        await opened(pilot)
        assert "Who said what · truce" in page(pilot)
        assert "3 quotes by 2 speakers in 1 article" in page(pilot)
        await pilot.press("j", "j", "q")
        page_of(pilot).query_one("#query", Input).value = ""
        await search(pilot, "truce OR harbour")
        await pilot.press("enter")
        await pilot.press("W")
        await until(pilot, lambda: is_open(pilot) and "7 quotes by" in page(pilot))
        assert rows(pilot).cursor == 0, "another ledger begins at its top"


async def test_what_is_typed_narrows_and_esc_takes_it_back(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        await pilot.press("slash")
        await type_text(pilot, "silen")
        await until(pilot, lambda: rows(pilot).count == 2)
        assert isinstance(pilot.app.focused, Input)
        await until(pilot, lambda: "2 quotes by 2 speakers" in page(pilot))
        await pilot.press("enter")
        assert pilot.app.focused is rows(pilot)
        field = pilot.app.screen.query_one(Input)
        assert (field.value, field.region.height) == ("silen", 1), "it says what narrows the list"
        await pilot.press("slash")
        await type_text(pilot, "x")
        await until(pilot, lambda: rows(pilot).count == 0)
        assert "no words that begin so" in page(pilot)
        assert "0 quotes · by speaker" in page(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: rows(pilot).count == 7)
        assert is_open(pilot)
        assert pilot.app.focused is rows(pilot)


async def test_kinds_are_left_out_and_taken_in_and_acts_only_when_asked_for(
    reader: Reader,
) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)
        await opened(pilot)
        assert "to close the port" not in page(pilot)
        await pilot.press("a")
        await until(pilot, lambda: rows(pilot).count == 8)
        assert "direct, mixed, indirect, acts" in page(pilot)
        await pilot.press("d")
        await until(pilot, lambda: rows(pilot).count == 3)
        await pilot.press("x", "i", "a")
        await until(pilot, lambda: rows(pilot).count == 1)
        told = [notice.message for notice in pilot.app._notifications]
        assert any("the only kind" in message for message in told)
        assert "to close the port" in page(pilot)


async def test_m_keeps_the_quote_and_u_takes_it_back(reader: Reader, archive: Archive) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        await pilot.press("m")
        [kept] = [cited.passage.exact for cited in archive.clippings.all()]
        assert kept == words(pilot) == "Trade wants silence more than treaties"
        await until(pilot, lambda: "▸ ▌” “Trade" in page(pilot))
        await pilot.press("m")
        assert archive.clippings.count() == 1
        await pilot.press("u")
        await until(pilot, lambda: "▌" not in page(pilot))
        assert archive.clippings.count() == 0
        await pilot.press("ctrl+r")
        await until(pilot, lambda: "▌" in page(pilot))


async def test_y_takes_the_quote_to_the_clipboard_with_its_citation(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []

    def tool(text: str) -> str:
        copied.append(text)
        return "a tool"

    monkeypatch.setattr("tui.yanking.copy_with_tool", tool)
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        await pilot.press("y")
        await until(pilot, lambda: copied)
        assert "Trade wants silence more than treaties" in copied[0]
        assert "Harbour Post" in copied[0]


async def test_e_writes_what_is_listed_in_its_order(reader: Reader, tmp_path: Path) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, ExportScreen))
        await pilot.press("right", "right", "enter")
        written = tmp_path / "passages.md"
        await until(pilot, lambda: written.exists() and is_open(pilot))
        text = written.read_text()
        places = [text.index(said) for said in ("Trade wants", "We owe", "port stays", "Nobody")]
        assert places == sorted(places)


async def test_braces_go_from_speaker_to_speaker(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        cursors = []
        for key in ("}", "}", "}", "}", "{", "{"):
            await pilot.press("right_curly_bracket" if key == "}" else "left_curly_bracket")
            cursors.append(rows(pilot).cursor)
        assert cursors == [4, 5, 6, 6, 5, 4]
        await pilot.press("k", "left_curly_bracket")
        assert rows(pilot).cursor == 0, "first to the beginning of one's own"
        assert "Ruth Okafor · 1 of 4" in page(pilot)


async def test_a_correction_taken_back_shows_at_once(reader: Reader, archive: Archive) -> None:
    [abel] = archive.ledger.named("Abel")
    [annan] = archive.ledger.named("Annan")
    archive.corrections.merge([abel], annan)
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        assert "Kofi Annan · 2 quotes" in page(pilot)
        await pilot.press("u")
        await until(pilot, lambda: "Zoe Abel · 1 quote" in page(pilot))


async def test_what_there_is_nothing_of_is_told_with_the_reason(
    reader: Reader, archive: Archive
) -> None:
    dull = Story("Nothing to hear", "2013-01-02", "Post", ())
    [article] = tell(archive, dull, read=False)
    archive.ingest.cancel()
    async with reader().run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await search(pilot, "nothing")
        await pilot.press("enter", "W")
        await until(pilot, lambda: is_open(pilot) and "No quotes yet: 1 article" in page(pilot))
        assert "X goes on with it" in " ".join(page(pilot).split())
        assert "1 article still to be read" in page(pilot)
        note(archive, article, dull)
        await pilot.press("u")  # looks anew
        await until(pilot, lambda: "No quotes under nothing." in page(pilot))


async def test_what_comes_in_meanwhile_is_listed_when_one_comes_back(
    reader: Reader, archive: Archive
) -> None:
    story = Story("Later", "2013-01-02", "Post", (Said("Snow fell on the pass", "Ruth Okafor"),))
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        await pilot.press("j", "q")
        tell(archive, story)
        await opened(pilot)
        await until(pilot, lambda: "Ruth Okafor · 5 quotes" in page(pilot))
        assert "We owe Kofi Annan" in words(pilot), "the cursor stays on its quote"


async def test_s_and_t_in_the_sidebar_list_what_an_actor_said_and_is_named_in(
    reader: Reader,
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        sidebar = page_of(pilot).query_one(Sidebar)
        await pilot.press("3", "g")
        about = sidebar.current.about if sidebar.current else None
        assert isinstance(about, Actor)
        assert about.name == "Ruth Okafor"
        await pilot.press("s")
        await until(pilot, lambda: is_open(pilot) and "4 quotes by 1 speaker in 3" in page(pilot))
        assert "Who said what · said by Ruth Okafor" in page(pilot)
        await pilot.press("q", "G", "t")
        await until(pilot, lambda: is_open(pilot) and "said about Kofi Annan" in page(pilot))
        await until(pilot, lambda: words(pilot) == "We owe Kofi Annan a great deal")
        assert rows(pilot).count == 1


async def test_s_on_a_quote_of_the_sidebar_means_its_speaker(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)
        await search(pilot, "truce")
        await until(pilot, lambda: "Truce" in text_of(page_of(pilot).query_one(ArticlePane)))
        await pilot.press("enter", "3", "l", "g", "s")
        await until(pilot, lambda: is_open(pilot) and "said by Kofi Annan" in page(pilot))
        await pilot.press("q", "G", "s")
        told = [notice.message for notice in pilot.app._notifications]
        assert any("Nobody knows who said this." in message for message in told)
        assert not is_open(pilot)


async def test_a_quote_is_corrected_where_it_is_listed_and_marked_so(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        await pilot.press("G")
        await until(pilot, lambda: "Nobody here" in words(pilot))
        await pilot.press("c")
        await until(pilot, lambda: not is_open(pilot))
        await pilot.press("x")
        await until(pilot, lambda: is_open(pilot) and rows(pilot).count == 6)
        await pilot.press("u")
        await until(pilot, lambda: rows(pilot).count == 7)
        entry = rows(pilot).current
        assert entry is not None
        archive.corrections.speaker(entry.quote.id, "Kofi Annan")
        await pilot.press("q", "W")
        await until(pilot, lambda: is_open(pilot) and "Kofi Annan · 2 quotes" in page(pilot))
        assert "✓" in page(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_each_line_belongs_to_the_row_it_is_drawn_for(
    reader: Reader, size: tuple[int, int]
) -> None:
    async with reader().run_test(size=size) as pilot:
        await started(pilot)
        await opened(pilot)
        listing = rows(pilot)
        lines = [listing.at_line(line) for line in range(listing.top_of(listing.count))]
        places = [
            (index, at)
            for index in range(listing.count)
            for at in range(listing.top_of(index + 1) - listing.top_of(index))
        ]
        assert lines == places
        drawn = text_of(listing).split("\n")
        second = next(at for at, line in enumerate(drawn) if "We owe Kofi Annan" in line)
        await pilot.click(listing, offset=(12, second))
        await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
        await until(pilot, lambda: "Talks" in text_of(page_of(pilot).query_one(ArticlePane)))


async def test_an_archive_without_articles_says_how_to_begin(config: Config) -> None:
    with open_archive(None, config, start=True) as empty:
        async with DatelineApp(empty, config).run_test(size=(80, 24)) as pilot:
            await until(pilot, lambda: page_of(pilot).results is not None)
            await pilot.press("W")
            await until(pilot, lambda: is_open(pilot) and "This archive is empty." in page(pilot))
            await pilot.press("j", "enter", "m", "y", "e", "c", "s", "q")
            await until(pilot, lambda: isinstance(pilot.app.screen, ReaderScreen))
