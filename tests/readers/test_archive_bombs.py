"""Archives made to take all time and all memory: bounded, named, and the rest is taken in."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest

from index.readers import Unreadable
from tests.readers.gone_through import gone_through
from tests.samples.copy import article
from tests.samples.tars import tarred
from tests.samples.zips import zipped

_MB = 1 << 20


def _parts(path: Path) -> list[str]:
    return [
        found.reason if isinstance(found, Unreadable) else found.part
        for found in gone_through(path)
    ]


def _kept(tmp_path: Path, data: bytes, name: str = "bomb.zip") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_a_part_that_unpacks_to_far_too_much_is_named_and_the_rest_taken_in(tmp_path: Path) -> None:
    data = zipped({"bomb.txt": bytes(70 * _MB), "good.txt": article(1)})
    assert len(data) < _MB
    found = _parts(_kept(tmp_path, data))
    assert found == ["bomb.txt: packed data that unpacks to over 200 times its size", "good.txt"]


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_bomb_that_is_read_row_by_row_is_bounded_too(method: int, tmp_path: Path) -> None:
    rows = b'{"text": "First."}\n' + b" " * (70 * _MB)
    found = _parts(
        _kept(tmp_path, zipped({"b.jsonl": rows, "good.txt": article(1)}, method=method))
    )
    assert found[0] == ""
    assert "unpacks to over 200 times its size" in found[1]
    assert found[-1] == "good.txt"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_bomb_in_a_tar_is_bounded(pack: object, tmp_path: Path) -> None:
    assert callable(pack)
    bomb = pack(b'{"text": "First."}\n' + b"x" * (70 * _MB))
    found = _parts(_kept(tmp_path, tarred([("b.jsonl", bomb), ("good.txt", article(1))]), "t.tar"))
    assert "unpacks to over 200 times its size" in " ".join(found)
    assert found[-1] == "good.txt"


def test_archives_that_lie_deep_in_one_another_are_not_gone_into_for_ever(tmp_path: Path) -> None:
    data = zipped({"deep.txt": article(1)})
    for level in range(100):
        data = zipped({"next.zip": data, f"{level}.txt": article(level)})
    found = _parts(_kept(tmp_path, data))
    assert found[-5:] == ["next.zip/" * level + f"{99 - level}.txt" for level in (4, 3, 2, 1, 0)]
    assert {reason.rpartition(": ")[2] for reason in found[:-5]} == {"lies too deep in other files"}


def test_many_archives_in_one_another_are_bounded_altogether(tmp_path: Path) -> None:
    data = zipped({"zeros.txt": bytes(_MB)})
    for _ in range(8):
        data = zipped({f"{number:x}.zip": data for number in range(16)})
    assert len(data) < _MB // 4
    found = _parts(_kept(tmp_path, data))
    assert found[-1] == "what follows is not unpacked: all in it is far larger than any text"
    assert len(found) < 20_000


def _overlapping() -> bytes:
    """A thousand entries of a zip that all stand for the same bytes."""
    packed = zlib.compress(b"The same again. " * 200_000, 9)[2:-4]
    crc = zlib.crc32(b"The same again. " * 200_000)
    size = 16 * 200_000
    head = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(packed), size, 5, 0)
    body = head + b"a.txt" + packed
    entry = struct.pack(
        "<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(packed), size, 5, 0, 0, 0, 0, 0, 0
    )
    directory = (entry + b"a.txt") * 1000
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1000, 1000, len(directory), len(body), 0)
    return body + directory + end


def test_parts_that_share_their_bytes_are_not_all_read(tmp_path: Path) -> None:
    found = _parts(_kept(tmp_path, _overlapping()))
    assert found[-1] == "a zip whose parts overlap; what follows is not read"
    assert len(found) < 50


def test_a_directory_that_says_what_is_not_so_is_named(tmp_path: Path) -> None:
    data = zipped({"a.txt": article(1), "b.txt": article(2)})
    end = data.rindex(b"PK\x05\x06")
    for at, value in ((12, b"\xf0\xff\xff\x7f"), (16, b"\xf0\xff\xff\x7f"), (12, b"\0\0\0\0")):
        found = _parts(_kept(tmp_path, data[: end + at] + value + data[end + at + 4 :]))
        assert all("a damaged zip" in reason for reason in found)


def test_a_name_without_an_end_in_a_tar_is_not_held(tmp_path: Path) -> None:
    about = tarfile.TarInfo("a.txt")
    about.type, about.size = tarfile.GNUTYPE_LONGNAME, 3 * _MB
    data = about.tobuf(tarfile.GNU_FORMAT) + b"a" * (3 * _MB) + tarred([("b.txt", article(1))])
    assert _parts(_kept(tmp_path, data, "t.tar")) == [
        "damaged: a name without an end; what follows is not read"
    ]


def test_a_sparse_file_in_a_tar_is_named_and_not_filled_with_zeros(tmp_path: Path) -> None:
    about = tarfile.TarInfo("a.txt")
    about.pax_headers = {"GNU.sparse.size": str(1 << 50), "GNU.sparse.major": "1"}
    path = _kept(tmp_path, tarred([(about, b""), ("good.txt", article(1))]), "t.tar")
    assert _parts(path) == ["a.txt: a sparse file", "good.txt"]


_PEAK = """
import sys, tracemalloc
from pathlib import Path
from index.readers import read, reading
from tests.readers.gone_through import BOUNDS

dump = read(Path(sys.argv[1]), BOUNDS, risky=True)
tracemalloc.start()
with reading(dump, BOUNDS) as (_, rows):
    count = sum(1 for _ in rows)
print(count, tracemalloc.get_traced_memory()[1])
"""


def test_an_archive_of_very_many_parts_is_never_held_as_a_whole(tmp_path: Path) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(4000):
            archive.writestr(f"2021/03/{number:09}.txt", "A story.")
    path = _kept(tmp_path, made.getvalue())
    # In a process of its own: threads of other tests take memory too.
    told = subprocess.run(
        [sys.executable, "-c", _PEAK, str(path)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ).stdout
    count, peak = map(int, told.split())
    assert count == 4000
    assert peak < 5 * _MB
