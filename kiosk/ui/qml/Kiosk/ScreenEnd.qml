import QtQuick
import Kiosk.Models

// A short goodbye: cancelled, or settled by staff. The prints lie on the table again.
ScreenFrame {
    id: screen

    required limit
    required property EndModel end
    required property var packages
    property bool settled: false

    title: settled ? qsTr("Beres, terima kasih!") : end.title
    words: settled ? qsTr("Sampai ketemu lagi, ya.") : end.words
    ending: qsTr("Kembali ke awal")

    PrintTable {
        parent: screen
        z: -1
        y: Theme.portrait ? screen.hero.y : 0
        width: Theme.portrait ? screen.width : screen.columnX - Theme.gap
        height: Theme.portrait ? screen.hero.height : screen.height
        least: (Theme.portrait ? 0.58 : 0.62) * height
        packages: screen.packages
        still: true
    }

    actions: PrimaryButton {
        objectName: screen.settled ? "settledDone" : "cancelledDone"
        width: parent.width
        text: qsTr("Kembali ke awal")
        icon: "house"
        onTapped: screen.end.finish()
    }
}
