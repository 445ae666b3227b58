"""ninjs: items of every generation, alone and many in a file; other JSON stays what it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.readers import Dump, RawArticle, Unreadable, read
from tests.readers.gone_through import (
    BOUNDS,
    articles,
    content,
    gone_through,
    refusal,
    set_as,
    texts,
)
from tests.samples import ninjs

_ITEM: dict[str, Any] = {"uri": "urn:x:1", "versioncreated": "2020-02-09", "pubstatus": "usable"}


def _written(folder: Path, data: bytes | object) -> Path:
    path = folder / "told by its content"
    path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
    return path


def test_an_item_of_the_first_generation(tmp_path: Path) -> None:
    article, beside = articles(_written(tmp_path, ninjs.first()))
    assert article.given == {
        "id": ("http://news.example/items/20130709-123",),
        "title": ("Captain of wrecked ship on trial",),
        "author": ("Paola Sanna and Frank Dale",),
        "agency": ("Coast News",),
        "section": ("Justice",),
        "date": ("2013-07-09T11:02:00+02:00",),
        "updated": ("2013-07-09T10:37:00+00:00",),
        "language": ("en",),
    }
    assert article.guessed["url"][0] == "http://news.example/items/20130709-123"
    assert article.text == (
        "GROSSETO, Italy (CN) -- The trial of the captain has begun.\n\nAt the door\n\n"
        "He was silent."
    )
    assert set_as(article) == [("subhead", "At the door")]
    assert beside.text == "The ship struck a reef in January 2012."
    assert beside.part == "item 2", "an article associated is one of its own, a picture is none"


def test_an_item_of_the_second_generation(tmp_path: Path) -> None:
    (article,) = articles(_written(tmp_path, ninjs.second()))
    assert article.given == {
        "id": ("urn:newsml:nap.example:20210526:a0f2",),
        "title": ("Stor övning hålls 2023",),
        "agency": ("NAP",),
        "section": ("Krig och konflikter",),
        "date": ("2021-05-26T13:40:18+02:00",),
        "language": ("sv",),
    }, "an agency is no author"
    assert article.text == (
        "Övningen ställdes in i fjol.\n\nNu blir det 2023.\n\nDet är tidigt, säger Jonas Berg."
    )
    assert set_as(article) == [("block quote", "Det är tidigt, säger Jonas Berg.")]


def test_nitf_in_an_item_is_text_already_whatever_encoding_it_once_was_in(tmp_path: Path) -> None:
    copy = "<body><body.content><p>At Zoë’s café no word was said.</p></body.content></body>"
    told = f'<?xml version="1.0" encoding="iso-8859-1"?><nitf>{copy}</nitf>'
    data = {**json.loads(ninjs.third()), "bodies": [{"role": "nitf", "value": told}]}
    assert articles(_written(tmp_path, data))[0].text.endswith("At Zoë’s café no word was said.")


def test_an_item_of_the_third_generation_with_nitf(tmp_path: Path) -> None:
    (article,) = articles(_written(tmp_path, ninjs.third()))
    assert article.given["title"] == ("Elfmeter: Hatte der Schiedsrichter recht?",)
    assert article.given["author"] == ("Christian Berg",)
    assert article.given["agency"] == ("dnw",)
    assert article.given["id"] == ("urn:newsml:dnw.example:20190510-99",)
    assert article.text == "Der Trainer regte sich auf.\n\n«Nie und nimmer», sagte er."


@pytest.mark.parametrize("data", [ninjs.lines(), ninjs.array()])
def test_items_are_read_one_by_one(tmp_path: Path, data: bytes) -> None:
    path = _written(tmp_path, data)
    assert isinstance(read(path, BOUNDS, risky=True), Dump)
    first, second, third = gone_through(path)
    for item in (first, third):
        assert isinstance(item, RawArticle)
        assert item.marked
        assert "title" in item.given
    assert isinstance(second, RawArticle | Unreadable)
    told = second.reason if isinstance(second, Unreadable) else second.text
    assert told in ("withdrawn by its agency", "No item at all.")


def test_an_item_larger_than_the_sample_is_told(tmp_path: Path) -> None:
    item = {"renditions": {"x": "y" * 70_000}, **_ITEM, "body_html": "<p>The <b>end</b>.</p>"}
    assert [a.text for a in articles(_written(tmp_path, {**_ITEM, **item}))] == ["The end."]
    assert texts(_written(tmp_path, [{**_ITEM, **item}] * 2)) == ["The end."] * 2


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"pubstatus": "canceled", "body_text": "Wrong."}, "withdrawn by its agency"),
        ({"pubstatus": "http://cv.example/pubstatusg2/canceled"}, "withdrawn by its agency"),
        ({"type": "picture", "description_text": "A ship."}, "a picture"),
        ({"type": "event"}, "an event, no article"),
        ({"headline": "Talks"}, "no text, only a headline"),
        ({"body_text": 7, "bodies": [3, {"value": None}], "headlines": {}}, "no text"),
    ],
)
def test_what_is_no_article_says_why(tmp_path: Path, more: dict[str, Any], reason: str) -> None:
    path = _written(tmp_path, {**_ITEM, **more})
    assert refusal(path).startswith(reason)


def test_what_stands_for_copy_is_read_where_there_is_no_other(tmp_path: Path) -> None:
    item = {**_ITEM, "type": "text", "descriptions": [{"role": "text", "value": "Google buys."}]}
    assert articles(_written(tmp_path, item))[0].text == "Google buys."


def test_rows_of_other_dumps_are_left_to_these(tmp_path: Path) -> None:
    row = {**_ITEM, "slugline": "talks", "text": "Plain copy.", "source": "The Times"}
    assert texts(_written(tmp_path, [row, row])) == ["Plain copy."] * 2
    (article,) = gone_through(_written(tmp_path, [row]))
    assert isinstance(article, RawArticle)
    assert article.given["outlet"] == ("The Times",)


@pytest.mark.parametrize(
    "more",
    [
        {"bodies": [{"role": "nitf", "value": "<!DOCTYPE x [<!ENTITY j 'x'>]><nitf>&j;</nitf>"}]},
        {"bodies": [{"role": "nitf", "value": "<nitf><body>"}]},
        {"body_html": "<div>" * 20_000},
        {"associations": [[[[]]]], "headlines": [{"value": {"a": []}}]},
        {"byline": ["x"], "source": {"name": {}}, "subject": "x", "language": 7},
    ],
)
def test_hostile_items_are_told(tmp_path: Path, more: dict[str, Any]) -> None:
    (found,) = content(_written(tmp_path, {**_ITEM, **more})).found or ()
    assert isinstance(found, Unreadable)


def test_items_within_items_end(tmp_path: Path) -> None:
    item: dict[str, Any] = {**_ITEM, "body_text": "The innermost."}
    for number in range(50):
        item = {**_ITEM, "body_text": f"Number {number}.", "associations": {"a": item}}
    assert len(articles(_written(tmp_path, item))) == 4
