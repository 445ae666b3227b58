"""XML and tables of figures are told by their content and refused with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.gone_through import articles, refusal


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<?xml version="1.0"?><plist version="1.0"></plist>', "an XML file"),
        ("id,name,size\n1,Talks,7\n2,War,8\n3,Peace,9\n", "a table without a column for the text"),
        ("id\ttitle\tdate\n1\tTalks\tx\n2\tWar\ty\n3\tPeace\tz\n", "a table without a column"),
    ],
)
def test_what_is_marked_up_is_refused_whatever_its_name(
    tmp_path: Path, content: str, reason: str
) -> None:
    path = tmp_path / "story.txt"
    path.write_text(content)
    assert refusal(path).startswith(reason)


@pytest.mark.parametrize(
    "content",
    [
        "Talks falter\n\nThe page began with <html> and ended with </html>, he said.\n",
        "<b>Talks falter</b>\n\nThe envoys went home.\n",
        "From: Jane Doe\nTo: The editor\nDate: 5 June 2012\n\nSir, I write to protest.\n",
        "[Updates with quotes]\n\nThe envoys went home.\n",
        "{Embargoed}\nThe envoys went home.\n",
        "[" * 100_000,
        "Bread, peace, land\nOne, two, three\nThe end came, slowly, at last, in June\nAnd so\n",
        "a,b,c\n1,2,3\n",
    ],
    ids=lambda content: content[:20],
)
def test_copy_that_looks_a_little_like_it_is_read(tmp_path: Path, content: str) -> None:
    path = tmp_path / "story.html"
    path.write_text(content)
    assert articles(path)[0].text == content
