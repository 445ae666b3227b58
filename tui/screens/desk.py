"""What a person does with the article before them: keep, copy, export, take back, look up."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, cast

from textual import on
from textual.screen import Screen

from index.article import Cited, DatelineError, Passage, Reading
from tui.latest import patiently
from tui.panes.article import ArticlePane
from tui.system import open_with_tool
from tui.words import extent
from tui.yanking import yank

if TYPE_CHECKING:
    from index.archive import Archive
    from index.config import Config
    from tui.app import DatelineApp


class Desk(Screen[None]):
    """A screen with an article on it. `reading` is that article, None where there is none.

    `newer` is the id of its newest version, if it is an earlier one.
    """

    def __init__(self, archive: Archive, config: Config) -> None:
        super().__init__()
        self.archive = archive
        self.config = config
        self.article = ArticlePane(archive.articles.sentences, widest=config.text_width)
        self.reading: Reading | None = None
        self.newer: str | None = None
        self._steps = asyncio.Lock()  # one step back or forth at a time, in the order of the keys

    @property
    def dateline(self) -> DatelineApp:
        """The app, which tells a person how things went."""
        return cast("DatelineApp", self.app)

    @property
    def asked(self) -> str:
        """The query under which articles are read; empty when there is none."""
        return ""

    def open_article(self, article: str, place: int = 0) -> None:
        """Show an article at an offset and put the focus into it."""
        raise NotImplementedError

    def refresh_kept(self) -> None:
        """Show what is kept of the article as it is now."""
        if self.reading is not None:
            kept = self.archive.clippings.of(self.reading.article.id)
            self.article.mark_kept([(passage.start, passage.end) for passage in kept])

    def refresh_read(self) -> None:
        """Show the article, and who speaks and acts in it, as they are now."""

    @on(ArticlePane.Keep)
    def _keep(self, message: ArticlePane.Keep) -> None:
        if self.reading is None:
            return
        try:
            held = {
                (kept.start, kept.end)
                for kept in self.archive.clippings.of(self.reading.article.id)
            }
            if (message.start, message.end) in held:
                self.dateline.say("Already kept.")
                return
            self.archive.clippings.keep(self.reading.article.id, message.start, message.end)
        except DatelineError as error:
            self.dateline.trouble(error)
        else:
            extent_kept = extent(self.reading, message.start, message.end)
            self.dateline.say(f"Kept {extent_kept}. u undoes.")
        self.refresh_kept()

    @on(ArticlePane.Yank)
    def _yank(self, message: ArticlePane.Yank) -> None:
        cited = self._cited(message.start, message.end)
        if cited is not None:
            yank(self, self.archive, cited)

    @on(ArticlePane.Export)
    def _export(self, message: ArticlePane.Export) -> None:
        self._ask_for_export(self._cited(message.start, message.end))

    def action_export_clippings(self) -> None:
        """Write what was kept to a file."""
        self._ask_for_export(None)

    def _cited(self, start: int, end: int) -> Cited | None:
        if self.reading is None:
            return None
        try:
            return self.archive.clippings.passage(self.reading.article.id, start, end)
        except DatelineError as error:
            self.dateline.trouble(error)
            return None

    def _ask_for_export(self, passage: Cited | None) -> None:
        from tui.screens.export import ExportScreen, Offer, choices

        try:
            everything = self.archive.clippings.all()
        except DatelineError as error:
            self.dateline.trouble(error)
            return
        article = self.reading.article.id if self.reading else ""
        meant = self.article.selection is not None
        offered = choices(passage, article, everything, meant=meant)
        if self.asked:
            found = partial(self.archive.export.found, self.asked)
            offered.append(Offer(f"what {self.asked} finds", found))
        if offered:
            self.app.push_screen(ExportScreen(self.archive, self.config, offered))
        else:
            self.dateline.say("Nothing is kept yet. v selects in the article, m keeps.")

    @on(ArticlePane.Information)
    def action_information(self) -> None:
        """Lay all that is known of the article over the page."""
        from tui.screens.facts import FactsScreen

        if (reading := self.reading) is None:
            return
        try:
            facts = self.archive.facts.of(reading.article.id)
        except DatelineError as error:
            self.dateline.trouble(error)
            return
        self.app.push_screen(
            FactsScreen(self.archive, reading, self.newer, facts, self.refresh_read)
        )

    @on(ArticlePane.OpenSource)
    def action_open_source(self) -> None:
        """Open the file that the article came from, or tell where it is."""
        if self.reading is None:
            return
        file = self.archive.articles.source(self.reading.article.id)
        if file is None:
            self.dateline.say(
                "The file of this article is no longer where it was taken in.", "warning"
            )
        elif opener := open_with_tool(file):
            self.dateline.say(f"Opened {file} by {opener}.")
        else:
            self.dateline.say(f"The source is {file}")

    def action_undo(self) -> None:
        """Take back the last thing done in the archive."""
        self._step(back=True)

    def action_redo(self) -> None:
        """Do again what was last taken back."""
        self._step(back=False)

    def _step(self, *, back: bool) -> None:
        self.run_worker(self._stepped(back), group="steps")

    async def _stepped(self, back: bool) -> None:
        """Undo or redo off the screen's thread: what it changes may stand in many articles."""
        journal = self.archive.journal
        async with self._steps:
            try:
                step = journal.undo if back else journal.redo
                done = await patiently(self.dateline, step, "That takes a moment …")
            except Exception as error:  # told to the person, who reads on
                self.dateline.trouble(error)
            else:
                self.dateline.say(done or f"There is nothing to {'undo' if back else 'redo'}.")
        self.refresh_kept()
        self.refresh_read()

    def action_clippings(self) -> None:
        """Show everything that was kept."""
        from tui.screens.clippings import ClippingsScreen

        def chosen(passage: Passage | None) -> None:
            self.refresh_kept()
            if passage is not None:
                self._go_to(passage)
            else:
                self.refresh_read()  # what was undone there may have been a correction

        self.app.push_screen(ClippingsScreen(self.archive, self.config), chosen)

    def _go_to(self, passage: Passage) -> None:
        """Show where the words of a clipping stand."""
        try:
            place = self.archive.clippings.place(passage)
        except DatelineError as error:
            self.dateline.trouble(error)
            return
        if place is not None:
            self.open_article(place.article, place.start)
        else:
            self.open_article(passage.article)
            if not passage.source_removed:
                self.dateline.say(
                    "The source changed: these words do not stand in it any more. They are kept.",
                    "warning",
                )
