"""The schema of the archive, as the list of steps that lead to it.

A step, once released, is never changed; a new one is added behind it. `PRAGMA user_version`
is the number of steps an archive has taken. Paths are stored as the bytes the file system
gave; all other text is canonical. Offsets are code points, end exclusive.
"""

from __future__ import annotations

APPLICATION = 0x444C4E45
"""What `PRAGMA application_id` says in an archive: "DLNE"."""

_FIRST = (
    """CREATE TABLE meta(
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID""",
    # Texts are kept by their hash for good: a clipping points at the one it was taken from,
    # also when its article has got a newer version since.
    """CREATE TABLE texts(
        sha256 TEXT PRIMARY KEY,
        rules INTEGER NOT NULL,
        text TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE articles(
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        item INTEGER NOT NULL,
        file_sha256 TEXT NOT NULL,
        text_sha256 TEXT NOT NULL REFERENCES texts(sha256),
        version_of TEXT,
        superseded INTEGER NOT NULL DEFAULT 0,
        date TEXT,
        words INTEGER NOT NULL,
        form TEXT NOT NULL,
        added_at TEXT NOT NULL,
        read_with TEXT,
        read_trouble TEXT
    )""",
    "CREATE INDEX articles_by_date ON articles(superseded, date)",
    "CREATE INDEX articles_to_read ON articles(superseded, read_with)",
    """CREATE TABLE files(
        path BLOB PRIMARY KEY,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        sha256 TEXT,
        trouble TEXT,
        seen_at TEXT NOT NULL,
        -- The hash of what stood here before its present, new content: see files.outdated.
        former TEXT
    ) WITHOUT ROWID""",
    "CREATE INDEX files_by_hash ON files(sha256)",
    "CREATE INDEX files_changed ON files(former) WHERE former IS NOT NULL",
    """CREATE TABLE actors(
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        name TEXT NOT NULL,
        UNIQUE (kind, key)
    )""",
    """CREATE TABLE names(
        actor INTEGER NOT NULL REFERENCES actors(id),
        folded TEXT NOT NULL,
        PRIMARY KEY (actor, folded)
    ) WITHOUT ROWID""",
    """CREATE TABLE appearances(
        article INTEGER NOT NULL REFERENCES articles(number) ON DELETE CASCADE,
        actor INTEGER NOT NULL REFERENCES actors(id),
        name TEXT NOT NULL,
        aliases TEXT NOT NULL,
        mentions TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (article, actor)
    ) WITHOUT ROWID""",
    "CREATE INDEX appearances_by_actor ON appearances(actor)",
    """CREATE TABLE quotes(
        article INTEGER NOT NULL REFERENCES articles(number) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        kind TEXT NOT NULL,
        verbatim TEXT NOT NULL,
        speaker TEXT,
        speaker_id INTEGER REFERENCES actors(id),
        mention TEXT,
        mention_start INTEGER,
        mention_end INTEGER,
        cue TEXT,
        cue_start INTEGER,
        cue_end INTEGER,
        confidence REAL NOT NULL,
        PRIMARY KEY (article, start, "end")
    ) WITHOUT ROWID""",
    "CREATE INDEX quotes_by_speaker ON quotes(speaker_id)",
    # What the full-text index still has to be told, in order.
    """CREATE TABLE outbox(
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        what TEXT NOT NULL CHECK (what IN ('article', 'quotes', 'removed')),
        article TEXT NOT NULL
    )""",
    """CREATE TABLE journal(
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        data TEXT NOT NULL
    )""",
    """CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
       BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
)

# Removing articles, searches kept, files that vanished; and an index for each question that is
# asked often and would otherwise be answered by looking at every row.
_SECOND = (
    # What a person removed, and so is not taken in again. `origin` is the article that was
    # removed: `article` is that one, or a version of it that came later. Of one that was purged
    # no text is left; `record` is then what its clippings are cited by, NULL without clippings.
    """CREATE TABLE removed(
        article TEXT PRIMARY KEY,
        origin TEXT NOT NULL,
        file_sha256 TEXT NOT NULL,
        item INTEGER NOT NULL,
        at TEXT NOT NULL,
        purged INTEGER NOT NULL DEFAULT 0,
        record TEXT
    ) WITHOUT ROWID""",
    "CREATE INDEX removed_by_origin ON removed(origin)",
    "CREATE INDEX removed_by_file ON removed(file_sha256, item)",
    # When a file was first not found where it had been; NULL while it is there.
    "ALTER TABLE files ADD COLUMN vanished TEXT",
    "CREATE INDEX files_vanished ON files(path) WHERE vanished IS NOT NULL",
    "CREATE INDEX files_troubled ON files(path) WHERE trouble IS NOT NULL",
    # Files by their own names, the last part of the path, whatever bytes it is made of.
    """CREATE INDEX files_by_name ON files(substr(path, length(CAST(rtrim(CAST(path AS TEXT),
           replace(CAST(path AS TEXT), '/', '')) AS BLOB)) + 1))""",
    # Of a dump that is not in as a whole: how many of its rows are. NULL once all are.
    "ALTER TABLE files ADD COLUMN taken INTEGER",
    # The names for columns by which a dump was understood.
    "ALTER TABLE files ADD COLUMN understood TEXT",
    # Whether what came of the articles of `former` has been found out.
    "ALTER TABLE files ADD COLUMN settled INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX files_unsettled ON files(former) WHERE former IS NOT NULL AND settled = 0",
    # The rows of dumps that could not be read.
    """CREATE TABLE bad_rows(
        path BLOB NOT NULL REFERENCES files(path) ON DELETE CASCADE,
        item INTEGER NOT NULL,
        trouble TEXT NOT NULL,
        PRIMARY KEY (path, item)
    ) WITHOUT ROWID""",
    # By what a dump itself calls the row that an article was made of.
    "ALTER TABLE articles ADD COLUMN row_id TEXT",
    # What was searched for, each once; the order is that of `seq`, whatever the clock says.
    """CREATE TABLE history(
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        query TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL
    )""",
    # Up to which article a person has seen what a saved search finds.
    """CREATE TABLE searches_opened(
        name TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        upto INTEGER NOT NULL
    ) WITHOUT ROWID""",
    # A table with row numbers: where rows are as large as texts, SQLite looks one up and adds one
    # four times as fast as in a tree that holds them in its nodes.
    """CREATE TABLE numbered_texts(
        sha256 TEXT PRIMARY KEY NOT NULL,
        rules INTEGER NOT NULL,
        text TEXT NOT NULL
    )""",
    "INSERT INTO numbered_texts SELECT sha256, rules, text FROM texts",
    "DROP TABLE texts",
    "ALTER TABLE numbered_texts RENAME TO texts",
    # The orders in which articles are listed and read, of the current ones only.
    "DROP INDEX articles_by_date",
    "DROP INDEX articles_to_read",
    """CREATE INDEX articles_in_order ON articles(date IS NULL, date DESC, number, id)
       WHERE superseded = 0""",
    """CREATE INDEX articles_in_reading_order ON articles(
           read_with IS NOT NULL, read_trouble IS NOT NULL, date IS NULL, date DESC, number,
           id, read_with
       ) WHERE superseded = 0""",
    "CREATE INDEX articles_by_reader ON articles(read_with) WHERE superseded = 0",
    "CREATE INDEX articles_by_file ON articles(file_sha256, superseded, item, id)",
    "CREATE INDEX articles_by_text ON articles(text_sha256)",
    """CREATE INDEX articles_by_version ON articles(version_of, number)
       WHERE version_of IS NOT NULL""",
)

# A ledger counts all quotes by their speakers, or by their articles, without reading them.
_THIRD = (
    "DROP INDEX quotes_by_speaker",
    "CREATE INDEX quotes_by_speaker ON quotes(speaker_id, kind)",
    "CREATE INDEX quotes_by_article ON quotes(article, kind, speaker_id)",
)

# A person's corrections of what was read. They stand in the journal; these tables follow it.
_FOURTH = (
    # As which actor an actor is shown: NULL for one that is none. `name` is the name that a
    # person gave it, NULL where the archive's own is good.
    """CREATE TABLE corrected_actors(
        actor INTEGER PRIMARY KEY REFERENCES actors(id),
        shown INTEGER REFERENCES actors(id),
        name TEXT
    )""",
    "CREATE INDEX corrected_actors_shown ON corrected_actors(shown)",
    # The articles whose quotes and appearances are no longer the machine's, and what those were.
    """CREATE TABLE overruled(
        article INTEGER PRIMARY KEY REFERENCES articles(number) ON DELETE CASCADE
    )""",
    """CREATE TABLE machine_appearances(
        article INTEGER NOT NULL REFERENCES overruled(article) ON DELETE CASCADE,
        actor INTEGER NOT NULL REFERENCES actors(id),
        name TEXT NOT NULL,
        aliases TEXT NOT NULL,
        mentions TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (article, actor)
    ) WITHOUT ROWID""",
    "CREATE INDEX machine_appearances_by_actor ON machine_appearances(actor)",
    """CREATE TABLE machine_quotes(
        article INTEGER NOT NULL REFERENCES overruled(article) ON DELETE CASCADE,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        kind TEXT NOT NULL,
        verbatim TEXT NOT NULL,
        speaker TEXT,
        speaker_id INTEGER REFERENCES actors(id),
        mention TEXT,
        mention_start INTEGER,
        mention_end INTEGER,
        cue TEXT,
        cue_start INTEGER,
        cue_end INTEGER,
        confidence REAL NOT NULL,
        PRIMARY KEY (article, start, "end")
    ) WITHOUT ROWID""",
    "CREATE INDEX machine_quotes_by_speaker ON machine_quotes(speaker_id)",
)

_FIFTH = (
    # Where in its file an article stands that is not all of it: a page in a zip, a letter's part.
    "ALTER TABLE articles ADD COLUMN part TEXT",
    # The news form as the machine read it, where a person corrected `form`; NULL where it is that.
    "ALTER TABLE articles ADD COLUMN machine_form TEXT",
)

_SIXTH = (
    # The texts that an article had before its file was read anew: what was kept of it is from one
    # of them, perhaps.
    """CREATE TABLE former_texts(
        article TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        PRIMARY KEY (article, text_sha256)
    ) WITHOUT ROWID""",
    "CREATE INDEX former_texts_by_text ON former_texts(text_sha256)",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH, _SIXTH)

STAND_INS: tuple[tuple[str, ...], ...] = (
    (),
    (
        """CREATE TEMP TABLE removed(
            article TEXT, origin TEXT, file_sha256 TEXT, item INTEGER, at TEXT, purged INTEGER,
            record TEXT
        )""",
        """CREATE TEMP VIEW files AS SELECT *, NULL AS vanished, NULL AS taken, NULL AS understood,
            0 AS settled FROM main.files""",
        "CREATE TEMP TABLE bad_rows(path BLOB, item INTEGER, trouble TEXT)",
        "CREATE TEMP TABLE history(seq INTEGER PRIMARY KEY, query TEXT, at TEXT)",
        "CREATE TEMP TABLE searches_opened(name TEXT, at TEXT, upto INTEGER)",
    ),
    (),
    (
        "CREATE TEMP TABLE corrected_actors(actor INTEGER, shown INTEGER, name TEXT)",
        "CREATE TEMP TABLE overruled(article INTEGER)",
        "CREATE TEMP TABLE machine_appearances(article INTEGER, actor INTEGER, mentions TEXT)",
        """CREATE TEMP TABLE machine_quotes(
            article INTEGER, start INTEGER, "end" INTEGER, speaker_id INTEGER
        )""",
    ),
    (
        """CREATE TEMP VIEW articles AS
            SELECT *, NULL AS part, NULL AS machine_form FROM main.articles""",
    ),
    (),
)
"""For each step what stands in for it, in memory, where an archive cannot be written to."""
