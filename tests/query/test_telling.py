"""Where the language of queries is told of: in help, and in the README."""

from __future__ import annotations

import re
from pathlib import Path

from index.query import FIELDS
from index.query.examples import LANGUAGE

README = Path(__file__).parents[2] / "README.md"
TYPED = {example.typed for group in LANGUAGE for example in group.examples}


def test_help_fits_its_columns() -> None:
    for group in LANGUAGE:
        for typed, meaning in group.examples:
            assert len(typed) <= 38
            assert len(meaning) <= 76
            assert not meaning.endswith(".")


def test_the_table_has_every_field() -> None:
    for field in FIELDS:
        assert any(re.search(rf"\b{field}:", typed) for typed in TYPED), field


def test_every_query_of_the_readme_is_in_the_table() -> None:
    section = README.read_text(encoding="utf-8").split("## Finding things")[1].split("```")[1]
    lines = [line for line in section.splitlines() if line.strip()]
    assert len(lines) >= 10
    for line in lines:
        typed, meaning = re.split(r" {2,}", line.strip(), maxsplit=1)
        assert typed in TYPED
        assert meaning
