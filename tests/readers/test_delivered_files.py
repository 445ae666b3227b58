"""Files of deliveries, taken in as what they are."""

from __future__ import annotations

from pathlib import Path

from tests.readers.gone_through import articles, content
from tests.samples import factiva, nexis
from tests.samples.stories import STORIES


def test_plain_text_of_a_delivery_is_many_articles(tmp_path: Path) -> None:
    path = tmp_path / "Nexis 2020-03-20.TXT"
    for data in (nexis.classic_text(), nexis.labelled_text(), factiva.codes_text()):
        path.write_bytes(data)
        assert [each.given["title"] for each in articles(path)] == [
            (story.title,) for story in STORIES
        ]


def test_a_page_of_a_delivery_is_many_articles(tmp_path: Path) -> None:
    path = tmp_path / "Factiva.html"
    for data in (nexis.classic_html(), factiva.codes_html(), factiva.shown_html()):
        path.write_bytes(data)
        found = articles(path)
        assert [each.given["title"] for each in found] == [(story.title,) for story in STORIES]
        assert [each.text.split("\n\n") for each in found] == [
            list(story.body) for story in STORIES
        ]


def test_what_is_missing_stands_among_what_a_file_came_to(tmp_path: Path) -> None:
    path = tmp_path / "delivery.txt"
    path.write_bytes(nexis.classic_text(total=4))
    found = content(path).found or ()
    assert len(found) == 4
