"""What is corrected from the page, and how the page follows."""

from __future__ import annotations

from textual import on

from index.article import Actor
from tui import notices
from tui.panes.article import ArticlePane
from tui.panes.sidebar import Sidebar
from tui.screens.searching import SearchDesk
from tui.widgets.sidebar_lines import About


class CorrectingDesk(SearchDesk):
    """A desk at which a person mends who said what."""

    def refresh_figures(self) -> None:
        """Show how much is in the archive, as it is now."""

    @on(Sidebar.Correct)
    @on(ArticlePane.Correct)
    def _correct(self, message: Sidebar.Correct | ArticlePane.Correct) -> None:
        self.correct(message.about)

    def action_correct(self) -> None:
        """Correct what the cursor is on: in the article a quote, else that of the sidebar."""
        if self._row.front == "article":
            self.article.action_correct()
        else:
            self._sidebar.action_correct()

    def correct(self, about: About) -> None:
        """Ask what is wrong with an actor or a quote, and correct it."""
        from tui.screens.mending import Mending

        if self.archive.read_only:
            self.dateline.say(notices.NOT_CORRECTED, "warning")
        elif self.reading is not None:
            Mending(self.dateline, self.archive, self.reading, self._corrected).begin(about)

    def _corrected(self, sentence: str, stay: Actor | None) -> None:
        self.dateline.say(f"{sentence} u undoes.")
        if stay is not None:
            self._sidebar.stay_on(stay.id, stay.name)
        self.refresh_read()

    def refresh_read(self) -> None:
        """Show the article, who speaks and acts in it, and what is found, as they are now."""
        self.refresh_figures()
        if self.reading is not None:
            self.want(self.reading.article.id)
        self._search.search_again()

    def action_corrections(self) -> None:
        """Show everything that was corrected."""
        from tui.screens.corrections import CorrectionsScreen

        def left(article: str | None) -> None:
            if article is not None:
                self.open_article(article)
            else:
                self.refresh_read()

        self.app.push_screen(CorrectionsScreen(self.archive), left)
