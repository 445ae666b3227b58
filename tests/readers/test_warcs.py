"""Web archives: the pages in them are taken in with their addresses, and nothing of the rest."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import pytest

from index.readers import Unreadable
from tests.readers.gone_through import gone_through, refusal
from tests.samples import warcs
from tests.samples.copy import page
from tests.samples.warcs import Crawl, chunked

_SITE = "https://sample.example"


def _found(tmp_path: Path, data: bytes) -> list[str]:
    """The addresses of the articles, a reason in the place of one."""
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(data)
    return [
        found.reason if isinstance(found, Unreadable) else found.given["url"][0]
        for found in gone_through(path)
    ]


def _paths(tmp_path: Path, data: bytes) -> list[str]:
    return [found.removeprefix(_SITE) for found in _found(tmp_path, data)]


@pytest.mark.parametrize("packed", [False, True])
def test_pages_are_taken_in_and_what_sites_and_crawlers_put_beside_them_is_not(
    packed: bool, tmp_path: Path
) -> None:
    assert _paths(tmp_path, warcs.of_pages(packed=packed)) == ["/river/31", "/river/32"]


def test_pages_sent_in_pieces_or_packed_by_the_server_are_read(tmp_path: Path) -> None:
    assert _paths(tmp_path, warcs.packed()) == ["/river/33", "/river/34"]


@pytest.mark.parametrize("bare", [False, True])
def test_pages_that_the_server_deflated_are_read(bare: bool, tmp_path: Path) -> None:
    packer = zlib.compressobj(wbits=-15 if bare else 15)
    data = packer.compress(page(1).encode()) + packer.flush()
    crawl = Crawl(packed=True).answer("/d", data, headers=[("Content-Encoding", "deflate")])
    assert _paths(tmp_path, crawl.bytes()) == ["/d"]


def test_what_is_packed_in_another_way_is_named(tmp_path: Path) -> None:
    crawl = Crawl(packed=True).answer("/b", b"\x1b\x03", headers=[("Content-Encoding", "br")])
    (reason,) = _found(tmp_path, crawl.answer("/good", page(1)).bytes())[:1]
    assert (
        reason
        == "https://sample.example/b: packed by the web server in a way that is not read (br)"
    )


def test_records_of_saved_files_are_read_without_what_a_server_said(tmp_path: Path) -> None:
    assert _paths(tmp_path, warcs.of_resources()) == ["/river/35", "/river/36.txt"]


def test_the_day_of_the_crawl_is_not_the_day_of_an_article(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(Crawl(packed=False).answer("/a.txt", "No day is told.", "text/plain").bytes())
    (found,) = gone_through(path)
    assert not isinstance(found, Unreadable)
    assert dict(found.given) == {"url": (f"{_SITE}/a.txt",)}
    assert found.guessed == {}


def test_a_page_in_the_encoding_that_the_server_told_of_is_read(tmp_path: Path) -> None:
    copy = "Министр заявил, что переговоры продолжатся. " * 10
    crawl = Crawl(packed=True)
    crawl.answer("/kyrillic.txt", copy.encode("koi8-r"), "text/plain; charset=KOI8-R")
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl.bytes())
    (found,) = gone_through(path)
    assert not isinstance(found, Unreadable)
    assert found.text.strip() == copy.strip()


def test_data_is_taken_where_it_has_articles_and_else_passed_over(tmp_path: Path) -> None:
    crawl = Crawl(packed=True)
    crawl.answer("/api/clicks", '{"clicks": 12, "id": "x"}\n', "application/json")
    crawl.answer("/api/list", '["a", "b"]', "application/json")
    crawl.answer("/api/story", '{"title": "T", "text": "A story."}\n', "application/json")
    crawl.answer("/sitemap.xml", "<?xml version='1.0'?><urlset></urlset>", "text/xml")
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(crawl.bytes())
    (found,) = gone_through(path)
    assert not isinstance(found, Unreadable)
    assert found.text == "A story."


def test_a_page_that_cannot_be_read_is_named_by_its_address(tmp_path: Path) -> None:
    crawl = Crawl(packed=True).answer("/empty", "").answer("/odd", b"\x89PNG\r\n\x1a\n\0\0")
    assert _found(tmp_path, crawl.answer("/good", page(1)).bytes()) == [
        f"{_SITE}/empty: empty",
        f"{_SITE}/odd: a picture",
        f"{_SITE}/good",
    ]


def test_an_archive_that_is_cut_short_gives_what_is_whole(tmp_path: Path) -> None:
    for packed in (True, False):
        data = warcs.of_pages(packed=packed)
        *found, reason = _found(tmp_path, data[: len(data) - 900])
        assert found[0] == f"{_SITE}/river/31"
        assert reason.endswith("it ends in the middle; what follows is not read")


def test_a_damaged_record_ends_the_reading_and_says_so(tmp_path: Path) -> None:
    data = warcs.of_pages()
    at = data.index(b"Content-Length: ", data.index(b"Type: response")) + len(b"Content-Length: ")
    assert _found(tmp_path, data[:at] + b"900" + data[data.index(b"\r\n", at) :]) == [
        f"{_SITE}/river/31",
        "a damaged web archive; what follows is not read",
    ]


def test_heads_without_an_end_are_not_held(tmp_path: Path) -> None:
    endless = b"WARC/1.0\r\nX: " + b"a" * 3_000_000
    (reason,) = _found(tmp_path, endless)
    assert "has no end" in reason
    crawl = Crawl(packed=False).answer("/a", page(1), headers=[("X", "a" * 3_000_000)])
    found = _found(tmp_path, crawl.answer("/b", page(2)).bytes())
    assert found == [f"{_SITE}/a: what the web server said of it has no end", f"{_SITE}/b"]


def test_a_page_that_unpacks_to_far_too_much_is_named(tmp_path: Path) -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = b"".join(packer.compress(bytes(1 << 20)) for _ in range(200)) + packer.flush()
    said = [("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")]
    crawl = Crawl(packed=False).answer("/bomb", chunked(bomb, 1 << 30), headers=said)
    found = _found(tmp_path, crawl.answer("/good", page(1)).bytes())
    assert found[0].startswith(f"{_SITE}/bomb: ")
    assert found[-1] == f"{_SITE}/good"


def test_without_its_library_a_web_archive_says_what_adds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == "warcio"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "warcio", None)
    path = tmp_path / "crawl.warc"
    path.write_bytes(warcs.of_pages())
    assert "`pip install 'dateline[warc]'`" in refusal(path)


def test_what_the_library_prints_is_not_seen(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data = warcs.of_pages().replace(b"/logo.png", b"/l o\x1b[3m")
    _found(tmp_path, data.replace(b"\r\n\r\n\r\nWARC", b"\r\n\x1b[31mx\r\n\r\nWARC"))
    assert capfd.readouterr().err == ""
