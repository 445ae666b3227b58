"""What was kept of a text that is read otherwise since: it leads to its words, or says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.archive import open_archive
from index.config import Config
from tests import better_reader
from tests.tui.driving import shown, started, text_of, until
from tui.app import DatelineApp
from tui.panes.article import ArticlePane
from tui.screens.clippings import ClippingList

STORY = "Harbour shut\n\nThe harbour was shut on Tuesday, the port council said.\n"


async def test_it_leads_to_the_words_or_says_that_they_are_gone(
    config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_text(better_reader.printed(STORY))
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([file], lambda _: None, read=False)
        archive.ingest.cancel()
        [article] = archive.search.find("").ids
        text = archive.articles.get(article).text
        for words in ("the port council said", "News | Sport"):
            start = text.index(words)
            archive.clippings.keep(article, start, start + len(words))
        better_reader.use(monkeypatch)
        archive.ingest.add([file], lambda _: None, read=False)
        async with DatelineApp(archive, config).run_test(
            size=(120, 40), notifications=True
        ) as pilot:
            await started(pilot)
            await pilot.press("M")
            kept = pilot.app.screen.query_one(ClippingList)
            await until(pilot, lambda: kept.count == 2)
            first, second = (text_of(kept).split("\n")[at : at + 5] for at in (0, 5))
            assert any("source changed" in line for line in first)
            assert not any("source changed" in line for line in second)
            await pilot.press("enter")
            await until(
                pilot,
                lambda: any(
                    "do not stand in it any more" in " ".join(text_of(toast).split())
                    for toast in pilot.app.screen.query("Toast")
                ),
            )
            assert shown(pilot) == article
            await pilot.press("M")
            await pilot.press("j", "enter")
            pane = pilot.app.screen.query_one(ArticlePane)
            await until(pilot, lambda: pane.place == STORY.index("the port council said"))
