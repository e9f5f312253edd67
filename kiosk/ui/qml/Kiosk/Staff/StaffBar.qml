pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// On every one of the staff's screens: who is in, and the way out. Where there is room, the five rooms too.
Rectangle {
    id: bar

    required property StaffModel staff
    required property LanguageModel language
    readonly property bool inside: staff.gate.state === "open" && !staff.setup.open

    signal leave

    height: (inside && Theme.portrait ? 11 : 13) * Theme.unit
    color: Theme.ink

    Loader {
        id: rooms

        x: Theme.unit
        height: parent.height
        active: bar.inside && !Theme.portrait
        visible: active

        sourceComponent: StaffNav {
            staff: bar.staff
        }
    }

    Column {
        x: Theme.portrait ? 4.5 * Theme.unit : rooms.x + rooms.width + Theme.unit
        width: language.x - x - 1 * Theme.unit
        visible: bar.inside
        anchors.verticalCenter: parent.verticalCenter

        Words {
            width: parent.width
            text: bar.staff.who
            horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignRight
            color: Theme.paper
            font.weight: Font.DemiBold
            lineHeight: 1.05
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }

        Words {
            width: parent.width
            text: bar.staff.role
            horizontalAlignment: Theme.portrait ? Text.AlignLeft : Text.AlignRight
            color: Theme.paperSoft
            font.pixelSize: Theme.small
            lineHeight: 1.05
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
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

    StaffLeave {
        id: out

        anchors.right: parent.right
        height: parent.height
        onTapped: bar.leave()
    }
}
