"""The sheets: help, information, clippings, export, the report, the palette."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.widgets import Input, Static

from index.archive import Archive, query_language
from index.config import Config
from tests.tui.driving import page_of, shown, started, text_of, until
from tui.app import DatelineApp
from tui.keys import display
from tui.panes.article import ArticlePane
from tui.screens.clippings import ClippingList
from tui.screens.help import PLACES, help_text
from tui.screens.sheet import PageSheet
from tui.widgets.choice import Choice
from tui.widgets.fact_row import FactRow

FIELDS = ("what", "format", "path")
Reader = Callable[..., DatelineApp]


def text_on_sheet(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#sheet-text", Static).render())


def text_of_row(row: FactRow) -> str:
    return " ".join(str(part.render()) for part in row.query(Static))


def says(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#export-says", Static).render())


async def in_article(pilot: Pilot[None]) -> None:
    await started(pilot)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.focused, ArticlePane))


@pytest.mark.parametrize(("name", "owner"), PLACES)
def test_help_tells_every_key_that_is_bound(name: str, owner: type) -> None:
    told = help_text(None, 80).plain
    section = told[told.index(name) :].split("\n\n")[0]
    for binding in Binding.make_bindings(owner.__dict__.get("BINDINGS", ())):
        assert binding.description, f"{binding.key} in {name} has no words for help"
        assert display(binding) in section


def test_help_tells_every_form_of_a_query_with_its_meaning() -> None:
    told = [line.split() for line in help_text(None, 200).plain.splitlines()]
    words = [word for line in told for word in line]
    for group in query_language():
        assert set(group.heading.split()) <= set(words)
        for typed, meaning in group.examples:
            assert set(typed.split()) | set(meaning.split()) <= set(words)


async def test_help_begins_with_the_pane_in_focus(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await in_article(pilot)
        await pilot.press("question_mark")
        assert text_on_sheet(pilot).startswith("Article")
        await pilot.press("q")
        assert isinstance(pilot.app.focused, ArticlePane)
        await pilot.press("slash", "f1")
        assert text_on_sheet(pilot).startswith("In the search line")


async def test_information_tells_every_fact_with_its_basis(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await in_article(pilot)
        reading = page_of(pilot).reading
        assert reading is not None
        await pilot.press("i")
        rows = " ".join(text_of_row(row) for row in pilot.app.screen.query(FactRow))
        told = " ".join(f"{rows} {text_on_sheet(pilot)}".split())
        form = reading.article.form
        for fact in (form.title, form.date, form.agency, form.dateline):
            if fact.basis == "inferred":
                assert f"inferred: {fact.reason}" in told
        assert reading.article.text_sha256 in told
        assert reading.article.file_sha256 in told
        assert reading.article.files[0].rsplit("/", 1)[-1] in told
        for piece in form.furniture:
            assert f"{piece.what} {piece.start:,}–{piece.end:,}" in told


async def test_export_never_writes_over_a_file_without_being_told_twice(
    reader: Reader, archive: Archive, config: Config
) -> None:
    file = config.export_folder / archive.export.default_name("markdown")
    file.write_text("mine", "utf-8")
    async with reader().run_test(size=(80, 24)) as pilot:
        await in_article(pilot)
        await pilot.press("e", "enter")
        await until(pilot, lambda: "is there already" in says(pilot))
        assert file.read_text("utf-8") == "mine"
        await pilot.press("enter")
        await until(pilot, lambda: file.read_text("utf-8") != "mine")


async def test_another_name_after_the_warning_is_asked_about_anew(
    reader: Reader, archive: Archive, config: Config
) -> None:
    first = config.export_folder / archive.export.default_name("markdown")
    second = first.with_name("x" + first.name)
    for file in (first, second):
        file.write_text("mine", "utf-8")
    async with reader().run_test(size=(80, 24)) as pilot:
        await in_article(pilot)
        await pilot.press("e", "enter")
        pilot.app.screen.query_one(Input).value = str(second)
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: second.name in says(pilot))
        assert second.read_text("utf-8") == "mine"


@pytest.mark.parametrize("format_name", ["markdown", "text", "csv", "json"])
async def test_each_format_writes_the_exact_words(
    reader: Reader, archive: Archive, config: Config, format_name: str
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await in_article(pilot)
        reading = page_of(pilot).reading
        assert reading is not None
        start, end = pilot.app.screen.query_one(ArticlePane).passage
        await pilot.press("e", "tab")
        choice = pilot.app.screen.query_one("#export-format", Choice)
        while choice.options[choice.chosen] != format_name:
            await pilot.press("right")
        file = config.export_folder / archive.export.default_name(format_name)
        assert pilot.app.screen.query_one(Input).value == str(file)
        await pilot.press("enter")
        await until(pilot, file.exists)
        first_words = " ".join(reading.text[start:end].split()[:3])
        assert first_words in file.read_text("utf-8")


async def test_the_paragraphs_that_a_query_finds_can_be_exported(
    reader: Reader, archive: Archive, config: Config
) -> None:
    file = config.export_folder / archive.export.default_name("json")
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("slash", *"gadhafi", "enter")
        await until(pilot, lambda: pilot.app.screen.asked == "gadhafi")  # type: ignore[attr-defined]
        await pilot.press("2", "e")
        what = pilot.app.screen.query_one("#export-what", Choice)
        what.focus()
        while what.options[what.chosen] != "what gadhafi finds":
            await pilot.press("right")
        pilot.app.screen.query_one(Input).value = str(file)
        pilot.app.screen.query_one("#export-format", Choice).focus()
        formats = pilot.app.screen.query_one("#export-format", Choice)
        while formats.options[formats.chosen] != "json":
            await pilot.press("right")
        await pilot.press("enter")
        await until(pilot, file.exists)
    words = archive.export.found("gadhafi")[0].passage.exact
    assert "Gadhafi" in words
    assert words[:40] in file.read_text("utf-8")


async def test_what_was_kept_here_is_offered_first_unless_something_is_selected(
    reader: Reader, archive: Archive
) -> None:
    def offered(pilot: Pilot[None]) -> str:
        choice = pilot.app.screen.query_one("#export-what", Choice)
        return choice.options[choice.chosen]

    async with reader().run_test(size=(120, 40)) as pilot:
        await in_article(pilot)
        await pilot.press("e")
        assert "this passage" in offered(pilot)
        await pilot.press("escape", "m")
        await until(pilot, lambda: archive.clippings.count() == 1)
        await pilot.press("e")
        assert offered(pilot) == "everything kept (1 clipping)"
        assert pilot.app.focused is pilot.app.screen.query_one("#export-what")
        await pilot.press("escape", "v", "e")
        assert "this passage" in offered(pilot)


async def test_a_name_typed_after_the_format_was_changed_goes_on_at_its_end(
    reader: Reader, archive: Archive, config: Config
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await in_article(pilot)
        await pilot.press("e", "tab", "right", "tab", *"ox")
        name = str(config.export_folder / archive.export.default_name("text"))
        assert pilot.app.screen.query_one(Input).value == name + "ox"


async def test_a_name_without_an_ending_gets_that_of_the_format(
    reader: Reader, config: Config
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await in_article(pilot)
        await pilot.press("e", "tab", "right")
        pilot.app.screen.query_one(Input).value = str(config.export_folder / "notes")
        await pilot.press("enter")
        await until(pilot, (config.export_folder / "notes.txt").exists)


async def test_the_field_in_focus_has_a_bar(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await in_article(pilot)
        await pilot.press("e")
        fields = [pilot.app.screen.query_one(f"#export-{name}") for name in FIELDS]
        for focused in fields:
            assert pilot.app.focused is focused
            barred = [field for field in fields if "┃" in text_of(field)]
            assert barred == [focused]
            await pilot.press("tab")


async def test_a_folder_that_is_not_there_is_said_on_the_sheet(
    reader: Reader, config: Config
) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await in_article(pilot)
        await pilot.press("e")
        pilot.app.screen.query_one(Input).value = str(config.export_folder / "no" / "x.md")
        await pilot.press("enter")
        await until(pilot, lambda: says(pilot))
        assert "no" in says(pilot)


async def test_clippings_lead_to_their_place_and_can_be_dropped(
    reader: Reader, archive: Archive
) -> None:
    ids = archive.search.find("").ids
    texts = {article: archive.articles.get(article).text for article in ids}
    at = {article: text.index(" said") for article, text in texts.items()}
    for article in ids[:2]:
        archive.clippings.keep(article, at[article] - 20, at[article] + 5)
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("M")
        kept = pilot.app.screen.query_one(ClippingList)
        await until(pilot, lambda: kept.count == 2)
        assert [cited.article.id for cited in kept.clippings] == [ids[1], ids[0]]
        await pilot.press("x")
        await until(pilot, lambda: kept.count == 1)
        await pilot.press("u")
        await until(pilot, lambda: kept.count == 2)
        await pilot.press("enter")
        await until(pilot, lambda: shown(pilot) == ids[1])
        article = pilot.app.screen.query_one(ArticlePane)
        await until(pilot, lambda: article.place == at[ids[1]] - 20)
        assert pilot.app.focused is article


async def test_without_clippings_there_are_words(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24)) as pilot:
        await started(pilot)
        await pilot.press("M")
        words = str(pilot.app.screen.query_one("#clippings-words", Static).render())
        assert words.startswith("Nothing is kept yet.")
        await pilot.press("x", "enter", "e")
        assert pilot.app.screen.query(ClippingList)


@pytest.mark.parametrize("key", ["colon", "ctrl+p"])
async def test_the_palette_offers_what_the_page_can_do(reader: Reader, key: str) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press(key)
        await until(pilot, lambda: pilot.app.screen.query("CommandList"))
        await pilot.press(*"report")
        await pilot.pause(0.3)
        await pilot.press("enter")
        words = lambda: text_of(pilot.app.screen.query_one("#unread-words"))  # noqa: E731
        await until(pilot, lambda: "Every file could be read." in words())


async def test_a_clipping_tells_who_speaks_in_it_and_how(reader: Reader, archive: Archive) -> None:
    article = archive.search.find("").ids[0]
    spoken = next(q for q in archive.articles.get(article).quotes if q.kind == "direct")
    archive.clippings.keep(article, spoken.start, spoken.end)
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await pilot.press("M")
        kept = pilot.app.screen.query_one(ClippingList)
        await until(pilot, lambda: "(quoted)" in text_of(kept))
        assert str(spoken.speaker) in text_of(kept)


def test_keys_and_the_language_stand_side_by_side_where_there_is_room() -> None:
    wide, narrow = help_text(None, 155).plain, help_text(None, 81).plain
    assert wide.count("\n") < narrow.count("\n")
    assert "Everywhere but in the search line" in wide.split("\n")[0]
    assert "Words and phrases" in wide.split("\n")[0]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_first_sheet_that_is_laid_over_the_page_shows_as_much_as_there_is_room_for(
    reader: Reader, size: tuple[int, int]
) -> None:
    async with reader().run_test(size=size) as pilot:
        await started(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageSheet))
        await pilot.pause(0.3)
        assert pilot.app.screen.query_one("#sheet-body").size.height > size[1] // 2
