"""British and American spellings of a word have one form, and words that only look so have not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext.spellings import american, spelled
from index.fulltext.stems import family_prefix, stem

PAIRS = [
    tuple(pair.split())
    for pair in """
    colour color, colours colors, coloured colored, colouring coloring, colourful colorful,
    discoloured discolored, watercolour watercolor, multicoloured multicolored,
    favour favor, favourite favorite, favourites favorites, favourably favorably,
    unfavourable unfavorable, honour honor, honours honors, honoured honored,
    honourable honorable, dishonour dishonor, labour labor, labourer laborer, labourers laborers,
    belabour belabor, harbour harbor, harbours harbors, harboured harbored, humour humor,
    neighbour neighbor, neighbours neighbors, neighbouring neighboring,
    neighbourhood neighborhood, behaviour behavior, behavioural behavioral,
    misbehaviour misbehavior, endeavour endeavor, rumour rumor, rumoured rumored,
    tumour tumor, vapour vapor, odour odor, armour armor, armoured armored, armoury armory,
    parlour parlor, saviour savior, savoury savory, splendour splendor, fervour fervor,
    vigour vigor, rigour rigor, valour valor, candour candor, clamour clamor, rancour rancor,
    demeanour demeanor, misdemeanour misdemeanor, flavour flavor, glamour glamor,
    enamoured enamored, succour succor, ardour ardor,
    organise organize, organises organizes, organised organized, organising organizing,
    organiser organizer, organisers organizers, organisation organization,
    organisations organizations, organisational organizational, disorganised disorganized,
    reorganisation reorganization, realise realize, realised realized, recognise recognize,
    recognising recognizing, unrecognisable unrecognizable, criticise criticize,
    criticised criticized, emphasise emphasize, apologise apologize, apologised apologized,
    mobilise mobilize, mobilisation mobilization, stabilise stabilize, privatise privatize,
    privatisation privatization, nationalise nationalize, normalise normalize,
    legalise legalize, finalise finalize, penalise penalize, authorise authorize,
    unauthorised unauthorized, summarise summarize, terrorise terrorize, jeopardise jeopardize,
    subsidise subsidize, standardise standardize, minimise minimize, maximise maximize,
    optimise optimize, victimise victimize, scrutinise scrutinize, modernise modernize,
    colonise colonize, colonisation colonization, decolonisation decolonization,
    unionise unionize, ionise ionize, politicise politicize, publicise publicize,
    prioritise prioritize, sympathise sympathize, sympathiser sympathizer,
    vaporise vaporize, colourise colorize, civilisation civilization, civilised civilized,
    globalisation globalization, agonisingly agonizingly, collectivisation collectivization,
    aggrandisement aggrandizement, fertiliser fertilizer, radicalised radicalized,
    analyse analyze, analysed analyzed, analysing analyzing, analyser analyzer,
    paralyse paralyze, paralysed paralyzed, catalyse catalyze,
    centre center, centres centers, centred centered, centring centering, epicentre epicenter,
    centrepiece centerpiece, theatre theater, theatres theaters, theatregoers theatergoers,
    metre meter, metres meters, kilometre kilometer, kilometres kilometers,
    centimetre centimeter, litre liter, litres liters, millilitre milliliter, fibre fiber,
    fibreglass fiberglass, calibre caliber, sabre saber, spectre specter, sombre somber,
    meagre meager, lustre luster, lacklustre lackluster, sceptre scepter,
    manoeuvre maneuver, manoeuvres maneuvers, manoeuvred maneuvered, manoeuvring maneuvering,
    manoeuvrable maneuverable, outmanoeuvre outmaneuver,
    defence defense, defences defenses, defenceless defenseless, offence offense,
    offences offenses, pretence pretense, licence license, licences licenses,
    unlicenced unlicensed, practise practice, practised practiced, practising practicing,
    practises practices, programme program, programmes programs, cheque check, cheques checks,
    chequebook checkbook, chequered checkered, catalogue catalog, catalogues catalogs,
    dialogue dialog, analogue analog, grey gray, greying graying, greyish grayish,
    travelled traveled, travelling traveling, traveller traveler, travellers travelers,
    cancelled canceled, cancelling canceling, labelled labeled, modelled modeled,
    modelling modeling, remodelled remodeled, fuelled fueled, refuelling refueling,
    signalled signaled, levelled leveled, dialled dialed, marshalled marshaled,
    channelled channeled, quarrelled quarreled, unrivalled unrivaled, panellist panelist,
    medallist medalist, medallists medalists, counsellor counselor, counsellors counselors,
    councillor councilor, councillors councilors, jeweller jeweler, jewellery jewelry,
    marvellous marvelous, libellous libelous, duelling dueling, cruellest cruelest,
    tunnelling tunneling, totalled totaled, spiralling spiraling, bedevilled bedeviled,
    dishevelled disheveled, tranquillity tranquility, tranquilliser tranquilizer,
    enrol enroll, enrolment enrollment, fulfil fulfill, fulfils fulfills, fulfilment fulfillment,
    instil instill, distil distill, appal appall, skilful skillful, skilfully skillfully,
    wilful willful, instalment installment, instalments installments, enthral enthrall,
    ageing aging, judgement judgment, acknowledgement acknowledgment, likeable likable,
    sizeable sizable, axe ax, gaol jail, gaoled jailed, gaoler jailer, plough plow,
    ploughed plowed, ploughing plowing, snowplough snowplow, ploughshares plowshares,
    kerb curb, kerbside curbside, mould mold, mouldy moldy, moulded molded, moult molt,
    smoulder smolder, smouldering smoldering, sceptic skeptic, sceptical skeptical,
    scepticism skepticism, sulphur sulfur, sulphuric sulfuric, aluminium aluminum,
    aeroplane airplane, aeroplanes airplanes, moustache mustache, moustaches mustaches,
    pyjamas pajamas, yoghurt yogurt, whisky whiskey, tsar czar, tsarist czarist,
    artefact artifact, artefacts artifacts, cosy cozy, cosier cozier, doughnut donut,
    furore furor, omelette omelet, phoney phony, mollusc mollusk, cypher cipher, disc disk,
    enquiry inquiry, enquiries inquiries, enquired inquired, despatch dispatch,
    despatched dispatched, connexion connection, focussed focused, focussing focusing,
    benefitted benefited, worshipped worshiped, worshippers worshipers, kidnapped kidnaped,
    learnt learned, burnt burned, dreamt dreamed, spoilt spoiled, woollen woolen,
    anaemia anemia, anaemic anemic, leukaemia leukemia, haemorrhage hemorrhage,
    haemoglobin hemoglobin, haemophiliac hemophiliac, paediatric pediatric,
    paediatrician pediatrician, paedophile pedophile, paedophiles pedophiles,
    orthopaedic orthopedic, encyclopaedia encyclopedia, gynaecologist gynecologist,
    anaesthetic anesthetic, anaesthetist anesthetist, oestrogen estrogen, oesophagus esophagus,
    foetus fetus, foetal fetal, diarrhoea diarrhea, amoeba ameba, archaeology archeology,
    archaeologists archeologists, palaeontologist paleontologist, caesarean cesarean,
    mediaeval medieval, aesthetic esthetic, homoeopathy homeopathy, coeliac celiac,
    oedema edema, faeces feces, kilogramme kilogram
    """.split(",")
]

ALIKE = """
four hour hours tour tours pour poured sour flour your our contour contours detour velour
troubadour pompadour balfour seymour gilmour paramour louvre acre acres massacre ogre lucre
mediocre macabre timbre cadre genre euchre advise advised advisers adviser advising advisable
exercise exercised exercising promise promised promising promises precise precisely imprecise
compromise compromised immunocompromised comprise comprised enterprise enterprises surprise
surprising surprisingly revise
revised devise despise disguise demise premise premises merchandise paradise franchise
disenfranchised advertise advertised advertising advertisement advertiser expertise otherwise
likewise clockwise rise rises rising arise uprising sunrise wise wiser raise raised raising
fundraising praise noise noises poised bruise cruise cruiser televised supervise supervised
improvise improvisation excise exorcise circumcised concise incisive chastise treatise prise
prised prize seized size maize miser kaiser tortoise turquoise liaise crises metropolises harrises
francises tyre tyres tire tired storey story stories draught draft tonne ton ensure insure
incense license sense tense fence hence pence science influence sentence compelled excelled
propeller expelled controlled patrolled rebelled miller killer seller dollar collar cellar caller
valley metal metallic cancellation chancellor crystal installed finally totally equally
shoestring phoenix subpoena aerial aegis caesar haiti michael israel rafael gaelic
center-piece u.n 9000 café колокол
"""


@pytest.mark.parametrize(("british", "us"), PAIRS)
def test_two_spellings_of_a_word_have_one_form(british: str, us: str) -> None:
    assert american(british) == american(us)
    assert {british, us} >= {american(us)}


@pytest.mark.parametrize("word", ALIKE.split())
def test_a_word_that_only_looks_british_is_left_alone(word: str) -> None:
    assert american(word) == word


def below(term: str) -> tuple[str, ...]:
    """What the words that may be spellings or inflections of a term begin with."""
    return (family_prefix(american(term)), *spelled(term))


FAMILIES: dict[str, set[str]] = {}
for _pair in PAIRS:
    for _word in _pair:
        FAMILIES.setdefault(stem(american(_word)), set()).add(_word)


@pytest.mark.parametrize("family", FAMILIES.values(), ids=lambda family: min(family))
def test_each_word_of_a_family_is_found_in_the_lexicon_from_each_other(family: set[str]) -> None:
    for typed in family:
        for other in family:
            assert other.startswith(below(typed)), (typed, other, below(typed))


@pytest.mark.parametrize(
    ("one", "other"), [("tyre", "tired"), ("prise", "prize"), ("storey", "story"), ("four", "for")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(american(one)) != stem(american(other))


def test_inflections_stay_with_their_word() -> None:
    for family in ("colour colours colouring", "axe axes axed", "age aged ageing"):
        assert len({stem(american(word)) for word in family.split()}) == 1


PIECES = st.lists(
    st.sampled_from(
        [word[:at] for pair in PAIRS for word in pair for at in (3, 5, len(word))]
        + "our re is ise isation yse aemi ll led ing un re dis s ed".split()
    ),
    min_size=1,
    max_size=4,
)


@given(st.one_of(PIECES.map("".join), st.text(max_size=12)))
def test_the_form_of_a_form_is_that_form(term: str) -> None:
    form = american(term)
    assert american(form) == form
    assert all(start for start in spelled(term))
