import QtQuick
import Kiosk.Models

// A short goodbye: cancelled, or settled by staff.
ScreenFrame {
    id: screen

    required property EndModel end
    property bool settled: false

    title: settled ? qsTr("Beres, terima kasih!") : end.title
    words: settled ? qsTr("Sampai ketemu lagi, ya.") : end.words

    actions: PrimaryButton {
        objectName: screen.settled ? "settledDone" : "cancelledDone"
        width: parent.width
        text: qsTr("Kembali ke awal")
        onTapped: screen.end.finish()
    }
}
