"""The index and the text agree: an article is found exactly where its text has a hit."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.fulltext.hits import find_matches
from index.query import And, Field, Node, Not, Or, Query
from tests.fulltext.corpus import NOBODY, article, asked, corpus

# Few words, so that phrases and compounds meet often; inflected, hyphenated and joined forms.
WORDS = ["cease", "fire", "ceasefire", "cease-fire", "cease-fires", "fires", "pro-cease-fire"]
WORDS += ["U.N.", "UN", "UN-backed", "backed", "unbacked", "the", "of", "Annan's", "annan", "us"]
WORDS += [
    "plan",
    "plans",
    "planned",
    "use",
    "using",
    "U.S.",
    "10-15",
    "1015",
    "é",
    "e\u0301",
    "a-b-c",
]
WORDS += ["abc", "ab", "c", "AT&T", "日本"]
WORD = st.sampled_from(WORDS)
TEXT = st.lists(st.one_of(WORD, st.sampled_from([",", "\n\n", "PITCH"])), max_size=14).map(" ".join)
ARTICLE = st.tuples(
    st.one_of(st.none(), st.lists(WORD, min_size=1, max_size=4).map(" ".join)), TEXT
)

SIMPLE = st.one_of(
    WORD,
    st.lists(WORD, min_size=1, max_size=4).map(lambda words: f'"{" ".join(words)}"'),
    st.sampled_from(["cea*", "cease-f*", "pl*", "un*", "fire*", "a-b*", "u*"]),
)
FIELDED = st.one_of(SIMPLE, SIMPLE.map("title:{}".format), SIMPLE.map("body:{}".format))
QUERY = st.recursive(
    FIELDED,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} {pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]} OR {pair[1]})"),
        inner.map(lambda query: f"(NOT {query})"),
    ),
    max_leaves=4,
)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(ARTICLE, min_size=2, max_size=6),
    st.lists(ARTICLE, max_size=3),
    st.lists(QUERY, min_size=1, max_size=8),
    st.booleans(),
)
def test_articles_are_found_exactly_where_their_texts_have_hits(
    first: list[tuple[str | None, str]],
    second: list[tuple[str | None, str]],
    queries: list[str],
    typing: bool,
) -> None:
    docs = [
        article(
            str(number),
            body,
            headline=headline,
            furniture={"PITCH": "pitch"} if "PITCH" in body else None,
        )
        for number, (headline, body) in enumerate([*first, *second])
    ]
    with tempfile.TemporaryDirectory() as folder:
        archive = corpus(Path(folder), *docs[: len(first)])
        # A second segment, and deletions in the first.
        archive.index.apply(docs[len(first) :] + docs[:1], ["1"])
        searcher = archive.index.searcher()
        present = [doc for doc in docs if doc.id != "1"]
        for text in queries:
            query = asked(text)

            def has(node: Node, field: str | None, identity: str, query: Query = query) -> bool:
                if isinstance(node, And):
                    return all(has(part, field, identity) for part in node.parts)
                if isinstance(node, Or):
                    return any(has(part, field, identity) for part in node.parts)
                if isinstance(node, Not):
                    return not has(node.part, field, identity)
                if isinstance(node, Field):
                    return has(node.part, node.name, identity)
                doc = docs[int(identity)]
                leaf = Query(query.text, Field(field, node) if field else node)
                return bool(find_matches(leaf, doc.text, doc.form, typing=typing))

            found = searcher.search(query, NOBODY, typing=typing)
            assert set(found.ids) == {doc.id for doc in present if has(query.root, None, doc.id)}
            assert found.count == len(found.ids) == len(set(found.ids))
        searcher.close()
