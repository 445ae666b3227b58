"""The names that columns of dumps may have: the shipped ones, a person's own, and nonsense."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.config import DUMP_FIELDS, ConfigProblem, load_config, shipped


def written(folder: Path, text: str) -> Path:
    file = folder / "own.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_every_field_has_shipped_names() -> None:
    dumps = load_config(shipped("config.yaml")).dumps
    assert tuple(dumps) == DUMP_FIELDS
    assert {"headline", "title"} <= set(dumps["title"])


def test_a_field_that_is_named_takes_the_place_of_its_names_alone(tmp_path: Path) -> None:
    config = load_config(written(tmp_path, "dumps:\n  text: Volltext\n  title: [Titel, Kopf]\n"))
    standard = load_config(shipped("config.yaml"))
    assert config.dumps["text"] == ("Volltext",)
    assert config.dumps["title"] == ("Titel", "Kopf")
    assert config.dumps["outlet"] == standard.dumps["outlet"]
    assert config.origins["dumps"] == tmp_path / "own.yaml"
    assert load_config(written(tmp_path, "theme: dark\n")).origins["dumps"] == shipped(
        "config.yaml"
    )


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        " text",
        " [text]",
        "\n  words: text",
        "\n  text: []",
        "\n  text: [7]",
        "\n  text: {a: b}",
    ],
)
def test_what_is_no_mapping_of_names_is_told_with_its_line(tmp_path: Path, wrong: str) -> None:
    with pytest.raises(ConfigProblem, match="line 1|line 2") as caught:
        load_config(written(tmp_path, f"dumps:{wrong}\n"))
    assert "should be names for id, title, date" in str(caught.value)
