"""Takes files in: readers, then news form, then the store, then the full-text index, then quotes.

One process at a time does this for an archive (`lock`). It is either `dateline add`, in the
foreground, or the worker that a reader starts (`worker`, run as a process of its own by
`background`); both do the work of `work`.
"""
