"""Help: the keys, read from the bindings themselves, and the language of queries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from textual.binding import Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.widget import Widget

from index.archive import query_language
from tui.keys import display
from tui.panes.article import ArticlePane
from tui.panes.facets import FacetList
from tui.panes.query import QueryInput
from tui.panes.sidebar import Sidebar
from tui.screens.clippings import ClippingList
from tui.screens.corrections import CorrectionList
from tui.screens.facts import FactsScreen
from tui.screens.reader import ReaderScreen
from tui.screens.searches import SavedList
from tui.screens.sheet import hanging
from tui.widgets.kwic import ConcordanceList
from tui.widgets.ledger_list import LedgerList
from tui.widgets.results import ResultList

PLACES: tuple[tuple[str, type[DOMNode]], ...] = (
    ("Everywhere but in the search line", ReaderScreen),
    ("In the search line", QueryInput),
    ("Results", ResultList),
    ("Article", ArticlePane),
    ("Sidebar", Sidebar),
    ("Facets", FacetList),
    ("Concordance", ConcordanceList),
    ("Who said what", LedgerList),
    ("Clippings", ClippingList),
    ("Information", FactsScreen),
    ("Corrections", CorrectionList),
    ("Saved searches", SavedList),
)
"""Where keys are bound, in the order in which help tells of them."""

MARKS: tuple[tuple[str, str], ...] = (
    ("~", "inferred, not stated in the article; i tells from what"),
    ("”", "on these lines somebody is quoted; in the sidebar, how often"),
    ("▌", "you kept this passage"),
    ("✓", "you corrected this actor, or this quote; a command lists all that you did"),
    ("reverse", "a hit of the query; bold: the one you stand on"),
    ("underlined", "an actor; bold: the one chosen in the sidebar"),
    ("dim", "printed with the article and not part of it: captions, credits, pitches"),
    ("direct", "what was said, in quotation marks"),
    ("mixed", "a paraphrase with some of the words themselves inside"),
    ("indirect", "a paraphrase: what was said, not the words"),
    ("act", "urged, accused, promised …: shown in the sidebar with a"),
)
"""What the marks and words of the page mean."""

Part = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and what stands under it: a key, a mark or a query, each with what it means."""

WIDEST = 160
"""Columns of the sheet at most."""
_TWO = 130  # columns from which the keys stand beside the language
_BETWEEN = 4  # columns between the two


def help_text(focused: Widget | None, width: int) -> Content:
    """The keys of the pane in focus, what the page shows, the forms of a query, all other keys.

    Where there is room the forms of a query stand in a column of their own.
    """
    here: list[Part] = []
    elsewhere: list[Part] = []
    for heading, owner in PLACES:
        place = here if isinstance(focused, owner) else elsewhere
        place.append((heading, keys_of(owner)))
    marks: Part = ("What the marks mean", MARKS)
    language: Sequence[Part] = query_language()
    if width < _TWO:
        return Content("\n").join(_lines([*here, marks, *language, *elsewhere], width))
    half = (width - _BETWEEN) // 2
    left, right = _lines([*here, *elsewhere, marks], half), _lines(language, half)
    return Content("\n").join(
        line.pad_right(half + _BETWEEN - line.cell_length) + beside
        for line, beside in zip_longest(left, right, fillvalue=Content(""))
    )


def _lines(parts: Sequence[Part], width: int) -> list[Content]:
    lines: list[Content] = []
    for heading, rows in parts:
        lines += [Content.styled(heading, "$accent bold"), *_table(rows, width), Content("")]
    return lines[:-1]


def _table(rows: Sequence[tuple[str, str]], width: int) -> list[Content]:
    indent = max(len(left) for left, _ in rows) + 2
    lines: list[Content] = []
    for left, right in rows:
        lines += hanging(left, Content(right), indent, width)
    return lines


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
