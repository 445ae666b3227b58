"""Pages in every encoding, as browsers save them, and pages that are made to do harm."""

from __future__ import annotations

import logging
import socket
from pathlib import Path

import pytest

from tests.readers.gone_through import articles, refusal
from tests.readers.html.pages import COPY, article_of, page, paragraphs

_ARTICLE = f"<article><h1>Ferry sails again</h1>{paragraphs()}</article>"
_CAFE = "Au café, « la traversée » fut l’affaire du jour, dit à l’abri Łukasz, le garçon."


def _declared(encoding: str, copy: str) -> str:
    return page(f'<meta charset="{encoding}">', f"<h1>Ferry</h1>{paragraphs(*COPY, copy)}")


@pytest.mark.parametrize(
    ("data", "kept"),
    [
        (_declared("utf-8", _CAFE).encode(), _CAFE),
        (_declared("iso-8859-2", _CAFE).encode(), _CAFE),
        (_declared("utf-8", _CAFE).encode("utf-8-sig"), _CAFE),
        (_declared("utf-16", _CAFE).encode("utf-16"), _CAFE),
        (_declared("iso-8859-1", _CAFE.replace("Ł", "L")).encode("cp1252"), "l’affaire du jour"),
        (_declared("windows-1251", "«Паром снова ходит», — сказал он.").encode("cp1251"), "Паром"),
        (_declared("no-such", _CAFE.replace("Ł", "L")).encode("cp1252"), "café"),
        (_declared("hex", _CAFE.replace("Ł", "L")).encode("cp1252"), "café"),
        (_declared("gb2312", "渡轮周一恢复通航。").encode("gb18030"), "渡轮周一恢复通航。"),
        (page("", f"<h1>Ferry</h1>{paragraphs()}").encode().replace(b"quay", b"qu\0ay"), "quay"),
    ],
    ids=[
        "utf-8",
        "encoded anew",
        "mark",
        "utf-16",
        "latin",
        "cyrillic",
        "unknown",
        "no text",
        "gb",
        "nulls",
    ],
)
def test_pages_are_read_in_the_encoding_that_they_have(
    tmp_path: Path, data: bytes, kept: str
) -> None:
    assert kept in article_of(tmp_path, data).text


def test_a_page_that_a_browser_saved_is_the_same_article(tmp_path: Path) -> None:
    comment = "<!-- saved from url=(0040)https://harbourpost.example/islands/ferry -->\n"
    html = page('<base href="file:///C:/Users/roe/">', _ARTICLE)
    saved = comment + html.replace("<h1>", '<a href="file:///C:/page_files/x.html"></a><h1>')
    article = article_of(tmp_path, saved)
    assert article.text == article_of(tmp_path, page("", _ARTICLE)).text
    assert article.given["url"] == ("https://harbourpost.example/islands/ferry",)


@pytest.mark.parametrize(
    "html",
    [
        '<!DOCTYPE html [<!ENTITY own SYSTEM "file:///etc/passwd">]>'
        + page("", _ARTICLE + "&own;"),
        page('<link rel="canonical" href="http://127.0.0.1:9/x"><base href="http://127.0.0.1:9/">',
             '<img src="http://127.0.0.1:9/a.png"><iframe src="http://127.0.0.1:9/"></iframe>'
             + _ARTICLE + "<script src='http://127.0.0.1:9/s.js'>document.write('harm')</script>"),
    ],
    ids=["entity", "addresses"],
)  # fmt: skip
def test_nothing_outside_of_a_page_is_reached_for(
    tmp_path: Path, html: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("a page was fetched")

    monkeypatch.setattr(socket.socket, "connect", refused)
    text = article_of(tmp_path, html).text
    assert text.split("\n\n")[:4] == list(COPY)
    assert "root:" not in text
    assert "harm" not in text


@pytest.mark.parametrize(
    "html",
    [
        page("", "<div>" * 300_000 + _ARTICLE),
        page("", "<p>" + "<b>" * 50_000 + "News."),
        page("", "<table><tr><td>" * 5_000 + _ARTICLE),
    ],
    ids=["divs", "bold", "tables"],
)
def test_tags_without_end_are_refused(tmp_path: Path, html: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(html)
    assert refusal(path) == "its tags are nested too deeply"


def test_attributes_without_end_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    attributes = " ".join(f"a{number}='x'" for number in range(200_000))
    path.write_text(page("", f"<div {attributes}>{_ARTICLE}</div>"))
    assert refusal(path) == "a tag has more attributes than any page needs"


def test_a_long_value_is_no_heap_of_attributes(tmp_path: Path) -> None:
    html = page("", f"<div class='{'a-b ' * 250_000}' data-x='{'1 ' * 90_000}'>{_ARTICLE}</div>")
    assert article_of(tmp_path, html).text.split("\n\n") == list(COPY)


def test_data_without_end_are_passed_over(tmp_path: Path) -> None:
    script = '<script type="application/ld+json">{}</script>'
    head = script.format("[" * 100_000) + script.format('{"a":' * 900 + "1" + "}" * 900)
    assert article_of(tmp_path, page(head, _ARTICLE)).text.split("\n\n") == list(COPY)


def test_a_heap_of_paragraphs_is_read_in_a_time_that_grows_with_it(tmp_path: Path) -> None:
    copy = [f"{COPY[2]} It was number {number}." for number in range(5_100)]
    article = article_of(tmp_path, page("", f"<h1>Ferry</h1>{paragraphs(*copy)}"))
    assert article.text.split("\n\n") == copy


def test_what_a_page_brings_a_library_to_say_is_not_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "page.html"
    path.write_text(page("<title>Ferry</title>", "<div></div>"))
    with caplog.at_level(logging.DEBUG):
        refusal(path)
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


def test_the_first_of_several_articles_is_the_pages(tmp_path: Path) -> None:
    other = [
        f"Another paragraph, number {number}, of what the next story says." for number in "1234"
    ]
    following = f"<article><h1>Bakery opens</h1>{paragraphs(*other)}</article>"
    html = page('<meta property="og:title" content="Ferry sails again">', _ARTICLE + following)
    article = article_of(tmp_path, html)
    assert article.text.split("\n\n") == list(COPY)
    assert article.given["title"] == ("Ferry sails again",)


def test_plain_words_about_the_web_are_no_page(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("The page began with <html> and ended with </html>, he said.\n")
    assert articles(path)[0].text.startswith("The page began with <html>")
