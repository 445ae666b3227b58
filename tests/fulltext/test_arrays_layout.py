"""The file of a segment is laid out as it is written down, and what is torn is told."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.fulltext import IndexDamaged
from index.fulltext.arrays import SegmentArrays
from index.fulltext.arrays.layout import SectionWriter
from tests.fulltext.arrays import article, articles_in, commit, contents, fields_of, segments

NUMBERS = np.arange(5, dtype=np.uint32)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a segment of three articles."""
    index = articles_in(tmp_path / "index")
    docs = [
        article("a1", "Talks\n\nA cease-fire of Annan. It holds."),
        article("a2", "The cease-fire, the truce and the plan.", "The Times"),
        article("a3", ""),
    ]
    commit(index, fields_of(docs))
    (path,) = (tmp_path / "index").glob("*.arr")
    return path


def read_by_the_book(path: Path) -> dict[str, Any]:
    """The sections of a file, read as the docstring of the package says."""
    data = path.read_bytes()
    head = struct.unpack("<8sIIQIIQI", data[:44])
    magic, version, documents, start, rows, crc, length, checksum = head
    assert (magic, version, length) == (b"dlarrays", 1, len(data))
    assert data[44:64] == bytes(20)
    assert checksum == zlib.crc32(data[:40])
    directory = data[start : start + 72 * rows]
    assert crc == zlib.crc32(directory)
    sections: dict[str, Any] = {"documents": documents}
    end = 64
    for row in range(rows):
        name, kind, at, count = struct.unpack("<48s8sQQ", directory[72 * row : 72 * row + 72])
        assert at % 64 == 0
        assert at >= end
        assert data[end:at] == bytes(at - end)
        array = np.frombuffer(data, np.dtype(kind.rstrip(b"\0").decode()), count, at)
        end = at + array.nbytes
        sections[name.rstrip(b"\0").decode()] = array
    return sections


def test_the_bytes_are_those_of_the_table(file: Path) -> None:
    found = read_by_the_book(file)
    assert found["documents"] == 3
    assert found["column/id"].tolist() == [b"a1", b"a2", b"a3"]
    assert found["body/terms"].tobytes() == (
        b"\x1ep\x1es\x1fceasefire\x1f5aandannanceaseceasefirefireholdsitofplanthetruce"
    )
    assert found["body/term_starts"].tolist()[:5] == [0, 2, 4, 16, 17]
    # "the" is the last term but one: twice doubled, for it stands in the lede.
    first, last = found["body/posting_starts"][-3:-1]
    assert found["body/docs"][first:last].tolist() == [1]
    assert found["body/weights"][first:last].tolist() == [6]
    begin, end = found["body/starts"][first : last + 1]
    assert found["body/positions"][begin:end].tolist() == [0, 3, 6]
    assert found["body/lengths"].tolist() == [7, 8, 0]
    assert found["body/landmark_starts"].tolist() == [0, 1, 2, 2]
    assert found["body/landmarks"].tolist() == [7, 0]
    assert found["published/terms"].tobytes() == b"The Times"
    assert "published/positions" not in found
    kinds = {name: array.dtype.str for name, array in found.items() if name != "documents"}
    assert {kinds["body/docs"], kinds["body/weights"]} == {"<u4", "<u2"}
    assert (kinds["column/date"], kinds["column/id"]) == ("<i4", "|S12")


def test_terms_are_found_alone_and_by_their_beginning(file: Path) -> None:
    field = SegmentArrays.open(file).field("body")
    assert field is not None
    terms = field.terms(0, field.size)
    assert terms == sorted(terms)
    assert [field.find(term) for term in terms] == list(range(field.size))
    assert [field.term(number) for number in range(field.size)] == terms
    for absent in (b"", b"ceas", b"truces", b"\xff", b"\x00"):
        assert field.find(absent) == -1
    asked = [b"truce", b"ceas", b"the", b"plan", b"zz"]
    assert sorted(field.find_all(asked)) == [terms.index(t) for t in (b"plan", b"the", b"truce")]
    for prefix in (b"", b"cease", b"t", b"zz", b"\x1f"):
        first, last = field.span(prefix)
        assert field.terms(first, last) == [term for term in terms if term.startswith(prefix)]
    assert field.frequencies.tolist() == [len(field.block(n).docs) for n in range(field.size)]


def test_ids_are_found_together(file: Path) -> None:
    field = SegmentArrays.open(file).field("id")
    assert field is not None
    assert sorted(field.find_all([b"a3", b"a0", b"a1", b"a11", b"", b"zz"])) == [0, 2]
    assert field.find_all([]) == []


def test_arrays_are_views_that_nobody_can_write(file: Path) -> None:
    arrays = SegmentArrays.open(file)
    field = arrays.field("body")
    assert field is not None
    for array in (field.docs, field.weights, field.positions, field.lengths, arrays.column("id")):
        assert array.base is not None
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


