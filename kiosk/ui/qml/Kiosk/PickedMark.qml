import QtQuick

// The card that a choice lies on, with its mark where it is the one picked.
Item {
    id: mark

    property bool picked: false
    property bool pressed: false

    anchors.fill: parent

    Rectangle {
        anchors.fill: parent
        anchors.margins: -0.6 * Theme.unit
        radius: 1.1 * Theme.unit
        color: "transparent"
        border.width: 0.6 * Theme.unit
        border.color: Theme.coral
        visible: mark.picked
    }

    Rectangle {
        anchors.fill: parent
        radius: 0.5 * Theme.unit
        color: mark.pressed ? Theme.line : Theme.card

        Shadow {
            depth: 0.8 * Theme.unit
        }
    }
}
