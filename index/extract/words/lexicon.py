"""Nouns by what they are: who can speak, what is a document, what makes an organisation's name."""

from __future__ import annotations

import re

PERSON_NOUNS = frozenset(
    """accountant activist actor actress adviser advisor agent aide ally ambassador analyst anchor
    architect archbishop artist assistant associate astronaut athlete attorney aunt author
    ayatollah backer banker baron bishop blogger boss boy broker brother builder businessman
    businesswoman candidate captain cardinal champion chancellor chairman chairwoman chair
    chairperson chef chief citizen cleric clerk coach colleague colonel columnist comedian
    commander commentator commissioner congressman congresswoman conservative consultant
    contender contractor coordinator correspondent councilman councilwoman councillor counsel
    counselor counterpart critic daughter dealer delegate democrat deputy detective diplomat
    director dissident doctor donor driver economist editor emperor employee employer engineer
    entrepreneur envoy executive expert farmer father fellow fighter foe founder friend
    general girl governor grandfather grandmother guard guest guy hawk head historian host
    husband imam immigrant insider inspector investigator investor jihadist journalist judge
    juror justice kid king lawmaker lawyer lead leader lecturer liberal librarian lieutenant
    lobbyist maker man manager marine mayor mediator member merchant migrant militant minister
    moderator moderate monk mother musician negotiator neighbor neighbour neuroscientist
    nominee novelist nurse observer officer official operative opponent organizer owner
    painter parent participant partner pastor patient patriarch person philosopher
    photographer physician physicist pilot player poet policeman policewoman politician
    pollster pope premier president priest prince princess principal prisoner producer
    professor programmer progressive prosecutor protester protestor psychiatrist psychologist
    publisher pundit queen rabbi reader rebel refugee regulator relative reporter
    representative republican researcher resident reviewer rival salesman scholar scientist
    secretary senator sergeant sheikh sheriff singer sister skeptic soldier son source speaker
    spokesman spokesperson spokeswoman staffer star strategist student superintendent
    supporter surgeon survivor suspect teacher technician teenager tourist trader trainer
    treasurer trustee uncle veteran victim villager viewer visitor voter warden whistleblower
    wife winner witness woman worker writer youth academic american insurgent separatist
    defector detainee legislator campaigner challenger defender detractor advocate
    speechwriter biographer surrogate caller follower operator planner counterterrorism
    hostage gunman attacker shooter bystander loyalist centrist evangelical christian muslim
    jew pro-lifer socialist independent fan user customer client accuser applicant
    archaeologist astronomer barrister bassist batsman biologist bowler boxer boyfriend bride
    catcher chairlady co-founder co-author co-host composer conductor cornerback cousin
    crooner cyclist designer drummer ex-husband ex-wife filmmaker fiance fiancee firefighter
    frontman girlfriend goalkeeper goalie golfer grandson granddaughter groom guitarist
    gymnast heiress hitmaker inmate intern jockey keyboardist landlord lieutenant-governor
    linebacker lineman magistrate magnate midfielder missionary mogul nephew niece nun
    organiser outfielder paramedic photojournalist physiotherapist pitcher playwright promoter
    quarterback racer rapper ranger receiver recruit referee restaurateur runner sailor
    sculptor shortstop showrunner skater skier skipper socialite sophomore songwriter sprinter
    stepfather stepmother stepson stepdaughter striker surveyor swimmer teammate tenor soprano
    tycoon umpire valet violinist wrestler widow widower winger goaltender wideout""".split()
)

"""Nouns for people by what they do; the plural is made with -s, -men and -women."""

GROUP_NOUNS = frozenset(
    """administration agency alliance army assembly association authority authorities board body
    bureau cabinet camp campaign caucus channel chamber church club coalition college commission
    committee community company conference congress consulate convention corporation council
    country court crowd delegation department embassy establishment family faction federation
    firm force forces foundation government group house industry institute institution
    institution intelligence jury kremlin leadership league legislature management media
    military militia ministry mission monitors movement network newspaper office opposition
    organization organisation outlet panel parliament party people pentagon police politburo
    presidency press public publication regime regulators republic school secretariat senate
    side sides staff state states station store team television think-tank tribunal union
    university vatican wing women men others some many most those critics everyone someone
    anyone nobody others one both majority minority couple electorate nation nations bank daily
    magazine paper website site blog wire service pac newsroom operation radio watchdog lobby
    labor troops bloc tank monitors observatory organizers fund percent pair duo public trio
    folks guys folk kids teens parents youths politicians elites insiders lot bunch""".split()
)

"""Nouns for bodies that speak as one, and for people in the plural or at large."""

