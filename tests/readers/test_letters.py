"""Letters: what their fields say, their copy, what is attached; none of it trusted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from index.readers import RawArticle, Unreadable, read
from tests.readers.gone_through import BOUNDS, articles, content, refusal
from tests.samples import letters

_ABOVE = b"From: Jane Roe <jane@example.org>\nSubject: Talks\nMIME-Version: 1.0\n"


def _written(folder: Path, data: bytes, name: str = "letter.eml") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _one(folder: Path, data: bytes, name: str = "letter.eml") -> RawArticle:
    (article,) = articles(_written(folder, data, name))
    return article


def _quoted(article: RawArticle) -> list[str]:
    return [article.text[m.start : m.end] for m in article.marks if m.what == "block quote"]


def test_the_fields_say_the_facts(tmp_path: Path) -> None:
    article = _one(tmp_path, letters.press_release(), "told by content.txt")
    assert article.given == {
        "title": ("Water board: no ban on hoses – for now",),
        "author": ("Inés Marín",),
        "date": ("2024-05-16T23:30:00-04:00",),
        "id": ("20240516.2330.77@waterboard.example",),
    }
    assert article.text == (
        "NORTHFIELD – The water board will not forbid hoses this summer, its chair Inés Marín said "
        "on Thursday.\n\n“Reservoirs are at 81 percent,” she said. “We will look again in July.”"
        "\n\n--\nPress office, Northfield Water Board"
    ), "lines that were broken on the way are joined, a signature stays"


def test_a_reply_keeps_its_subject_and_what_it_quotes(tmp_path: Path) -> None:
    article = _one(tmp_path, letters.reply())
    assert article.given["title"] == ("Re: Fwd: the council's letter",)
    assert article.text.startswith("Yes, you may quote me: “The council knew in March.”\n\nTom")
    assert _quoted(article) == ["> Did the council know?\n>\n> May I quote you?"]


def test_a_newsletter_is_read_where_it_says_more(tmp_path: Path) -> None:
    article = _one(tmp_path, letters.newsletter())
    assert article.given["outlet"] == ("The Morning Tide",)
    assert "author" not in article.given, "its own name is nobody's"
    assert article.given["language"] == ("en-GB",)
    assert article.text == (
        "Ferry line to close\n\nThe last boat to Askaig leaves on 30 June.\n\nTwelve people lose "
        "their work.\n\nFares are paid back.\n\n“We kept it going for as long as we could,” the "
        "captain said."
    )
    assert [mark.what for mark in article.marks] == ["subhead", "item", "item", "block quote"]


def test_plain_words_come_before_html_that_says_the_same(tmp_path: Path) -> None:
    data = _ABOVE + (
        b'Content-Type: multipart/alternative; boundary="b"\n\n--b\n\nThe envoys left at noon.\n'
        b"--b\nContent-Type: text/html\n\n<p>The <b>envoys</b> left at noon.</p>\n--b--\n"
    )
    article = _one(tmp_path, data)
    assert (article.text, article.marked) == ("The envoys left at noon.", False)


def test_what_is_attached_is_read_or_told(tmp_path: Path) -> None:
    found = content(_written(tmp_path, letters.with_attachments())).found or ()
    told = [each.reason if isinstance(each, Unreadable) else each.part for each in found]
    assert told == [
        "",
        "winmail.dat: attachments in Outlook's own form (TNEF)",
        "statement.txt",
        "minister.png: a picture",
    ], "a logo within the copy is none of them"
    assert isinstance(found[0], RawArticle)
    assert isinstance(found[2], RawArticle)
    assert found[0].text == "Please find our statement attached. – The desk"
    assert found[2].text.startswith("The ministry regrets the delay.")


def test_a_letter_within_a_letter_is_an_article_of_its_own(tmp_path: Path) -> None:
    outer, inner = articles(_written(tmp_path, letters.forwarded()))
    assert outer.text == "For page one, please."
    assert inner.text == "The ministry regrets the delay."
    assert inner.given["author"] == ("Ministry desk",)
    assert inner.part == "attachment 1.eml"


def test_a_letter_within_a_letter_is_as_it_was(tmp_path: Path) -> None:
    inner = "Subject: Café\nFrom: Zoë <z@e.org>\nMessage-ID: <2@e.org>\n\nFrom here on.\n".encode()
    data = _ABOVE + b"Content-Type: message/rfc822\n\n" + inner
    article = _one(tmp_path, data)
    assert (article.given["title"], article.given["author"]) == (("Café",), ("Zoë",))
    assert article.text == "From here on."


def test_apples_letters_are_read_without_what_apple_adds(tmp_path: Path) -> None:
    article = _one(tmp_path, letters.apple(), "77.emlx")
    assert article.given["author"] == ("Inés Marín",)
    assert article.text.endswith("Northfield Water Board")


@pytest.mark.parametrize(
    ("fields", "field", "told"),
    [
        (b"From: jane@example.org (Jane Roe)\n", "author", ("Jane Roe",)),
        (b"From: jane at example.org (Jane Roe)\n", "author", ("Jane Roe",)),
        (b"From: jane@example.org\n", "author", ("jane@example.org",)),
        (b'From: "Roe, Jane" <j@e.org>, Al <a@e.org>\n', "author", ("Roe, Jane", "Al")),
        (b"From: <<<>@((\n", "author", None),
        (b"Subject: Caf\xc3\xa9 und Stra\xdfe\n", "title", ("Café und Straße",)),
        (b"Subject: Caf\xc3\xa9\n", "title", ("Café",)),
        (b"Subject: =?utf-8?q?Caf=C3?= =?utf-8?q?=A9s_of?=\n =?utf-8?q?_Bern?=\n", "title", None),
        (b"Subject: =?no-such?q?Caf=E9?=\n", "title", None),
        (b"Subject: =?utf-8?q?=1B]0;x=07Talks=0D=0AX-A:_b?=\n", "title", None),
        (b"Date: Tue, 5 Jun 2012 14:05:00 -0000\n", "date", ("2012-06-05T14:05:00",)),
        (b"Date: 5 Jun 12 14:05 EST\n", "date", ("2012-06-05T14:05:00-05:00",)),
        (b"Date: some day\n", "date", ("some day",)),
        (b"List-Id: <tide.example.org>\n", "outlet", None),
        (b"List-Id: 8c4c4f8f3b5fc2e6 list <8c4c.mcsv.example>\n", "outlet", None),
        (b"Archived-At: <https://lists.example/7>\n", "url", ("https://lists.example/7",)),
    ],
)
def test_fields_are_read_as_they_are_written(
    tmp_path: Path, fields: bytes, field: str, told: tuple[str, ...] | None
) -> None:
    article = _one(tmp_path, fields + b"MIME-Version: 1.0\nMessage-ID: <1@e.org>\n\nNews.\n")
    found = article.given.get(field)
    if told is not None or field in ("author", "outlet"):
        assert found == told
    else:
        assert found is not None
        assert found[0].isprintable()
        assert "\x1b" not in found[0]


def test_when_it_was_received_is_only_a_guess_at_its_day(tmp_path: Path) -> None:
    received = b"Received: from a by b; Thu, 16 May 2024 23:31:07 -0400\n"
    article = _one(tmp_path, received + _ABOVE + b"\nNews.\n")
    assert "date" not in article.given
    assert article.guessed["date"] == ("2024-05-16T23:31:07-04:00", "from when it was received")


@pytest.mark.parametrize(
    ("fields", "body", "text"),
    [
        (b"Content-Type: text/plain; charset=no-such\n", b"Caf\xc3\xa9.", "Café."),
        (b"Content-Type: text/plain; charset=us-ascii\n", b"\x93Caf\xe9\x94.", "“Café”."),
        (
            b"Content-Type: text/plain; charset=utf-8\n",
            b"\x93Not at the caf\xe9\x94, he said.",
            "“Not at the café”, he said.",
        ),
        (b"Content-Type: text/plain; charset=hex\n", b"Caf\xc3\xa9.", "Café."),
        (b"Content-Type: text/plain; charset=gb2312\n", "新华社。".encode("gbk"), "新华社。"),
        (b"Content-Type: multipart/mixed\n", b"No boundary.", "No boundary."),
        (b'Content-Type: multipart/mixed; boundary="b"\n', b"No part.", "No part."),
        (b"Content-Type: ;;;\n", b"Still read.", "Still read."),
        (b"Content-Transfer-Encoding: base64\n", b"Tm90IHF1aXRlIQ=", "Not quite!"),
        (b"Content-Transfer-Encoding: nonsense\n", b"Still read.", "Still read."),
    ],
)
def test_broken_letters_are_read_as_far_as_they_go(
    tmp_path: Path, fields: bytes, body: bytes, text: str
) -> None:
    assert _one(tmp_path, _ABOVE + fields + b"\n" + body + b"\n").text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--\n", "encrypted"),
        (b"Content-Type: application/pkcs7-mime\n\nMIIB\n", "encrypted"),
        (b"\n \n", "a letter without text"),
    ],
)
def test_a_letter_without_copy_says_why(tmp_path: Path, data: bytes, reason: str) -> None:
    assert refusal(_written(tmp_path, _ABOVE + data)) == reason


def test_parts_within_parts_without_end_are_refused(tmp_path: Path) -> None:
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(10_000)
    )
    assert refusal(_written(tmp_path, _ABOVE + parts)) == "its parts are nested too deeply"
    letters_within = b"Content-Type: message/rfc822\n\n" * 10_000
    assert refusal(_written(tmp_path, _ABOVE + letters_within)) == "its parts are nested too deeply"


def test_letters_within_letters_end_where_files_within_files_do(tmp_path: Path) -> None:
    data = b"Subject: Deep\nFrom: a@b.example\nMessage-ID: <1@b.example>\n\nDown here.\n"
    for number in range(8):
        data = _ABOVE + (
            b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n'
            b"Content-Type: message/rfc822\n\n%s\n--b%d--\n" % (number, number, data, number)
        )
    assert refusal(_written(tmp_path, data)).endswith("lies too deep in other files")


@pytest.mark.parametrize(
    "field",
    [
        b"Subject: " + b"x" * 8_000_000,
        b"Subject: " + b"=?utf-8?q?" * 800_000,
        b"From: " + b"(" * 4_000_000,
        b"From: " + b'"a,<' * 2_000_000,
        b"X-Long: " + b"\n y" * 300_000,
    ],
    ids=lambda field: field[:14].decode(),
)
def test_fields_of_any_length_are_clipped(tmp_path: Path, field: bytes) -> None:
    path = _written(
        tmp_path, b"Message-ID: <1@e.org>\nMIME-Version: 1.0\n" + field + b"\n\nNews.\n"
    )
    found = read(path, replace(BOUNDS, document=32 << 20), risky=True)
    assert len(repr(found)) < 10_000


def test_parameters_without_end_are_refused(tmp_path: Path) -> None:
    for between in (b"", b"\n "):
        field = b"Content-Type: text/plain; " + (b"a*0=b;" + between) * 100_000
        path = _written(tmp_path, _ABOVE + field + b"\n\nNews.\n")
        assert refusal(path) == "a field that tells the kind of a part is longer than 64 kB"


def test_a_letter_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = _written(tmp_path, _ABOVE + b"X: " + b"x" * 3_000_000 + b"\n\nNews.\n")
    with pytest.raises(Unreadable, match="larger than 1 MB"):
        read(path, replace(BOUNDS, document=1 << 20), risky=True)


@pytest.mark.parametrize(
    "text",
    [
        "From: Jane Doe\nTo: The editor\nDate: 5 June 2012\n\nSir, I write to protest.\n",
        "From dawn in 2012 they marched.\n\nThe end.\n",
        "Subject: to approval\n\nThe deal stands.\n",
    ],
)
def test_copy_that_begins_like_a_letter_is_copy(tmp_path: Path, text: str) -> None:
    assert _one(tmp_path, text.encode(), "story.txt").text == text
