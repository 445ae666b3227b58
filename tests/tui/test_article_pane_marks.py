"""What is marked in an article: told apart without colour, and never obeyed."""

from __future__ import annotations

from dataclasses import replace

from textual.strip import Strip

from index.article import Fact
from tests.panes import ArticleApp, screen, style_of
from tests.readings import moscow_times, reading, span, spans


async def test_hits_are_reversed_and_the_current_one_is_bold() -> None:
    shown = moscow_times()
    app = ArticleApp()
    async with app.run_test(size=(90, 40)) as pilot:
        app.article.show(shown, hits=[span(shown.text, "tougher"), span(shown.text, "viable")])
        assert style_of(app.article, "tougher").reverse
        assert not style_of(app.article, "tougher").bold
        await pilot.press("n")
        assert style_of(app.article, "tougher").bold
        assert style_of(app.article, "tougher").reverse
        assert not style_of(app.article, "viable").bold


async def test_actors_are_underlined_and_the_chosen_one_is_bold() -> None:
    shown = moscow_times()
    app = ArticleApp()
    async with app.run_test(size=(90, 40)):
        app.article.show(shown)
        app.article.choose(spans(shown.text, "Kofi Annan"))
        assert style_of(app.article, "Hu Jintao").underline
        assert not style_of(app.article, "Hu Jintao").bold
        assert style_of(app.article, "Kofi Annan").underline
        assert style_of(app.article, "Kofi Annan").bold
        app.article.choose(())
        assert not style_of(app.article, "Kofi Annan").bold


async def test_quotes_and_kept_passages_are_marked_in_the_gutter() -> None:
    shown = moscow_times()
    app = ArticleApp()
    async with app.run_test(size=(90, 60)):
        app.article.show(shown)
        start, _ = span(shown.text, "But the leaders of Russia")
        app.article.mark_kept([(start, start + 20)])
        lines = screen(app.article)
        assert any(" 3 ” Syrian rebels said" in line for line in lines)
        assert any("4▌  But the leaders" in line for line in lines)
        assert not any("”" in line for line in lines if "leaders of Russia" in line)
        app.article.mark_kept([])
        assert not any("▌" in line for line in screen(app.article))


async def test_verbatim_words_have_the_colour_of_quotes_and_marks_do_not() -> None:
    app = ArticleApp()
    async with app.run_test(size=(90, 60)):
        app.article.show(moscow_times())
        words = style_of(
            app.article,
            "Our approaches are close and harmonious, but the most important thing is that",
        )
        assert words.color != style_of(app.article, "television reported").color


async def test_furniture_is_dim_also_within_a_paragraph_and_subheads_are_bold() -> None:
    text = "BEIJING, June 5 (Reuters) - Talks went on.\n\nWIDER WAR\n\nMore was said."
    app = ArticleApp()
    async with app.run_test(size=(90, 20)):
        app.article.show(
            reading(
                text,
                furniture=[("BEIJING, June 5 (Reuters) - ", "dateline")],
                subheads=["WIDER WAR"],
                title=Fact("Talks", "sidecar"),
            )
        )
        assert style_of(app.article, "BEIJING, June 5 (Reuters) - ").dim
        assert not style_of(app.article, "Talks went on.").dim
        assert style_of(app.article, "WIDER WAR").bold
        lines = screen(app.article)
        assert any(line.endswith(" 2   More was said.") for line in lines)
        assert any(line.endswith("     WIDER WAR") for line in lines)


async def test_hostile_text_is_drawn_and_not_obeyed() -> None:
    text = "Hello \x1b]52;c;aGk=\x07 [bold red]x[/] \u202eabc\x9b31m end"
    app = ArticleApp()
    async with app.run_test(size=(90, 20)):
        shown = reading("Hello", title=Fact("\x1b[31mRed[/]", "sidecar"))
        # What canonical text never holds must still not reach the terminal.
        app.article.show(replace(shown, text=text, paragraphs=()))
        drawn = "\n".join(screen(app.article))
        assert "\ufffd[31mRed[/]" in drawn
        assert "Hello \ufffd]52;c;aGk=\ufffd [bold red]x[/] \ufffdabc\ufffd31m end" in drawn
        assert not set(drawn) & set("\x1b\x07\x9b\u202e")


async def test_every_line_takes_the_width_of_the_pane() -> None:
    text = "安南的和平计划 👨‍👩‍👧 e\u0301 " * 12 + "\n\n" + "x" * 300 + "\n\n" + "🇨🇳" * 40
    app = ArticleApp()
    for width in (24, 54, 120):
        async with app.run_test(size=(width, 30)):
            app.article.show(
                reading(text, title=Fact("家" * 40, "sidecar")),
                hits=[(0, 3), (9, 11), (12, 14), (400, 401)],
            )
            strips = [app.article.render_line(y) for y in range(30)]
            assert {Strip(list(strip)).cell_length for strip in strips} == {width}
        app = ArticleApp()


async def test_a_mark_that_begins_inside_a_cluster_takes_all_of_it() -> None:
    text = "the 👨‍👩‍👧 family"
    app = ArticleApp()
    async with app.run_test(size=(40, 10)):
        app.article.show(reading(text, title=Fact("T", "sidecar")), hits=[(6, 7)])
        assert style_of(app.article, "👨‍👩‍👧").reverse


async def test_a_table_is_shown_as_it_stands() -> None:
    table = "Country      2011     2012\nChina         9.3      7.8\nRussia        4.3      3.4"
    app = ArticleApp()
    async with app.run_test(size=(60, 14)):
        app.article.show(reading(f"Growth:\n\n{table}\n\nSource: IMF"))
        lines = screen(app.article)
        first = next(at for at, line in enumerate(lines) if "Country" in line)
        assert [line[-26:] for line in lines[first : first + 3]] == table.split("\n")


async def test_the_rows_of_an_indented_table_stand_together() -> None:
    rows = [
        "  China         9.3      7.8",
        "  Russia        4.3      3.4",
        "  Brazil        2.7      0.9",
    ]
    app = ArticleApp()
    async with app.run_test(size=(60, 14)):
        app.article.show(
            reading("Growth was as follows.\n\n" + "\n".join(rows) + "\n\nSource: IMF")
        )
        lines = screen(app.article)
        first = next(at for at, line in enumerate(lines) if "China" in line)
        assert [line.split()[-3:] for line in lines[first : first + 3]] == [
            row.split()[-3:] for row in rows
        ]
        assert lines[first - 1] == lines[first + 3] == ""
