"""Questions to an archive made of the seed articles: search, show, quotes, actors."""

from __future__ import annotations

import hashlib
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from index.config import shipped
from tests.cli.runs import COMMAND, ROOT, Dateline, Done

pytestmark = pytest.mark.xdist_group("seeds_archive")

ARTICLE = {
    "id", "files", "item", "file_sha256", "text_sha256", "text_rules", "version_of", "title",
    "date", "published_at", "updated", "updated_at", "outlet", "section", "agency",
    "dateline", "byline", "editors", "reporting",
    "photo_credit", "url", "language", "words", "basis", "reasons", "extracted", "copy_group",
}  # fmt: skip
QUOTE = {
    "id", "article", "start", "end", "kind", "verbatim", "text", "speaker", "speaker_id",
    "mention", "mention_span", "cue", "cue_span", "confidence", "variant_group", "corrected",
}  # fmt: skip
ACTOR = {"id", "name", "kind", "aliases", "mentions", "count", "quotes", "corrected"}


@pytest.fixture
def ask(dateline: Dateline, seeds_archive: Path) -> Dateline:
    """A command on the archive of the seed articles."""
    return lambda *arguments, **settings: dateline(
        "--archive", seeds_archive, *arguments, **settings
    )


def test_a_hit_is_an_article_with_its_score_and_snippets(ask: Dateline) -> None:
    done = ask("search", "annan", "--json")
    assert done.code == 0
    assert done.records
    for hit in done.records:
        assert set(hit) == ARTICLE | {"score", "snippets"}
        for snippet in hit["snippets"]:
            assert set(snippet) == {"text", "start", "end", "matches"}
            assert snippet["matches"]
            for start, end in snippet["matches"]:
                found = snippet["text"][start - snippet["start"] : end - snippet["start"]]
                assert "annan" in found.lower()


def test_results_are_limited_and_the_whole_count_is_told(ask: Dateline) -> None:
    every = ask("search", "russia", "--limit", "0", "--json").records
    done = ask("search", "russia", "--limit", "1", "--json")
    assert len(every) > 1
    assert [hit["id"] for hit in done.records] == [every[0]["id"]]
    assert f"{len(every)} articles" in done.err
    assert "the first 1 are shown" in done.err


def test_results_in_the_order_of_their_days(ask: Dateline) -> None:
    newest, oldest = (
        [hit["date"] for hit in ask("search", "russia", "--sort", sort, "--json").records]
        for sort in ("-date", "date")
    )
    days = [day for day in newest if day]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)
    assert [day for day in oldest if day] == sorted(days)


def test_a_person_reads_headlines_and_where_they_are_from(ask: Dateline) -> None:
    done = ask("search", "annan")
    [hit, *_] = ask("search", "annan", "--json").records
    lines = done.out.splitlines()
    assert str(hit["title"]) in lines[0]
    assert lines[1].startswith(f"    {hit['id']}  ")
    assert "\x1b" not in done.out


def test_nothing_found_is_1_and_says_so(ask: Dateline) -> None:
    done = ask("search", "xylophonist")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Nothing says xylophonist.")
    done = ask("search", "xylophonist", "--json")
    assert (done.code, done.out) == (1, "")


def test_a_query_that_does_not_parse_is_wrong_usage(ask: Dateline) -> None:
    done = ask("search", "date:someday", "--json")
    assert (done.code, done.err) == (2, "")
    assert list(done.records[0]) == ["error"]


def test_show_tells_everything_of_an_article(ask: Dateline) -> None:
    for seed in sorted(shipped("seeds").glob("*.txt")):
        done = ask("show", seed.name, "--json")
        assert (done.code, done.err) == (0, "")
        [record] = done.records
        added = {"text", "furniture", "subheads", "set_off", "pages", "quotes", "actors", "reading"}
        assert set(record) == ARTICLE | added
        assert record["file_sha256"] == hashlib.sha256(seed.read_bytes()).hexdigest()
        assert record["text_sha256"] == hashlib.sha256(record["text"].encode()).hexdigest()
        assert record["files"] == [str(seed)]
        assert record["extracted"]
        assert record["reading"] == {
            "language": "en",
            "search": "in English, all forms of a word (Porter)",
            "stemmer": "Porter",
            "quotes": True,
            "why": None,
        }
        assert record["quotes"]
        assert record["actors"]
        assert all(set(quote) == QUOTE for quote in record["quotes"])
        assert all(set(actor) == ACTOR for actor in record["actors"])
        for quote in record["quotes"]:
            assert record["text"][quote["start"] : quote["end"]] == quote["text"]


