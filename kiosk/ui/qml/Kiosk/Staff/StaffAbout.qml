pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// What this booth is; and its logs, for whoever looks after it.
StaffPage {
    id: page

    required property StaffModel staff
    readonly property StaffAboutModel about: staff.about

    title: qsTr("Tentang booth ini")

    Column {
        width: parent.width

        Repeater {
            model: page.about.facts

            StaffFactRow {
                required property var modelData

                width: parent?.width ?? 0
                title: modelData.title
                text: modelData.text
                ill: modelData.ill
            }
        }
    }

    actions: [
        StaffNotice {
            width: parent.width
            visible: page.about.copied || page.about.trouble
            icon: page.about.copied ? "check" : "usb"
            color: page.about.copied ? Theme.calmTint : Theme.warnTint
            title: page.about.copy_title
            words: page.about.copy_words
        },
        Column {
            width: parent.width
            visible: page.about.copying
            spacing: Theme.unit

            Words {
                text: page.about.copy_title
                color: Theme.ink
                font.weight: Font.DemiBold
                font.features: ({
                        tnum: 1
                    })
            }

            Rectangle {
                width: parent.width
                height: 1.6 * Theme.unit
                radius: height / 2
                color: Theme.rule

                Rectangle {
                    width: Math.max(page.about.part * parent.width, height)
                    height: parent.height
                    radius: height / 2
                    color: Theme.mint
                }
            }
        },
        StaffButton {
            objectName: "copyLogs"
            width: parent.width
            implicitHeight: 12 * Theme.unit
            textSize: Theme.button
            icon: "usb"
            enabled: !page.about.copying
            text: qsTr("Salin log ke USB")
            onTapped: page.about.copy_logs()
        },
        StaffButton {
            objectName: "moreBack"
            width: parent.width
            icon: "arrow-left"
            text: qsTr("Kembali")
            onTapped: page.staff.open_more()
        }
    ]
}
