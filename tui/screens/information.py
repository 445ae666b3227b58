"""All that is known of one article, each fact with how it is known."""

from __future__ import annotations

from textual.content import Content

from index.article import FACTS, Fact, Reading
from tui.words import amount, day, one_line

_LABELS = {
    "title": "Headline",
    "dateline": "Dateline",
    "byline": "Byline",
    "editors": "Editing",
    "reporting": "Reporting",
    "photo_credit": "Photo",
    "url": "Address",
}
_INDENT = 14


def information(reading: Reading) -> Content:
    """The facts with basis and reason, then the text, the files, and the furniture."""
    article = reading.article
    lines: list[Content] = []
    for name in FACTS:
        known: Fact[object] = getattr(article.form, name)
        lines += _fact(_LABELS.get(name, name.capitalize()), _shown(name, known), known)
    lines += [Content(""), _row("Article", article.id)]
    if article.version_of:
        lines.append(_row("Version of", article.version_of))
    lines.append(
        _row("Text", f"{amount(article.words, 'word')} · {len(reading.text):,} characters")
    )
    lines.append(_row("", f"SHA-256 {article.text_sha256}"))
    lines.append(_row("", f"made by text rules {article.text_rules}"))
    for number, file in enumerate(article.files):
        lines.append(_row("" if number else "File", one_line(file)))
    lines.append(_row("", f"SHA-256 {article.file_sha256}"))
    if article.item:
        lines.append(_row("", f"item {article.item:,} of the file"))
    lines.append(Content(""))
    if article.extracted:
        found = f"{amount(len(reading.quotes), 'quote')} · {amount(len(reading.actors), 'actor')}"
    else:
        found = "not read for quotes and actors yet"
    lines.append(_row("Read", found))
    for number, piece in enumerate(article.form.furniture):
        shown = one_line(reading.text[piece.start : piece.end])
        shown = shown if len(shown) <= 40 else shown[:39] + "…"
        label = "" if number else "Furniture"
        lines.append(_row(label, f"{piece.what} {piece.start:,}–{piece.end:,}  {shown}"))
    return Content("\n").join(lines)


def _shown(name: str, known: Fact[object]) -> str:
    if not known.value:
        return "unknown"
    if isinstance(known.value, tuple):
        return ", ".join(one_line(str(value)) for value in known.value)
    value = one_line(str(known.value))
    return day(value) if name in ("date", "updated") else value


def _fact(label: str, shown: str, known: Fact[object]) -> list[Content]:
    if not known.value:
        return [_row(label, shown, "$text-muted")]
    mark = "~" if known.basis == "inferred" else ""
    lines = [_row(label, f"{mark}{shown}")]
    how: str = known.basis
    if known.reason:
        how += f": {one_line(known.reason)}"
    if how != "stated":
        lines.append(_row("", how, "$text-muted"))
    return lines


def _row(label: str, value: str, style: str = "") -> Content:
    return Content.assemble((label.ljust(_INDENT), "$text-muted"), (value, style))
