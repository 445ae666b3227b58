"""The states of the world: names, capitals and demonyms, and the regions that are places.

A public fact a line: name, other names; capital; demonyms. Demonyms are no actors themselves,
but "Chinese Foreign Ministry" and "China's Foreign Ministry" are one.
"""

from __future__ import annotations

_TABLE = """
Afghanistan|Kabul|Afghan,Afghans
Albania|Tirana|Albanian,Albanians
Algeria|Algiers|Algerian,Algerians
Andorra||Andorran
Angola|Luanda|Angolan,Angolans
Argentina|Buenos Aires|Argentine,Argentinian,Argentines
Armenia|Yerevan|Armenian,Armenians
Australia|Canberra|Australian,Australians,Aussie
Austria|Vienna|Austrian,Austrians
Azerbaijan|Baku|Azerbaijani,Azeri,Azeris
Bahamas|Nassau|Bahamian
Bahrain|Manama|Bahraini,Bahrainis
Bangladesh|Dhaka|Bangladeshi,Bangladeshis
Barbados|Bridgetown|Barbadian
Belarus|Minsk|Belarusian,Belarussian,Belarusians
Belgium||Belgian,Belgians
Belize|Belmopan|Belizean
Benin|Porto-Novo|Beninese
Bhutan|Thimphu|Bhutanese
Bolivia|La Paz|Bolivian,Bolivians
Bosnia,Bosnia and Herzegovina,Bosnia-Herzegovina|Sarajevo|Bosnian,Bosnians
Botswana|Gaborone|Botswanan
Brazil|Brasilia|Brazilian,Brazilians
Britain,United Kingdom,UK,U.K.,Great Britain|London|British,Briton,Britons,Brit,Brits
Brunei||Bruneian
Bulgaria|Sofia|Bulgarian,Bulgarians
Burkina Faso|Ouagadougou|Burkinabe
Burundi|Bujumbura|Burundian,Burundians
Cambodia|Phnom Penh|Cambodian,Cambodians
Cameroon|Yaounde|Cameroonian,Cameroonians
Canada|Ottawa|Canadian,Canadians
Cape Verde|Praia|Cape Verdean
Central African Republic|Bangui|
Chad|N'Djamena|Chadian,Chadians
Chile|Santiago|Chilean,Chileans
China,People's Republic of China|Beijing|Chinese
Colombia|Bogota,Bogotá|Colombian,Colombians
Comoros|Moroni|Comorian
Costa Rica|San Jose|Costa Rican,Costa Ricans
Croatia|Zagreb|Croatian,Croat,Croats
Cuba|Havana|Cuban,Cubans
Cyprus|Nicosia|Cypriot,Cypriots
Czech Republic,Czechia|Prague|Czech,Czechs
Democratic Republic of Congo,Democratic Republic of the Congo,DR Congo,Congo|Kinshasa|Congolese
Denmark|Copenhagen|Danish,Danes
Djibouti||Djiboutian
Dominican Republic|Santo Domingo|Dominican,Dominicans
East Timor,Timor-Leste|Dili|Timorese
Ecuador|Quito|Ecuadorian,Ecuadorean,Ecuadorians
Egypt|Cairo|Egyptian,Egyptians
El Salvador|San Salvador|Salvadoran,Salvadorans
Equatorial Guinea|Malabo|
Eritrea|Asmara|Eritrean,Eritreans
Estonia|Tallinn|Estonian,Estonians
Ethiopia|Addis Ababa|Ethiopian,Ethiopians
Fiji|Suva|Fijian,Fijians
Finland|Helsinki|Finnish,Finns
France|Paris|French,Frenchman,Frenchwoman
Gabon|Libreville|Gabonese
Gambia|Banjul|Gambian,Gambians
Germany|Berlin|German,Germans
Ghana|Accra|Ghanaian,Ghanaians
Greece|Athens|Greek,Greeks
Grenada||Grenadian
Guatemala||Guatemalan,Guatemalans
Guinea|Conakry|Guinean
Guinea-Bissau|Bissau|
Guyana||Guyanese
Haiti|Port-au-Prince|Haitian,Haitians
Honduras|Tegucigalpa|Honduran,Hondurans
Hungary|Budapest|Hungarian,Hungarians
Iceland|Reykjavik|Icelandic,Icelander,Icelanders
India|New Delhi,Delhi|Indian,Indians
Indonesia|Jakarta|Indonesian,Indonesians
Iran,Islamic Republic of Iran|Tehran,Teheran|Iranian,Iranians
Iraq|Baghdad|Iraqi,Iraqis
Ireland,Republic of Ireland|Dublin|Irish,Irishman
Israel|Jerusalem,Tel Aviv|Israeli,Israelis
Italy|Rome|Italian,Italians
Ivory Coast,Cote d'Ivoire,Côte d'Ivoire|Yamoussoukro|Ivorian,Ivorians
Jamaica|Kingston|Jamaican,Jamaicans
Japan|Tokyo|Japanese
Jordan|Amman|Jordanian,Jordanians
Kazakhstan|Astana|Kazakh,Kazakhs
Kenya|Nairobi|Kenyan,Kenyans
Kiribati||
Kosovo|Pristina|Kosovar,Kosovars
Kuwait||Kuwaiti,Kuwaitis
Kyrgyzstan|Bishkek|Kyrgyz
Laos|Vientiane|Laotian,Lao
Latvia|Riga|Latvian,Latvians
Lebanon|Beirut|Lebanese
Lesotho|Maseru|
Liberia|Monrovia|Liberian,Liberians
Libya|Tripoli|Libyan,Libyans
Liechtenstein|Vaduz|
Lithuania|Vilnius|Lithuanian,Lithuanians
Luxembourg||Luxembourgish
Madagascar|Antananarivo|Malagasy
Malawi|Lilongwe|Malawian,Malawians
Malaysia|Kuala Lumpur|Malaysian,Malaysians
Maldives||Maldivian
Mali|Bamako|Malian,Malians
Malta|Valletta|Maltese
Marshall Islands|Majuro|Marshallese
Mauritania|Nouakchott|Mauritanian
Mauritius|Port Louis|Mauritian
Mexico|Mexico City|Mexican,Mexicans
Micronesia||Micronesian
Moldova|Chisinau|Moldovan,Moldovans
Monaco||Monegasque
Mongolia|Ulan Bator,Ulaanbaatar|Mongolian,Mongolians
Montenegro|Podgorica|Montenegrin
Morocco|Rabat|Moroccan,Moroccans
Mozambique|Maputo|Mozambican,Mozambicans
Myanmar,Burma|Naypyitaw,Yangon|Burmese
Namibia|Windhoek|Namibian,Namibians
Nauru||Nauruan
Nepal|Kathmandu|Nepalese,Nepali
Netherlands,Holland|The Hague,Amsterdam|Dutch,Dutchman
New Zealand|Wellington|New Zealander,New Zealanders
Nicaragua|Managua|Nicaraguan,Nicaraguans
Niger|Niamey|Nigerien
Nigeria|Abuja|Nigerian,Nigerians
North Korea,DPRK|Pyongyang|North Korean,North Koreans
North Macedonia,Macedonia|Skopje|Macedonian
Norway|Oslo|Norwegian,Norwegians
Oman|Muscat|Omani,Omanis
Pakistan|Islamabad|Pakistani,Pakistanis
Palau||
Panama|Panama City|Panamanian,Panamanians
Papua New Guinea|Port Moresby|
Paraguay|Asuncion|Paraguayan,Paraguayans
Peru|Lima|Peruvian,Peruvians
Philippines|Manila|Philippine,Filipino,Filipinos
Poland|Warsaw|Polish,Poles
Portugal|Lisbon|Portuguese
Qatar|Doha|Qatari,Qataris
Republic of Congo|Brazzaville|
Romania|Bucharest|Romanian,Romanians
Russia,Russian Federation|Moscow|Russian,Russians
Rwanda|Kigali|Rwandan,Rwandans
Samoa|Apia|Samoan,Samoans
San Marino||
Saudi Arabia|Riyadh|Saudi,Saudis,Saudi Arabian
Senegal|Dakar|Senegalese
Serbia|Belgrade|Serbian,Serb,Serbs
Seychelles||
Sierra Leone|Freetown|Sierra Leonean
Singapore||Singaporean,Singaporeans
Slovakia|Bratislava|Slovak,Slovaks
Slovenia|Ljubljana|Slovenian,Slovene
Solomon Islands|Honiara|
Somalia|Mogadishu|Somali,Somalis
South Africa|Pretoria|South African,South Africans
South Korea,Republic of Korea|Seoul|South Korean,South Koreans
South Sudan|Juba|South Sudanese
Soviet Union,USSR,U.S.S.R.||Soviet,Soviets
Spain|Madrid|Spanish,Spaniard,Spaniards
Sri Lanka|Colombo|Sri Lankan,Sri Lankans
Sudan|Khartoum|Sudanese
Suriname|Paramaribo|Surinamese
Swaziland,Eswatini|Mbabane|Swazi
Sweden|Stockholm|Swedish,Swede,Swedes
Switzerland|Bern,Berne|Swiss
Syria,Syrian Arab Republic|Damascus|Syrian,Syrians
Taiwan|Taipei|Taiwanese
Tajikistan|Dushanbe|Tajik,Tajiks
Tanzania|Dodoma|Tanzanian,Tanzanians
Thailand|Bangkok|Thai,Thais
Togo|Lome|Togolese
Tonga||Tongan
Trinidad and Tobago|Port of Spain|Trinidadian
Tunisia|Tunis|Tunisian,Tunisians
Turkey,Türkiye|Ankara|Turkish,Turk,Turks
Turkmenistan|Ashgabat|Turkmen
Tuvalu||
Uganda|Kampala|Ugandan,Ugandans
Ukraine|Kiev,Kyiv|Ukrainian,Ukrainians
United Arab Emirates,UAE,U.A.E.|Abu Dhabi|Emirati,Emiratis
United States,U.S.,US,USA,U.S.A.,United States of America,America|Washington|American,Americans
Uruguay|Montevideo|Uruguayan,Uruguayans
Uzbekistan|Tashkent|Uzbek,Uzbeks
Vanuatu|Port Vila|
Vatican,Vatican City,Holy See||
Venezuela|Caracas|Venezuelan,Venezuelans
Vietnam|Hanoi|Vietnamese
Yemen|Sanaa,Sana'a|Yemeni,Yemenis
Yugoslavia||Yugoslav,Yugoslavs
Zambia|Lusaka|Zambian,Zambians
Zimbabwe|Harare|Zimbabwean,Zimbabweans
"""

