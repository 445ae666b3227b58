"""Languages as databases name them, in the language of their own screen."""

from __future__ import annotations

_NAMES = {
    "ar": "arabic arabe arabisch árabe 阿拉伯文",
    "bg": "bulgarian bulgare bulgarisch búlgaro",
    "ca": "catalan katalanisch catalán",
    "cs": "czech tchèque tschechisch checo",
    "da": "danish danois dänisch danés",
    "de": "german allemand deutsch alemán tedesco duits 德文",
    "el": "greek grec griechisch griego",
    "en": "english anglais englisch inglés inglese engels inglês 英文 英語",
    "es": "spanish espagnol spanisch español spagnolo spaans 西班牙文",
    "et": "estonian estonien estnisch",
    "fi": "finnish finnois finnisch finés",
    "fr": "french français französisch francés francese frans 法文",
    "he": "hebrew hébreu hebräisch",
    "hi": "hindi",
    "hu": "hungarian hongrois ungarisch húngaro",
    "id": "indonesian indonésien indonesisch bahasa-indonesia",
    "it": "italian italien italienisch italiano italiaans",
    "ja": "japanese japonais japanisch japonés 日文 日本語",
    "ko": "korean coréen koreanisch coreano 韩文",
    "lt": "lithuanian lituanien litauisch",
    "lv": "latvian letton lettisch",
    "ms": "malay malais malaiisch bahasa-malaysia",
    "nl": "dutch néerlandais niederländisch neerlandés olandese nederlands 荷兰文",
    "no": "norwegian norvégien norwegisch noruego",
    "pl": "polish polonais polnisch polaco",
    "pt": "portuguese portugais portugiesisch português portugués portoghese portugees",
    "ro": "romanian roumain rumänisch rumano",
    "ru": "russian russe russisch ruso russo 俄文",
    "sk": "slovak slovaque slowakisch",
    "sl": "slovenian slovène slowenisch",
    "sv": "swedish suédois schwedisch sueco",
    "th": "thai thaï",
    "tr": "turkish turc türkisch turco",
    "uk": "ukrainian ukrainien ukrainisch",
    "vi": "vietnamese vietnamien vietnamesisch",
    "zh": "chinese chinois chinesisch chino cinese chinees chinese-(simplified) "
    "chinese-(traditional) chinese-simplified chinese-traditional 中文 中文(简体) 中文(繁體)",
}
_CODES = {name: code for code, names in _NAMES.items() for name in names.split()}


def code_of(name: str) -> str | None:
    """The ISO 639-1 code of a language's name: "ENGLISH", "Français"; None for any other.

    Of several ("English; French") the first.
    """
    first = name.split(";")[0].split(",")[0].split("|")[0].strip().casefold()
    return _CODES.get(first.replace(" - ", "-").replace(" ", "-"))
