"""The language model: what it makes of a paragraph, each paragraph once."""
