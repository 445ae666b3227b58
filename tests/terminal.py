"""A person's terminal for the tests: the real command on a real pty, with the screen it draws."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pexpect
import pyte

ENTER, ESCAPE, TAB, BACKSPACE = "\r", "\x1b", "\t", "\x7f"
UP, DOWN = "\x1b[A", "\x1b[B"
CTRL_P, CTRL_R = "\x10", "\x12"

PATIENCE = 60.0
"""Seconds until a wait gives up. Generous: it bounds a broken run and measures nothing."""


class Terminal:
    """Runs `dateline` with arguments on a pty of so many columns and rows.

    `raw` holds every byte that came from the program, `screen()` the text a person sees.
    """

    def __init__(
        self,
        *arguments: str,
        home: Path,
        columns: int = 120,
        rows: int = 40,
        environment: Mapping[str, str] | None = None,
        command: Sequence[str] = (sys.executable, "-m", "tui"),
        before: Callable[[], None] | None = None,
    ) -> None:
        self.raw = bytearray()
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.child = pexpect.spawn(
            command[0],
            [*command[1:], *arguments],
            dimensions=(rows, columns),
            env=surroundings(home) | dict(environment or {}),
            cwd=str(home),
            timeout=PATIENCE,
            preexec_fn=before,
        )

    def type(self, text: str) -> None:
        self.child.send(text)

    def press(self, *keys: str) -> None:
        """Send keys one after another, letting the program take each in."""
        for key in keys:
            self.child.send(key)
            self.settle(0.15)

    def settle(self, seconds: float = 0.3) -> None:
        """Read what the program sends until it has been quiet for so long."""
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < seconds:
            if self._read():
                quiet_since = time.monotonic()

    def until(self, seen: str | Callable[[str], bool], seconds: float = PATIENCE) -> str:
        """Wait for a text (or anything) to stand on the screen; the screen, or a failure."""
        is_there = seen if callable(seen) else lambda screen: seen in screen
        end = time.monotonic() + seconds
        while not is_there(self.screen()):
            if time.monotonic() > end or not self.child.isalive():
                raise AssertionError(f"never saw {seen!r} on the screen:\n{self.screen()}")
            self._read()
        return self.screen()

    def screen(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    def resize(self, columns: int, rows: int) -> None:
        """Make the window another size."""
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)

    def hang_up(self) -> None:
        """kill -9."""
        self.child.kill(signal.SIGKILL)
        self.child.wait()

    def close_window(self) -> None:
        """The terminal is gone; the program is not asked, and nobody takes what it writes."""
        self.child.ptyproc.fileobj.close()

    def quit(self) -> None:
        """Leave as a person does, and see that the program ends."""
        self.press(ESCAPE, ESCAPE)
        self.type("Q")
        end = time.monotonic() + PATIENCE
        while self.child.isalive():
            assert time.monotonic() < end, f"did not end:\n{self.screen()}"
            self._read()

    def _read(self) -> bool:
        try:
            data: bytes = self.child.read_nonblocking(65536, timeout=0.05)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.child.close(force=True)


def surroundings(home: Path) -> dict[str, str]:
    """An environment in which everything of a person's stands below `home`."""
    kept = ("PATH", "LANG", "LC_ALL", "VIRTUAL_ENV")
    root = Path(__file__).parent.parent
    return {
        **{name: os.environ[name] for name in kept if name in os.environ},
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(root),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
