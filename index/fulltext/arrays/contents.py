"""The table of contents of an index: its segments and what is deleted of them, as JSON.

Whoosh's own holds pickles, which nobody should load from a folder that others can write; and
with the schema given by the program there is nothing in it that needs one.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from typing import Any, Final

import numpy as np

from index.fulltext.arrays.segments import ArraySegment
from index.fulltext.engine import TOC

FORMAT: Final = 1


def read_contents(storage: Any, indexname: str, schema: Any) -> Any:
    """The newest table of contents in a storage, as Whoosh's `TOC`.

    Raises ValueError and the like when it is torn, FileNotFoundError when there is none.
    """
    generation = TOC._latest_generation(storage, indexname)
    if generation < 0:
        raise FileNotFoundError("there is no table of contents")
    with storage.open_file(TOC._filename(indexname, generation)) as file:
        content = json.loads(bytes(file.read()))
    if content["format"] != FORMAT or content["generation"] != generation:
        raise ValueError("the table of contents is of another version")
    segments = [_segment(indexname, row) for row in content["segments"]]
    return TOC(schema, segments, generation)


def write_contents(
    storage: Any, indexname: str, generation: int, segments: list[ArraySegment]
) -> None:
    """Put a table of contents in place, all or nothing."""
    rows = [
        {
            "id": segment.segid,
            "documents": segment.doc_count_all(),
            "size": segment.size,
            "deleted": _packed(segment),
        }
        for segment in segments
    ]
    content = {"format": FORMAT, "generation": generation, "segments": rows}
    name = TOC._filename(indexname, generation)
    with storage.create_file(f"{name}.new") as file:
        file.write(json.dumps(content, indent=1).encode())
    storage.rename_file(f"{name}.new", name, safe=True)


def _packed(segment: ArraySegment) -> str:
    """One bit a document, set where it is deleted; nothing where none is."""
    if not segment.has_deletions():
        return ""
    bits = np.zeros(segment.doc_count_all(), np.bool_)
    bits[list(segment.deleted_docs())] = True
    return b64encode(np.packbits(bits).tobytes()).decode()


def _segment(indexname: str, row: dict[str, Any]) -> ArraySegment:
    documents, name = int(row["documents"]), str(row["id"])
    if not (name.isascii() and name.isalnum()):
        raise ValueError("the table of contents names no segment of ours")
    bits = np.unpackbits(np.frombuffer(b64decode(row["deleted"], validate=True), np.uint8))
    return ArraySegment(
        indexname,
        segid=name,
        documents=documents,
        deleted=np.flatnonzero(bits[:documents]).tolist(),
        size=int(row["size"]),
    )
