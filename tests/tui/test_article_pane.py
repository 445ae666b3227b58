"""Reading: the header, the page, movement, hits, quotes, and the places one goes to."""

from __future__ import annotations

from textual import events

from index.article import Fact, Reading
from tests.panes import ArticleApp, screen
from tests.readings import moscow_times, quote, reading, span, spans
from tui.panes.article import ArticlePane

PARAGRAPHS = "\n\n".join(
    f"Paragraph {number} of the statement says what was agreed in the talks on day {number}."
    for number in range(1, 41)
)


def long_article() -> Reading:
    return reading(PARAGRAPHS, title=Fact("Statement", "sidecar"))


async def test_the_headline_stands_at_the_head_and_only_there() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 60)):
        app.article.show(moscow_times())
        lines = screen(app.article)
        assert lines[0].endswith("Putin, Hu Urge Support for Syria Peace Plan")
        assert "~The Moscow Times · date unknown · BEIJING" in lines[1]
        assert sum("Putin, Hu Urge Support" in line for line in lines) == 1
        assert lines[3].endswith("  Support The Moscow Times!")


async def test_facts_are_told_with_their_basis() -> None:
    text = "Talks went on in Geneva on Friday."
    app = ArticleApp()
    async with app.run_test(size=(100, 20)):
        app.article.show(
            reading(
                text,
                title=Fact("Talks go on in Geneva", "inferred", "from the lede"),
                outlet=Fact("The Daily", "stated"),
                agency=Fact("Reuters", "stated"),
                date=Fact("2012-06-05", "inferred", "from the weekday"),
                updated=Fact("2012-08-05", "stated"),
                dateline=Fact("GENEVA", "stated"),
                byline=Fact(("Gleb Bryanski", "Sui-Lee Wee"), "stated"),
            )
        )
        lines = [line.strip(" ▸") for line in screen(app.article)]
        assert lines[:3] == [
            "~Talks go on in Geneva",
            "The Daily · Reuters · ~5 Jun 2012 · updated 5 Aug 2012 · GENEVA",
            "By Gleb Bryanski and Sui-Lee Wee",
        ]
        assert lines[4] == f"1   {text}"


async def test_no_article_and_an_empty_one_have_words() -> None:
    app = ArticleApp()
    async with app.run_test(size=(70, 10)) as pilot:
        assert "No article is open." in screen(app.article)[1]
        await pilot.press("j", "n", "v", "m", "end", "}")
        app.article.show(reading("  \n ", title=Fact("Nothing", "sidecar")))
        assert "This article has no text." in "\n".join(screen(app.article))
        await pilot.press("j", "n", "v", "m", "end", "}")
        assert app.said(ArticlePane.Keep) == []


async def test_a_text_of_furniture_alone_is_still_shown() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 10)):
        app.article.show(reading("Read more", furniture=[("Read more", "navigation")]))
        assert any(line.endswith("Read more") for line in screen(app.article))


async def test_body_text_is_never_wider_than_78_columns_and_reads_as_the_source() -> None:
    app = ArticleApp()
    async with app.run_test(size=(200, 60)):
        app.article.show(long_article())
        lines = screen(app.article)
        assert max(len(line.strip()) for line in lines) <= 78 + 6
        first = " ".join(line.strip(" ▸") for line in lines[3:5])
        assert first.startswith(
            "1   Paragraph 1 of the statement says what was agreed in the talks"
        )


async def test_j_goes_from_line_to_line_of_text_and_space_by_the_page() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 12)) as pilot:
        shown = long_article()
        app.article.show(shown)
        starts = [paragraph.start for paragraph in shown.paragraphs]
        assert app.article.place == starts[0]
        await pilot.press("j")
        assert starts[0] < app.article.place < starts[1]
        await pilot.press("j")
        assert app.article.place == starts[1]
        await pilot.press("space")
        assert "Paragraph 5" in "\n".join(screen(app.article))
        assert any("▸" in line for line in screen(app.article))
        await pilot.press("G")
        assert starts[-1] < app.article.place < len(shown.text)
        assert app.status == "100 %"
        await pilot.press("b", "ctrl+u", "g")
        assert app.article.place == starts[0]
        assert "Statement" in screen(app.article)[0]


async def test_braces_go_from_paragraph_to_paragraph() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 12)) as pilot:
        shown = long_article()
        app.article.show(shown)
        starts = [paragraph.start for paragraph in shown.paragraphs]
        await pilot.press("}", "}", "j")
        assert starts[2] < app.article.place < starts[3]
        await pilot.press("{")
        assert app.article.place == starts[2]
        await pilot.press("{")
        assert app.article.place == starts[1]
        assert app.article.passage == (starts[1], shown.paragraphs[1].end)


async def test_n_walks_the_hits_around_the_end_and_says_so() -> None:
    shown = moscow_times()
    hits = spans(shown.text, "Annan")
    app = ArticleApp()
    async with app.run_test(size=(60, 14)) as pilot:
        app.article.show(shown, hits=hits)
        await pilot.pause()
        assert app.status.startswith(f"{len(hits)} hits · ")
        for number, (start, _) in enumerate(hits, 1):
            await pilot.press("n")
            assert app.article.place == start
            assert app.status.startswith(f"hit {number} of {len(hits)} · ")
            assert any("Annan" in line and "▸" in line for line in screen(app.article))
        await pilot.press("n")
        assert app.article.place == hits[0][0]
        assert "from the top again" in app.status
        await pilot.press("N")
        assert app.article.place == hits[-1][0]
        assert "from the end again" in app.status


