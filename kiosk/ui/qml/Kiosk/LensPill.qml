import QtQuick

// Where to look: the countdown's disc stands on its left end.
Rectangle {
    id: pill

    required property string edge
    readonly property real disc: 22 * Theme.unit

    width: row.width + disc + 5 * Theme.unit
    height: 15 * Theme.unit
    radius: height / 2
    color: Theme.night
    visible: opacity > 0

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.quick
        }
    }

    Row {
        id: row

        x: pill.disc + 1 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1.4 * Theme.unit

        Icon {
            name: ({
                    top: "arrow-up",
                    bottom: "arrow-down",
                    left: "arrow-left",
                    right: "arrow-right"
                })[pill.edge]
            onDark: true
            size: 7 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Heading {
            text: qsTr("Lihat ke kamera")
            color: Theme.paper
            size: 4.6 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
