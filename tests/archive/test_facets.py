"""What the articles of a search have in common, and that its clauses find just those."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive, Facet, open_archive
from index.article import Actor, Extraction, Quote
from index.config import Config
from index.store import readings

COPY = [
    # outlet, place, day, who speaks, who else is named
    ("Reuters", "BEIJING", "2012-06-05", "Hu Jintao", "Vladimir Putin"),
    ("Reuters", "Beijing", "2012-06-05", "Vladimir Putin", "Kofi Annan"),
    ("reuters", "MOSCOW", "2012-06-07", "Kofi Annan", "Hu Jintao"),
    ("L’Orient-Le Jour", "São Paulo", "2011-12-31", "Kofi Annan", "Annan"),
    ("The Times", "LONDON", "2012-01-01", "Annan", "Kofi Annan"),
    ("Times", "LONDON", None, "Smith", "Kofi Annan Junior"),
    ("Moscow Times", None, None, "Smith", "Sergei Lavrov"),
]
QUERIES = ["", "truce", "truce OR famine", "famine -truce", "date:2012", 'speaker:="Kofi Annan"']


def _text(number: int) -> str:
    _, _, _, speaker, other = COPY[number]
    subject = "truce" if number % 3 else "famine"
    return f"The {subject} of {other} goes on.\n\n“It will end soon,” {speaker} said.\n"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """An archive of articles by several outlets, read for quotes by hand."""
    folder = tmp_path_factory.mktemp("facets")
    rows = folder / "copy.jsonl"
    rows.write_text("".join(_row(number) for number in range(len(COPY))), encoding="utf-8")
    config = _config(folder)
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([rows], lambda _: None, read=False)
        by_text = {archive.articles.get(each).text: each for each in archive.search.find("").ids}
        with archive.search._database.transaction() as connection:
            for number in range(len(COPY)):
                article = next(each for text, each in by_text.items() if _text(number) in text)
                text = archive.articles.get(article).text
                readings.put(connection, article, _extraction(text, number), "by hand")
        archive.ingest.add_quietly(())
        yield archive


def _config(folder: Path) -> Config:
    from dataclasses import replace

    from index.config import load_config, shipped

    return replace(load_config(shipped("config.yaml")), archive_folder=folder / "archive")


def _row(number: int) -> str:
    outlet, place, day, _, _ = COPY[number]
    dateline = f"{place} (Reuters) - " if place else ""
    row = {
        "title": f"Number {number}",
        "date": day,
        "outlet": outlet,
        "text": dateline + _text(number),
    }
    return json.dumps(row) + "\n"


def _extraction(text: str, number: int) -> Extraction:
    _, _, _, speaker, other = COPY[number]
    words = "It will end soon,"
    start = text.index(words)
    names = dict.fromkeys((speaker, other))
    return Extraction(
        (Quote(start, start + len(words), "direct", words, speaker=speaker),),
        tuple(
            Actor(name, "person", (), ((text.rindex(name), text.rindex(name) + len(name)),), 1)
            for name in names
        ),
    )


def _values(facets: tuple[Facet, ...], field: str) -> dict[str, int]:
    [facet] = [facet for facet in facets if facet.field == field]
    return {value.text: value.count for value in facet.values}


def test_articles_are_counted_by_each_field(read: Archive) -> None:
    facets = read.search.facets("")
    assert [facet.field for facet in facets] == [
        *("outlet", "year", "month", "speaker", "actor", "place")
    ]
    assert _values(facets, "outlet") == {
        "Reuters": 3,
        "L’Orient-Le Jour": 1,
        "Moscow Times": 1,
        "The Times": 1,
        "Times": 1,
    }
    assert _values(facets, "year") == {"2012": 4, "2011": 1}
    assert list(_values(facets, "month").items()) == [
        ("2012-06", 3),
        ("2012-01", 1),
        ("2011-12", 1),
    ]
    assert _values(facets, "speaker") == Counter(speaker for *_, speaker, _ in COPY)
    assert _values(facets, "actor")["Kofi Annan"] == 4
    assert _values(facets, "place") == {"BEIJING": 2, "LONDON": 2, "MOSCOW": 1, "São Paulo": 1}


@pytest.mark.parametrize("query", QUERIES)
def test_the_clause_of_a_value_finds_as_many_articles_as_it_says(read: Archive, query: str) -> None:
    held = f"({query})" if "OR" in query else query
    for facet in read.search.facets(query):
        for value in facet.values:
            found = read.search.find(f"{held} {value.clause}")
            assert found.count == value.count, value.clause


def test_only_what_was_found_counts_and_only_so_many_values(read: Archive) -> None:
    facets = read.search.facets("famine", most=1)
    assert all(len(facet.values) == 1 for facet in facets)
    assert all(not facet.values for facet in read.search.facets("zugzwang"))


def test_languages_are_told_apart_where_there_are_several(config: Config, tmp_path: Path) -> None:
    rows = tmp_path / "copy.jsonl"
    told = {"One": "en", "Two": "German", "Three": "de-AT", "Four": "nonsense"}
    rows.write_text(
        "".join(
            json.dumps({"title": title, "text": f"{title} truce.", "language": language}) + "\n"
            for title, language in told.items()
        )
    )
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([rows], lambda _: None, read=False)
        facets = archive.search.facets("truce")
        assert _values(facets, "language") == {"German": 2, "English": 1, "unknown": 1}
        for facet in facets:
            for value in facet.values:
                assert archive.search.find(f"truce {value.clause}").count == value.count
        assert "language" not in [each.field for each in archive.search.facets("one")]


def test_a_value_that_no_query_can_hold_is_left_out(config: Config, tmp_path: Path) -> None:
    rows = tmp_path / "copy.jsonl"
    rows.write_text('{"title": "One", "text": "A truce.", "outlet": "The \\"Times\\""}\n')
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([rows], lambda _: None, read=False)
        assert archive.search.find("truce").count == 1
        assert _values(archive.search.facets("truce"), "outlet") == {}


def test_articles_that_were_removed_are_not_counted(config: Config, tmp_path: Path) -> None:
    path = tmp_path / "copy.txt"
    path.write_text("PARIS (Reuters) - The truce goes on, and goes on for long.\n")
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([path], lambda _: None, read=False)
        assert _values(archive.search.facets("truce"), "place") == {"PARIS": 1}
        path.write_text("LYON (Reuters) - The truce goes on, and goes on for long.\n")
        archive.ingest.add([path], lambda _: None, read=False)
        assert _values(archive.search.facets("truce"), "place") == {"LYON": 1}
