"""News forms as the store holds them: one line of JSON, without what is unknown."""

from __future__ import annotations

import json
from functools import lru_cache

from index.article import FACTS, Basis, Fact, Furniture, Mark, NewsForm

_FORMS = 512
"""News forms that are remembered: while one types, the same articles are found again."""


def form_to_json(form: NewsForm) -> str:
    """A `NewsForm` as it is stored. Unknown facts are left out."""
    facts = {
        name: [fact.value, fact.basis, fact.reason]
        for name in FACTS
        if (fact := getattr(form, name)).basis != "unknown"
    }
    record: dict[str, object] = {
        "facts": facts,
        "headline": form.headline,
        "furniture": [[piece.start, piece.end, piece.what] for piece in form.furniture],
        "subheads": form.subheads,
    }
    if form.set_off:
        record["set_off"] = [[mark.start, mark.end, mark.what] for mark in form.set_off]
    if form.pages:
        record["pages"] = form.pages
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=_FORMS)
def form_from_json(stored: str) -> NewsForm:
    record = json.loads(stored)
    facts: dict[str, Fact[object]] = {}
    for name, (value, basis, reason) in record["facts"].items():
        known: Basis = basis
        facts[name] = Fact(tuple(value) if isinstance(value, list) else value, known, reason)
    headline = record["headline"]
    return NewsForm(
        headline=(headline[0], headline[1]) if headline else None,
        furniture=tuple(Furniture(*piece) for piece in record["furniture"]),
        subheads=tuple((start, end) for start, end in record["subheads"]),
        set_off=tuple(Mark(*mark) for mark in record.get("set_off", ())),
        pages=tuple((at, page) for at, page in record.get("pages", ())),
        **facts,  # type: ignore[arg-type]
    )
