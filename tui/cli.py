"""The command `dateline`: reads the command line, runs one command, tells of problems.

Whatever happens, a person gets sentences and a script gets an exit code, and under `--json` an
object `{"error": …}`; never a traceback. Textual is imported only to open the reader.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import warnings
from collections.abc import Sequence

from index.article import DatelineError, NothingFound, QueryComplaint
from tui.commands.options import (
    DONE,
    NOTHING_FOUND,
    PROBLEM,
    STOPPED,
    WRONG_USAGE,
    Commands,
    Parser,
    WrongUsage,
    add_common_options,
)
from tui.commands.output import Output
from tui.commands.session import Session

_DESCRIPTION = """\
A keyboard reader for a news archive that knows who said what.
Without a command it opens the reader."""

_EPILOG = """\
ARTICLE is an id, or any unambiguous beginning of a file name or headline.
Exit codes: 0 done, 1 nothing found, 2 wrong usage, 3 a problem."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # of libraries, to programmers
    out = Output(as_json="--json" in given)
    try:
        code = _run(given, out)
        out.flush()
    except BrokenPipeError:
        # Whoever read the output has had enough of it, as `head` has: that is no problem.
        _stop_writing()
        return DONE
    except OSError as error:
        _stop_writing()
        out.say(f"The output could not be written: {_reason(error)}.")
        return PROBLEM
    return code


def _run(given: list[str], out: Output) -> int:
    try:
        arguments = _arguments(given)
        return int(arguments.run(Session(arguments, out), arguments))
    except SystemExit as end:  # --help, --version
        return int(end.code or DONE)
    except (WrongUsage, QueryComplaint) as error:
        out.problem(str(error))
        return WRONG_USAGE
    except NothingFound as error:
        out.problem(str(error))
        return NOTHING_FOUND
    except DatelineError as error:
        out.problem(str(error))
        return PROBLEM
    except KeyboardInterrupt:
        out.say("Stopped. Nothing that was done is lost.")
        return STOPPED
    except OSError as error:
        if error.filename is None:  # the output, which `main` answers for
            raise
        out.problem(f"{error.filename} could not be used: {_reason(error)}.")
        return PROBLEM
    except Exception as error:
        from tui import unforeseen

        out.problem(unforeseen.sentence(error))
        return PROBLEM


def _arguments(given: list[str]) -> argparse.Namespace:
    """What is to be run, and with what. The commands are only loaded where one may be named."""
    arguments = argparse.Namespace(archive=None, config=None, json=False, run=_open_reader)
    options = Parser(prog="dateline", add_help=False)
    add_common_options(options)
    try:
        _, commanded = options.parse_known_args(given, arguments)
    except WrongUsage:
        commanded = given
    if commanded:
        from tui.commands.correcting import joined

        _parser().parse_args(joined(_joined(given)), arguments)
    return arguments


def _joined(given: list[str]) -> list[str]:
    """`--sort -date` as `--sort=-date`: the parser would take -date for an option."""
    joined: list[str] = []
    for argument in given:
        if argument == "-date" and joined and joined[-1] == "--sort":
            joined[-1] = "--sort=-date"
        else:
            joined.append(argument)
    return joined


def _parser() -> Parser:
    from tui.commands import (
        copying,
        correcting,
        extracting,
        facts,
        keeping,
        removing,
        saved,
        searching,
        taking_in,
        upkeep,
        watching,
    )

    parser = Parser(
        prog="dateline",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = Commands(parser)
    for group in (
        *(taking_in, watching, removing, searching, facts, correcting),
        *(saved, keeping, extracting, copying, upkeep),
    ):
        group.register(commands)
    return parser


def _open_reader(session: Session, arguments: argparse.Namespace) -> int:
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        raise DatelineError("The reader needs a terminal. `dateline --help` tells the commands.")
    # The hundred thousand objects that are made until the page stands all stay: looking for
    # garbage among them takes a tenth of the start. The app goes on with it then.
    gc.disable()
    try:
        config = session.config
        # Where news are to come in by themselves, they come into an archive of one's own.
        start = session.folder is None and any(path.exists() for path in config.watch)
        with session.open(start=start) as archive:
            from tui.app import run

            run(archive, config)
    finally:
        gc.enable()
    return DONE


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def _stop_writing() -> None:
    """Send what is still to be written nowhere, so that the end of the process is silent."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        sys.stdout = None
