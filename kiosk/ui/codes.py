"""QR codes for QML: ``image://qr/<percent-encoded text>``, one pixel a module, margin included."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

QUIET_ZONE = 4  # modules; ISO/IEC 18004
INK = 0xFF1E1B2E
WHITE = 0xFFFFFFFF


def code_image(text: str) -> QImage:
    """The code for ``text`` at the correction level M."""
    import segno  # 50 ms that the first screen does not need

    code = segno.make_qr(text, error="m", boost_error=False)
    rows = [bytes(row) for row in code.matrix_iter(border=QUIET_ZONE)]
    side = len(rows)
    modules = b"".join(row + bytes(-side % 4) for row in rows)  # Qt's lines are whole words
    image = QImage(modules, side, side, QImage.Format.Format_Indexed8)
    image.setColorTable([WHITE, INK])
    return image.convertToFormat(QImage.Format.Format_RGB32)


class CodeProvider(QQuickImageProvider):
    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N802, N803 - Qt's names
        image = code_image(unquote(id))
        size.setWidth(image.width())
        size.setHeight(image.height())
        return image
