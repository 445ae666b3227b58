"""What stands in changed files takes the place of what stood there.

A plain file has one article, and its new text is the new version of the old. A dump has many:
each row that is still in it is found again, and what was read in it is carried over where
neither its text nor its facts have changed.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from index.store import articles, files, versions
from index.store.database import Database
from index.store.versions import Standing

_TRANSACTION = 0.06
"""Seconds after which what was settled is committed, so that no clipping ever waits."""
_LOOK = 32


@dataclass(frozen=True, slots=True)
class Settled:
    """How many articles got a new version, and how many are as they were in a changed dump."""

    changed: int = 0
    same: int = 0


def settle_versions(database: Database) -> Settled:
    """Put what stands in changed files in the place of what stood there.

    Only when all files have been looked at is it known which bytes stand nowhere any more. It
    goes by what is stored, so a taking in that was cut short is made good by the next.
    """
    changed = same = 0
    connection = database.connection()
    for former, now in files.outdated(connection):
        pairs = _pairs(connection, former, now)
        while pairs:
            with database.transaction() as writing:
                until = time.monotonic() + _TRANSACTION
                while pairs and time.monotonic() < until:
                    for older, newer in pairs[:_LOOK]:
                        same += _settle(writing, older, newer)
                        changed += not _is_same(older, newer)
                    del pairs[:_LOOK]
        with database.transaction() as writing:
            files.settle(writing, former, now)
    return Settled(changed, same)


def _settle(connection: sqlite3.Connection, older: Standing, newer: Standing) -> bool:
    articles.make_version(connection, newer.id, older.id)
    if older.removed:
        versions.hold(connection, newer, older.id)
    elif _is_same(older, newer):
        versions.carry_over(connection, older.id, newer.id)
    return _is_same(older, newer)


def _is_same(older: Standing, newer: Standing) -> bool:
    return (older.text_sha256, older.form) == (newer.text_sha256, newer.form)


def _pairs(
    connection: sqlite3.Connection, former: str, now: str
) -> list[tuple[Standing, Standing]]:
    """Each article of the former file with what is its new version, where it has one."""
    before = versions.standing(connection, former)
    older = {each.item: each for each in before if each.current or each.removed}
    done = {each.id for each in before} - {each.id for each in older.values()}
    newer = {
        each.item: each
        for each in versions.standing(connection, now)
        if each.current and each.version_of not in done
    }
    if len(before) == len(newer) == 1 and older:
        return [(*older.values(), *newer.values())]  # type: ignore[list-item]
    pairs: list[tuple[Standing, Standing]] = []
    # What is surest comes first: the same row, then the same text in another place, then what
    # the dump itself calls the same.
    for key in (_place_and_text, _text, _row_id, _address, _title):
        pairs += _matched(older, newer, key)
    # What is left in both at its old place is a removed row of which nothing is known any more.
    for item in [item for item, each in older.items() if each.removed and item in newer]:
        pairs.append((older.pop(item), newer.pop(item)))
    return pairs


def _matched(
    older: dict[int, Standing],
    newer: dict[int, Standing],
    key: Callable[[Standing], Hashable],
) -> list[tuple[Standing, Standing]]:
    """Take those with the same key out of both, in order of place; None is no key."""
    waiting: dict[Hashable, list[Standing]] = {}
    for each in sorted(newer.values(), key=lambda each: each.item, reverse=True):
        if (told := key(each)) is not None:
            waiting.setdefault(told, []).append(each)
    pairs = []
    for item, each in list(older.items()):
        told = key(each)
        if told is not None and (found := waiting.get(told)):
            pairs.append((older.pop(item), newer.pop(found.pop().item)))
    return pairs


def _place_and_text(each: Standing) -> Hashable:
    return (each.item, each.text_sha256)


def _text(each: Standing) -> Hashable:
    return each.text_sha256


def _row_id(each: Standing) -> Hashable:
    return each.row_id


def _address(each: Standing) -> Hashable:
    return each.fact("url")


def _title(each: Standing) -> Hashable:
    title = each.fact("title", stated=True)
    return None if title is None else (title, each.fact("outlet"), each.fact("date"))
