"""What agencies deliver: NewsML-G2 (IPTC), the NewsML before it, and NITF."""

from __future__ import annotations

_G2 = "http://iptc.org/std/nar/2006-10-01/"


def news_item() -> bytes:
    """A news item with its copy in NITF, named by an editor, from one agency by another."""
    return f"""<?xml version="1.0" encoding="UTF-8" ?>
<newsItem xmlns="{_G2}" guid="urn:newsml:coastnews.example:20161121:FED" version="10"
    standard="NewsML-G2" standardversion="2.24" xml:lang="en-US">
    <catalogRef href="http://www.iptc.example/std/catalog/catalog.IPTC-G2-Standards_30.xml" />
    <rightsInfo><copyrightHolder><name>Coast News LLC</name></copyrightHolder></rightsInfo>
    <itemMeta>
        <itemClass qcode="ninat:text" />
        <provider qcode="nprov:CN" />
        <versionCreated>2016-11-21T16:25:32-05:00</versionCreated>
        <embargoed>2016-11-21T17:00:00-05:00</embargoed>
        <pubStatus qcode="stat:usable" />
    </itemMeta>
    <contentMeta>
        <contentCreated>2016-11-21T15:21:06-05:00</contentCreated>
        <located qcode="geoloc:NYC"><name>New York, NY</name></located>
        <creator uri="http://coastnews.example/staff/mj"><name>Meredith Jameson</name></creator>
        <infoSource qcode="is:AP"><name>Associated Press</name></infoSource>
        <altId type="idtype:systemRef">CN-77</altId>
        <language tag="en-US" />
        <subject type="cpnat:geoArea" qcode="geo:1"><name>United States</name></subject>
        <subject qcode="medtop:04000000"><name>economy, business and finance</name></subject>
        <slugline>US-Finance-Fed</slugline>
        <headline role="hlrole:sub">A turn nobody expected</headline>
        <headline> Fed to halt purchases to avert “bubble”</headline>
    </contentMeta>
    <contentSet>
        <inlineXML contenttype="application/nitf+xml">
            <nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
                <body.head>
                    <hedline><hl1>Fed to halt purchases to avert “bubble”</hl1>
                        <hl2>Markets surprised</hl2></hedline>
                    <byline>By Meredith Jameson, <byttl>Staff Reporter</byttl></byline>
                    <dateline><location>NEW YORK</location>, Nov. 21 (AP)</dateline>
                </body.head>
                <body.content>
                    <p>The central bank will stop buying bonds, <person>Ruth Okafor</person>, who
                       heads it, said on Monday.</p>
                    <hl2>What it means</hl2>
                    <media media-type="image"><media-reference source="x.jpg" mime-type="image/jpeg"
                       >a reference</media-reference><media-caption>The bank on Monday.
                       </media-caption></media>
                    <bq><block><p>“We have seen enough,” she said.</p></block></bq>
                    <ul><li>Rates stay.</li><li>Purchases end.</li></ul>
                </body.content>
                <body.end><tagline>With reports by Tom Achebe.</tagline></body.end>
            </body></nitf>
        </inlineXML>
    </contentSet>
</newsItem>
""".encode()


def news_message() -> bytes:
    """A message with an article in XHTML, a picture, an item withdrawn, and the package of all."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="{_G2}"><header><sent>2025-01-28T09:18:40+01:00</sent></header><itemSet>
<packageItem guid="urn:newsml:nap.example:20250128:P" version="1"><itemMeta>
  <itemClass qcode="ninat:composite"/></itemMeta></packageItem>
<newsItem guid="urn:newsml:nap.example:20250128:930-357" version="2" xml:lang="de">
  <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:nap"><name>nap</name></provider>
    <versionCreated>2025-01-28T09:18:34+01:00</versionCreated>
    <firstCreated>2025-01-27T22:05:00+01:00</firstCreated>
    <pubStatus qcode="stat:usable"><name>usable</name></pubStatus>
    <edNote role="nape:contacts">Autor: Andrej Wolf, +49 151 5550100</edNote></itemMeta>
  <contentMeta><urgency>3</urgency>
    <creator><name>wolf.andrej</name></creator>
    <subject qcode="napcat:wi" type="naptype:category"><name>Wirtschaft</name></subject>
    <language tag="de"/>
    <headline rank="3">Fährverkehr</headline>
    <headline rank="1">Fähren stehen still: Was nun?</headline>
    <dateline>Kiel (nap) - </dateline><by>Von Andrej Wolf, nap</by>
    <creditline>nap</creditline></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml">
    <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Fähren stehen still</title></head><body>
    <header><time class="publicationDate">28.01.2025 09:18</time>
      <ul class="slugline"><li>Verkehr</li></ul><h1>Fähren stehen still: Was nun?</h1>
      <p class="byline">Von Andrej Wolf, nap</p></header>
    <section class="main"><p class="teaser">Seit Montag fährt kein Schiff.</p>
      <p><span class="dateline">Kiel <span>(nap)</span> - </span>Kein Schiff verlässt den Hafen.</p>
      <h2>Wer streikt</h2><p>«Alle», sagte Ruth Petersen.</p></section>
    </body></html></inlineXML></contentSet>
</newsItem>
<newsItem guid="urn:newsml:nap.example:20250128:930-358" version="1" xml:lang="de">
  <itemMeta><itemClass qcode="ninat:picture"/><provider literal="nap"/>
    <versionCreated>2025-01-28T09:00:00+01:00</versionCreated></itemMeta>
  <contentMeta><headline>Fähre im Hafen</headline></contentMeta>
  <contentSet><remoteContent href="ferry.jpg" contenttype="image/jpeg"/></contentSet>
</newsItem>
<newsItem guid="urn:newsml:nap.example:20250128:930-359" version="3" xml:lang="de">
  <itemMeta><itemClass qcode="ninat:text"/><versionCreated>2025-01-28T09:10:00Z</versionCreated>
    <pubStatus qcode="stat:canceled"/></itemMeta>
  <contentMeta><headline>Falsch</headline></contentMeta>
  <contentSet><inlineData contenttype="text/plain">Was falsch war.</inlineData></contentSet>
</newsItem>
</itemSet></newsMessage>
""".encode()


