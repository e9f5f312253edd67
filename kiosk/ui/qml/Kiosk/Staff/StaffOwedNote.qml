import QtQuick
import Kiosk

// Guests or money wait: red, and a touch leads to the till.
StaffHomeNote {
    required property int waiting

    objectName: "homeOwed"
    icon: "hand"
    title: qsTr("%n tamu menunggu kamu", "", waiting)
    words: qsTr("Sudah bayar dan belum beres. Lihat di kasir.")
    tint: Theme.alarmTint
    edge: Theme.alarm
}
