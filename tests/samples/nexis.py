"""What LexisNexis delivers: the older layout as plain text and HTML, the paragraphs of the newer.

As rich text and Word they are in `tests.samples.rtf` and `tests.samples.docx`.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence

from tests.samples.stories import STORIES, Story

_COVER = """
Download Request: Selected Items: {first}-{last}
Time Of Request: Friday, March 20, 2020  16:51:31

Send To:

READER, JANE
CITY LIBRARY
1 MAIN STREET
PORT SALTER


Terms: (wages OR river) and date(>=1980-01-01)


Source: English Language News
Project ID: None
"""


def classic_text(
    stories: Sequence[Story] = STORIES, *, total: int = 0, first: int = 1, last: int = 0
) -> bytes:
    """Plain text, wrapped, with the headline above the labels.

    `total` are announced, those from `first` to `last` were asked for.
    """
    parts = [_COVER.format(first=first, last=last or total or len(stories))]
    for number, story in enumerate(stories, first):
        parts += [
            "\n\n",
            f"{number} of {total or len(stories)} DOCUMENTS".center(78),
            "\n\n\n\n",
            story.outlet.center(78),
            f"\n\n{story.long_day.center(78)}\n{'Final Edition'.center(78)}\n\n"
            if story.day
            else "\n\n",
            textwrap.fill(story.title, 40),
            f"\n\nBYLINE: {story.byline}\n\nSECTION: {story.section}\n\n",
            f"LENGTH: {story.words} words\n\nDATELINE: {story.place} \n\n",
            "\n\n".join(textwrap.fill(words, 78) for words in story.body),
            "\n\nGRAPHIC: PHOTO: A view of the place",
            "\n\nLOAD-DATE: March 3, 2013\n\n",
            f"LANGUAGE: {story.language.upper()}\n\nPUBLICATION-TYPE: Newspaper\n\n\n",
            f"Copyright 2013 {story.outlet} Ltd.".center(78),
            f"\n{'All Rights Reserved'.center(78)}\n",
        ]
    return "".join(parts).replace("\n", "\r\n").encode("utf-8-sig")


def labelled_text(stories: Sequence[Story] = STORIES) -> bytes:
    """Plain text with the copyright first, and the headline and the body under labels."""
    parts = []
    for number, story in enumerate(stories, 1):
        parts += [
            f"{number} of {len(stories)} DOCUMENTS".center(78),
            f"\n\n\n     Copyright 2013 {story.outlet} Interactive Company, LLC d/b/a\n",
            f"{'Herald Digital'.center(78)}\n{'All Rights Reserved'.center(78)}\n\n",
            f"{story.outlet.center(78)}\n\n{story.long_day.center(78)}\n\n",
            f"SECTION: {story.section}\n\nLENGTH: {story.words} words\n\n",
            f"HEADLINE: {story.title}\n\nBYLINE: {story.byline}\n\nBODY:\n\n",
            "\n\n".join(textwrap.fill(words, 78) for words in story.body),
            f"\n\nLANGUAGE: {story.language.upper()}\n\nPUBLICATION-TYPE: Newspaper\n\n",
            "SUBJECT: LABOR UNIONS (90%); RIVERS (89%); CHESS (74%); TALKS & MEETINGS\n(60%)\n\n",
            "LOAD-DATE: March 3, 2013\n\n\n",
        ]
    return "".join(parts).encode()


def classic_html(stories: Sequence[Story] = STORIES) -> bytes:
    """HTML, as the older layout was delivered."""
    parts = [
        '<HTML>\n<HEAD>\n<STYLE TYPE="text/css"><!--\n.c0 { text-align: center; }\n--></STYLE>\n'
        f'<TITLE>&nbsp;</TITLE>\n<META TOPIC="null" DOCUMENTS="{len(stories)}" /></HEAD>\n<BODY>\n'
    ]
    for number, story in enumerate(stories, 1):
        month, rest = story.long_day.split(" ", 1)
        parts += [
            f'<A NAME="DOC_ID_{number}"></A><!-- Hide XML section from browser\n',
            f"<DOC NUMBER={number}>\n<DOCFULL> -->\n<BR>",
            _division("c0", f"{number} of {len(stories)} DOCUMENTS"),
            f'<BR><DIV CLASS="c0"><BR><P CLASS="c1"><SPAN CLASS="c2">{story.outlet}</SPAN></P>\n',
            f'</DIV>\n<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">{month}</SPAN>',
            f'<SPAN CLASS="c2"> {rest} 10:50 AM GMT</SPAN></P>\n</DIV>\n<BR>',
            _division("c5", html.escape(story.title)),
            *(
                f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">{label}: </SPAN>'
                f'<SPAN CLASS="c2">{value}</SPAN></P>\n</DIV>\n'
                for label, value in (
                    ("BYLINE", story.byline),
                    ("SECTION", story.section),
                    ("LENGTH", f"{story.words} words"),
                )
            ),
            '<BR><DIV CLASS="c5">',
            *(f'<P CLASS="c9"><SPAN CLASS="c2">{html.escape(p)}</SPAN></P>\n' for p in story.body),
            "</DIV>\n<BR>",
            _division("c5", '<SPAN CLASS="c8">LOAD-DATE: </SPAN>December 31, 2018'),
            _division("c5", f'<SPAN CLASS="c8">LANGUAGE: </SPAN>{story.language.upper()}'),
            _division("c5", "MATP"),
            _division("c5", '<SPAN CLASS="c8">PUBLICATION-TYPE: </SPAN>Newspaper'),
            f'<BR><DIV CLASS="c0"><BR><P CLASS="c1">Copyright 2013 {story.outlet}<BR>',
            "All Rights Reserved</P>\n</DIV>\n<!-- Hide XML section from browser\n</DOCFULL>\n",
            "</DOC> -->\n",
        ]
    return "".join([*parts, "</BODY></HTML>\n"]).encode()


def _division(style: str, words: str) -> str:
    return f'<DIV CLASS="{style}"><P CLASS="c6"><SPAN CLASS="c2">{words}</SPAN></P>\n</DIV>\n<BR>'


def uni_paragraphs(
    stories: Sequence[Story] = STORIES, *, cover: bool = True, announced: int = 0
) -> list[str]:
    """The paragraphs of the newer layout, empty ones too. `announced` on the cover."""
    found: list[str] = []
    if cover:
        found += [
            "User Name: Jane Reader",
            "Date and Time: Friday, March 20, 2020 4:51:00 PM EDT",
            "Job Number: 118401732",
            "",
            f"Documents ({announced or len(stories)})",
            "",
        ]
        for number, story in enumerate(STORIES if announced else stories, 1):
            found += [
                f"{number}. {story.title}",
                "Client/Matter: -None-",
                "Search Terms: wages OR river",
                "Search Type: Terms and Connectors",
                "",
            ]
    for story in stories:
        found += [
            story.title,
            story.outlet,
            *([f"{story.long_day} 11:30 PM EST"] if story.day else []),
            "Final Edition",
            "",
            f"Copyright 2013 {story.outlet} Ltd.",
            "All Rights Reserved",
            "",
            f"Section:\u00a0{story.section}",
            f"Length:\u00a0{story.words} words",
            f"Byline:\u00a0{story.byline}",
            f"Dateline:\u00a0{story.place} ",
            "Body",
            "",
            "",
            *story.body,
            "Graphic",
            "",
            "PHOTO: A view of the place",
            "Classification",
            "",
            f"Language: {story.language.upper()}",
            "Publication-Type: Newspaper",
            "Journal Code: HRLD",
            "Subject: LABOR UNIONS (90%); RIVERS (89%)",
            "",
            "Load-Date: March 3, 2013",
            "",
            "End of Document",
            "",
        ]
    return found
