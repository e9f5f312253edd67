import QtQuick

// Running text. Everything that is read is one of Words, Heading or a button.
Text {
    color: Theme.inkSoft
    font.pixelSize: Theme.text
    font.weight: Font.Medium
    lineHeight: 1.25
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
}
