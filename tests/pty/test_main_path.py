"""The main job on a real terminal: search, read, walk, select, keep, export; nothing else."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index.archive import open_archive
from index.config import load_config, shipped
from index.text import canonical
from tests.conftest import SEEDS
from tests.terminal import BACKSPACE, DOWN, ENTER, PATIENCE, Terminal, surroundings

SIZES = [(80, 24), (160, 48)]


def shown(article: str, home: Path) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "show", article, "--json"],
        env=surroundings(home),
        cwd=home,
        check=True,
        capture_output=True,
        text=True,
    )
    record: dict[str, object] = json.loads(done.stdout)
    return record


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_from_launch_to_an_export_that_can_be_checked(
    tmp_path: Path, columns: int, rows: int
) -> None:
    with Terminal(home=tmp_path, columns=columns, rows=rows) as terminal:
        terminal.until("sample archive")
        terminal.until("Putin, Hu Urge Support")

        terminal.press("/")
        terminal.type("ceasefire")
        terminal.until("ceasefire = cease-fire")
        terminal.press(ENTER)  # to the results
        terminal.press(ENTER)  # into the first article
        terminal.until("hit 1 of 2")
        terminal.press("n")
        terminal.until("hit 2 of 2")
        terminal.press("N")
        terminal.until("hit 1 of 2")

        terminal.press("3")
        terminal.until("PEOPLE")
        terminal.press("l")
        terminal.until(lambda screen: "said" in screen and "¶" in screen)
        terminal.press("j", "j", ENTER)  # to the third quote

        terminal.press("2", "v", "}")
        terminal.until("SELECT paragraph · ¶2–3")
        terminal.press("m")
        terminal.until("Kept")
        terminal.press("e")
        terminal.until("kept")
        terminal.until("passages.md")
        terminal.press(ENTER)
        terminal.until(lambda _: (tmp_path / "passages.md").exists())
        terminal.quit()

    exported = (tmp_path / "passages.md").read_text()
    [seed] = [path for path in SEEDS.iterdir() if path.name in exported]
    record = shown(seed.name, tmp_path)
    text = canonical(seed.read_text())
    assert record["text"] == text
    assert str(record["file_sha256"]) in exported
    assert str(record["text_sha256"]) in exported
    spans = re.findall(r"Characters: (\d+) to (\d+)", exported)
    [(start, end)] = [(int(first), int(last)) for first, last in spans]
    assert text[start:end].count("\n\n") == 1, "two paragraphs"
    for paragraph in text[start:end].split("\n\n"):
        assert paragraph in exported.replace("\\", "").replace("\n> ", "\n")


def test_keys_typed_faster_than_the_focus_moves_are_not_lost(tmp_path: Path) -> None:
    with Terminal(home=tmp_path) as terminal:
        terminal.until("Putin, Hu Urge Support")
        terminal.until("PEOPLE")
        terminal.type("/ceasefire")
        terminal.until("/ ceasefire ")
        terminal.until("ceasefire = cease-fire")
        terminal.press(ENTER)
        terminal.type("2v}")
        terminal.until("SELECT paragraph")
        terminal.quit()


def test_what_was_kept_is_there_at_the_next_launch(tmp_path: Path) -> None:
    with Terminal(home=tmp_path) as terminal:
        terminal.until("Putin, Hu Urge Support")
        terminal.press("2", DOWN, "m")
        terminal.until("Kept")
        terminal.hang_up()
    with Terminal(home=tmp_path) as terminal:
        terminal.until("1 kept")
        terminal.quit()


def test_a_reader_whose_window_closes_in_the_middle_of_typing_ends(tmp_path: Path) -> None:
    with Terminal(home=tmp_path) as terminal:
        terminal.until("4 articles")
        terminal.type("/" + (BACKSPACE * 12 + "the minister") * 30)
        terminal.close_window()
        end = time.monotonic() + PATIENCE
        while terminal.child.isalive():
            assert time.monotonic() < end, "it goes on without a terminal"
            time.sleep(0.1)


def test_a_reader_whose_window_closes_without_a_word_ends(tmp_path: Path) -> None:
    def deaf() -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGHUP])

    with Terminal(home=tmp_path, before=deaf) as terminal:
        terminal.until("4 articles")
        terminal.close_window()
        end = time.monotonic() + PATIENCE
        while terminal.child.isalive():
            assert time.monotonic() < end, "it goes on without a terminal"
            time.sleep(0.1)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_reader_that_is_told_to_end_leaves_the_terminal_as_it_was(
    tmp_path: Path, number: signal.Signals
) -> None:
    with Terminal(home=tmp_path) as terminal:
        terminal.until("Putin, Hu Urge Support")
        terminal.until("PEOPLE")
        terminal.child.kill(number)
        end = time.monotonic() + 60
        while terminal.child.isalive():
            assert time.monotonic() < end
            terminal.settle(0.1)
        assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")


def test_the_reader_goes_on_with_what_another_process_left_unread(tmp_path: Path) -> None:
    story = "Council votes\n\nLONDON, June 5 (Reuters) - “It was time,” said Jane Doe.\n"
    (tmp_path / "a.txt").write_text(story)
    archive = tmp_path / "archive"

    def add(name: str) -> None:
        config = load_config(shipped("config.yaml"))
        with open_archive(archive, config, start=True) as opened:
            opened.ingest.add([tmp_path / name], lambda _: None, read=False)

    add("a.txt")
    with Terminal("--archive", str(archive), home=tmp_path) as terminal:
        terminal.until("Jane Doe  ")  # in the sidebar: it has been read
        (tmp_path / "b.txt").write_text(story.replace("Jane Doe", "Mary Roe") + "\nMore.\n")
        add("b.txt")
        terminal.until("2 articles")
        terminal.press("j")
        terminal.until("Mary Roe  ")
        terminal.quit()
