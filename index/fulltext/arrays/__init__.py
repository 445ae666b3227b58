"""The array codec: Whoosh segments as NumPy arrays in one mapped file each.

Whoosh keeps its schema, table of contents, readers, query tree, matchers and the merging hook;
through its plug points it gets a codec whose postings are arrays. Nothing is pickled, nothing
compressed, nothing copied on opening: an array is a read-only view of the mapped file.

A segment is one file, `MAIN_<id>.arr`. All numbers are little-endian; every section begins at a
multiple of 64 bytes, filled up with zeros.

| part | bytes | holds |
|---|---|---|
| header | 64 | `<8sIIQIIQI`: magic `dlarrays`, version, documents, where the directory begins, its rows, its CRC-32, length of the file, CRC-32 of the 40 bytes before; zeros |
| sections | | one after the other, each an array of one kind |
| directory | 72 a row | `S48` name, `S8` NumPy's name for the kind, `u8` where the section begins, `u8` how many |

The sections of a field are named `<field>/<section>`. Terms stand in byte order; the postings of
a field stand in the order of its terms, within a term by document; a prefix is one slice.

| section | kind | length | holds |
|---|---|---|---|
| `terms` | u1 | | the terms in UTF-8, one after the other |
| `term_starts` | u4 | terms + 1 | where each begins |
| `posting_starts` | u4 | terms + 1 | where each term's postings begin |
| `docs` | u4 | postings | document numbers within the segment |
| `weights` | u2 | postings | frequency, the lede's words counted twice; 65,535 at most |
| `starts` | u4 | postings + 1 | where each posting's positions begin |
| `positions` | u4 | | positions, rising within a posting |
| `lengths` | u4 | documents | words of the field in each document |
| `landmark_starts` | u4 | documents + 1 | where each document's landmarks begin |
| `landmarks` | u4 | | where in the text every 16th position stands, in code points |

Fields of whole values have `terms` to `docs` only. A column is one section `column/<name>` of
fixed width, one value a document. Deletions stand in the table of contents (`contents`).
"""  # noqa: E501

from index.fulltext.analysis import LANDMARK_STEP
from index.fulltext.arrays.columns import Figures, Identifiers
from index.fulltext.arrays.inverting import Copy, Inverted, invert
from index.fulltext.arrays.reading import Block, FieldArrays, SegmentArrays, arrays_of
from index.fulltext.arrays.segments import ArrayCodec, ArraySegment
from index.fulltext.arrays.vocabulary import Vocabulary
from index.fulltext.arrays.writing import ArrayIndex, ArrayWriter, MergePolicy

__all__ = [
    "LANDMARK_STEP",
    "ArrayCodec",
    "ArrayIndex",
    "ArraySegment",
    "ArrayWriter",
    "Block",
    "Copy",
    "FieldArrays",
    "Figures",
    "Identifiers",
    "Inverted",
    "MergePolicy",
    "SegmentArrays",
    "Vocabulary",
    "arrays_of",
    "invert",
]
