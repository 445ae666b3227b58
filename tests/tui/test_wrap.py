"""Lines of a paragraph: they cover it exactly, fit the width, and part nothing that is one."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.cells import clusters, crop, drawn, plain, width
from tui.widgets.wrap import hard_feeds, wrap

FAMILY = "👨‍👩‍👧"
FLAG = "🇨🇳"
TEXTS = st.lists(
    st.one_of(
        st.text("abcdefghij .,-—'\"\n", max_size=12),
        st.text("中文字、。「」ー한국ไทยहिन्दीक्षि", max_size=8),
        st.sampled_from(
            [
                FAMILY,
                FLAG,
                "❤️",
                "👍🏽",
                "e\u0301\u0302",
                "a\u200cb",
                "\u200d",
                "x" * 40,
                "   ",
                "\x1b[31m",
            ]
        ),
        st.text(max_size=6),
    ),
    max_size=12,
).map("".join)


def shown(text: str, columns: int) -> list[str]:
    return [drawn(text[line.start : line.stop]) for line in wrap(text, 0, len(text), columns)]


@given(TEXTS, st.integers(2, 30))
def test_lines_cover_the_paragraph_exactly(text: str, columns: int) -> None:
    lines = wrap(text, 0, len(text), columns)
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        assert line.start <= line.stop <= line.end
        assert not text[line.stop : line.end].strip()
    assert [line.start for line in lines[1:]] == [line.end for line in lines[:-1]]


@given(TEXTS, st.integers(2, 30))
def test_no_line_is_wider_than_the_column(text: str, columns: int) -> None:
    assert all(cell_len(line) <= columns for line in shown(text, columns))


@given(TEXTS, st.integers(2, 30))
def test_no_cluster_is_parted(text: str, columns: int) -> None:
    edges = {0} | {cluster.end for cluster in clusters(drawn(text))}
    assert {line.end for line in wrap(text, 0, len(text), columns)} <= edges


@given(TEXTS, st.integers(2, 30))
def test_a_word_that_fits_a_line_is_not_broken(text: str, columns: int) -> None:
    if not plain(text) or not text.replace("\n", " ").replace(" ", "").isalpha():
        return
    for line in wrap(text, 0, len(text), columns):
        inside = 0 < line.end < len(text) and not text[line.end - 1].isspace()
        if inside:
            word = text[: line.end].split()[-1] + text[line.end :].split()[0]
            assert len(word) > columns


@given(TEXTS)
def test_what_is_drawn_keeps_its_length_and_holds_no_control(text: str) -> None:
    clean = drawn(text)
    assert len(clean) == len(text)
    assert not any(ord(c) < 32 or 127 <= ord(c) < 160 or c in "\u202e\u2066\u200f" for c in clean)
    assert drawn(clean) == clean


@given(TEXTS)
def test_clusters_measure_what_textual_lays_out(text: str) -> None:
    clean = drawn(text)
    found = clusters(clean)
    assert "".join(clean[c.start : c.end] for c in found) == clean
    assert sum(c.width for c in found) == cell_len(clean) == width(text)


def test_characters_taken_for_one_cell_are_one_cell_wide() -> None:
    taken = [chr(code) for code in range(0x10000) if plain(chr(code)) and chr(code) != "\n"]
    assert len(taken) > 500
    assert [c for c in taken if cell_len(c) != 1] == []


def test_flags_families_and_marks_are_one() -> None:
    text = f"{FLAG}{FLAG}{FAMILY}e\u0301👍🏽"
    assert [text[c.start : c.end] for c in clusters(text)] == [
        FLAG,
        FLAG,
        FAMILY,
        "e\u0301",
        "👍🏽",
    ]


def test_an_escape_sequence_is_drawn_as_replacement_characters() -> None:
    assert drawn("\x1b]0;x\x07 \u202eabc") == "\ufffd]0;x\ufffd \ufffdabc"


def test_words_part_at_spaces_and_after_hyphens_and_dashes() -> None:
    assert shown("the cease-fire held on Friday", 10) == ["the cease-", "fire held", "on Friday"]
    assert shown("peace—after months of talks", 8) == ["peace—", "after", "months", "of talks"]
    assert shown("on 2012-06-05 in Houla", 9) == ["on", "2012-06-0", "5 in", "Houla"]


def test_a_very_long_word_is_broken() -> None:
    assert shown("see " + "x" * 25 + " end", 10) == ["see", "x" * 10, "x" * 10, "xxxxx end"]


def test_ideographs_part_anywhere_but_before_a_closing_mark() -> None:
    assert shown("安南的和平计划。叙利亚", 14) == ["安南的和平计", "划。叙利亚"]


def test_line_feeds_of_hard_wrapped_copy_are_spaces() -> None:
    copy = "The Security Council met on\nThursday to hear the envoy\nreport on his plan."
    assert hard_feeds(copy, 0, len(copy)) == []
    assert shown(copy, 78) == [
        "The Security Council met on Thursday to hear the envoy report on his plan."
    ]


def test_a_table_keeps_its_lines_and_columns() -> None:
    table = "Country      2011     2012\nChina         9.3      7.8\nRussia        4.3      3.4"
    assert shown(table, 40) == table.split("\n")


def test_an_address_and_a_list_keep_their_lines() -> None:
    address = "The Moscow Times\n3 Polkovaya St.\nMoscow\nRussia, where the newsroom used to be"
    assert shown(address, 60)[:3] == ["The Moscow Times", "3 Polkovaya St.", "Moscow"]
    points = "- a ceasefire in every town and city\n- access for aid\n- talks"
    assert shown(points, 60) == points.split("\n")


def test_a_text_cut_short_says_so_and_fits() -> None:
    assert crop("Chinese Foreign Ministry", 10, "…") == "Chinese F…"
    assert crop("Annan", 10, "…") == "Annan"
    assert cell_len(crop("安南的和平计划", 6, "…")) <= 6