async def test_hits_are_walked_in_the_order_of_reading_the_headline_first() -> None:
    shown = moscow_times()
    pitch, headline = spans(shown.text, "Support")[:2]
    app = ArticleApp()
    async with app.run_test(size=(60, 14)) as pilot:
        app.article.show(shown, hits=[pitch, headline])
        await pilot.press("n")
        assert app.article.place == headline[0]
        await pilot.press("n")
        assert app.article.place == pitch[0]


async def test_an_article_without_hits_says_so() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 14)) as pilot:
        app.article.show(long_article())
        await pilot.press("n")
        assert app.status.startswith("no hits in this article")
        await pilot.press("]")
        assert app.status.startswith("no quotes in this article")


async def test_brackets_walk_the_quotes_with_their_speakers_and_leave_acts_out() -> None:
    shown = moscow_times()
    speech = sorted(q.start for q in shown.quotes if q.kind != "act")
    app = ArticleApp()
    async with app.run_test(size=(60, 14)) as pilot:
        app.article.show(shown)
        for number, start in enumerate(speech, 1):
            await pilot.press("]")
            assert app.article.place == start
            assert app.status.startswith(f"quote {number} of {len(speech)} · ")
        await pilot.press("[")
        assert app.article.place == speech[-2]
        assert "Vladimir Putin" in app.status


async def test_a_long_name_of_a_speaker_is_shortened_in_the_status() -> None:
    name = "The Ministry of Foreign Affairs of a Far Country Beyond the Sea"
    text = f'"Peace is near," {name} said.'
    app = ArticleApp()
    async with app.run_test(size=(60, 14)) as pilot:
        app.article.show(reading(text, quotes=[quote(text, "Peace is near,", name)]))
        await pilot.press("]")
        assert app.status.startswith("quote 1 of 1 · The Ministry of Foreign… · ")


async def test_going_to_a_place_shows_it_whole() -> None:
    shown = moscow_times()
    words = "Both sides oppose external intervention in Syria and oppose regime change by force,"
    start, end = span(shown.text, words)
    app = ArticleApp()
    async with app.run_test(size=(60, 14)):
        app.article.show(shown)
        app.article.go_to(start, end)
        text = " ".join(line.strip(" ▸”0123456789") for line in screen(app.article))
        assert words in text
        assert app.article.place == start


async def test_an_article_can_be_opened_at_a_place() -> None:
    shown = long_article()
    app = ArticleApp()
    app.article.show(shown, at=shown.paragraphs[30].start)
    async with app.run_test(size=(60, 14)):
        assert app.article.place == shown.paragraphs[30].start
        assert any("31" in line and "▸" in line for line in screen(app.article))


async def test_another_width_keeps_the_place() -> None:
    shown = long_article()
    app = ArticleApp()
    async with app.run_test(size=(60, 14)) as pilot:
        app.article.show(shown)
        app.article.go_to(*span(shown.text, "Paragraph 20"))
        place = app.article.place
        for width in (30, 100, 45):
            await pilot.resize_terminal(width, 14)
            await pilot.pause()
            assert app.article.place == place
            assert any("20" in line and "▸" in line for line in screen(app.article))


async def test_the_same_article_read_anew_keeps_the_place_and_another_does_not() -> None:
    shown = moscow_times(extracted=False)
    app = ArticleApp()
    async with app.run_test(size=(60, 14)) as pilot:
        app.article.show(shown)
        await pilot.press("space", "j", "v")
        place, selection = app.article.place, app.article.selection
        assert selection is not None
        before = screen(app.article)
        app.article.show(moscow_times())
        assert (app.article.place, app.article.selection) == (place, selection)
        assert screen(app.article) == before
        app.article.show(reading(PARAGRAPHS, article="b" * 12))
        assert app.article.place == 0
        assert app.article.selection is None


async def test_the_wheel_moves_the_page_and_takes_the_caret_along() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 14)) as pilot:
        app.article.show(long_article())
        await pilot.pause()
        before = app.article.place
        for _ in range(6):
            await pilot._post_mouse_events([events.MouseScrollDown], app.article, offset=(9, 5))
        assert "Statement" not in "\n".join(screen(app.article))
        assert any("▸" in line for line in screen(app.article))
        assert app.article.place > before


async def test_keys_of_the_pane_tell_what_is_wanted() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 14)) as pilot:
        shown = long_article()
        app.article.show(shown)
        await pilot.press("}", "m", "y", "e", "i", "o", "H", "L")
        paragraph = shown.paragraphs[1]
        told = [message for message in app.told if not isinstance(message, ArticlePane.Status)]
        assert [type(message).__name__ for message in told] == [
            "Keep",
            "Yank",
            "Export",
            "Information",
            "OpenSource",
            "Back",
            "Forward",
        ]
        for message in told[:3]:
            assert (message.start, message.end) == (paragraph.start, paragraph.end)  # type: ignore[attr-defined]
