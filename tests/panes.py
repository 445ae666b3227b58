"""Small apps with one pane each, that remember what the pane says."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual.app import App, ComposeResult
from textual.message import Message
from textual.widget import Widget

from index.text.sentence_breaks import sentences
from tui.panes.article import ArticlePane
from tui.panes.sidebar import Sidebar


class PaneApp(App[None]):
    """An app with one pane and nothing else; `told` are the pane's messages, oldest first."""

    ENABLE_COMMAND_PALETTE = False
    SAYS: ClassVar[tuple[type[Message], ...]] = ()

    def __init__(self, pane: Widget) -> None:
        super().__init__()
        self.animation_level = "none"
        self.pane = pane
        self.told: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_mount(self) -> None:
        self.pane.focus()

    def said(self, kind: type[Message]) -> list[Message]:
        """The messages of one kind."""
        return [message for message in self.told if isinstance(message, kind)]


class ArticleApp(PaneApp):
    def __init__(self) -> None:
        self.article = ArticlePane(sentences)
        super().__init__(self.article)

    @property
    def status(self) -> str:
        """What the status line says now."""
        said = self.said(ArticlePane.Status)
        return said[-1].text if said else ""  # type: ignore[attr-defined]


class SidebarApp(PaneApp):
    def __init__(self) -> None:
        self.sidebar = Sidebar()
        super().__init__(self.sidebar)


def _remember(app: PaneApp, message: Message) -> None:
    app.told.append(message)


for _pane, _names in (
    (ArticlePane, "keep yank export information open_source back forward status"),
    (Sidebar, "go chosen search_for told"),
):
    for _name in _names.split():
        setattr(PaneApp, f"on_{_pane.__name__.lower().replace('pane', '_pane')}_{_name}", _remember)


def screen(widget: Widget) -> list[str]:
    """The lines a widget shows, without the blanks at their ends."""
    return [widget.render_line(y).text.rstrip() for y in range(widget.size.height)]


def style_of(widget: Widget, words: str) -> Style:
    """The style in which words are drawn: that of the first segment that holds them."""
    for y in range(widget.size.height):
        for text, style, _ in widget.render_line(y):
            if words in text and style is not None:
                return style
    raise AssertionError(f"{words!r} is not drawn in one style")
