"""What Factiva delivers: field codes in HTML and plain text, and the lines of its screen's layout.

As rich text the latter is in `tests.samples.rtf`.
"""

from __future__ import annotations

import html
from collections.abc import Sequence

from tests.samples.stories import STORIES, Story


def number_of(story: Story) -> str:
    """The accession number: a code of the source, the day, and letters and figures."""
    return f"HRLD0000{story.day.replace('-', '')}e{len(story.title):03d}0001x"


def _fields(story: Story) -> list[tuple[str, list[str]]]:
    return [
        ("SE", [story.section.split(";")[0]]),
        ("HD", [story.title]),
        ("BY", [story.byline]),
        ("WC", [f"{story.words} words"]),
        ("PD", [story.short_day]),
        ("ET", ["14:05"]),
        ("SN", [story.outlet]),
        ("SC", ["HRLD"]),
        ("ED", ["First"]),
        ("PG", ["3"]),
        ("LA", [story.language]),
        ("CY", ["(c) 2013 Herald Holdings"]),
        ("LP", list(story.body[:1])),
        ("TD", list(story.body[1:])),
        ("CO", ["prtslt : Port of Salter"]),
        ("NS", ["gcat : Political/General News | glab : Labor Issues"]),
        ("RE", ["eurz : Europe"]),
        ("PUB", ["Herald Holdings"]),
        ("AN", [f"Document {number_of(story)}"]),
    ]


def codes_text(stories: Sequence[Story] = STORIES) -> bytes:
    """Plain text with a field code before each value."""
    parts = []
    for story in stories:
        for code, values in _fields(story):
            if code in ("LP", "TD"):
                parts.append(f"\n{code} \n\n" + "\n\n".join(values) + "\n")
            else:
                parts.append(f"{code:<10}{values[0]}\n")
        parts.append("\n\n")
    return "".join(parts).encode()


def codes_html(stories: Sequence[Story] = STORIES) -> bytes:
    """HTML with a table for each article, a field code in the first cell of each row."""
    parts = [
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "xhtml1.dtd">\n<html>\n'
        '<head>\n<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>'
        '<title>Factiva</title><style type="text/css">body{margin:0;}</style></head>\n'
        '<body class=""><div id="navcontainer"><table><tr><td class="factivalogo"><h1>Factiva</h1>'
        '</td><td class="djrlogo"><span>Dow Jones</span></td></tr></table></div>\n'
        '<form name="PageBaseForm"><div id="contentWrapper"><div id="contentLeft">'
    ]
    for story in stories:
        parts.append('<span></span><div class="article enArticle"><table border="0">')
        for code, values in _fields(story):
            cell = "".join(
                f'<p class="articleParagraph enarticleParagraph">{html.escape(value)}</p>\n'
                if code in ("LP", "TD")
                else f"<b class='enHeadline'>{html.escape(value)}</b>\n"
                if code == "HD"
                else html.escape(value)
                for value in values
            )
            parts.append(
                f'<tr><td align="right" valign="top" class="index"><b>{code}</b>&nbsp;</td>'
                f"<td>{cell}</td></tr>"
            )
        parts.append("</table><br/></div><br/>")
    parts.append(
        '<div id="pageFooter"><table><tr><td><span class="copyright">&copy; 2013 Factiva, Inc. '
        "All rights reserved.</span></td></tr></table></div></div></div></form></body></html>\n"
    )
    return "".join(parts).encode()


def shown_html(stories: Sequence[Story] = STORIES) -> bytes:
    """HTML as the screen shows an article, without field codes."""
    parts = ["<html><head><title>Factiva</title></head><body>\n"]
    for story in stories:
        lines = [
            story.byline,
            f"{story.words} words",
            story.short_day,
            "14:05",
            story.outlet,
            "HRLD",
            "First",
            "3",
            story.language,
            "(c) 2013 Herald Holdings",
        ]
        parts += [
            '<div class="article enArticle"><p>',
            f"<div>{html.escape(story.section.split(';')[0])}</div>",
            f'<div id="hd"><span class="enHeadline">{html.escape(story.title)}</span></div>',
            *(f"<div>{html.escape(line)}</div>" for line in lines),
            *(
                f'<p class="articleParagraph enarticleParagraph">{html.escape(words)}</p>\n'
                for words in story.body
            ),
            f"</p><p>Document {number_of(story)}</p></div><br/>\n",
        ]
    return "".join([*parts, "</body></html>"]).encode()


def shown_lines(stories: Sequence[Story] = STORIES, *, contents: bool = True) -> list[str]:
    """The lines of the screen's layout, below a list of contents."""
    found = []
    if contents:
        for page, story in enumerate(stories, 2):
            found += [f"{story.title}\t{page}"]
        found.append("")
    for story in stories:
        found += [
            story.title,
            story.byline,
            f"{story.words:,} words",
            story.short_day,
            story.outlet,
            "HRLD",
            story.language,
            "(c) 2013 Herald Holdings",
            "",
            *(line for words in story.body for line in (words, "")),
            f"Document {number_of(story)}",
            "",
            "",
        ]
    return found
