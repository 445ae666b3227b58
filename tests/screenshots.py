"""Draws the reader on the seed articles: `python -m tests.screenshots FOLDER`.

Writes `reader.svg` (120 columns) and, with `--all`, one picture for each size and state that is
looked at before a release. The pictures name no font of another's server.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.archive import open_archive
from index.config import Config, load_config, shipped
from tui.app import DatelineApp

SIZES = ((80, 24), (120, 40), (200, 60))

# Name of the picture, and the keys that lead to it.
STATES: dict[str, Sequence[str]] = {
    "reader": ("/", *"ceasefire annan", "enter", "j", "enter"),
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
    with open_archive(config.archive_folder, config) as archive:
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
    with tempfile.TemporaryDirectory() as folder:
        config = replace(
            load_config(shipped("config.yaml")), archive_folder=Path(folder, "archive")
        )
        with open_archive(None, config, start=True) as archive:
            archive.ingest.add([shipped("seeds")], lambda _: None)
        if arguments.all:
            for columns, rows in SIZES:
                for name, keys in STATES.items():
                    svg = asyncio.run(draw(config, (columns, rows), keys))
                    (arguments.folder / f"{name}-{columns}x{rows}.svg").write_text(svg)
        else:
            svg = asyncio.run(draw(config, (120, 40), STATES["reader"]))
            (arguments.folder / "reader.svg").write_text(svg)


if __name__ == "__main__":
    main()
