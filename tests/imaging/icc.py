"""A printer's ICC profile such as a profiling kit writes: version 2, RGB, look-up tables in Lab."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

GRID = 17
WHITE = [0.94, 0.98, 1.0]
BLACK = 0.02  # of white's light: L* 15, as dull paper has
D50 = np.array([0.9642, 1.0, 0.8249])
FROM_XYZ = np.array(  # to linear sRGB, adapted to D50
    [[3.1339, -1.6169, -0.4906], [-0.9788, 1.9161, 0.0335], [0.0719, -0.2290, 1.4052]]
)


def write_printer_profile(file: Path, *, space: bytes = b"RGB ") -> Path:
    """Of a printer that prints too warm, so that pictures are made cooler for it,
    and whose black is no deeper than dark grey."""
    tags = {b"A2B0": _table(_to_lab), b"B2A0": _table(_to_printer), b"wtpt": _white()}
    body, table = b"", struct.pack(">I", len(tags))
    for name, content in tags.items():
        table += struct.pack(">4sII", name, 128 + 4 + 12 * len(tags) + len(body), len(content))
        body += content
    size = 128 + len(table) + len(body)
    header = struct.pack(">I4sI4s4s4s12s4s", size, b"", 0x02400000, b"prtr", space, b"Lab ",
                         bytes(12), b"acsp").ljust(68, b"\0") + _xyz(D50)  # fmt: skip
    file.write_bytes(header.ljust(128, b"\0") + table + body)
    return file


def _to_printer(pcs: Floats) -> Floats:
    """Lab as 0–1 in the tables' encoding to the printer's RGB, 0–1."""
    lightness, a, b = pcs[:, 0] * 100 * 65535 / 65280, pcs[:, 1] * 256 - 128, pcs[:, 2] * 256 - 128
    y = (lightness + 16) / 116
    f = np.stack((y + a / 500, y, y - b / 200), axis=1)
    xyz = np.where(f > 6 / 29, f**3, (f - 4 / 29) * 3 * (6 / 29) ** 2) * D50
    linear = np.clip((xyz @ FROM_XYZ.T - BLACK) / (1 - BLACK), 0, 1)
    return np.clip(linear ** (1 / 2.4) * WHITE, 0, 1)


def _to_lab(rgb: Floats) -> Floats:
    linear = np.clip(rgb / WHITE, 0, 1) ** 2.4 * (1 - BLACK) + BLACK
    xyz = linear @ np.linalg.inv(FROM_XYZ).T / D50
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    lab = np.stack((116 * f[:, 1] - 16, f[:, 0] - f[:, 1], f[:, 1] - f[:, 2]), axis=1)
    return (lab * [1, 500, 200] + [0, 128, 128]) / [100 * 65535 / 65280, 256, 256]


def _table(function: object) -> bytes:
    steps = np.linspace(0, 1, GRID)
    grid = np.stack(np.meshgrid(steps, steps, steps, indexing="ij"), axis=-1).reshape(-1, 3)
    values = function(grid)  # type: ignore[operator]  # one of the two above
    identity = struct.pack(">9i", *(65536 if i % 4 == 0 else 0 for i in range(9)))
    head = struct.pack(">4sIBBBB", b"mft2", 0, 3, 3, GRID, 0) + identity + struct.pack(">HH", 2, 2)
    line = struct.pack(">6H", 0, 65535, 0, 65535, 0, 65535)
    cells = np.rint(np.clip(values, 0, 1) * 65535).astype(">u2").tobytes()
    return head + line + cells + line


def _white() -> bytes:
    return b"XYZ \0\0\0\0" + _xyz(D50)


def _xyz(values: Floats) -> bytes:
    return struct.pack(">3i", *(round(value * 65536) for value in values))
