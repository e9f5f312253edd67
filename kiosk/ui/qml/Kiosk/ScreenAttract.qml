import QtQuick
import Kiosk.Models

// One invitation; the whole screen takes the touch.
ScreenFrame {
    id: screen

    required property AttractModel attract
    required property LookModel look

    title: qsTr("Yuk, foto bareng!")
    words: qsTr("Bergaya, cetak, langsung bawa pulang.")

    Image {
        parent: screen
        x: screen.columnX
        y: 5 * Theme.unit
        height: 5 * Theme.unit
        source: screen.look.logo
        sourceSize.height: 5 * Theme.unit
        fillMode: Image.PreserveAspectFit
    }

    PrintFan {
        anchors.fill: parent
        packages: screen.attract.packages
    }

    actions: [
        PrimaryButton {
            width: parent.width
            implicitHeight: 15 * Theme.unit
            text: qsTr("Sentuh untuk mulai")
            icon: "hand"
            scale: whole.pressed ? 0.98 : 1
        },
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: screen.attract.lowest_price === "" ? qsTr("Gratis untukmu hari ini") : qsTr("Mulai dari %1").arg(screen.attract.lowest_price)
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
