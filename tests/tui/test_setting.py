"""How paragraphs are set: rows show the text exactly, and each cell of them one place in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from index.article import SetAs
from tests.panes import ArticleApp, screen, style_of
from tests.readings import structured
from tests.tui.test_wrap import TEXTS
from tui.panes.article import ArticlePane
from tui.widgets.cells import drawn as drawn_text
from tui.widgets.page import lay_out
from tui.widgets.rows import column_at, draw, place_at

TABLE = "Town | Dead | Displaced\nHama | 12 | 1,040\nDeir al-Zour | 3 | 95"
ARTICLE: list[tuple[SetAs | None, str]] = [
    (None, "Both sides signed the plan on Friday, after two days of talks by the lake."),
    ("subhead", "What was agreed"),
    ("item", "A truce in the whole of the north, watched by monitors from four states."),
    ("item", "Free passage for the wounded."),
    ("item", "3. Prisoners are exchanged."),
    ("block quote", "We signed because the cities cannot wait any longer for bread and water."),
    ("table", TABLE),
    ("caption", "The envoy leaves the hall by its back door on Friday night."),
    (None, "The talks go on in March."),
]


async def shown(width: int, **told: object) -> list[str]:
    app = ArticleApp()
    async with app.run_test(size=(width, 60)):
        app.article.show(structured(ARTICLE, **told))  # type: ignore[arg-type]
        return [line.rstrip() for line in screen(app.article)]


def after(lines: list[str], words: str) -> list[str]:
    at = next(number for number, line in enumerate(lines) if words in line)
    return lines[at:]


async def test_items_hang_on_a_bullet_close_to_one_another() -> None:
    lines = after(await shown(54), "A truce")
    assert lines[0] == " 2     · A truce in the whole of the north, watched"
    assert lines[1] == "         by monitors from four states."
    assert lines[2] == " 3     · Free passage for the wounded."
    assert lines[3] == " 4     3. Prisoners are exchanged."  # its own number is its mark


async def test_a_subhead_stands_with_what_it_heads() -> None:
    app = ArticleApp()
    async with app.run_test(size=(60, 40)):
        app.article.show(structured(ARTICLE))
        lines = screen(app.article)
        at = next(number for number, line in enumerate(lines) if "What was agreed" in line)
        assert not lines[at - 1].strip()
        assert "A truce" in lines[at + 1]
        assert style_of(app.article, "What was agreed").bold


async def test_a_block_quote_is_indented_from_both_sides() -> None:
    lines = after(await shown(56), "We signed")
    assert lines[0].startswith(" 5       We signed because")
    assert lines[1].startswith("         ")
    assert max(len(line) for line in lines[:2]) <= 56 - 1 - 4


async def test_a_table_stands_in_columns_its_figures_at_the_right() -> None:
    lines = after(await shown(56), "Town")
    assert [line[5:] for line in lines[:3]] == [
        "Town         | Dead | Displaced",
        "Hama         |   12 |     1,040",
        "Deir al-Zour |    3 |        95",
    ]


async def test_a_table_without_room_for_its_columns_keeps_its_lines() -> None:
    lines = after(await shown(26), "Town")
    assert "Hama | 12 | 1,040" in [line[5:] for line in lines]
    assert "Deir al-Zour | 3 |" in [line[5:] for line in lines]
    assert "  95" in [line[5:] for line in lines]


async def test_a_caption_is_dim_and_says_what_it_is() -> None:
    app = ArticleApp()
    async with app.run_test(size=(80, 40)):
        app.article.show(structured(ARTICLE))
        line = next(line for line in screen(app.article) if "The envoy" in line)
        assert line.strip().startswith("Caption: The envoy leaves")
        assert style_of(app.article, "Caption: ").dim
        assert style_of(app.article, "The envoy").dim


async def test_pages_of_the_source_are_named_where_they_begin() -> None:
    pages = [("Both sides", "1"), ("Free passage", "2"), ("bread and", "3"), ("The talks", "xii")]
    lines = await shown(56, pages=pages)
    named = {line.split("p. ")[1].split()[0]: line for line in lines if "p. " in line}
    assert set(named) == {"1", "2", "3", "xii"}
    assert not named["1"].partition("p. 1")[2]  # in the free row above the paragraph's number
    assert "bread and water" in named["3"]
    assert "Free passage" not in named["2"]  # it has a number of its own


async def test_the_status_says_on_which_page_one_is_and_what_is_selected() -> None:
    app = ArticleApp()
    async with app.run_test(size=(80, 40)) as pilot:
        reading = structured(ARTICLE, pages=[("Both sides", "4"), ("by the lake", "5")])
        app.article.show(reading)
        await pilot.pause()
        assert app.status.startswith("p. 4 · ")
        await pilot.press("v")
        await pilot.pause()
        assert app.status == "SELECT sentence · ¶1 pp. 4–5 · 15 words"


async def test_a_selection_down_a_list_keeps_its_column_and_what_is_kept_is_the_text() -> None:
    app = ArticleApp()
    async with app.run_test(size=(80, 40)) as pilot:
        reading = structured(ARTICLE)
        app.article.show(reading)
        app.article.go_to(reading.text.index("A truce"), reading.text.index("A truce"))
        await pilot.press("v", "j", "m")
        await pilot.pause()
        kept = app.said(ArticlePane.Keep)[-1]
        start, end = kept.start, kept.end  # type: ignore[attr-defined]
        assert reading.text[start:end].startswith("A truce in the whole of the north")
        assert "·" not in reading.text[start:end]


async def test_the_mouse_selects_what_it_is_drawn_over_in_a_table() -> None:
    app = ArticleApp()
    async with app.run_test(size=(56, 40)) as pilot:
        reading = structured(ARTICLE)
        app.article.show(reading)
        await pilot.pause()
        y = next(y for y, line in enumerate(screen(app.article)) if "Hama" in line)
        x = screen(app.article)[y].index("1,040")
        await pilot.mouse_down(app.article, offset=(x, y))
        await pilot.hover(app.article, offset=(x + 4, y))
        await pilot.mouse_up(app.article, offset=(x + 4, y))
        assert app.article.selection is not None
        assert reading.text[slice(*app.article.selection)] == "1,040"


KINDS = st.sampled_from([None, "subhead", "item", "block quote", "caption", "table"])
CELLS = st.lists(st.text("ab 12,.和👍🏽é", max_size=5), min_size=1, max_size=4).map(" | ".join)
PARAGRAPHS = st.lists(
    st.tuples(KINDS, st.one_of(TEXTS, st.lists(CELLS, min_size=1, max_size=4).map("\n".join))),
    min_size=1,
    max_size=6,
)


@given(PARAGRAPHS, st.integers(14, 100))
def test_rows_cover_what_is_shown_once_and_in_order(
    paragraphs: list[tuple[SetAs | None, str]], room: int
) -> None:
    reading = structured(paragraphs)
    page = lay_out(reading, room)
    rows = [row for row in page.rows if row.start >= 0]
    covered: list[int] = []
    for row in rows:
        assert row.start <= row.stop <= row.end
        assert not reading.text[row.stop : row.end].strip()
        covered += range(row.start, row.end)
    assert covered == sorted(set(covered))
    missing = set(range(len(reading.text))) - set(covered)
    assert not "".join(reading.text[at] for at in missing).strip()


@given(PARAGRAPHS, st.integers(14, 100))
def test_each_cell_of_a_row_leads_to_the_place_that_it_shows(
    paragraphs: list[tuple[SetAs | None, str]], room: int
) -> None:
    text = structured(paragraphs).text
    page = lay_out(structured(paragraphs), room)
    for row in page.rows:
        if row.start < 0:
            continue
        drawn, cells = draw(text, row, (), (), lambda _: Style.null())
        assert sum(cell_len(segment.text) for segment in drawn) == cells <= max(page.width, 2)
        assert place_at(text, row, cells) == row.stop
        for column in range(cells):
            offset = place_at(text, row, column)
            assert row.start <= offset <= row.stop
            # It is drawn where it is said to be, but for what takes no cell at all.
            again = place_at(text, row, column_at(text, row, offset))
            assert again >= offset
            assert not cell_len(drawn_text(text[offset:again]))


@given(PARAGRAPHS, st.integers(14, 100), st.data())
def test_what_is_marked_from_cell_to_cell_is_the_text_between(
    paragraphs: list[tuple[SetAs | None, str]], room: int, data: st.DataObject
) -> None:
    text = structured(paragraphs).text
    page = lay_out(structured(paragraphs), room)
    rows = [row for row in page.rows if row.start >= 0 and row.stop > row.start]
    if not rows:
        return
    row = data.draw(st.sampled_from(rows))
    start = place_at(text, row, data.draw(st.integers(0, page.width)))
    end = place_at(text, row, data.draw(st.integers(0, page.width)))
    start, end = min(start, end), max(start, end)
    marked = Style(reverse=True)
    drawn, _ = draw(
        text, row, [("m", (start, end))], (), lambda names: marked if names else Style.null()
    )
    said = "".join(segment.text for segment in drawn if segment.style == marked)
    assert len(said) == end - start
