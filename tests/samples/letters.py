"""Letters as mail programs write them, each one a file: .eml, Apple's .emlx."""

from __future__ import annotations

from base64 import b64encode
from quopri import encodestring


def press_release() -> bytes:
    """Plain words in UTF-8, an encoded subject, a name with an encoded word."""
    return """Return-Path: <press@waterboard.example>
Received: from mx2.waterboard.example (mx2.waterboard.example [192.0.2.7])
\tby mail.gazette.example (Postfix) with ESMTPS id 4F2A1C0D
\tfor <newsdesk@gazette.example>; Thu, 16 May 2024 23:31:07 -0400 (EDT)
From: =?utf-8?Q?In=C3=A9s_Mar=C3=ADn?= <press@waterboard.example>
To: newsdesk@gazette.example
Subject: =?utf-8?B?V2F0ZXIgYm9hcmQ6IG5vIGJhbiBvbiBob3NlcyDigJMgZm9yIG5vdw==?=
Date: Thu, 16 May 2024 23:30:00 -0400
Message-ID: <20240516.2330.77@waterboard.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=UTF-8; format=flowed
Content-Transfer-Encoding: 8bit

NORTHFIELD – The water board will not forbid hoses this summer, its chair\x20
Inés Marín said on Thursday.

“Reservoirs are at 81 percent,” she said. “We will look again in July.”

--\x20
Press office, Northfield Water Board
""".encode()


