"""Quotes: which words and statements a text attributes, and by which words it names whose."""
