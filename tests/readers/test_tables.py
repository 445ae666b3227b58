"""Tables of articles: commas, semicolons or tabs, quoted or not, well-formed or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.gone_through import articles, refusal, rows, texts

TABLE = 'Title,Pub Date,Full Text\nTalks,2012-06-05,"They met,\n""at last"".\n\nThe end."\nWar,,x\n'


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_with_a_column_for_the_text_is_a_dump(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(TABLE.replace("met,", "met:").replace(",", mark).replace("met:", "met,"))
    assert rows(path) == [
        ('They met,\n"at last".\n\nThe end.', {"title": ("Talks",), "date": ("2012-06-05",)}),
        ("x", {"title": ("War",)}),
    ]


def test_rows_that_do_not_fit_the_head_are_told(tmp_path: Path) -> None:
    path = tmp_path / "dump.csv"
    path.write_text('id,text\r\n1,One\r\n2\r\n3,Three,more\r\n4,Four,\r\n\r\n5,"Fi"ve\r\n6,Six\r\n')
    assert texts(path) == [
        "One",
        "1 columns where the head has 2",
        "3 columns where the head has 2",
        "Four",
        "not well-formed",
        "Six",
    ]


def test_a_mark_that_is_never_closed_costs_its_own_row_alone(tmp_path: Path) -> None:
    path = tmp_path / "dump.csv"
    path.write_text('id,text\n1,One\n2,"Two\n3,Three\n4,Four\n')
    assert texts(path) == ["One", "a quotation mark is never closed", "Three", "Four"]


def test_a_table_of_open_marks_is_done_with_soon(tmp_path: Path) -> None:
    path = tmp_path / "dump.csv"
    path.write_text("id,text\n" + '1,"' + "x" * 50 + "\n" + '2,a"b\n' * 300_000)
    told = texts(path)
    assert told[0] == "a quotation mark is never closed"
    assert len(told) > 1


def test_a_line_that_is_too_long_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "dump.csv"
    path.write_text("id,text\n1,One\n2," + "x" * 2_000_000 + "\n3,Three\n")
    assert texts(path) == ["One", "longer than 1 MB", "Three"]


def test_a_table_of_something_else_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_text("country,year,price\nFrance,2011,3\n")
    assert refusal(path).startswith("a table without a column for the text (text, body, ")
    assert refusal(path).endswith("name yours under dumps in config.yaml")


def test_copy_that_begins_with_a_list_is_copy(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    content = "Text, date\n"
    path.write_text(content)
    assert [article.text for article in articles(path)] == [content]
