"""Brings the translation files up to date with the code:  python -m tests.ui.strings

Reads every text in kiosk/ui into each ``assets/translations/kiosk_*.ts``, compiles these to the
``.qm`` files that the kiosk reads, and lists what still has to be translated.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "kiosk" / "ui"
FOLDER = ROOT / "assets" / "translations"
FILES = sorted(FOLDER.glob("kiosk_*.ts"))
TOOLS = Path(sysconfig.get_path("scripts"))
LUPDATE = [
    *("-silent", "-locations", "none", "-no-obsolete", "-sort-messages"),
    *("-source-language", "id", "-extensions", "py,qml"),
    *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
    *("-tr-function-alias", "tr+=_tr,QT_TR_NOOP+=marked"),
]
PLACEHOLDER = re.compile(r"%L?(?:n|\d)|\{\w*\}")


@dataclass(frozen=True)
class Entry:
    """``translations`` are one for each plural form; a missing one is empty."""

    context: str
    source: str
    translations: tuple[str, ...]
    finished: bool


def update(ts: Path, ui: Path = UI) -> None:
    """New texts come in unfinished, those that are gone go."""
    command = [str(TOOLS / "pyside6-lupdate"), *LUPDATE, str(ui), "-ts", str(ts)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)


def release(ts: Path, qm: Path) -> None:
    command = [str(TOOLS / "pyside6-lrelease"), "-silent", str(ts), "-qm", str(qm)]
    subprocess.run(command, check=True, capture_output=True)


def entries(ts: Path) -> Iterator[Entry]:
    for context in ET.parse(ts).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            words = message.find("translation")
            assert words is not None
            forms = words.findall("numerusform") or [words]
            yield Entry(
                context.findtext("name") or "",
                message.findtext("source") or "",
                tuple(form.text or "" for form in forms),
                "type" not in words.attrib,
            )


def untranslated(ts: Path) -> list[str]:
    return [
        f"{entry.context or 'Python'}: {entry.source}"
        for entry in entries(ts)
        if not entry.finished or not all(entry.translations)
    ]


def misplaced(ts: Path) -> list[str]:
    """Translations that would show another number of things than their source."""
    return [
        f"{entry.source} → {words}"
        for entry in entries(ts)
        for words in entry.translations
        if sorted(PLACEHOLDER.findall(words)) != sorted(PLACEHOLDER.findall(entry.source))
    ]


def main() -> int:
    left = 0
    for ts in FILES:
        update(ts)
        release(ts, ts.with_suffix(".qm"))
        wrong = [*untranslated(ts), *misplaced(ts)]
        left += len(wrong)
        sys.stdout.write(f"{ts.relative_to(ROOT)}: {sum(1 for _ in entries(ts))} texts\n")
        sys.stdout.writelines(f"  to translate: {text}\n" for text in wrong)
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
