"""Web pages as newspapers publish them, as browsers save them, and as they were once made."""

from __future__ import annotations

import json

_CHROME = """<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li>
<li><a href="/sport">Sport</a></li></ul></nav>"""
_PITCH = """<aside class="newsletter"><h3>Sign up for our morning letter</h3>
<p>All you need to know, every day at six.</p><form><input name="email"></form></aside>"""
_RELATED = """<section class="related"><h2>Read more</h2><ul>
<li><a href="/1">Ferry line to close at the end of June, its owner says</a></li>
<li><a href="/2">What the new harbour dues mean for those who fish</a></li></ul></section>"""
_COPY = (
    "The council of Northfield voted on Tuesday to keep the swimming baths open through the "
    "winter, after three hours in which nobody left the room.",
    "“We were told that it could not be paid for,” said Inés Marín, who leads the council. “It "
    "can, and it will be.”",
    "The baths, built in 1911, have been closed twice before, and each time the town has asked "
    "for them to be opened again.",
    "Work on the roof is to begin in March. It will take until the end of the summer, the "
    "council’s engineer said, and cost no more than two million.",
)


def cms() -> bytes:
    """Of a present-day publishing system: JSON-LD, OpenGraph, a caption, a subhead, a list."""
    told = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "WebSite", "name": "Northfield Gazette", "url": "https://gazette.example"},
            {
                "@type": "NewsArticle",
                "headline": "Baths to stay open through the winter",
                "datePublished": "2024-01-16T22:10:00-05:00",
                "dateModified": "2024-01-17T06:00:00-05:00",
                "author": [
                    {"@type": "Person", "name": "Jane Roe"},
                    {"@type": "Person", "name": "Tom Achebe"},
                ],
                "publisher": {"@type": "Organization", "name": "Northfield Gazette"},
                "articleSection": "Local news",
                "mainEntityOfPage": "https://gazette.example/2024/baths",
            },
        ],
    }
    one, two, three, four = _COPY
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Baths to stay open through the winter | Northfield Gazette</title>
<meta property="og:site_name" content="Northfield Gazette">
<meta property="og:title" content="Baths to stay open through the winter">
<link rel="canonical" href="https://gazette.example/2024/baths">
<script type="application/ld+json">{json.dumps(told)}</script></head>
<body><header>{_CHROME}</header><main><article>
<h1>Baths to stay open through the winter</h1>
<p class="byline">By <a href="/roe">Jane Roe</a> and <a href="/achebe">Tom Achebe</a></p>
<figure><img src="baths.jpg"><figcaption>The baths on Tuesday night. Photo: Ana
Reyes</figcaption></figure>
<p>{one}</p><p>{two}</p>{_PITCH}<h2>What was voted on</h2><ul><li>The baths stay open until
April.</li><li>The roof is mended in summer.</li></ul><blockquote><p>{three}</p></blockquote>
<p>{four}</p></article>{_RELATED}</main>
<footer><p>© 2024 Northfield Gazette. All rights reserved. Cookie settings</p></footer>
</body></html>""".encode()


def saved_by_a_browser() -> bytes:
    """As Firefox saves it, in windows-1252, told by meta tags alone."""
    copy = "".join(f"<p>{words}</p>\n" for words in _COPY)
    return f"""<!-- saved from url=(0038)http://herald.example/2009/baths.html -->
<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1252">
<title>The Valley Herald - Baths reprieved by a single vote</title>
<meta name="DC.title" content="Baths reprieved by a single vote">
<meta name="DC.date.issued" content="2009-11-03">
<meta name="author" content="By Ruth Okafor">
<meta property="og:site_name" content="The Valley Herald"></head>
<body><div id="nav">{_CHROME}</div><div id="story"><h1>Baths reprieved by a single vote</h1>
{copy}</div>{_RELATED}<script src="page_files/ads.js"></script></body></html>
""".encode("cp1252")


def bare() -> bytes:
    """An old page: a headline, a byline, a day, and the copy."""
    copy = "".join(f"<P>{words}\n" for words in _COPY)
    return f"""<HTML><HEAD><TITLE>Town keeps its baths</TITLE></HEAD>
<BODY BGCOLOR="#FFFFFF"><H1>Town keeps its baths</H1>
<P><B>By Mary Quill</B><BR>Northfield, March 4, 1998
{copy}</BODY></HTML>
""".encode()
