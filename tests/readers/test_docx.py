"""Word documents: the copy as printed, how it is set, and what the document says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.newsform.given import Beside
from index.newsform.reading import read_form
from tests.readers.gone_through import articles, content, only, refusal, set_as
from tests.samples import docx
from tests.samples.stories import FLOOD, HARBOUR, STORIES


def test_an_article_is_its_headline_and_its_copy(tmp_path: Path) -> None:
    article = only(tmp_path / "no name", docx.story())
    assert content(tmp_path / "no name").read_by == "docx/1"
    assert article.text.split("\n\n") == [HARBOUR.title, HARBOUR.byline, *HARBOUR.body]
    form = read_form(article.text, beside=Beside({}, article.guessed, article.marks, True))
    assert (form.title.value, form.title.basis) == (HARBOUR.title, "stated")
    assert form.byline.value == ("Jane Roe",)
    assert (form.date.value, form.date.basis) == (HARBOUR.day, "inferred")
    assert form.date.reason == "from the document's own date of creation"


def test_what_a_template_says_of_itself_is_no_fact(tmp_path: Path) -> None:
    article = only(tmp_path / "a.docx", docx.plain())
    assert article.guessed == {}
    assert (article.marks, article.marked) == ((), False)
    assert article.text.split("\n\n") == [FLOOD.title, FLOOD.byline, *FLOOD.body]


def test_headings_lists_quotations_captions_and_tables_are_kept_as_what_they_are(
    tmp_path: Path,
) -> None:
    article = only(tmp_path / "a.docx", docx.structured())
    assert set_as(article) == [
        ("headline", "Harbour talks falter"),
        ("subhead", "Third time in a month"),
        ("item", "a raise of five percent"),
        ("item", "a free Sunday"),
        ("item", "no night shifts for those over sixty"),
        ("block quote", "Nobody goes back for a promise."),
        ("table", "Year | Ships\n2011 | 412\n2012 | 388"),
        ("caption", "Dockers at the gate. Photo: A. Brandt"),
    ]
    assert article.marked
    assert "draft" not in article.text
    assert "Page 1" not in article.text


def test_changes_that_were_tracked_are_taken_and_what_stands_beside_is_left(
    tmp_path: Path,
) -> None:
    assert only(tmp_path / "a.docx", docx.tracked()).text.split("\n\n") == [
        "The talks faltered on Tuesday, off\u2011shore.",
        "One paragraph.",
        "In a field.",
        "The end.",
    ]


@pytest.mark.parametrize("delivery", [docx.nexis_delivery, docx.factiva_delivery])
def test_a_delivery_is_many_articles(tmp_path: Path, delivery: object) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(delivery())  # type: ignore[operator]
    found = articles(path)
    assert [each.given["title"][0] for each in found] == [story.title for story in STORIES]
    assert [each.given["outlet"][0] for each in found] == [story.outlet for story in STORIES]
    assert found[2].text.startswith(STORIES[2].body[0])


def test_the_strict_form_of_the_standard_is_read(tmp_path: Path) -> None:
    def strict(name: str, part: bytes) -> bytes:
        return part.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
        )

    article = only(tmp_path / "a.docx", docx.repacked(docx.story(), strict))
    assert article.text.startswith(HARBOUR.title)


_BOMB = b"<w:document xmlns:w='w'>" + b" " * (40 << 20) + b"</w:document>"
_ENTITY = b'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (
            lambda name, part: _BOMB if name == "word/document.xml" else part,
            "unpacks to more than 200 times its size",
        ),
        (
            lambda name, part: (
                part.replace(b"?>", b"?>" + _ENTITY, 1) if name == "word/document.xml" else part
            ),
            "XML with a document type, which no Word file has",
        ),
        (
            lambda name, part: part[:500] if name == "word/document.xml" else part,
            "damaged: not a whole Word document",
        ),
        (
            lambda name, part: None if name == "word/document.xml" else part,
            "no Word document in it",
        ),
    ],
    ids=["bomb", "entity", "cut", "no document"],
)
def test_hostile_and_damaged_ones_are_refused(tmp_path: Path, change: object, reason: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx.repacked(docx.story(), change))  # type: ignore[arg-type]
    assert refusal(path) == reason


def test_a_file_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx.story()[:-2000])
    assert refusal(path) == "damaged: not a whole Word document"


def test_elements_nested_without_end_are_refused(tmp_path: Path) -> None:
    def nested(name: str, part: bytes) -> bytes:
        return b"<a>" * 100_000 if name == "word/document.xml" else part

    path = tmp_path / "a.docx"
    path.write_bytes(docx.repacked(docx.story(), nested))
    assert refusal(path) in (
        "damaged: not a whole Word document",
        "unpacks to more than 200 times its size",
    )


def test_what_lies_outside_is_never_fetched(tmp_path: Path) -> None:
    def outward(name: str, part: bytes) -> bytes:
        if name != "word/_rels/document.xml.rels":
            return part
        return part.replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'relationships/attachedTemplate" Target="http://192.0.2.1/x.dotm" '
            b'TargetMode="External"/></Relationships>',
        )

    article = only(tmp_path / "a.docx", docx.repacked(docx.story(), outward))
    assert article.text.startswith(HARBOUR.title)
