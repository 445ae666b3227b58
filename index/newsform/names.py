"""Names of persons, agencies and outlets as credits print them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.newsform.places import is_place

# Agency by the ways its name is printed, in small letters and without "the".
AGENCIES = {
    "reuters": "Reuters",
    "thomson reuters": "Reuters",
    "thomson/reuters": "Reuters",
    "reuters news agency": "Reuters",
    "ap": "AP",
    "associated press": "AP",
    "afp": "AFP",
    "agence france-presse": "AFP",
    "agence france presse": "AFP",
    "upi": "UPI",
    "united press international": "UPI",
    "dpa": "dpa",
    "efe": "EFE",
    "ansa": "ANSA",
    "apa": "APA",
    "xinhua": "Xinhua",
    "xinhua news agency": "Xinhua",
    "interfax": "Interfax",
    "interfax-ukraine": "Interfax-Ukraine",
    "tass": "TASS",
    "itar-tass": "ITAR-TASS",
    "ria novosti": "RIA Novosti",
    "ria": "RIA Novosti",
    "ukrinform": "Ukrinform",
    "belta": "BelTA",
    "tanjug": "Tanjug",
    "kyodo": "Kyodo",
    "kyodo news": "Kyodo",
    "jiji": "Jiji",
    "jiji press": "Jiji",
    "yonhap": "Yonhap",
    "yonhap news agency": "Yonhap",
    "kcna": "KCNA",
    "pti": "PTI",
    "press trust of india": "PTI",
    "ians": "IANS",
    "ani": "ANI",
    "app": "APP",
    "bernama": "Bernama",
    "antara": "Antara",
    "anadolu": "Anadolu",
    "anadolu agency": "Anadolu",
    "irna": "IRNA",
    "isna": "ISNA",
    "sana": "SANA",
    "wafa": "WAFA",
    "spa": "SPA",
    "mena": "MENA",
    "nan": "NAN",
    "aap": "AAP",
    "australian associated press": "AAP",
    "pa": "PA",
    "press association": "PA",
    "pa media": "PA",
    "cp": "The Canadian Press",
    "canadian press": "The Canadian Press",
    "cns": "CNS",
    "ips": "IPS",
    "inter press service": "IPS",
    "bloomberg": "Bloomberg",
    "bloomberg news": "Bloomberg",
    "dow jones": "Dow Jones",
    "dow jones newswires": "Dow Jones",
}

_OUTLETS = """
ABC News|Al Jazeera|Al Jazeera English|Axios|BBC|BBC News|BBC Sport|Breitbart|Breitbart News
BuzzFeed News|Business Insider|CBC|CBC News|CBN News|CBS News|CNBC|CNN|CNN Business|CNNMoney
CNN.com|Chicago Sun-Times|Chicago Tribune|Christian Science Monitor|Daily Mail|Daily Express
Daily Mirror|Daily Telegraph|Deutsche Welle|DW|Euronews|Evening Standard|Financial Times|Forbes
Fox News|FoxNews.com|France 24|Global News|Globe and Mail|Guardian|Haaretz|HuffPost
Huffington Post|Independent|Irish Times|Jerusalem Post|Kyiv Independent|Kyiv Post|Los Angeles Times
MSNBC|MarketWatch|Miami Herald|Moscow Times|Mother Jones|NBC News|NPR|National Post
National Review|New York Post|New York Times|Newsday|Newsmax|Newsweek|Ottawa Citizen|PBS NewsHour
Politico|ProPublica|RFE/RL|RIA|RT|Radio Free Europe|Rolling Stone|Russia Today|SBS News|Salon
Sky News
Slate|South China Morning Post|Sputnik|Sydney Morning Herald|TIME|TechCrunch|The Age|The Atlantic
The Australian|The Daily Beast|The Daily Caller|The Economist|The Hill|The Intercept|The Nation
The National|The New Yorker|The Scotsman|The Sun|The Telegraph|The Times|The Verge|The Week
Times of India|The Hindu|Toronto Star|USA TODAY|VOA|VOA News|Vice News|Voice of America|Vox
Wall Street Journal|Washington Examiner|Washington Post|Washington Times|Wikinews|Wired|Yahoo News
Le Monde|Le Figaro|Libération|Le Parisien|Les Echos|L'Express|Le Temps|Der Spiegel|Die Zeit|Die Welt
Süddeutsche Zeitung|Frankfurter Allgemeine Zeitung|Neue Zürcher Zeitung|Der Standard|El País
El Mundo|La Vanguardia|Corriere della Sera|La Repubblica|La Stampa|de Volkskrant|NRC Handelsblad|NRC
De Telegraaf|Folha de S.Paulo|O Globo|Público|Diário de Notícias|Gazeta Wyborcza
"""
_KNOWN_OUTLETS = {
    name.strip().lower().removeprefix("the "): name.strip()
    for line in _OUTLETS.strip().splitlines()
    for name in line.split("|")
}
# Papers that print "The" in their name but are listed above without it.
_PAPER = re.compile(
    r"The (?:[A-Z][\w'&-]+ ){0,3}(?:Times|Post|News|Herald|Tribune|Journal|Gazette|Guardian|"
    r"Telegraph|Independent|Observer|Chronicle|Star|Globe|Mail|Monitor|Mirror|Express|Standard|"
    r"Examiner|Inquirer|Bulletin|Register|Dispatch|Courier|Review|Press|Sun|Record|Citizen|"
    r"Advertiser|Mercury|Scotsman|Economist)"
)

_PARTICLES_LISTED = """
de da del della der van von den la le lo bin bint ibn al el di du dos das do y zu ter ten abu ben
ap af av 't
"""
_PARTICLES = frozenset(_PARTICLES_LISTED.split())
_SUFFIXES_LISTED = """
jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq esq.
"""
_SUFFIXES = frozenset(_SUFFIXES_LISTED.split())
_NO_NAME_LISTED = """
news staff writer writers reporter reporters correspondent correspondents editor editors editorial
board desk bureau service services agency agencies wire wires team media network magazine daily
weekly press times post herald tribune university college institute department special contributor
contributors contributing columnist opinion associated reuters afp upi bloomberg cnn bbc nbc cbs
abc npr usa today politico getty images image monday tuesday wednesday thursday friday saturday
sunday january february march april june july august september october november december updated
update published posted photo photos video twitter facebook read more related advertisement
newsroom report reports analysis digital online senior chief political business sports world
national the a an by and or of in on at for to with from is was his her its who what why how this
that these those said says not new no all time year years day days week house senate road street
avenue stadium park square hall professor president prime sir lord lady mr mrs ms dr sen rep gov
gen committee court council party government minister police
"""
_NO_NAME = frozenset(_NO_NAME_LISTED.split())
_NAME_TOKEN = re.compile(r"[^\W\d_][\w'’.-]*\Z")
_MOST_NAME_TOKENS = 5
_LONGEST_ROLE = 8  # words

_APART = re.compile(r"\s*(?:,|;|/|\||•|·|&|\band\b|\bwith\b|\bAnd\b|\bAND\b|\bWITH\b)\s*")
_WHERE = re.compile(r"\s+(?:in|at|from|of|for|IN|FOR)\s+\S.*\Z")
_ROLE = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|columnists?|contributors?|staff|bureau|"
    r"fellow|producer|analyst|critic|photographer|head of|director|desk|newsroom|freelance|"
    r"special to|opinion|exclusive|in|for)\b",
    re.IGNORECASE,
)
_ROLE_BEFORE = re.compile(
    r".*\b(?:writer|reporter|correspondent|editor|columnist|contributor|research|"
    r"analyst)\s+(?=[A-Z])",
    re.DOTALL,
)


# "Sandra Laville Environment correspondent": where the beat or the rank begins.
_ROLE_LAST = re.compile(
    r"(?:writers?|reporters?|correspondents?|editors?|columnists?|critic)\Z", re.IGNORECASE
)
_BEATS_LISTED = """
acting affairs america arts asia assistant associate business chief city consumer crime culture
defence defense deputy diplomatic economics economic education energy environment europe fashion
features financial football foreign global health home housing international investigations
labour legal local media medical middle military national news north northern political politics
regional religion religious royal science security senior social society southern special sport
sports staff technology transport travel us west white world
"""
_BEATS = frozenset(_BEATS_LISTED.split())

# "CNN's Kevin Liptak", "Fox News' Alex Pappas"
_EMPLOYER = re.compile(r"(?:[Tt]he )?[A-Z][\w. &]{1,30}(?:'s|s')\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Credited:
    """Who a line of credit names: persons in order, and the agency and outlet among them."""

    people: tuple[str, ...] = ()
    agency: str | None = None
    outlet: str | None = None

    def __bool__(self) -> bool:
        return bool(self.people or self.agency or self.outlet)


def agency_named(text: str) -> str | None:
    """The agency if the words are an agency's name and nothing else."""
    return AGENCIES.get(_plain(text))


