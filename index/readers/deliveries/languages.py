"""Languages as databases name them, in the language of their own screen."""

from __future__ import annotations

from index.article.languages import LANGUAGES, language_code

# What languages are called in French, German, Spanish, Italian, Dutch and Chinese.
_ABROAD = {
    "ar": "arabe arabisch árabe arabo 阿拉伯文",
    "bg": "bulgare bulgarisch búlgaro bulgaro",
    "ca": "catalan katalanisch catalán catalano",
    "cs": "tchèque tschechisch checo ceco tsjechisch",
    "da": "danois dänisch danés danese deens",
    "de": "allemand alemán tedesco duits 德文",
    "el": "grec griechisch griego greco grieks",
    "en": "anglais englisch inglés inglese engels inglês 英文 英語",
    "es": "espagnol spanisch spagnolo spaans 西班牙文",
    "et": "estonien estnisch estonio estone",
    "fi": "finnois finnisch finés finlandese fins",
    "fr": "französisch francés francese frans 法文",
    "he": "hébreu hebräisch hebreo ebraico hebreeuws",
    "hu": "hongrois ungarisch húngaro ungherese hongaars",
    "id": "indonésien indonesisch indonesio bahasa-indonesia",
    "it": "italien italienisch italiaans 意大利文",
    "ja": "japonais japanisch japonés giapponese japans 日文",
    "ko": "coréen koreanisch coreano koreaans 韩文 韓文",
    "lt": "lituanien litauisch lituano",
    "lv": "letton lettisch letón lettone",
    "ms": "malais malaiisch malayo bahasa-malaysia",
    "nl": "néerlandais niederländisch neerlandés holandés olandese 荷兰文",
    "no": "norvégien norwegisch noruego norvegese noors",
    "pl": "polonais polnisch polaco polacco pools",
    "pt": "portugais portugiesisch portugués portoghese portugees 葡萄牙文",
    "ro": "roumain rumänisch rumano rumeno roemeens",
    "ru": "russe russisch ruso russo 俄文",
    "sk": "slovaque slowakisch eslovaco slovacco slowaaks",
    "sl": "slovène slowenisch esloveno sloveno sloveens",
    "sv": "suédois schwedisch sueco svedese zweeds",
    "th": "thaï thailändisch tailandés",
    "tr": "turc türkisch turco turks",
    "uk": "ukrainien ukrainisch ucraniano ucraino oekraïens",
    "vi": "vietnamien vietnamesisch vietnamita",
    "zh": "chinois chinesisch chino cinese chinees",
}
_CODES = {name: code for code, names in _ABROAD.items() for name in names.split()}
_SHORTEST = 4
"""Characters of a name in Latin letters: what is shorter is a code, of a source for one."""


def code_of(name: str) -> str | None:
    """The code of a language's name, "ENGLISH", "Anglais", "中文(简体)"; None for anything else.

    Of several ("German; Deutsch") the first.
    """
    first = name.split(";")[0].split(",")[0].split("|")[0].split("(")[0].strip().casefold()
    if (code := _CODES.get(first.replace(" ", "-"))) is not None:
        return code
    if first.isascii() and len(first) < _SHORTEST:
        return None
    code = language_code(first)
    return code if code in LANGUAGES else None
