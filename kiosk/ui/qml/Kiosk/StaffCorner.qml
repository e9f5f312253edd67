import QtQuick
import Kiosk.Models

// The way in for staff: it watches the corner and takes no touch from a guest's button under it. Where a
// touch anywhere begins a session, the corner is the one place that does not.
Item {
    id: corner

    required property DoorModel door
    property bool exclusive: false

    objectName: "staffCorner"
    width: Theme.finger
    height: Theme.finger

    MouseArea {
        anchors.fill: parent
        visible: corner.exclusive && !corner.door.open
        onPressed: corner.door.corner()
    }

    PointHandler {
        enabled: !corner.exclusive
        acceptedButtons: Qt.LeftButton
        onActiveChanged: {
            if (active && !corner.door.open)
                corner.door.corner();
        }
    }
}