def outlet_named(text: str) -> str | None:
    """The outlet if the words are an outlet's name and nothing else, as it prints itself."""
    words = " ".join(text.split()).strip(" .!:")
    if _plain(words) in _KNOWN_OUTLETS:
        return words if not words.isupper() or words == "USA TODAY" else _known(words)
    return words if _PAPER.fullmatch(words) else None


def _known(words: str) -> str:
    return _KNOWN_OUTLETS[_plain(words)]


def _plain(text: str) -> str:
    words = " ".join(text.lower().split()).strip(" .,;:!()/")
    return words.removeprefix("the ")


def is_person(text: str) -> bool:
    """Could it be the name of one person, first and last, printed by itself?"""
    tokens = text.split()
    if not 2 <= len(tokens) <= _MOST_NAME_TOKENS:
        return False
    full = 0
    for token in tokens:
        small = token.lower()
        if small in _SUFFIXES or small in _PARTICLES:
            continue
        if not _NAME_TOKEN.match(token) or not _begins_large(token):
            return False
        if small.strip(".'") in _NO_NAME:
            return False
        full += len(token.strip(".")) > 1
    return full >= 1 and tokens[-1].lower() not in _PARTICLES and not is_place(text)


def _begins_large(token: str) -> bool:
    return (
        token[0].isupper()
        or (token[:3].lower() in ("al-", "el-") and token[3:4].isupper())
        or (token[:2] in ("d'", "l'") and token[2:3].isupper())
    )


