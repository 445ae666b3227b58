"""Web pages that browsers and Word saved as one file (MHTML)."""

from __future__ import annotations

from quopri import encodestring

_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="{charset}">
<title>Bridge closed to lorries | The Harbour Gazette</title>
<meta property="og:site_name" content="The Harbour Gazette">
<meta property="og:title" content="Bridge closed to lorries">
<meta property="article:published_time" content="2021-09-14T07:30:00+01:00">
</head><body><article><h1>Bridge closed to lorries</h1>
<p>The old bridge over the Ell is closed to lorries from Tuesday on, the county said in a notice –
the third such notice in as many years for those who live by the river and its mills.</p>
<p>“It carries forty tonnes less than it did,” said Mary Quill, the county’s surveyor. “Nobody who
drives a car has to fear anything, but a lorry of today is another matter.”</p>
<p>Works are to begin in spring, once the river is low enough for the piers to be looked at.</p>
</article></body></html>
"""


def chrome() -> bytes:
    """As Chrome saves it: the address above, the page first, what it shows behind it."""
    page = encodestring(_PAGE.format(charset="utf-8").encode()).replace(b"\n", b"\r\n")
    return (
        b"From: <Saved by Blink>\r\n"
        b"Snapshot-Content-Location: https://gazette.example/2021/bridge?ref=home\r\n"
        b"Subject: =?utf-8?Q?Bridge=20closed=20to=20lorries?=\r\n"
        b"Date: Sat, 2 Oct 2021 18:00:12 -0000\r\n"
        b"MIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        b'\tboundary="----MultipartBoundary--AbC----"\r\n\r\n\r\n'
        b"------MultipartBoundary--AbC----\r\nContent-Type: text/html\r\n"
        b"Content-ID: <frame-1@mhtml.blink>\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: https://gazette.example/2021/bridge?ref=home\r\n\r\n" + page + b"\r\n"
        b"------MultipartBoundary--AbC----\r\nContent-Type: text/css\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Location: https://gazette.example/main.css\r\n\r\np { color: red }\r\n"
        b"------MultipartBoundary--AbC----\r\nContent-Type: text/html\r\n"
        b"Content-ID: <frame-2@mhtml.blink>\r\n"
        b"Content-Location: https://ads.example/frame\r\n\r\n<p>Buy a boat!</p>\r\n"
        b"------MultipartBoundary--AbC------\r\n"
    )


def internet_explorer() -> bytes:
    """As Internet Explorer saved it, in windows-1252, which only the part's field tells."""
    page = encodestring(_PAGE.format(charset="windows-1252").encode("cp1252"))
    return (
        b'From: "Saved by Windows Internet Explorer 8"\n'
        b"Subject: Bridge closed to lorries\n"
        b"Date: Sat, 2 Oct 2021 20:00:12 +0200\n"
        b"MIME-Version: 1.0\n"
        b'Content-Type: multipart/related;\n\ttype="text/html";\n'
        b'\tboundary="----=_NextPart_000_0000_01CBE5A6.12345678"\n'
        b"X-MimeOLE: Produced By Microsoft MimeOLE V6.1.7601.17609\n\n"
        b"This is a multi-part message in MIME format.\n\n"
        b"------=_NextPart_000_0000_01CBE5A6.12345678\n"
        b'Content-Type: text/html;\n\tcharset="windows-1252"\n'
        b"Content-Transfer-Encoding: quoted-printable\n"
        b"Content-Location: http://gazette.example/2021/bridge\n\n" + page + b"\n"
        b"------=_NextPart_000_0000_01CBE5A6.12345678--\n"
    )


def word() -> bytes:
    """As Word saves a page: nobody from whom or to whom, an address of the writer's own disk."""
    return (
        b"MIME-Version: 1.0\n"
        b'Content-Type: multipart/related; boundary="----=_NextPart_01D7B7A1.AAAA"\n\n'
        b"This document is a Single File Web Page, also known as a Web Archive file.\n\n"
        b"------=_NextPart_01D7B7A1.AAAA\n"
        b"Content-Location: file:///C:/1/bridge.htm\n"
        b"Content-Transfer-Encoding: 8bit\n"
        b'Content-Type: text/html; charset="utf-8"\n\n'
        + _PAGE.format(charset="utf-8").encode()
        + b"\n"
        b"------=_NextPart_01D7B7A1.AAAA--\n"
    )
