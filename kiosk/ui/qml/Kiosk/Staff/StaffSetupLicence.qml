pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The licence key, judged while it is typed.
StaffPage {
    id: page

    required property StaffSetupModel setup

    title: qsTr("Kunci lisensi")
    words: qsTr("Ketik atau tempel kuncinya. Spasi dan baris baru tidak masalah.")

    StaffField {
        name: "licence"
        width: parent.width
        title: qsTr("Kunci, diawali PB1")
        lines: 5
        longest: 1000
        value: page.setup.key
        wrong: page.setup.licence_wrong
        onTyped: text => page.setup.type_key(text)
    }

    Rectangle {
        width: parent.width
        height: 11 * Theme.unit
        visible: page.setup.licence_good !== ""
        radius: 0.7 * Theme.radius
        color: Theme.calmTint

        Icon {
            id: tick

            x: 2.4 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
            name: "circle-check"
            size: 5 * Theme.unit
        }

        Words {
            objectName: "licenceGood"
            x: tick.x + tick.width + 2 * Theme.unit
            width: parent.width - x - 2 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
            text: page.setup.licence_good
            color: Theme.ink
            font.weight: Font.DemiBold
            lineHeight: 1.1
        }
    }

    actions: StaffSetupOn {
        width: parent?.width ?? 0
        ready: page.setup.licence_good !== ""
        onGoOn: page.setup.go_on()
        onGoBack: page.setup.back()
    }
}
