import QtQuick
import Kiosk
import Kiosk.Models

// One device: how it hangs on this machine, what it is, and whether it can be added.
Touchable {
    id: row

    required property StaffFoundModel device
    property bool adding: false

    objectName: "found:" + device.uri
    enabled: device.addable
    height: 15 * Theme.unit

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: row.pressed ? Theme.rule : row.device.addable ? Theme.sheet : Theme.wash
        border.width: row.device.addable ? Math.max(2, 0.22 * Theme.unit) : 0
        border.color: Theme.edge
    }

    Icon {
        id: plug

        x: 3 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: row.device.usb ? "usb" : "network"
        size: 5.4 * Theme.unit
    }

    Column {
        x: plug.x + plug.width + 2.6 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        width: state.x - x - Theme.unit
        spacing: 0.5 * Theme.unit

        Heading {
            width: parent.width
            text: row.device.name
            size: 4 * Theme.unit
            maximumLineCount: 1
            elide: Text.ElideRight
        }

        Words {
            width: parent.width
            text: row.device.connection_words + " · " + (row.adding ? qsTr("sedang dipasang…") : row.device.words)
            font.pixelSize: 2.8 * Theme.unit
            lineHeight: 1.1
        }
    }

    Icon {
        id: state

        anchors.right: parent.right
        anchors.rightMargin: 3 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        name: row.device.registered ? "check" : row.device.addable ? "chevron-right" : "circle-alert"
        size: 4.4 * Theme.unit
    }
}
