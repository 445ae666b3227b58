"""Any language is searched by all forms of its words, and no language's forms leak into another."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.article import STEMMERS
from index.fulltext.hits import find_matches
from index.fulltext.languages import chunks_abroad, forms_of
from index.query import And, Node, Not, Or, Query
from tests.fulltext.corpus import NOBODY, Corpus, article, asked, corpus

COPY = {
    "de": "Die Häuser am Markt sind alt. Des Hauses Dach fehlt; die Regierungen streiten.",
    "fr": "L'élection divise les gouvernements. Qu'elle soit arrivée ou non, l'État décide.",
    "es": "Los gobiernos hablan de la situación económica. Habló el ministro.",
    "ru": "Правительства договорились с министрами. Это вторая ёлка на площади.",
    "ar": "اجتمعت الحكومات مع الوزراء. قال وزير إن المُعَلِّم غادر.",
    "it": "I governi discutono dell'elezione. Le città aspettano.",
    "pt": "As situações mudaram depois das eleições.",
    "nl": "De regeringen praten over huizen.",
    "sv": "Regeringarna talar om husen.",
    "hu": "A kormányok a házakról beszélnek.",
    "tr": "Hükümetler İstanbul'da görüştü.",
    "zh": "中国总理星期一抵达北京访问。",
    "ja": "首相は月曜日に東京で会談した。",
    "th": "รัฐบาลแถลงเมื่อวันจันทร์ที่กรุงเทพ",
    "ko": "대통령은 월요일 서울에서 회담했다.",
    "he": "הַמֶּמְשָׁלָה התכנסה ביום שני.",
    "el": "Η Κυβέρνηση συνεδρίασε τη Δευτέρα.",
    "en": "The governments met on house prices; banks were banking.",
}
FOUND = [
    ("de", "Haus", ["Häuser", "Hauses"]),
    ("de", "haeuser", []),
    ("de", "hauser", ["Häuser", "Hauses"]),
    ("de", "Regierung", ["Regierungen"]),
    ("fr", "gouvernement", ["gouvernements"]),
    ("fr", "élections", ["élection"]),
    ("fr", "elections", ["élection"]),
    ("fr", "l'élection", ["L'élection"]),
    ("fr", '"élection divise"', ["élection divise"]),
    ("fr", '"l\'élection divise"', ["L'élection divise"]),
    ("fr", "arriver", ["arrivée"]),
    ("fr", "état", ["État"]),
    ("es", "gobierno", ["gobiernos"]),
    ("es", "situaciones", ["situación"]),
    ("es", "situacion", ["situación"]),
    ("es", "hablar", ["hablan", "Habló"]),
    ("ru", "правительство", ["Правительства"]),
    ("ru", "министр", ["министрами"]),
    ("ru", "елки", ["ёлка"]),
    ("ar", "الحكومة", ["الحكومات"]),
    ("ar", "حكومة", ["الحكومات"]),
    ("ar", "المعلم", ["المُعَلِّم"]),
    ("it", "elezioni", ["elezione"]),
    ("it", "governo", ["governi"]),
    ("it", "citta", ["città"]),
    ("pt", "situação", ["situações"]),
    ("pt", "situacao", ["situações"]),
    ("nl", "regering", ["regeringen"]),
    ("sv", "regering", ["Regeringarna"]),
    ("hu", "kormány", ["kormányok"]),
    ("hu", "kormany", ["kormányok"]),
    ("tr", "hükümet*", ["Hükümetler"]),
    ("tr", "istanbul*", ["İstanbul'da"]),
    ("zh", "北京", ["北京"]),
    ("zh", "京北", []),
    ("zh", "总理", ["总理"]),
    ("ja", "東京", ["東京"]),
    ("th", "กรุงเทพ", ["กรุงเทพ"]),
    ("th", "จันทร์", ["จันทร์"]),
    ("ko", "서울*", ["서울에서"]),
    ("he", "הממשלה", ["הַמֶּמְשָׁלָה"]),
    ("el", "κυβερνηση", ["Κυβέρνηση"]),
    ("en", "government", ["governments"]),
    ("en", "bank", ["banks", "banking"]),
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    docs = [article(code, copy, language=code) for code, copy in COPY.items()]
    return corpus(tmp_path_factory.mktemp("world"), *docs)


@pytest.mark.parametrize(("language", "query", "words"), FOUND)
def test_a_word_is_found_in_all_its_forms(
    world: Corpus, language: str, query: str, words: list[str]
) -> None:
    assert (language in world.find(query)) == bool(words)
    assert world.hits(query, language) == words


@pytest.mark.parametrize(("language", "query", "words"), FOUND)
def test_and_its_forms_are_shown(
    world: Corpus, language: str, query: str, words: list[str]
) -> None:
    doc = world.articles[language]
    traces = world.searcher.traces_in(asked(query), [language])
    [snippet] = world.searcher.snippets(asked(query), doc.text, doc.form, traces=traces[language])
    assert [
        snippet.text[a - snippet.start : b - snippet.start] for a, b in snippet.matches
    ] == words


# German joins "Banker" and "Bankern", English "banker" and "bank", neither "Banken" and "banks".
GERMAN = "Der Banker traf Bankern und sagte news."
ENGLISH = "A banker met bankers; the newer banks plan."


@pytest.fixture
def two(tmp_path: Path) -> Corpus:
    return corpus(
        tmp_path,
        article("de", GERMAN, language="de"),
        article("en", ENGLISH, language="en"),
        article("unknown", ENGLISH),
        article("pl", ENGLISH, language="pl"),
    )


def test_forms_of_one_language_are_not_those_of_another(two: Corpus) -> None:
    assert two.find("plans") == {"en", "unknown"}
    assert two.find("bankers") == {"en", "unknown", "pl", "de"}
    assert two.find("bankern") == {"de"}
    assert two.hits("bankern", "de") == ["Banker", "Bankern"]
    assert two.hits("bankern", "en") == []
    assert two.hits("plans", "unknown") == ["plan"]


def test_where_a_language_has_no_stemmer_words_are_found_as_they_are_written(two: Corpus) -> None:
    assert "pl" in two.find("bankers")
    assert two.hits("bankers", "pl") == ["bankers"]
    assert "pl" not in two.find("planned")
    assert "pl" in two.find("plann* OR plan")


def test_the_form_that_was_typed_counts_most(tmp_path: Path) -> None:
    archive = corpus(
        tmp_path,
        article("many", "Das alte Haus.", language="de"),
        article("one", "Die alten Häuser.", language="de"),
    )
    assert list(archive.ranked("Häuser").ids) == ["one", "many"]
    assert list(archive.ranked("Haus").ids) == ["many", "one"]


def test_words_near_each_other_are_found_in_their_forms(world: Corpus) -> None:
    assert world.find("Haus w/3 Markt") == {"de"}
    assert world.find("Haus w/s Regierung") == {"de"}
    assert world.find("gouvernement w/s élections") == {"fr"}
    assert world.hits("gouvernement w/s élections", "fr") == ["élection", "gouvernements"]


def test_a_word_as_it_is_spelled_has_no_other_forms(world: Corpus) -> None:
    assert world.find("=Haus") == set()
    assert world.find("=élection") == {"fr"}
    assert world.find('"Häuser am Markt"') == {"de"}
    assert world.find('"Haus am Markt"') == set()


@given(st.sampled_from(sorted(STEMMERS)), st.text("abcegiloqruyáéíõçßаеийія", max_size=8))
def test_no_word_is_too_odd_for_a_stemmer(language: str, word: str) -> None:
    [*chunks_abroad(word, language)]
    assert isinstance(forms_of(word, language), tuple)


def test_a_word_that_whooshs_stemmer_stumbles_over_is_found_as_it_is_written(
    tmp_path: Path,
) -> None:
    archive = corpus(tmp_path, article("a", "Dicen que argue no es palabra.", language="es"))
    assert archive.find("argue") == {"a"}
    assert archive.hits("argue") == ["argue"]


def test_a_headline_has_forms_too(tmp_path: Path) -> None:
    doc = article("a", "Mehr dazu.", headline="Häuser brennen", language="de")
    archive = corpus(tmp_path, doc)
    assert archive.find("title:Haus") == {"a"}
    assert archive.hits("title:Haus") == ["Häuser"]


def test_what_is_being_typed_is_found_by_its_beginning_and_in_its_forms(world: Corpus) -> None:
    assert world.find("gouvern", typing=True) == {"fr"}
    assert world.find("Häus", typing=True) == {"de"}
    assert world.hits("regierungs", "de", typing=True) == ["Regierungen"]


LANGUAGES = st.sampled_from([None, "en", "de", "fr", "pl"])
WORDS = [
    "Haus",
    "Häuser",
    "Hauses",
    "house",
    "houses",
    "housing",
    "plan",
    "plans",
    "plane",
    "Plänen",
]
WORDS += ["l'élection", "élections", "election", "cease-fire", "ceasefires", "Zug-Verkehr"]
WORDS += ["Zugverkehrs", "zugverkehr", "d'Haus", "日本", "Hau"]
WORD = st.sampled_from(WORDS)
TEXT = st.lists(st.one_of(WORD, st.sampled_from([".", "\n\n"])), max_size=10).map(" ".join)
ARTICLE = st.tuples(LANGUAGES, st.one_of(st.none(), WORD), TEXT)
SIMPLE = st.one_of(
    WORD,
    WORD.map("={}".format),
    st.lists(WORD, min_size=2, max_size=3).map(lambda words: f'"{" ".join(words)}"'),
    st.tuples(WORD, WORD).map(lambda pair: f"({pair[0]} w/2 {pair[1]})"),
    st.sampled_from(["ha*", "pl*", "*s", "hous~", "l'el*"]),
)
QUERY = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} OR {pair[1]})"),
        inner.map("(NOT ({}))".format),
    ),
    max_leaves=3,
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(ARTICLE, min_size=2, max_size=5),
    st.lists(ARTICLE, max_size=3),
    st.lists(QUERY, min_size=1, max_size=8),
    st.booleans(),
)
def test_index_and_texts_agree_in_every_language(
    first: list[tuple[str | None, str | None, str]],
    second: list[tuple[str | None, str | None, str]],
    queries: list[str],
    typing: bool,
) -> None:
    docs = [
        article(str(number), body, headline=headline, language=language)
        for number, (language, headline, body) in enumerate([*first, *second])
    ]
    with tempfile.TemporaryDirectory() as folder:
        archive = corpus(Path(folder), *docs[: len(first)])
        archive.index.apply(docs[len(first) :] + docs[:1], ["1"])
        searcher = archive.index.searcher()
        present = [doc for doc in docs if doc.id != "1"]
        for text in queries:
            query = asked(text)

            def has(node: Node, identity: str, query: Query = query) -> bool:
                if isinstance(node, And):
                    return all(has(part, identity) for part in node.parts)
                if isinstance(node, Or):
                    return any(has(part, identity) for part in node.parts)
                if isinstance(node, Not):
                    return not has(node.part, identity)
                doc = docs[int(identity)]
                return bool(
                    find_matches(Query(query.text, node), doc.text, doc.form, typing=typing)
                )

            found = searcher.search(query, NOBODY, typing=typing)
            assert set(found.ids) == {doc.id for doc in present if has(query.root, doc.id)}
            traces = searcher.traces_in(query, [doc.id for doc in present], typing=typing)
            for doc in present:
                plain = searcher.matches(query, doc.text, doc.form, typing=typing)
                traced = searcher.matches(
                    query, doc.text, doc.form, typing=typing, traces=traces[doc.id]
                )
                assert traced == plain
        searcher.close()
