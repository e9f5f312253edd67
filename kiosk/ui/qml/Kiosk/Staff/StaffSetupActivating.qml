pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The cloud is asked. What stands in the way is said, and is tried again.
StaffPage {
    id: page

    required property StaffSetupModel setup

    title: setup.activating_title
    words: setup.activating_words

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

    actions: StaffSetupOn {
        width: parent?.width ?? 0
        icon: "refresh-cw"
        text: qsTr("Coba sekarang")
        ready: page.setup.activating_stuck
        onGoOn: page.setup.try_again()
        onGoBack: page.setup.back()
    }
}
