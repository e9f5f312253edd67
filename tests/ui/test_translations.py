"""Every text has its words in every language, and stands where the translators find it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kiosk.ui import window
from kiosk.ui.language import Language
from kiosk.ui.translations import SOURCE
from tests.ui import strings

FILE_OF = {ts.stem.removeprefix("kiosk_"): ts for ts in strings.FILES}
QML = sorted((window.QML / "Kiosk").rglob("*.qml"))
PYTHON = sorted(strings.UI.rglob("*.py"))
READ = re.compile(r"^\s*(?:property string )?(text|title|words|hint|caption|note|otherwise):")
TRANSLATED = re.compile(r'qsTr\((?:"(?:[^"\\]|\\.)*"(?:, )?)+')
COMPARED = re.compile(r'[=!]== "[^"]*"|\.replace\([^)]*\)')
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
WORD = re.compile(r"[A-Za-z]{2}")
A_COMMAND = "kiosk staff pin"


def test_each_language_has_its_file() -> None:
    assert set(FILE_OF) == {each.value for each in Language if each is not SOURCE}


@pytest.mark.parametrize("language", FILE_OF)
def test_the_files_are_those_of_the_code(language: str, tmp_path: Path) -> None:
    ts = FILE_OF[language]
    copy = Path(shutil.copy(ts, tmp_path))
    strings.update(copy)
    assert copy.read_text() == ts.read_text(), "run ./dev strings"
    assert not strings.untranslated(ts)
    strings.release(copy, copy.with_suffix(".qm"))
    compiled = copy.with_suffix(".qm").read_bytes()
    assert compiled == ts.with_suffix(".qm").read_bytes(), "run ./dev strings"


@pytest.mark.parametrize("language", FILE_OF)
def test_translations_keep_their_placeholders(language: str) -> None:
    assert not strings.misplaced(FILE_OF[language])


def test_python_has_one_way_to_translate() -> None:
    """Any other call has a context that the translators' files don't know."""
    other = [p.name for p in PYTHON if re.search(r"\.translate\(|self\.tr\(", p.read_text())]
    assert other == ["translating.py"]


def test_qml_says_nothing_that_is_not_translated() -> None:
    said = [
        f"{file.name}:{number}: {literal}"
        for file in QML
        for number, line in enumerate(file.read_text().splitlines(), 1)
        if READ.match(line)
        for literal in LITERAL.findall(COMPARED.sub("", TRANSLATED.sub("", line)))
        if WORD.search(literal) and literal != A_COMMAND
    ]
    assert not said
