"""Whatever is corrected in whatever order: undoing all of it gives what the machine had read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.archive import open_archive
from index.article import DatelineError
from index.config import load_config, shipped
from index.store import corrected, corrections_file, overruling
from index.store.corrections import KINDS, fold, key_of
from index.store.journal import Entry
from tests.archive.correcting import LATER, Desk, envoy, later, open_desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("undone")
    config = replace(load_config(shipped("config.yaml")), archive_folder=folder / "archive")
    with open_archive(None, config, start=True) as archive:
        desk = open_desk(archive, folder / "news")
        desk.add("later", LATER)
        desk.read("later", later(desk.text("later")))
        yield desk


Step = tuple[str, int, int, int]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            ["merge", "split", "rename", "kind", "reject", "speaker", "none", "undo", "redo",
             "take back", "bring back", "read anew"]
        ),
        *(st.integers(0, 9) for _ in range(3)),
    ),
    min_size=1,
    max_size=8,
)  # fmt: skip
NAMES = ["Haddad", "Smith", "Moammar Haddad", "Jane Roe", "Port Council"]


def do(desk: Desk, step: Step) -> None:
    what, one, two, three = step
    service = desk.archive.corrections
    actors = sorted(desk.actors(), key=lambda actor: (actor.name, actor.kind, actor.id or 0))
    quotes = [quote for each in sorted(desk.ids.values()) for quote in quotes_of(desk, each)]
    actor, other = actors[one % len(actors)].id or 0, actors[two % len(actors)].id or 0
    name = NAMES[three % len(NAMES)]
    article = sorted(desk.ids.values())[two % len(desk.ids)]
    deeds: dict[str, Callable[[], object]] = {
        "merge": lambda: service.merge([actor], other, everywhere=three % 2 == 0),
        "split": lambda: service.split(
            actor, NAMES[two % 2], name, article=article if one % 2 else None
        ),
        "rename": lambda: service.rename(actor, name, everywhere=two % 2 == 0),
        "kind": lambda: service.kind(actor, ["person", "state"][two % 2]),
        "reject": lambda: service.reject(actor, everywhere=two % 2 == 0),
        "speaker": lambda: service.speaker(
            quotes[one % len(quotes)].id, None if two == 0 else name if two % 2 else other
        ),
        "none": lambda: service.no_quote(quotes[one % len(quotes)].id),
        "undo": desk.archive.journal.undo,
        "redo": desk.archive.journal.redo,
        "take back": lambda: service.take_back(service.listed()[one % len(service.listed())].seq),
        "bring back": service.bring_back,
        "read anew": lambda: desk.read("envoy", envoy(desk.text("envoy")), str(one)),
    }
    with suppress(DatelineError, ZeroDivisionError):
        deeds[what]()


def settle_all(desk: Desk) -> None:
    """Bring everything to what stands, without looking at what was done so far."""
    with desk.archive.journal._database.transaction() as connection:
        connection.execute("DELETE FROM corrected_actors")
        corrections = corrected.standing(connection)
        corrected.settle_actors(connection, corrections)
        for (number,) in connection.execute("SELECT number FROM articles").fetchall():
            overruling.overrule(connection, number, corrections)


def quotes_of(desk: Desk, article: str) -> Any:
    return desk.archive.articles.get(article).quotes


@settings(max_examples=25)
@given(STEPS)
def test_undoing_all_gives_what_the_machine_read(desk: Desk, steps: list[Step]) -> None:
    before = desk.state()
    for step in steps:
        do(desk, step)
    shown = desk.state()
    settle_all(desk)
    assert desk.state() == shown, "as if the whole journal were read at once"
    while (listed := desk.archive.corrections.listed()) and len(steps) % 2:
        desk.archive.corrections.take_back(listed[0].seq)
    while desk.archive.corrections.listed():
        assert desk.archive.journal.undo()
    assert desk.state() == before
    connection = desk.archive.journal._database.connection()
    for table in ("corrected_actors", "overruled", "machine_quotes", "machine_appearances"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table  # noqa: S608


ACTORS = st.builds(
    lambda name, kind: {"name": name, "kind": kind},
    st.sampled_from(["Ann", "Ann Lee", "Bo Ray", "Cy Orr", "Dee"]),
    st.sampled_from(["person", "state"]),
)
QUOTES = st.sampled_from([
    {"article": "a" * 12, "text_sha256": "b" * 64, "start": at, "end": at + 2, "exact": "hi",
     "kind": "direct", "verbatim": [[at, at + 2]]}
    for at in range(3)
])  # fmt: skip
ENTRIES = st.one_of(
    st.tuples(
        st.just("merge"),
        st.fixed_dictionaries({"actors": st.lists(ACTORS, min_size=1, max_size=2), "into": ACTORS}),
    ),
    st.tuples(
        st.just("rename"),
        st.fixed_dictionaries(
            {"actor": ACTORS, "name": st.sampled_from(["Ann Lee", "ANN", "Eve"])}
        ),
    ),
    st.tuples(
        st.just("kind"),
        st.fixed_dictionaries({"actor": ACTORS, "kind": st.sampled_from(["person", "place"])}),
    ),
    st.tuples(st.just("reject"), st.fixed_dictionaries({"actor": ACTORS})),
    st.tuples(
        st.just("split"),
        st.fixed_dictionaries(
            {"actor": ACTORS, "alias": st.just("Lee"), "as": ACTORS, "article": st.none()}
        ).filter(lambda data: key_of(data["actor"]) != key_of(data["as"])),
    ),
    st.tuples(
        st.just("speaker"),
        st.fixed_dictionaries({"quote": QUOTES, "speaker": st.one_of(st.none(), ACTORS)}),
    ),
    st.tuples(st.just("no quote"), st.fixed_dictionaries({"quote": QUOTES})),
    st.builds(
        lambda article, told: ("fact", {"article": article * 12, "text_sha256": article * 64,
                                        "file_sha256": "f" * 64, "field": told[0],
                                        "value": told[1]}),
        st.sampled_from("ab"),
        st.sampled_from([("date", "2012-06-05"), ("date", None), ("title", "No: “1”"),
                         ("byline", ["Ann Lee", "Roe, Jo"])]),
    ),
)  # fmt: skip


@given(st.lists(ENTRIES, max_size=12), st.data())
def test_the_fold_is_well_formed_whatever_the_entries(entries: Any, data: Any) -> None:
    journal = [Entry(seq, "", kind, dict(told)) for seq, (kind, told) in enumerate(entries, 1)]
    state = fold(journal)
    for key in state.same:
        root = state.root(key)  # an end is reached: nobody is himself by way of others
        assert root is None or root not in state.same
    for last in journal[::-1]:
        if last.kind == "reject":
            assert state.root(key_of(last.data["actor"])) is None  # type: ignore[arg-type]
        if last.kind in ("merge", "rename", "kind", "reject"):
            break
    written = corrections_file.write(state)
    back = [
        Entry(n, "", kind, told) for n, (kind, told) in enumerate(corrections_file.read(written))
    ]
    assert corrections_file.write(fold(back)) == written
    undone = [*journal, *(Entry(99 + e.seq, "", "undo", {"entry": e.seq}) for e in journal)]
    assert fold(undone) == fold([])
    some = data.draw(st.sets(st.sampled_from([e.seq for e in journal] or [0])))
    back_again = [Entry(199 + seq, "", "take back", {"entry": seq}) for seq in sorted(some)]
    assert fold([*journal, *back_again]) == fold([e for e in journal if e.seq not in some])
    assert {entry.kind for entry in journal} <= set(KINDS)
