"""The programs of the machine that the reader makes use of, where there are any."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

_PATIENCE = 3  # seconds; a clipboard tool that waits for a display is no use


def copy_with_tool(text: str) -> str | None:
    """Put text on the system's clipboard. Returns the tool used, None where there is none."""
    for tool, arguments in _clipboard_tools():
        program = shutil.which(tool)
        if program is None:
            continue
        try:
            subprocess.run(
                [program, *arguments],
                input=text.encode("utf-8", "replace"),
                stdout=subprocess.DEVNULL,  # xclip stays behind and would hold a pipe open
                stderr=subprocess.DEVNULL,
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return tool
    return None


def _clipboard_tools() -> list[tuple[str, list[str]]]:
    if sys.platform == "darwin":
        return [("pbcopy", [])]
    tools: list[tuple[str, list[str]]] = []
    if os.environ.get("WAYLAND_DISPLAY"):
        tools.append(("wl-copy", []))
    if os.environ.get("DISPLAY"):
        tools.append(("xclip", ["-selection", "clipboard"]))
        tools.append(("xsel", ["--clipboard", "--input"]))
    return tools


def typed(file: Path) -> str:
    """A path as it may be pasted into a shell: one with characters that would act there, or that
    are no text, is quoted with their numbers, as bash and zsh read them."""
    shown = os.fspath(file)
    if shown.isprintable():
        return shown
    told = "".join(
        each.replace("\\", "\\\\").replace("'", "\\'")
        if each.isprintable()
        else "".join(f"\\x{byte:02x}" for byte in os.fsencode(each))
        for each in shown
    )
    return f"$'{told}'"


def open_with_tool(file: Path) -> str | None:
    """Open a file in the program the system has for it. Returns the opener used, or None."""
    if sys.platform == "darwin":
        opener = shutil.which("open")
    elif os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"):
        opener = shutil.which("xdg-open")
    else:
        opener = None
    if opener is None:
        return None
    try:
        subprocess.Popen(
            [opener, str(file.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return None
    return Path(opener).name
