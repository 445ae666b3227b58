"""Papers in other languages: what their form gives away, and which language it is."""

from __future__ import annotations

import pytest

from index.article import Fact
from index.newsform.given import Beside
from index.newsform.reading import read_form
from tests.newsform.pages import COPY, read

FRENCH = (
    "Le candidat de la droite a déclaré lundi qu’il ne céderait pas à la pression et que la "
    "campagne était rude pour les élus.",
    "« Je ne renoncerai jamais », a-t-il affirmé devant des élus dans une salle de la ville.",
)
COPIES = {
    "fr": " ".join(FRENCH),
    "de": "Die Regierung hat am Montag erklärt, dass sie nicht an den Gesprächen teilnehmen werde. "
    "Der Minister sagte, das sei mit dem Kanzler und den Ländern nicht abgesprochen.",
    "es": "El Gobierno anunció el lunes que no participará en las conversaciones con los "
    "sindicatos. El ministro dijo que la oferta no es seria y que se lo había dicho.",
    "it": "Il governo ha detto lunedì che non parteciperà ai colloqui della prossima settimana. "
    "Il ministro ha spiegato che la proposta non è seria e che i sindacati lo sanno.",
    "nl": "De regering heeft maandag gezegd dat ze niet aan het overleg zal meedoen. De minister "
    "vindt dat het aanbod van de bonden niet serieus is en dat er meer moet komen.",
    "pt": "O governo disse na segunda-feira que não vai participar das conversas. O ministro "
    "afirmou que a oferta dos sindicatos não é séria e que isso já foi dito a eles em Lisboa.",
    "en": " ".join(COPY),
    "sv": "Regeringen sade på måndagen att den inte kommer att delta i samtalen. Ministern menar "
    "att det bud som facket har lagt inte är allvarligt och att det måste till mer.",
    "da": "Regeringen sagde mandag, at den ikke vil deltage i forhandlingerne. Ministeren mener, "
    "at det bud, som er kommet af de ansatte, ikke er alvorligt, og at der skal mere til.",
    "no": "Regjeringen sa mandag at den ikke vil delta i forhandlingene etter helgen. Ministeren "
    "mener at det budet som ble lagt fram av de ansatte ikke er alvorlig, og at mer må til.",
    "fi": "Hallitus sanoi maanantaina, että se ei osallistu neuvotteluihin. Ministerin mukaan "
    "tarjous ei ole vakava, mutta keskustelut ovat mahdollisia, kun liitot niin haluavat.",
    "hu": "A kormány hétfőn azt közölte, hogy nem vesz részt a tárgyalásokon. A miniszter szerint "
    "az ajánlat nem komoly, és ezt már a szakszervezetek is tudják, de még van idő.",
    "ro": "Guvernul a anunțat luni că nu va participa la discuții. Ministrul a spus că oferta nu "
    "este serioasă și că sindicatele au fost anunțate, dar mai sunt șanse pentru un acord.",
    "tr": "Hükümet pazartesi günü görüşmelere katılmayacağını açıkladı. Bakan, bu teklifin ciddi "
    "olmadığını ve sendikalar için daha iyi bir öneri gerektiğini söyledi, ancak kapı açık dedi.",
    "pl": "Rząd oświadczył w poniedziałek, że nie weźmie udziału w rozmowach. Minister powiedział, "
    "że oferta związków jest niepoważna i że do porozumienia jest daleko, ale rozmowy trwają.",
    "cs": "Vláda v pondělí oznámila, že se jednání nezúčastní. Ministr řekl, že nabídka odborů "
    "není vážná a že je to pro něj konec, ale podle odborů jsou další kroky na stole.",
    "id": "Pemerintah mengatakan pada hari Senin bahwa mereka tidak akan ikut dalam perundingan "
    "itu. Menteri yang hadir juga menolak tawaran dari serikat pekerja dengan alasan ini.",
    "vi": "Chính phủ cho biết hôm thứ Hai rằng họ sẽ không tham gia các cuộc đàm phán. Bộ trưởng "
    "nói đề nghị này của công đoàn không nghiêm túc và đã được trả lời từ trước.",
    "ru": "Правительство заявило в понедельник, что не примет участия в переговорах. Министр "
    "сказал, что предложение профсоюзов было несерьезным и что это для него уже не новость.",
    "uk": "Уряд заявив у понеділок, що не візьме участі в переговорах. Міністр сказав, що "
    "пропозиція профспілок була несерйозною і що це для нього вже не новина, але є час.",
    "bg": "Правителството заяви в понеделник, че няма да участва в преговорите. Министърът каза, "
    "че предложението на синдикатите не е сериозно и че това ще се обсъди със синдикатите.",
    "ar": "قالت الحكومة يوم الاثنين إنها لن تشارك في المحادثات مع النقابات. وقال الوزير إن العرض "
    "الذي قدم من النقابات لم يكن جادا وإن هذا الموقف لا يتغير بعد كل ما حدث على الأرض.",
    "fa": "دولت روز دوشنبه اعلام کرد که در گفت‌وگوها شرکت نمی‌کند. وزیر گفت این پیشنهاد از سوی "
    "اتحادیه‌ها جدی نیست و آن را برای یک توافق کافی ندانست و با این نظر موافق است.",
    "he": "הממשלה הודיעה ביום שני כי לא תשתתף בשיחות עם האיגודים. השר אמר כי ההצעה של האיגודים "
    "לא רצינית, גם אם הוא מוכן לשמוע עוד, אבל זה לא כל מה שיש על השולחן.",
    "el": "Η κυβέρνηση ανακοίνωσε τη Δευτέρα ότι δεν θα συμμετάσχει στις συνομιλίες.",
    "zh": "政府星期一表示，不会参加与工会的会谈。部长说，工会的提议并不认真。",
    "ja": "政府は月曜日、労組との協議には参加しないと発表した。大臣は提案が真剣ではないと述べた。",
    "ko": "정부는 월요일 노조와의 협상에 참여하지 않겠다고 밝혔다. 제안이 진지하지 않다고 했다.",
    "hi": "सरकार ने सोमवार को कहा कि वह बातचीत में शामिल नहीं होगी। मंत्री ने कहा कि यह प्रस्ताव "
    "गंभीर नहीं है और इस पर फिर से विचार के लिए समय है।",
    "th": "รัฐบาลแถลงเมื่อวันจันทร์ว่าจะไม่เข้าร่วมการเจรจา รัฐมนตรีกล่าวว่าข้อเสนอไม่จริงจัง",
}


