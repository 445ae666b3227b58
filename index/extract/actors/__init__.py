"""Actors: every person, organisation, state and place of a text once, and where it is named."""
