"""How things stand: news that arrives, words for every state, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from textual.color import Color
from textual.pilot import Pilot
from textual.widgets import Static

from index.archive import Archive, open_archive
from index.article import DatelineError
from index.config import Config
from tests.tui.driving import page_of, results_of, search, started, text_of, until
from tui import notices
from tui.app import DatelineApp
from tui.panes.article import ArticlePane
from tui.panes.sidebar import Sidebar
from tui.panes.standing import Standing
from tui.widgets.masthead import Masthead
from tui.widgets.rules import Rule

Reader = Callable[..., DatelineApp]


def below(pilot: Pilot[None]) -> str:
    return text_of(page_of(pilot).query_one("#rule-below", Rule))


def said(pilot: Pilot[None]) -> str:
    """What the notifications on the screen say."""
    return " ".join(
        word for toast in pilot.app.screen.query("Toast") for word in text_of(toast).split()
    )


@pytest.fixture
def another(config: Config, archive: Archive) -> Iterator[Archive]:
    """The same archive as another process has it."""
    with open_archive(config.archive_folder, config) as opened:
        yield opened


async def test_an_article_that_arrives_is_seen_without_a_restart(
    reader: Reader, another: Archive, tmp_path: Path
) -> None:
    file = tmp_path / "new.txt"
    file.write_text("Truce holds in Hama\n\nThe truce held on Sunday, monitors said.\n", "utf-8")
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)
        await pilot.press("j")
        on = results_of(pilot).current
        another.ingest.add([file], lambda _: None, read=False)
        await until(pilot, lambda: results_of(pilot).count == 5)
        assert results_of(pilot).current == on
        masthead = page_of(pilot).query_one(Masthead)
        await until(pilot, lambda: "5 articles" in text_of(masthead))
        await search(pilot, "hama")
        assert results_of(pilot).count == 1


async def test_news_wait_until_no_key_is_pressed(
    reader: Reader, another: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "new.txt"
    file.write_text("Truce holds in Hama\n\nThe truce held on Sunday, monitors said.\n", "utf-8")
    app = reader()
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        standing = page_of(pilot).query_one(Standing)
        told: list[object] = []

        def looked(keys: int) -> int:
            """How many news the next look tells, when so many keys were pressed before it."""
            told.clear()
            app.keys_pressed += keys
            with monkeypatch.context() as patched:
                patched.setattr(standing, "post_message", told.append)
                standing.look()
            return sum(isinstance(each, Standing.News) for each in told)

        for _ in range(10):
            looked(0)  # so that none were told of late
        another.ingest.add([file], lambda _: None, read=False)
        assert [looked(1), looked(1), looked(2), looked(0), looked(0)] == [0, 0, 0, 1, 0]


async def test_quotes_and_actors_appear_when_the_article_has_been_read(
    config: Config, tmp_path: Path
) -> None:
    file = tmp_path / "new.txt"
    file.write_text(
        "Truce holds in Hama\n\nHAMA, Syria, June 24 (Reuters) - “The truce is holding,” "
        "Kofi Annan said on Sunday.\n",
        "utf-8",
    )
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([file], lambda _: None, read=False)
        app = DatelineApp(archive, config)
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            await started(pilot)
            place = app.screen.query_one(ArticlePane).place
            await until(pilot, lambda: "Annan" in text_of(app.screen.query_one(Sidebar)))
            assert app.screen.query_one(ArticlePane).place == place


async def test_an_article_whose_reading_was_cancelled_is_not_said_to_be_read(
    config: Config, tmp_path: Path
) -> None:
    file = tmp_path / "new.txt"
    file.write_text("Truce holds in Hama\n\nThe truce held on Sunday, monitors said.\n", "utf-8")
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([file], lambda _: None, read=False)
        archive.ingest.cancel()
        async with DatelineApp(archive, config).run_test(size=(120, 40)) as pilot:
            await started(pilot)
            side = pilot.app.screen.query_one(Sidebar)
            await until(pilot, lambda: "reading was cancelled" in " ".join(text_of(side).split()))
            await pilot.press("X")
            await until(pilot, lambda: "cancelled" not in text_of(side))


async def test_an_empty_archive_has_words(config: Config) -> None:
    with open_archive(None, config, start=True) as archive:
        async with DatelineApp(archive, config).run_test(size=(80, 24)) as pilot:
            words = pilot.app.screen.query_one("#results-words", Static)
            await until(pilot, lambda: "This archive is empty" in str(words.render()))
            assert "0 articles" in text_of(page_of(pilot).query_one(Masthead))
            await pilot.press("2", "m", "y", "e", "i", "o", "v", "n", "H", "3", "enter", "f", "u")
            assert not pilot.app.screen.query("#export-path")


async def test_files_that_could_not_be_read_are_told_of(
    reader: Reader, another: Archive, tmp_path: Path
) -> None:
    bad = tmp_path / "x[b].txt"
    bad.write_bytes(b"\x00\x01\x02" * 50)
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)
        another.ingest.add([bad], lambda _: None, read=False)
        await until(pilot, lambda: "1 file could not be read: x[b].txt" in below(pilot))
        await pilot.press("j")
        await until(pilot, lambda: "could not be read" not in below(pilot))
        pilot.app.screen.action_report()  # type: ignore[attr-defined]
        await until(pilot, lambda: "x[b].txt" in text_of(pilot.app.screen.query_one("#unread")))


async def test_a_read_only_archive_has_a_banner_and_keeps_nothing(
    archive: Archive, config: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_, **__: False)  # as for one who may not write
    with open_archive(config.archive_folder, config) as locked:
        assert locked.read_only
        async with DatelineApp(locked, config).run_test(
            size=(120, 40), notifications=True
        ) as pilot:
            await started(pilot)
            assert notices.READ_ONLY in below(pilot)
            await search(pilot, "ceasefire")
            await pilot.press("enter", "enter")
            await until(pilot, lambda: isinstance(pilot.app.focused, ArticlePane))
            await pilot.press("m")
            await until(pilot, lambda: "read-only" in said(pilot))
    assert archive.clippings.count() == 0


async def test_a_problem_is_told_in_its_own_words(reader: Reader) -> None:
    app = reader()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)
        app.trouble(DatelineError("The disk is full [/bold]; free some space."))
        await until(pilot, lambda: "free some space" in said(pilot))
        assert "[/bold]" in said(pilot)


async def test_what_is_unforeseen_is_a_sentence_and_its_details_are_kept(
    reader: Reader, archive: Archive, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = reader()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)

        def broken(*_: object, **__: object) -> None:
            raise ZeroDivisionError("of all things")

        monkeypatch.setattr(archive.search, "find", broken)
        await pilot.press("slash", "x")
        await until(pilot, lambda: "Something unforeseen" in said(pilot))
        assert "Traceback" not in said(pilot)
        assert "of all things" in (home / "data/dateline/errors.log").read_text("utf-8")
        monkeypatch.undo()
        await pilot.press("backspace", *"lavrov")
        await until(pilot, lambda: results_of(pilot).results.query == "lavrov")  # type: ignore[union-attr]
        assert results_of(pilot).count > 0


async def test_a_first_run_tells_where_to_begin_until_one_has_searched(
    archive: Archive, reader: Reader
) -> None:
    archive.is_sample = True
    async with reader().run_test(size=(80, 24)) as pilot:
        await started(pilot)
        assert "Sample archive: four articles. / searches." in below(pilot)
        await search(pilot, "lavrov")
        await until(pilot, lambda: "Sample archive" not in below(pilot))


async def test_yank_says_by_what_it_copied_and_cites(
    reader: Reader, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    app = reader()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.focused, ArticlePane))
        reading = page_of(pilot).reading
        assert reading is not None
        start, end = app.screen.query_one(ArticlePane).passage
        await pilot.press("y")
        await until(pilot, lambda: "OSC 52" in said(pilot))
        cited = archive.clippings.passage(reading.article.id, start, end)
        assert app.clipboard == archive.export.cite(cited)
        assert reading.text[start:end].split("\n")[0] in app.clipboard


async def test_a_clipboard_tool_is_used_where_there_is_one(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "xclip"
    copied = tmp_path / "copied"
    tool.write_text(f'#!/bin/sh\n[ "$*" = "-selection clipboard" ] && cat > {copied}\n', "utf-8")
    tool.chmod(0o755)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("sys.platform", "linux")
    async with reader().run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.focused, ArticlePane))
        await pilot.press("y")
        await until(pilot, lambda: "by xclip" in said(pilot))
        assert copied.read_text("utf-8")


@pytest.mark.parametrize(
    ("theme", "name"), [("dark", "dateline-dark"), ("light", "dateline-light")]
)
async def test_the_configured_theme_is_in_force(reader: Reader, theme: str, name: str) -> None:
    async with reader(theme=theme).run_test() as pilot:
        assert pilot.app.theme == name


async def test_without_colour_hits_and_focus_are_still_told_apart(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = reader()
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await started(pilot)
        await search(pilot, "ceasefire")
        await until(pilot, lambda: "cease" in text_of(results_of(pilot)).lower())
        strips = results_of(pilot).render_lines(results_of(pilot).size.region)
        assert any(
            segment.style is not None and segment.style.reverse
            for strip in strips
            for segment in strip
        )


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_everything_on_the_page_can_be_told_from_its_ground(
    reader: Reader, theme: str
) -> None:
    app = reader(theme=theme)
    async with app.run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await search(pilot, "ceasefire")
        await pilot.press("enter")
        await until(pilot, lambda: "▸" in text_of(results_of(pilot)))
        for widget in app.screen.query("#masthead, #search-line *, #panes *, #keys"):
            if not widget.display or widget.is_container:
                continue
            for strip in widget.render_lines(widget.outer_size.region):
                for segment in strip:
                    style = segment.style
                    if segment.text.strip() and style and style.color and style.bgcolor:
                        ink = Color.from_rich_color(style.color)
                        ground = Color.from_rich_color(style.bgcolor)
                        assert abs(ink.brightness - ground.brightness) > 0.2, segment


async def test_a_headline_made_from_the_lede_is_not_said_twice_in_the_results(
    reader: Reader,
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await until(pilot, lambda: "to include Western" in text_of(results_of(pilot)))
        assert text_of(results_of(pilot)).count("Russia called on Wednesday") == 1


async def test_arrivals_are_told_of_and_push_nothing_away(config: Config, tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()

    def add(names: range, day: int) -> None:
        for name in names:
            words = f"Truce holds in town{name}\n\nHAMA, June {day}, 2012 (Reuters) - It held.\n"
            (news / f"{name}.txt").write_text(words, "utf-8")
        with open_archive(config.archive_folder, config, start=True) as another:
            another.ingest.add([news], lambda _: None, read=False)

    add(range(40), 1)
    with open_archive(None, config) as archive:
        archive.ingest.cancel()
        async with DatelineApp(archive, config).run_test(size=(120, 40)) as pilot:
            await started(pilot)
            await until(pilot, lambda: pilot.app.screen.query_one(ArticlePane).size.height)
            await pilot.press(*"jjjjjjjjjjjjjjjj")
            listed = results_of(pilot)
            on = listed.current
            line = listed.top_of(listed.cursor) - round(listed.scroll_y)
            add(range(40, 60), 20)
            await until(pilot, lambda: listed.count == 60)
            await until(pilot, lambda: "20 new articles." in below(pilot))
            assert listed.current == on
            assert listed.cursor == 36
            assert listed.top_of(listed.cursor) - round(listed.scroll_y) == line
            await pilot.press("j")
            await until(pilot, lambda: "new articles" not in below(pilot))
