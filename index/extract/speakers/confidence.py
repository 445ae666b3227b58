"""How sure a reading is of a quote and its speaker, as a share: of ten quotes at 0.9, nine are
right, words and speaker both.

The shares are set by hand, to the nearest twentieth, from what was counted in political news
annotated by people: how often a quote found in this way was one, by this speaker.
"""

from __future__ import annotations

from index.extract.quotes.drafts import Draft
from index.extract.words.cues import CUES

_FEW = 3
"""Words of so few are often no speech, or a part of it only."""

# Words between marks, by how they were attributed.
_DIRECT = {"beside": 0.95, "clause": 0.9, "inherited": 0.9, "named": 0.65, "none": 0.3}
# The narrator's own words, by the kind of the cue.
_MIXED = {"say": 0.9, "speech": 0.85, "act": 0.6}
_INDIRECT = {"say": 0.85, "speech": 0.7, "act": 0.6}
_ACT = 0.6
_LABELLED = 0.95  # "MR. CARNEY:" before the words
_NO_SPEAKER = 0.2

# Whom the words for the speaker mean: pronouns and offices may mean another.
_MEANT = {"name": 1.0, "noun": 0.95, "role": 0.85, "pronoun": 0.9}
_NO_PERSON = 0.5
"""A subject that is no person, body or document: "the figures suggested that"."""


def confidence(draft: Draft, words: int, by: str) -> float:
    """The share of quotes like this one that are right, from 0 to 1.

    `words` is how many words the quote has, `by` what tells its speaker: "name", "noun",
    "role", "pronoun", or "nobody" for a speaker that is not known.
    """
    if by == "nobody" or draft.mention is None:
        return _NO_SPEAKER
    cue = CUES.get((draft.cue or "").lower())
    kind = cue.kind if cue is not None else "say"
    if draft.kind == "act":
        share = _ACT
    elif draft.kind == "direct":
        share = _DIRECT[draft.how]
    elif draft.how == "beside":
        share = 0.5  # a part of a sentence with a cue near it
    else:
        share = (_MIXED if draft.kind == "mixed" else _INDIRECT)[kind]
    if draft.mention.form == "label":
        return _LABELLED
    share *= _MEANT[by]
    if words <= _FEW:
        share *= 0.8
    if not draft.mention.speaks and kind == "speech":
        share *= _NO_PERSON
    return round(share, 3)
