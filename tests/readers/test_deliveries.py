"""Deliveries of LexisNexis and Factiva: each article by itself, with what is stated of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.readers import RawArticle, Unreadable
from index.readers.deliveries import Delivered, split, split_page, split_text
from index.readers.deliveries.languages import code_of
from index.readers.deliveries.pieces import spelled
from tests.samples import factiva, nexis
from tests.samples.stories import CHESS, FLOOD, HARBOUR, STORIES, Story


def as_text(data: bytes) -> Delivered | None:
    return split_text(data.decode("utf-8-sig"))


def as_page(data: bytes) -> Delivered | None:
    return split_page(data.decode())


def as_paragraphs(words: list[str]) -> Delivered | None:
    return split([(None, each) for each in words])


LAYOUTS = {
    "nexis text": lambda stories: as_text(nexis.classic_text(stories)),
    "nexis labelled": lambda stories: as_text(nexis.labelled_text(stories)),
    "nexis page": lambda stories: as_page(nexis.classic_html(stories)),
    "nexis uni": lambda stories: as_paragraphs(nexis.uni_paragraphs(stories)),
    "nexis uni, no cover": lambda stories: as_paragraphs(
        nexis.uni_paragraphs(stories, cover=False)
    ),
    "nexis uni, no empty lines": lambda stories: as_paragraphs(
        [words for words in nexis.uni_paragraphs(stories) if words]
    ),
    "factiva codes": lambda stories: as_text(factiva.codes_text(stories)),
    "factiva page": lambda stories: as_page(factiva.codes_html(stories)),
    "factiva shown page": lambda stories: as_page(factiva.shown_html(stories)),
    "factiva shown": lambda stories: as_paragraphs(factiva.shown_lines(stories)),
    "factiva shown text": lambda stories: as_text(
        "\n".join(factiva.shown_lines(stories, contents=False)).encode()
    ),
}


def articles(found: Delivered | None) -> list[RawArticle]:
    assert found is not None
    assert not [each for each in found if isinstance(each, Unreadable)]
    return [each for each in found if isinstance(each, RawArticle)]


def body(article: RawArticle) -> list[str]:
    """The paragraphs, without pictures' captions and on one line each."""
    captions = {mark.start for mark in article.marks if mark.what == "caption"}
    found = []
    at = 0
    for words in article.text.split("\n\n"):
        if at not in captions:
            found.append(" ".join(words.split()))
        at += len(words) + 2
    return found


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("stories", [STORIES, [FLOOD]], ids=["many", "one"])
def test_each_article_is_given_with_its_facts_and_its_body_alone(
    layout: str, stories: tuple[Story, ...]
) -> None:
    found = articles(LAYOUTS[layout](stories))
    assert [each.given["title"] for each in found] == [(story.title,) for story in stories]
    for each, story in zip(found, stories, strict=True):
        assert body(each) == list(story.body)
        assert each.given["outlet"] == (story.outlet,)
        assert each.given["author"] == (story.byline,)
        assert each.given["language"] == ("en",)


@pytest.mark.parametrize(
    ("layout", "told"),
    [
        ("nexis text", "November 30, 2019 Saturday"),
        ("nexis page", "2019-11-30T10:50:00+00:00"),
        ("nexis uni", "2019-11-30T23:30:00-05:00"),
        ("factiva codes", "2019-11-30T14:05:00"),
        ("factiva shown page", "2019-11-30T14:05:00"),
        ("factiva shown", "30 November 2019"),
    ],
)
def test_the_day_is_the_one_printed_with_its_hour_and_zone(layout: str, told: str) -> None:
    assert articles(LAYOUTS[layout](STORIES))[1].given["date"] == (told,)


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if "shown" not in name])
def test_the_section_is_given_where_the_delivery_has_it(layout: str) -> None:
    sections = [each.given["section"][0] for each in articles(LAYOUTS[layout](STORIES))]
    pages = [story.section for story in STORIES]
    assert sections in (pages, [page.split(";")[0] for page in pages])


def test_an_accession_number_is_the_articles_id() -> None:
    for layout in ("factiva codes", "factiva page", "factiva shown"):
        found = articles(LAYOUTS[layout](STORIES))
        assert [each.given["id"] for each in found] == [
            (factiva.number_of(story),) for story in STORIES
        ]


def test_the_place_of_the_dateline_and_the_caption_are_told() -> None:
    for layout in ("nexis text", "nexis uni"):
        article = articles(LAYOUTS[layout](STORIES))[0]
        assert article.given["dateline"] == ("PORT SALTER",)
        (mark,) = article.marks
        assert mark.what == "caption"
        assert article.text[mark.start : mark.end] == "PHOTO: A view of the place"


def test_a_document_without_a_day_has_none() -> None:
    undated = replace(CHESS, day="")
    for found in (
        as_text(nexis.classic_text([undated])),
        as_paragraphs(nexis.uni_paragraphs([undated])),
    ):
        (article,) = articles(found)
        assert "date" not in article.given
        assert article.given["title"] == (CHESS.title,)
        assert article.given["outlet"] == (CHESS.outlet,)


def test_documents_that_are_announced_and_not_there_are_told() -> None:
    found = as_text(nexis.classic_text(total=7))
    assert found is not None
    assert isinstance(found[-1], Unreadable)
    assert found[-1].reason == "documents 4 to 7 of 7: not in the delivery"
    assert len(found) == 4
    text = nexis.classic_text().decode("utf-8-sig")
    second = text.index("2 of 3 DOCUMENTS"), text.index("3 of 3 DOCUMENTS")
    found = as_text((text[: second[0]] + text[second[1] :]).encode())
    assert found is not None
    assert [each.reason for each in found if isinstance(each, Unreadable)] == [
        "document 2 of 3: not in the delivery"
    ]


