"""QR codes for QML: ``image://qr/<percent-encoded text>``, one pixel a module, margin included."""

from __future__ import annotations

from urllib.parse import unquote

import segno
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickImageProvider

QUIET_ZONE = 4  # modules; ISO/IEC 18004
INK = 0xFF1E1B2E
WHITE = 0xFFFFFFFF


def code_image(text: str) -> QImage:
    """The code for ``text`` at the correction level M or better."""
    code = segno.make_qr(text, error="m")
    rows = [bytes(row) for row in code.matrix_iter(border=QUIET_ZONE)]
    image = QImage(len(rows[0]), len(rows), QImage.Format.Format_RGB32)
    image.fill(QColor(WHITE))
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixel(x, y, INK)
    return image


class CodeProvider(QQuickImageProvider):
    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N802, N803 - Qt's names
        image = code_image(unquote(id))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
