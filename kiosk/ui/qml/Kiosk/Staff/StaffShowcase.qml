pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The prints on the attract screen, and the way to take them all down.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffShowcaseModel showcase: staff.showcase
    readonly property int columns: Math.max(4, Math.floor(contentWidth / (21 * Theme.unit)))
    readonly property real gap: 2 * Theme.unit

    title: qsTr("Layar depan")
    words: showcase.count > 0 ? qsTr("%1 cetakan tampil. Tamunya mengizinkan, paling lama 12 jam.").arg(showcase.count) : ""

    StaffCalm {
        width: parent.width
        visible: page.showcase.count === 0
        icon: "images"
        title: qsTr("Tidak ada cetakan tamu")
        words: qsTr("Yang tampil hanya contoh dari booth ini.")
    }

    Grid {
        width: parent.width
        columns: page.columns
        spacing: page.gap

        Repeater {
            model: page.showcase.pictures

            Rectangle {
                id: frame

                required property string modelData

                width: ((parent?.width ?? 0) - (page.columns - 1) * page.gap) / page.columns
                height: 1.4 * width
                radius: 0.5 * Theme.radius
                color: Theme.wash

                Image {
                    anchors.fill: parent
                    anchors.margins: Theme.unit
                    source: frame.modelData
                    asynchronous: true
                    fillMode: Image.PreserveAspectFit
                    sourceSize.width: 30 * Theme.unit
                }
            }
        }
    }

    actions: [
        StaffHold {
            objectName: "showcaseClear"
            width: parent.width
            visible: page.showcase.count > 0
            icon: "trash-2"
            text: qsTr("Hapus semua")
            onHeld: page.showcase.clear()
        },
        StaffButton {
            objectName: "staffBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.staff.open_more()
        }
    ]
}
