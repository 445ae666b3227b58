"""Cue verbs: the words by which news attributes speech, with all their forms.

A table of forms does the work of a lemmatizer at no cost. Each verb says which complements
carry what was said, and whether it is speech or an act ("urges", "promises", "believes").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CueKind = Literal["say", "speech", "act"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb.

    `kind` is "say" for verbs that only speech has, whoever their subject is; "speech" for
    those that attribute speech when their subject can speak; "act" for what is attributed but
    is not words. `clause`: a that-clause or a quotation may be its complement. `infinitive`:
    "promised to". `thing`: a noun phrase ("denounced the plan"). `prepositions`: those that
    bring what was said ("called for", "accused of").
    """

    lemma: str
    kind: CueKind
    clause: bool = True
    infinitive: bool = False
    thing: bool = False
    prepositions: frozenset[str] = frozenset()


_SAY = "say add tell tweet retweet quip retort opine exclaim"

# Speech with a clause or a quotation.
_SPEECH = """
acknowledge admit advise affirm agree allege announce answer argue assert assure attest aver
banter bark beam bellow bemoan blurt boast brag caution chant chide chime chuckle claim
clarify comment complain concede conclude confess confide confirm contend continue cry
counsel counter crow deadpan declare decree demur deny disclose divulge elaborate emphasize
emphasise estimate explain expound fume gripe groan grumble growl grin gush hint holler
imply inform indicate insinuate insist instruct interject interrupt intone joke laugh lament
lecture maintain marvel mention moan mumble murmur muse mutter note notify observe offer pen
plead point post posit predict preach proclaim profess promise pronounce protest put quote
rant read reason reassure recall recount reflect reiterate rejoin relate relay remark
remember remind repeat reply report respond reveal roar scoff scold scream shout shriek
signal sneer snap snarl speculate state stress stipulate submit suggest summarize sum
surmise swear sigh sniff taunt tease testify theorize think thunder urge utter venture volunteer
vow vent wail warn whisper wisecrack wonder write yell berate bluster commiserate concur
drawl enthuse expostulate exult fret go grouse harrumph hiss howl interpose intimate jest
persist plead ponder proffer query quibble reckon rejoice remonstrate reprimand retaliate
rhapsodize spit splutter sputter stammer stutter trumpet whimper whine begin fire hit react shoot
"""

# Speech about a thing: the noun phrase is what was said.
_THING = """
announce attack blast castigate challenge cite criticize criticise decry defend denounce
describe deplore deride detail discuss dispute dismiss disclose elaborate explain highlight
lambast lament mention mock note outline praise propose rebuke rebut recount reiterate
reject report reveal slam stress suggest tout condemn call deny emphasize emphasise question
ridicule acknowledge confirm admit argue predict claim lambaste hail applaud bemoan concede
underscore address reference
"""

# Attributed, but not words.
_ACT = """
accuse aim allow appeal approve ask assume back beg believe blame bless bid call choose
commend consider contemplate credit decide demand desire determine disagree doubt encourage
endorse envision expect fear favor favour feel foresee hope imagine intend invite know
oppose order plan pledge prefer press pressure promise propose push recommend refuse regard
reject request resolve seek suspect support sympathize threaten tip toy understand
urge view vow want warn welcome wish worry believe agree anticipate decline fault implore
vote charge direct thank congratulate apologize judge deem interpret argue offer reaffirm
back label brand term dub characterize characterise portray depict assail exhort
"""

_INFINITIVE = frozenset(
    """agree aim ask beg choose claim decide decline demand direct encourage expect hope implore
    instruct intend invite offer order plan pledge prefer press pressure profess promise propose
    push refuse remind request resolve seek swear tell threaten urge vote vow want warn wish
    advise vow volunteer recommend""".split()
)

_ONLY_THING = frozenset(
    """attack blast castigate challenge cite criticize criticise decry defend denounce describe
    deplore deride detail discuss dismiss highlight lambast lambaste mock outline praise rebuke
    rebut slam tout condemn ridicule hail applaud address reference endorse back oppose support
    commend favor favour thank congratulate bless fault""".split()
)

_PREPOSITIONS: dict[str, str] = {
    "accuse": "of",
    "blame": "for on",
    "call": "for on",
    "appeal": "for to",
    "ask": "for about",
    "press": "for",
    "push": "for",
    "beg": "for",
    "point": "to",
    "refer": "to",
    "allude": "to",
    "speak": "of about",
    "talk": "about of",
    "complain": "about of",
    "warn": "of about against",
    "comment": "on about",
    "respond": "to",
    "object": "to",
    "hint": "at",
    "boast": "about of",
    "brag": "about",
    "charge": "with",
    "joke": "about",
    "worry": "about",
    "rail": "against",
    "lash": "at",
    "elaborate": "on",
    "express": "",
    "voice": "",
    "agree": "with",
    "disagree": "with",
    "vote": "for against",
    "wonder": "about",
    "apologize": "for",
    "insist": "on",
    "lament": "",
    "testify": "about",
}

