"""What a person does with the quotes of a ledger: go there, keep, copy, export, take back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.screen import Screen

from index.article import Actor, Cited, DatelineError, Quote, Reading
from tui import notices
from tui.widgets.cells import drawn
from tui.widgets.ledger_list import LedgerList, Page
from tui.widgets.virtual_list import VirtualList
from tui.words import amount, group_named
from tui.yanking import yank

if TYPE_CHECKING:
    from index.archive import Archive, Asked, Entry, Listed
    from index.config import Config
    from tui.app import DatelineApp
    from tui.widgets.sidebar_lines import About


class LedgerDesk(Screen["Entry | None"]):
    """A screen with a list of quotes. `listed` is what is listed, None before the first;
    `mended` tells that something was corrected here, or taken back.

    It is dismissed with the quote to go to, or with None.
    """

    def __init__(self, archive: Archive, config: Config) -> None:
        super().__init__()
        self.archive = archive
        self.config = config
        self.listed: Listed | None = None
        self.mended = False
        self.list = LedgerList(self.fetch, self.fail)
        self._steps = asyncio.Lock()  # one step back or forth at a time, in the order of the keys

    @property
    def dateline(self) -> DatelineApp:
        """The app, which tells a person how things went."""
        return cast("DatelineApp", self.app)

    def fetch(self, listed: Listed, start: int, stop: int) -> Page:
        """Some rows; called off the screen's thread."""
        entries = listed.entries(start, stop)
        groups = {}
        if entries:
            first = listed.group_at(start)
            last = listed.group_at(start + len(entries) - 1) + 1
            groups = dict(enumerate(listed.groups(first, last), first))
        return Page(listed, start, entries, groups, self.archive.clippings.spans())

    def fail(self, error: Exception) -> None:
        """Tell of something that went wrong."""
        self.dateline.trouble(error)

    def list_again(self) -> None:
        """List what is there now, the cursor on its quote."""
        raise NotImplementedError

    @on(VirtualList.Opened)
    def _chosen(self) -> None:
        if (entry := self.list.current) is not None:
            self.dismiss(entry)

    def action_keep(self) -> None:
        """Keep the quote under the cursor as a clipping."""
        if (entry := self.list.current) is None:
            return
        quote, clippings = entry.quote, self.archive.clippings
        span = (quote.article, quote.start, quote.end)
        try:
            if span in clippings.spans():
                self.dateline.say("Already kept.")
                return
            clippings.keep(*span)
            self.list.mark_kept(clippings.spans())
        except DatelineError as error:
            self.fail(error)
        else:
            self.dateline.say("Kept this quote. u undoes.")

    def action_yank(self) -> None:
        """Copy the quote under the cursor with its citation."""
        if (entry := self.list.current) is not None:
            try:
                yank(self, self.archive, self._cited(entry))
            except DatelineError as error:
                self.fail(error)

    def action_export(self) -> None:
        """Write the quote, its group, or all that is listed to a file."""
        from tui.screens.export import ExportScreen, Offer

        entry, group, listed = self.list.current, self.list.group, self.listed
        if entry is None or group is None or listed is None:
            return
        named = drawn(group_named(group, by_day=listed.asked.by == "day"))
        some = partial(self._gather, listed.asked, group.first, group.first + group.quotes)
        offered = [
            Offer("this quote", lambda: (self._cited(entry),)),
            Offer(f"{named} ({amount(group.quotes, 'quote')})", some),
            Offer(
                f"all that is listed ({amount(len(listed), 'quote')})",
                partial(self._gather, listed.asked, 0, len(listed)),
            ),
        ]
        self.app.push_screen(ExportScreen(self.archive, self.config, offered))

    def _gather(self, asked: Asked, start: int, stop: int) -> Sequence[Cited]:
        """Off the screen's thread, in a ledger of its own: this one may be closed meanwhile."""
        with self.archive.ledger.open(asked) as listed:
            return [self._cited(entry) for entry in listed.entries(start, stop) if entry]

    def _cited(self, entry: Entry) -> Cited:
        quote = entry.quote
        return self.archive.clippings.passage(quote.article, quote.start, quote.end)

    def action_correct(self) -> None:
        """Ask what is wrong with the quote under the cursor, and correct it."""
        if (entry := self.list.current) is not None:
            self._correct(entry.quote, lambda _: entry.quote)

    def action_correct_speaker(self) -> None:
        """Ask what is wrong with whoever says the quote under the cursor, and correct it."""
        if (entry := self.list.current) is None:
            return
        number = entry.quote.speaker_id

        def speaker(reading: Reading) -> Actor | None:
            known = (actor for actor in reading.actors if actor.id == number)
            return next(known, None) if number is not None else None

        self._correct(entry.quote, speaker)

    def _correct(self, quote: Quote, about: Callable[[Reading], About | None]) -> None:
        """Correct what a quote, or its article, says to be about."""
        from tui.screens.mending import Mending

        if self.archive.read_only:
            self.dateline.say(notices.NOT_CORRECTED, "warning")
            return
        try:
            reading = self.archive.articles.get(quote.article)
        except DatelineError as error:
            self.fail(error)
            return
        if (meant := about(reading)) is None:
            self.dateline.say("No actor is known to say this. c corrects the quote.")
        else:
            Mending(self.dateline, self.archive, reading, self._corrected).begin(meant)

    def _corrected(self, sentence: str, _: object) -> None:
        self.mended = True
        self.dateline.say(f"{sentence} u undoes.")
        self.list_again()

    def action_step(self, way: str) -> None:
        """Take back the last thing done in the archive, or do it again."""
        self.run_worker(self._stepped(way), group="steps")

    async def _stepped(self, way: str) -> None:
        """Off the screen's thread: what it changes may stand in many articles."""
        journal = self.archive.journal
        async with self._steps:
            try:
                done = await asyncio.to_thread(journal.undo if way == "undo" else journal.redo)
            except Exception as error:  # told to the person, who reads on
                self.dateline.trouble(error)
            else:
                self.mended = True
                self.dateline.say(done or f"There is nothing to {way}.")
        self.list_again()
