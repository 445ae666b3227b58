"""Zip and tar archives: what is in them is taken in, and what cannot be is named."""

from __future__ import annotations

import gzip
import io
import lzma
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from index.readers import Unreadable
from tests.readers.gone_through import articles, gone_through, refusal, texts
from tests.samples import tars, zips
from tests.samples.copy import article, page
from tests.samples.tars import tarred
from tests.samples.zips import zipped

KINDS = {"zip": zips, "tar": tars}


def _kept(tmp_path: Path, data: bytes, name: str = "archive.zip") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def _parts(path: Path) -> list[str]:
    """The names of the parts that gave articles, a reason in the place of any other."""
    return [
        found.reason if isinstance(found, Unreadable) else found.part
        for found in gone_through(path)
    ]


def test_texts_of_a_zip_come_in_its_order_and_what_windows_leaves_is_none(tmp_path: Path) -> None:
    path = _kept(tmp_path, zips.of_texts())
    assert _parts(path) == ["March/first.txt", "March/second.txt"]
    assert texts(path) == [article(1), article(2)]


def test_a_mixed_zip_gives_its_articles_and_nothing_of_a_saved_page_s_folder(
    tmp_path: Path,
) -> None:
    found = gone_through(_kept(tmp_path, zips.mixed()))
    assert not [each for each in found if isinstance(each, Unreadable)]
    parts = [each.part for each in found if not isinstance(each, Unreadable)]
    assert parts[:2] == ["clips/a river.txt", "clips/saved page.html"]
    assert not [part for part in parts if "_files" in part or "._" in part]


def test_a_sidecar_in_a_zip_is_for_the_part_of_its_name(tmp_path: Path) -> None:
    found = {
        each.part: each.facts
        for each in gone_through(_kept(tmp_path, zips.mixed()))
        if not isinstance(each, Unreadable)
    }
    assert found["clips/told.txt"]["title"] == ("As the library has it",)
    assert found["clips/a river.txt"] == {}


def test_a_sidecar_in_a_zip_that_is_for_nothing_or_says_nothing_is_named(tmp_path: Path) -> None:
    path = _kept(
        tmp_path,
        zipped(
            {
                "a.txt": article(1),
                "b.yaml": "title: Alone",
                "a.yaml": "{",
                "rows.jsonl": '{"text": "One row."}\n',
                "rows.yaml": "outlet: The Daily Sample",
            }
        ),
    )
    assert _parts(path) == [
        "a.txt",
        "b.yaml: facts in YAML, and beside it no file of the same name",
        "a.yaml: not YAML in line 1",
        "",
        "rows.jsonl: the facts in rows.yaml are not said of its articles: unpack it first",
    ]


def test_zips_within_a_zip_and_tars_within_a_tar_are_gone_into(tmp_path: Path) -> None:
    assert _parts(_kept(tmp_path, zips.of_zips())) == [
        "2021-03-01.zip/eins.txt",
        "2021-03-01.zip/zwei.txt",
        "2021-03-02.zip/новости.txt",
        "2021-03-03.zip/trois.txt",
    ]
    assert _parts(_kept(tmp_path, tars.of_tars(), "t.tar.xz")) == [
        "one.tar.bz2/a.txt",
        "two.tar/b.txt",
        "three.txt",
    ]


def test_a_tar_is_told_by_its_content_and_its_long_names_are_read(tmp_path: Path) -> None:
    short, long = _parts(_kept(tmp_path, tars.of_texts(), "no-suffix"))
    assert (short, len(long)) == ("spring/first.txt", 215)
    parts = _parts(_kept(tmp_path, tars.mixed(), "mixed.tgz"))
    assert parts[:2] == ["clips/été.txt", "clips/page.html"]
    assert not [part for part in parts if "logo" in part]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name", ["../../../etc/passwd.txt", "/root/ssh/../a.txt", "C:\\news\\a.txt", "a\n\x1b[31m.txt"]
)
def test_a_name_that_leads_elsewhere_is_only_a_name(kind: str, name: str, tmp_path: Path) -> None:
    data = zipped({name: article(1)}) if kind == "zip" else tarred([(name, article(1))])
    inside = tmp_path / "a" / "b" / "c" / "d"
    inside.mkdir(parents=True)
    (part,) = _parts(_kept(inside, data, f"n.{kind}"))
    assert part.endswith(".txt")
    assert part.isprintable()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [inside / f"n.{kind}"]


@pytest.mark.parametrize("kind", KINDS)
def test_two_parts_of_one_name_are_two_articles(kind: str, tmp_path: Path) -> None:
    if kind == "tar":
        data = tarred([("a.txt", article(1)), ("a.txt", article(2))])
    else:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as archive:
            archive.writestr("a.txt", article(1))
            with pytest.warns(UserWarning, match="Duplicate"):
                archive.writestr("a.txt", article(2))
        data = made.getvalue()
    assert texts(_kept(tmp_path, data)) == [article(1), article(2)]


def test_names_of_old_programs_are_read_in_their_code_page(tmp_path: Path) -> None:
    data = zipped({"cafX-1.txt": article(1), "cafX-2.txt": article(2)})
    data = data.replace(b"cafX-1", b"caf\x82-1").replace(b"cafX-2", b"ca\xc3\xa9-2")
    assert _parts(_kept(tmp_path, data)) == ["café-1.txt", "caé-2.txt"]


