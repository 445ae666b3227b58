"""One folder with samples of every format: one `add`, and everything is in, with its facts."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from index.archive import Report, open_archive
from index.article import Article
from index.config import load_config, shipped
from index.store import articles
from index.store.database import Database
from tests.conftest import SEEDS
from tests.samples import (
    docx,
    factiva,
    feeds,
    letters,
    markdown,
    newsml,
    nexis,
    ninjs,
    pdf,
    rtf,
    saved_pages,
    tables,
    tars,
    texts,
    warcs,
    web_pages,
    zips,
)
from tests.samples.stories import STORIES

Told = tuple[str, str, tuple[str, ...], str]
"""Headline, day, byline and outlet of an article; "" for what is unknown."""

BATHS = ("Jane Roe", "Tom Achebe")
BRIDGE: Told = ("Bridge closed to lorries", "2021-09-14", (), "The Harbour Gazette")
ROWS: list[Told] = [
    ("Bridge closed to lorries", "2021-09-14", ("Mary Quill",), "Harbour Gazette"),
    ("Ships wait for a berth", "2021-09-15", ("Tom Achebe",), "Harbour Gazette"),
]
DELIVERED: list[Told] = [
    (
        story.title,
        story.day,
        tuple(story.byline.removeprefix("By ").split(" and ")),
        story.outlet,
    )
    for story in STORIES
]


def rivers(first: int, count: int, *days: str, outlet: str = "") -> list[Told]:
    """The stories of `tests.samples.copy` with these numbers."""
    return [
        (f"Ministers agree on plan {number} for the river", day, (), outlet)
        for number, day in zip(range(first, first + count), days, strict=True)
    ]


PAGES = ("2021-03-09", "2021-03-09")

FOLDER: dict[str, tuple[Callable[[], bytes], list[Told]]] = {
    "filed.txt": (
        texts.filed,
        [("Council keeps the baths open", "2024-01-16", ("Jane Roe",), "")],
    ),
    "labelled": (
        texts.labelled,
        [("Ferry line to close in June", "2019-03-04", ("Tom Achebe",), "The Valley Herald")],
    ),
    "german.text": (texts.german, [("Stadtrat hält die Bäder offen", "", (), "")]),
    "2019-strike.md": (
        markdown.jekyll,
        [
            (
                "Harbour strike enters second week",
                "2019-03-08",
                ("Maria Lindqvist", "Tom Achebe"),
                "The Harbour Gazette",
            )
        ],
    ),
    "river.md": (
        markdown.hugo,
        [("River falls below its lowest mark", "2022-08-14", ("Jörg Brandt",), "")],
    ),
    "library.markdown": (
        markdown.bare,
        [("Council votes to keep the library open", "2021-05-12", ("Dana Whitfield",), "")],
    ),
    "baths.html": (
        web_pages.cms,
        [("Baths to stay open through the winter", "2024-01-16", BATHS, "Northfield Gazette")],
    ),
    "reprieve.htm": (
        web_pages.saved_by_a_browser,
        [
            (
                "Baths reprieved by a single vote",
                "2009-11-03",
                ("Ruth Okafor",),
                "The Valley Herald",
            )
        ],
    ),
    "old.html": (web_pages.bare, [("Town keeps its baths", "1998-03-04", ("Mary Quill",), "")]),
    "chrome.mhtml": (saved_pages.chrome, [BRIDGE]),
    "explorer.mht": (saved_pages.internet_explorer, [BRIDGE]),
    "word.mht": (saved_pages.word, [BRIDGE]),
    "statement.eml": (
        letters.press_release,
        [("Water board: no ban on hoses – for now", "2024-05-16", ("Inés Marín",), "")],
    ),
    "reply.eml": (
        letters.reply,
        [("Re: Fwd: the council's letter", "2015-02-03", ("Tom Achebe",), "")],
    ),
    "tide.eml": (
        letters.newsletter,
        [("Ferry line to close", "2022-06-03", (), "The Morning Tide")],
    ),
    "list.mbox": (
        letters.archive_of_a_list,
        [
            (f"[press] Bulletin {number}", f"2005-03-0{number}", ("Jane Roe",), "")
            for number in range(1, 6)
        ],
    ),
    "Inbox": (
        letters.mailbox,
        [
            ("Water board: no ban on hoses – for now", "2024-05-16", ("Inés Marín",), ""),
            ("From dawn to dusk", "2012-06-06", ("Ann Low",), ""),
            ("Fwd: Statement on the delay", "2019-10-07", ("Jane Roe",), ""),
            ("Statement on the delay", "2019-10-07", ("Ministry desk",), ""),
        ],
    ),
    "takeout.mbox": (
        letters.takeout,
        [
            ("Ferry line to close", "2022-06-03", (), "The Morning Tide"),
            ("Statement on the delay", "2019-10-07", ("desk@ministry.example",), ""),
            ("The ministry regrets the delay.", "", (), ""),
        ],
    ),
    "rss2.xml": (
        feeds.rss2,
        [
            (
                "Ferries & buses stand still",
                "2024-05-16",
                ("Maria Lindqvist",),
                "The Harbour Gazette",
            ),
            ("Third", "2024-05-14", ("Tom Achebe",), "Coast Wire"),
        ],
    ),
    "rss1.rdf": (
        feeds.rss1,
        [("Der Pegel fällt", "2003-08-14", ("Jörg Brandt",), "Heute am Fluß")],
    ),
    "rss091.rss": (feeds.rss091, [("Mill closes", "", (), "Valley News")]),
    "notes.atom": (
        feeds.atom,
        [
            ("Vote ends at 3 < 4 a.m.", "2021-01-06", ("Lena Hoff",), "Notes from the Capitol"),
            ("Second", "2021-01-05", ("Guest One", "Guest Two"), "Guests' Corner"),
        ],
    ),
    "harbour.docx": (
        docx.story,
        [("Harbour talks falter over wages", "2012-06-05", ("Jane Roe",), "")],
    ),
    "flood.docx": (
        docx.plain,
        [
            (
                "Villages cut off as the Arl bursts its banks",
                "",
                ("Tom Castle", "Ana Brandt"),
                "",
            )
        ],
    ),
    "talks.docx": (docx.structured, [("Harbour talks falter", "", (), "")]),
    "harbour.rtf": (
        rtf.story,
        [("Harbour talks falter over wages", "2012-06-05", ("Jane Roe",), "")],
    ),
    "chess.rtf": (
        rtf.plain,
        [("Girl of twelve beats three masters in a day", "", ("Olga Marsh",), "")],
    ),
    "talks.rtf": (rtf.structured, [("Harbour talks falter", "", (), "")]),
    "harbour.pdf": (
        pdf.story,
        [("Harbour talks falter over wages", "2012-06-05", ("Jane Roe",), "")],
    ),
    "flood.pdf": (
        pdf.columns,
        [
            (
                "Villages cut off as the Arl bursts its banks",
                "",
                ("Tom Castle", "Ana Brandt"),
                "",
            )
        ],
    ),
    "paged.pdf": (pdf.paged, [("What the harbour knew", "", (), "")]),
    "fed.nml": (
        newsml.news_item,
        [("Fed to halt purchases to avert “bubble”", "2016-11-21", ("Meredith Jameson",), "")],
    ),
    "message.xml": (
        newsml.news_message,
        [("Fähren stehen still: Was nun?", "2025-01-27", ("Andrej Wolf",), "")],
    ),
    "rio.xml": (newsml.plain_item, [("El río baja", "2012-06-05", ("Inés Marín",), "")]),
    "captain.json": (
        ninjs.first,
        [
            ("Captain of wrecked ship on trial", "2013-07-09", ("Paola Sanna", "Frank Dale"), "CN"),
            ("What happened", "2013-07-09", (), ""),
        ],
    ),
    "ovning.json": (ninjs.second, [("Stor övning hålls 2023", "2021-05-26", (), "")]),
    "elfmeter.json": (
        ninjs.third,
        [("Elfmeter: Hatte der Schiedsrichter recht?", "2019-05-10", ("Christian Berg",), "")],
    ),
    "Nexis.pdf": (pdf.nexis_delivery, DELIVERED),
    "Factiva.pdf": (pdf.factiva_delivery, DELIVERED),
    "Nexis.docx": (docx.nexis_delivery, DELIVERED),
    "Nexis.rtf": (rtf.nexis_delivery, DELIVERED),
    "Nexis.txt": (nexis.classic_text, DELIVERED),
    "Nexis.html": (nexis.classic_html, DELIVERED),
    "Factiva.docx": (docx.factiva_delivery, DELIVERED),
    "Factiva.rtf": (rtf.factiva_delivery, DELIVERED),
    "Factiva.txt": (factiva.codes_text, DELIVERED),
    "Factiva.html": (factiva.codes_html, DELIVERED),
    "rows.jsonl.gz": (tables.lines, ROWS),
    "rows.json.xz": (tables.listed, ROWS),
    "rows.csv": (tables.comma_separated, ROWS),
    "spring.zip": (zips.of_texts, rivers(1, 2, "2021-03-02", "2021-03-03")),
    "days.zip": (
        zips.of_zips,
        rivers(11, 4, "2021-03-12", "2021-03-13", "2021-03-14", "2021-03-15"),
    ),
    "spring.tar": (tars.of_texts, rivers(21, 2, "2021-03-22", "2021-03-23")),
    "clips.tgz": (
        tars.mixed,
        [
            *rivers(23, 1, "2021-03-24"),
            *rivers(24, 1, "2021-03-09", outlet="The Daily Sample"),
            (
                "Ministers agree on plan 25 for the river",
                "2021-03-09",
                ("The Daily Sample",),
                "",
            ),
        ],
    ),
    "tars.tar.xz": (tars.of_tars, rivers(26, 3, "2021-03-27", "2021-03-28", "2021-03-01")),
    "crawl.warc": (warcs.of_pages, rivers(31, 2, *PAGES, outlet="The Daily Sample")),
    "crawl.warc.gz": (warcs.packed, rivers(33, 2, *PAGES, outlet="The Daily Sample")),
    "saved.warc": (warcs.of_resources, rivers(35, 2, *PAGES, outlet="The Daily Sample")),
}
"""What stands in the folder: by the name of the file what makes it and what is in it, in order."""

UNREAD = {
    "rss2.xml": ["no text, only a headline"],
    "takeout.mbox": [
        "attachments in Outlook's own form (TNEF)",
        "a picture",
    ],
    "message.xml": ["a picture", "withdrawn by its agency"],
}
"""What in the folder cannot be read."""


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, dict[str, list[Article]]]:
    """What one taking in came to, and the articles by the names of their files, in order."""
    place = tmp_path_factory.mktemp("any")
    news = place / "news"
    shutil.copytree(SEEDS, news / "seeds")
    for name, (make, _) in FOLDER.items():
        (news / name).write_bytes(make())
    config = load_config(shipped("config.yaml"))
    with open_archive(place / "archive", config, start=True) as archive:
        report = archive.ingest.add([news], lambda _: None, read=False)
    connection = Database(place / "archive").connection()
    known = articles.get(connection, articles.in_order(connection))
    found: dict[str, list[Article]] = {}
    for article in sorted(known.values(), key=lambda article: article.item):
        found.setdefault(Path(article.files[0]).name, []).append(article)
    return report, found


def told(article: Article) -> Told:
    form = article.form
    title = form.title.value or ""
    return title, form.date.value or "", form.byline.value, form.outlet.value or ""


@pytest.mark.parametrize("name", FOLDER)
def test_every_article_of_every_format_is_in_with_its_facts(
    taken_in: tuple[Report, dict[str, list[Article]]], name: str
) -> None:
    _, found = taken_in
    assert sorted(map(told, found[name])) == sorted(FOLDER[name][1])


def test_nothing_is_missing_and_nothing_is_there_twice(
    taken_in: tuple[Report, dict[str, list[Article]]],
) -> None:
    report, found = taken_in
    expected = sum(len(articles) for _, articles in FOLDER.values()) + 4
    assert report.new == sum(map(len, found.values())) == expected
    assert report.unread == ()


def test_what_cannot_be_read_is_listed_with_the_reason(
    taken_in: tuple[Report, dict[str, list[Article]]],
) -> None:
    report, _ = taken_in
    listed: dict[str, list[str]] = {}
    for file, reason in report.bad_rows:
        listed.setdefault(Path(file).name.partition(",")[0].partition(":")[0], []).append(reason)
    assert listed == UNREAD


def test_a_deliverys_facts_are_stated_and_a_documents_properties_are_not(
    taken_in: tuple[Report, dict[str, list[Article]]],
) -> None:
    _, found = taken_in
    assert {article.form.date.basis for article in found["Nexis.docx"]} == {"stated"}
    assert {article.form.date.basis for article in found["harbour.docx"]} == {"inferred"}
    (page,) = found["baths.html"]
    assert page.form.published_at.value == "2024-01-16T22:10:00-05:00"
    assert page.form.section.value == "Local news"
    assert page.form.url.value == "https://gazette.example/2024/baths"
    assert [mark.what for mark in page.form.set_off] == ["item", "item", "block quote"]
    (german,) = found["german.text"]
    assert german.form.language.value == "de"
