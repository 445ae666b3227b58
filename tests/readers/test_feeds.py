"""Feeds: each entry an article, with its facts as they were written; nothing is ever fetched."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.readers import RawArticle
from tests.hostile_xml import DECLARING, OUTSIDE
from tests.readers.gone_through import articles, found_in, refusal
from tests.samples import feeds

pytestmark = pytest.mark.usefixtures("nothing_outside")

_ITEM = "<item><title>Talks</title><description>{}</description></item>"
_RSS = '<rss version="2.0"><channel><title>Wire</title>{}</channel></rss>'


def _first(folder: Path, data: bytes | str) -> RawArticle:
    first = found_in(folder, data)[0]
    assert isinstance(first, RawArticle)
    return first


def test_an_entry_is_an_article_with_what_the_feed_says_of_it(tmp_path: Path) -> None:
    article = _first(tmp_path, feeds.rss2())
    assert article.given == {
        "title": ("Ferries & buses stand still",),
        "url": ("https://gazette.example/2024/ferries/",),
        "date": ("2024-05-16T23:30:00-04:00",),
        "author": ("Maria Lindqvist",),
        "outlet": ("The Harbour Gazette",),
        "section": ("Transport",),
        "language": ("en-GB",),
        "id": ("https://gazette.example/?p=101",),
    }
    assert article.part == "entry 1"


def test_the_whole_article_comes_before_its_excerpt(tmp_path: Path) -> None:
    article = _first(tmp_path, feeds.rss2())
    assert article.text.startswith("Nothing moves on the coast on Friday, said Ruth Okafor.\n\n")
    assert [(mark.what, article.text[mark.start : mark.end]) for mark in article.marks] == [
        ("subhead", "Who is on strike"),
        ("item", "Captains"),
        ("item", "Drivers"),
        ("block quote", "“We waited long enough,” she said."),
        ("caption", "The empty quay."),
    ]


def test_an_entry_without_text_is_told_and_costs_no_other(tmp_path: Path) -> None:
    _, second, third = found_in(tmp_path, feeds.rss2())
    assert second == "entry 2: no text, only a headline"
    assert isinstance(third, RawArticle)
    assert third.text.endswith("\n\nNobody was hurt.")
    assert third.given["author"] == ("Tom Achebe",)
    assert third.given["outlet"] == ("Coast Wire",), "whose it is, says the entry itself"
    assert "url" not in third.given, "a place within a site is no address"


def test_older_rss_is_read_in_its_encoding(tmp_path: Path) -> None:
    article = _first(tmp_path, feeds.rss1())
    assert article.text == "Der Pegel fällt auf „31 Zentimeter”, sagte das Amt."
    assert article.given["date"] == ("2003-08-14T06:05:00+02:00",)
    assert article.given["author"] == ("Jörg Brandt",)
    oldest = _first(tmp_path, feeds.rss091())
    assert oldest.text == "The mill closes in July, its owner said. Ninety lose work."
    assert oldest.given["outlet"] == ("Valley News",)


def test_atom_tells_when_it_was_published_and_when_changed(tmp_path: Path) -> None:
    first, second = articles_of(tmp_path, feeds.atom())
    assert first.given == {
        "title": ("Vote ends at 3 < 4 a.m.",),
        "url": ("https://capitol.example/vote",),
        "date": ("2021-01-06T22:40:00-05:00",),
        "updated": ("2021-01-07T03:00:00+00:00",),
        "author": ("Lena Hoff",),
        "outlet": ("Notes from the Capitol",),
        "section": ("Congress",),
        "language": ("en",),
        "id": ("urn:uuid:1225c695",),
    }
    assert first.text == "The vote ended before dawn.\n\n“It is done,” said Ann Low."
    assert second.given["author"] == ("Guest One", "Guest Two")
    assert second.given["outlet"] == ("Guests' Corner",)
    assert "date" not in second.given
    assert second.guessed["date"] == ("2021-01-05T09:00:00+00:00", "from when it was last changed")
    assert second.text == "Plain words & nothing else."


def articles_of(folder: Path, data: bytes) -> list[RawArticle]:
    path = folder / "feed"
    path.write_bytes(data)
    return articles(path)


def test_json_feed_is_read(tmp_path: Path) -> None:
    first, second, third = found_in(tmp_path, feeds.json_feed())
    assert isinstance(first, RawArticle)
    assert first.given["date"] == ("2020-02-09T18:00:00-05:00",)
    assert first.given["author"] == ("Col Gray",)
    assert first.given["outlet"] == ("Isle Post",)
    assert first.text == "The lamp was lit on Sunday.\n\n“At last,” he said."
    assert isinstance(second, RawArticle)
    assert second.given["author"] == ("The Editors",)
    assert second.text == "No headline here.\n\nOnly words."
    assert third == "entry 3: no text, only a headline"


def test_a_broken_feed_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    broken = _RSS.format(_ITEM.format("The envoys & their\x0b aides left <br> at noon."))
    assert _first(tmp_path, broken).text.startswith("The envoys & their")
    torn = feeds.rss2()[: feeds.rss2().index(b"<title>Third") + 20]
    assert isinstance(found_in(tmp_path, torn)[0], RawArticle)
    path = tmp_path / "feed"
    path.write_text(_RSS.format(""))
    assert refusal(path) == "a feed without entries"


@pytest.mark.parametrize("above", DECLARING, ids=lambda above: above[22:60])
def test_entities_that_a_feed_declares_are_not_read(tmp_path: Path, above: str) -> None:
    path = tmp_path / "feed.rss"
    for encoding in ("utf-8", "utf-16"):
        path.write_bytes((above + _RSS.format(_ITEM.format("&j;" * 1_000))).encode(encoding))
        assert refusal(path) == (
            "an XML file that declares entities of its own, which are not read"
        )


def test_a_document_type_that_lies_elsewhere_is_left_there(tmp_path: Path) -> None:
    article = _first(tmp_path, OUTSIDE + _RSS.format(_ITEM.format("The end.")))
    assert article.text == "The end."


@pytest.mark.parametrize(
    "content",
    [
        _RSS.format(_ITEM.format("<b>" * 20_000 + "Text.")),
        _RSS.format("<item>" * 5_000 + "<title>T</title><description>Text.</description>"),
        _RSS.format(_ITEM.format("<![CDATA[" + "<div>" * 50_000 + "Text.]]>")),
        _RSS.format(_ITEM.format("Text." + "&#x1b;]0;x&#7;&#155;31m")),
        _RSS.format(_ITEM.format("<![CDATA[<script>alert(1)</script>Text.]]>")),
        _RSS.format(_ITEM.format("Text.") + "<!--" * 50_000),
        _RSS.format(_ITEM.format("Text.")) + "<![CDATA[" * 50_000,
        "<?x " * 1 + "?>" + "<!-- -->" * 5_000 + _RSS.format(_ITEM.format("Text.")),
    ],
    ids=range(8),
)
def test_hostile_feeds_are_harmless(tmp_path: Path, content: str) -> None:
    for each in found_in(tmp_path, content):
        words = each if isinstance(each, str) else each.text
        assert "\x1b" not in words
        assert "alert" not in words


def test_json_that_is_made_to_look_like_a_feed_is_harmless(tmp_path: Path) -> None:
    above = {"version": "https://jsonfeed.org/version/1", "title": ["x"], "authors": 7}
    feed = {
        **above,
        "items": [7, {"content_html": ["x"], "tags": {"a": 1}}, {"content_text": "Yes."}],
    }
    first, second, third = found_in(tmp_path, json.dumps(feed))
    assert (first, second) == ("entry 1: not a JSON object", "entry 2: no text, only a headline")
    assert isinstance(third, RawArticle)
    assert third.given == {}
    path = tmp_path / "feed"
    path.write_text(json.dumps({**above, "items": {}}))
    assert refusal(path) == "a feed without entries"


@pytest.mark.parametrize(
    "content",
    [
        '<?xml version="1.0"?><plist version="1.0"><dict/></plist>',
        "<?xml version='1.0' encoding='utf-16'?><kml xmlns='http://www.opengis.net/kml/2.2'/>",
        '<?xml version="1.0"?>\n<!-- note --><feed><entry>Not Atom.</entry></feed>',
        '<?xml version="1.0"?><?xml-stylesheet href="x"?><TEI><text>Old letters.</text></TEI>',
    ],
)
def test_xml_of_another_kind_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(content)
    assert refusal(path) == "an XML file of a kind that is not read"
