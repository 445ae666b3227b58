"""The list of results: only what is on the screen is fetched and drawn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from index.archive import Results
from index.article import Article, Fact, Hit, NewsForm, Snippet
from tests.tui.driving import text_of, until
from tui.widgets.results import ResultList, snippet_lines, wrapped


class _Page(App[None]):
    """A list of made-up results, and nothing else."""

    def __init__(self, fetch: Callable[[Results, int, int], list[Hit]]) -> None:
        super().__init__()
        self.results = ResultList(fetch, self.fail, id="results")

    def fail(self, error: Exception) -> None:
        raise error

    def compose(self) -> ComposeResult:
        yield self.results


def _hit(name: str) -> Hit:
    form = NewsForm(title=Fact(name, "stated"), agency=Fact("Reuters", "stated"))
    snippet = Snippet("a truce held", 10, 22, ((12, 17),))
    return Hit(
        Article(name, ("a",), 0, "f", "t", 1, None, form, 3, extracted=True), 1.0, (snippet,)
    )


def _results(count: int) -> Results:
    return Results("truce", "all words", tuple(f"article {n}" for n in range(count)))


def _fetch(results: Results, start: int, stop: int) -> list[Hit]:
    return [_hit(article) for article in results.ids[start:stop]]


async def test_thirty_thousand_results_fetch_only_those_around_the_screen() -> None:
    asked: list[int] = []

    def fetch(results: Results, start: int, stop: int) -> list[Hit]:
        asked.extend(range(start, stop))
        return _fetch(results, start, stop)

    app = _Page(fetch)
    async with app.run_test(size=(30, 40)) as pilot:
        app.results.show(_results(30_000))
        await until(pilot, lambda: "article 3" in text_of(app.results))
        assert len(asked) < 100
        app.results.focus()
        await pilot.press("G")
        await until(pilot, lambda: "article 29999" in text_of(app.results))
        assert len(asked) < 200
        assert app.results.current == "article 29999"
        await pilot.press("g")
        await until(pilot, lambda: "article 0" in text_of(app.results))


async def test_the_cursor_moves_by_rows_pages_and_to_the_ends() -> None:
    app = _Page(_fetch)
    async with app.run_test(size=(30, 40)) as pilot:
        app.results.show(_results(100))
        app.results.focus()
        page = 40 // app.results.row_height
        for keys, cursor in (
            (("j", "j", "down"), 3),
            (("k", "up"), 1),
            (("space",), 1 + page),
            (("b", "k"), 0),
            (("k",), 0),
            (("ctrl+d",), page // 2),
            (("ctrl+u",), 0),
            (("G",), 99),
            (("j",), 99),
            (("home",), 0),
        ):
            await pilot.press(*keys)
            assert app.results.cursor == cursor, keys


async def test_news_keep_the_cursor_on_its_article() -> None:
    app = _Page(_fetch)
    async with app.run_test(size=(30, 40)) as pilot:
        app.results.show(_results(20))
        app.results.focus()
        await pilot.press("j", "j", "j")
        later = Results("truce", "all words", ("new", *_results(20).ids))
        app.results.show(later, keep=app.results.current)
        assert app.results.current == "article 3"


async def test_what_looks_as_before_is_not_drawn_again() -> None:
    drawn: list[str] = []
    fetched: list[Results] = []

    def fetch(results: Results, start: int, stop: int) -> list[Hit]:
        fetched.append(results)
        return _fetch(results, start, stop)

    class Counting(ResultList):
        def row(self, index: int, width: int) -> list[Content]:
            drawn.append(f"{index} of {self.count}")
            return super().row(index, width)

    app = _Page(fetch)
    app.results = Counting(fetch, app.fail, id="results")
    async with app.run_test(size=(30, 40)) as pilot:
        app.results.show(_results(20))
        await until(pilot, lambda: "article 3" in text_of(app.results))
        drawn.clear()
        again = _results(20)
        app.results.show(again, keep=app.results.current)
        await until(pilot, lambda: fetched[-1] is again and app.results.on_screen)
        await pilot.pause(0.1)
        assert app.results.results is again
        assert drawn == []
        app.results.show(_results(19), keep=app.results.current)
        await until(pilot, lambda: "0 of 19" in drawn)


async def test_a_hit_is_marked_without_colour() -> None:
    app = _Page(_fetch)
    async with app.run_test(size=(30, 40)) as pilot:
        app.results.show(_results(1))
        await until(pilot, lambda: "truce" in text_of(app.results))
        strips = app.results.render_lines(app.results.size.region)
        marked = [
            segment.text
            for strip in strips
            for segment in strip
            if segment.style is not None and segment.style.reverse
        ]
        assert marked == ["truce"]


async def test_an_empty_list_moves_nowhere() -> None:
    app = _Page(_fetch)
    async with app.run_test(size=(30, 40)) as pilot:
        app.results.show(_results(0))
        app.results.focus()
        await pilot.press("j", "G", "space", "enter")
        assert app.results.current is None


@pytest.mark.parametrize("width", [22, 28, 36, 42])
@pytest.mark.parametrize("most", [1, 2, 3])
@pytest.mark.parametrize("before", [0, 3, 8, 20, 40])
def test_the_hit_of_a_snippet_is_seen_whole(width: int, most: int, before: int) -> None:
    text = "word " * before + "ceasefire" + " word" * 10
    at = 100 + 5 * before
    lines = snippet_lines(Snippet(text, 100, 100 + len(text), ((at, at + 9),)), width, most)
    assert len(lines) <= most
    assert all(line.cell_length <= width for line in lines)
    marked = [line.plain[span.start : span.end] for line in lines for span in line.spans]
    assert marked == ["ceasefire"]


def test_line_feeds_in_a_snippet_are_shown_as_spaces_and_hits_stay_on_their_words() -> None:
    snippet = Snippet("held.\n\nThe truce\nbroke", 0, 22, ((11, 16),))
    (shown,) = snippet_lines(snippet, 60, 1)
    assert shown.plain == "held. The truce broke…"
    assert [shown.plain[span.start : span.end] for span in shown.spans] == ["truce"]


def test_markup_in_a_snippet_is_only_text() -> None:
    (shown,) = snippet_lines(Snippet("[bold]x[/] [/", 0, 13, ()), 60, 1)
    assert shown.plain == "[bold]x[/] [/…"


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = wrapped(Content("one two three four five"), 9, 2)
    assert [line.plain for line in lines] == ["one two", "three fo…"]
