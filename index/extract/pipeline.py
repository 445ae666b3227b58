"""Reading one text: blocks, marks, names, reports, quotes, actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.article import Extraction, NewsForm, Quote
from index.extract.clauses import reports
from index.extract.cues import CUES
from index.extract.marks import scan_marks
from index.extract.model import Model
from index.extract.outer import narrate
from index.extract.quotes import Draft, Paragraph, draft_quotes, pass_on
from index.extract.view import body_blocks, reading_view

if TYPE_CHECKING:
    pass

import re
_WORD = re.compile(r"[a-z]+")

def extract(text: str, form: NewsForm | None = None, *, model: Model) -> Extraction:
    view = reading_view(text)
    blocks = body_blocks(view, form)
    marks = scan_marks(text, view, blocks)
    with model.nlp.memory_zone():
        paragraphs = _read(view, blocks, marks, model)
        drafts = [d for p in paragraphs for d in draft_quotes(view, p)]
    drafts = pass_on(drafts, paragraphs)
    quotes = tuple(
        Quote(d.start, d.end, d.kind, text[d.start:d.end], d.verbatim,
              text[slice(*d.mention.span)] if d.mention else None,
              text[slice(*d.mention.span)] if d.mention else None, d.mention.span if d.mention else None, d.cue, d.cue_span)
        for d in drafts)
    return Extraction(quotes, ())

def _read(view, blocks, marks, model):
    paragraphs = []
    for n, b in enumerate(blocks):
        here = [m for m in marks if m.block == n]
        p = Paragraph(n, b.start, b.end, here)
        if here or any(w in CUES or w == "according" for w in _WORD.findall(view[b.start:b.end].lower())):
            p.outer = narrate(view, n, b, here)
        paragraphs.append(p)
    todo = [p for p in paragraphs if p.outer is not None]
    for p, doc in zip(todo, model.parse(p.outer.text for p in todo), strict=True):
        p.doc = doc
        held = {m.start for m in p.outer.held.values()}
        kept = [m.outer for m in p.marks if m.start not in held]
        p.reports = reports(doc, p.outer, kept)
    return paragraphs
