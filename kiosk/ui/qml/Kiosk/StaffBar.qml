import QtQuick
import Kiosk.Models

// Where this is, and the way out: on every one of the staff's screens. Inside, the two rooms.
Rectangle {
    id: bar

    required property StaffModel staff
    required property LanguageModel language
    readonly property bool inside: staff.gate.state === "open"

    signal leave

    height: 13 * Theme.unit
    color: Theme.ink

    Row {
        x: 2 * Theme.unit
        height: parent.height
        visible: bar.inside
        spacing: Theme.unit

        StaffTab {
            objectName: "staffTill"
            height: parent.height
            text: qsTr("Kasir")
            icon: "banknote"
            here: bar.staff.at_till
            waiting: bar.staff.till.waiting
            onTapped: bar.staff.till.open_till()
        }

        StaffTab {
            objectName: "staffPrinters"
            height: parent.height
            text: qsTr("Printer")
            icon: "printer"
            here: !bar.staff.at_till
            onTapped: bar.staff.open_printers()
        }
    }

    Words {
        anchors.right: language.left
        anchors.rightMargin: Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        visible: bar.inside && !Theme.portrait
        text: bar.staff.who
        color: Theme.paperSoft
        lineHeight: 1
    }

    Row {
        x: Theme.gap + Theme.unit
        visible: !bar.inside
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1.6 * Theme.unit

        Icon {
            name: "settings"
            onDark: true
            size: 4.4 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Words {
            text: qsTr("Mode petugas")
            color: Theme.paper
            font.weight: Font.DemiBold
            lineHeight: 1
            anchors.verticalCenter: parent.verticalCenter
        }
    }

    LanguageButton {
        id: language

        objectName: "staffLanguage"
        anchors.right: out.left
        height: parent.height
        language: bar.language
        onDark: true
        brief: Theme.portrait
    }

    Touchable {
        id: out

        objectName: "staffLeave"
        anchors.right: parent.right
        width: label.width + 6 * Theme.unit
        height: parent.height

        Rectangle {
            anchors.fill: parent
            anchors.margins: 1.4 * Theme.unit
            radius: 0.7 * Theme.radius
            color: out.pressed ? Theme.inkPressed : "transparent"
            border.width: Theme.hairline
            border.color: Theme.paperSoft
        }

        Row {
            id: label

            anchors.centerIn: parent
            spacing: 1.2 * Theme.unit

            Icon {
                name: "log-out"
                onDark: true
                size: 3.8 * Theme.unit
                anchors.verticalCenter: parent.verticalCenter
            }

            Words {
                text: qsTr("Keluar")
                color: Theme.paper
                font.weight: Font.DemiBold
                lineHeight: 1
                anchors.verticalCenter: parent.verticalCenter
            }
        }

        onTapped: bar.leave()
    }
}
