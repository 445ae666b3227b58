"""The stamp of an index folder: whose index it is, and which files belong to it.

It is written last, after every file it names is on the disk, and by renaming, so the folder
always holds one whole generation: what a killed process left half done is in no stamp and is
never read. A folder without our stamp, or with other files than it names, is not opened. There
is no pickle in an index, so that a stranger's could do no harm even if it passed for ours.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from index.fulltext.errors import damaged

NAME: Final = "stamp.json"
CHECKED_AT_OPENING: Final = 16 * 1024 * 1024
"""Bytes whose checksums are compared when an index is opened; `Index.verify` compares all."""

Files = dict[str, tuple[int, int]]
"""Path below the index folder → size in bytes, CRC-32."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Whose index this is: the archive, the version of schema and analysis, the generation.

    The generation grows by one with every commit.
    """

    archive_uuid: str
    schema: int
    generation: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """A stamp with the files it vouches for."""

    stamp: Stamp
    files: Files = field(default_factory=dict)


def read_inventory(folder: Path) -> Inventory:
    """The stamp of a folder. Raises `IndexDamaged` when it is missing or not whole."""
    try:
        content = json.loads((folder / NAME).read_bytes())
        stated, body = content["checksum"], content["stamp"]
        if stated != _checksum(body):
            raise damaged(folder, "its stamp is torn")
        files = {str(name): (int(size), int(crc)) for name, (size, crc) in body["files"].items()}
        stamp = Stamp(str(body["archive"]), int(body["schema"]), int(body["generation"]))
    except FileNotFoundError as error:
        raise damaged(folder, "its stamp is missing") from error
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise damaged(folder, "its stamp is torn") from error
    return Inventory(stamp, files)


def write_inventory(folder: Path, inventory: Inventory) -> None:
    """Put a stamp in place, all or nothing, and onto the disk."""
    stamp = inventory.stamp
    body = {
        "archive": stamp.archive_uuid,
        "schema": stamp.schema,
        "generation": stamp.generation,
        "files": {name: list(facts) for name, facts in sorted(inventory.files.items())},
    }
    content = json.dumps({"checksum": _checksum(body), "stamp": body}, indent=1).encode()
    fresh = folder / f"{NAME}.new"
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / NAME)
    sync_folder(folder)


def survey(folder: Path, names: list[str], known: Files) -> Files:
    """Size and checksum of files just written, each brought onto the disk; `known` ones as is."""
    files: Files = {}
    for name in names:
        if name in known:
            files[name] = known[name]
            continue
        with (folder / name).open("rb") as file:
            files[name] = (os.fstat(file.fileno()).st_size, _crc(file.fileno()))
            os.fsync(file.fileno())
    return files


def check(folder: Path, files: Files, *, trusted: Files, budget: int | None) -> None:
    """Are the files there, of their size, and (up to `budget` bytes; None: all) unchanged?

    Tables of contents come first, and then the smallest. `trusted` were checked before and are
    skipped. Raises `IndexDamaged`.
    """
    spent = 0
    order = sorted(files.items(), key=lambda item: (not item[0].endswith(".toc"), item[1][0]))
    for name, (size, crc) in order:
        if trusted.get(name) == (size, crc):
            continue
        try:
            with (folder / name).open("rb") as file:
                if os.fstat(file.fileno()).st_size != size:
                    raise damaged(folder, f"{name} is not as long as it was")
                if budget is not None and spent + size > budget and not name.endswith(".toc"):
                    continue
                spent += size
                if _crc(file.fileno()) != crc:
                    raise damaged(folder, f"{name} was changed")
        except OSError as error:
            raise damaged(folder, f"{name} cannot be read") from error


def sync_folder(folder: Path) -> None:
    """Bring a folder's entries onto the disk, where the system can."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:
        pass  # Some network file systems refuse; the checksums find what got lost.
    finally:
        os.close(handle)


def _crc(handle: int) -> int:
    crc = 0
    while block := os.read(handle, 1 << 20):
        crc = zlib.crc32(block, crc)
    return crc


def _checksum(body: object) -> int:
    return zlib.crc32(json.dumps(body, sort_keys=True).encode())
