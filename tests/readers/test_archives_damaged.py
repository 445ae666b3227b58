"""Archives with bytes changed or cut off: whatever is left of one, reading it raises nothing."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.readers import Dump, RawArticle, Unreadable, read, reading
from tests.readers.gone_through import BOUNDS
from tests.samples import tars, warcs, zips

_SAMPLES: dict[str, Callable[[], bytes]] = {
    "zip": zips.mixed,
    "zips": zips.of_zips,
    "tar": tars.of_texts,
    "tars": tars.of_tars,
    "warc": warcs.of_pages,
    "warc.gz": warcs.packed,
}
_CHANGES = st.lists(
    st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8)), max_size=6
)


@pytest.mark.parametrize("kind", _SAMPLES)
@settings(max_examples=40)
@given(changes=_CHANGES, cut=st.one_of(st.none(), st.floats(0, 1)))
def test_a_damaged_archive_is_read_as_far_as_it_goes(
    kind: str, changes: list[tuple[float, bytes]], cut: float | None
) -> None:
    data = bytearray(_SAMPLES[kind]())
    for where, new in changes:
        at = int(where * len(data))
        data[at : at + len(new)] = new
    if cut is not None:
        del data[int(cut * len(data)) :]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a.{kind}"
        path.write_bytes(data)
        try:
            found = read(path, BOUNDS, risky=True)
        except Unreadable:
            return
        if isinstance(found, Dump):
            with reading(found, BOUNDS) as (_, rows):
                for row in rows:
                    if isinstance(row, Unreadable):
                        assert row.reason.isprintable()
        else:
            assert all(isinstance(each, RawArticle | Unreadable) for each in found.found or ())


def test_an_archive_of_the_older_kind_is_read(tmp_path: Path) -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nA story of the old web.\n"
    about = b"1 0 Sample\nURL IP-address Archive-date Content-type Archive-length\n\n"
    path = tmp_path / "crawl.arc"
    path.write_bytes(
        b"filedesc://crawl.arc 0.0.0.0 20030401120000 text/plain %d\n%s\n"
        b"http://sample.example/a 10.0.0.1 20030401120000 text/plain %d\n%s\n"
        % (len(about), about, len(answer), answer)
    )
    dump = read(path, BOUNDS, risky=True)
    assert isinstance(dump, Dump)
    with reading(dump, BOUNDS) as (_, rows):
        (found,) = rows
    assert not isinstance(found, bytes | Unreadable)
    assert getattr(found, "given", None) == {"url": ("http://sample.example/a",)}
