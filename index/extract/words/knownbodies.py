"""Bodies known everywhere: international, American and armed ones, outlets and companies.

A body a line: the name it goes by, then its other names. Acronyms stand without dots.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.extract.words.states import DEMONYMS, STATES

_TABLE = """
United Nations|UN
European Union|EU
European Commission
European Parliament
European Central Bank|ECB
NATO|North Atlantic Treaty Organization|North Atlantic Treaty Organisation|Nato
International Monetary Fund|IMF
World Health Organization|World Health Organisation|WHO
World Trade Organization|World Trade Organisation|WTO
International Atomic Energy Agency|IAEA
International Criminal Court|ICC
International Olympic Committee|IOC
International Committee of the Red Cross|ICRC
Red Cross
OPEC|Opec|Organization of the Petroleum Exporting Countries
OSCE|Organization for Security and Cooperation in Europe
Organisation for Economic Co-operation and Development|OECD
ASEAN|Asean|Association of Southeast Asian Nations
Group of Seven|G7|G-7
Group of Eight|G8|G-8
Group of 20|G20|G-20|Group of Twenty
Arab League
African Union
World Bank
UN Security Council|Security Council|United Nations Security Council
UN General Assembly|United Nations General Assembly
UN Human Rights Council|United Nations Human Rights Council
UNICEF|Unicef
UNESCO|Unesco
UNHCR
FIFA|Fifa
UEFA|Uefa
Amnesty International
Human Rights Watch
Greenpeace
Kremlin
White House
Pentagon
Congress|US Congress
Senate|US Senate
House of Representatives|US House of Representatives
Supreme Court|US Supreme Court
FBI|Federal Bureau of Investigation
CIA|Central Intelligence Agency
NSA|National Security Agency
State Department|Department of State|US State Department
Justice Department|Department of Justice|DOJ|US Justice Department
Defense Department|Department of Defense|US Defense Department
Treasury Department|Department of the Treasury|US Treasury Department|US Treasury
Department of Homeland Security|DHS|Homeland Security Department
Commerce Department|Department of Commerce|US Commerce Department
Energy Department|Department of Energy|US Energy Department
Labor Department|Department of Labor|US Labor Department
Agriculture Department|Department of Agriculture|USDA
Education Department|Department of Education
Interior Department|Department of the Interior|Department of Interior
Transportation Department|Department of Transportation
Department of Health and Human Services|HHS|Health and Human Services Department
Department of Veterans Affairs|Veterans Affairs Department
Department of Housing and Urban Development|HUD
Environmental Protection Agency|EPA
Internal Revenue Service|IRS
Federal Reserve|Fed|US Federal Reserve
Securities and Exchange Commission|SEC
Food and Drug Administration|FDA
Centers for Disease Control and Prevention|CDC
Federal Aviation Administration|FAA
Federal Emergency Management Agency|FEMA
NASA|Nasa
Republican National Committee|RNC
Democratic National Committee|DNC
Republican Party|GOP
Democratic Party
Tea Party
Labour Party
Conservative Party
National Rifle Association|NRA
Planned Parenthood
American Civil Liberties Union|ACLU
Bundestag
Knesset
Duma|State Duma
Downing Street
Bank of England
Scotland Yard
Mossad
KGB
FSB
Interpol
Hezbollah|Hizbollah|Hizbullah
Hamas
Fatah
Taliban
Islamic State|ISIS|Isis|ISIL|Isil
al-Qaeda|Al Qaeda|al Qaeda|al-Qaida|Al-Qaida|Al-Qaeda|al Qaida|Al Qaida
Boko Haram
al-Shabab|al-Shabaab|al Shabab|al Shabaab|Al-Shabaab|Al-Shabab
Houthis
Muslim Brotherhood
PKK|Kurdistan Workers' Party
PLO|Palestine Liberation Organization
IRA|Irish Republican Army
Sinn Fein
Ku Klux Klan|KKK
Black Lives Matter
Reuters
Associated Press|AP
Agence France-Presse|AFP
Bloomberg
Xinhua
TASS|Tass|Itar-Tass|ITAR-TASS
Interfax
RIA Novosti
New York Times
Washington Post
Wall Street Journal
Financial Times
Los Angeles Times
USA Today|USA TODAY
Daily Mail
Daily Telegraph
Sunday Times
Christian Science Monitor
New Yorker
BBC|British Broadcasting Corporation
CNN
NBC
CBS
ABC
MSNBC
NPR
PBS
HBO
ESPN
Fox News
Al Jazeera|al-Jazeera|Al-Jazeera
Al Arabiya|al-Arabiya
Politico|POLITICO
BuzzFeed|Buzzfeed
Breitbart|Breitbart News
HuffPost|Huffington Post
Axios
Vox
Newsweek
Bild
Haaretz
Le Monde
Le Figaro
El Pais
Der Spiegel
Die Welt
Die Zeit
Corriere della Sera
La Repubblica
Twitter
Facebook
YouTube|Youtube
Instagram
WhatsApp|Whatsapp
WikiLeaks|Wikileaks
Google
Microsoft
Amazon
Apple
Netflix
Uber
Tesla
Boeing
Airbus
Toyota
Volkswagen
Walmart|Wal-Mart
Verizon
ExxonMobil|Exxon Mobil
BP
IBM
Goldman Sachs
JPMorgan|JP Morgan|JPMorgan Chase
Morgan Stanley
Lehman Brothers
Merrill Lynch
Deutsche Bank
Gazprom
"""

INTERNATIONAL: dict[str, str] = {}
"""Bodies known everywhere by more than one name, without dots, to the name they go by."""

for _line in _TABLE.split("\n"):
    if _line:
        _first, *_others = _line.split("|")
        INTERNATIONAL.update(dict.fromkeys([_first, *_others], _first))

NO_ACTORS = frozenset(
    """COVID Covid Coronavirus Ebola Zika AIDS HIV SARS MERS Medicare Medicaid DACA Obamacare Op-Ed
    CEO CFO COO CTO MP MPs DNA GDP GMT EST EDT PDT BST IPO VAT LGBT LGBTQ USD EUR Bitcoin
    iPhone iPad Android Prozac Viagra OxyContin Brexit Watergate Holocaust Bible Koran Quran
    Torah Islam Christianity Judaism Buddhism Hinduism Communism Marxism Nazism Allah Christ
    Marxist Maoist Zionist Zionism Islamist Islamists Jihad Intifada Olympics Olympic
    Paralympics Wimbledon Grammy Grammys Oscars Emmy Emmys Photo Photos Photograph Preamble
    Photographer Editor Opinion Exclusive Update Sponsored Advertisement Getty Images Inc Ltd
    Corp Co ET PT Howdy Hello Attendees Sale Education Hindi Urdu Mandarin Cantonese Swahili Bengali
    Punjabi Esperanto Yiddish Farsi Pashto M.P""".split()
) | frozenset(
    [
        "Social Security", "World War", "Cold War", "Civil War", "World Cup", "Super Bowl",
        "Air Force One", "First Amendment", "Second Amendment", "New Year", "Wall Street Crash",
        "Good Friday", "Native American", "Native Americans", "African American",
        "African Americans", "African-American", "African-Americans", "Getty Images", "AP Photo",
        "National Security", "Foreign Affairs", "Interior", "Empire State", "Golden State",
        "Sunshine State", "Lone Star State", "Big Apple", "Secretary of State", "Open Letter",
        "Bill of Rights", "Tax Cuts", "Permanent Residence", "Running Mate", "M.P.", "Gulf War",
        "World Series", "American Dream", "Middle Ages", "Tea Partiers",
    ]
)  # fmt: skip
"""What is written as a name, is often taken for an actor's, and is none."""

