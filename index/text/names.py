"""Names of people, outlets and places, for comparing them."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=10_000)
def fold_name(name: str) -> str:
    """A name for comparing: case, accents, dots and possessives apart, a space at each end."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace(".", ""))
    plain = plain.replace("\u2019", "'")
    words = []
    for word in plain.split():
        word = word.removesuffix("'s")
        word = "".join(c if c.isalnum() else " " for c in word if not unicodedata.combining(c))
        words.extend(word.split())
    return f" {' '.join(words)} "
