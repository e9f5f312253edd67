import QtQuick
import Kiosk.Models

// One invitation; the whole screen takes the touch.
ScreenFrame {
    id: screen

    required property AttractModel attract

    title: qsTr("Yuk, foto bareng!")
    titleSize: (Theme.portrait ? 15 : 13) * Theme.unit
    words: qsTr("Bergaya, cetak, langsung bawa pulang.")

    PrintFan {
        anchors.fill: parent
        packages: screen.attract.packages
    }

    actions: [
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            opacity: screen.attract.packages.length > 0 ? 1 : 0 // while the booth starts, no price is known
            text: screen.attract.lowest_price === "" ? qsTr("Gratis untukmu hari ini") : qsTr("Mulai dari %1").arg(screen.attract.lowest_price)
            font.weight: Font.DemiBold
            color: Theme.ink
        },
        PrimaryButton {
            width: parent.width
            implicitHeight: 16 * Theme.unit
            text: screen.attract.waits ? qsTr("Sebentar, ya…") : qsTr("Sentuh untuk mulai")
            textSize: 5 * Theme.unit
            icon: "hand"
            held: whole.pressed || screen.attract.waits
        }
    ]

    Touchable {
        id: whole

        parent: screen
        objectName: "attractTouch"
        anchors.fill: parent
        onTapped: screen.attract.begin()
    }
}