STATES: dict[str, str] = {}

"""Every name of a state to the name it goes by here."""

CAPITALS: dict[str, str] = {}

"""Every capital to its state."""

DEMONYMS: dict[str, str] = {}

"""Every demonym ("Chinese", "Britons") to its state."""

for _line in _TABLE.split("\n"):
    if _line:
        _names, _capitals, _demonyms = _line.split("|")
        _first, *_others = _names.split(",")
        STATES.update(dict.fromkeys([_first, *_others], _first))
        CAPITALS.update(dict.fromkeys(filter(None, _capitals.split(",")), _first))
        DEMONYMS.update(dict.fromkeys(filter(None, _demonyms.split(",")), _first))

AMBIGUOUS_STATES = frozenset(
    {"Chad", "Jordan", "Israel", "Malta", "Cyprus", "Chile", "Kenya", "Holland", "Samoa", "US"}
)

"""Names of states that are also given names, words or other places: they need evidence."""

REGIONS = frozenset(
    """Africa Asia Europe Americas Antarctica Arctic Balkans Caribbean Caucasus Crimea Donbas Gaza
    Kurdistan Levant Maghreb Mideast Oceania Palestine Sahara Sahel Scandinavia Siberia Chechnya
    Kashmir NYC Tibet Scotland Wales England Bavaria Catalonia Darfur""".split()
) | frozenset(
    [
        "Middle East", "Korean Peninsula", "Korean peninsula", "Persian Gulf", "Gaza Strip",
        "West Bank", "Northern Ireland", "North Africa", "South Asia", "Southeast Asia",
        "East Asia", "Central Asia", "Latin America", "South America", "North America",
        "Central America", "Eastern Europe", "Western Europe", "Golan Heights", "Hong Kong",
        "Black Sea", "Red Sea", "Mediterranean", "Mediterranean Sea", "Baltic Sea", "Pacific",
        "Atlantic", "Pacific Ocean", "Atlantic Ocean", "Indian Ocean", "South China Sea",
        "Gulf of Mexico", "Far East", "New England", "Midwest", "Silicon Valley",
    ]
)  # fmt: skip

