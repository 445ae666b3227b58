"""Word documents, made by python-docx: an article, one with all that Word can set, deliveries."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Sequence

from docx import Document
from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.samples import factiva, nexis
from tests.samples.stories import FLOOD, HARBOUR, STORIES, Story


def story(one: Story = HARBOUR) -> bytes:
    """An article as a newsroom files it: a title, a byline, the copy; properties filled in."""
    word = _empty()
    word.core_properties.title = one.title
    word.core_properties.author = one.byline.removeprefix("By ").split(" and ")[0]
    word.core_properties.created = datetime.datetime.fromisoformat(one.day)
    word.core_properties.comments = ""
    word.add_paragraph(one.title, style="Title")
    word.add_paragraph(one.byline)
    for words in one.body:
        word.add_paragraph(words)
    return _bytes(word)


def plain(one: Story = FLOOD) -> bytes:
    """Copy without any style: all of it is set alike."""
    word = _empty()
    for words in (one.title, one.byline, *one.body):
        word.add_paragraph(words)
    return _bytes(word)


def structured() -> bytes:
    """An article with all that Word can set in it, and beside it."""
    word = _empty()
    word.sections[0].header.paragraphs[0].text = "The Herald - draft"
    word.sections[0].footer.paragraphs[0].text = "Page 1"
    word.add_heading("Harbour talks falter", level=1)
    word.add_paragraph("The dockers walked out on Tuesday, and no ship was unloaded.")
    word.add_heading("Third time in a month", level=2)
    word.add_paragraph("The union has three demands:")
    word.add_paragraph("a raise of five percent", style="List Bullet")
    word.add_paragraph("a free Sunday", style="List Bullet")
    word.add_paragraph("no night shifts for those over sixty", style="List Number")
    word.add_paragraph("Nobody goes back for a promise.", style="Intense Quote")
    table = word.add_table(rows=0, cols=2)
    for left, right in (("Year", "Ships"), ("2011", "412"), ("2012", "388")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = left, right
    word.add_paragraph("Dockers at the gate. Photo: A. Brandt", style="Caption")
    return _bytes(word)


def tracked() -> bytes:
    """An article with changes that were tracked, a comment, a text box, a link, hidden words."""
    word = _empty()
    space = nsdecls("w")
    inside = (
        '<w:r><w:t xml:space="preserve">The talks </w:t></w:r>'
        '<w:del w:id="1" w:author="x"><w:r><w:delText>failed</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="x"><w:r><w:t>faltered</w:t></w:r></w:ins>'
        '<w:moveFrom w:id="3" w:author="x"><w:r><w:t> at night</w:t></w:r></w:moveFrom>'
        '<w:r><w:t xml:space="preserve"> on </w:t></w:r>'
        '<w:hyperlink w:anchor="a"><w:r><w:t>Tuesday</w:t></w:r></w:hyperlink>'
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> (check)</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent>"
        "</v:textbox></v:shape></w:pict></w:r>"
        "<w:r><w:t>, off</w:t><w:noBreakHyphen/><w:t>shore.</w:t></w:r>"
    )
    word.element.body.insert(0, parse_xml(f"<w:p {space}>{inside}</w:p>"))
    word.element.body.insert(
        1,
        parse_xml(
            f"<w:p {space}><w:pPr><w:rPr><w:del w:id='5' w:author='x'/></w:rPr></w:pPr>"
            "<w:r><w:t xml:space='preserve'>One </w:t></w:r></w:p>"
        ),
    )
    word.element.body.insert(2, parse_xml(f"<w:p {space}><w:r><w:t>paragraph.</w:t></w:r></w:p>"))
    word.element.body.insert(
        3,
        parse_xml(
            f"<w:sdt {space}><w:sdtContent><w:p><w:r><w:t>In a field.</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        ),
    )
    paragraph = word.add_paragraph("The end.")
    word.add_comment(paragraph.runs[0], text="Is it?", author="x")
    return _bytes(word)


def nexis_delivery(stories: Sequence[Story] = STORIES) -> bytes:
    """A delivery of the newer LexisNexis: its headlines are headings."""
    word = _empty()
    titles = {one.title for one in stories}
    for words in nexis.uni_paragraphs(stories):
        word.add_paragraph(words, style="Heading 1" if words in titles else None)
    return _bytes(word)


def factiva_delivery(stories: Sequence[Story] = STORIES) -> bytes:
    """A delivery of Factiva, as its screen shows it."""
    word = _empty()
    for words in factiva.shown_lines(stories):
        word.add_paragraph(words)
    return _bytes(word)


def repacked(data: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """A container with each part as `change` has it; without those of which it has None."""
    found = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            if (part := change(name, before.read(name))) is not None:
                after.writestr(name, part)
    return found.getvalue()


def _empty() -> Word:
    return Document()


def _bytes(word: Word) -> bytes:
    found = io.BytesIO()
    word.save(found)
    return found.getvalue()