def test_an_article_is_named_by_its_id_file_or_headline(ask: Dateline) -> None:
    [record] = ask("show", "001_", "--json").records
    assert ask("show", record["id"], "--json").records == [record]
    assert ask("show", record["title"][:20], "--json").records == [record]


def test_a_name_of_no_article_is_nothing_found_and_of_several_a_problem(ask: Dateline) -> None:
    for name, code in (("no such article", 1), ("00", 3)):
        done = ask("show", name)
        assert (done.code, done.out) == (code, "")
        assert len(done.err.splitlines()) == 1


def test_a_person_reads_an_article_with_its_numbers_and_what_was_inferred(
    ask: Dateline,
) -> None:
    for name in ("000_", "001_", "002_", "003_"):
        [record] = ask("show", name, "--json").records
        page = ask("show", name).out
        for fact, reason in record["reasons"].items():
            assert fact.replace("_", " ").capitalize() in page
            assert f"(inferred: {reason})" in page
        assert re.search(r"^1   \S", page, re.MULTILINE)
        assert record["text_sha256"] in page
        for quote in record["quotes"]:
            assert " ".join(quote["text"].split()) in page


def test_quotes_by_speaker_subject_and_kind(ask: Dateline) -> None:
    every = ask("quotes", "--kind", "all", "--json").records
    assert all(set(quote) == QUOTE for quote in every)
    spoken = ask("quotes", "--json").records
    assert ids(ask("quotes", "--json")) == {q["id"] for q in every if q["kind"] != "act"}
    assert len(spoken) == len({quote["id"] for quote in spoken})
    direct = ask("quotes", "--kind", "direct", "--json").records
    assert direct
    assert {quote["kind"] for quote in direct} == {"direct"}
    speaker = direct[0]["speaker"]
    assert speaker
    by_speaker = ask("quotes", "--speaker", speaker, "--json").records
    assert {quote["speaker"] for quote in by_speaker} == {speaker}
    assert direct[0] in by_speaker
    done = ask("quotes", "--speaker", "Nobody Whosoever", "--json")
    assert (done.code, done.out) == (1, "")


def test_a_person_reads_who_said_what(ask: Dateline) -> None:
    [quote, *_] = ask("quotes", "--kind", "direct", "--json").records
    page = ask("quotes", "--kind", "direct").out
    assert f"“{' '.join(quote['text'].split())}”" in page
    heading, count = page.splitlines()[0].split(" · ")
    assert (heading, count.split()[0]) == (quote["speaker"], str(_of(ask, quote["speaker"])))


def _of(ask: Dateline, speaker: str) -> int:
    direct = ask("quotes", "--kind", "direct", "--json").records
    return sum(1 for quote in direct if quote["speaker"] == speaker)


def test_quotes_stand_by_speaker_by_name_or_by_day(ask: Dateline) -> None:
    by_speaker = ask("quotes", "--json").records
    order = list(dict.fromkeys(quote["speaker"] for quote in by_speaker))
    counts = [sum(1 for q in by_speaker if q["speaker"] == name) for name in order if name]
    assert counts == sorted(counts, reverse=True)
    by_name = ask("quotes", "--by", "name", "--json").records
    names = list(dict.fromkeys(quote["speaker"] for quote in by_name if quote["speaker"]))
    assert [name.casefold() for name in names] == sorted(name.casefold() for name in names)
    days = {record["id"]: record["date"] for record in ask("search", "", "--json").records}
    by_day = [days[quote["article"]] for quote in ask("quotes", "--by", "day", "--json").records]
    assert by_day == sorted(by_day, key=lambda day: day or "", reverse=True)
    assert len(by_speaker) == len(by_name) == len(by_day)
    page = ask("quotes", "--by", "day").out.splitlines()
    assert page[0].endswith(" quotes")
    assert any(line.startswith("undated · ") for line in page) == (None in by_day)


