pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The licence key for those who can't show it, judged while it is typed.
StaffPage {
    id: page

    required property StaffSetupModel setup

    title: qsTr("Ketik kunci lisensi")
    words: qsTr("Besar kecil hurufnya penting; spasi dan baris baru tidak.")

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

    StaffSetupGood {
        width: parent.width
        visible: page.setup.licence_good !== ""
        words: page.setup.licence_good
    }

    actions: StaffSetupOn {
        width: parent?.width ?? 0
        ready: page.setup.licence_good !== ""
        onGoOn: page.setup.go_on()
        onGoBack: page.setup.back()
    }
}
