"""Speakers: whom the words that name a speaker mean."""
