"""The commands of `dateline`, one module a group.

Each module has a `register`, which tells the parser its commands; what they do is imported when
they run, so that `dateline --help` and the start of the reader stay quick.
"""
