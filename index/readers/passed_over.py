"""Names of what lies beside articles and is none: what systems, programs and browsers put there."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OF_SYSTEMS = frozenset(
    (
        "__macosx",
        "thumbs.db",
        "ehthumbs.db",
        "ehthumbs_vista.db",
        "desktop.ini",
        "icon\r",
        "$recycle.bin",
        "system volume information",
        "lost+found",
        "@eadir",
    )
)
"""What macOS, Windows and file servers leave in any folder, in small letters."""
_OF_PROGRAMS = re.compile(r"~\$.+\.(?:do[ct]|xls|ppt)[xmb]?\Z", re.IGNORECASE)
"""What says that somebody has a document open."""
_UNDER_WAY = (".part", ".partial", ".crdownload", ".opdownload", ".download", ".tmp", "~")
"""What the names of files end with that a browser or an editor is writing, or has put aside."""

_PAGE_FOLDER = re.compile(
    r"(.+)(?:[_.]files?|-Dateien|-filer|-bestanden|_(?:fichiers|archivos|arquivos|ficheiros|fitxers"
    r"|fitxategiak|bestanden|pliki|soubory|tiedostot|elemei|dosyalar|datoteke|fajlovi|bylos|fails"
    r"|failid))\Z",
    re.DOTALL,
)
"""What browsers call the folder of pictures, styles and scripts beside a page that they save
complete: "NAME_files" in all of the newer ones, else by the language of the browser."""

PAGES = (".html", ".htm", ".xhtml", ".shtml")


def is_passed_over(name: str) -> bool:
    """Whether a file or folder of this name is hidden, or is a system's or a program's own."""
    return (
        (name.startswith(".") and name not in (".", ".."))
        or name.casefold() in _OF_SYSTEMS
        or _OF_PROGRAMS.match(name) is not None
    )


def is_under_way(name: str) -> bool:
    """Whether a file of this name is being written, or was put aside, by a browser or an editor."""
    return name.lower().endswith(_UNDER_WAY)


def page_of(folder: str) -> str | None:
    """The name, without its suffix, of the page to which a folder of this name may belong.

    A folder belongs to it where a page of that name lies beside it.
    """
    match = _PAGE_FOLDER.match(folder)
    return match[1] if match else None


def folders_of_pages(folders: Iterable[str], files: Iterable[str]) -> set[str]:
    """Of the names of folders those that belong to a page among the files beside them."""
    wanted = {folder: page for folder in folders if (page := page_of(folder)) is not None}
    if not wanted:
        return set()
    pages = {page_name(file) for file in files}
    return {folder for folder, page in wanted.items() if page in pages}


def page_name(file: str) -> str | None:
    """The name of a saved page without its suffix; None for any other file."""
    stem, dot, suffix = file.rpartition(".")
    return stem if dot and f".{suffix}".lower() in PAGES else None