_IRREGULAR: dict[str, tuple[str, ...]] = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "read": ("reads", "read", "reading"),
    "put": ("puts", "put", "putting"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "think": ("thinks", "thought", "thinking"),
    "know": ("knows", "knew", "known", "knowing"),
    "feel": ("feels", "felt", "feeling"),
    "seek": ("seeks", "sought", "seeking"),
    "understand": ("understands", "understood", "understanding"),
    "foresee": ("foresees", "foresaw", "foreseen", "foreseeing"),
    "choose": ("chooses", "chose", "chosen", "choosing"),
    "beg": ("begs", "begged", "begging"),
    "bid": ("bids", "bid", "bidding"),
    "see": ("sees", "saw", "seen", "seeing"),
    "find": ("finds", "found", "finding"),
    "hold": ("holds", "held", "holding"),
    "go": ("goes", "went", "gone", "going"),
    "begin": ("begins", "began"),  # "beginning in May" is none of a speaker's
    "hit": ("hits", "hit", "hitting"),
    "shoot": ("shoots", "shot", "shooting"),
    "spit": ("spits", "spat", "spitting"),
    "show": ("shows", "showed", "shown", "showing"),
    "mean": ("means", "meant", "meaning"),
    "forget": ("forgets", "forgot", "forgotten", "forgetting"),
    "bet": ("bets", "bet", "betting"),
    "leave": ("leaves", "left", "leaving"),
    "lay": ("lays", "laid", "laying"),
    "come": ("comes", "came", "coming"),
    "spell": ("spells", "spelled", "spelt", "spelling"),
}

# The last consonant is doubled before -ed and -ing.
_DOUBLING = frozenset(
    """admit submit quip refer prefer demur concur infer regret plan wag rebut chat brag beg snap
    sum grin pen plug jab rap slam tip chip gab vet shun extol rip spar shrug plot dub""".split()
)


def forms(lemma: str) -> tuple[str, ...]:
    """Every form of a verb, the lemma first."""
    if lemma in _IRREGULAR:
        return (lemma, *_IRREGULAR[lemma])
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    stem = lemma + lemma[-1] if lemma in _DOUBLING else lemma
    return (lemma, third, stem + "ed", stem + "ing")


def _table() -> dict[str, Cue]:
    say, speech = _SAY.split(), _SPEECH.split()
    thing, act = frozenset(_THING.split()), _ACT.split()
    kinds: dict[str, CueKind] = {}
    kinds.update(dict.fromkeys(act, "act"))
    kinds.update(dict.fromkeys(_PREPOSITIONS, "act"))
    kinds.update(dict.fromkeys(thing, "speech"))
    kinds.update(dict.fromkeys(speech, "speech"))
    kinds.update(dict.fromkeys(say, "say"))
    # Said or not, these are acts first: what they bring is not what was said.
    for lemma in ("urge", "promise", "vow", "call", "ask", "swear", "agree", "offer", "plead"):
        kinds[lemma] = "act"
    for lemma in ("point", "refer", "allude", "comment", "hint", "boast", "brag", "elaborate"):
        kinds[lemma] = "speech"
    table: dict[str, Cue] = {}
    for lemma, kind in kinds.items():
        cue = Cue(
            lemma,
            kind,
            clause=lemma not in _ONLY_THING,
            infinitive=lemma in _INFINITIVE,
            thing=lemma in thing or lemma in _ONLY_THING or lemma in act,
            prepositions=frozenset(_PREPOSITIONS.get(lemma, "").split()),
        )
        for form in forms(lemma):
            table.setdefault(form, cue)
    return table


CUES: dict[str, Cue] = _table()

"""Every form of every cue verb, in lower case."""

PARTICLES: dict[str, str] = {
    form: particle
    for lemma, particle in {"go": "on", "fire": "back", "hit": "back", "shoot": "back"}.items()
    for form in forms(lemma)
}

"""Every form of the verbs that are cues only with their particle: "he went on", "shot back"."""

BESIDE_MARKS = frozenset("begin fire hit react shoot spit".split())

"""Verbs that bring words between marks and no clauses: "“Well,” she began"."""

ADDRESSED = frozenset(
    """tell assure remind warn inform notify reassure advise ask urge instruct caution promise
    beg implore press encourage invite order accuse push pressure direct thank""".split()
)

"""Verbs whose object is the one spoken to (or of), not what was said."""

SPEECH_NOUNS = frozenset(
    """statement statements claim claims assertion argument remark remarks comment comments
    announcement warning declaration suggestion contention allegation allegations insistence
    testimony acknowledgment admission prediction complaint view belief""".split()
)

"""Nouns whose that-clause is what their possessor said: "Clinton's claim that …"."""

NAMING = frozenset(
    """call describe label brand term dub deem denounce characterize characterise portray
    depict""".split()
)
"""Verbs that give a thing a name: words between marks after them are their subject's."""

WORDED = frozenset("describe criticize criticise decry denounce highlight".split())
"""Verbs whose object is put in words, so that it is speech without a clause too."""

TOLD = WORDED | frozenset("announce comment declare explain mention suggest".split())
"""Verbs of which whatever they attribute is speech when their subject can speak."""

LOOSE = frozenset(
    """suggest indicate signal reveal confirm imply hint read reflect put emphasize emphasise
    highlight underscore challenge offer promise threaten demand call back support question post
    point report repeat continue maintain mention note describe detail outline explain state
    recall recount address reference discuss dispute defend reject deny deride stress relate
    relay reinforce present quote submit sum summarize cite attack mock ask answer counter allow
    direct signal plead press show see feel mean argue decree stipulate roar sigh snap
    growl go retaliate spit trumpet begin fire hit react shoot""".split()
)

"""Verbs that things can be the subject of too: they are cues with a subject that can speak."""