def credited(text: str) -> Credited | None:
    """Whom a credit names: "A and B", "A, CNN", "A in London and B, Staff Writers".

    None when the words are not a list of names, so that running copy that begins with "By"
    is never taken for a byline.
    """
    people: list[str] = []
    strange: list[str] = []
    agency = outlet = None
    for part in _APART.split(text.strip(" .:")):
        part = part.strip(" .()*-–—")
        if not part or "@" in part:
            continue
        if (found := agency_named(part)) is not None:
            agency = agency or found
            continue
        if (paper := outlet_named(part)) is not None:
            outlet = outlet or paper
            continue
        name = _person_in(part)
        if name is not None:
            people.append(name)
        elif not (_ROLE.search(part) or is_place(part)) or len(part.split()) > _LONGEST_ROLE:
            strange.append(part)
    if strange and not (people and all(map(_could_be_role, strange))):
        return None
    found_all = Credited(tuple(dict.fromkeys(people)), agency, outlet)
    return found_all if found_all else None


def _could_be_role(part: str) -> bool:
    """A place, a team, a paper that is not known here: capitals, and few of them."""
    tokens = part.split()
    return all(token[0].isupper() for token in tokens) and (
        len(tokens) == 1 or (len(tokens) <= 3 and not is_person(part))
    )


def _person_in(part: str) -> str | None:
    part = _EMPLOYER.sub("", part)
    for candidate in (part, _WHERE.sub("", part), _ROLE_BEFORE.sub("", part)):
        if is_person(candidate):
            return _as_printed(candidate)
    name = _before_role(part)
    return _as_printed(name) if is_person(name) else None


def _before_role(part: str) -> str:
    """The words before the beat and the rank that stand behind a name; none where none do."""
    if not _ROLE_LAST.search(part):
        return ""
    tokens = part.split()
    for place, token in enumerate(tokens[2:], 2):
        small = token.lower()
        if small in _BEATS or small in _NO_NAME or (token.islower() and small not in _PARTICLES):
            return " ".join(tokens[:place])
    return ""


def _as_printed(name: str) -> str:
    """GLEB BRYANSKI as a name is written elsewhere; anything else as it stands."""
    capitals = name.replace("Mc", "MC").replace("Mac", "MAC")
    if not capitals.isupper() or all(len(token.strip(".")) <= 2 for token in name.split()):
        return name
    return " ".join(
        token if "." in token and len(token) <= 4 else "-".join(map(_capital, token.split("-")))
        for token in name.split()
    )


def _capital(word: str) -> str:
    small = word.capitalize()
    if word[:3] == "Mac" and word[3:].isupper():
        return "Mac" + word[3:].capitalize()
    for prefix in ("Mc", "O'", "D'"):
        if small.startswith(prefix) and len(small) > len(prefix) + 1:
            return prefix + small[len(prefix) :].capitalize()
    return small
