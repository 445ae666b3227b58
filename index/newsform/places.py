"""Cities and regions that datelines name, for the forms that need to know a place.

A dateline with a dash or an agency gives itself away by its form. Only where the place runs
straight into the lede ("BEIJING Russia called …"), or stands among names in a credit, must it
be known: AP and Reuters datelines, capitals, and the larger cities of the English-language
press.
"""

from __future__ import annotations

_CITIES = """
Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Aden|Ahmedabad|Albany|Albuquerque|Aleppo|Alexandria
Algiers|Almaty|Amman|Amsterdam|Anchorage|Ankara|Antananarivo|Antwerp|Ashgabat|Asmara|Astana
Asuncion|Athens|Atlanta|Auckland|Austin|Baghdad|Baku|Bali|Baltimore|Bamako|Bangalore|Bengaluru
Bangkok|Bangui|Banjul|Barcelona|Basra|Beijing|Beirut|Belfast|Belgrade|Benghazi|Berlin|Bern|Berne
Birmingham|Bishkek|Bissau|Bogota|Bonn|Bordeaux|Boston|Brasilia|Bratislava|Brazzaville|Brisbane
Bristol|Brussels|Bucharest|Budapest|Buenos Aires|Buffalo|Bujumbura|Cairo|Calcutta|Calgary
Canberra|Cape Town|Caracas|Cardiff|Casablanca|Charlotte|Chennai|Chicago|Chisinau|Cincinnati
Cleveland|Cologne|Colombo|Columbus|Conakry|Copenhagen|Dakar|Dallas|Damascus|Dar es Salaam|Darwin
Davos|Delhi|Denver|Des Moines|Detroit|Dhaka|Djakarta|Djibouti|Doha|Donetsk|Dubai|Dublin|Durban
Dushanbe|Dusseldorf|Edinburgh|Erbil|Frankfurt|Freetown|Gaborone|Gaza|Gaza City|Geneva|Georgetown
Glasgow|Guangzhou|Guantanamo Bay|Guatemala City|Hamburg|Hanoi|Harare|Havana|Helsinki
Ho Chi Minh City
Hong Kong|Honolulu|Houston|Hyderabad|Indianapolis|Islamabad|Istanbul|Jakarta|Jeddah|Jerusalem
Johannesburg|Juba|Kabul|Kampala|Kansas City|Karachi|Kathmandu|Kharkiv|Khartoum|Kiev|Kigali|Kingston
Kinshasa|Kolkata|Kuala Lumpur|Kuwait|Kuwait City|Kyiv|Kyoto|La Paz|Lagos|Lahore|Las Vegas|Lausanne
Leeds|Libreville|Lilongwe|Lima|Lisbon|Little Rock|Liverpool|Ljubljana|Lome|London|Los Angeles
Louisville|Luanda|Lusaka|Luxembourg|Lyon|Madison|Madrid|Malabo|Male|Managua|Manama|Manchester
Manila|Maputo|Marseille|Mecca|Melbourne|Memphis|Mexico City|Miami|Milan|Milwaukee|Minneapolis
Minsk|Mogadishu|Monrovia|Monte Carlo|Montevideo|Montreal|Moscow|Mosul|Mumbai|Munich|Muscat|Nairobi
Naples|Nashville|Nassau|Ndjamena|New Delhi|New Orleans|New York|Niamey|Nicosia|Nouakchott
Oklahoma City|Omaha|Orlando|Osaka|Oslo|Ottawa|Ouagadougou|Panama City|Paris|Peking|Perth
Peshawar|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|Port Moresby|Port-au-Prince|Portland|Prague
Pretoria|Pristina|Providence|Pyongyang|Quebec|Quetta|Quito|Rabat|Raleigh|Ramallah|Rangoon|Reykjavik
Richmond|Riga|Rio de Janeiro|Riyadh|Rome|Rotterdam|Sacramento|Salt Lake City|San Antonio|San Diego
San Francisco|San Jose|San Juan|San Salvador|Sanaa|Santiago|Santo Domingo|Sao Paulo|Sarajevo
Seattle|Seoul|Shanghai|Shenzhen|Simferopol|Singapore|Skopje|Sofia|Srinagar|St Louis|St. Louis
St Petersburg|St. Petersburg|Stockholm|Strasbourg|Suva|Sydney|Taipei|Tallinn|Tampa|Tashkent
Tbilisi|Tegucigalpa|Tehran|Tel Aviv|The Hague|Thimphu|Tirana|Tokyo|Toronto|Tripoli|Tunis|Turin
Ulan Bator|Ulaanbaatar|United Nations|Valletta|Vancouver|Vatican City|Venice|Vienna|Vientiane
Vilnius|Warsaw|Washington|Wellington|Windhoek|Winnipeg|Yangon|Yaounde|Yerevan|Zagreb|Zurich
"""
_REGIONS = """
Afghanistan|Ala.|Alabama|Alaska|Alberta|Ariz.|Arizona|Ark.|Arkansas|Australia|Austria|Bahrain
Bangladesh|Belarus|Belgium|Bosnia|Brazil|Britain|B.C.|British Columbia|Bulgaria|Calif.|California
Canada|Chile|China|Colo.|Colombia|Colorado|Conn.|Connecticut|Crimea|Croatia|Cuba|Cyprus|D.C.|Del.
Delaware|Denmark|Egypt|England|Estonia|Ethiopia|Fla.|Finland|Florida|France|Ga.|Georgia|Germany
Ghana|Greece|Haiti|Hawaii|Hungary|Idaho|Ill.|Illinois|Ind.|India|Indiana|Indonesia|Iowa|Iran|Iraq
Ireland|Israel|Italy|Ivory Coast|Japan|Jordan|Kan.|Kansas|Kazakhstan|Kenya|Kosovo|Ky.|Kentucky
La.|Latvia|Lebanon|Libya|Lithuania|Louisiana|Mass.|Maine|Malaysia|Mali|Malta|Manitoba|Maryland
Massachusetts|Md.|Mexico|Mich.|Michigan|Minn.|Minnesota|Miss.|Mississippi|Missouri|Mo.|Moldova
Mont.|Montana|Morocco|Myanmar|N.C.|N.D.|N.H.|N.J.|N.M.|N.S.|N.Y.|Neb.|Nebraska|Nepal|Netherlands
Nev.|Nevada|New Hampshire|New Jersey|New Mexico|New Zealand|Nigeria|North Carolina|North Dakota
North Korea|Northern Ireland|Norway|Nova Scotia|Ohio|Okla.|Oklahoma|Ontario|Ore.|Oregon|Pa.
Pakistan|Pennsylvania|Peru|Philippines|Poland|Portugal|Qatar|R.I.|Rhode Island|Romania|Russia
Rwanda|S.C.|S.D.|Saskatchewan|Saudi Arabia|Scotland|Senegal|Serbia|Slovakia|Slovenia|Somalia
South Africa|South Carolina|South Dakota|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Sweden
Switzerland|Syria|Taiwan|Tenn.|Tennessee|Texas|Thailand|Tunisia|Turkey|Uganda|Ukraine|Utah|Va.
Venezuela|Vermont|Vietnam|Virginia|Vt.|W.Va.|Wales|Wash.|West Bank|West Virginia|Wis.|Wisconsin
Wyo.|Wyoming|Yemen|Zimbabwe
"""


def _listed(names: str) -> frozenset[str]:
    return frozenset(
        name for line in names.strip().splitlines() for name in line.lower().split("|")
    )


CITIES = _listed(_CITIES)
_PLACES = CITIES | _listed(_REGIONS)


def is_city(text: str) -> bool:
    """Is it, in any case, the name of a city that datelines carry without more ado?"""
    return " ".join(text.lower().split()) in CITIES


def is_place(text: str) -> bool:
    """Is it the name of such a city, or of a state or region?"""
    return " ".join(text.lower().split()) in _PLACES
