pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The shots as they lie now, over a picture on which they lie otherwise: only the slots are drawn,
// with what the frame covers of them. They go once the new picture is there.
Item {
    id: layer

    required property PaperModel paper
    property list<string> shots
    property bool moved: false
    property bool settled: true

    opacity: 0
    visible: opacity > 0
    onMovedChanged: {
        if (moved) {
            leave.stop();
            opacity = 1;
        } else
            leaveOnceSettled();
    }
    onSettledChanged: leaveOnceSettled()

    function leaveOnceSettled(): void {
        if (!moved && settled && opacity > 0)
            leave.restart();
    }

    NumberAnimation {
        id: leave

        target: layer
        property: "opacity"
        to: 0
        duration: Theme.quick
    }

    Repeater {
        model: layer.visible || layer.moved ? layer.paper.slots : []

        Item {
            id: window

            required property rect modelData
            required property int index

            readonly property real angle: layer.paper.angles[index]
            readonly property real turn: Math.abs(angle) * Math.PI / 180
            readonly property size box: Qt.size(modelData.width * layer.width, modelData.height * layer.height)
            readonly property point middle: Qt.point((modelData.x + modelData.width / 2) * layer.width, (modelData.y + modelData.height / 2) * layer.height)

            width: box.width * Math.cos(turn) + box.height * Math.sin(turn)
            height: box.width * Math.sin(turn) + box.height * Math.cos(turn)
            x: middle.x - width / 2
            y: middle.y - height / 2
            clip: true

            SlotPicture {
                anchors.centerIn: parent
                index: window.index
                width: window.box.width
                height: window.box.height
                rotation: window.angle
                shot: layer.shots[window.index] ?? ""
            }

            Image {
                x: -window.x
                y: -window.y
                width: layer.width
                height: layer.height
                source: layer.paper.overlay
                sourceSize.width: 600
                asynchronous: true
                smooth: true
                mipmap: true
            }
        }
    }
}
