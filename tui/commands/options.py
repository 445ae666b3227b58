"""What the parser of the command line needs: options in common, types, complaints."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from index.article import QuoteKind

if TYPE_CHECKING:
    from tui.commands.session import Session

Run = Callable[["Session", argparse.Namespace], int]
"""A command: returns its exit code, or raises `DatelineError`."""

DONE, NOTHING_FOUND, WRONG_USAGE, PROBLEM, STOPPED = 0, 1, 2, 3, 130
"""The exit codes of every command. 130 is what a shell gives to what Ctrl+C ended."""

KINDS: tuple[QuoteKind, ...] = ("direct", "mixed", "indirect", "act")
SPOKEN = KINDS[:3]
"""The kinds of quotes that are words said; acts (urges, accuses) only when asked for."""


class WrongUsage(Exception):
    """A command line that says nothing that can be done. The message is a sentence."""


class Parser(argparse.ArgumentParser):
    """A parser that raises `WrongUsage` and takes no abbreviations of options.

    Where it `takes_query`, a word like -gas is one of the query, unless it is an option.
    """

    def __init__(self, **settings: object) -> None:
        super().__init__(allow_abbrev=False, **settings)  # type: ignore[arg-type]
        self.takes_query = False

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        given = list(args or ())
        return super().parse_known_args(
            self._shielded(given) if self.takes_query else given, namespace
        )

    def _shielded(self, given: list[str]) -> list[str]:
        """What was given, with words like -gas made such that they are not taken for options."""
        options = self._option_string_actions
        end = given.index("--") if "--" in given else len(given)
        shielded = given[:end]
        for at, word in enumerate(shielded):
            before = options.get(given[at - 1]) if at else None
            if not word.startswith("-") or word[1:2] in ("", "-"):
                continue
            if before is not None and before.nargs != 0:  # the value of that option
                continue
            short = options.get(word[:2])
            is_short = short is not None and (len(word) == 2 or short.nargs != 0)
            if not is_short and "-" + word not in options:
                shielded[at] = _SHIELD + word
        return shielded + given[end:]

    def error(self, message: str) -> NoReturn:
        for pattern, plain in _PLAINER:
            message = pattern.sub(plain, message)
        raise WrongUsage(f"{self.prog}: {message}. `{self.prog} --help` tells how to use it.")


_SHIELD = "\0"  # no argument of a command can hold it


# What argparse says, in words for those who have never met it.
_PLAINER: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (
        re.compile(r"argument (?:\S+): invalid choice: (.*) \(choose from (.*)\)", re.DOTALL),
        lambda said: f"{said[1]} is none of {said[2].replace(chr(39), '')}",
    ),
    (
        re.compile(r"the following arguments are required: (.*)"),
        lambda said: f"{said[1]} is missing",
    ),
    (
        re.compile(r"unrecognized arguments: (.*)", re.DOTALL),
        lambda said: f"it takes no {said[1]}",
    ),
    (re.compile(r"argument (\S+): "), lambda said: f"{said[1]}: "),
)


class Commands:
    """Takes the commands' parsers, and gives each the options that all have in common."""

    def __init__(self, parser: Parser) -> None:
        add_common_options(parser)
        self._parsers = parser.add_subparsers(title="commands", dest="command", metavar="COMMAND")

    def add(
        self, name: str, run: Run, summary: str, description: str = "", *, listed: bool = True
    ) -> Parser:
        """A new command; `summary` is one line without a full stop. One that is not `listed`
        beside the others is told of by one that is."""
        description = description or f"{summary}."
        parser: Parser = (
            self._parsers.add_parser(name, help=summary, description=description)
            if listed
            else self._parsers.add_parser(name, description=description)
        )
        add_common_options(parser)
        parser.set_defaults(run=run)
        return parser


def add_common_options(parser: argparse.ArgumentParser) -> None:
    """The options that may stand before the command as well as after it."""
    # Suppressed defaults: what stands before the command must outlive the command's own parser.
    common = parser.add_argument_group("options of all commands")
    common.add_argument(
        "--archive",
        type=path,
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the archive in this folder",
    )
    common.add_argument(
        "--config",
        type=path,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="settings from this file",
    )
    common.add_argument(
        "--json",
        action="store_true",
        default=argparse.SUPPRESS,
        help="data as JSON, one object a line",
    )
    common.add_argument("--version", action=_Version, help="tell the version and end")


class _Version(argparse.Action):
    def __init__(self, option_strings: list[str], dest: str, help: str) -> None:  # noqa: A002
        super().__init__(option_strings, argparse.SUPPRESS, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib import metadata

        try:
            version = metadata.version("dateline")
        except metadata.PackageNotFoundError:
            version = "from a checkout that is not installed"
        print(f"dateline {version}")
        parser.exit()


def words(value: str) -> str:
    """Text that a person typed. Bytes that are no UTF-8 become U+FFFD."""
    value = value.removeprefix(_SHIELD)
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


STANDARD = Path("-")
"""Stands for standard input or output where a file is named."""


def path(value: str) -> Path:
    """The name of a file or folder, with bytes that are no UTF-8 as they are."""
    if not value:
        raise argparse.ArgumentTypeError("the name of a file or folder is empty")
    try:
        return Path(value).expanduser()  # a shell leaves --archive=~/news as it is
    except RuntimeError:  # "~somebody", and there is nobody of that name
        return Path(value)


def count(value: str) -> int:
    """A whole number from 0."""
    try:
        number = int(value)
    except ValueError:
        number = -1
    if number < 0:
        raise argparse.ArgumentTypeError(f"{words(value)!r} is not a whole number from 0")
    return number


def kinds(value: str) -> tuple[QuoteKind, ...]:
    """Kinds of quotes, parted by commas; "all" for every kind."""
    named = tuple(word.strip() for word in value.split(",") if word.strip())
    for name in named:
        if name not in (*KINDS, "all"):
            raise argparse.ArgumentTypeError(
                f"{words(name)!r} is no kind of quote. There are {', '.join(KINDS)} and all"
            )
    return KINDS if "all" in named else tuple(kind for kind in KINDS if kind in named)


def chosen_kinds(given: list[tuple[QuoteKind, ...]] | None) -> tuple[QuoteKind, ...]:
    """The kinds that several `--kind` options ask for together, in their usual order."""
    asked = {kind for group in given or [] for kind in group}
    return tuple(kind for kind in KINDS if kind in asked) or SPOKEN


def add_query(parser: Parser, *, required: bool = False) -> None:
    """QUERY; several words may be given without quoting them for the shell."""
    parser.takes_query = True
    parser.add_argument(
        "query",
        nargs="+" if required else "*",
        type=words,
        metavar="QUERY",
        help="words, “phrases”, AND OR NOT, field:value, as in the reader",
    )


def query_of(arguments: argparse.Namespace) -> str | None:
    """The query that was given, None where there was none."""
    return " ".join(arguments.query) if arguments.query else None


def add_kinds(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--kind",
        action="append",
        type=kinds,
        metavar="KIND",
        help="direct, mixed, indirect, act or all, several with commas "
        "(without it: direct,mixed,indirect)",
    )
