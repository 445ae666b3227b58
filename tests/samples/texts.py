"""Articles in plain text, as newsrooms, wires and databases hand them on."""

from __future__ import annotations


def filed() -> bytes:
    """A headline, a byline, a dateline with its agency, on Windows."""
    return (
        "Council keeps the baths open\r\n\r\nBy Jane Roe\r\n\r\n"
        "NORTHFIELD, Jan. 16, 2024 (AP) — The council of Northfield voted on Tuesday to keep the "
        "swimming baths open through the winter.\r\n\r\n"
        "“We were told that it could not be paid for,” said Inés Marín, who leads the council."
        "\r\n"
    ).encode("cp1252")


def labelled() -> bytes:
    """A database's printout, each fact on a line of its own, in UTF-16."""
    return (
        "Headline: Ferry line to close in June\nByline: Tom Achebe\nSource: The Valley Herald\n"
        "Date: March 4, 2019\n\nThe last boat to Askaig leaves on the thirtieth of June, the "
        "owner of the line said on Monday.\n\nTwelve people lose their work.\n"
    ).encode("utf-16")


def german() -> bytes:
    """Copy in German, in latin-1."""
    return (
        "Stadtrat hält die Bäder offen\n\n"
        "Der Stadtrat hat am Dienstag beschlossen, die Schwimmbäder den Winter über nicht zu "
        "schließen. Drei Stunden lang verließ niemand den Saal, und auch danach wurde noch auf "
        "der Straße gestritten.\n\n"
        "„Man hat uns gesagt, das sei nicht zu bezahlen“, sagte die Bürgermeisterin. „Es ist "
        "es, und es wird bezahlt werden.“\n"
    ).encode("cp1252")
