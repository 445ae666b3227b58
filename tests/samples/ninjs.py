"""ninjs of each generation, as agencies deliver it."""

from __future__ import annotations

import json
from typing import Any

_FIRST: dict[str, Any] = {
    "uri": "http://news.example/items/20130709-123",
    "type": "composite",
    "profile": "text-photo",
    "versioncreated": "2013-07-09T10:37:00Z",
    "firstcreated": "2013-07-09T11:02:00+02:00",
    "pubstatus": "usable",
    "copyrightnotice": "Copyright 2013 Coast News, all rights reserved.",
    "source": "Coast News",
    "language": "en",
    "place": [{"name": "Grosseto", "rel": "mentions"}],
    "subject": [{"name": "Justice", "rel": "about", "code": "02000000"}],
    "byline": "By Paola Sanna and Frank Dale, Coast News",
    "located": "Grosseto, Italy",
    "headline": "Captain of wrecked ship on trial",
    "body_text": "GROSSETO, Italy (CN) -- The trial of the captain has begun.\n\nHe was silent.",
    "body_xhtml": "<p>GROSSETO, Italy (CN) -- The trial of the captain has <em>begun</em>.</p>"
    "<h2>At the door</h2><p>He was silent.</p>",
    "associations": {
        "mainpic": {
            "uri": "http://news.example/items/pic-1",
            "type": "picture",
            "headline": "The ship",
            "description_text": "The ship lies on its side.",
        },
        "sidebar": {
            "uri": "http://news.example/items/20130709-124",
            "type": "text",
            "versioncreated": "2013-07-09T10:30:00Z",
            "headline": "What happened",
            "body_text": "The ship struck a reef in January 2012.",
        },
    },
}

_SECOND: dict[str, Any] = {
    "uri": "urn:newsml:nap.example:20210526:a0f2",
    "standard": {"name": "ninjs", "version": "2.1"},
    "type": "text",
    "representationtype": "full",
    "versioncreated": "2021-05-26T13:40:18+02:00",
    "pubstatus": "usable",
    "copyrightholder": "NAP",
    "language": "sv",
    "by": "NAP",
    "headlines": [
        {"role": "kicker", "value": "Försvar"},
        {"role": "main", "value": "Stor övning hålls 2023"},
    ],
    "descriptions": [{"role": "ingress", "value": "Övningen ställdes in i fjol."}],
    "subjects": [{"name": "Krig och konflikter", "literal": "16000000"}],
    "bodies": [
        {"role": "text", "contenttype": "text/plain", "value": "Nu blir det 2023.\nSlut."},
        {
            "role": "html5",
            "contenttype": "text/html",
            "value": "<html><head><title>Stor övning</title></head><body><p>Nu blir det 2023.</p>"
            "<blockquote>Det är tidigt, säger Jonas Berg.</blockquote></body></html>",
        },
        {"role": "napnitf", "contenttype": "application/xml", "value": "<NAP><P>Nej</P></NAP>"},
    ],
}

_THIRD: dict[str, Any] = {
    "uri": "urn:newsml:dnw.example:20190510-99",
    "version": "2",
    "versionCreated": "2019-05-10T16:02:28+02:00",
    "pubStatus": "usable",
    "copyrightHolder": "dnw",
    "language": "de",
    "headlines": [{"role": "main", "value": "Elfmeter: Hatte der Schiedsrichter recht?"}],
    "by": "Von Christian Berg, dnw",
    "bodies": [
        {
            "role": "nitf",
            "contentType": "application/nitf+xml",
            "value": '<?xml version="1.0" encoding="UTF-8"?><nitf><head><docdata><doc-id '
            'id-string="x"/></docdata></head><body><body.head><distributor>DNW</distributor>'
            "</body.head><body.content><p>Der Trainer regte sich auf.</p>"
            "<p>«Nie und nimmer», sagte er.</p></body.content></body></nitf>",
        }
    ],
}


def first() -> bytes:
    """Generation 1: named bodies, a picture and another article associated."""
    return json.dumps(_FIRST, indent=2).encode()


def second() -> bytes:
    """Generation 2: lists of headlines and bodies, one of them in the agency's own XML."""
    return json.dumps(_SECOND, ensure_ascii=False).encode()


def third() -> bytes:
    """Generation 3: names in another case, the copy in NITF."""
    return json.dumps(_THIRD, ensure_ascii=False, indent=1).encode("utf-8-sig")


def lines() -> bytes:
    """One item a line, one of them withdrawn."""
    withdrawn = {**_SECOND, "uri": "urn:x:withdrawn", "pubstatus": "canceled"}
    items = [_SECOND, withdrawn, _THIRD]
    return "".join(json.dumps(item) + "\n" for item in items).encode()


def array() -> bytes:
    """A list of items, with one that is a row of something else."""
    return json.dumps([_THIRD, {"title": "A row", "text": "No item at all."}, _SECOND]).encode()
