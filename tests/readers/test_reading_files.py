"""One file to its articles, or a short reason why not. Nothing but files is ever opened."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

import pytest

from tests.readers.gone_through import LIMIT, articles, content, refusal

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_a_seed_is_one_article_with_the_hash_of_its_bytes(seed: Path) -> None:
    (article,) = articles(seed)
    data = seed.read_bytes()
    assert content(seed).sha256 == hashlib.sha256(data).hexdigest()
    assert content(seed).size == len(data)
    assert article.text.split() == data.decode().split()


def test_text_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    odd = tmp_path / "story.xyz"
    odd.write_bytes("\x1b[2JLe café\r\n".encode())
    (article,) = articles(odd)
    assert article.text == "\ufffd[2JLe café\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\xef\xbb\xbf\n", "empty"),
        (b"\x00\x01\x02\x03", "binary"),
        (b"%PDF-1.4", "damaged: not a whole PDF"),
    ],
)
def test_what_gives_no_article_says_why(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    assert refusal(path) == reason


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.write_bytes(b"a" * (LIMIT + 1))
    assert refusal(path) == "larger than 1 MB"
    assert content(path, max_bytes=2 * LIMIT).size == LIMIT + 1


def test_a_file_that_grows_while_it_is_read_is_still_bounded(tmp_path: Path) -> None:
    # Files under /proc say that they are empty and are not.
    proc = Path("/proc/self/status")
    if not proc.exists():
        pytest.skip("needs /proc")
    assert articles(proc)[0].text
    assert refusal(proc, max_bytes=10).startswith("larger than")


def test_pipes_devices_and_sockets_are_never_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert refusal(pipe) == "a pipe, not a file"
    link = tmp_path / "link.txt"
    link.symlink_to(pipe)
    assert refusal(link) == "a pipe, not a file"
    assert refusal(Path("/dev/zero")) == "a device, not a file"
    with socket.socket(socket.AF_UNIX) as listening:
        folder = os.open(tmp_path, os.O_RDONLY)
        try:
            listening.bind(f"/proc/self/fd/{folder}/s")
        finally:
            os.close(folder)
        assert refusal(tmp_path / "s") == "a socket, not a file"


def test_what_is_not_there_or_in_a_circle_says_so(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone.txt") == "no such file or directory"
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refusal(tmp_path / "a") == "too many levels of symbolic links"
    assert refusal(tmp_path) == "a folder"
    assert refusal(Path("nul\x00.txt")) == "not a name that a file can have"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("News.")
    path.chmod(0)
    assert refusal(path) == "permission denied"
