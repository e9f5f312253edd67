import QtQuick

// On the corner of the card that is picked.
Rectangle {
    x: parent.width - 0.72 * width
    y: -0.28 * height
    width: 4.6 * Theme.unit
    height: width
    radius: width / 2
    color: Theme.coral

    Icon {
        anchors.centerIn: parent
        name: "check"
        onDark: Theme.coralDark
        size: 3.2 * Theme.unit
    }
}