def test_a_deleted_file_is_read_on_by_who_has_it_open(file: Path) -> None:
    arrays = SegmentArrays.open(file)
    before = contents(SegmentArrays.open(file))
    file.unlink()
    assert contents(arrays) == before


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(IndexDamaged, match="cannot be read"):
        SegmentArrays.open(tmp_path / "none.arr")


@pytest.mark.parametrize("length", [0, 1, 63, 64, 500])
def test_a_file_cut_short_is_told(file: Path, length: int) -> None:
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(IndexDamaged, match="nothing is lost"):
        SegmentArrays.open(file)


def test_every_flipped_byte_of_header_and_directory_is_told(file: Path) -> None:
    data = file.read_bytes()
    (start,) = struct.unpack("<Q", data[16:24])
    for at in [*range(44), *range(start, len(data), 7)]:
        torn = bytearray(data)
        torn[at] ^= 0x41
        file.write_bytes(bytes(torn))
        with pytest.raises(IndexDamaged, match="cannot be used"):
            SegmentArrays.open(file)


def test_flipped_bytes_of_the_arrays_never_lead_outside_of_them(file: Path) -> None:
    data = file.read_bytes()
    (start,) = struct.unpack("<Q", data[16:24])
    for at in range(64, start, 7):
        torn = bytearray(data)
        torn[at] ^= 0xFF
        file.write_bytes(bytes(torn))
        with suppress(IndexDamaged):
            read_all(SegmentArrays.open(file))


def read_all(arrays: SegmentArrays) -> None:
    for name in arrays.fields:
        field = arrays.field(name)
        assert field is not None
        for ordinal in range(field.size):
            block = field.block(ordinal)
            assert len(block.starts) == len(block.docs) + 1
            field.find(field.term(ordinal))
        field.terms(0, field.size)
    for doc in range(arrays.size):
        arrays.landmarks(doc)


WRONG: list[tuple[str, Callable[[SectionWriter], None]]] = [
    ("missing", lambda out: out.put("body/terms", np.zeros(1, np.uint8))),
    ("known kind", lambda out: out.put("body/terms", np.zeros(1, np.float64))),
    ("wrong length", lambda out: put_field(out, posting_starts=np.array([0], np.uint32))),
    ("do not fit", lambda out: put_field(out, posting_starts=np.array([0, 2], np.uint32))),
    ("do not fit", lambda out: put_field(out, term_starts=np.array([1, 1], np.uint32))),
]


def put_field(out: SectionWriter, **others: Any) -> None:
    sections = {
        "terms": np.frombuffer(b"x", np.uint8),
        "term_starts": np.array([0, 1], np.uint32),
        "posting_starts": np.array([0, 1], np.uint32),
        "docs": np.zeros(1, np.uint32),
    }
    for name, array in {**sections, **others}.items():
        out.put(f"body/{name}", array)


@pytest.mark.parametrize(
    ("why", "put"), WRONG, ids=[f"{n}-{why}" for n, (why, _) in enumerate(WRONG)]
)
def test_sections_that_do_not_fit_together_are_told(
    tmp_path: Path, why: str, put: Callable[[SectionWriter], None]
) -> None:
    path = tmp_path / "MAIN_x.arr"
    with SectionWriter(path, 1) as out:
        put(out)
    with pytest.raises(IndexDamaged, match=why):
        SegmentArrays.open(path).field("body")


def test_a_file_whose_writing_failed_is_not_left_behind(tmp_path: Path) -> None:
    path = tmp_path / "MAIN_x.arr"
    with pytest.raises(ValueError, match="more was written"), SectionWriter(path, 1) as out:
        out.area("column/date", np.dtype(np.int32), 2).write(NUMBERS)
    assert not path.exists()
    with pytest.raises(ValueError, match="less was written"), SectionWriter(path, 1) as out:
        out.area("column/date", np.dtype(np.int32), 6).write(NUMBERS)
    assert not path.exists()


def test_a_section_written_piece_by_piece_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "MAIN_x.arr"
    with SectionWriter(path, 5) as out:
        first = out.area("column/start", np.dtype(np.uint32), 5)
        second = out.area("column/end", np.dtype(np.uint32), 5)
        for piece in (NUMBERS[:2], NUMBERS[2:]):
            first.write(piece)
            second.write(piece + 10)
    arrays = SegmentArrays.open(path)
    assert arrays.column("start").tolist() == [0, 1, 2, 3, 4]
    assert arrays.column("end").tolist() == [10, 11, 12, 13, 14]


def test_opening_copies_nothing(tmp_path: Path) -> None:
    index = articles_in(tmp_path / "index")
    commit(index, fields_of(article(str(n), "truce plan " * 2000) for n in range(20)))
    (arrays,) = segments(index)
    field = arrays.field("body")
    assert field is not None
    assert not any(array.flags.owndata for array in (field.docs, field.starts, field.positions))
    assert not field.block(field.find(b"truce")).positions.flags.owndata
