"""Subsets the booth's type for the guest page. Needs fontTools and brotli; see README.md."""

import base64
import io
import json
import string
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
FONTS = HERE.parents[5] / "assets" / "fonts"
WEIGHTS = {500: "Medium", 800: "ExtraBold"}
CHARACTERS = " " + string.digits + string.ascii_letters + ".,:;!?'\u2019()-\u2013\u00b7"


def subset_of(weight: str) -> str:
    options = subset.Options(
        flavor="woff2",
        layout_features=["kern"],
        hinting=False,
        name_IDs=[0, 1, 2, 13],
        notdef_outline=False,
    )
    font = subset.load_font(str(FONTS / f"PlusJakartaSans-{weight}.ttf"), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=CHARACTERS)
    subsetter.subset(font)
    file = io.BytesIO()
    subset.save_font(font, file, options)
    return base64.b64encode(file.getvalue()).decode()


def main() -> None:
    lines = [
        "// Made by make.py: Plus Jakarta Sans, SIL Open Font License 1.1 (assets/fonts/OFL.txt).",
        "",
    ]
    lines += [f"export const CHARACTERS = {json.dumps(CHARACTERS, ensure_ascii=False)};", ""]
    lines += ["export const WOFF2_IN_BASE64 = {"]
    lines += [f'  {weight}: "{subset_of(name)}",' for weight, name in WEIGHTS.items()]
    (HERE / "plus-jakarta-sans.ts").write_text("\n".join([*lines, "} as const;", ""]))


if __name__ == "__main__":
    main()
