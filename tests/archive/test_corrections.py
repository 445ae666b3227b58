"""A person's corrections: what is shown and found after each, and after taking it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Asked, open_archive
from index.article import DatelineError, NothingFound
from index.config import Config
from tests.archive.correcting import LATER, Desk, later, open_desk


@pytest.fixture
def desk(config: Config, tmp_path: Path) -> Iterator[Desk]:
    with open_archive(None, config, start=True) as archive:
        yield open_desk(archive, tmp_path / "news")


def test_merged_actors_are_one_everywhere(desk: Desk) -> None:
    told = desk.archive.corrections.merge([desk.id("Muammar Hadad")], desk.id("Moammar Haddad"))
    assert told == "“Muammar Hadad” is “Moammar Haddad”."
    one = desk.actor("Moammar Haddad")
    assert (one.count, one.quotes, one.corrected) == (3, 2, True)
    assert "Muammar Hadad" in one.aliases
    assert "Muammar Hadad" not in desk.names() | desk.names("harbour")
    shown = desk.actor("Moammar Haddad", "harbour")
    assert (shown.id, shown.count, shown.corrected) == (one.id, 1, True)
    assert not desk.actor("Moammar Haddad", "envoy").corrected
    both = {"The truce holds,", "The port is closed,"}
    assert desk.said_by("Moammar Haddad") == desk.said_by("Muammar Hadad") == both
    assert desk.quote("harbour", "The port is closed,").corrected
    assert not desk.quote("envoy", "The truce holds,").corrected
    assert desk.archive.search.find('actor:="Moammar Haddad"').count == 2
    assert desk.archive.search.find('actor:="Muammar Hadad"').count == 0, "nobody is shown so"


def test_a_person_known_by_one_name_is_merged_in_one_article(desk: Desk) -> None:
    envoy = desk.id("Smith", "envoy")
    desk.archive.corrections.merge([envoy], desk.id("Harbour Board"), sure=True)
    assert "Smith" not in desk.names("envoy")
    assert "Smith" in desk.names("harbour")
    assert desk.said_by("Harbour Board") == {"We wait,", "It is cold,"}


def test_a_person_known_by_one_name_is_merged_everywhere_when_it_is_said_so(desk: Desk) -> None:
    desk.archive.corrections.merge(
        [desk.id("Smith", "envoy")], desk.id("Moammar Haddad"), everywhere=True
    )
    assert "Smith" not in desk.names("envoy") | desk.names("harbour")
    assert "Moammar Haddad" in desk.names("harbour")


def test_a_name_that_means_another_is_split_off(desk: Desk) -> None:
    told = desk.archive.corrections.split(desk.id("Moammar Haddad"), "Haddad", "Samir Haddad")
    assert told == "“Haddad” is not “Moammar Haddad” but “Samir Haddad”."
    one, other = desk.actor("Moammar Haddad", "envoy"), desk.actor("Samir Haddad", "envoy")
    text = desk.text("envoy")
    assert [text[a:b] for a, b in one.mentions] == ["Moammar Haddad"]
    assert [text[a:b] for a, b in other.mentions] == ["Haddad"]
    assert (one.corrected, other.corrected, other.kind) == (True, True, "person")
    assert desk.quotes("envoy")["The truce holds,"] == "Moammar Haddad"
    assert desk.archive.search.find('actor:="Samir Haddad"').count == 1
    desk.add("later", LATER)
    desk.read("later", later(desk.text("later")))
    assert "Samir Haddad" in desk.names("later"), "in later articles too"
    assert desk.quotes("later")["no comment"] == "Samir Haddad", "who was named last before"
    assert desk.said_by("Samir Haddad") == {"no comment"}


def test_a_name_is_split_off_in_one_article_only(desk: Desk) -> None:
    desk.add("later", LATER)
    desk.read("later", later(desk.text("later")))
    desk.archive.corrections.split(
        desk.id("Moammar Haddad"), "Haddad", "Samir Haddad", article=desk.ids["later"]
    )
    assert "Samir Haddad" in desk.names("later")
    assert "Samir Haddad" not in desk.names("envoy")


def test_a_renamed_actor_goes_by_its_new_name_and_is_found_by_both(desk: Desk) -> None:
    told = desk.archive.corrections.rename(desk.id("Moammar Haddad"), "Mu'ammar Haddād")
    assert told == "“Moammar Haddad” is called “Mu'ammar Haddād”."
    assert desk.quotes("envoy")["The truce holds,"] == "Mu'ammar Haddād"
    assert desk.actor("Mu'ammar Haddād", "envoy").corrected
    assert desk.said_by("Moammar Haddad") == desk.said_by("mu'ammar haddad") == {"The truce holds,"}


def test_an_actor_renamed_to_another_is_that_one(desk: Desk) -> None:
    desk.archive.corrections.rename(desk.id("Muammar Hadad"), "Moammar Haddad", sure=True)
    assert desk.actor("Moammar Haddad").count == 3
    desk.archive.corrections.rename(desk.id("Harbour Board"), "Port Council", sure=True)
    assert desk.actor("Port Council").count == 2


def test_only_the_spelling_of_a_name_is_changed(desk: Desk) -> None:
    desk.archive.corrections.rename(desk.id("Moammar Haddad"), "Moammar HADDAD")
    assert desk.actor("Moammar HADDAD", "envoy").corrected
    assert desk.quotes("envoy")["The truce holds,"] == "Moammar HADDAD"
    assert desk.archive.journal.undo() == (
        "No longer so: “Moammar Haddad” is called “Moammar HADDAD”."
    )
    assert desk.actor("Moammar Haddad", "envoy").count == 2


def test_an_actor_of_another_kind_is_shown_so(desk: Desk) -> None:
    assert (
        desk.archive.corrections.kind(desk.id("Harbour Board"), "state")
        == "“Harbour Board” is a state."
    )
    assert desk.actor("Harbour Board").kind == desk.actor("Harbour Board", "envoy").kind == "state"
    assert [each.name for each in desk.archive.people.actors(kind="state")] == ["Harbour Board"]


def test_what_is_no_actor_is_none_in_later_articles_either(desk: Desk) -> None:
    assert desk.archive.corrections.reject(desk.id("Friday", "envoy")).endswith("is no actor.")
    assert desk.quotes("envoy")["the harbour was shut"] is None
    assert desk.said_by("Friday") == set()
    desk.add("later", LATER)
    desk.read("later", later(desk.text("later")))
    assert "Friday" not in desk.names() | desk.names("harbour") | desk.names("later")


def test_what_is_no_actor_in_one_article_may_be_one_in_another(desk: Desk) -> None:
    desk.archive.corrections.reject(desk.id("Friday", "envoy"), everywhere=False)
    assert "Friday" not in desk.names("envoy")
    assert "Friday" in desk.names("harbour")


def test_a_quote_is_given_to_another_speaker(desk: Desk) -> None:
    quote = desk.quote("envoy", "We wait,")
    told = desk.archive.corrections.speaker(quote.id, "haddad")
    assert told == "“Moammar Haddad” says “We wait,”."
    shown = desk.quote("envoy", "We wait,")
    assert (shown.speaker, shown.corrected, shown.confidence) == ("Moammar Haddad", True, 1.0)
    assert shown.mention == "Smith", "what the text says stays what it says"
    assert desk.said_by("Moammar Haddad") == {"The truce holds,", "We wait,"}
    assert not desk.quote("envoy", "It is cold,").corrected


def test_a_quote_is_given_to_nobody_or_to_somebody_new(desk: Desk) -> None:
    corrections = desk.archive.corrections
    told = corrections.speaker(desk.quote("envoy", "We wait,").id, None)
    assert told == "It is not known who says “We wait,”."
    corrections.speaker(desk.quote("envoy", "It is cold,").id, "Syrian rebels")
    assert desk.quotes("envoy")["We wait,"] is None
    assert desk.said_by("rebels") == {"It is cold,"}
    assert "Syrian rebels" not in desk.names("envoy")


def test_what_is_no_quote_is_neither_shown_nor_found(desk: Desk) -> None:
    told = desk.archive.corrections.no_quote(desk.quote("envoy", "We wait,").id)
    assert told == "“We wait,” is no quote."
    assert "We wait," not in desk.quotes("envoy")
    assert desk.said_by("Smith") == {"It is cold,"}
    assert desk.listed(Asked("said:wait")) == []
    assert [f.what for f in desk.archive.doctor(thoroughly=True) if not f.ok] == []


def test_undo_and_redo_tell_what_holds(desk: Desk) -> None:
    before = desk.state()
    desk.archive.corrections.no_quote(desk.quote("envoy", "We wait,").id)
    after = desk.state()
    assert desk.archive.journal.undo() == "No longer so: “We wait,” is no quote."
    assert desk.state() == before
    assert desk.archive.journal.redo() == "Holds again: “We wait,” is no quote."
    assert desk.state() == after


def test_one_correction_is_taken_back_and_the_others_stay(desk: Desk) -> None:
    corrections = desk.archive.corrections
    corrections.merge([desk.id("Muammar Hadad")], desk.id("Moammar Haddad"))
    corrections.reject(desk.id("Friday", "envoy"))
    first, second = corrections.listed()
    assert (first.kind, first.told) == ("merge", "“Muammar Hadad” is “Moammar Haddad”.")
    told = corrections.take_back(first.seq)
    assert told == "No longer so: “Muammar Hadad” is “Moammar Haddad”."
    assert corrections.listed() == [second]
    assert "Muammar Hadad" in desk.names()
    assert "Friday" not in desk.names()
    assert desk.archive.journal.undo() == "Holds again: “Muammar Hadad” is “Moammar Haddad”."
    assert corrections.listed() == [first, second]
    with pytest.raises(NothingFound, match="No correction 99 stands"):
        corrections.take_back(99)


def test_what_makes_no_sense_is_refused(desk: Desk) -> None:
    corrections = desk.archive.corrections
    haddad = desk.id("Moammar Haddad")
    with pytest.raises(DatelineError, match="merged with itself"):
        corrections.merge([haddad], haddad)
    with pytest.raises(NothingFound, match="no actor 999"):
        corrections.merge([999], haddad)
    with pytest.raises(DatelineError, match="no kind"):
        corrections.kind(haddad, "animal")
    with pytest.raises(DatelineError, match="a person already"):
        corrections.kind(haddad, "person")
    for name in ("", "  ", "…", "\x1b[0m"):
        with pytest.raises(DatelineError, match="needs a letter|at most"):
            corrections.rename(haddad, name if name != "\x1b[0m" else "x" * 300)
    with pytest.raises(DatelineError, match="its name already"):
        corrections.rename(haddad, "Moammar Haddad")
    with pytest.raises(DatelineError, match="the same actor"):
        corrections.split(haddad, "Haddad", "moammar haddad")
    with pytest.raises(NothingFound, match="no quote nonsense"):
        corrections.no_quote("nonsense")
    assert desk.archive.journal.undo() is None