def plain_item() -> bytes:
    """A news item in plain words, with prefixed names and latin-1."""
    return f"""<?xml version='1.0' encoding='ISO-8859-1'?>
<nar:newsItem xmlns:nar="{_G2}" guid="tag:wire.example,2012:7" version="1" xml:lang="es">
<nar:itemMeta><nar:itemClass qcode="ninat:text"/><nar:provider literal="Agencia Sur"/>
<nar:versionCreated>2012-06-05T14:05:00-03:00</nar:versionCreated>
<nar:title>El r\xedo baja</nar:title></nar:itemMeta>
<nar:contentMeta><nar:by>In\xe9s Mar\xedn</nar:by></nar:contentMeta>
<nar:contentSet><nar:inlineData contenttype="text/plain">ROSARIO \x96 El r\xedo baj\xf3 a 31 cm.

\x93Nunca lo vi as\xed\x94, dijo un pescador.</nar:inlineData></nar:contentSet>
</nar:newsItem>
""".encode("latin-1")


def newsml_1() -> bytes:
    """NewsML 1.2 as a French agency delivers it: copy without a body, a picture with caption."""
    return """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE NewsML SYSTEM "http://www.afn.example/dtd/NewsML_1.2.dtd">
<NewsML Version="1.2"><Catalog Href="http://www.afn.example/dtd/Catalog.xml"/>
<NewsEnvelope><DateAndTime>20200613T091220Z</DateAndTime></NewsEnvelope>
<NewsItem>
<Identification><NewsIdentifier><ProviderId>afn.example</ProviderId><DateId>20200613</DateId>
<PublicIdentifier>urn:newsml:afn.example:20200613:doc-1td46m:1</PublicIdentifier>
</NewsIdentifier></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20200613T091200Z</FirstCreated>
<ThisRevisionCreated>20200613T101500+0200</ThisRevisionCreated><Status FormalName="Usable"/>
</NewsManagement>
<NewsComponent>
<NewsLines><HeadLine>Le chanteur se dit « épuisé »</HeadLine><DateLine>New York (AFN)</DateLine>
<ByLine>Jeanne Roux</ByLine><CopyrightLine>© 2020 AFN</CopyrightLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="afn.example"/></Provider>
<Source><Party FormalName="AFN"/></Source></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>
<NewsComponent><ContentItem><MediaType FormalName="Text"/><Format FormalName="bcNITF2.5"/>
<DataContent><media media-type="image"><media-reference data-location="#photo0"/></media><p>Le
chanteur a parl&eacute; samedi.</p><p>« Je suis épuisé », a-t-il dit.</p></DataContent>
</ContentItem></NewsComponent>
<NewsComponent Duid="photo0"><NewsLines><HeadLine>Le chanteur</HeadLine></NewsLines>
<NewsComponent><Role FormalName="Caption"/><ContentItem><MediaType FormalName="Text"/>
<DataContent><p>Le chanteur en 2012</p></DataContent></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="HighDef"/><ContentItem Href="b5.jpg">
<MediaType FormalName="Photo"/></ContentItem></NewsComponent></NewsComponent>
</NewsComponent></NewsItem></NewsML>
""".encode()


def nitf() -> bytes:
    """NITF as the archive of a newspaper holds it."""
    return b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.example/IPTC/NITF/3.3/specification/dtd/nitf-3-3.dtd">
<nitf change.date="June 10, 2005" version="-//IPTC//DTD NITF 3.3//EN"><head>
<title>Harbor Pilots Vote to Strike</title>
<meta content="Business" name="online_sections"/>
<docdata><doc-id id-string="1815718"/>
<doc.copyright holder="The Harbour Gazette" year="2007"/></docdata>
<pubdata date.publication="20070101T000000" ex-ref="http://query.gazette.example/1815718"
 name="The Harbour Gazette" position.section="A"/></head>
<body><body.head><hedline><hl1>Harbor Pilots Vote to Strike</hl1></hedline>
<byline class="print_byline">By MARIA LINDQVIST</byline>
<abstract><p>Pilots vote 61 to 4.</p></abstract></body.head>
<body.content><block class="lead_paragraph"><p>The harbor&nbsp;pilots voted 61 to 4 on
Sunday to strike.</p></block>
<block class="full_text"><p>The harbor&nbsp;pilots voted 61 to 4 on Sunday to strike.</p>
<p>''We had no choice,'' said Al Roe.</p></block></body.content></body></nitf>
"""
