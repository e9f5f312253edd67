pragma ComponentBehavior: Bound

import QtQuick

// One place on the paper: blank, drawn, waiting for its shot, or filled.
Rectangle {
    id: slot

    required property int index
    property string shot: ""
    property bool posed: false
    property bool next: false

    color: Theme.empty
    antialiasing: rotation !== 0

    Loader {
        active: slot.posed
        anchors.fill: parent

        sourceComponent: Pose {
            variant: slot.index
        }
    }

    Image {
        anchors.fill: parent
        source: slot.shot
        antialiasing: slot.rotation !== 0
        sourceSize.width: Theme.shotWidth
        mipmap: true
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
        opacity: status === Image.Ready ? 1 : 0
        scale: status === Image.Ready ? 1 : 0.85

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.quick
            }
        }
        Behavior on scale {
            NumberAnimation {
                duration: Theme.calm
                easing.type: Easing.OutCubic
            }
        }
    }

    Rectangle {
        anchors.fill: parent
        visible: slot.next
        color: "transparent"
        border.width: 0.7 * Theme.unit
        border.color: Theme.marigold
    }
}
