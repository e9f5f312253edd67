import QtQuick

// Where to look.
Row {
    id: arrow

    required property string edge

    spacing: 1.4 * Theme.unit

    Icon {
        name: ({top: "arrow-up", bottom: "arrow-down", left: "arrow-left", right: "arrow-right"})[arrow.edge]
        onDark: true
        size: 6 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
    }

    Text {
        text: qsTr("Lihat ke kamera")
        color: Theme.paper
        font.pixelSize: Theme.button
        font.weight: Font.ExtraBold
        anchors.verticalCenter: parent.verticalCenter
    }
}
