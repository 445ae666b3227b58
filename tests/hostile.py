"""Articles and file names that try to break out of the text they are.

`MARK` stands in every one of them, so that a query finds them all; `ESCAPES` are the byte
sequences of which none may ever reach a terminal or an export.
"""

from __future__ import annotations

from pathlib import Path

MARK = "quicksilver"

OSC_TITLE = "\x1b]0;owned\x07"
OSC_COPY = "\x1b]52;c;b3duZWQ=\x1b\\"
CSI_CLEAR = "\x1b[2J\x1b[1;1H"
C1_CSI = "\x9b31m"
C1_OSC = "\x9d0;owned\x9c"
BIDI = "\u202egnp.exe\u202c\u2066x\u2069\u200f"
MARKUP = (
    "[bold red]owned[/] [@click=app.quit]x[/] [/ [link=http://x]y[/link] <script>alert(1)</script>"
)

ESCAPES = (
    b"\x1b]0;owned",
    b"\x1b]52;c;b3duZWQ",
    b"\x1b[2J\x1b[1;1H\x1b[31mowned",
    b"\xc2\x9b",
    b"\xc2\x9d",
    b"\xc2\x9c",
    "\u202e".encode(),
    "\u202c".encode(),
    "\u2066".encode(),
    "\u2069".encode(),
    "\u200f".encode(),
)

_BODY = (
    "BEIJING, June 5 (Reuters) - The {mark} minister Jane {attack}Roe said on Tuesday that "
    "{attack} talks had begun.\n\n"
    "\u201cWe will {attack} not be moved by {mark},\u201d Roe {attack} told reporters.\n\n"
    "\u201c{attack}\u201d said {attack}.\n\n"
    + "The talks went on into the night, and nobody left the room. " * 30
    + "\n"
)


def write(folder: Path) -> list[Path]:
    """Write the hostile articles into `folder`; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    attacks = {
        "osc-title": OSC_TITLE,
        "osc-copy": OSC_COPY,
        "csi": f"{CSI_CLEAR}\x1b[31mowned",
        "c1": C1_CSI + C1_OSC,
        "bidi": BIDI,
        "markup": MARKUP,
        "controls": "".join(map(chr, range(1, 32))) + "\x7f",
    }
    paths = []
    for name, attack in attacks.items():
        path = folder / f"{name}.txt"
        headline = f"The {MARK} headline {attack} stands\n\n"
        path.write_bytes((headline + _BODY.format(mark=MARK, attack=attack)).encode())
        paths.append(path)
    for number, attack in enumerate((OSC_TITLE, CSI_CLEAR, C1_CSI, BIDI, "new\nline")):
        path = folder / f"{number}{attack}[red]x[-].txt".replace("/", "|")
        path.write_text(f"{MARK} stands in file {number}. It said so.\n")
        paths.append(path)
    undecodable = folder.joinpath(b"bad-\xff-name.txt".decode(errors="surrogateescape"))
    undecodable.write_text(f"{MARK} stands in a file whose name is no text.\n")
    return [*paths, undecodable]


def found_in(data: bytes) -> list[bytes]:
    """Which of the hostile sequences stand in what reached a terminal or a file."""
    return [escape for escape in ESCAPES if escape in data]
