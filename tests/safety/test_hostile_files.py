"""A folder of files made to do harm, taken in with one command: each is named, the rest is in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import urlopen

from index.readers import Dump, Unreadable, read, reading
from tests.readers.gone_through import BOUNDS
from tests.safety import hostile_files
from tests.samples.copy import article
from tests.samples.zips import zipped
from tests.terminal import surroundings

ROOT = Path(__file__).parents[2]
_GB = 1 << 30
_SETTINGS = "max_file_mb: 1\nmax_document_mb: 16\nlongest_reading: 4\nprocesses: 2\n"
_MEASURED = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], capture_output=True, timeout=500)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
text = [each.decode("utf-8", "replace") for each in (done.stdout, done.stderr)]
print(json.dumps([done.returncode, *text, peak]))
"""
_TAKEN = frozenset(("scripts.html", "names.tar"))
"""What gives articles, harmless ones."""
SECRET = "xylophonist"


@contextmanager
def _listening() -> Iterator[tuple[str, list[str]]]:
    """An address, and what was asked there."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _processes(mark: str) -> list[int]:
    """The processes in whose environment this stands."""
    found = []
    for each in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (each / "environ").read_bytes():
                found.append(int(each.name))
        except OSError:
            continue
    return found


def test_a_folder_of_hostile_files_does_no_harm(tmp_path: Path) -> None:
    folder, temporary, secret = tmp_path / "folder", tmp_path / "tmp", tmp_path / "secret.txt"
    folder.mkdir()
    temporary.mkdir()
    secret.write_text(f"The word is {SECRET}.\n")
    mark = uuid.uuid4().hex
    with _listening() as (address, asked):
        made = {
            **hostile_files.bombs(),
            **hostile_files.entities(address, secret),
            **hostile_files.endless(),
            **hostile_files.names(),
            **hostile_files.pages(address),
        }
        for name, data in made.items():
            (folder / name).write_bytes(data)
        others = hostile_files.write_lines(folder) + hostile_files.write_oddities(folder)
        good = hostile_files.good(folder)
        settings = tmp_path / "settings.yaml"
        settings.write_text(_SETTINGS)
        environment = {
            **surroundings(tmp_path),
            "TMPDIR": str(temporary),
            "PYTHONPATH": str(ROOT),
            "DATELINE_MARK": mark,
        }

        def run(*arguments: str) -> tuple[int, str, str, int]:
            command = [sys.executable, "-m", "tui", *arguments, "--config", str(settings)]
            found = subprocess.run(
                [sys.executable, "-c", _MEASURED, *command],
                env=environment,
                cwd=tmp_path,
                capture_output=True,
                check=True,
            )
            code, out, err, peak = json.loads(found.stdout)
            return code, out, err, peak

        code, out, err, peak = run("add", str(folder), "--report", "--json")
        assert asked == []
    assert "Traceback" not in out + err
    assert code == 0
    reasons = _reasons(json.loads(out))
    assert all(f"{name}: {reason}".isprintable() for name, reason in reasons)
    for name in {*made, *(path.name for path in others)} - _TAKEN:
        shown = name.replace("\n", " ").replace("\x1b", "\ufffd").replace("\x07", "\ufffd")
        assert [reason for file, reason in reasons if shown in file], name
    vague = [told for told in reasons if "form could not be read" in told[1]]
    assert not vague
    assert peak < 1.5 * _GB
    assert list(temporary.iterdir()) == []
    assert _processes(mark) == []
    _, found, _, _ = run("search", "ministers", "--json", "--limit", "1000")
    titles = {json.loads(line)["title"] for line in found.splitlines()}
    assert titles >= {f"Ministers agree on plan {number} for the river" for number in range(good)}
    for number in (901, 904, 905):
        assert f"Ministers agree on plan {number} for the river" in titles
    for hidden in (SECRET, "scripted"):
        assert run("search", hidden, "--json")[1] == ""
    assert not (tmp_path.parent / "escaped.txt").exists()


def _reasons(told: dict[str, object]) -> list[tuple[str, str]]:
    """Each file, or row of one, that is reported, with the reason."""
    listed = [each for value in told.values() if isinstance(value, list) for each in value]
    return [tuple(each.values()) for each in listed]


def test_a_file_that_gets_shorter_while_it_is_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(
        zipped({f"{n}.txt": article(n) * 500 + os.urandom(200_000).hex() for n in range(9)})
    )
    dump = read(path, BOUNDS, risky=True)
    assert isinstance(dump, Dump)
    with reading(dump, BOUNDS) as (_, rows):
        found = [next(iter(rows))]
        with path.open("rb+") as file:
            file.truncate(1000)
        found += list(rows)
    assert isinstance(found[-1], Unreadable)
    assert any(isinstance(each, Unreadable) for each in found)


def test_the_listener_of_these_tests_hears() -> None:
    with _listening() as (address, asked):
        urlopen(f"{address}/x").close()  # noqa: S310 - our own
    assert asked == ["/x"]
