import QtQuick
import Kiosk.Models

// Paid and not delivered: calm words and the code that staff ask for.
ScreenFrame {
    id: screen

    required property EndModel end

    title: qsTr("Maaf, tunggu petugas, ya")
    words: end.words

    Column {
        anchors.centerIn: parent
        spacing: Theme.gap

        Words {
            text: qsTr("Tunjukkan kode ini")
            anchors.horizontalCenter: parent.horizontalCenter
        }

        Heading {
            text: screen.end.claim_code
            size: 16 * Theme.unit
            anchors.horizontalCenter: parent.horizontalCenter
        }
    }

    actions: SecondaryButton {
        objectName: "owedDone"
        width: parent.width
        text: qsTr("Sudah dicatat")
        icon: "check"
        onTapped: screen.end.finish()
    }
}
