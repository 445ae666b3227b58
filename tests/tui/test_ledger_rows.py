"""The rows of the ledger: the room between them, and where the cursor stays."""

from __future__ import annotations

import pytest

from index.archive import Archive
from tests.ledgers import Said, Story, tell
from tests.tui.driving import started, type_text, until
from tests.tui.test_ledger import Reader, archive, opened, page, rows, words

__all__ = ["archive"]  # the stories that are listed here too


async def test_taking_back_what_narrowed_leaves_the_cursor_on_its_quote(reader: Reader) -> None:
    async with reader().run_test(size=(120, 40)) as pilot:
        await started(pilot)
        await opened(pilot)
        await pilot.press("slash")
        await type_text(pilot, "silen")
        await until(pilot, lambda: "2 quotes by" in page(pilot))
        await pilot.press("enter", "g")
        assert words(pilot) == "The guns have been silent since dawn"
        await pilot.press("escape")
        await until(pilot, lambda: rows(pilot).count == 7)
        assert words(pilot) == "The guns have been silent since dawn"
        assert rows(pilot).cursor == 4


@pytest.mark.parametrize(("height", "between"), [(24, 0), (40, 1)])
async def test_between_two_quotes_is_as_much_room_everywhere(
    reader: Reader, archive: Archive, height: int, between: int
) -> None:
    words = ("Short words", "Long words " * 8 + "end here", "Short again")
    said = tuple(Said(each, "Ruth Okafor") for each in words)
    tell(archive, Story("A title of its own", "2012-06-08", "Harbour Post", said))
    async with reader().run_test(size=(80, height)) as pilot:
        await started(pilot)
        await opened(pilot)
        drawn = [line.strip() for line in page(pilot).splitlines()]
        begun = next(at for at, line in enumerate(drawn) if "Short words" in line)
        told = drawn[begun : begun + 3 * (3 + between)]
        assert told[1:3] == ["Harbour Post · 8 Jun 2012", "A title of its own"]
        assert told[between + 5] == "Harbour Post · 8 Jun 2012 · A title of its own"
        blank = [at for at, line in enumerate(told) if not line]
        assert blank == ([3, 7, 11] if between else [])
