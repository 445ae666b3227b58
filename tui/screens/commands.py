"""What the command palette offers over the reader's page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.command import Hit, Hits, Provider
from textual.content import Content

from tui.screens.reader import ReaderScreen
from tui.words import one_line

Command = tuple[str, str, Callable[[], object]]
"""Its name, what it does, and the doing of it."""


def commands(screen: ReaderScreen) -> list[Command]:
    """The commands of the page, in the order in which the palette lists them."""
    article = screen.article
    return [
        ("Search", "Into the search line (/)", screen.action_search),
        (
            "Saved searches",
            "With what is new in each; `save NAME` saves one (S)",
            screen.action_searches,
        ),
        ("Save this search", "Under a name", partial(screen.action_searches, naming=True)),
        ("Sort results", "The next order: relevance, newest, oldest (s)", screen.action_sort),
        ("Facets", "What the results have in common, to narrow them by (f)", screen.action_facets),
        ("Concordance", "Every hit on a line of its own (c)", screen.action_concordance),
        (
            "Who said what",
            "Quotes under this search, by speaker or by day (W)",
            screen.action_ledger,
        ),
        ("Next hit", "In the article (n)", partial(article.action_hit, 1)),
        ("Next quote", "In the article (])", partial(article.action_quote, 1)),
        ("Keep", "The selection, or the paragraph one stands in (m)", article.action_keep),
        ("Yank", "The same, with its citation, to the clipboard (y)", article.action_yank),
        ("Export", "A passage, what you kept, what was found (e)", article.action_export),
        ("Correct", "The actor or the quote that the cursor is on (c)", screen.action_correct),
        ("Corrections", "Everything you corrected", screen.action_corrections),
        ("Clippings", "Everything you kept (M)", screen.action_clippings),
        ("Export clippings", "Write what you kept to a file", screen.action_export_clippings),
        ("Information", "All that is known of this article (i)", screen.action_information),
        ("Open source", "The file this article came from (o)", screen.action_open_source),
        ("Results pane", "Go to the results (1)", partial(screen.action_go, "results")),
        ("Article pane", "Go to the article (2)", partial(screen.action_go, "article")),
        ("Sidebar pane", "Go to actors and quotes (3)", partial(screen.action_go, "sidebar")),
        ("Undo", "Take back the last thing you did (u)", screen.action_undo),
        ("Redo", "Do again what was taken back (Ctrl+R)", screen.action_redo),
        ("Report", "What could not be read, and why; to try it again", screen.action_report),
        ("Help", "Keys and the query language (?)", screen.action_help),
    ]


class SaveAs(Provider):
    """`save NAME` typed into the palette saves the search that stands."""

    async def search(self, query: str) -> Hits:
        verb, _, name = query.partition(" ")
        screen = self.screen
        if verb.casefold() == "save" and name.strip() and isinstance(screen, ReaderScreen):
            told = Content(f"save {one_line(name)}")
            save = partial(screen.save_search, name)
            yield Hit(1.0, told, save, text=told.plain, help="Save this search under that name")
