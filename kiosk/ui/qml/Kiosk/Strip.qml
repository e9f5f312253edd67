pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// One print, or one strip of a pair, drawn from its template; the composed picture covers it.
Rectangle {
    id: strip

    required property PaperModel paper
    property int column: 0
    property list<string> shots
    property string picture: ""
    property bool posed: false
    property int nextSlot: -1

    color: paper.background
    clip: composed.whole // a stencil, where the paper is turned: only where it is needed

    Repeater {
        model: strip.paper.slots

        SlotPicture {
            required property rect modelData

            x: modelData.x * strip.width
            y: modelData.y * strip.height
            width: modelData.width * strip.width
            height: modelData.height * strip.height
            shot: strip.shots[index] ?? ""
            posed: strip.posed
            next: strip.nextSlot === index
        }
    }

    Repeater {
        model: strip.paper.lines

        Text {
            required property var modelData

            x: modelData.x * strip.width - (modelData.anchor === "start" ? 0 : modelData.anchor === "end" ? width : width / 2)
            y: modelData.y * strip.height - baselineOffset
            text: modelData.text
            color: modelData.colour
            font.pixelSize: Math.max(1, modelData.size * strip.height)
            font.weight: modelData.weight
            textFormat: Text.PlainText
        }
    }

    Image {
        anchors.fill: parent
        source: strip.paper.overlay
        sourceSize.width: 600
        asynchronous: true
        smooth: true
        mipmap: true
    }

    ComposedPicture {
        id: composed

        anchors.fill: parent
        source: strip.picture
        aspect: strip.paper.aspect
        column: strip.column
        columns: strip.paper.columns
    }
}
