"""Selecting: by the units of a text from the keyboard, by dragging and clicking."""

from __future__ import annotations

from textual.pilot import Pilot

from index.article import Fact, Reading
from tests.panes import ArticleApp, screen, style_of
from tests.readings import moscow_times, quote, reading, span
from tui.panes.article import ArticlePane

TEXT = (
    "The plan failed. Nobody was surprised. Talks go on.\n\n"
    'Annan said "peace is possible" and left. He spoke in Geneva.\n\n'
    "Observers stayed."
)


def talks() -> Reading:
    words = quote(TEXT, "peace is possible", "Kofi Annan")
    return reading(TEXT, title=Fact("Talks", "sidecar"), quotes=[words])


def selected(app: ArticleApp) -> str:
    """The words that are selected."""
    start, end = app.article.selection or (0, 0)
    return app.article.reading.text[start:end] if app.article.reading else ""


async def press(pilot: Pilot[None], *keys: str) -> str:
    await pilot.press(*keys)
    assert isinstance(pilot.app, ArticleApp)
    return selected(pilot.app)


async def test_v_selects_the_sentence_and_parentheses_go_on_by_sentences() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        assert await press(pilot, "v") == "The plan failed."
        assert app.status == "SELECT sentence · ¶1 · 3 words"
        assert await press(pilot, ")") == "The plan failed. Nobody was surprised."
        assert await press(pilot, ")", ")") == TEXT[: TEXT.index(" He spoke")]
        assert app.status.startswith("SELECT sentence · ¶1–2 · ")
        assert await press(pilot, "(", "(") == "The plan failed. Nobody was surprised."
        assert await press(pilot, "escape") == ""
        assert not app.status.startswith("SELECT")


async def test_v_selects_the_hit_one_stands_on() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks(), hits=[span(TEXT, "peace")])
        assert await press(pilot, "n", "v") == "peace"
        assert await press(pilot, "w") == "peace is"


async def test_words_and_characters_are_given_back_and_the_other_side_is_reached() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        assert await press(pilot, "v", "b") == "The plan failed"
        assert await press(pilot, "b") == "The plan"
        assert await press(pilot, "h", "h") == "The pl"
        assert await press(pilot, "l") == "The pla"
        app.article.go_to(*span(TEXT, "Nobody"))
        assert await press(pilot, "v", "(") == "The plan failed. Nobody was surprised."
        assert await press(pilot, ")") == "Nobody was surprised."


async def test_the_other_end_moves_after_o() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        app.article.go_to(*span(TEXT, "Nobody"))
        assert await press(pilot, "v", "o", "w") == "was surprised."
        assert await press(pilot, "b", "b") == "failed. Nobody was surprised."
        assert app.said(ArticlePane.OpenSource) == []


async def test_paragraphs_and_the_ends_of_the_text() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        first, second, _ = TEXT.split("\n\n")
        assert await press(pilot, "v", "}") == first
        assert await press(pilot, "}") == f"{first}\n\n{second}"
        assert await press(pilot, "G") == TEXT
        assert await press(pilot, "escape", "G", "v", "g") == TEXT


async def test_lines_are_taken_at_the_same_column() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        assert await press(pilot, "v", "j") == TEXT[: TEXT.index("e is possible")]  # 16 columns on
        assert await press(pilot, "j") == TEXT[: TEXT.index("\n\nObservers")]  # a short line
        assert await press(pilot, "j") == TEXT[: TEXT.index("Observers") + 16]
        assert await press(pilot, "k", "k", "k") == "The plan failed."


async def test_the_quotation_mark_takes_the_words_of_the_quote() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        app.article.go_to(*span(TEXT, "Annan"))
        assert await press(pilot, "v", '"') == "peace is possible"
        assert app.status == "SELECT quote · ¶2 · 3 words"


async def test_keep_and_yank_act_on_the_selection_and_drop_it() -> None:
    for key, kind in (("m", ArticlePane.Keep), ("y", ArticlePane.Yank)):
        app = ArticleApp()
        async with app.run_test(size=(60, 20)) as pilot:
            app.article.show(talks())
            await pilot.press("v", ")", key)
            (message,) = app.said(kind)
            assert TEXT[message.start : message.end] == "The plan failed. Nobody was surprised."  # type: ignore[attr-defined]
            assert app.article.selection is None


async def test_export_acts_on_the_selection_and_leaves_it() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        assert await press(pilot, "v", "e") == "The plan failed."
        (message,) = app.said(ArticlePane.Export)
        assert TEXT[message.start : message.end] == "The plan failed."  # type: ignore[attr-defined]


async def test_the_selection_is_reversed() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        await pilot.press("v")
        assert style_of(app.article, "The plan failed.").reverse
        await pilot.press("escape")
        assert not any(
            style is not None and style.reverse
            for y in range(20)
            for _, style, _ in app.article.render_line(y)
        )


async def test_a_selection_from_headline_to_body_holds_what_lies_between() -> None:
    shown = moscow_times()
    app = ArticleApp()
    async with app.run_test(size=(60, 30)) as pilot:
        app.article.show(shown)
        words = await press(pilot, "v", "}", "}")
        assert words.startswith("Putin, Hu Urge Support for Syria Peace Plan\n\nBEIJING")


def cell(app: ArticleApp, words: str) -> tuple[int, int]:
    """Where words are drawn."""
    for y, line in enumerate(screen(app.article)):
        if words in line:
            return line.index(words), y
    raise AssertionError(words)


async def test_dragging_selects_what_is_under_the_pointer() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        x, y = cell(app, "plan failed")
        to_x, to_y = cell(app, "Annan")
        await pilot.mouse_down(offset=(x, y))
        await pilot.hover(offset=(to_x + 4, to_y))
        await pilot.mouse_up(offset=(to_x + 4, to_y))
        assert selected(app) == TEXT[TEXT.index("plan") : TEXT.index("Annan") + 5]
        await pilot.press("m")
        (message,) = app.said(ArticlePane.Keep)
        assert TEXT[message.start :].startswith("plan failed")  # type: ignore[attr-defined]


async def test_dragging_backwards_holds_the_character_one_began_on() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        x, y = cell(app, "plan failed")
        await pilot.mouse_down(offset=(x + 3, y))
        await pilot.hover(offset=(x, y))
        await pilot.mouse_up(offset=(x, y))
        assert selected(app) == "plan"


async def test_a_click_moves_the_caret_two_take_the_word_three_the_paragraph() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        x, y = cell(app, "possible")
        await pilot.click(offset=(x + 2, y))
        assert app.article.place == TEXT.index("possible") + 2
        assert app.article.selection is None
        await pilot.click(offset=(x + 2, y), times=2)
        assert selected(app) == "possible"
        await pilot.click(offset=(x + 2, y), times=3)
        assert selected(app) == TEXT.split("\n\n")[1]


async def test_a_click_on_a_number_takes_the_paragraph() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        x, y = cell(app, "3   Observers")
        await pilot.click(offset=(x, y))
        assert selected(app) == "Observers stayed."


async def test_the_keys_in_force_change_with_the_mode() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.article.show(talks())
        assert app.screen.active_bindings["o"].binding.action == "open_source"
        await pilot.press("v")
        assert app.screen.active_bindings["o"].binding.action == "swap"
        assert "n" not in app.screen.active_bindings
        await pilot.press("escape")
        assert app.screen.active_bindings["b"].binding.action == "page_up"