def test_a_part_of_a_large_delivery_is_measured_by_what_was_asked_for() -> None:
    found = as_text(nexis.classic_text([HARBOUR, FLOOD], total=800, first=201, last=202))
    assert len(articles(found)) == 2
    found = as_text(nexis.classic_text([HARBOUR, FLOOD], total=800, first=201, last=205))
    assert found is not None
    assert [each.reason for each in found if isinstance(each, Unreadable)] == [
        "documents 203 to 205 of 800: not in the delivery"
    ]


def test_the_missing_of_a_cover_are_named_by_their_headlines() -> None:
    found = as_paragraphs(nexis.uni_paragraphs([HARBOUR, CHESS], announced=3))
    assert found is not None
    assert isinstance(found[-1], Unreadable)
    assert found[-1].reason == (
        f"1 of the 3 documents that the cover announces: not in the delivery ({FLOOD.title})"
    )
    assert [each.given["title"] for each in found if isinstance(each, RawArticle)] == [
        (HARBOUR.title,),
        (CHESS.title,),
    ]


def test_a_document_without_text_is_told_and_the_others_are_read() -> None:
    found = as_paragraphs(nexis.uni_paragraphs([HARBOUR, replace(FLOOD, body=()), CHESS]))
    assert found is not None
    words = [each for each in found if isinstance(each, RawArticle)]
    assert len(words) == 3  # the picture's description is printed with it
    empty = [
        each
        for each in nexis.uni_paragraphs([replace(FLOOD, body=())])
        if not each.startswith(("PHOTO", "Graphic"))
    ]
    (refused,) = as_paragraphs(empty) or []
    assert isinstance(refused, Unreadable)
    assert refused.reason == f'document 1, "{FLOOD.title}": the delivery has no text of it'


@pytest.mark.parametrize(
    "words",
    [
        "NOTE: this paragraph of copy begins with a word and a colon.",
        "UPDATE: the union said on Wednesday that it would talk.",
        "CITY: a paragraph on the city and its port, in the middle of the text.",
        "IN a statement the union said no.",
        "RE: your letter of last week, the union wrote.",
    ],
)
def test_copy_that_begins_as_a_label_does_stays_copy(words: str) -> None:
    story = replace(HARBOUR, body=(HARBOUR.body[0], words, *HARBOUR.body[1:]))
    for name, layout in LAYOUTS.items():
        (article,) = articles(layout([story]))
        assert body(article) == list(story.body), name


@pytest.mark.parametrize(
    "text",
    [
        "Talks falter\n\nThe envoys filed 1 of 25 documents on Monday, and went home.\n",
        "1 of 25 DOCUMENTS\n\nThe envoys went home.\n",
        "Document 1 of 3\n\nTitle: Talks falter\n\nFull text: The envoys went home.\n",
        "The paper said so.\n\nEnd of Document\n",
        "Document A5\n\nThe envoys went home.\n",
        "",
    ],
)
def test_what_only_looks_like_a_delivery_is_none(text: str) -> None:
    assert split([(None, block) for block in text.split("\n\n")]) is None
    assert split_text(text) is None


def test_a_delivery_in_another_language_of_the_screen_is_read() -> None:
    text = (
        "Dokument 1 von 1\n\n\nDie Neue Zeitung\n\nDienstag 10. Dezember 2019\n\n"
        "Streik im Hafen\n\nAUTOR: Jana Rot\n\nRUBRIK: POLITIK; S. 3\n\nLÄNGE: 12 Wörter\n\n"
        "Die Arbeiter im Hafen legten am Dienstag die Arbeit nieder.\n\n"
        "UPDATE: 11. Dezember 2019\n\nSPRACHE: GERMAN; DEUTSCH\n\nPUBLICATION-TYPE: Zeitung\n\n"
        "Copyright 2019 Die Neue Zeitung\nAlle Rechte vorbehalten\n"
    )
    (article,) = articles(as_text(text.encode()))
    assert article.text == "Die Arbeiter im Hafen legten am Dienstag die Arbeit nieder."
    assert article.given == {
        "title": ("Streik im Hafen",),
        "date": ("Dienstag 10. Dezember 2019",),
        "outlet": ("Die Neue Zeitung",),
        "section": ("POLITIK; S. 3",),
        "author": ("Jana Rot",),
        "language": ("de",),
    }


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("ENGLISH", "en"),
        ("GERMAN; DEUTSCH", "de"),
        ("Anglais", "en"),
        ("Chinese - Simplified", "zh"),
        ("中文(简体)", "zh"),
        ("Bahasa Indonesia", "id"),
        ("WSJ", None),
        ("First", None),
        ("(c) 2012 The Herald", None),
    ],
)
def test_a_language_is_known_by_its_name_and_a_code_is_none(named: str, code: str | None) -> None:
    assert code_of(named) == code


def test_what_is_missing_of_very_many_is_told_in_part() -> None:
    numbers = list(range(1, 2000, 2))
    told = spelled(numbers)
    assert told.startswith("1, 3, 5, 7")
    assert told.endswith("39 and others")
    assert spelled([3, 4, 7, 8, 9, 12]) == "3 and 4, 7 to 9 and 12"
