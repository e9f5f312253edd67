import QtQuick
import Kiosk.Models

// A short goodbye: cancelled, or settled by staff.
ScreenFrame {
    id: screen

    required property EndModel end
    required property var packages
    property bool settled: false

    title: settled ? qsTr("Beres, terima kasih!") : end.title
    words: settled ? qsTr("Sampai ketemu lagi, ya.") : end.words

    PrintFan {
        anchors.fill: parent
        packages: screen.packages
    }

    actions: PrimaryButton {
        objectName: screen.settled ? "settledDone" : "cancelledDone"
        width: parent.width
        text: qsTr("Kembali ke awal")
        icon: "house"
        onTapped: screen.end.finish()
    }
}
