"""What a document says of itself by the way is a guess where it says anything, and never more."""

from __future__ import annotations

import pytest

from index.readers.properties import guesses


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - talks_final2.doc",
        "talks.indd",
        "Untitled-1",
        "Document1",
        "untitled",
        "Layout 1",
        "C:\\desk\\talks",
        "A1_0605_b",
        "20120605",
        "",
        " ",
    ],
)
def test_a_title_that_a_program_made_is_none(title: str) -> None:
    assert guesses("its own", title=title) == {}


@pytest.mark.parametrize("title", ["Talks falter", "Harbour", "Flood of 2012", "Streik: Tag drei"])
def test_a_title_in_words_is_guessed_with_where_it_is_from(title: str) -> None:
    assert guesses("its own", title=title) == {"title": (title, "from its own title")}


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Jane Roe", "Jane Roe"),
        ("Jane Roe; Ludwig van den Berg", "Jane Roe; Ludwig van den Berg"),
        ("Jane Roe and Tom O'Hara", "Jane Roe; Tom O'Hara"),
        ("jroe", ""),
        ("Microsoft Office User", ""),
        ("Administrator", ""),
        ("City Desk Editor", ""),
        ("PR", ""),
    ],
)
def test_only_a_persons_name_is_an_author(author: str, names: str) -> None:
    found = guesses("its own", author=author)
    assert found.get("author", ("",))[0] == names


@pytest.mark.parametrize(
    ("day", "guessed"),
    [("2012-06-05T14:05:00Z", "2012-06-05"), ("1601-01-01", ""), ("soon", ""), ("", "")],
)
def test_a_day_is_one_on_which_there_were_such_documents(day: str, guessed: str) -> None:
    assert guesses("its own", day=day).get("date", ("",))[0] == guessed