DOCUMENT_NOUNS = frozenset(
    """account ad advertisement affidavit agenda agreement amendment analysis article assessment
    audit banner bill biography book brief briefing bulletin caption charter chapter column
    commentary commercial communique communiqué complaint constitution contract copy declaration
    decree description dispatch document draft editorial email e-mail emails e-mails essay
    excerpt fact-check filing files findings footnote form guide guidelines handbook headline
    indictment invitation issue journal law lawsuit leaflet letter letters line manifesto manual
    memo memoir memoirs memorandum message messages minutes motion narrator note notes notice
    notification opinion order page passage petition piece pitch plan platform post posting
    poster press-release proclamation profile proposal protocol release report reports
    resolution review ruling script section sign slogan speech statement statements statute
    story stories study studies summary survey table text texts transcript transcripts treaty
    tweet tweets verdict version video warrant website rule policy act treaty poll polls
    newspaper magazine data figures estimates statistics research""".split()
)

"""Nouns for what is written or published and says something."""

# What a person-like noun ends in when it stands in no list; the exceptions end so by chance.
_PERSON_ENDING = re.compile(
    r"(?:men|man|women|woman|people|persons?|(?:ist|ian|crat|eer|ologist|holder|maker|goer|leader|"
    r"worker|keeper|writer|fighter|leaver|dweller|watcher|owner|seeker|backer)s?)$"
)
_NO_PERSON = frozenset({"checklist", "list", "lists", "twist", "mist", "fist", "career", "careers"})

ROLE_NOUNS = frozenset(
    """spokesman spokeswoman spokesperson minister president chairman chairwoman secretary
    ambassador governor mayor senator lawyer attorney adviser advisor director professor
    official leader general king queen prince princess premier chancellor judge commissioner
    envoy analyst chief congressman congresswoman candidate nominee businessman billionaire
    author economist manager strategist pollster lawmaker justice representative coach editor
    founder executive host commander prosecutor detective officer doctor pastor bishop pope
    priest actor actress singer writer reporter correspondent activist expert aide""".split()
)

"""Roles that "the …" or "his …" may stand for a person already named with them."""

FEMININE_NOUNS = frozenset(
    """spokeswoman chairwoman congresswoman businesswoman councilwoman policewoman actress queen
    princess mother sister wife daughter girl woman lady grandmother aunt widow niece
    first-lady duchess baroness empress girlfriend fiancee stepmother stepdaughter granddaughter
    ex-wife heiress nun bride hostess waitress nanny mum mom""".split()
)
MASCULINE_NOUNS = frozenset(
    """spokesman chairman congressman businessman councilman policeman king prince father brother
    husband son boy man grandfather uncle widower duke baron emperor pope priest cardinal
    ayatollah imam sheikh nephew boyfriend fiance stepfather stepson grandson ex-husband groom
    monk dad gunman batsman lord sultan emir""".split()
)

ORGANISATION_HEADS = frozenset(
    """Academy Administration Agency Airlines Airways Alliance Army Assembly Associates Association
    Authority Bank Board Brigade Broadcasting Brothers Bundestag Bureau Cabinet Campaign Caucus
    Center Centre Chamber Channel Church Club Co Coalition College Commission Committee
    Communications Community Companies Company Confederation Conference Congress Consortium Corp
    Corporation Council Court Daily Department Dynamics Embassy Energy Enterprises Exchange
    Federation Fed Forces Forum Foundation Friends Front Fund Gazette Government Group Guard
    Herald Holdings Hospital House Inc Industries Initiative Institute Institution Intelligence
    International Journal Knesset Laboratory League Legislature Ltd LLC LLP Magazine Media
    Militia Ministry Mission Monitor Motors Movement Museum Network Networks News Observatory
    Office Officials Opera Operations Organisation Organization PAC Parliament Partners
    Partnership Party Patrol Pictures Police Post Press Project Prize Radio Records Reserve
    Review School Senate Service Services Society Star State Studios Summit Symphony Systems
    Tabloid Taskforce Team Technologies Telegraph Television Theatre Times Tribunal Tribune
    Trust TV Union University Weekly Bancorp Bancshares Securities Savings Financial
    Pharmaceuticals Petroleum Oil Steel Electric Insurance Electronics Semiconductor Software Labs
    Telecom Airline Railway Railroad Brands Resorts Entertainment Products Resources Minerals
    Mining Chemicals Chemical Realty Properties Investments Ventures Stores Foods
    Chronicle Inquirer Examiner Courier Sentinel Command""".split()
)

"""Last words of organisations' names; the first word where "of" or "for" follows."""

PLACE_HEADS = frozenset(
    """Airport Avenue Basin Bay Beach Boulevard Bridge Canal Canyon Castle Cemetery City Coast
    County Creek Desert District Drive Falls Forest Gulf Gulch Harbor Harbour Heights Highway
    Hill Hills Island Islands Isle Isles Lake Lane Mountain Mountains Ocean Palace Park
    Peninsula Plaza Port Prefecture Province Region River Road Sea Square Station Strait Straits
    Street Territory Tower Valley Village peninsula province region Library Hotel Stadium Arena
    Cathedral Mosque Temple Monument Memorial Gardens Hall Ranch Prison Jail Restaurant Cafe Mall
    Theater""".split()
)
SURNAMES_TOO = frozenset("Hall Hill Hills Park Lane Lake Bay Forest Star Church Post".split())

