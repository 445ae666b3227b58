"""Mailboxes: a letter at a time, each an article; and web pages saved as a letter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.readers import Columns, Dump, RawArticle, Unreadable, articles_of, read, reading
from tests.readers.gone_through import BOUNDS, NAMES, articles, gone_through, refusal
from tests.samples import letters, saved_pages


def _articles(folder: Path, data: bytes, name: str = "box") -> list[RawArticle]:
    path = folder / name
    path.write_bytes(data)
    return [each for each in gone_through(path) if isinstance(each, RawArticle)]


def test_each_letter_of_a_mailbox_is_read_as_a_letter(tmp_path: Path) -> None:
    found = _articles(tmp_path, letters.mailbox())
    assert [(each.part, each.given["title"][0]) for each in found] == [
        ("letter 1.eml", "Water board: no ban on hoses – for now"),
        ("letter 2.eml", "From dawn to dusk"),
        ("letter 3.eml", "Fwd: Statement on the delay"),
        ("letter 3.eml/attachment 1.eml", "Statement on the delay"),
    ]
    assert found[1].given["id"] == ("second@example.org",)


def test_lines_that_were_marked_for_the_mailbox_are_as_they_were(tmp_path: Path) -> None:
    text = _articles(tmp_path, letters.mailbox())[1].text
    assert text == (
        "The strike began at dawn.\n\nFrom the gate they marched.\n\n"
        ">From afar it looked small.\n\n> From what I hear,\n>From there it spread.\n\n"
        "From noon on nobody worked."
    )


def test_archives_of_lists_and_of_google_are_mailboxes(tmp_path: Path) -> None:
    bulletins = _articles(tmp_path, letters.archive_of_a_list())
    assert [each.text for each in bulletins] == [
        f"Bulletin number {number}. The minutes are out." for number in range(1, 6)
    ]
    assert {each.given["author"] for each in bulletins} == {("Jane Roe",)}
    taken_out = _articles(tmp_path, letters.takeout())
    assert [each.given.get("title") for each in taken_out] == [
        ("Ferry line to close",),
        ("Statement on the delay",),
        None,
    ]


def test_a_letter_that_is_too_large_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "box.mbox"
    letter = b"From a@e.org Tue Jun  5 2012\nMessage-ID: <%d@e.org>\nFrom: a\nTo: b\n\n%s\n\n"
    path.write_bytes(
        letter % (1, b"One.")
        + letter % (2, b"y" * 3_000_000)
        + letter % (3, b"x\n" * 600_000)
        + letter % (4, b"Four.")
    )
    bounds = replace(BOUNDS, document=1 << 20)
    dump = read(path, bounds, risky=True)
    assert isinstance(dump, Dump)
    with reading(dump, bounds) as (_, rows):
        found = [
            each for row in rows for each in articles_of(row, Columns(NAMES), bounds, risky=True)
        ]
    told = [each.reason if isinstance(each, Unreadable) else each.text for each in found]
    assert told == [
        "One.",
        "letter 2.eml: larger than 1 MB",
        "letter 3.eml: larger than 1 MB",
        "Four.",
    ]


@pytest.mark.parametrize(
    "data", [saved_pages.chrome(), saved_pages.internet_explorer(), saved_pages.word()]
)
def test_a_saved_page_is_read_as_the_page(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(data)
    (article,) = articles(path)
    assert "“It carries forty tonnes less than it did,” said Mary Quill" in article.text
    assert "in a notice – the third such notice" in " ".join(article.text.split())
    assert "boat" not in article.text, "what stands in a frame is another page"
    assert not article.given.get("date", ("2021-09-14",))[0].startswith("2021-10"), "when saved"


def test_a_saved_page_knows_its_address(tmp_path: Path) -> None:
    for data, url in (
        (saved_pages.chrome(), ("https://gazette.example/2021/bridge?ref=home",)),
        (saved_pages.internet_explorer(), ("http://gazette.example/2021/bridge",)),
        (saved_pages.word(), None),
    ):
        path = tmp_path / "page.mht"
        path.write_bytes(data)
        assert articles(path)[0].given.get("url") == url


def test_a_saved_page_without_a_page_says_so(tmp_path: Path) -> None:
    path = tmp_path / "page.mhtml"
    path.write_bytes(
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://e.org/\nMIME-Version: 1.0\n"
        b"Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/gif\n\nGIF\n--b--"
    )
    assert refusal(path) == "a saved web page in which there is no page"
