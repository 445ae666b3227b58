"""Organisations: which names are one body's, and what the world's bodies are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from index.article import ActorKind
from index.extract.actors.cast import Role
from index.extract.words.knownbodies import INTERNATIONAL, body_key, known_as, undotted
from index.extract.words.states import DEMONYMS, STATES

# What a company's name ends in and leaves out when it is named again.
_FORMS = frozenset(
    """Inc Corp Corporation Co Company Ltd Limited LLC LLP PLC Plc plc AG SA NV SE AB ASA Oyj SpA
    GmbH KK Bhd Group Holdings Holding Enterprises Industries International Technologies
    Laboratories Foundation Institute University Bancorp Airlines Airways Motors Stores""".split()
)


LEGAL_FORMS = frozenset("Inc Corp Corporation Co Ltd Limited LLC LLP PLC plc AG SA NV".split())
"""What a company's full name ends in, without its dot."""


def organisations(view: str, kinds: Mapping[str, ActorKind]) -> list[Role]:
    """The organisations among the names, each once, with all it is called."""
    names = sorted(
        (name for name, kind in kinds.items() if kind == "organisation"),
        key=lambda name: (-len(name), name),
    )
    roles: dict[str, Role] = {}
    for name in names:
        key = body_key(name)
        role = roles.get(key)
        if role is None:
            role = (
                _longer(name, roles)
                or _shortened(name, roles.values())
                or _acronym(view, name, roles)
            )
        if role is None:
            known = known_as(name)
            role = roles[key] = Role(
                known if known is not None and known != undotted(name) else name, "organisation"
            )
        elif "'s " in name and "'s " not in role.name and role.name not in INTERNATIONAL.values():
            role.name = name  # "China's Foreign Ministry" rather than "Chinese Foreign Ministry"
        role.names.add(name)
    for role in roles.values():
        for name in list(role.names):
            base = name.rpartition(" ")[0]
            if (
                name.rpartition(" ")[2].strip(".") in LEGAL_FORMS
                and " " in base
                and base not in kinds
            ):
                role.names.add(base)
    return list(roles.values())


def _longer(name: str, roles: Mapping[str, Role]) -> Role | None:
    """The one organisation whose name ends with this one ("Security Council")."""
    american = [r for r in roles.values() if f"US {name}" in map(undotted, r.names)]
    if " " not in name and american:
        return american[0]  # "Sprint" of "US Sprint"
    if (" " not in name and name != "Navy") or undotted(name) in INTERNATIONAL:
        return None
    key = body_key(name)
    fits = [role for other, role in roles.items() if other.endswith(" " + key)]
    return fits[0] if len(fits) == 1 else None


def _shortened(name: str, roles: Iterable[Role]) -> Role | None:
    """The one company whose name begins with this one: "Accor" of "Accor S.A."."""
    words = undotted(name).split()
    if known_as(name) is not None or name in DEMONYMS or name in STATES:
        return None
    fits = []
    for role in roles:
        for long in role.names:
            whole = undotted(long).replace(",", "").split()
            formed = whole[-1].strip(".") in _FORMS or whole[-2:] == ["Police", "Department"]
            if formed and len(words) < len(whole) and whole[: len(words)] == words:
                fits.append(role)
                break
    return fits[0] if len(fits) == 1 else None


def _acronym(view: str, name: str, roles: Mapping[str, Role]) -> Role | None:
    """The one organisation of which this is the acronym, in brackets or by its initials."""
    plain = undotted(name)
    if not plain.isupper() or not 2 <= len(plain) <= 7 or plain in INTERNATIONAL:
        return None
    fits = []
    for role in roles.values():
        for long in role.names:
            words = [word for word in re.findall(r"[A-Za-z]+", long) if word not in ("the", "The")]
            capitals = "".join(word[0] for word in words if word[0].isupper())
            every = "".join(word[0].upper() for word in words)
            bracketed = f"{long} ({name})" in view
            if len(words) > 1 and (bracketed or plain in (capitals, every)):
                fits.append(role)
                break
    return fits[0] if len(fits) == 1 else None
