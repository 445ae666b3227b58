"""Bytes to canonical text, folding that keeps length, and where paragraphs and sentences stand.

The canonical text of an article is made once, when its file is taken in, and every offset
anywhere in Dateline is a code-point offset into it. Folding never changes a length, so an
offset into a folded view is an offset into the text itself.
"""

from index.text.characters import TEXT_RULES, canonical, fold, one_line, sha256
from index.text.decoding import NotText, decode
from index.text.encodings import encoding_called
from index.text.names import fold_name
from index.text.paragraph_breaks import paragraphs
from index.text.spans import trimmed, without

__all__ = [
    "TEXT_RULES",
    "NotText",
    "canonical",
    "decode",
    "encoding_called",
    "fold",
    "fold_name",
    "one_line",
    "paragraphs",
    "sha256",
    "trimmed",
    "without",
]
