"""The rule below the panes: it looks for news in the archive and says how things stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual.message import Message

from tui import notices
from tui.widgets.rules import Rule

if TYPE_CHECKING:
    from index.archive import Archive
    from tui.app import DatelineApp

_LOOK = 0.5  # seconds between looks for news in the archive
_SPELL = 4  # looks from one news to the next: while articles are read there is always some


class Standing(Rule):
    """Looks at the archive twice a second, and has the work of its worker gone on with."""

    class News(Message):
        """Another process or thread has changed the archive. Never told between two keys."""

    @dataclass
    class Failed(Message):
        """A look went wrong."""

        error: Exception

    def __init__(self, archive: Archive) -> None:
        super().__init__("┴", id="rule-below")
        self._archive = archive
        self._begun = False
        self._generation: int | None = None
        self._news = False
        self._since = _SPELL  # looks since news were told
        self._pressed = 0  # keys up to the last look
        self.searched = False
        # How many articles there were, how many have come since, and the keys pressed when the
        # last of them did: they are told of until another is pressed.
        self._count: int | None = None
        self._arrived = (0, 0)
        # How much could not be read, and the keys pressed when that was first told.
        self._unread = (0, 0)

    def on_mount(self) -> None:
        self.look()
        self.set_interval(_LOOK, self.look)

    def begin(self) -> bool:
        """Start the worker, once the page is filled: the first paint shares no processor.

        Whether it was this call that did.
        """
        if self._begun:
            return False
        self._begun = True
        self.look()
        return True

    def look(self) -> None:
        """Look for news, and say what is most pressing."""
        try:
            self._look()
        except Exception as error:  # whatever it is, the reader goes on
            self.post_message(self.Failed(error))

    def _look(self) -> None:
        generation = self._archive.generation()
        pressed = cast("DatelineApp", self.app).keys_pressed
        self._news |= self._generation not in (None, generation)
        if generation != self._generation:
            count = len(self._archive.unread)  # of a hundred thousand not for nothing
            self._unread = self._unread if count == self._unread[0] else (count, pressed)
        self._generation = generation
        self._since += 1
        if self._news and self._since >= _SPELL and pressed == self._pressed:
            self._news, self._since = False, 0
            self.post_message(self.News())
            self._count_arrivals(pressed)
        self._pressed = pressed
        if self._begun:
            if self._count is None:
                self._count = self._archive.articles.count()
            self._archive.ingest.start()  # what another process left, or a worker that died
        now = self._archive.ingest.progress()
        count, told = self._unread
        report = ""
        if count and pressed == told:
            named = self._archive.unread.first(2)
            report = notices.unread(named, count, self.app.size.width - 4)
        sentence = notices.standing(
            self._archive,
            now,
            searched=self.searched,
            report=report,
            arrived=self._arrived[0] if pressed == self._arrived[1] else 0,
        )
        self.message = notices.content(sentence)

    def _count_arrivals(self, pressed: int) -> None:
        """Note how many articles have come since the last time, keys being pressed so far."""
        if self._count is None:
            return
        before, self._count = self._count, self._archive.articles.count()
        if self._count > before:
            told = self._arrived[0] if pressed == self._arrived[1] else 0
            self._arrived = (told + self._count - before, pressed)
