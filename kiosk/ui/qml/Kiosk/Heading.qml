import QtQuick

Text {
    property real size: Theme.display

    color: Theme.ink
    font.pixelSize: size
    font.weight: Font.ExtraBold
    font.letterSpacing: -0.025 * size
    lineHeight: 0.88
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
}