def reply() -> bytes:
    """A reply with what it answers quoted below, in windows-1252 and quoted-printable."""
    body = (
        "Yes, you may quote me: \x93The council knew in March.\x94\r\n\r\n"
        "Tom\r\n\r\n"
        "On 3 Feb 2015, at 10:02, Jane Roe wrote:\r\n"
        "> Did the council know?\r\n"
        ">\r\n"
        "> May I quote you?\r\n"
    )
    return (
        b"From: Tom Achebe <tom@council.example>\r\n"
        b"To: Jane Roe <jane@gazette.example>\r\n"
        b"Subject: Re: Fwd: the council's letter\r\n"
        b"Date: Tue, 3 Feb 2015 10:44:21 +0000\r\n"
        b"In-Reply-To: <7@gazette.example>\r\n"
        b"Message-ID: <A8.1@council.example>\r\n"
        b"MIME-Version: 1.0 (Mac OS X Mail 8.2)\r\n"
        b"Content-Type: text/plain; charset=us-ascii\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    ) + encodestring(body.encode("latin-1"))


def newsletter() -> bytes:
    """A newsletter: a plain part of addresses, and a page set with tables in base64."""
    plain = (
        "View this email in your browser (https://track.example/c/" + "a7f3" * 40 + ")\n\n"
        "Ferry line to close (https://track.example/c/" + "99b1" * 40 + ")\n"
    )
    page = """<!DOCTYPE html><html><head><title>Morning</title><style>p {color: red}</style></head>
<body><div style="display:none;max-height:0">Preheader nobody sees</div>
<table role="presentation" width="100%"><tr><td><table width="600"><tr><td>
<h1>Ferry line to close</h1>
<p>The last boat to <a href="https://track.example/1">Askaig</a> leaves on 30&nbsp;June.</p>
<ul><li>Twelve people lose their work.</li><li>Fares are paid back.</li></ul>
<blockquote>&ldquo;We kept it going for as long as we could,&rdquo; the captain said.</blockquote>
</td></tr></table></td></tr></table><img src="https://track.example/o.gif" width="1"></body></html>
"""
    return (
        b"Delivered-To: reader@example.org\n"
        b"Received: from mail7.sender.example by mx.example.org; Fri, 3 Jun 2022 05:00:11 +0000\n"
        b"From: The Morning Tide <hello@morningtide.example>\n"
        b"To: <reader@example.org>\n"
        b"Subject: Ferry line to close\n"
        b"Date: Fri, 3 Jun 2022 05:00:03 +0000 (UTC)\n"
        b"Message-ID:\n <f00ba4.20220603050003@mail7.sender.example>\n"
        b'List-ID: "The Morning Tide" <tide.list.morningtide.example>\n'
        b"List-Unsubscribe: <https://morningtide.example/u>\n"
        b"Content-Language: en-GB\n"
        b"MIME-Version: 1.0\n"
        b'Content-Type: multipart/alternative; boundary="_=_swift_1_="\n\n'
        b"This is a message in several parts.\n\n"
        b"--_=_swift_1_=\nContent-Type: text/plain; charset=utf-8\n\n" + plain.encode() + b"\n"
        b"--_=_swift_1_=\nContent-Type: text/html; charset=utf-8\n"
        b"Content-Transfer-Encoding: base64\n\n" + _lines(page.encode()) + b"\n"
        b"--_=_swift_1_=--\n"
    )


def with_attachments() -> bytes:
    """A letter with a statement attached, a logo that is part of it, a picture, and TNEF."""
    statement = "The ministry regrets the delay.\n\n“It will not happen again,” it said.\n"
    return (
        b"From: desk@ministry.example\n"
        b"To: newsdesk@gazette.example\n"
        b"Subject: Statement on the delay\n"
        b"Date: Mon, 7 Oct 2019 08:15:00 +0200\n"
        b"Message-ID: <statement-7@ministry.example>\n"
        b"MIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="outer"\n\n'
        b"--outer\n"
        b'Content-Type: multipart/related; boundary="inner"\n\n'
        b"--inner\nContent-Type: text/html; charset=iso-8859-1\n\n"
        b"<p>Please find our statement attached. \x96 The desk</p><img src='cid:logo'>\n"
        b"--inner\nContent-Type: image/png\nContent-ID: <logo>\n"
        b"Content-Transfer-Encoding: base64\n\n" + _lines(b"\x89PNG\r\n\x1a\n" + bytes(40)) + b"\n"
        b"--inner--\n"
        b"--outer\n"
        b'Content-Type: text/plain; charset=utf-8; name="statement.txt"\n'
        b'Content-Disposition: attachment; filename="../../statement.txt"\n'
        b"Content-Transfer-Encoding: base64\n\n" + _lines(statement.encode()) + b"\n"
        b"--outer\n"
        b"Content-Type: image/png\n"
        b'Content-Disposition: attachment; filename="minister.png"\n'
        b"Content-Transfer-Encoding: base64\n\n" + _lines(b"\x89PNG\r\n\x1a\n" + bytes(40)) + b"\n"
        b"--outer\n"
        b"Content-Type: application/ms-tnef\n"
        b'Content-Disposition: attachment; filename="winmail.dat"\n'
        b"Content-Transfer-Encoding: base64\n\n" + _lines(b"\x78\x9f\x3e\x22" + bytes(9)) + b"\n"
        b"--outer--\n"
    )


def forwarded() -> bytes:
    """A letter within a letter, each an article of its own."""
    return (
        b"From: Jane Roe <jane@gazette.example>\n"
        b"To: desk@gazette.example\n"
        b"Subject: Fwd: Statement on the delay\n"
        b"Date: Mon, 7 Oct 2019 09:00:00 +0200\n"
        b"Message-ID: <fwd-1@gazette.example>\n"
        b"MIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="b"\n\n'
        b"--b\n\nFor page one, please.\n\n"
        b"--b\nContent-Type: message/rfc822\n\n"
        b"From: Ministry desk <desk@ministry.example>\n"
        b"Subject: Statement on the delay\n"
        b"Date: Mon, 7 Oct 2019 08:15:00 +0200\n"
        b"Message-ID: <statement-7@ministry.example>\n\n"
        b"The ministry regrets the delay.\n\n"
        b"--b--\n"
    )


def apple() -> bytes:
    """A letter as Apple Mail keeps it, with its size above and its flags below."""
    letter = press_release()
    plist = b'<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict/></plist>\n'
    return b"%-10d\n" % len(letter) + letter + plist


def mailbox() -> bytes:
    """Letters as Thunderbird keeps them (mboxrd): lines that begin with "From " are marked."""
    quoting = (
        b"From: Ann Low <ann@example.org>\nSubject: From dawn to dusk\n"
        b"Date: Wed, 6 Jun 2012 07:00:00 +0200\nMessage-ID: <second@example.org>\n\n"
        b"The strike began at dawn.\n\n>From the gate they marched.\n\n"
        b">>From afar it looked small.\n\n"
        b"> From what I hear,\n>From there it spread.\n\nFrom noon on nobody worked.\n"
    )
    return (
        b"From - Tue Jun 05 14:05:00 2012\nX-Mozilla-Status: 0001\n" + press_release() + b"\n"
        b"From ann@example.org Wed Jun  6 07:00:01 2012\n" + quoting + b"\n"
        b"From MAILER-DAEMON Thu Jun  7 08:00:00 2012\n" + forwarded()
    )


def archive_of_a_list() -> bytes:
    """Letters as Mailman keeps them, addresses veiled."""
    return b"".join(
        b"From jane at example.org  Tue Mar  %d 10:00:00 2005\n"
        b"From: jane at example.org (Jane Roe)\n"
        b"Date: Tue, %d Mar 2005 10:00:00 -0800\n"
        b"Subject: [press] Bulletin %d\n"
        b"Message-ID: <%d@example.org>\n\n"
        b"Bulletin number %d. The minutes are out.\n\n" % (number, number, number, number, number)
        for number in range(1, 6)
    )


def takeout() -> bytes:
    """Letters as Google hands them out, on Windows' line ends."""
    return (
        b"From 1467342215@xxx Fri Jul 01 03:03:35 +0000 2016\n"
        b"X-GM-THRID: 1467342215\nX-Gmail-Labels: Inbox\n" + newsletter() + b"\n"
        b"From 1467342216@xxx Fri Jul 01 03:03:36 +0000 2016\n"
        b"X-GM-THRID: 1467342216\n" + with_attachments()
    ).replace(b"\n", b"\r\n")


def _lines(data: bytes) -> bytes:
    encoded = b64encode(data)
    return b"\n".join(encoded[at : at + 76] for at in range(0, len(encoded), 76))
