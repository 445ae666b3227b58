"""Help: the keys, read from the bindings themselves, and the language of queries."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode

from tui.keys import display
from tui.panes.article import ArticlePane
from tui.panes.search import QueryInput
from tui.panes.sidebar import Sidebar
from tui.screens.clippings import ClippingList
from tui.screens.reader import ReaderScreen
from tui.widgets.results import ResultList

PLACES: tuple[tuple[str, type[DOMNode]], ...] = (
    ("Everywhere but in the search line", ReaderScreen),
    ("In the search line", QueryInput),
    ("Results", ResultList),
    ("Article", ArticlePane),
    ("Sidebar", Sidebar),
    ("Clippings", ClippingList),
)
"""Where keys are bound, in the order in which help tells of them."""

QUERIES: tuple[tuple[str, str], ...] = (
    ("ceasefire annan", "articles with both words, in any of their forms"),
    ('"the two heads of state"', "these words in this order, small ones too"),
    ("annan OR brahimi", "either; AND, NOT and parentheses work as well"),
    ("syria -china", "with the first word and without the second"),
    ("cease*", "words that begin so"),
    ("title:putin", "in the headline"),
    ("body:truce", "in the text and not in the headline"),
    ("said:deeds", "in what somebody said"),
    ("speaker:lavrov", "articles in which he is quoted"),
    ("speaker:lavrov said:deeds", "both in one and the same quote"),
    ("actor:nato", "articles that name it, under any of its names"),
    ("about:annan", "quotes that speak of him"),
    ("outlet:moscow", "published by"),
    ("agency:reuters", "whose copy it is"),
    ("place:beijing", "the place in the dateline"),
    ("date:2012-06", "a day, a month or a year"),
    ("date:[2012-06-05 to 2012-06-22]", "from a day to a day"),
    ("file:000", "a part of the file's name"),
)
"""Forms of a query, each with what it finds."""


def help_text() -> Content:
    """All keys and all forms of a query."""
    parts: list[Content] = []
    for heading, owner in PLACES:
        parts.append(_heading(heading))
        width = 14
        for keys, description in keys_of(owner):
            parts.append(Content.assemble((keys.ljust(width), "bold"), "  ", description))
        parts.append(Content(""))
    parts.append(_heading("What one may search for"))
    wide = max(len(form) for form, _ in QUERIES)
    for form, meaning in QUERIES:
        parts.append(Content.assemble((form.ljust(wide), "bold"), "  ", meaning))
    return Content("\n").join(parts)


def _heading(text: str) -> Content:
    return Content.styled(text, "$accent bold")


def keys_of(owner: type[DOMNode]) -> list[tuple[str, str]]:
    """The keys that a pane binds with what each does; those for the same thing together."""
    found: dict[tuple[str, str], list[str]] = {}
    for binding in _bindings(owner):
        keys = found.setdefault((binding.action, binding.description), [])
        shown = display(binding)
        if shown not in keys:
            keys.append(shown)
    return [(" ".join(keys), description) for (_, description), keys in found.items()]


def _bindings(owner: type[DOMNode]) -> Iterator[Binding]:
    """The bindings of a class and of those of its ancestors that are the reader's own."""
    for cls in owner.__mro__:
        if cls.__module__.startswith("tui."):
            for binding in Binding.make_bindings(cls.__dict__.get("BINDINGS", ())):
                if binding.description:
                    yield binding
