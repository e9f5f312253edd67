import QtQuick
import Kiosk.Models

// The first start can wait: the rooms first.
StaffButton {
    required property StaffSetupModel setup

    objectName: "setupLater"
    icon: "clock"
    text: qsTr("Nanti saja")
    onTapped: setup.later()
}
