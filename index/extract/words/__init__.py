"""Tables of words: cues, titles, given names, states, bodies known everywhere. No rules."""
