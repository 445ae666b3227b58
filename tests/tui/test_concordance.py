"""The concordance: hits one under another, each leading to its place."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from index.archive import Archive, Line
from index.archive.concordance import Source
from tests.tui.driving import page_of, results_of, search, shown, started, text_of, until
from tui.app import DatelineApp
from tui.panes.article import ArticlePane
from tui.widgets.cells import width
from tui.widgets.kwic import ConcordanceList, in_context
from tui.widgets.status import KeyLine

Reader = Callable[..., DatelineApp]


def lines(pilot: Pilot[None]) -> ConcordanceList:
    return pilot.app.screen.query_one(ConcordanceList)


def title(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#concordance-title", Static).render())


async def opened(pilot: Pilot[None], query: str) -> None:
    await started(pilot)
    await search(pilot, query)
    await pilot.press("enter", "c")
    await until(pilot, lambda: lines(pilot).count and "…" not in title(pilot))


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (200, 60)])
async def test_every_hit_is_a_line_and_all_are_aligned(
    reader: Reader, archive: Archive, size: tuple[int, int]
) -> None:
    async with reader().run_test(size=size) as pilot:
        await opened(pilot, "annan")
        drawn = [line for line in text_of(lines(pilot)).split("\n") if line.strip()]
        columns = {line.index("Annan", size[0] // 4) for line in drawn}
        assert len(columns) == 1
        found = archive.search.concordance("annan")
        assert title(pilot).startswith(
            f"Concordance · {len(found.lines)} hits in {found.articles} articles"
        )


async def test_enter_opens_the_article_at_the_hit_and_q_leads_back(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await opened(pilot, "annan")
        await pilot.press("j", "j", "j")
        line = lines(pilot).current
        assert line is not None
        assert line.article.title[:20] in text_of(pilot.app.screen.query_one(KeyLine))
        await pilot.press("enter")
        article = pilot.app.screen.query_one(ArticlePane)
        await until(pilot, lambda: pilot.app.focused is article)
        await until(pilot, lambda: shown(pilot) == line.article.id and article.place == line.start)
        assert results_of(pilot).current == line.article.id
        assert page_of(pilot).reading is not None
        await pilot.press("q")
        assert pilot.app.focused is lines(pilot)
        assert lines(pilot).current == line
        await pilot.press("q")
        assert pilot.app.focused is results_of(pilot)


async def test_s_sorts_by_what_stands_before_and_after_and_stays_on_the_hit(
    reader: Reader, archive: Archive
) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await opened(pilot, "syria")
        await pilot.press("j")
        line = lines(pilot).current
        for said in ("by the words before", "by the words after", "by place"):
            await pilot.press("s")
            await until(pilot, lambda said=said: said in title(pilot))  # type: ignore[misc]
            assert lines(pilot).current == line
        await pilot.press("g")
        assert lines(pilot).current == archive.search.concordance("syria").lines[0]


async def test_another_search_is_shown_in_the_concordance_too(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await opened(pilot, "annan")
        pilot.app.screen.query_one("#query").value = ""  # type: ignore[attr-defined]
        await search(pilot, "lavrov")
        await until(pilot, lambda: "Lavrov" in text_of(lines(pilot)))
        assert "Annan " not in text_of(lines(pilot)).split("\n")[0]


async def test_without_words_there_is_nothing_to_align(reader: Reader) -> None:
    async with reader().run_test(size=(80, 24), notifications=True) as pilot:
        await started(pilot)
        await pilot.press("c")
        told = [notice.message for notice in pilot.app._notifications]
        assert any("shows words in their context" in message for message in told)
        assert pilot.app.focused is results_of(pilot)
        await search(pilot, "date:2012")
        await pilot.press("enter", "c")
        words = pilot.app.screen.query_one("#concordance-words", Static)
        await until(pilot, lambda: "search for some first" in str(words.render()))


def test_a_context_is_cut_at_its_far_end_and_nothing_is_wider_than_the_line() -> None:
    for cells in (20, 40, 77, 120):
        for left, match, right in (
            ("The envoy of the United Nations said that the ", "truce", " would hold until June."),
            ("", "truce", ""),
            ("北京外交部发言人说停火", "停火", "必须维持下去直到六月"),
            ("a", "a very long phrase that somebody searched for word by word", "z"),
        ):
            before, hit, after = in_context(left, match, right, cells)
            assert width(before) == cells // 2 - cells // 10
            assert width(before + hit + after) <= cells
    before, hit, after = in_context("said that the ", "truce", " would hold", 30)
    assert (before, hit, after) == ("…d that the ", "truce", " would hold")


class _Lines(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.lines = ConcordanceList()
        self.drawn = 0

    def compose(self) -> ComposeResult:
        yield self.lines


async def test_two_thousand_lines_cost_what_is_on_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[int] = []
    draw = ConcordanceList.row

    def row(self: ConcordanceList, index: int, width: int) -> object:
        made.append(index)
        return draw(self, index, width)

    monkeypatch.setattr(ConcordanceList, "row", row)
    source = Source("a" * 12, "Truce \x1b]0;x\x07 holds", "Reuters", None)
    app = _Lines()
    async with app.run_test(size=(120, 30)) as pilot:
        app.lines.show([Line(source, "the ", f"truce{n}", " held", n, n + 5) for n in range(2000)])
        app.lines.focus()
        await pilot.press("G")
        await until(pilot, lambda: "truce1999" in text_of(app.lines))
        assert len(set(made)) < 100
        assert "\x1b" not in text_of(app.lines)
