"""A damaged index is told as such or works; it never raises anything else."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from index.fulltext import Index, IndexDamaged, QuoteDoc, QuoteDocs, Stamp
from tests.fulltext.corpus import NOBODY, STAMP, article, asked

LOCKS = ("writing.lock", "MAIN_WRITELOCK")
ANSWERS = [("", 6), ("truce", 6), ('"of annan"', 6), ("tr*", 6), ("said:deeds", 6), ("-x", 6)]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Stamp]:
    folder = tmp_path_factory.mktemp("sound") / "index"
    index = Index.create(folder, stamp=STAMP)
    for start in (0, 3):
        batch = [
            article(str(n), f"A truce of Annan, day {n}.", headline="Talks", day="2012-06-05")
            for n in range(start, start + 3)
        ]
        quotes = [QuoteDocs(doc.id, (QuoteDoc(8, 13, "deeds", "direct", 1),)) for doc in batch]
        index.apply(batch, [], quotes)
    return folder, index.stamp


def work(folder: Path, stamp: Stamp) -> None:
    """Open and ask; `IndexDamaged` is the only exception there may be."""
    index = Index.open(folder, stamp=stamp)
    searcher = index.searcher()
    for query, count in ANSWERS:
        assert searcher.search(asked(query), NOBODY).count == count
    searcher.quotes(asked("deeds"), NOBODY)
    searcher.suggest(asked("truec"))
    searcher.close()
    index.apply([article("new", "A truce of Annan.")])


def ask(folder: Path, stamp: Stamp) -> None:
    """Open and ask, whatever the answers."""
    searcher = Index.open(folder, stamp=stamp).searcher()
    for query, _ in ANSWERS:
        searcher.search(asked(query), NOBODY)


def damage_met(
    doing: Callable[[Path, Stamp], None], folder: Path, stamp: Stamp
) -> IndexDamaged | None:
    try:
        doing(folder, stamp)
    except IndexDamaged as damage:
        return damage
    return None


def truncate(path: Path, share: float) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])


def flip(path: Path, share: float) -> None:
    data = bytearray(path.read_bytes())
    if data:
        data[int((len(data) - 1) * share)] ^= 0xFF
    path.write_bytes(bytes(data))


def delete(path: Path, share: float) -> None:
    path.unlink()


HARMS: list[tuple[Callable[[Path, float], None], float]] = [
    *((truncate, share) for share in (0.0, 0.5, 0.99)),
    *((flip, share) for share in (0.0, 0.3, 0.6, 1.0)),
    (delete, 0.0),
]


@pytest.mark.parametrize(
    ("harm", "share"), HARMS, ids=[f"{harm.__name__}-{share}" for harm, share in HARMS]
)
def test_each_file_harmed_is_told_or_harmless(
    sound: tuple[Path, Stamp], tmp_path: Path, harm: Callable[[Path, float], None], share: float
) -> None:
    folder, stamp = sound
    names = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    assert len(names) >= 7
    for number, name in enumerate(names):
        copy = tmp_path / str(number)
        shutil.copytree(folder, copy)
        harm(copy / name, share)
        damage = damage_met(work, copy, stamp)
        if name.name in LOCKS:
            assert damage is None
            continue
        assert "nothing is lost" in str(damage)
        remade = Index.create(copy, stamp=stamp)
        assert remade.searcher().search(asked(""), NOBODY).count == 0


def test_damage_beyond_what_is_checked_at_opening_is_told_when_met(
    sound: tuple[Path, Stamp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, stamp = sound
    monkeypatch.setattr("index.fulltext.index.CHECKED_AT_OPENING", 0)
    segments = sorted(path.relative_to(folder) for path in folder.rglob("*.arr"))
    for number in range(40):
        copy = tmp_path / str(number)
        shutil.copytree(folder, copy)
        for name in segments:
            flip(copy / name, number / 40)
        damage = damage_met(ask, copy, stamp)
        assert damage is None or "cannot be used" in str(damage)
        with pytest.raises(IndexDamaged, match="was changed"):
            Index(copy, Index.open(folder, stamp=stamp)._inventory, read_only=True).verify()


def test_what_is_torn_is_never_merged_into_what_is_whole(
    sound: tuple[Path, Stamp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, stamp = sound
    monkeypatch.setattr("index.fulltext.index.CHECKED_AT_OPENING", 0)
    copy = tmp_path / "index"
    shutil.copytree(folder, copy)
    index = Index.open(copy, stamp=stamp)
    flip(next(copy.glob("articles/*.arr")), 0.3)
    with pytest.raises(IndexDamaged, match="was changed"):
        for number in range(20):
            index.apply([article(f"new{number}", "A truce.")])
    with pytest.raises(IndexDamaged, match="was changed"):
        index.verify()


def test_a_sound_index_passes_verification(sound: tuple[Path, Stamp]) -> None:
    folder, stamp = sound
    Index.open(folder, stamp=stamp).verify()


REFUSED = [
    ({"archive_uuid": "other"}, "belongs to another archive"),
    ({"schema": 1}, "made by another version"),
    ({"generation": 3}, "not of one age"),
    ({"generation": 0}, "not of one age"),
]


@pytest.mark.parametrize(("change", "why"), REFUSED, ids=[why for _, why in REFUSED])
def test_an_index_that_is_not_the_archives_is_refused(
    sound: tuple[Path, Stamp], change: dict[str, object], why: str
) -> None:
    folder, stamp = sound
    wanted = replace(stamp, **change)  # type: ignore[arg-type]
    with pytest.raises(IndexDamaged, match=why):
        Index.open(folder, stamp=wanted)


def test_the_index_may_be_one_commit_ahead_of_the_store_and_more_for_a_reader(
    sound: tuple[Path, Stamp],
) -> None:
    folder, stamp = sound
    assert Index.open(folder, stamp=replace(stamp, generation=1)).stamp == stamp
    ahead = Index.open(folder, stamp=replace(stamp, generation=0), read_only=True)
    assert ahead.stamp.generation == stamp.generation


@pytest.mark.parametrize("present", [True, False])
def test_a_folder_without_an_index_is_told(tmp_path: Path, present: bool) -> None:
    folder = tmp_path / "index"
    if present:
        folder.mkdir()
    with pytest.raises(IndexDamaged, match="stamp is missing"):
        Index.open(folder, stamp=STAMP)


def test_a_strangers_index_is_refused_before_anything_of_it_is_read(
    sound: tuple[Path, Stamp], tmp_path: Path
) -> None:
    folder, stamp = sound
    copy = tmp_path / "index"
    shutil.copytree(folder, copy)
    content = json.loads((copy / "stamp.json").read_text())
    toc = next(copy.glob("articles/*.toc"))
    data = bytearray(toc.read_bytes())
    data[-1] ^= 1
    toc.write_bytes(bytes(data))
    with pytest.raises(IndexDamaged, match="was changed"):
        Index.open(copy, stamp=stamp)
    with pytest.raises(IndexDamaged, match="another archive"):
        Index.open(copy, stamp=replace(stamp, archive_uuid="mine"))
    content["stamp"]["archive"] = "mine"
    (copy / "stamp.json").write_text(json.dumps(content))
    with pytest.raises(IndexDamaged, match="torn"):
        Index.open(copy, stamp=replace(stamp, archive_uuid="mine"))


def test_nothing_in_an_index_is_a_pickle(
    sound: tuple[Path, Stamp], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pickled(*_: object, **__: object) -> None:
        raise AssertionError("something was pickled or unpickled")

    for name in ("load", "loads", "dump", "dumps", "Pickler", "Unpickler"):
        monkeypatch.setattr(f"pickle.{name}", pickled)
    copy = tmp_path / "index"
    shutil.copytree(sound[0], copy)
    work(copy, sound[1])
