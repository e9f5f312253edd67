import QtQuick
import Kiosk.Models

// The way in for staff: it watches the corner and takes no touch from what lies under it.
Item {
    id: corner

    required property StaffGateModel gate

    objectName: "staffCorner"
    width: Theme.finger
    height: Theme.finger

    PointHandler {
        acceptedButtons: Qt.LeftButton
        onActiveChanged: {
            if (active && !corner.gate.covers)
                corner.gate.corner();
        }
    }
}
