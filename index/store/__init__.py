"""The truth: one SQLite file with articles, what was read in them, and the journal.

Whoosh's indexes are made from it and can be thrown away; this file cannot. `database` opens it
and keeps its schema; every other module here reads and writes one kind of thing and takes a
connection, so that a caller decides what stands in one transaction.
"""
