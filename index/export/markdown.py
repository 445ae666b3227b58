r"""Passages as Markdown: block quotes with footnotes, for CommonMark and GitHub.

A passage must look in a rendered page as it does in the article, and its exact words must be
recoverable from the file. So each of its lines is one line of the block quote, and a character
is written otherwise only where Markdown would take it for markup:

- a backslash stands before a punctuation mark that would be markup there;
- a backslash at the end of a line stands for the line break alone;
- a space that Markdown would drop, at the start or end of a line, is written `&#32;` (and any
  other white space there likewise, by its number);
- direct speech stands between `&ldquo;` and `&rdquo;`, quotation marks that are not the article's.

Below a passage that is somebody's words, all or a part of them, stands who says them.

The first passage of an article has its full citation; the others refer to that note by its
number for the article, its file and its hashes.

To recover the words: take `> ` from each line and the footnote mark from the last, drop
`&ldquo;` at the beginning with `&rdquo;` at the end and backslashes at line ends, then undo numbers
and backslashes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.article import Cited
from index.export.citation import citation, place, short, source
from index.export.speech import attribution, lacks_marks
from index.text import canonical, one_line

# Characters that are markup wherever they stand, or only before or after certain others.
# "_" inside a word, "[he]" and "$20" are none, so that ordinary copy stays as it is.
_INLINE = re.compile(
    r"""
      [*`~|^]                             # emphasis, code, strikethrough, tables
    | \\ (?= [!-/:-@\[-`{-~] | \s? $ )    # a backslash that would escape what follows
    | (?<! [^\W_] ) _ | _ (?! [^\W_] )    # emphasis; inside a word it is a plain character
    | \[ (?= \^ )                         # a footnote
    | \] (?= [(\[:] )                     # a link, an image, a link's definition
    | < (?= [A-Za-z/!?] )                 # HTML, an automatic link
    | & (?= \#? \w+ ; )                   # a character reference
    | \$ (?! \d )                         # the end of a formula
    """,
    re.VERBOSE,
)
# What would begin a block at the start of a line. What the group takes stays as it is, and the
# character behind it gets the backslash: in "1. May" the full stop, else the first character.
_BLOCK = re.compile(
    r"""
      ()          \#{1,6} (?: \s | $ )    # a heading
    | ()          >                       # a block quote
    | ()          [-+] (?: \s | $ )       # a list
    | ( \d{1,9} ) [.)] (?: \s | $ )       # a numbered list
    | ()          (?: - \s* ){3,} $       # a rule
    | ()          (?: -+ | =+ ) \s* $     # the line under a heading
    """,
    re.VERBOSE,
)


OPENED, CLOSED = "&ldquo;", "&rdquo;"
"""Quotation marks that are put around direct speech: written as no mark of an article is."""


def render(cited: Sequence[Cited]) -> str:
    """Each passage as a block quote with a footnote; the footnotes at the end."""
    if not cited:
        return ""
    blocks = [_passage(one, number) for number, one in enumerate(cited, 1)]
    first: dict[str, int] = {}  # in which note an article is cited in full
    notes = []
    for number, one in enumerate(cited, 1):
        full = first.setdefault(one.article.id, number)
        notes.append(f"[^{number}]: {_footnote(one, full if full < number else None)}")
    return "\n\n".join(blocks + notes) + "\n"


def _passage(cited: Cited, number: int) -> str:
    passage = cited.passage
    lines = quoted(canonical(passage.exact))
    if lines[-1].endswith(("]", "!")):  # with the footnote mark that would be a link, an image
        lines[-1] = f"{lines[-1][:-1]}\\{lines[-1][-1]}"
    if lacks_marks(cited):
        lines[0] = OPENED + lines[0]
        lines[-1] += CLOSED
    lines[-1] += f"[^{number}]"
    block = "\n".join(f"> {line}" if line else ">" for line in lines)
    if spoken := attribution(cited):
        block += "\n\n" + quoted(f"— {canonical(spoken)}")[0]
    if passage.note:
        block += "\n\n" + "\n".join(quoted("Note: " + canonical(passage.note)))
    if passage.tags:
        block += "\n\n" + quoted("Tags: " + ", ".join(one_line(t) for t in passage.tags))[0]
    return block


def _footnote(cited: Cited, earlier: int | None) -> str:
    """The note to a passage; `earlier` is the note that cites its article in full, if any."""
    line = citation(cited) if earlier is None else short(cited, earlier)
    facts = place(cited, marked=lacks_marks(cited)) + (source(cited) if earlier is None else [])
    return quoted(line + " " + "; ".join(f"{name}: {value}" for name, value in facts) + ".")[0]


def quoted(text: str) -> list[str]:
    """The lines of a text, written so that Markdown shows them as they are."""
    lines = text.split("\n")
    last = len(lines) - 1
    blank = [not line.strip(" ") and at != last for at, line in enumerate(lines)]
    written = []
    for at, line in enumerate(lines):
        if blank[at]:
            written.append(line)
            continue
        hard_break = at < last and not blank[at + 1]
        written.append(_line(line) + ("\\" if hard_break else ""))
    return written


_WRITTEN = re.compile(r"\\([!-/:-@\[-`{-~])|&#(\d{1,7});")


def unquoted(lines: Sequence[str]) -> str:
    """The text whose lines `quoted` has written so."""
    return "\n".join(_WRITTEN.sub(_meant, _unbroken(line)) for line in lines)


def _unbroken(line: str) -> str:
    """The line without the backslash that stands for its end: the others come in pairs."""
    slashes = len(line) - len(line.rstrip("\\"))
    return line[:-1] if slashes % 2 else line


def _meant(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    number = int(match[2])
    return chr(number) if number <= 0x10FFFF else match[0]


def _line(line: str) -> str:
    block = _BLOCK.match(line)
    if not block:
        return _edges(_escaped(line))
    at = block.end(block.lastindex or 1)
    return f"{line[:at]}\\{line[at]}{_edges(_escaped(line[at + 1 :]), start=False)}"


def _escaped(line: str) -> str:
    return _INLINE.sub(r"\\\g<0>", line)


def _edges(line: str, *, start: bool = True) -> str:
    """White space at the ends of a line by its number: Markdown would drop it."""
    if start and line[:1].isspace():
        line = f"&#{ord(line[0])};{line[1:]}"
    if line[-1:].isspace():
        line = f"{line[:-1]}&#{ord(line[-1])};"
    return line
