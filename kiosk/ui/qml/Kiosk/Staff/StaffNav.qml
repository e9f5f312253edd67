import QtQuick
import Kiosk
import Kiosk.Models

// The five rooms: side by side at the bottom in portrait, in the bar where that is wide.
Rectangle {
    id: nav

    required property StaffModel staff
    readonly property bool wide: !Theme.portrait
    readonly property real share: wide ? 0 : width / 5

    implicitWidth: tabs.width
    implicitHeight: 14 * Theme.unit
    color: Theme.ink

    Row {
        id: tabs

        height: nav.height

        StaffTab {
            objectName: "staffHome"
            height: parent.height
            share: nav.share
            text: qsTr("Beranda")
            icon: "house"
            here: nav.staff.tab === "home"
            onTapped: nav.staff.open_home()
        }

        StaffTab {
            objectName: "staffTill"
            height: parent.height
            share: nav.share
            text: qsTr("Kasir")
            icon: "banknote"
            here: nav.staff.tab === "till"
            waiting: nav.staff.till.waiting
            onTapped: nav.staff.till.open_till()
        }

        StaffTab {
            objectName: "staffSessions"
            height: parent.height
            share: nav.share
            text: qsTr("Sesi")
            icon: "images"
            here: nav.staff.tab === "sessions"
            onTapped: nav.staff.open_sessions()
        }

        StaffTab {
            objectName: "staffPrinters"
            height: parent.height
            share: nav.share
            text: qsTr("Printer")
            icon: "printer"
            here: nav.staff.tab === "printers"
            waiting: nav.staff.printers.guests_waiting
            onTapped: nav.staff.open_printers()
        }

        StaffTab {
            objectName: "staffMore"
            height: parent.height
            share: nav.share
            text: qsTr("Lainnya")
            icon: "ellipsis"
            here: nav.staff.tab === "more"
            onTapped: nav.staff.open_more()
        }
    }
}