"""Those of the last words of bodies' and places' names that are surnames as well."""

PLACE_WORDS = frozenset(
    """region area province district city town village neighborhood neighbourhood suburb county
    border airport peninsula island coast valley capital""".split()
)

"""Common nouns that follow the name of a place ("the Houla region")."""

COMPANY_NOUNS = frozenset(
    """company giant monopoly major firm automaker carmaker retailer bank broadcaster network
    newspaper magazine website channel agency maker producer manufacturer conglomerate airline
    operator group startup start-up lender insurer television magazine daily tabloid exporter
    miner builder utility chipmaker drugmaker""".split()
)

"""Common nouns that stand beside a company's or an outlet's name ("oil major Rosneft")."""

DAYS = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Jan. Feb. Mar. Apr. Jun. Jul. Aug.
    Sept. Sep. Oct. Nov. Dec.""".split()
)

"""Days and months, as they stand in news."""

NOT_NAMES = frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept
    Sep Oct Nov Dec Today Yesterday Tomorrow Tonight Christmas Easter Thanksgiving Ramadan
    Halloween I He She It They We You But And The A An In On At Of For From With As If When
    While After Before However Meanwhile Also Still Yet Then There Here This That These
    Those What Who Why How His Her Their Its Our My Your Not No Yes Now So Or Nor Writing
    Editing Reporting Additional Republican Republicans Democrat Democrats Democratic GOP_
    Islamic Muslim Muslims Christian Christians Jewish Jews Arab Arabs Western European
    Europeans African Africans Asian Asians Hispanic Hispanics Latino Latinos Latina Black
    Catholic Catholics Sunni Shiite Shia Kurdish Kurds English Internet God Mr Mrs Ms Dr Sir
    Photo Image Video Read More AP_ Updated Spring Summer Autumn Winter Conservative
    Conservatives Liberal Liberals Communist Nazi Nazis Palestinian Palestinians Alawite
    Orthodox Protestant Protestants Buddhist Hindu Hindus According Although Because During
    Since Despite Former President Senator Minister Secretary General Chairman Governor
    Mayor Twitter_ Obamacare Brexit North South East West Northern Southern Eastern
    Congressional Americans Deputy Judge Ambassador Yazidi Yazidis Uighur Uighurs Uyghur
    Uyghurs Rohingya Rohingyas Houthi Hutu Hutus Tutsi Tutsis Pashtun Pashtuns Tamil Tamils
    Sikh Sikhs Mormon Mormons Quaker Quakers Bedouin Bedouins Druze Maronite Maronites Copts
    Coptic Chechen Chechens Tatar Tatars Basque Basques Catalan Catalans Flemish Scots Welsh
    Scottish Cossack Cossacks Maori Inuit Aborigines Texan Texans Californian Californians
    Londoner Londoners Parisian Parisians Evangelical Evangelicals Jesuit Jesuits Salafi
    Salafist Salafists Wahhabi Tory Tories Whig Whigs Marxists Bolshevik Bolsheviks Zionists
    Viking Vikings Latinx Chicano Chicana Anglo Caucasian Caucasians Westerner Westerners
    Southerner Southerners Northerner Marines Libertarian Libertarians Socialist Socialists
    Communists Islamists Maoists Kosovars Bosniak Bosniaks Corsican Sicilian Siberian
    Tibetan Tibetans Kashmiri Kashmiris Peshmerga Janjaweed Mujahideen Afrikaner Afrikaners
    Zulu Zulus Eurosceptic Eurosceptics Brexiteer Brexiteers Remainers""".split()
)

"""Capitalised words that alone name no actor: days, months, function words, peoples, titles."""


def singular(noun: str) -> str:
    """A lower-case noun's singular, by spelling alone."""
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun[:-1]
    return noun


def is_person_noun(noun: str) -> bool:
    """Whether a lower-case common noun is a word for a person or for people."""
    if noun in PERSON_NOUNS or singular(noun) in PERSON_NOUNS:
        return True
    return noun not in _NO_PERSON and _PERSON_ENDING.search(noun) is not None


def is_document_noun(noun: str) -> bool:
    """Whether a lower-case common noun is a word for a document."""
    return noun in DOCUMENT_NOUNS


def can_speak(noun: str) -> bool:
    """Whether a lower-case common noun is a person, a body that speaks as one, or a document."""
    return (
        is_person_noun(noun)
        or noun in GROUP_NOUNS
        or singular(noun) in GROUP_NOUNS
        or is_document_noun(noun)
    )
