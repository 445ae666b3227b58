"""Which actors of different articles are one actor of the archive."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest

from index.store import names
from index.store.database import Database
from index.store.linking import actor_of

Named = tuple[str, ...]
"""An actor as an article names it: its name, then what else it is called there."""


def linked(folder: Path, kind: str, articles: Sequence[Named]) -> list[int]:
    """The ids that one actor of each of these articles gets, read in this order."""
    database = Database(folder, create=True)
    with database.transaction() as connection:
        ids = [
            actor_of(connection, f"article {number}", name, kind, aliases)
            for number, (name, *aliases) in enumerate(articles)
        ]
    database.close()
    return ids


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        # Case, dots, accents and possessives are spelling.
        ("person", ("J.K. Roemer",), ("J.K. Roemer's",)),
        ("person", ("José Piñera",), ("Jose Pinera",)),
        # One middle initial is left out or written, by house style.
        ("person", ("Jane Q. Roe",), ("Jane Roe",)),
        # The Arabic article is written in several ways, or not at all.
        ("person", ("Walid al-Masri",), ("Walid el-Masri",)),
        ("person", ("Walid al-Masri",), ("Walid Masri",)),
        # An article that uses both forms says that they are one.
        ("person", ("Jane Rodham Roe", "Jane Roe", "Roe"), ("Jane Roe",)),
        ("organisation", ("WHO",), ("World Health Organization",)),
        ("organisation", ("World Health Organisation",), ("World Health Organization",)),
        ("organisation", ("U.S. Department of State",), ("State Department",)),
        ("organisation", ("Utopian Foreign Ministry",), ("the Utopian Foreign Ministry",)),
        ("organisation", ("Chinese Foreign Ministry",), ("China's Foreign Ministry",)),
        ("organisation", ("Pitt Corp.",), ("Pitt",)),
        ("organisation", ("Roemer S.A.",), ("Roemer",)),
        ("place", ("Saint Aldate",), ("St. Aldate",)),
    ],
)
def test_what_is_one_actor(tmp_path: Path, kind: str, first: Named, second: Named) -> None:
    one, other = linked(tmp_path / "a", kind, [first, second])
    assert one == other
    one, other = linked(tmp_path / "b", kind, [second, first])
    assert one == other


@pytest.mark.parametrize(
    ("kind", "first", "second"),
    [
        # Two articles' "Roe" may be two people.
        ("person", ("Roe",), ("Roe",)),
        # Father and son.
        ("person", ("John Roe Jr.",), ("John Roe",)),
        # Two initials are written to tell people apart.
        ("person", ("John H.W. Roe",), ("John W. Roe",)),
        ("person", ("John A. Roe",), ("John B. Roe",)),
        # No article says that these are one.
        ("person", ("Jane Rodham Roe",), ("Jane Roe",)),
        ("organisation", ("Union of Free Trades", "UFT"), ("UFT",)),
        ("organisation", ("French Foreign Ministry",), ("Foreign Ministry",)),
    ],
)
def test_what_is_not(tmp_path: Path, kind: str, first: Named, second: Named) -> None:
    one, other = linked(tmp_path / "a", kind, [first, second])
    assert one != other
    one, other = linked(tmp_path / "b", kind, [second, first])
    assert one != other


def test_two_actors_of_one_article_are_never_one(tmp_path: Path) -> None:
    database = Database(tmp_path, create=True)
    with database.transaction() as connection:
        first = actor_of(connection, "a", "John Roe", "person")
        second = actor_of(connection, "a", "John B. Roe", "person", others=[first])
        later = actor_of(connection, "b", "John Roe", "person")
    database.close()
    assert first != second
    assert later == first


def test_the_order_of_reading_makes_no_difference(tmp_path: Path) -> None:
    articles = [
        ("Jane Q. Roe", "Roe"),
        ("Jane Rodham Roe", "Jane Roe"),
        ("JANE ROE",),
        ("Jane Roe Jr.",),
    ]
    seen = set()
    for number, order in enumerate(permutations(range(len(articles)))):
        ids = linked(tmp_path / str(number), "person", [articles[at] for at in order])
        by_article = dict(zip(order, ids, strict=True))
        seen.add(tuple(by_article[at] == by_article[0] for at in range(len(articles))))
    assert seen == {(True, True, True, False)}


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_it_is_shown_by_its_best_name_whichever_came_first(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    forms = ["Walid B. al-Masri", "Walid Masri", "Walid al-Masri"]
    actor, *_ = linked(tmp_path, "person", [(forms[at],) for at in order])
    database = Database(tmp_path)
    connection = database.connection()
    assert names.names_of(connection, [actor]) == {actor: "Walid al-Masri"}
    assert names.called(connection, "walid al-masri") == {actor}
    assert names.named(connection, "Walid B. al-Masri") == {actor}
    database.close()
