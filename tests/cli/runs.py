"""What one run of `dateline` came to, and where it is run."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "tui")


@dataclass(frozen=True)
class Done:
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON objects that were printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Dateline = Callable[..., Done]
"""Runs a command in this process: `dateline("search", "truce", stdin=b"…")`."""

Spawn = Callable[..., "subprocess.Popen[bytes]"]
"""Starts the real command as a process of its own."""


def home_of(folder: Path) -> dict[str, str]:
    """An environment in which everything of a person's lies below `folder`."""
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
