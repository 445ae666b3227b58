"""Settings read line by line mean what they mean in YAML, or are left to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index import yaml_settings
from index.config import ConfigProblem, shipped
from index.plain_settings import entries

FILE = Path("config.yaml")
PIECES = [
    *("theme", "dumps", "title", "yes", "on", "null", "true", "false", "True", "dark", "a b", "x"),
    *("-date", "-", "0", "8", "010", "1_000", "1e3", "0x1f", "1:30", "2012-06-05", "1.5", ".5"),
    *("~", "~/news", "/home/ann/news", "./news", ".inf", "_", "-_1", "a-b", "a - b", "a.b", "a/b"),
    *("[a, b c]", "[a, true]", "[]", "[a,]", "[a", "{a: b}", '"quoted"', "'q'", "&x", "*x", "!x"),
    *("|", ">", "# c", " # c", "a #b", "a# b", "---", "...", "? a", "- a", "%", "@a", "`a", "é"),
]
lines = st.one_of(
    st.sampled_from(["", "# a comment", "  # another", "---", "...", "  "]),
    st.builds(
        lambda indent, name, colon, value: f"{indent}{name}{colon}{value}",
        st.sampled_from(["", "", "  ", " ", "    ", "\t"]),
        st.sampled_from([*PIECES[:12], "model", "a_b"]),
        st.sampled_from([": ", ": ", ":", ":  ", " : "]),
        st.one_of(st.just(""), st.sampled_from(PIECES), st.text(max_size=6)),
    ),
)


@given(st.lists(lines, max_size=6).map("\n".join))
@example("dumps:\n\n  # names\n  title: [a, b c]\n  date: x\ntheme: dark\n")
@example("theme: dark\r\nmouse: true")
@example("theme:\n  title:\n    x: y")
def test_what_is_read_line_by_line_is_what_yaml_reads(text: str) -> None:
    plain = entries(text)
    if plain is not None:
        assert plain == yaml_settings.entries(FILE, text)


def test_a_file_as_most_people_write_it_needs_no_yaml() -> None:
    assert entries("# mine\ntheme: dark\narchive_folder: /home/ann/news\nsort: -date\n")
    assert entries(shipped("config.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("text", ["theme: 'dark'", "{theme: dark}", "theme: dark # at night"])
def test_what_is_written_otherwise_is_left_to_yaml(text: str) -> None:
    assert entries(text) is None
    assert yaml_settings.entries(FILE, text)[0].value == "dark"


def test_what_is_no_yaml_is_no_settings() -> None:
    assert entries("theme") is None
    with pytest.raises(ConfigProblem):
        yaml_settings.entries(FILE, "theme: [dark")


def test_the_shipped_settings_are_read_without_loading_yaml() -> None:
    code = "import sys; from index.config import load_config, shipped; "
    code += "load_config(shipped('config.yaml')); print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
