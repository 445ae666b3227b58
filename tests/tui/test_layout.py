"""Which panes stand on the screen at which width, and the way among the articles read."""

from __future__ import annotations

import pytest

from tui.history import History
from tui.layout import Pane, shown, side_widths


@pytest.mark.parametrize("front", ["results", "article", "sidebar"])
def test_three_panes_from_120_columns(front: Pane) -> None:
    assert shown(120, front, "results") == ("results", "article", "sidebar")


@pytest.mark.parametrize(
    ("front", "beside", "panes"),
    [
        ("results", "results", ("results", "article")),
        ("article", "results", ("results", "article")),
        ("sidebar", "sidebar", ("article", "sidebar")),
        ("article", "sidebar", ("article", "sidebar")),
    ],
)
@pytest.mark.parametrize("width", [80, 119])
def test_two_panes_below_that_the_article_always_one_of_them(
    width: int, front: Pane, beside: Pane, panes: tuple[Pane, ...]
) -> None:
    assert shown(width, front, beside) == panes


@pytest.mark.parametrize("front", ["results", "article", "sidebar"])
def test_one_pane_below_80_columns(front: Pane) -> None:
    assert shown(79, front, "results") == (front,)


@pytest.mark.parametrize("width", [80, 100, 119, 120, 160, 179, 180, 200, 300])
def test_the_article_has_most_of_the_page(width: int) -> None:
    results, sidebar = side_widths(width)
    beside = results + sidebar if width >= 120 else max(results, sidebar)
    assert width - beside > max(results, sidebar)


def test_history_goes_back_and_forward_to_where_one_was() -> None:
    history = History()
    for article in ("a", "b", "c"):
        history.visit(article)
    history.leave("c", 120)
    assert history.back() == ("b", 0)
    assert history.back() == ("a", 0)
    assert history.back() is None
    assert history.forward() == ("b", 0)
    assert history.forward() == ("c", 120)
    assert history.forward() is None


def test_another_article_ends_what_lay_ahead() -> None:
    history = History()
    history.visit("a")
    history.visit("b")
    history.back()
    history.visit("c")
    assert history.forward() is None
    assert history.back() == ("a", 0)


def test_the_same_article_is_visited_once() -> None:
    history = History()
    history.visit("a")
    history.visit("a")
    assert history.back() is None
