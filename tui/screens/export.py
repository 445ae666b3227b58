"""The sheet that asks what to write to a file, in which format, and where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from os.path import normpath
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from index.article import Cited, DatelineError
from tui.latest import Latest
from tui.screens.sheet import Sheet
from tui.widgets.choice import Choice
from tui.words import amount, one_line

if TYPE_CHECKING:
    from index.archive import Archive
    from index.config import Config
    from tui.app import DatelineApp


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be exported, and what it is called.

    `passages` gathers it, which may take a while.
    """

    name: str
    passages: Callable[[], Sequence[Cited]]


def choices(
    passage: Cited | None, article: str, kept: Sequence[Cited], *, meant: bool
) -> list[Offer]:
    """What there is to export: a passage, what was kept of its article, all that was kept.

    First stands what is most likely wanted: the passage when a person chose it (`meant`), else
    what was kept, if anything was.
    """
    this: list[Offer] = []
    if passage is not None:
        words = amount(len(passage.passage.exact.split()), "word")
        this.append(Offer(f"this passage ({words})", lambda: (passage,)))
    held: list[Offer] = []
    here = tuple(cited for cited in kept if cited.passage.article == article)
    if here and len(here) < len(kept):
        named = amount(len(here), "clipping")
        held.append(Offer(f"everything kept of this article ({named})", lambda: here))
    if kept:
        named = amount(len(kept), "clipping")
        held.append(Offer(f"everything kept ({named})", lambda: kept))
    return this + held if meant or not here else held + this


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file to be written."""

    offer: Offer
    format: str
    path: Path
    overwrite: bool


class ExportScreen(Sheet[None]):
    """Never writes over a file without being told to, and says where the file is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "write", "write"),
        Binding("down", "app.focus_next", "down", show=False),
        Binding("up", "app.focus_previous", "up", show=False),
    ]
    AUTO_FOCUS = "#export-what"
    heading = "Export"
    foot = "Enter write   Tab next   ← → choose   Esc back"

    def __init__(self, archive: Archive, config: Config, offered: Sequence[Offer]) -> None:
        super().__init__()
        self._archive = archive
        self._offered = list(offered)
        self._formats = tuple(archive.export.formats)
        self._folder = config.export_folder
        self._replace: Path | None = None
        self._writing: Latest[_Wanted, str] = Latest(
            self, lambda wanted, _: self._write(wanted), self._written, self._failed
        )

    def body(self) -> ComposeResult:
        yield Static("What", classes="label")
        yield Choice([offer.name for offer in self._offered], id="export-what")
        yield Static("Format", classes="label")
        yield Choice(self._formats, id="export-format")
        here = "" if self._folder.is_absolute() else f", in {one_line(str(Path.cwd()))}"
        yield Static(f"File{here}", classes="label", markup=False)
        yield Input(self._default(), compact=True, select_on_focus=False, id="export-path")
        yield Static("", id="export-says", markup=False)

    @property
    def _format(self) -> str:
        chosen = self.query("#export-format")
        return self._formats[chosen.first(Choice).chosen] if chosen else self._formats[0]

    def _default(self) -> str:
        return normpath(self._folder / self._archive.export.default_name(self._format))

    @on(Choice.Changed, "#export-format")
    def _another_format(self) -> None:
        """The ending of the name follows the format."""
        path = self.query_one("#export-path", Input)
        ending = Path(self._default()).suffix
        path.value = str(Path(path.value).with_suffix(ending)) if path.value else self._default()
        path.cursor_position = len(path.value)

    @on(Input.Changed)
    def _another_path(self) -> None:
        self._replace = None
        self._tell("")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_write()

    def action_write(self) -> None:
        """Write the file; where one stands already, only when told so a second time."""
        typed = self.query_one("#export-path", Input).value.strip()
        if not typed:
            self._tell("The file wants a name.")
            return
        try:
            path = Path(typed).expanduser()
        except RuntimeError:
            path = Path(typed)
        if path.is_dir():
            path = path / self._archive.export.default_name(self._format)
        elif not path.suffix and not path.exists():
            path = path.with_suffix(Path(self._default()).suffix)
        if path.exists() and path != self._replace:
            self._replace = path
            self._tell(f"{path.resolve()} is there already. Enter once more replaces it.")
            return
        offer = self._offered[self.query_one("#export-what", Choice).chosen]
        self._tell("Writing …")
        self._writing.ask(_Wanted(offer, self._format, path, path == self._replace))

    def _write(self, wanted: _Wanted) -> str:
        """Off the screen's thread: what was written, as a sentence."""
        passages = wanted.offer.passages()
        if not passages:
            raise DatelineError(f"Nothing was written: there is no passage in {wanted.offer.name}.")
        written = self._archive.export.write(
            passages, wanted.format, wanted.path, overwrite=wanted.overwrite
        )
        count = amount(len(passages), "passage")
        return f"Wrote {count} to {one_line(str(written.resolve()))}"

    def _written(self, _: _Wanted, sentence: str) -> None:
        cast("DatelineApp", self.app).say(sentence)
        self.dismiss()

    def _failed(self, _: _Wanted, error: Exception) -> None:
        if isinstance(error, DatelineError):
            self._tell(str(error))
        else:
            cast("DatelineApp", self.app).trouble(error)

    def _tell(self, sentence: str) -> None:
        self.query_one("#export-says", Static).update(Content(one_line(sentence)))
