import QtQuick
import Kiosk.Models

// The live picture from edge to edge, cut as it will be printed, and the sheet that it fills.
GuestScreen {
    id: screen

    required property ShootModel shoot
    required property SheetModel sheet
    required property LookModel look
    required property LiveFeed live
    property bool running: false

    readonly property real slotAspect: sheet.paper?.slot_aspects[Math.min(shoot.taken, shoot.shot_count - 1)] ?? 1.5
    readonly property bool atLens: shoot.number > 0 && shoot.number <= 2
    readonly property rect free: Theme.portrait ? Qt.rect(0, view.height, width, height - view.height) : Qt.rect(view.width, 0, width - view.width, height)

    sheetPlace: Theme.portrait ? Qt.rect(Theme.margin, height - 74 * Theme.unit, 44 * Theme.unit, 66 * Theme.unit) : Qt.rect(width - 30 * Theme.unit, height - 46 * Theme.unit, 26 * Theme.unit, 40 * Theme.unit)
    sheetNextSlot: shoot.taken

    LiveView {
        id: view

        width: Theme.portrait ? parent.width : Math.min(parent.width, parent.height * screen.slotAspect)
        height: Theme.portrait ? Math.min(width / screen.slotAspect, 98 * Theme.unit) : parent.height
        feed: screen.live
        running: screen.running
    }

    Heading {
        id: count

        x: Theme.portrait ? 56 * Theme.unit : screen.free.x + Theme.gap
        y: Theme.portrait ? screen.height - 74 * Theme.unit : Theme.margin
        text: qsTr("Foto %1 dari %2").arg(Math.min(screen.shoot.taken + 1, screen.shoot.shot_count)).arg(screen.shoot.shot_count)
        color: Theme.paper
        size: Theme.button
    }

    LensArrow {
        edge: screen.look.lens_edge
        x: 30 * Theme.unit
        y: 4 * Theme.unit
        opacity: screen.atLens ? 1 : 0
    }

    Countdown {
        number: screen.shoot.number
        size: (screen.atLens ? 22 : 40) * Theme.unit
        x: screen.atLens ? 4 * Theme.unit : 54 * Theme.unit
        y: screen.atLens ? 4 * Theme.unit : screen.height - 50 * Theme.unit
    }

    Rectangle {
        anchors.fill: view
        color: Theme.night
        visible: screen.shoot.one_moment || !view.live

        Column {
            anchors.centerIn: parent
            spacing: Theme.gap

            Waiting {
                anchors.horizontalCenter: parent.horizontalCenter
            }

            Heading {
                text: qsTr("Sebentar, ya")
                color: Theme.paper
                anchors.horizontalCenter: parent.horizontalCenter
            }

            Words {
                text: qsTr("Kameranya sedang disiapkan.")
                color: Theme.paperSoft
                anchors.horizontalCenter: parent.horizontalCenter
            }
        }
    }

    Flash {
        id: flash

        anchors.fill: parent
    }

    Connections {
        target: screen.shoot

        function onShutter(): void {
            flash.fire();
        }
    }
}
