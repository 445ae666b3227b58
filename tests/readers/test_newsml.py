"""What agencies deliver in XML: its facts, its copy with its structure, nothing from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.readers import RawArticle
from index.readers.bylines import writers
from tests.hostile_xml import DECLARING, OUTSIDE
from tests.readers.gone_through import found_in, refusal
from tests.samples import newsml

pytestmark = pytest.mark.usefixtures("nothing_outside")

_ITEM = (
    '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="1"><itemMeta>{}</itemMeta>'
    "<contentMeta><headline>Talks</headline></contentMeta><contentSet>{}</contentSet></newsItem>"
)
_XHTML = '<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html></inlineXML>'


def _one(folder: Path, data: bytes | str) -> RawArticle:
    (article,) = found_in(folder, data)
    assert isinstance(article, RawArticle), article
    return article


def _set_as(article: RawArticle) -> list[tuple[str, str]]:
    return [(mark.what, article.text[mark.start : mark.end]) for mark in article.marks]


def test_a_news_item_says_its_facts(tmp_path: Path) -> None:
    assert _one(tmp_path, newsml.news_item()).given == {
        "id": ("urn:newsml:coastnews.example:20161121:FED", "CN-77"),
        "title": ("Fed to halt purchases to avert “bubble”",),
        "author": ("Meredith Jameson",),
        "agency": ("CN",),
        "section": ("economy, business and finance",),
        "date": ("2016-11-21T15:21:06-05:00",),
        "updated": ("2016-11-21T16:25:32-05:00",),
        "language": ("en-US",),
    }


def test_copy_in_nitf_keeps_its_structure(tmp_path: Path) -> None:
    article = _one(tmp_path, newsml.news_item())
    assert article.text == (
        "Markets surprised\n\nNEW YORK, Nov. 21 (AP) – The central bank will stop buying bonds, "
        "Ruth Okafor, who heads it, said on Monday.\n\nWhat it means\n\nThe bank on Monday.\n\n"
        "“We have seen enough,” she said.\n\nRates stay.\n\nPurchases end.\n\n"
        "With reports by Tom Achebe."
    )
    assert _set_as(article) == [
        ("subhead", "Markets surprised"),
        ("subhead", "What it means"),
        ("caption", "The bank on Monday."),
        ("block quote", "“We have seen enough,” she said."),
        ("item", "Rates stay."),
        ("item", "Purchases end."),
    ]


def test_a_message_is_read_item_by_item(tmp_path: Path) -> None:
    article, picture, withdrawn = found_in(tmp_path, newsml.news_message())
    assert isinstance(article, RawArticle)
    assert article.part == "item 1"
    assert article.given["title"] == ("Fähren stehen still: Was nun?",)
    assert article.given["author"] == ("Andrej Wolf",)
    assert article.given["agency"] == ("nap",)
    assert article.given["date"] == ("2025-01-27T22:05:00+01:00",)
    assert article.given["updated"] == ("2025-01-28T09:18:34+01:00",)
    assert article.text == (
        "Seit Montag fährt kein Schiff.\n\nKiel (nap) - Kein Schiff verlässt den Hafen.\n\n"
        "Wer streikt\n\n«Alle», sagte Ruth Petersen."
    ), "neither what is printed above it, nor notes to editors, nor the dateline twice"
    assert (picture, withdrawn) == ("item 2: a picture", "item 3: withdrawn by its agency")


def test_copy_in_plain_words_is_read(tmp_path: Path) -> None:
    article = _one(tmp_path, newsml.plain_item())
    assert article.text == (
        "ROSARIO – El río bajó a 31 cm.\n\n“Nunca lo vi así”, dijo un pescador."
    )
    assert article.given["title"] == ("El río baja",)
    assert article.given["agency"] == ("Agencia Sur",)


def test_the_newsml_before_it_is_read(tmp_path: Path) -> None:
    article = _one(tmp_path, newsml.newsml_1())
    assert article.given == {
        "id": ("urn:newsml:afn.example:20200613:doc-1td46m:1",),
        "title": ("Le chanteur se dit « épuisé »",),
        "author": ("Jeanne Roux",),
        "agency": ("AFN",),
        "date": ("2020-06-13T09:12:00+00:00",),
        "updated": ("2020-06-13T10:15:00+02:00",),
        "language": ("fr",),
    }
    assert article.text == (
        "New York (AFN) – Le chanteur a parlé samedi.\n\n« Je suis épuisé », a-t-il dit.\n\n"
        "Le chanteur en 2012"
    )
    assert _set_as(article) == [("caption", "Le chanteur en 2012")]


def test_nitf_is_read_alone(tmp_path: Path) -> None:
    article = _one(tmp_path, newsml.nitf())
    assert article.given == {
        "id": ("1815718",),
        "title": ("Harbor Pilots Vote to Strike",),
        "author": ("MARIA LINDQVIST",),
        "outlet": ("The Harbour Gazette",),
        "section": ("Business",),
        "date": ("2007-01-01",),
        "url": ("http://query.gazette.example/1815718",),
    }
    assert article.text == (
        "Pilots vote 61 to 4.\n\nThe harbor pilots voted 61 to 4 on Sunday to strike.\n\n"
        "''We had no choice,'' said Al Roe."
    ), "a lead that the whole repeats stands there once"


def test_an_embargo_keeps_nothing_out(tmp_path: Path) -> None:
    meta = "<embargoed>2999-01-01T00:00:00Z</embargoed><pubStatus qcode='stat:withheld'/>"
    data = _ITEM.format(meta, "<inlineData>The end.</inlineData>")
    assert _one(tmp_path, data).text == "The end."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_ITEM.format("<itemClass qcode='ninat:text'/>", ""), "no text, only a headline"),
        (_ITEM.format("<itemClass qcode='ninat:video'/>", ""), "a video"),
        (_ITEM.format("", "<remoteContent href='a.xml'/>"), "its text lies in another file"),
        ("<packageItem guid='1'/>", "a package: a list of other items"),
        ("<planningItem guid='1'/>", "a plan of coverage, no article"),
        ("<newsMessage><itemSet/></newsMessage>", "there is no article in it"),
        ("<NewsML><NewsItem/></NewsML>", "no text"),
        ("<nitf><body/></nitf>", "no text"),
        ("<newsItem><itemMeta></newsItem>", "not well-formed XML in line 1"),
    ],
)
def test_what_is_no_article_says_why(tmp_path: Path, data: str, reason: str) -> None:
    path = tmp_path / "item.xml"
    path.write_text(f'<?xml version="1.0"?>{data}')
    assert refusal(path) == reason


@pytest.mark.parametrize("above", DECLARING, ids=lambda above: above[22:60])
def test_entities_that_an_item_declares_are_not_read(tmp_path: Path, above: str) -> None:
    path = tmp_path / "item.xml"
    for encoding in ("utf-8", "utf-16"):
        data = above + _ITEM.format("", "<inlineData>" + "&j;" * 1_000 + "</inlineData>")
        path.write_bytes(data.encode(encoding))
        assert refusal(path) == (
            "an XML file that declares entities of its own, which are not read"
        )


def test_what_lies_outside_is_left_there(tmp_path: Path) -> None:
    included = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/hostname"/>'
    data = OUTSIDE + _ITEM.format("", _XHTML.format(f"<p>The&nbsp;end.</p>{included}"))
    assert _one(tmp_path, data).text == "The end."


@pytest.mark.parametrize(
    "inside",
    [
        "<p>" * 100_000 + "Text." + "</p>" * 100_000,
        "<media><media-reference/></media>" * 30_000 + "<p>Text.</p>",
        "<p>Text.<script>alert(1)</script><span hidden='hidden'>alert</span></p>",
        "<p>Text.&lt;script&gt;</p>" + "<header/>" * 30_000,
        "<p>Text.\x9d0;owned\x9c</p>",
    ],
    ids=range(5),
)
def test_hostile_items_are_bounded(tmp_path: Path, inside: str) -> None:
    (found,) = found_in(tmp_path, _ITEM.format("", _XHTML.format(inside)))
    words = found if isinstance(found, str) else found.text
    assert words.startswith(("Text.", "its elements are nested", "its tags are nested"))
    assert "alert" not in words
    assert "\x9d" not in words


def test_components_within_components_are_bounded(tmp_path: Path) -> None:
    inside = "<ContentItem><DataContent><p>Text.</p></DataContent></ContentItem>"
    deep = 5_000
    data = (
        "<NewsML><NewsItem>"
        + "<NewsComponent>" * deep
        + inside
        + "</NewsComponent>" * deep
        + "</NewsItem></NewsML>"
    )
    assert found_in(tmp_path, data) == ["no text"]


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("Von Andrej Wolf, nap", ["Andrej Wolf"]),
        ("By Ann Low and Al Roe", ["Ann Low and Al Roe"]),
        ("Ann Low (NAP)", ["Ann Low"]),
        ("Par Jeanne Roux", ["Jeanne Roux"]),
        ("NAP/Ann Low", ["NAP/Ann Low"]),
        ("nap", []),
        ("Vonda Shepard", ["Vonda Shepard"]),
        ("", []),
    ],
)
def test_an_agency_is_no_writer(line: str, people: list[str]) -> None:
    assert list(writers([line], ["nap", ""])) == people
