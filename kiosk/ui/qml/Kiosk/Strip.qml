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

    readonly property bool settled: composed.settled // the picture is there, and nothing fades

    color: paper.background
    clip: composed.whole // a stencil, where the paper is turned: only where it is needed

    Image {
        anchors.fill: parent
        source: strip.paper.backdrop
        sourceSize.width: 600
        asynchronous: true
        mipmap: true
        autoTransform: false // as it lies in the file, like the print
    }

    Repeater {
        model: strip.paper.slots

        SlotPicture {
            required property rect modelData

            x: modelData.x * strip.width
            y: modelData.y * strip.height
            width: modelData.width * strip.width
            height: modelData.height * strip.height
            rotation: strip.paper.angles[index]
            shot: strip.shots[index] ?? ""
            posed: strip.posed
            next: strip.nextSlot === index
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

    Repeater {
        model: strip.paper.lines

        PaperLine {
            paperWidth: strip.width
            paperHeight: strip.height
        }
    }

    Icon {
        x: strip.paper.code.x * strip.width
        y: strip.paper.code.y * strip.height
        width: strip.paper.code.width * strip.width
        height: width
        name: "qr-code" // its place: the code itself comes with the composed picture
        size: 8 * Theme.unit
        opacity: 0.6
        visible: strip.paper.code.width > 0
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
