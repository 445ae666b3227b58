"""Cues of acts: verbs, nouns and adjectives that attribute what is not words.

Whoever urges, hopes, fears, plans, praises or opposes something has it attributed to them. Each
cue says which complements carry what is attributed; all else about it is grammar, which
`index.extract.quotes.acts` knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from index.extract.words.cues import forms

Frame = Literal["clause", "question", "object-does", "to", "gerund", "thing", "asked", "named"]

# "knows that it rained", "hopes it will"; things can be the subject: "the polls show that".
_CLAUSE = """
agree anticipate believe calculate conclude convince decide decree demand demonstrate
determine discover doubt dream envision expect fear feel find foresee guess hope illustrate
imagine imply indicate insist know learn notice order pledge point+out predict prefer presume
pretend promise propose realise realize reckon recognise recognize recommend regret remember
resent reveal rule sense show signal speculate suggest suspect swear think threaten trust
understand vow want wish worry
"""

# "asked whether it rained", "know what to do".
_QUESTION = """
ask consider contemplate debate decide define describe determine discuss explain forget guess know
learn outline ponder query question remember reveal show understand wonder doubt
"""

# "wants the council to act", "found the council divided".
_OBJECT_DOES = "want expect find show consider imagine envision like wish think need prefer"

# "refused to go".
_TO = """
agree aim ask claim decide decline demand desire expect hope intend like long love offer opt
plan pledge plot prefer profess promise propose purport push refuse resolve seek strive swear
threaten volunteer vote vow want wish yearn
"""

# "suggested cutting the tax".
_GERUND = """
acknowledge advocate consider contemplate deny describe endorse enjoy favor favour include
mention mull oppose propose recall recommend regret report rule+out suggest support
"""

# "urged the council to act".
_ASKED = """
advise ask authorize beg call+upon caution challenge command dare encourage exhort hire implore
invite lobby order press request trust urge warn
"""

# "praised the council", also "… for its patience".
_THING = """
accuse acknowledge admire admit advocate affirm allege announce applaud articulate assail assert
attack authorize back bash belittle berate blame blast boo brand brush+off call+out castigate
caricature champion characterize cherish chide cite claim commend compare concede condemn
congratulate contemplate contradict contrast crave credit critique criticise criticize declare
decline decry deem defend demand demean denigrate denounce deny deplore deride describe despise
detail disavow discuss disdain disparage dismiss disregard doubt downplay echo embrace emphasise
emphasize endorse envision eschew espouse evade exaggerate exclude expose extol favor favour fault
fear flout foresee foreshadow hail hammer hate herald highlight honor hype illustrate insult
invoke justify knock lambast lambaste lament laud lay+out leave+out liken list loathe love mandate
mention mock mourn mull name note oppose oust outline overstate perceive pillory play+down play+up
ponder portray praise predict prefer preview proclaim profess promote promulgate prosecute query
question quote rank rap ratify rebuke rebut recall recite recognise recognize recommend recount
reference reiterate reject relish remember renounce repeat report reprimand repudiate resent
resist respect restate restrict retract retweet revere revile ridicule rip satirize savage scold
scorn second+guess shun single+out slam smear spell+out spotlight spurn state stress sum+up
summarize support talk+up taunt telegraph thank threaten tick+off tolerate tout trash trivialize
trumpet trust underscore underplay urge utter veto vow want welcome witness
"""

# "sees the vote as a test".
_AS = """
accept attack bill cast characterize cite count criticize defend denounce depict describe
disavow dismiss display frame hail herald identify knock list mark mock name paint pick pitch
portray position posture praise present promote quote rank reference regard savage see slam
sum+up tout treat trash view
"""

# "called the vote a sham".
_NAMED = "appoint brand call consider declare deem dub label name pronounce rate rename term"

# The preposition that brings what is attributed: "railed against the tax".
_PREPOSITIONS: Mapping[str, str] = {
    "accuse": "of",
    "acquiesce": "to",
    "admit": "to",
    "advocate": "for",
    "agree": "with on to",
    "allude": "to",
    "apologize": "for",
    "appeal": "for",
    "approve": "of",
    "argue": "for against over about",
    "ask": "for about",
    "aspire": "to",
    "balk": "at",
    "boast": "about of",
    "brag": "about",
    "bristle": "at",
    "call": "for on upon",
    "campaign": "for against",
    "care": "about",
    "caution": "against",
    "cheer": "for",
    "come+out": "for against",
    "comment": "on about",
    "complain": "about of",
    "concur": "with",
    "debate": "over",
    "deliberate": "over",
    "disagree": "with on over about",
    "disapprove": "of",
    "double+down": "on",
    "dream": "of about",
    "dwell": "on",
    "elaborate": "on",
    "empathize": "with",
    "expound": "on",
    "feel": "for about",
    "focus": "on",
    "gloss": "over",
    "gripe": "about",
    "grumble": "about",
    "gush": "about",
    "hark": "to",
    "harp": "on",
    "hint": "at",
    "hope": "for",
    "identify": "with",
    "insist": "on",
    "joke": "about",
    "lash+out": "at",
    "learn": "of about",
    "line+up": "behind",
    "lobby": "for against",
    "marvel": "at",
    "muse": "about",
    "object": "to",
    "opine": "on against about",
    "petition": "for",
    "plead": "for",
    "point": "to",
    "press": "for",
    "push": "for against",
    "push+back": "against on",
    "rail": "against at",
    "rally": "behind",
    "rave": "about",
    "reckon": "with",
    "refer": "to",
    "reflect": "on",
    "remark": "on upon",
    "reply": "to",
    "respond": "to",
    "root": "for",
    "rule": "against for",
    "scoff": "at",
    "side": "with",
    "sneer": "at",
    "sound+off": "on",
    "spar": "over",
    "speak": "about of",
    "speak+out": "about against",
    "speculate": "about on",
    "subscribe": "to",
    "sympathize": "with",
    "talk": "about of",
    "testify": "about on",
    "think": "about of",
    "touch": "on",
    "vent": "about",
    "vote": "for against",
    "vouch": "for",
    "warn": "about of against",
    "weigh+in": "on",
    "wonder": "about",
    "worry": "about",
    "write": "about",
    "yearn": "for",
    "zero+in": "on",
}

# "is expected to win": what is expected is told in two parts, around the cue.
_EXPECTED = "ask expect intend invite mean require say think believe presume rumor"

# "was announced", "is known as": what is told of without the one who does so.
_TOLD_OF = """
accuse announce approve attribute boo charge confirm consider criticize declare deem expect know
lambast mention name recognise recognize remember request revere see view
"""

# What a passive verb is told to be: "is seen as", "is known for".
_TOLD_AS: Mapping[str, str] = {
    "accuse": "of",
    "ask": "about",
    "assure": "of",
    "bill": "as",
    "criticize": "as",
    "depict": "as",
    "describe": "as",
    "identify": "as",
    "interpret": "as",
    "know": "as for",
    "mention": "as",
    "portray": "as",
    "regard": "as",
    "remember": "as",
    "see": "as",
    "treat": "as",
    "view": "as",
}

# "Her belief that it rained", "concern that it might".
_NOUN_THAT = """
admission agreement alarm allegation amusement anger apprehension argument assertion assumption
assurance belief case charge claim complaint concern confidence contention conviction debate
demand disclosure doubt fear feeling hint hope idea insistence message narrative notion prediction
promise recognition remark revelation rumor skepticism speculation statement suggestion suspicion
threat view vow warning worry
"""

# "his desire to go".
_NOUN_TO = """
commitment desire eagerness hope inclination intention pledge promise reluctance resolve
unwillingness vow
"""

_NOUN_PREPOSITIONS: Mapping[str, str] = {
    "about": """anger anxiety assertion attitude comment concern conversation detail discomfort
        doubt enthusiasm fear grievance indignation joke misgiving nervousness question remark
        report rumor skepticism speculation story talk testimony worry apprehension unease
        optimism word""",
    "of": """accusation admiration announcement booster condemnation critic criticism critique
        declaration defender defense denunciation disapproval disclosure discussion distrust
        embrace expectation favor forecast hope mention opinion portrayal prediction preview
        projection proponent rejection supporter talk understanding""",
    "for": """admiration advocate affection apology call contempt demand dislike disdain distaste
        enthusiasm fondness hope passion praise preference respect sympathy tolerance zeal""",
    "on": "attack consensus criticism insistence opinion report ruling statement thought",
    "to": "aversion opposition reference",
    "against": "accusation allegation argument attack broadside insult stance swipe",
    "over": "anger concern disagreement outrage",
    "at": "anger dig dismay frustration fury",
    "in": "confidence faith interest",
    "with": "disagreement discomfort displeasure frustration",
}

_ADJECTIVE_THAT = """
adamant afraid aghast aware certain clear concerned confident convinced disappointed doubtful
fearful frustrated glad hopeful optimistic pleased proud shocked skeptical sure surprised unaware
uncertain upset worried
"""

_ADJECTIVE_TO = "determined eager excited happy hesitant keen reluctant unwilling willing"

_ADJECTIVE_PREPOSITIONS: Mapping[str, str] = {
    "of": """afraid appreciative aware conscious critical dismissive distrustful enamored fearful
        fond leery mindful mistrustful sick skeptical supportive suspicious unaware wary""",
    "about": """adamant angry anxious clear concerned enthusiastic excited furious happy hopeful
        irritated leery lukewarm nervous open optimistic passionate pessimistic skeptical
        undecided uneasy unhappy upbeat upset vague vocal worried""",
    "with": "comfortable concerned frustrated impressed pleased uncomfortable unhappy",
    "in": "confident interested outspoken",
    "to": "devoted hostile sympathetic opposed",
    "at": "angry dismayed furious",
}


def _by_lemma() -> dict[str, frozenset[str]]:
    frames: dict[str, set[str]] = defaultdict(set)
    lists: list[tuple[str, str]] = [
        ("clause", _CLAUSE),
        ("question", _QUESTION),
        ("object-does", _OBJECT_DOES),
        ("to", _TO),
        ("gerund", _GERUND),
        ("asked", _ASKED),
        ("thing", _THING),
        ("as", _AS),
        ("named", _NAMED),
        ("expected", _EXPECTED),
        ("told-of", _TOLD_OF),
    ]
    for frame, lemmas in lists:
        for lemma in lemmas.split():
            frames[lemma].add(frame)
    for lemma, words in _PREPOSITIONS.items():
        frames[lemma].update(f"prep:{word}" for word in words.split())
    for lemma, words in _TOLD_AS.items():
        frames[lemma].update(f"told:{word}" for word in words.split())
    return {lemma: frozenset(found) for lemma, found in frames.items()}


def _verbs() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for lemma, frames in _by_lemma().items():
        verb, plus, particle = lemma.partition("+")
        for form in forms(verb):
            table[form + plus + particle] = table.get(form + plus + particle, frozenset()) | frames
    return table


def _singular_and_plural(noun: str) -> tuple[str, str]:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def _nouns() -> dict[str, frozenset[str]]:
    frames: dict[str, set[str]] = defaultdict(set)
    for noun in _NOUN_THAT.split():
        frames[noun].add("that")
    for noun in _NOUN_TO.split():
        frames[noun].add("to")
    for word, nouns in _NOUN_PREPOSITIONS.items():
        for noun in nouns.split():
            frames[noun].add(f"prep:{word}")
    return {
        form: frozenset(found)
        for noun, found in frames.items()
        for form in _singular_and_plural(noun)
    }


def _adjectives() -> dict[str, frozenset[str]]:
    frames: dict[str, set[str]] = defaultdict(set)
    for word in _ADJECTIVE_THAT.split():
        frames[word].add("that")
    for word in _ADJECTIVE_TO.split():
        frames[word].add("to")
    for preposition, words in _ADJECTIVE_PREPOSITIONS.items():
        for word in words.split():
            frames[word].add(f"prep:{preposition}")
    return {word: frozenset(found) for word, found in frames.items()}


ACT_VERBS: Mapping[str, frozenset[str]] = _verbs()
"""Every form of every verb ("lays+out" with its particle) and the frames of its complements."""

ACT_NOUNS: Mapping[str, frozenset[str]] = _nouns()
ACT_ADJECTIVES: Mapping[str, frozenset[str]] = _adjectives()

ACT_WORDS = frozenset({*ACT_VERBS, *ACT_NOUNS, *ACT_ADJECTIVES})
"""All words that can be the cue of an act; a paragraph with none of them holds no act."""