EVENT_HEADS = frozenset(
    """Act Acts Cup Open Bill Amendment Olympics Games War Wars Treaty Agreement Accord Accords
    Deal Plan Prize Award Awards Championship Championships Tournament Series Bowl Marathon Prix
    Festival Constitution Law Code Doctrine Declaration Resolution Protocol Pact Day Week
    Season Era Age Crisis Depression Recession Revolution Index Average Virus Disease Syndrome
    Medal Debate Primary Caucuses Election Elections Referendum Massacre
    Scandal Trial Strategy Bible Derby Playoffs Finals Gate Memo Dossier
    Emmys Eve Nights Dinner Gala Pageant Clause Cuts Residence Mate Mates""".split()
)
"""Last words of the names of events, laws, prizes and papers, which are no actors."""

EVENT_OPENINGS = frozenset(
    "Hurricane Typhoon Cyclone Operation USS HMS HMCS HMAS RMS MV MS Flight Formula Boeing".split()
)
"""First words of the names of storms, operations and vessels, which are no actors."""

VESSELS = frozenset(
    """hurricane ship vessel schooner brig frigate destroyer submarine tanker ferry yacht trawler
    freighter carrier warship cruiser liner steamer boat film movie novel album song book musical
    sitcom play series game drug pill bill law""".split()
)
"""Common nouns before the name of a thing: a ship, a storm, a work, a drug, a law."""

_OFFICIAL = re.compile(r"^(?:US|United States|American) (?=[A-Z])")


@lru_cache(8192)
def undotted(name: str) -> str:
    """A name with the dots of its acronyms taken out: "U.N. Security Council"."""
    return re.sub(r"\b([A-Z])\.(?=[A-Z]\b|[A-Z]\.|\s|$|')", r"\1", name)


def known_as(name: str) -> str | None:
    """The name that a body known everywhere goes by; None for another."""
    plain = undotted(name)
    return INTERNATIONAL.get(plain) or INTERNATIONAL.get(_OFFICIAL.sub("", plain))


def body_key(name: str) -> str:
    """An organisation's name for comparison: "China's Foreign Ministry", "Chinese …"."""
    plain = undotted(name)
    plain = known_as(plain) or plain
    plain = re.sub(r"^(?:the|The) ", "", plain)
    for demonym in (plain.split()[0], " ".join(plain.split()[:2])):
        state = DEMONYMS.get(demonym) or STATES.get(demonym.removesuffix("'s"))
        if state is not None and len(plain) > len(demonym) + 1:
            plain = f"{state} {plain[len(demonym) + 1 :]}"
            break
    plain = plain.replace("United Nations ", "UN ").replace("Organization", "Organisation")
    return plain.replace("Center", "Centre").replace("&", "and").replace("-", " ").casefold()
