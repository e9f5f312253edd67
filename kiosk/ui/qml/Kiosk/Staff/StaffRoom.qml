pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The staff's screens, before the guests' while the gate is not shut. The session goes on below.
Item {
    id: room

    required property StaffModel staff
    required property LanguageModel language
    property bool keyboardIsThere: false

    readonly property bool settingUp: staff.setup.open
    readonly property bool inside: staff.gate.state === "open" && !settingUp

    // These pages of the first start say themselves what went wrong.
    readonly property bool assistantTells: ["camera", "printer", "test-page", "rehearsal"].includes(staff.setup.page) && staff.page !== "confirm" && staff.page !== "calibrate"

    visible: staff.gate.covers

    Rectangle {
        anchors.fill: parent
        color: Theme.sheet
    }

    StaffBar {
        id: bar

        width: parent.width
        staff: room.staff
        language: room.language
        onLeave: room.staff.gate.leave()
    }

    Item {
        id: floor

        y: bar.height
        width: parent.width
        height: parent.height - bar.height - (keyboard.up ? keyboard.height : rooms.active ? rooms.height : 0)

        Loader {
            anchors.fill: parent
            active: room.staff.gate.covers && !room.inside && !room.settingUp
            visible: active

            sourceComponent: StaffPin {
                gate: room.staff.gate
            }
        }

        Loader {
            anchors.fill: parent
            active: room.inside
            visible: active

            sourceComponent: StaffPages {
                staff: room.staff
            }
        }

        Loader {
            anchors.fill: parent
            active: room.settingUp
            visible: active

            sourceComponent: StaffSetup {
                staff: room.staff
                language: room.language
            }
        }
    }

    Loader {
        id: rooms

        y: parent.height - height
        width: parent.width
        active: room.inside && Theme.portrait && !keyboard.up
        visible: active

        sourceComponent: StaffNav {
            staff: room.staff
        }
    }

    StaffTyping {
        id: keyboard

        y: parent.height - height
        width: parent.width
        there: room.keyboardIsThere
        language: room.language.code
    }

    StaffReport {
        // Over the page's title, where nothing is touched.
        x: parent.width - width - 3 * Theme.unit
        y: bar.height + 2.5 * Theme.unit
        width: (Theme.portrait ? parent.width : 53.5 * Theme.unit) - (Theme.portrait ? 6 : 4) * Theme.unit
        visible: room.staff.report.open && (room.inside || room.settingUp && !room.staff.report.good && !room.assistantTells)
        report: room.staff.report
    }
}
