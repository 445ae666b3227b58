"""The last line of the page: the keys of the pane in focus, and where one is in the article."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.dom import DOMNode
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.cells import crop, drawn
from tui.widgets.cells import width as cell_width
from tui.words import one_line

MOST_KEYS = 7


class KeyLine(Widget):
    """`n N hit   ] [ quote   v select   …   ? help            hit 1 of 4 · 12 %`.

    The keys come from the bindings themselves. Keys with one description stand together; at
    most seven are shown, help always among them, and those that do not fit give way. So does
    what the status has beyond half of the line.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"keyline--key", "keyline--status"}
    status = reactive("")
    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.read_keys())
        self.read_keys()

    def read_keys(self) -> None:
        """Take the keys from the bindings in force."""
        self.keys = shown_keys(self.screen.active_bindings.values(), self.app.get_key_display)

    def render(self) -> Content:
        width = self.size.width
        key_style = self.get_visual_style("keyline--key", partial=True)
        shown = [Content.assemble((key, key_style), f" {what}") for key, what in self.keys]
        gap = "   "
        room = max(width // 2, width - _length(shown, len(gap)) - 2)
        status = Content(shortened(self.status, room - 4))
        if status.cell_length:
            status = Content.assemble("   ", status, " ")
        while len(shown) > 1 and _length(shown, len(gap)) > width - 2 - status.cell_length:
            shown.pop(-2)  # the last is help
        keys = Content.assemble(" ", Content(gap).join(shown))
        if keys.cell_length + status.cell_length > width:
            keys = keys.truncate(max(0, width - status.cell_length))
        free = max(0, width - keys.cell_length - status.cell_length)
        status_style = self.get_visual_style("keyline--status", partial=True)
        return Content.assemble(keys, " " * free, status.stylize(status_style))


def shortened(status: str, cells: int) -> str:
    """A status in so many cells. What stands last in it, after a dot, stays: how far one is."""
    head, dot, last = drawn(one_line(status)).rpartition(" · ")
    if not dot:
        return crop(last, cells, "…")
    return crop(head, max(1, cells - cell_width(dot + last)), "…") + dot + last


def _length(parts: list[Content], gap: int) -> int:
    return sum(part.cell_length for part in parts) + gap * (len(parts) - 1)


def shown_keys(
    bindings: Iterable[ActiveBinding], display: Callable[[Binding], str]
) -> tuple[tuple[str, str], ...]:
    """The keys to tell of, each with what it does, help last."""
    found: dict[str, list[str]] = {}
    seen: set[tuple[str, str]] = set()
    for active in _as_declared(bindings):
        binding = active.binding
        if not (binding.show and active.enabled) or binding.system:
            continue
        if (binding.action, binding.description) in seen:
            continue  # the same under another key
        seen.add((binding.action, binding.description))
        what = binding.group.description if binding.group else binding.description
        found.setdefault(what, []).append(display(binding))
    help_keys = found.pop("help", None)
    shown = [(" ".join(keys), what) for what, keys in found.items()]
    if help_keys is None:
        return tuple(shown[:MOST_KEYS])
    return (*shown[: MOST_KEYS - 1], (" ".join(help_keys), "help"))


def _as_declared(bindings: Iterable[ActiveBinding]) -> list[ActiveBinding]:
    """Each pane's keys in the order in which it declares them, the innermost pane's first."""
    nodes: list[DOMNode] = []
    places: dict[tuple[int, str, str], int] = {}
    found = list(bindings)
    for active in found:
        if active.node not in nodes:
            nodes.append(active.node)
            for place, declared in enumerate(Binding.make_bindings(active.node.BINDINGS)):
                places.setdefault((len(nodes), declared.key, declared.action), place)

    def place_of(active: ActiveBinding) -> tuple[int, int]:
        node = nodes.index(active.node) + 1
        return node, places.get((node, active.binding.key, active.binding.action), -1)

    return sorted(found, key=place_of)
