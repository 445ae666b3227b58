"""Passages as Markdown, plain text, CSV and JSON, with citations that can be checked.

`render` and `cite` are pure: values in, text out. What they give holds no control character
but line ends, and no bidirectional control. `write` is the one function that touches the disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from index.article import Cited, DatelineError
from index.export import markdown, plain, selectors, table
from index.export.files import write
from index.export.plain import cite
from index.export.selectors import record
from index.export.speech import speech_of

__all__ = ["FORMATS", "Format", "cite", "record", "render", "speech_of", "write"]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of export: its name, its file extension with the dot, and what it is good for."""

    name: str
    extension: str
    description: str


_FORMS: dict[Format, Callable[[Sequence[Cited]], str]] = {
    Format("markdown", ".md", "block quotes with footnotes"): markdown.render,
    Format("text", ".txt", "plain text, each passage with its citation"): plain.render,
    Format("csv", ".csv", "a table, one row a passage"): table.render,
    Format("json", ".json", "W3C Web Annotations with the passages"): selectors.render,
}

FORMATS: dict[str, Format] = {form.name: form for form in _FORMS}
"""The forms of export by name, in the order in which they are offered."""


def render(cited: Sequence[Cited], format: str) -> str:  # noqa: A002 - the trade's word
    """The passages in one of `FORMATS`. Raises `DatelineError` for a format that is none."""
    if format not in FORMATS:
        raise DatelineError(
            f"There is no export format {format!r}. There are: {', '.join(FORMATS)}."
        )
    return _FORMS[FORMATS[format]](cited)