"""Regions and parts of states: places, never states."""

AMERICAN_STATES = frozenset(
    """Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia
    Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts
    Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon
    Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming""".split()
) | frozenset(
    [
        "New Hampshire", "New Jersey", "New Mexico", "New York", "North Carolina",
        "North Dakota", "Rhode Island", "South Carolina", "South Dakota", "West Virginia",
    ]
)  # fmt: skip

"""The states of the United States: places here, since they are no states among states."""

_ABBREVIATED = """
Ala=Alabama Ariz=Arizona Ark=Arkansas Calif=California Colo=Colorado Conn=Connecticut
Del=Delaware Fla=Florida Ga=Georgia Ill=Illinois Ind=Indiana Kan=Kansas Ky=Kentucky
La=Louisiana Mass=Massachusetts Md=Maryland Mich=Michigan Minn=Minnesota Mo=Missouri
Mont=Montana Neb=Nebraska Nev=Nevada Okla=Oklahoma Ore=Oregon Pa=Pennsylvania Tenn=Tennessee
Tex=Texas Va=Virginia Vt=Vermont Wash=Washington Wis=Wisconsin Wyo=Wyoming
"""
ABBREVIATED = dict(pair.split("=") for pair in _ABBREVIATED.split()) | {
    "N.H": "New Hampshire", "N.J": "New Jersey", "N.M": "New Mexico", "N.Y": "New York",
    "N.C": "North Carolina", "N.D": "North Dakota", "R.I": "Rhode Island",
    "NYC": "New York", "S.C": "South Carolina", "S.D": "South Dakota", "W.Va": "West Virginia",
}  # fmt: skip

"""How news writes American states behind a town, without the last dot, to the state."""
