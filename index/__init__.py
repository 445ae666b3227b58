"""Everything of Dateline that has no screen. `index.archive` is the one door for `tui`."""
