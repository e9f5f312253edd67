"""Describes the types that Python gives to QML, so that qmllint can check every use of them.

Run it after changing a view model; a test compares:   python kiosk/ui/qmltypes/make.py
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

UI = Path(__file__).resolve().parents[1]
MODELS = UI / "qmltypes" / "Kiosk" / "Models" / "models.qmltypes"
TOOLS = Path(sysconfig.get_path("scripts"))


def describe() -> str:
    """The text that ``models.qmltypes`` should have."""
    sources = sorted(UI.rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        types, described = Path(folder) / "types.json", Path(folder) / "models.qmltypes"
        dump = [str(TOOLS / "pyside6-metaobjectdump"), *map(str, sources), "-o", str(types)]
        subprocess.run(dump, check=True, capture_output=True)
        types.write_text(json.dumps(_completed(json.loads(types.read_text()))))
        register = [str(TOOLS / "pyside6-qmltyperegistrar"), "--generate-qmltypes", str(described)]
        register += ["-o", "/dev/null", "--import-name", "Kiosk.Models", "--major-version", "1"]
        subprocess.run([*register, str(types)], check=True, capture_output=True)
        return re.sub(r"^ *(file|lineNumber): .*\n", "", described.read_text(), flags=re.MULTILINE)


def _completed(files: list[dict[str, object]]) -> list[dict[str, object]]:
    """The dump forgets ``constant``: what has no signal and no setter is."""
    for file in files:
        for each in file["classes"]:  # type: ignore[attr-defined]
            for prop in each.get("properties", []):
                prop["constant"] = "notify" not in prop and "write" not in prop
    return files


if __name__ == "__main__":
    MODELS.write_text(describe())
    sys.stdout.write(f"{MODELS}\n")