@pytest.mark.parametrize("language", COPIES)
def test_a_language_is_told_by_its_script_or_its_commonest_words(language: str) -> None:
    form = read_form(COPIES[language])
    assert (form.language.value, form.language.basis) == (language, "inferred")


def test_english_copy_that_names_the_french_is_english() -> None:
    copy = ("Le Monde and La Repubblica called Les Miserables the best of the year.", *COPY)
    assert read(copy=copy).language.value == "en"


@pytest.mark.parametrize(
    "text",
    [
        "1987 1.25 3.40",
        "Ala ma kota, a kot ma Alę i psa.",
        "X",
        f"{COPIES['de']} {COPIES['de']} {COPIES['fr']}",
        f"{COPIES['zh']} {COPIES['zh']} {COPIES['de']}",
        "Pat Doe 周 Kim Roe",
    ],
)
def test_a_text_too_short_or_of_two_languages_stays_unknown(text: str) -> None:
    assert read_form(text).language.basis == "unknown"


def test_a_page_that_calls_itself_english_and_is_german_is_german() -> None:
    stated = Beside({"language": ("en-US",)})
    language = read_form(COPIES["de"], beside=stated).language
    assert (language.value, language.basis) == ("de", "inferred")
    assert language.reason == "called English, but its words are German"
    assert read_form(COPIES["en"], beside=stated).language == Fact("en", "stated")
    chinese = read_form(COPIES["zh"], beside=stated).language
    assert (chinese.value, chinese.basis) == ("zh", "inferred")


def test_a_source_knows_better_than_a_few_words_or_a_likeness() -> None:
    for text, stated in (("Der Mond.", "en"), (COPIES["da"], "no"), (COPIES["hu"], "rm")):
        language = read_form(text, beside=Beside({"language": (stated,)})).language
        assert (language.value, language.basis) == (stated, "stated")


def test_a_french_page_gives_byline_date_and_headline() -> None:
    form = read(
        "Le Monde",
        "Publié le 3 avril 2017 à 11h20",
        "Par Raphaëlle Bacqué et Jean Dupont",
        "Élysée : l’entourage du candidat s’inquiète",
        copy=FRENCH,
    )
    assert (form.byline.value, form.byline.basis) == (
        ("Raphaëlle Bacqué", "Jean Dupont"),
        "stated",
    )
    assert form.title.value == "Élysée : l’entourage du candidat s’inquiète"
    assert form.date.value == "2017-04-03"
    assert form.outlet.value == "Le Monde"


@pytest.mark.parametrize(
    "line", ["Von Anna Müller und Max Weber", "Por Ana García", "Di Mario Rossi", "Door Jan Smit"]
)
def test_bylines_of_the_neighbours_name_persons(line: str) -> None:
    assert read("Kabinett sagt Treffen ab", line).byline.basis == "stated"


@pytest.mark.parametrize("line", ["Von der Leyen", "Di Maio", "Par for the course"])
def test_words_that_only_look_like_them_are_no_byline(line: str) -> None:
    assert read("Talks falter as government stays away", line).byline.basis != "stated"
