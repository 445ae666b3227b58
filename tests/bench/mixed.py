"""A folder of files of all formats, made of the articles of a dump."""

from __future__ import annotations

import csv
import gzip
import html
import io
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from email.message import EmailMessage
from itertools import cycle, islice
from pathlib import Path

from tests.bench.corpus import Piece
from tests.samples import docx, factiva, nexis, pdf, rtf
from tests.samples.stories import Story
from tests.samples.warcs import Crawl
from tests.samples.zips import zipped

_A_FOLDER = 500
_MANY = 10
"""Articles of a file that holds several."""

Make = Callable[[Sequence[Piece]], bytes]


def write_mixed(folder: Path, pieces: Sequence[Piece], count: int) -> int:
    """So many files in folders of some hundred, as many of each format as `FORMATS` says.

    The pieces are used over and over, each time with another first line. Returns the size of all
    files in bytes.
    """
    size = 0
    articles = _numbered(pieces)
    kinds = cycle([kind for kind in FORMATS for _ in range(kind[3])])
    for number, (suffix, many, make, _) in enumerate(islice(kinds, count)):
        place = folder / f"{number // _A_FOLDER:03}"
        place.mkdir(parents=True, exist_ok=True)
        data = make(list(islice(articles, many)))
        (place / f"{number:06}{suffix}").write_bytes(data)
        size += len(data)
    return size


def _numbered(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for number, piece in enumerate(cycle(pieces)):
        title = piece.title or "Untitled"
        yield Piece(title, piece.date, piece.outlet, piece.author, f"No. {number}.\n\n{piece.text}")


def _paragraphs(piece: Piece) -> list[str]:
    return [part.strip() for part in piece.text.split("\n") if part.strip()]


def _story(piece: Piece) -> Story:
    byline = f"By {piece.author or 'Jane Roe'}".encode("ascii", "ignore").decode()
    body = tuple(_paragraphs(piece))
    return Story(piece.title, piece.outlet, piece.date or "2001-01-01", "News", byline, "", body)


def _text(pieces: Sequence[Piece]) -> bytes:
    (one,) = pieces
    return f"{one.title}\n\nBy {one.author}\n\n{one.date}\n\n{one.text}\n".encode()


def _markdown(pieces: Sequence[Piece]) -> bytes:
    (one,) = pieces
    head = {"title": one.title, "date": one.date, "author": one.author, "outlet": one.outlet}
    facts = "".join(f"{name}: {json.dumps(value)}\n" for name, value in head.items() if value)
    return f"---\n{facts}---\n\n{one.text}\n".encode()


def _page(piece: Piece) -> str:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": piece.title,
        "datePublished": piece.date,
        "author": {"@type": "Person", "name": piece.author},
        "publisher": {"@type": "Organization", "name": piece.outlet},
    }
    links = "".join(f'<li><a href="/{n}">Story number {n} of this day</a></li>' for n in range(40))
    copy = "".join(f"<p>{html.escape(words)}</p>\n" for words in _paragraphs(piece))
    return (
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{html.escape(piece.title)}"
        f"</title><script type='application/ld+json'>{json.dumps(told)}</script></head><body>"
        f"<nav><ul>{links}</ul></nav><main><article><h1>{html.escape(piece.title)}</h1>{copy}"
        f"</article><aside><h2>Read more</h2><ul>{links}</ul></aside></main></body></html>"
    )


def _web(pieces: Sequence[Piece]) -> bytes:
    return _page(pieces[0]).encode()


def _letter(piece: Piece) -> bytes:
    letter = EmailMessage()
    letter["Subject"] = " ".join(piece.title.split())
    letter["From"] = "News desk <desk@gazette.example>"
    letter["Date"] = "Thu, 16 May 2024 23:30:00 -0400"
    letter.set_content(piece.text)
    return letter.as_bytes()


def _feed(pieces: Sequence[Piece]) -> bytes:
    entries = "".join(
        f"<item><title>{html.escape(one.title)}</title><guid>{number}</guid>"
        f"<pubDate>Thu, 16 May 2024 23:30:00 -0400</pubDate>"
        f"<description>{html.escape(_page(one))}</description></item>"
        for number, one in enumerate(pieces)
    )
    return (
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Gazette</title>"
        f"{entries}</channel></rss>"
    ).encode()


def _mailbox(pieces: Sequence[Piece]) -> bytes:
    return b"\n".join(
        b"From desk@gazette.example Thu May 16 23:30:00 2024\n" + _letter(one) for one in pieces
    )


def _lines(pieces: Sequence[Piece]) -> bytes:
    return gzip.compress("".join(json.dumps(asdict(one)) + "\n" for one in pieces).encode())


def _table(pieces: Sequence[Piece]) -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, asdict(pieces[0]))
    writer.writeheader()
    writer.writerows(asdict(one) for one in pieces)
    return out.getvalue().encode()


def _pdf(pieces: Sequence[Piece]) -> bytes:
    (one,) = pieces
    western = (each.encode("cp1252", "ignore").decode("cp1252") for each in (one.title, one.text))
    return pdf.story(_story(Piece(next(western), one.date, one.outlet, "", next(western))))


def _crawl(pieces: Sequence[Piece]) -> bytes:
    crawl = Crawl(packed=True).told("gazette.warc.gz")
    for number, one in enumerate(pieces):
        crawl.answer(f"/{number}", _page(one))
    return crawl.bytes()


def _zip(pieces: Sequence[Piece]) -> bytes:
    return zipped({f"{number}.html": _page(one) for number, one in enumerate(pieces)})


FORMATS: tuple[tuple[str, int, Make, int], ...] = (
    (".html", 1, _web, 40),
    (".txt", 1, _text, 15),
    (".pdf", 1, _pdf, 10),
    (".docx", 1, lambda pieces: docx.story(_story(pieces[0])), 8),
    (".eml", 1, lambda pieces: _letter(pieces[0]), 8),
    (".md", 1, _markdown, 6),
    (".rtf", 1, lambda pieces: rtf.story(_story(pieces[0])), 4),
    (".xml", _MANY, _feed, 2),
    (".mbox", _MANY, _mailbox, 1),
    (".jsonl.gz", _MANY, _lines, 1),
    (".csv", _MANY, _table, 1),
    (".warc.gz", _MANY, _crawl, 1),
    (".zip", _MANY, _zip, 1),
    (".txt", _MANY, lambda pieces: nexis.classic_text([_story(one) for one in pieces]), 1),
    (".txt", _MANY, lambda pieces: factiva.codes_text([_story(one) for one in pieces]), 1),
)
"""Suffix, articles a file, what makes it, and how many of a hundred files are such."""
