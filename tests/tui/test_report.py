"""What could not be read: listed under its reasons, looked at in full, tried again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Static

from index.archive import Archive, NotRead, open_archive
from index.config import Config
from tests.panes import screen
from tests.tui.driving import page_of, started, text_of, until
from tui.app import DatelineApp
from tui.screens.report import ReportScreen
from tui.system import typed
from tui.widgets.unread_list import UnreadList, grouped

STORY = "Truce holds in Hama\n\nThe truce held on Sunday, monitors said.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One article, and four files that hold none, one with a hostile name."""
    made = tmp_path / "in"
    made.mkdir()
    (made / "good.txt").write_text(STORY)
    for name in ("a[b].txt", "b\x1b]0;x\x07.txt", "c.txt"):
        (made / name).write_bytes(b"\x00\x01" * 100)
    (made / "void.txt").touch()
    return made


@pytest.fixture
def archive(folder: Path, config: Config) -> Iterator[Archive]:
    with open_archive(None, config, start=True) as opened:
        opened.ingest.add([folder], lambda _: None, read=False)
        assert len(opened.unread) == 4
        yield opened


async def opened(pilot: Pilot[None]) -> UnreadList:
    await started(pilot)
    page_of(pilot).action_report()
    await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))
    found = pilot.app.screen.query_one(UnreadList)
    await until(pilot, lambda: found.count)
    return found


def said(pilot: Pilot[None]) -> str:
    return " ".join(
        word for toast in pilot.app.screen.query("Toast") for word in text_of(toast).split()
    )


async def test_files_stand_under_their_reason_the_rarest_first(
    archive: Archive, config: Config
) -> None:
    async with DatelineApp(archive, config).run_test(size=(120, 40)) as pilot:
        found = await opened(pilot)
        lines = [line.strip(" ▸") for line in text_of(found).split("\n")]
        assert lines[0] == "empty"
        assert lines[1].endswith("void.txt")
        assert lines[2] == ""
        assert lines[3].endswith(" · 3")
        assert [line.rsplit("/", 1)[-1] for line in lines[4:7]] == [
            "a[b].txt",
            "b�]0;x�.txt",
            "c.txt",
        ]
        words = text_of(pilot.app.screen.query_one("#unread-words"))
        assert words.strip() == "4 files and parts, 2 reasons"
        await pilot.press("}")
        assert found.cursor == 1
        await pilot.press("{")
        assert found.cursor == 0


async def test_enter_tells_one_in_full_without_acting_on_its_name(
    archive: Archive, config: Config, folder: Path
) -> None:
    async with DatelineApp(archive, config).run_test(size=(80, 24)) as pilot:
        await opened(pilot)
        await pilot.press("j", "j", "enter")
        await until(pilot, lambda: pilot.app.screen.query("#sheet-text"))
        await until(pilot, lambda: "File" in text_of(pilot.app.screen.query_one("#sheet-text")))
        told = str(pilot.app.screen.query_one("#sheet-text", Static).render())
        assert "b\ufffd]0;x\ufffd.txt" in told.replace("\n        ", "")
        assert "\x1b" not in told
        await pilot.press("q")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReportScreen))


async def test_one_that_was_mended_is_taken_in_and_leaves_the_list(
    archive: Archive, config: Config, folder: Path
) -> None:
    app = DatelineApp(archive, config)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        found = await opened(pilot)
        (folder / "void.txt").write_text(STORY.replace("Hama", "Homs"))
        await pilot.press("r")
        assert "trying again" in text_of(found)
        await until(pilot, lambda: "void.txt: taken in." in said(pilot))
        assert found.count == 3
        assert archive.articles.count() == 2


async def test_of_one_that_is_gone_it_is_said(
    archive: Archive, config: Config, folder: Path
) -> None:
    app = DatelineApp(archive, config)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        found = await opened(pilot)
        (folder / "void.txt").unlink()
        await pilot.press("r")
        await until(pilot, lambda: "void.txt is not there any more." in said(pilot))
        assert found.count == 3


