"""Passages as CSV (RFC 4180): UTF-8, CRLF, a header, one row a passage.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, so such a cell
gets an apostrophe in front, and so does one that begins with apostrophes and then one of these.
To undo it: where apostrophes are followed by one of these, drop one apostrophe.

`speakers` and `quote_kinds` have an entry for each quote in the passage, in order of place;
`verbatim` the stretches that stand in quotation marks; `speech` says it in words.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from index.article import Cited
from index.export.citation import citation, file_name
from index.export.speech import in_it, marks_left_out, verbatim
from index.text import canonical, one_line

COLUMNS = (
    "id",
    "article",
    "exact",
    "author",
    "headline",
    "headline_basis",
    "outlet",
    "agency",
    "date",
    "date_basis",
    "date_reason",
    "speakers",
    "quote_kinds",
    "verbatim",
    "speech",
    "quotation_marks",
    "paragraph",
    "page",
    "start",
    "end",
    "prefix",
    "suffix",
    "note",
    "tags",
    "file",
    "part",
    "file_sha256",
    "text_sha256",
    "url",
    "citation",
)

_FORMULA = re.compile(r"'*\s*[=+\-@\t\r＝＋－＠]")


def render(cited: Sequence[Cited]) -> str:
    """The header and one row a passage; what is unknown is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in cited:
        row = _row(one)
        writer.writerow([defused(canonical(row[column])) for column in COLUMNS])
    return out.getvalue()


def defused(cell: str) -> str:
    """The cell, with an apostrophe in front where a spreadsheet would run it."""
    return "'" + cell if _FORMULA.match(cell) else cell


def undefused(cell: str) -> str:
    """The cell as it was before `defused`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def _row(cited: Cited) -> dict[str, str]:
    passage, article, form = cited.passage, cited.article, cited.article.form
    return {
        "id": passage.id,
        "article": passage.article,
        "exact": passage.exact,
        "author": "; ".join(form.byline.value),
        "headline": one_line(article.title),
        "headline_basis": form.title.basis,
        "outlet": form.outlet.value or "",
        "agency": form.agency.value or "",
        "date": form.date.value or "",
        "date_basis": form.date.basis,
        "date_reason": form.date.reason or "",
        "speakers": "; ".join(quote.speaker or "unknown" for quote in cited.quotes),
        "quote_kinds": "; ".join(quote.kind for quote in cited.quotes),
        "verbatim": "; ".join(words for quote in cited.quotes for words in verbatim(cited, quote)),
        "speech": in_it(cited),
        "quotation_marks": marks_left_out(cited),
        "paragraph": "" if passage.paragraph is None else str(passage.paragraph),
        "page": passage.page or "",
        "start": str(passage.start),
        "end": str(passage.end),
        "prefix": passage.prefix,
        "suffix": passage.suffix,
        "note": passage.note,
        "tags": "; ".join(passage.tags),
        "file": file_name(article),
        "part": one_line(article.place),
        "file_sha256": passage.file_sha256,
        "text_sha256": passage.text_sha256,
        "url": form.url.value or "",
        "citation": citation(cited),
    }
