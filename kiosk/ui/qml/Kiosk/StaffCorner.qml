import QtQuick
import Kiosk.Models

// The way in for staff: it watches the corner and takes no touch from a guest's button under it. Where a
// touch anywhere begins a session, the corner is the one place that does not.
Item {
    id: corner

    required property StaffGateModel gate
    property bool exclusive: false

    objectName: "staffCorner"
    width: Theme.finger
    height: Theme.finger

    MouseArea {
        anchors.fill: parent
        visible: corner.exclusive && !corner.gate.covers
        onPressed: corner.gate.corner()
    }

    PointHandler {
        enabled: !corner.exclusive
        acceptedButtons: Qt.LeftButton
        onActiveChanged: {
            if (active && !corner.gate.covers)
                corner.gate.corner();
        }
    }
}
