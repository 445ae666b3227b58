"""Feeds as news sites serve them: RSS of several ages, Atom, JSON Feed."""

from __future__ import annotations

import json


def rss2() -> bytes:
    """RSS 2.0 as WordPress writes it: an excerpt, and the whole article in content:encoded."""
    return b"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:atom="http://www.w3.org/2005/Atom">
<channel>
\t<title>The Harbour Gazette</title>
\t<atom:link href="https://gazette.example/feed/" rel="self" type="application/rss+xml" />
\t<link>https://gazette.example</link>
\t<description>News from the coast</description>
\t<lastBuildDate>Thu, 16 May 2024 23:55:00 +0000</lastBuildDate>
\t<language>en-GB</language>
\t<item>
\t\t<title>Ferries &amp;#038; buses stand still</title>
\t\t<link>https://gazette.example/2024/ferries/</link>
\t\t<dc:creator><![CDATA[Maria Lindqvist]]></dc:creator>
\t\t<pubDate>Thu, 16 May 2024 23:30:00 -0400</pubDate>
\t\t<category><![CDATA[Transport]]></category>
\t\t<category><![CDATA[Strikes]]></category>
\t\t<guid isPermaLink="false">https://gazette.example/?p=101</guid>
\t\t<description><![CDATA[<p>Nothing moves on the coast. [&#8230;]</p>]]></description>
\t\t<content:encoded><![CDATA[
<p>Nothing moves on the coast on Friday, said <b>Ruth Okafor</b>.</p>
<h2>Who is on strike</h2>
<ul><li>Captains</li><li>Drivers</li></ul>
<blockquote><p>&#8220;We waited long enough,&#8221; she said.</p></blockquote>
<figure><img src="x.jpg" /><figcaption>The empty quay.</figcaption></figure>
]]></content:encoded>
\t</item>
\t<item>
\t\t<title>A headline alone</title>
\t\t<link>https://gazette.example/2024/alone/</link>
\t\t<pubDate>Wed, 15 May 2024 08:00:00 GMT</pubDate>
\t\t<description></description>
\t</item>
\t<item>
\t\t<title>Third</title>
\t\t<link>/2024/third/</link>
\t\t<author>tom@gazette.example (Tom Achebe)</author>
\t\t<pubDate>14 May 2024 07:00 +0200</pubDate>
\t\t<source url="https://wire.example/rss">Coast Wire</source>
\t\t<description>The third of the year's storms came ashore at dawn.

Nobody was hurt.</description>
\t</item>
</channel>
</rss>
"""


def rss1() -> bytes:
    """RSS 1.0 as Movable Type wrote it, in latin-1, with a document type that names another."""
    return """<?xml version="1.0" encoding="iso-8859-1"?>
<!DOCTYPE rdf:RDF [
<!ENTITY % HTMLlat1 PUBLIC "-//W3C//ENTITIES Latin 1 for XHTML//EN"
 "http://www.w3.example/TR/xhtml1/DTD/xhtml-lat1.ent">
%HTMLlat1;
]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://heute.example/">
<title>Heute am Fluß</title><link>http://heute.example/</link><description>Nachrichten</description>
<dc:language>de</dc:language>
<items><rdf:Seq><rdf:li rdf:resource="http://heute.example/7"/></rdf:Seq></items>
</channel>
<item rdf:about="http://heute.example/7">
<title>Der Pegel f\xe4llt</title>
<link>http://heute.example/7</link>
<description>Der Pegel f\xe4llt auf \x9631 Zentimeter\x94, sagte das Amt.</description>
<dc:creator>J\xf6rg Brandt</dc:creator>
<dc:subject>Umwelt</dc:subject>
<dc:date>2003-08-14T06:05:00+02:00</dc:date>
</item>
</rdf:RDF>
""".replace("\x96", "\x84").encode("latin-1")


def rss091() -> bytes:
    """RSS 0.91 of Netscape's: a title, a link and a line of text."""
    return b"""<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
 "http://my.netscape.example/publish/formats/rss-0.91.dtd">
<rss version="0.91"><channel><title>Valley News</title><link>http://valley.example/</link>
<description>News</description><language>en-us</language>
<item><title>Mill closes</title><link>http://valley.example/mill</link>
<description>The mill closes in July, its owner said.
&lt;b&gt;Ninety&lt;/b&gt; lose work.</description>
</item></channel></rss>
"""


def atom() -> bytes:
    """Atom: content in XHTML, an author of the feed, times of writing and of the last change."""
    return """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<title type="html">Notes from the &lt;em&gt;Capitol&lt;/em&gt;</title>
<link href="https://capitol.example/"/><id>urn:uuid:60a76c80</id>
<updated>2021-01-07T03:00:00Z</updated>
<author><name>Lena Hoff</name></author>
<entry>
<title type="text">Vote ends at 3 &lt; 4 a.m.</title>
<link rel="alternate" href="https://capitol.example/vote"/>
<link rel="edit" href="https://capitol.example/edit/1"/>
<id>urn:uuid:1225c695</id>
<published>2021-01-06T22:40:00-05:00</published>
<updated>2021-01-07T03:00:00Z</updated>
<category term="congress" label="Congress"/>
<summary>The vote is over.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>The vote <em>ended</em> before dawn.</p><p>“It is done,” said Ann Low.</p></div></content>
</entry>
<entry>
<title>Second</title><id>urn:uuid:2</id><link href="https://capitol.example/2"/>
<updated>2021-01-05T09:00:00Z</updated>
<author><name>Guest One</name></author><author><name>Guest Two</name></author>
<source><title>Guests' Corner</title></source>
<content type="text">Plain words &amp; nothing else.</content>
</entry>
</feed>
""".encode()


def json_feed() -> bytes:
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "Isle Post",
            "home_page_url": "https://isle.example/",
            "language": "en",
            "authors": [{"name": "The Editors"}],
            "items": [
                {
                    "id": "https://isle.example/1",
                    "url": "https://isle.example/1",
                    "title": "Lamp lit again",
                    "content_html": "<p>The lamp was <i>lit</i> on Sunday.</p>"
                    "<p>“At last,” he said.</p>",
                    "date_published": "2020-02-09T18:00:00.000-05:00",
                    "date_modified": "2020-02-10T08:00:00-05:00",
                    "tags": ["Isle", "Lighthouse"],
                    "authors": [{"name": "Col Gray"}],
                },
                {"id": 2, "content_text": "No headline here.\n\nOnly words."},
                {"id": "3", "title": "Nothing"},
            ],
        }
    ).encode()
