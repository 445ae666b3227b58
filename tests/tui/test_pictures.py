"""Pictures of the page, for what no single assertion sees: how it all stands together.

`pytest --snapshot-update` takes them anew; look at the report before that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from index.archive import Archive, open_archive
from index.config import Config
from tests.tui.driving import results_of, search, started, text_of, until
from tui.app import DatelineApp
from tui.widgets.status import KeyLine

Snapshot = Callable[..., bool]

ARTICLES = {
    "hama.txt": "Truce holds in Hama\n\nHAMA, Syria, June 24 (Reuters) - A truce held in the city "
    "on Sunday.\n\nShops opened for the first time in a week.\n\nNo shot was heard at night.\n",
    "homs.txt": "Monitors reach Homs\n\nHOMS, Syria, June 25 (Reuters) - Monitors of the truce "
    "came to the city on Monday.\n\nThey stayed for an hour.\n",
}


@pytest.fixture
def archive(config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Archive]:
    """An archive of two made-up articles, not read for quotes."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    with open_archive(None, config, start=True) as opened:
        opened.ingest.add([folder], lambda _: None, read=False)
        # A picture must not depend on how far a worker is.
        monkeypatch.setattr(opened.ingest, "start", lambda: None)
        yield opened


async def _searched(pilot: Pilot[Any]) -> None:
    await started(pilot)
    pilot.app.screen.query_one(Input).cursor_blink = False
    await search(pilot, "truce")
    await pilot.press("enter", "enter")
    keys = pilot.app.screen.query_one(KeyLine)
    await until(pilot, lambda: "hit 1 of" in keys.status)
    await until(pilot, lambda: "truce" in text_of(results_of(pilot)))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
def test_the_page_with_an_article_at_its_first_hit(
    snap_compare: Snapshot, archive: Archive, config: Config, size: tuple[int, int]
) -> None:
    app = DatelineApp(archive, config)
    assert snap_compare(app, terminal_size=size, run_before=_searched)


def test_the_sheet_that_asks_where_to_export(
    snap_compare: Snapshot, archive: Archive, config: Config
) -> None:
    async def ask(pilot: Pilot[Any]) -> None:
        await _searched(pilot)
        await pilot.press("e")
        field = pilot.app.screen.query_one(Input)
        field.cursor_blink = False
        field.value = "passages.md"
        await pilot.pause()

    app = DatelineApp(archive, config)
    assert snap_compare(app, terminal_size=(80, 24), run_before=ask)
