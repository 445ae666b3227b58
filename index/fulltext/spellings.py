"""British and American spellings of one word, by rule and by list.

`american` gives the one form to which both lead, and `spelled` where in a sorted lexicon the
other spellings stand. Rules are kept to endings and roots that are certain:

- `-our` and `-re` are changed in listed roots only: "four", "hour", "contour" and the "Louvre"
  are no American words in disguise;
- `-ise` is changed wherever a consonant stands before it, but for the words that end so on both
  sides of the ocean ("advise", "exercise", "promise", "precise", "enterprise");
- pairs of which one half is commonly another word are left apart: tyre/tire ("tired"; Tyre is
  also a city), storey/story, draught/draft, tonne/ton, prise/prize, ensure/insure.

Terms are as the index has them: lower case, without accents. The canonical form is the American
one, but where that would part a word from its own inflections ("axe", "axed").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from index.fulltext.stems import family_prefix, stem

_OUR: Final = """
ard arm behavi cand clam col demean enam endeav fav ferv flav glam harb hon hum lab neighb od parl
ranc rig rum savi sav splend succ tum val vap vig
"""
_RE: Final = """
calib cent fib lit lust maneuv manoeuv meag met sab saltpet scept sepulch somb spect theat
"""
# Where the American spelling differs in the middle: British root, American root.
_ROOTS: Final = """
defenc defens, offenc offens, pretenc pretens, licenc licens, sceptic skeptic, plough plow,
mould mold, smoulder smolder, sulph sulf, moustach mustach, enquir inquir,
despatch dispatch, artefact artifact, pyjama pajama, manoeuv maneuv, aesthet esthet,
aetiolog etiolog, amoeb ameb, anaesth anesth, archaeolog archeolog, caesarea cesarea,
caesaria cesaria, coeliac celiac, diarrhoea diarrhea, encyclopaed encycloped, faeca feca,
faece fece, foeta feta, foetu fetu, gynaecolog gynecolog, haemat hemat, haemo hemo,
homoeopath homeopath, mediaeval medieval, oedema edema, oesoph esoph, oestrogen estrogen,
orthopaed orthoped, paediatr pediatr, paedophil pedophil, palaeo paleo, primaeval primeval,
aeroplane airplane, aluminium aluminum, chequebook checkbook, chequered checkered,
jewellery jewelry, councillor councilor, tranquillit tranquilit, tranquillis tranquiliz,
tranquilliz tranquiliz, carburett carburet, acknowledgement acknowledgment,
judgement judgment, abridgement abridgment, enrolment enrollment, fulfilment fulfillment,
instalment installment, enthralment enthrallment, skilful skillful, wilful willful,
woollen woolen, liquorice licorice, mollusc mollusk, connexion connection,
inflexion inflection, draughtsm draftsm
"""
# Whole words with those of their inflections that differ too.
_WORDS: Final = """
ageing aging, ax axe, cheque check, cheques checks, kerb curb,
kerbs curbs, kerbside curbside, grey gray, greys grays, greyed grayed, greying graying,
greyer grayer, greyest grayest, greyish grayish, programme program, programmes programs,
gramme gram, grammes grams, kilogramme kilogram, kilogrammes kilograms,
catalogue catalog, catalogues catalogs, catalogued cataloged, cataloguing cataloging,
dialogue dialog, dialogues dialogs, analogue analog, analogues analogs, disc disk, discs disks,
cosy cozy, cosier cozier, cosiest coziest, cosily cozily, cosiness coziness, aeon eon, aeons eons,
cypher cipher, cyphers ciphers, doughnut donut, doughnuts donuts, furore furor, furores furors,
gipsy gypsy, gipsies gypsies, omelette omelet, omelettes omelets, phoney phony,
phoneys phonies, whisky whiskey, whiskies whiskeys, yoghurt yogurt, yoghurts yogurts,
yoghourt yogurt, learnt learned, burnt burned,
spilt spilled, spoilt spoiled, dreamt dreamed, leapt leaped, kidnaped kidnapped,
kidnaping kidnapping, kidnaper kidnapper, kidnapers kidnappers, worshipped worshiped,
worshipping worshiping, worshipper worshiper, worshippers worshipers, focussed focused,
focusses focuses, focussing focusing, benefitted benefited, benefitting benefiting,
combatted combated, combatting combating, biassed biased, enrol enroll, enrols enrolls,
fulfil fulfill, fulfils fulfills, instil instill, instils instills, distil distill,
distils distills, appal appall, appals appalls, enthral enthrall, enthrals enthralls,
likeable likable, unlikeable unlikable, sizeable sizable, saleable salable, rateable ratable,
liveable livable, loveable lovable, moveable movable, useable usable, unmistakeable unmistakable,
behove behoove, behoves behooves, moult molt, moults molts, moulted molted, moulting molting,
gaol jail, gaols jails, gaoled jailed, gaoling jailing, gaoler jailer, gaolers jailers,
gaolbreak jailbreak, tsar czar, tsars czars, tsarist czarist, tsarism czarism, tsarina czarina,
csar czar, dishevelled disheveled
"""
# Verbs and adjectives whose last letter is doubled in British and not in American copy.
_DOUBLED: Final = """
apparel barrel bevel cancel carol channel chisel counsel cruel cudgel devil dial drivel duel enamel
equal fuel funnel gravel grovel impanel imperil initial jewel label laurel level libel marshal
marvel medal model panel parcel pedal pencil peril pummel quarrel ravel revel rival shovel shrivel
signal snivel snorkel spiral squirrel stencil swivel symbol tinsel total towel travel trial trowel
tunnel weasel yodel
"""
# What has -is- everywhere: words in -ise, then plurals of words and names in -is. Those with a
# vowel, p, pr, w or a bare v before it need no entry.
_ALWAYS_IS: Final = """
advert cer chast chem circumc comprom conc dem den disenfranch enfranch exc exerc exorc expert
franch highr inc merchand moonr mort parad prec prem prom sunr surm treat val
acropol cannab chrysal denn franc harr mant metropol morr necropol pen portcull tenn trell
"""

_BEFORE: Final = "un|re|dis|mis|out|over|pre|non|under|back|multi|be"


def _pairs(table: str) -> dict[str, str]:
    words = table.replace(",", " ").split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _any(words: str) -> str:
    return "|".join(sorted(words.split(), key=len, reverse=True))


_WHOLE: Final = _pairs(_WORDS)
_ROOT: Final = _pairs(_ROOTS)

_OUR_RULE: Final = re.compile(f"({_any(_OUR)})our")
_RE_RULE: Final = re.compile(f"({_any(_RE)})(?:re(?=s?$|ly$|[a-z]{{4}})|r(?=ed$|ing$|able$))")
_ROOT_RULE: Final = re.compile("|".join(sorted(_ROOT, key=len, reverse=True)))
_AEMIA_RULE: Final = re.compile("aemi(?=as?$|cs?$)")
_DOUBLED_RULE: Final = re.compile(
    f"^((?:{_BEFORE})?(?:{_any(_DOUBLED)}))l(?=(?:ed|ing|ings|ingly|er|ers|or|ors|ous|ously|ist|"
    "ists|able|est)$)"
)
_ISE_RULE: Final = re.compile(
    f"^(?!(?:{_BEFORE}|im|immuno)?(?:{_any(_ALWAYS_IS)})is)([a-z]{{2,}}(?:[bcdfghjklmnrstxz]|iv)(?<!pr))is"
    "(?=(?:e|ed|es|er|ers|ing|ings|ingly|able|ably|ation|ations|ational|ationally|ement|ements)$)"
)
_LYSE_RULE: Final = re.compile("(?<=.l)ys(?=(?:e|ed|es|er|ers|ing)$)")
_PRACTISE_RULE: Final = re.compile("practis(?=(?:e|ed|es|er|ers|ing)$)")


@lru_cache(maxsize=100_000)
def american(term: str) -> str:
    """The canonical American form of a term as the index has it; itself when it has none.

    Two spellings of one word have equal forms, and the form of a form is that form.
    """
    if not (term.isascii() and term.isalpha()):
        return term
    if term in _WHOLE:
        return _WHOLE[term]
    form = _ROOT_RULE.sub(lambda match: _ROOT[match.group()], term)
    # Most terms have none of these letters: looking for them first is many times quicker.
    if "our" in form:
        form = _OUR_RULE.sub(r"\1or", form)
    form = _RE_RULE.sub(lambda match: match.group(1) + "er", form)
    if "aemi" in form:
        form = _AEMIA_RULE.sub("emi", form)
    if "ll" in form:
        form = _DOUBLED_RULE.sub(r"\1", form)
    if "is" in form:
        form = _ISE_RULE.sub(r"\1iz", _PRACTISE_RULE.sub("practic", form))
    if "lys" in form:
        form = _LYSE_RULE.sub("yz", form)
    return form


@lru_cache(maxsize=10_000)
def spelled(term: str) -> tuple[str, ...]:
    """What the other spellings of a word and of its inflections begin with.

    Every term whose `american` form has the same stem as this one's begins with one of them or
    with `family_prefix(american(term))`. A lexicon is scanned below each of them, and what is
    found there compared by that stem.
    """
    form = american(term)
    if not (form.isascii() and form.isalpha()):
        return ()
    found = set(_listed().get(stem(form), ()))
    for match in _AMERICAN_ROOT.finditer(form):
        found.update(form[: match.start()] + root for root in _BRITISH[match.group()])
    if single := _SINGLE_RULE.match(form):
        found.add(single.group() + "l")
    found.update(form[: match.start(1) + 1] + "s" for match in _Z_RULE.finditer(form))
    here = family_prefix(form)
    return tuple(
        start
        for start in sorted(found)
        if not start.startswith(here)
        and not any(start != wider and start.startswith(wider) for wider in found)
    )


def _backwards() -> dict[str, tuple[str, ...]]:
    """American root → what the British words begin with."""
    pairs = [(us, british) for british, us in _ROOT.items()]
    pairs += [(f"{root}or", f"{root}our") for root in _OUR.split()]
    pairs += [(f"{root}er", f"{root}r") for root in _RE.split() if root != "maneuv"]
    pairs += [("emia", "aemi"), ("emic", "aemi")]
    found: dict[str, tuple[str, ...]] = {}
    for us, british in pairs:
        found[us] = (*found.get(us, ()), british)
    return found


_BRITISH: Final = _backwards()
_AMERICAN_ROOT: Final = re.compile("|".join(sorted(_BRITISH, key=len, reverse=True)))
_SINGLE_RULE: Final = re.compile(f"(?:{_BEFORE})?(?:{_any(_DOUBLED)})")
_Z_RULE: Final = re.compile("(?<=[a-z]{3})([iy])z(?=[aei])")


@cache
def _listed() -> dict[str, tuple[str, ...]]:
    """Stem of an American word → its British spellings in the list."""
    found: dict[str, tuple[str, ...]] = {}
    for british, us in _WHOLE.items():
        found[stem(us)] = (*found.get(stem(us), ()), british)
    return found
