pragma ComponentBehavior: Bound

import QtQuick

// One line of words on the paper, in the template's own font where it has one.
Text {
    id: line

    required property var modelData
    required property real paperWidth
    required property real paperHeight

    readonly property real room: modelData.room * paperWidth
    readonly property bool own: modelData.font !== ""

    x: modelData.x * paperWidth - (modelData.anchor === "start" ? 0 : modelData.anchor === "end" ? width : width / 2)
    y: modelData.y * paperHeight - baselineOffset
    text: modelData.text
    color: modelData.colour
    font.family: own ? loader.font.family : plain.font.family
    font.styleName: own ? loader.font.styleName : ""
    font.weight: own ? loader.font.weight : modelData.weight
    font.pixelSize: Math.max(1, size)
    textFormat: Text.PlainText
    elide: room > 0 ? Text.ElideRight : Text.ElideNone
    width: room > 0 ? Math.min(room, implicitWidth) : implicitWidth

    // The print sets a line that is too wide smaller, down to half, before it cuts it short.
    readonly property real full: modelData.size * paperHeight
    readonly property real size: room > 0 ? Math.max(full / 2, Math.min(full, full * room / Math.max(1, measure.advanceWidth))) : full

    FontMetrics {
        id: plain
    }

    TextMetrics {
        id: measure

        font.family: line.font.family
        font.styleName: line.font.styleName
        font.weight: line.font.weight
        font.pixelSize: Math.max(1, line.full)
        text: line.text
    }

    FontLoader {
        id: loader

        source: line.modelData.font
    }
}
