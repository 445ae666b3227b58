"""What a command prints: data on standard output, talk on standard error.

Nothing printed for a person holds a control character of an article, a file name or an
argument; JSON is plain ASCII, so that every character survives any terminal and any pipe.
"""

from __future__ import annotations

import codecs
import io
import json
import os
import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

from index.article import Span

_WIDEST = 100  # columns; longer lines are hard to read
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_UNBROKEN = 1 << 30
_STAND_INS = "dateline.stand-ins"


class Output:
    """Prints for one command. `json` tells whether data is wanted as JSON lines."""

    def __init__(self, *, as_json: bool) -> None:
        self.json = as_json
        self._out = _prepared(sys.stdout)
        self._err = _prepared(sys.stderr)
        self._bold = self._out.isatty() and _may_style()
        self._progress = False
        # Only a person's terminal gets broken lines; a pipe gets a paragraph a line.
        columns = min(shutil.get_terminal_size().columns, _WIDEST)
        self._width = columns if self._out.isatty() else _UNBROKEN

    def narrow(self, columns: int) -> None:
        """Let no line of a paragraph on a terminal be wider than so many columns."""
        if self._width != _UNBROKEN:
            self._width = min(self._width, columns)

    def record(self, record: dict[str, object]) -> None:
        """One JSON object on a line of its own."""
        self._out.write(json.dumps(record) + "\n")

    def document(self, text: str) -> None:
        """A whole document, as it is. The caller answers for its being harmless."""
        self._out.write(text)

    def line(self, text: str = "", *, bold: bool = False) -> None:
        """One line for a person, however long."""
        shown = harmless(text)
        self._out.write((_BOLD + shown + _PLAIN if bold and self._bold else shown) + "\n")

    def paragraph(
        self, text: str, *, indent: str = "", first: str | None = None, hits: Iterable[Span] = ()
    ) -> None:
        """A paragraph broken into lines; `hits`, spans of the text, are bold on a terminal.

        Every line begins with `indent`, but the first with `first` where that is given.
        """
        from tui.widgets.wrap import wrap

        spans = sorted(hits) if self._bold else []
        margin = harmless(indent if first is None else first)
        for line in wrap(text, 0, len(text), self.room(indent)):
            self._out.write(f"{margin}{_marked(text, line.start, line.stop, spans)}\n")
            margin = indent

    def room(self, indent: str) -> int:
        """The cells of a line of a paragraph behind an indent."""
        return max(self._width - len(indent), 20)

    def flush(self) -> None:
        self._out.flush()

    def say(self, sentence: str) -> None:
        """Tell a person something that is not the data asked for."""
        self.end_progress()
        self._err.write(harmless(sentence) + "\n")
        self._err.flush()

    def problem(self, sentence: str) -> None:
        """Tell why something could not be done: `{"error": …}` where JSON is wanted."""
        if self.json:
            self.end_progress()
            self.record({"error": harmless(sentence)})
        else:
            self.say(sentence)

    def progress(self, sentence: str) -> None:
        """Show how far something is, over what was shown before; on a terminal only."""
        if not sentence or not self._err.isatty():
            return
        from tui.widgets.cells import crop

        columns = shutil.get_terminal_size().columns
        self._err.write(f"\r{crop(harmless(sentence), columns - 1, '…')}\x1b[K")
        self._err.flush()
        self._progress = True

    def end_progress(self) -> None:
        """Take the progress away, so that what comes next stands on a clean line."""
        if self._progress:
            self._err.write("\r\x1b[K")
            self._progress = False


def harmless(text: str) -> str:
    """The text as it may be sent to a terminal, on one line."""
    if text.isascii() and text.isprintable():
        return text
    from tui.widgets.cells import drawn

    return drawn(text)


def _marked(text: str, start: int, stop: int, hits: list[Span]) -> str:
    shown = harmless(text[start:stop])
    parts: list[str] = []
    at = 0
    for first, last in hits:
        first, last = max(first - start, at), min(last - start, len(shown))
        if first < last:
            parts += [shown[at:first], _BOLD, shown[first:last], _PLAIN]
            at = last
    return "".join([*parts, shown[at:]])


def _prepared(stream: TextIO | None) -> TextIO:
    """UTF-8 into files and pipes; for what a terminal's encoding lacks there are stand-ins."""
    if stream is None:  # closed by the shell (>&-)
        return io.StringIO()
    if isinstance(stream, io.TextIOWrapper):
        if stream.isatty():
            codecs.register_error(_STAND_INS, _stand_ins)
            stream.reconfigure(errors=_STAND_INS)
        else:
            stream.reconfigure(encoding="utf-8", errors="replace")
    return stream


def _stand_ins(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from tui.widgets.stand_ins import stand_in

    return "".join(map(stand_in, error.object[error.start : error.end])), error.end


def _may_style() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"
