"""Samples in real form of every format that is read: one module a format, each function the bytes
of one file."""