def test_so_many_quotes_are_printed_and_all_are_told_of(ask: Dateline) -> None:
    every = ask("quotes", "--json").records
    done = ask("quotes", "--limit", 2, "--json")
    assert done.records == every[:2]
    assert f"{len(every)} quotes by " in done.err
    assert "the first 2 are shown" in done.err


def test_a_query_may_begin_with_a_word_to_leave_out(ask: Dateline) -> None:
    every = ids(ask("search", "syria", "--json"))
    for word in ("-annan", "-health", '-"peace plan"'):
        some = ids(ask("search", word, "syria", "--json"))
        assert some == ids(ask("search", "syria", word, "--json"))
        assert some == ids(ask("search", "--json", "--", word, "syria"))
        assert some <= every
    assert ask("search", "-annan", "--limit", "1").code in (0, 1)
    assert ask("export", "syria", "-o", "-").out.startswith("> ")


def ids(done: Done) -> set[object]:
    assert done.code in (0, 1)
    return {record["id"] for record in done.records}


def test_the_actors_of_a_single_article_come_with_their_mentions(ask: Dateline) -> None:
    assert all(actor["mentions"] == [] for actor in ask("actors", "--json").records)
    [record] = ask("show", "001_", "--json").records
    query = f"file:{Path(record['files'][0]).name}"
    assert len(ask("search", query, "--json").records) == 1
    actors = ask("actors", query, "--json").records
    assert {actor["id"]: actor["mentions"] for actor in actors} == {
        actor["id"]: actor["mentions"] for actor in record["actors"]
    }
    assert all(len(actor["mentions"]) == actor["count"] for actor in actors)


def test_actors_by_kind(ask: Dateline) -> None:
    every = ask("actors", "--json").records
    assert all(set(actor) == ACTOR for actor in every)
    people = ask("actors", "--kind", "person", "--json").records
    assert people == [actor for actor in every if actor["kind"] == "person"]
    names = {actor["name"] for actor in people}
    assert {"Vladimir Putin", "Kofi Annan"} <= names
    page = ask("actors", "--kind", "person").out
    assert all(re.search(f"^{re.escape(name)}: ", page, re.MULTILINE) for name in names)


def on_a_terminal(archive: Path, home: Path, *command: str, **environment: str) -> bytes:
    """What a person's terminal, 60 columns wide, gets from a command; else from a search."""
    terminal, ours = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "--archive", archive, *(command or ("search", "annan"))],
        stdin=subprocess.DEVNULL,
        stdout=ours,
        stderr=subprocess.DEVNULL,
        cwd=home,
        env=os.environ
        | {"PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "60", "NO_COLOR": ""}
        | environment,
    )
    os.close(ours)
    seen = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not part:
            break
        seen += part
    os.close(terminal)
    assert process.wait() == 0
    return seen


def test_hits_are_bold_on_a_terminal_and_lines_fit_it(seeds_archive: Path, home: Path) -> None:
    seen = on_a_terminal(seeds_archive, home)
    assert re.search(rb"\x1b\[1m[^\x1b]*Annan[^\x1b]*\x1b\[0m", seen)
    plain = re.sub(rb"\x1b\[[01]m", b"", seen)
    assert b"\x1b" not in plain
    snippets = [line for line in plain.decode().splitlines() if line.startswith("    ")]
    assert max(map(len, snippets)) <= 60


def test_who_said_what_fits_a_terminal_without_cutting_a_word(
    seeds_archive: Path, home: Path
) -> None:
    seen = re.sub(r"\x1b\[[01]m", "", on_a_terminal(seeds_archive, home, "quotes").decode())
    assert "    — " in seen
    assert max(map(len, seen.splitlines())) <= 60


def test_without_colours_nothing_is_bold(seeds_archive: Path, home: Path) -> None:
    assert b"\x1b" not in on_a_terminal(seeds_archive, home, NO_COLOR="1")
    assert b"\x1b" not in on_a_terminal(seeds_archive, home, TERM="dumb")
