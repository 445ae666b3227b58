"""What tells languages apart: the scripts of which each writes one, and their commonest words."""

from __future__ import annotations

from typing import Final

SCRIPTS: Final[tuple[tuple[str, str], ...]] = (
    ("el", "\u0370-\u03ff\u1f00-\u1fff"),
    ("cyrillic", "\u0400-\u052f"),
    ("hy", "\u0530-\u058f"),
    ("hebrew", "\u0590-\u05ff"),
    ("arabic", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    ("devanagari", "\u0900-\u0963\u0966-\u097f"),
    ("bn", "\u0980-\u09ff"),
    ("pa", "\u0a00-\u0a7f"),
    ("gu", "\u0a80-\u0aff"),
    ("ta", "\u0b80-\u0bff"),
    ("te", "\u0c00-\u0c7f"),
    ("kn", "\u0c80-\u0cff"),
    ("ml", "\u0d00-\u0d7f"),
    ("si", "\u0d80-\u0dff"),
    ("th", "\u0e00-\u0e7f"),
    ("lo", "\u0e80-\u0eff"),
    ("bo", "\u0f00-\u0fff"),
    ("my", "\u1000-\u109f"),
    ("ka", "\u10a0-\u10ff"),
    ("ethiopic", "\u1200-\u137f"),
    ("km", "\u1780-\u17ff"),
    ("ja", "\u3041-\u3096\u30a1-\u30fa"),
    ("ko", "\uac00-\ud7a3\u1100-\u11ff"),
    ("zh", "\u3400-\u4dbf\u4e00-\u9fff"),
)
"""Each script's letters as ranges, and the language that alone writes it, or the script's name
where several do. Japanese is told by its syllables, Chinese by having none."""

LATIN: Final[dict[str, str]] = {
    "en": (
        "the of and to in that was is for said on with a by it he as at from be are has have "
        "had his not but this who they"
    ),
    "fr": "le la les des du et en est une un que qui dans pour pas au aux sur il de ne se",
    "de": (
        "der die das und den von zu mit sich des auf für ist im dem nicht ein eine er es als "
        "einer wird war sind bei nach auch wie hat aus"
    ),
    "es": "el la los las de que en un una del se por con para su es lo al no",
    "it": "il di che e la un una per non del della è con i le gli nel dei alla si",
    "nl": "de het een van en dat op te zijn met voor niet aan er in om is ook door",
    "pt": (
        "os as de que do da em um uma para com não dos na no por se ao o a e mais foi são é "
        "pela pelo das à ou nos"
    ),
    "sv": (
        "och att det i en på är av för med till den har de inte om ett som var från vid efter "
        "när han mot också under kan ska"
    ),
    "da": (
        "og at det i en på er af for med til den har de ikke om et som var fra ved efter der "
        "han mod også under kan skal blev bliver"
    ),
    "no": (
        "og at det i en på er av for med til den har de ikke om et som var fra ved etter ble "
        "han mot også under kan skal blir"
    ),
    "fi": (
        "ja on ei että se oli hän mutta myös kun ovat joka mukaan olla sekä kuin niin tai ole "
        "jo nyt vain ennen jälkeen kanssa sen he siitä tämä hänen vuonna olisi jos mitä missä "
        "en"
    ),
    "hu": (
        "a az és hogy nem is egy volt meg azt ezt már csak vagy el de kell szerint amely még "
        "ki van hol ez mint lesz után ha mi én pedig között lehet nagy"
    ),
    "ro": "și şi în de la a cu pe din că care nu este pentru mai o un sa au fost prin dar sunt",
    "tr": (
        "ve bir bu da de için ile olarak çok daha olan gibi ne dedi en kadar sonra ancak göre "
        "mi var nasıl değil ise o her ama yeni ilk nerede neden üzerinde tarafından"
    ),
    "pl": "w i na z się do nie że o jest to po przez od za dla jak ale są oraz co przed był",
    "cs": (
        "a v na se je že s z do o to i ve za pro by jsou jako po k od podle byl jeho ale před "
        "jak kde který která které už tak také co aby při"
    ),
    "sk": "a v na sa je že s z do o to aj vo za pre by sú ako po k od podľa bol jeho ale pred",
    "sl": "in v na je se da za so z pa ki po s ni bi kot tudi od bo pri ne ali do še ob več",
    "hr": "i u je na se da za su od s o kao koji će to iz bi nije što ne po ili ali koja prema",
    "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan ke oleh juga tersebut ada",
    "vi": "và của là có cho không được các trong một những với người này đã để khi từ đến năm tại",
    "ca": "de la i el que a en els les per del amb no un una és dels al va han aquest més ha s'ha",
    "gl": (
        "de a e o que en do da os as un unha para non por se ao na no dos das cun foi máis é "
        "coa pola polo nun tamén ou á"
    ),
    "eu": "eta da ez du dute bat dira zen ere duen den izan hau egin baina dela arabera urte",
    "sq": "të e në dhe i për me që një nga është se ka u do kanë më si janë nuk ky duke",
    "et": "ja on ei et ta see oli kui mis ka aga või ning kes oma selle pole olid tema mille",
    "lv": "un ir no ar par uz ka kas bet arī tika pēc kā pie vai tiek gada bija nav lai",
    "lt": (
        "ir kad į iš su yra buvo tai bet apie už po per kaip dėl ar bei jau taip nuo metų ne "
        "kas kur tik to jo jų šis o savo"
    ),
    "is": "og að í á er sem til við um var en með fyrir ekki það hann af eru frá hefur verið",
    "ga": "an agus na ar go a i is le sé tá bhí do ag sin nach leis ó chun",
    "cy": "y yn a i o ar yr mae wedi ei bod am oedd gan hefyd eu ond sydd fod gyda",
    "af": "die en van in het is dat nie te om vir met wat hy se aan word op sy ook as deur",
    "sw": "na ya wa kwa ni katika za la cha kuwa hiyo huyo lakini pia hiyo baada hii kama yake",
    "fil": "ang ng sa mga na at ay ni si para kay ito hindi may niya isang siya nang din",
    "so": "oo ka ku in iyo ee uu waxa waa la ayaa ah si u soo aan kale waxay",
    "eo": "la de kaj en estas al ke por ne kun el li estis pri ĝi oni ankaŭ tio sed",
}
CYRILLIC: Final[dict[str, str]] = {
    "ru": (
        "и в не на что с по как это к из у за от но его он о для было был также их года чтобы "
        "я вы где когда все так если только быть"
    ),
    "uk": (
        "і в не на що з та до у за від про як для це він його але або які був після також її "
        "є й її цього де який щоб буде"
    ),
    "be": "і ў не на што з да у за ад пра як для гэта ён яго але або якія быў пасля таксама яе",
    "bg": (
        "и в на се да за от не са че с по е които ще като до при си беше към което има след "
        "или този това той как кой къде"
    ),
    "mk": "и во на се да за од не со дека по е кои ќе како до при беше кон што има над ја го",
    "sr": "и у на се да за од не су је с по као који ће би што то из није али или према",
    "kk": "және бір бұл мен үшін да де деп болды бойынша туралы осы бар керек оның ол деді",
    "mn": "нь юм энэ байна гэж болон бол тэр байгаа хийх ба дээр мөн тухай байсан ч",
}
ARABIC: Final[dict[str, str]] = {
    "ar": (
        "في من على إلى أن التي الذي عن مع هذا هذه ما لا كان أو بعد كما قال بين إن قد لم هو هي "
        "كانت ذلك كل حيث خلال يكون عند منذ أي أين كيف"
    ),
    "fa": "در به از که این را با است برای آن یک خود تا شد بر هم کرد شده می و نیز ها",
    "ur": "کے میں کی ہے اور سے کا کو نے کہ پر ہیں اس یہ کر نہیں تھا بھی جو ایک گیا",
    "ps": "د په او چې له دي کې ته یې سره هم دا شوي خو نه یا وو کړي",
    "ku": "لە و بە بۆ کە ئەو ئەم لەگەڵ دەکات لەسەر بوو هەر یان نییە",
}
HEBREW: Final[dict[str, str]] = {
    "he": (
        "של את לא על עם כי הוא גם זה היא או אל אם בין כל יותר היה רק אך מה יש אני היום לפני "
        "אחרי אשר כדי אבל זאת לו"
    ),
    "yi": "און אין די דער צו פון איז אַז מיט נישט האָט אַ דאָס זיך זענען",
}
DEVANAGARI: Final[dict[str, str]] = {
    "hi": "के में की है और से का को ने कि पर हैं इस यह कर नहीं था भी एक लिए",
    "mr": "आणि आहे या व ही हे की तर होते झाली नाही यांनी असे मात्र केली त्या",
    "ne": "र छ छन् को मा ले भएको पनि गरेको हुन यो लागि भने तथा गर्ने गर्न थियो हो तर एक",
}
ETHIOPIC: Final[dict[str, str]] = {
    "am": "ነው ላይ እና ውስጥ ጋር ግን ወደ ነበር እንደ ይህ ናቸው ምን የት መሆኑን ሲሆን",
    "ti": "እዩ ኣብ ናይ ካብ ናብ ከም እቲ ግን እዚ ምስ ነቲ",
}
