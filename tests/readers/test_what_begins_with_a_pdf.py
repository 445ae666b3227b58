"""A file that has a PDF near its beginning is not one for that."""

from __future__ import annotations

import io
import tarfile
import zipfile

import pytest

from index.readers.head import SAMPLE, Head
from index.readers.registry import format_of
from tests.readers.gone_through import NAMES
from tests.samples import pdf


def in_zip(data: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as packed:
        packed.writestr("report.pdf", data)
    return made.getvalue()


def in_tar(data: bytes) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as packed:
        told = tarfile.TarInfo("report.pdf")
        told.size = len(data)
        packed.addfile(told, io.BytesIO(data))
    return made.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "form"),
    [
        (in_zip(pdf.story()), "reports.zip", "zip"),
        (in_zip(pdf.story()), "reports", "zip"),
        (in_tar(pdf.story()), "reports.tar", "tar"),
        (in_tar(pdf.story()), "reports", "tar"),
        (b"\xff\x00 junk \r\n" + pdf.story(), "report.pdf", "pdf"),
        (b"\xff\x00 junk \r\n" + pdf.story(), "report", "pdf"),
    ],
    ids=["zip", "zip without a suffix", "tar", "tar without a suffix", "PDF", "PDF by no name"],
)
def test_archives_of_pdfs_are_archives(data: bytes, name: str, form: str) -> None:
    assert format_of(Head(data[:SAMPLE], name, NAMES)).name == form
