"""The page of a paged source, and the part of a file, in every form of a citation."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from index.article import Cited, Fact, NewsForm
from index.export import FORMATS, render
from index.export.citation import citation, place, source
from index.export.parsing import exported

MakeCited = Callable[..., Cited]


@pytest.fixture
def paged(cited: MakeCited) -> Cited:
    """A passage of a report that lies in an archive of files and runs over a page's end."""
    made: Cited = cited("The dam held.", title=Fact("The Dam", "stated"))
    return replace(
        made,
        passage=replace(made.passage, page="4–5"),
        article=replace(made.article, part="2024/may: a | b.pdf"),
    )


def test_a_citation_names_the_page_before_the_paragraph(paged: Cited) -> None:
    assert citation(paged) == '"The Dam," n.d., pp. 4–5, paragraph 4.'
    one = replace(paged, passage=replace(paged.passage, page="xii", paragraph=None))
    assert citation(one) == '"The Dam," n.d., p. xii.'


def test_the_part_is_named_beside_the_file(paged: Cited) -> None:
    facts = dict(source(paged))
    assert facts["Part of the file"] == "2024/may: a | b.pdf"
    assert facts["File"] == "syria plan.txt"
    assert "Part of the file" not in dict(place(paged))


def test_a_table_has_a_column_for_the_page_and_one_for_the_part(paged: Cited) -> None:
    [row] = csv.DictReader(io.StringIO(render([paged], "csv"), newline=""))
    assert (row["page"], row["part"]) == ("4–5", "2024/may: a | b.pdf")


def test_json_has_the_page_in_the_passage_and_the_part_in_the_article(paged: Cited) -> None:
    [annotation] = json.loads(render([paged], "json"))
    assert annotation["passage"]["page"] == "4–5"
    assert annotation["article"]["part"] == "2024/may: a | b.pdf"


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_with_pages_and_parts_is_read_back(paged: Cited, name: str) -> None:
    further = replace(paged, passage=replace(paged.passage, exact="The dam", page="4"))
    further = replace(further, passage=replace(further.passage, end=further.passage.start + 7))
    found = exported(render([paged, further], name))
    assert [(each.exact, each.start, each.end) for each in found] == [
        (each.passage.exact, each.passage.start, each.passage.end) for each in (paged, further)
    ]
    assert {each.file_sha256 for each in found} == {paged.passage.file_sha256}


def test_a_stretch_is_on_the_page_that_began_last_before_it() -> None:
    form = NewsForm(pages=((0, "i"), (10, "ii"), (10, "iii"), (30, "iv")))
    assert form.page_of(0, 5) == "i"
    assert form.page_of(9, 11) == "i–iii"
    assert form.page_of(10, 30) == "iii"  # the end is exclusive
    assert form.page_of(29, 31) == "iii–iv"
    assert form.page_of(40, 40) == "iv"
    assert NewsForm().page_of(0, 5) is None
