"""ASCII for the marks and letters that a terminal's encoding does not have."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len

# Each stand-in takes one cell, as the mark itself does, so that no column shifts.
_STAND_INS = str.maketrans(
    {
        **dict.fromkeys("─━–—‐‑‒―▁▔", "-"),
        **dict.fromkeys("│▌▐█▊▎", "|"),
        **dict.fromkeys("┬┴┼├┤", "+"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛", "'"),
        **dict.fromkeys("▸→", ">"),
        **dict.fromkeys("◂←", "<"),
        **dict.fromkeys("▾↓", "v"),
        **dict.fromkeys("▴↑", "^"),
        **dict.fromkeys("┃¶", "#"),
        **dict.fromkeys("✓•", "*"),
        "·": "-",
        "…": ".",
    }
)


def stand_in(character: str) -> str:
    """ASCII of the same width: a mark's stand-in, a letter without its accent, or `?`."""
    plainer = character.translate(_STAND_INS)
    if not plainer.isascii():
        plainer = unicodedata.normalize("NFKD", character)[:1]
    width = cell_len(character)
    return plainer if plainer.isascii() and width == 1 else "?" * width