async def test_of_a_part_its_own_reason_is_said(config: Config, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "One."}\n{"text": ""}\nno object\n')
    with open_archive(None, config, start=True) as archive:
        archive.ingest.add([tmp_path / "rows.jsonl"], lambda _: None, read=False)
        app = DatelineApp(archive, config)
        async with app.run_test(size=(120, 40), notifications=True) as pilot:
            found = await opened(pilot)
            for _ in range(2):
                assert found.current is not None
                place, reason = found.current.told
                await pilot.press("r")
                told = f"{Path(place).name} still cannot be read: {reason}."
                await until(pilot, lambda told=told: told in said(pilot))
                await pilot.press("j")


async def test_all_are_tried_again_and_what_came_of_it_is_told(
    archive: Archive, config: Config, folder: Path
) -> None:
    app = DatelineApp(archive, config)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        found = await opened(pilot)
        (folder / "void.txt").write_text(STORY.replace("Hama", "Homs"))
        await pilot.press("R")
        await until(pilot, lambda: "3 of 4 still cannot be read." in said(pilot))
        assert found.count == 3
        assert "trying again" not in text_of(found)


async def test_what_is_found_while_one_looks_comes_and_the_cursor_stays(
    archive: Archive, config: Config, folder: Path
) -> None:
    async with DatelineApp(archive, config).run_test(size=(120, 40)) as pilot:
        found = await opened(pilot)
        await pilot.press("j", "j", "j")
        on = found.current
        (folder / "bare.txt").touch()
        with open_archive(config.archive_folder, config) as another:
            another.ingest.add([folder], lambda _: None, read=False)
        await until(pilot, lambda: found.count == 5)
        assert found.current == on


async def test_y_takes_the_path_along_and_nothing_in_it_acts(
    archive: Archive, config: Config, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr("tui.yanking.copy_with_tool", lambda text: copied.append(text) or "tool")
    async with DatelineApp(archive, config).run_test(size=(120, 40)) as pilot:
        await opened(pilot)
        await pilot.press("y")
        await until(pilot, lambda: copied == [str(folder / "void.txt")])


@pytest.mark.parametrize(
    ("name", "pasted"),
    [
        ("a b.txt", "a b.txt"),
        ("a\nrm -rf b", r"$'a\x0arm -rf b'"),
        ("it's\x1b[2J", r"$'it\'s\x1b[2J'"),
        ("caf\udce9 é\\\u202e", r"$'caf\xe9 é\\\xe2\x80\xae'"),
    ],
)
def test_a_path_is_typed_as_a_shell_reads_it(name: str, pasted: str) -> None:
    assert typed(Path(name)) == pasted


class ListApp(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.list = UnreadList()

    def compose(self) -> ComposeResult:
        yield self.list


async def test_a_hundred_thousand_are_one_screen_of_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    found = grouped(
        [
            NotRead(Path(f"/news/{number:06}.bin"), None, "reason b" if number % 7 else "reason a")
            for number in range(100_000)
        ]
    )
    app = ListApp()
    async with app.run_test(size=(80, 24)) as pilot:
        made: list[int] = []
        row = app.list.row
        monkeypatch.setattr(
            app.list, "row", lambda index, width: made.append(index) or row(index, width)
        )
        app.list.show(found)
        app.list.focus()
        await pilot.press("G")
        await pilot.pause()
        assert app.list.cursor == 99_999
        assert "/news/099999.bin" in text_of(app.list)
        await pilot.press("g", "}")
        await pilot.pause()
        assert any("reason b · 85,714" in line for line in screen(app.list))
        assert len(set(made)) < 300


def test_the_lines_of_a_list_and_its_rows_lead_to_one_another() -> None:
    reasons = ["a", "b", "b", "c", "c", "c", "c"]
    found = UnreadList()
    found.found = grouped([NotRead(Path(f"/{at}"), None, why) for at, why in enumerate(reasons)])
    lines = [found.at_line(line) for line in range(found.top_of(found.count))]
    for index in range(found.count):
        mine = [within for at, within in lines if at == index]
        assert mine == list(range(len(mine)))
        assert len(mine) == 1 + len(found_above(found, index))
        assert lines[found.top_of(index)] == (index, 0)


def found_above(found: UnreadList, index: int) -> list[str]:
    at = found.found.reason_at(index)
    first = found.found.starts[at] == index
    return [] if not first else ["heading"] if index == 0 else ["", "heading"]
