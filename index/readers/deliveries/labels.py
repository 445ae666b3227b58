"""The labels that LexisNexis prints, in the languages of its screens, and what each means."""

from __future__ import annotations

from index.readers.deliveries.pieces import LONGEST, Facts, is_dated, label_in

_HEAD = {
    "headline": "headline titre überschrift titel titular titolo",
    "byline": "byline auteur autor autore",
    "section": "section rubrique rubrik rubriek sección seccion sezione sectie",
    "length": "length longueur länge lengte longitud lunghezza",
    "dateline": "dateline",
    "highlight": "highlight encart insert",
    "body": "body corps",
    "series": "series",
}
_TAIL = {
    "graphic": "graphic grafik graphique",
    "correction": "correction",
    "language": "language langue sprache taal idioma lingua",
    "url": "url",
    "load-date": "load-date date-chargement update fecha-carga",
    "type": "publication-type type-publication document-type journal-code journal-type "
    "zeitungs-code",
    "other": "subject sujet company societe organization organisation person ticker industry "
    "activity-sector geographic geo-localization localisation-geo country state city name acc-no "
    "distribution correction-date publication category type stock-symbol secteur-activite notes "
    "classification load-time copyright",
}

HEAD = {label: meaning for meaning, labels in _HEAD.items() for label in labels.split()}
"""What stands above the text of an article."""
TAIL = {label: meaning for meaning, labels in _TAIL.items() for label in labels.split()}
"""What stands below it."""
SURE = frozenset(("load-date", "type"))
"""What no article says of itself."""

_FACTS = {
    "headline": "title",
    "byline": "byline",
    "section": "section",
    "dateline": "place",
    "language": "language",
    "url": "url",
}


def label_of(words: str) -> tuple[str, str] | None:
    """What the label means that the paragraph begins with, and what follows it; None without one.

    "UPDATE:" is one only before a day.
    """
    label = label_in(words, HEAD) or label_in(words, TAIL)
    return None if label is None or (label[0] == "load-date" and not is_dated(label[1])) else label


def put_down(facts: Facts, meaning: str, value: str, *, more: bool = False) -> None:
    """Put down what a label says; `more` of it goes on what it has said already.

    Of two labels that mean the same the first holds, but a headline's own holds before any.
    """
    name = _FACTS.get(meaning)
    if name is None or not value:
        return
    before = getattr(facts, name)
    if more and len(before) >= LONGEST:
        return
    if more:
        setattr(facts, name, f"{before} {value}".strip())
    elif name == "title" or not before:
        setattr(facts, name, value)