def test_links_devices_and_pipes_in_a_tar_are_named_and_folders_are_not(tmp_path: Path) -> None:
    kinds = {
        "soft": tarfile.SYMTYPE,
        "hard": tarfile.LNKTYPE,
        "disk": tarfile.BLKTYPE,
        "tty": tarfile.CHRTYPE,
        "pipe": tarfile.FIFOTYPE,
        "folder": tarfile.DIRTYPE,
    }
    parts: list[tuple[tarfile.TarInfo | str, bytes | str]] = []
    for name, kind in kinds.items():
        about = tarfile.TarInfo(name)
        about.type, about.linkname = kind, "/etc/passwd"
        parts.append((about, b""))
    path = _kept(tmp_path, tarred([*parts, ("good.txt", article(1))]), "t.tar")
    assert _parts(path) == [
        "soft: a link, which is not followed",
        "hard: a link, which is not followed",
        "disk: a device, not a file",
        "tty: a device, not a file",
        "pipe: a pipe, not a file",
        "good.txt",
    ]


def test_links_in_a_zip_are_named(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("good.txt", article(1))
    found = _parts(_kept(tmp_path, made.getvalue()))
    assert found == ["link.txt: a link, which is not followed", "good.txt"]


def _changed(data: bytes, name: bytes, at: int, value: bytes) -> bytes:
    """A zip with something else in the entry of its directory that has this name."""
    start = data.rindex(b"PK\x01\x02", 0, data.rindex(name))
    return data[: start + at] + value + data[start + at + len(value) :]


def test_an_encrypted_part_and_one_packed_in_another_way_are_named(tmp_path: Path) -> None:
    data = zipped({"secret.txt": article(1), "odd.txt": article(2), "good.txt": article(3)})
    data = _changed(data, b"secret.txt", 8, b"\x01\x00")
    data = _changed(data, b"odd.txt", 10, b"\x09\x00")
    assert _parts(_kept(tmp_path, data)) == [
        "secret.txt: encrypted",
        "odd.txt: packed in a way that is not read (Deflate64)",
        "good.txt",
    ]


def test_a_damaged_part_is_named_and_the_rest_is_taken_in(tmp_path: Path) -> None:
    data = zipped({"a.txt": article(1), "b.txt": article(2), "c.txt": article(3)})
    at = data.index(b"a.txt") + 60
    broken = data[:at] + bytes(30) + data[at + 30 :]
    first, *rest = _parts(_kept(tmp_path, broken))
    assert first.startswith("a.txt: damaged")
    assert rest == ["b.txt", "c.txt"]
    wrong = _changed(data, b"b.txt", 16, b"\0\0\0\0")
    assert _parts(_kept(tmp_path, wrong))[1] == "b.txt: damaged: its checksum is wrong"


def test_archives_that_end_too_soon_say_so_and_give_what_is_whole(tmp_path: Path) -> None:
    data = zipped({"a.txt": article(1), "b.txt": article(2)})
    (reason,) = _parts(_kept(tmp_path, data[:-30]))
    assert "a zip that has no end" in reason
    tar = tarred([("a.txt", article(1)), ("b.txt", article(2) * 100)])
    first, second = _parts(_kept(tmp_path, tar[:4000], "t.tar"))
    assert first == "a.txt"
    assert "ends in the middle" in second


def test_a_zip_behind_a_program_or_with_a_comment_is_read_nevertheless(tmp_path: Path) -> None:
    data = zipped({"a.txt": article(1)}, comment=b"PK\x05\x06 is how a zip ends" * 3)
    assert _parts(_kept(tmp_path, data)) == ["a.txt"]
    inside = tarred([("x.zip", b"PK\x03\x04" + bytes(300) + zipped({"a.txt": article(1)}))])
    assert _parts(_kept(tmp_path, inside, "t.tar")) == ["x.zip/a.txt"]


def test_large_figures_of_a_zip_stand_elsewhere(tmp_path: Path) -> None:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w") as archive,
        archive.open("a.txt", "w", force_zip64=True) as part,
    ):
        part.write(article(1).encode())
    data = made.getvalue()
    # The same directory, told of by a record for large zips alone.
    end = data.rindex(b"PK\x05\x06")
    size, at = struct.unpack_from("<2L", data, end + 12)
    record = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, size, at)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, end, 1)
    full = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert _parts(_kept(tmp_path, data[:end] + record + locator + full)) == ["a.txt"]


@pytest.mark.parametrize("packing", ["gz", "bz2", "xz"])
def test_a_tar_may_be_packed(packing: tars.Packing, tmp_path: Path) -> None:
    data = tarred([("a.txt", article(1)), ("b.html", page(2))], packing=packing)
    assert _parts(_kept(tmp_path, data, f"t.{packing}")) == ["a.txt", "b.html"]


def test_sidecars_in_a_tar_are_named(tmp_path: Path) -> None:
    data = tarred([("a.txt", article(1)), ("a.yaml", "title: A river")])
    assert _parts(_kept(tmp_path, data, "t.tar")) == [
        "a.txt",
        "a.yaml: facts in YAML, which a tar keeps from its articles; unpack it first",
    ]


def test_an_empty_archive_has_no_articles(tmp_path: Path) -> None:
    assert _parts(_kept(tmp_path, zipped({}))) == []
    assert _parts(_kept(tmp_path, tarred([]), "t.tar")) == []


def test_a_text_may_begin_like_a_packed_file(tmp_path: Path) -> None:
    for start in ("BZh1, the road", "PK is short for", "WARC/1.0 is a format", "LZIP was"):
        path = _kept(tmp_path, f"{start} of our story.\n".encode(), "a.txt")
        assert articles(path)[0].text.startswith(start)


def test_packed_twice_is_named(tmp_path: Path) -> None:
    path = _kept(tmp_path, gzip.compress(lzma.compress(b"News. " * 50)), "a.txt.xz.gz")
    assert refusal(path) == "packed twice; unpack it first"
