"""Draws the reader on the seed articles: `python -m tests.screenshots FOLDER`.

Writes `reader.svg` (120 columns) and, with `--all`, one picture for each size and state that is
looked at before a release. The pictures name no font of another's server.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.archive import open_archive
from index.config import Config, load_config, shipped
from tui.app import DatelineApp

SIZES = ((80, 24), (120, 40), (200, 60))

FIRST: Sequence[str] = ("/", *"ceasefire annan", "enter", "j", "j", "enter")
"""The keys that lead to the picture in the README."""

# Name of the picture, and the keys that lead to it.
STATES: dict[str, Sequence[str]] = {
    "reader": FIRST,
    "start": (),
    "quotes": ("2", "3", "l", "j"),
    "selecting": ("2", "v", "}", "}"),
    "kept": ("2", "v", "}", "m"),
    "export": ("2", "e"),
    "information": ("2", "i"),
    "help": ("question_mark",),
    "complaint": ("/", *"date:soon"),
    "nothing": ("/", *"ceasefyre "),
}


async def draw(config: Config, size: tuple[int, int], keys: Sequence[str]) -> str:
    """The screen as SVG after these keys, on an archive of the seeds that has been read."""
    with open_archive(None, config) as archive:
        app = DatelineApp(archive, config)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0.5)
            for key in keys:
                await pilot.press(key)
                await pilot.pause(0.1)
            await pilot.pause(0.7)
            return _self_contained(app.export_screenshot(title="dateline"))


def _self_contained(svg: str) -> str:
    svg = re.sub(r"@font-face\s*\{.*?\}\s*", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code", "DejaVu Sans Mono")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_DATA_HOME"] = home  # where the sample archive is made
        config = replace(load_config(shipped("config.yaml")), archive_folder=Path(home, "none"))
        with open_archive(None, config) as archive:
            archive.ingest.add([], lambda _: None)
        sizes, states = (SIZES, STATES) if arguments.all else (SIZES[1:2], {"reader": FIRST})
        for columns, rows in sizes:
            for name, keys in states.items():
                svg = asyncio.run(draw(config, (columns, rows), keys))
                size = f"-{columns}x{rows}" if arguments.all else ""
                (arguments.folder / f"{name}{size}.svg").write_text(svg)


if __name__ == "__main__":
    main()
