"""One line a hit, aligned on its words, each leading to its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.archive import Archive
from index.archive.concordance import gather
from tests.readings import reading


def _add(archive: Archive, folder: Path, **texts: str) -> None:
    paths = []
    for name, text in texts.items():
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    archive.ingest.add(paths, lambda _: None, read=False)


@pytest.mark.parametrize(
    "query", ["peace", '"peace plan"', "annan w/4 plan", "syri*", "title:peace"]
)
def test_every_hit_of_every_article_is_a_line_that_leads_to_its_place(
    archive: Archive, query: str
) -> None:
    found = archive.search.concordance(query)
    results = archive.search.find(query)
    hits = {
        (article, *span)
        for article in results.ids
        for span in archive.search.matches(query, archive.articles.get(article))
    }
    assert {(line.article.id, line.start, line.end) for line in found.lines} == hits
    assert found.articles == len({article for article, _, _ in hits}) > 0
    assert not found.cut
    for line in found.lines:
        text = archive.articles.get(line.article.id).text
        assert line.match == " ".join(text[line.start : line.end].split())
        around = " ".join(text[: line.start].split())
        assert around.endswith(line.left.strip()[-20:])
        assert not set("\n\r") & set(line.left + line.match + line.right)
        assert line.article.title == archive.articles.get(line.article.id).article.title


def test_the_best_article_comes_first_and_its_hits_in_order_of_place(archive: Archive) -> None:
    lines = archive.search.concordance("annan").lines
    order = list(dict.fromkeys(line.article.id for line in lines))
    assert order == [each for each in archive.search.find("annan").ids if each in order]
    for article in order:
        starts = [line.start for line in lines if line.article.id == article]
        assert starts == sorted(starts)


TEXT = "A Bold truce fell. The zealous truce Held. Ányone’s bold Truce élan won. A truce, at last."


def test_lines_are_sorted_by_their_context_without_case_and_accents(
    archive: Archive, tmp_path: Path
) -> None:
    _add(archive, tmp_path, zug=f"Zugzwang: a piece of news.\n\n{TEXT}\n")

    def contexts(order: str) -> list[tuple[str, str]]:
        lines = archive.search.concordance("truce file:zug", order=order).lines  # type: ignore[arg-type]
        return [(line.left.split()[-1], line.right.split()[0]) for line in lines]

    right = contexts("right")
    assert [after for _, after in right] == [",", "élan", "fell.", "Held."]
    left = contexts("left")
    assert [before for before, _ in left] == ["A", "Bold", "bold", "zealous"]
    assert left[1] == ("Bold", "fell.")  # "a bold" before "ányone's bold"


def test_no_context_reaches_over_a_paragraph(archive: Archive, tmp_path: Path) -> None:
    _add(archive, tmp_path, zug="Before it.\n\nThe zugzwang held\nfor long.\n\nAfter it.\n")
    [line] = archive.search.concordance("zugzwang").lines
    assert (line.left, line.match, line.right) == ("The ", "zugzwang", " held for long.")


def test_only_so_many_lines_are_given_and_it_is_said(archive: Archive) -> None:
    every = archive.search.concordance("syria")
    some = archive.search.concordance("syria", most=3)
    assert some.lines == every.lines[:3]
    assert some.cut
    assert not archive.search.concordance("syria", most=len(every.lines)).cut


def test_a_search_that_asks_for_no_words_has_no_lines(archive: Archive) -> None:
    for query in ("", "date:2012", "zugzwang", "-syria"):
        assert archive.search.concordance(query).lines == ()


def test_nobody_looks_at_articles_beyond_the_lines_that_are_wanted() -> None:
    looked_at = []

    def pages() -> object:
        for number in range(5):
            looked_at.append(number)
            known = reading("A truce and a truce.", article=f"{number:012}")
            yield [(known.article, known.text, [(2, 7), (14, 19)])]

    found = gather(pages(), order="place", most=3)  # type: ignore[arg-type]
    assert [(line.article.id[-1], line.start) for line in found.lines] == [
        *(("0", 2), ("0", 14), ("1", 2))
    ]
    assert found.cut
    assert looked_at == [0, 1, 2]
