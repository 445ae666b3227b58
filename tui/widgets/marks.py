"""What is marked in a text, and the styles in which a stylesheet has it drawn.

Everything is told apart by a mark in the gutter or by bold, underline and reverse; colour only
helps. The marks are drawn as they are; a terminal that lacks them gets stand-ins (see
`tui.terminal`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from rich.style import Style
from textual.widget import Widget

from index.article import Reading, Span
from tui.widgets.spans import Spans

KEPT = "▌"
QUOTE = "”"
HERE = "▸"
CORRECTED = "✓"

SPEECH = ("direct", "mixed", "indirect")
"""The kinds of quotes that are words or a statement; an act is neither."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marked stretches of one article."""

    furniture: Spans = field(default_factory=Spans)
    subheads: Spans = field(default_factory=Spans)
    quotes: Spans = field(default_factory=Spans)
    verbatim: Spans = field(default_factory=Spans)
    actors: Spans = field(default_factory=Spans)
    chosen: Spans = field(default_factory=Spans)
    hits: Spans = field(default_factory=Spans)
    current: Spans = field(default_factory=Spans)
    kept: Spans = field(default_factory=Spans)
    selection: Spans = field(default_factory=Spans)

    def over(self, start: int, end: int) -> Iterator[tuple[str, Span]]:
        """The name and the place of every style that a stretch takes, the lowest layer first."""
        for name in ("furniture", "subheads", "verbatim", "actors", "chosen", "hits", "current"):
            for span in getattr(self, name).over(start, end):
                yield STYLES[name], span
        for span in self.selection.over(start, end):
            yield "selection", span


STYLES = {
    "furniture": "furniture",
    "subheads": "headline",
    "verbatim": "quote",
    "actors": "actor",
    "chosen": "chosen",
    "hits": "hit",
    "current": "current",
}


def marks(reading: Reading) -> Marks:
    """What the form of an article and its reading mark in it."""
    form = reading.article.form
    speech = [quote for quote in reading.quotes if quote.kind in SPEECH]
    return Marks(
        furniture=Spans((piece.start, piece.end) for piece in form.furniture),
        subheads=Spans(form.subheads),
        quotes=Spans((quote.start, quote.end) for quote in speech),
        verbatim=Spans(span for quote in speech for span in quote.verbatim),
        actors=Spans(span for actor in reading.actors for span in actor.mentions),
    )


def ink(widget: Widget, names: Iterable[str]) -> Style:
    """The style of a widget with its component classes laid over one another in order.

    Each adds only what its rule says: a component without a colour keeps the colour beneath.
    """
    style = widget.rich_style
    for name in names:
        rules = widget.get_component_styles(name)
        own = widget.get_component_rich_style(name)
        coloured = rules.has_rule("color") or rules.has_rule("auto_color")
        style += Style.from_color(
            own.color if coloured else None,
            own.bgcolor if rules.has_rule("background") else None,
        )
        style += rules.text_style
    return style
