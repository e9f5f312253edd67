pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// The cloud is asked. What stands in the way is said; where only time helps, it is tried again.
StaffPage {
    id: page

    required property StaffSetupModel setup

    title: setup.activating_title
    words: setup.activating_words

    StaffCalm {
        width: parent.width
        icon: page.setup.activating_icon
        tint: page.setup.activating_stuck ? Theme.warnTint : Theme.wash
        title: page.setup.name
        words: page.setup.email
    }

    StaffProgress {
        width: parent.width
        words: page.setup.activating_stuck ? qsTr("Booth mencoba lagi setiap beberapa detik.") : qsTr("Mendaftarkan booth ini…")
        visible: page.setup.activating_detail === ""
    }

    StaffNotice {
        width: parent.width
        visible: page.setup.activating_detail !== ""
        title: qsTr("Untuk teknisi: %1").arg(page.setup.activating_detail)
    }

    actions: [
        StaffSetupOn {
            width: parent?.width ?? 0
            visible: page.setup.typed_wrong
            icon: "arrow-left"
            text: qsTr("Ubah isian")
            mayGoBack: false
            onGoOn: page.setup.back()
        },
        StaffButton {
            objectName: "setupAgain"
            width: parent?.width ?? 0
            visible: page.setup.typed_wrong
            icon: "refresh-cw"
            text: qsTr("Coba lagi")
            onTapped: page.setup.try_again()
        },
        StaffSetupOn {
            width: parent?.width ?? 0
            visible: !page.setup.typed_wrong
            icon: "refresh-cw"
            text: qsTr("Coba sekarang")
            ready: page.setup.activating_stuck
            onGoOn: page.setup.try_again()
            onGoBack: page.setup.back()
        }
    ]
}
