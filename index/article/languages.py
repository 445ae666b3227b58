"""Languages by their codes of two letters (ISO 639-1, three from 639-3 where there is none), and
what else they are called by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

_NAMES: Final = """
af Afrikaans, am Amharic, ar Arabic, az Azerbaijani, be Belarusian, bg Bulgarian, bn Bengali,
bo Tibetan, bs Bosnian, ca Catalan, cs Czech, cy Welsh, da Danish, de German, el Greek, en English,
eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, fi Finnish, fil Filipino, fr French,
ga Irish, gl Galician, gu Gujarati, ha Hausa, he Hebrew, hi Hindi, hr Croatian, hu Hungarian,
hy Armenian, id Indonesian, is Icelandic, it Italian, ja Japanese, ka Georgian, kk Kazakh,
km Khmer, kn Kannada, ko Korean, ku Kurdish, la Latin, lb Luxembourgish, lo Lao, lt Lithuanian,
lv Latvian, mk Macedonian, ml Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese,
my Burmese, ne Nepali, nl Dutch, no Norwegian, pa Punjabi, pl Polish, ps Pashto, pt Portuguese,
ro Romanian, ru Russian, si Sinhala, sk Slovak, sl Slovenian, so Somali, sq Albanian, sr Serbian,
sv Swedish, sw Swahili, ta Tamil, te Telugu, th Thai, ti Tigrinya, tr Turkish, uk Ukrainian,
ur Urdu, uz Uzbek, vi Vietnamese, yi Yiddish, zh Chinese, zu Zulu
"""
LANGUAGES: Final[dict[str, str]] = {
    entry.split()[0]: entry.split()[1] for entry in _NAMES.split(",")
}
"""The English name of each language, by its code."""

# Other codes for them: those of ISO 639-2, older ones, and those of their standards.
_CODES: Final = """
afr af, amh am, ara ar, arb ar, aze az, bel be, bul bg, ben bn, bod bo, tib bo, bos bs, cat ca,
ces cs, cze cs, cym cy, wel cy, dan da, deu de, ger de, ell el, gre el, eng en, epo eo, spa es,
est et, eus eu, baq eu, fas fa, per fa, fin fi, tl fil, tgl fil, fra fr, fre fr, gle ga, glg gl,
guj gu, hau ha, heb he, iw he, hin hi, hrv hr, hun hu, hye hy, arm hy, ind id, in id, isl is,
ice is, ita it, jpn ja, kat ka, geo ka, kaz kk, khm km, kan kn, kor ko, kur ku, ckb ku, kmr ku,
lat la, ltz lb, lao lo, lit lt, lav lv, mkd mk, mac mk, mal ml, mon mn, mar mr, msa ms, may ms,
mlt mt, mya my, bur my, nep ne, nld nl, dut nl, nor no, nb no, nn no, nob no, nno no, pan pa,
pol pl, pus ps, por pt, ron ro, rum ro, mo ro, rus ru, sin si, slk sk, slo sk, slv sl, som so,
sqi sq, alb sq, srp sr, sh sr, swe sv, swa sw, tam ta, tel te, tha th, tir ti, tur tr, ukr uk,
urd ur, uzb uz, vie vi, yid yi, ji yi, zho zh, chi zh, cmn zh, yue zh, zul zu
"""
# What they call themselves, and other names in English.
_OTHER: Final = """
العربية ar, български bg, català ca, čeština cs, dansk da, deutsch de, ελληνικά el, español es,
castellano es, castilian es, eesti et, فارسی fa, farsi fa, suomi fi, tagalog fil, français fr,
gaeilge ga, galego gl, עברית he, हिन्दी hi, हिंदी hi, hrvatski hr, magyar hu, indonesia id,
íslenska is, italiano it, 日本語 ja, 한국어 ko, lietuvių lt, latviešu lv, melayu ms, nederlands nl,
flemish nl, norsk no, bokmål no, nynorsk no, polski pl, português pt, brazilian pt, română ro,
moldovan ro, русский ru, slovenčina sk, slovenščina sl, slovene sl, shqip sq, српски sr, srpski sr,
svenska sv, kiswahili sw, ไทย th, türkçe tr, українська uk, اردو ur, 中文 zh, 汉语 zh, 漢語 zh,
mandarin zh, cantonese zh
"""


def _table(listed: str) -> dict[str, str]:
    pairs = (entry.rsplit(maxsplit=1) for entry in listed.split(","))
    return {told.strip(): code for told, code in pairs}


_MEANT: Final = {
    **{code: code for code in LANGUAGES},
    **{name.casefold(): code for code, name in LANGUAGES.items()},
    **_table(_CODES),
    **_table(_OTHER),
}
_LONGEST_CODE: Final = 3


STEMMERS: Final[dict[str, str]] = {
    "en": "Porter",
    "ar": "light10",
    **dict.fromkeys("da de es fi fr hu it nl no pt ro ru sv".split(), "Snowball"),
}
"""The languages whose words are found in all their forms, and by whose rules."""


@dataclass(frozen=True, slots=True)
class ByLanguage:
    """How an article is searched and read for its language.

    `language` is its code, None where it is unknown: then it is taken for English. `stemmer` says
    by whose rules its words are found in all their forms, None where they are found as they are
    written. `quotes` tells whether it is read for quotes and actors; if not, `why` is a clause.
    """

    language: str | None
    stemmer: str | None
    quotes: bool
    why: str | None = None

    @property
    def search(self) -> str:
        """How its words are found, for a person."""
        language = "as English" if self.language is None else f"in {language_name(self.language)}"
        if self.stemmer is None:
            return f"{language}, words as they are written"
        return f"{language}, all forms of a word ({self.stemmer})"

    def to_json(self) -> dict[str, object]:
        return {
            "language": self.language,
            "search": self.search,
            "stemmer": self.stemmer,
            "quotes": self.quotes,
            "why": self.why,
        }


def language_begins(told: str) -> bool:
    """Whether what a language is called by begins so."""
    return any(each.startswith(told.strip().casefold()) for each in _MEANT)


def language_name(code: str) -> str:
    """The English name of a language; the code itself where none is known."""
    return LANGUAGES.get(code, code)


def language_code(told: str) -> str | None:
    """The code of a language as a source tells it: "de", "de-AT", "ger", "German", "Deutsch".

    A code that is not known is its first part, in small letters; None for what is none.
    """
    bare = told.strip().casefold()
    first = bare.replace("_", "-").split("-")[0].split("(")[0].strip()
    for each in (bare, first, *first.split()[:1]):
        if each in _MEANT:
            return _MEANT[each]
    if first.isascii() and first.isalpha() and 1 < len(first) <= _LONGEST_CODE:
        return first
    return None
