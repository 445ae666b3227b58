"""Articles by id and by name, with all that is known of each."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from index.article import DatelineError, NothingFound, Reading, Span
from index.extract import by_language
from index.newsform.layout import layout
from index.store import articles, files, lineage, removals, shown
from index.store.database import Database
from index.store.forms import form_from_json
from index.text import fold

_REMEMBERED = 32
"""How many articles' layouts are held; a person goes back and forth between a few."""


class Articles:
    """Reads the articles of one archive, whose quotes this model reads. Safe to use from several
    threads."""

    def __init__(self, database: Database, model: str) -> None:
        self._database = database
        self._model = model
        self._layout = lru_cache(_REMEMBERED)(layout)

    def count(self) -> int:
        return articles.count(self._database.connection())

    def span_of_dates(self) -> tuple[str, str] | None:
        """The first and last ISO day of the dated articles, None without any."""
        return articles.span_of_dates(self._database.connection())

    def get(self, article: str) -> Reading:
        """One article with text, layout, quotes and actors. Raises `DatelineError`."""
        connection = self._database.connection()
        known = articles.get(connection, [article]).get(article)
        text = articles.text_of(connection, article)
        if known is None or text is None:
            if removals.is_purged(connection, article):
                raise DatelineError(
                    f"The article {article} was removed from this archive for good."
                )
            raise DatelineError(f"There is no article {article} in this archive.")
        return Reading(
            known,
            text,
            self._layout(text, known.form),
            shown.quotes_of(connection, article),
            shown.actors_of(connection, article),
            by_language(known.form.language.value, self._model),
        )

    def resolve(self, name: str) -> str:
        """The id of the one article so named: an id, or how a file name or a headline begins.

        Raises `NothingFound` when none is, `DatelineError` when several are; it names some.
        """
        connection = self._database.connection()
        exact = articles.get(connection, [name.lower()])
        if exact:
            return next(iter(exact))
        found = list(
            dict.fromkeys(
                [
                    *articles.beginning_with(connection, name),
                    *files.with_name(connection, name),
                    *self._with_headline(name),
                ]
            )
        )
        if not name or not found:
            raise NothingFound(
                f"No article's id, file name or headline begins with “{name}”. "
                "`dateline search` finds articles by their words."
            )
        if len(found) > 1:
            known = articles.get(connection, found[:4])
            listed = "; ".join(f"{key} {known[key].title}" for key in found[:4] if key in known)
            raise DatelineError(f"“{name}” begins several articles: {listed}. Say more of it.")
        return found[0]

    def source(self, article: str) -> Path | None:
        """The file an article came from, as it stands on disk now; None if it is gone."""
        known = articles.get(self._database.connection(), [article]).get(article)
        for path in known.files if known else ():
            if files.is_there(Path(path)):
                return Path(path)
        return None

    def newer(self, article: str) -> str | None:
        """The id of the newest version that came after this article; None if it is current."""
        return lineage.newer_version(self._database.connection(), article)

    def sentences(self, text: str, start: int, end: int) -> list[Span]:
        """The sentences between two offsets."""
        from index.text.sentence_breaks import sentences

        return sentences(text, start, end)

    def _with_headline(self, beginning: str) -> list[str]:
        connection = self._database.connection()
        folded = fold(beginning).casefold()
        rows = connection.execute(
            "SELECT id, form FROM articles WHERE superseded = 0 ORDER BY number"
        )
        found = []
        for article, form in rows:
            title = form_from_json(form).title.value
            if title and fold(title).casefold().startswith(folded):
                found.append(article)
                if len(found) >= 10:
                    break
        return found
