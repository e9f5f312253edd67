import QtQuick
import Kiosk.Models

// A question with no hurry: may the print be seen here today? No, until the guest says otherwise,
// and no again at the next touch. The answer stands in words.
Touchable {
    id: ask

    required property TakeHomeModel takeHome

    readonly property bool yes: takeHome.shown

    implicitHeight: Theme.touch
    onTapped: takeHome.turn_showing()

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: ask.pressed ? Theme.line : Theme.card
        border.width: Theme.hairline
        border.color: ask.yes ? Theme.mint : Theme.line
    }

    Words {
        x: 3 * Theme.unit
        width: answer.x - 1.6 * Theme.unit - x
        anchors.verticalCenter: parent.verticalCenter
        text: ask.yes ? qsTr("Cetakanmu tampil di layar ini hari ini. Sentuh untuk membatalkan.") : qsTr("Boleh cetakanmu tampil di layar ini hari ini?")
        color: Theme.ink
        font.pixelSize: Theme.small * 1.1
        font.weight: Font.DemiBold
        lineHeight: 1.1
    }

    Row {
        id: answer

        x: ask.width - width - 2.6 * Theme.unit
        anchors.verticalCenter: parent.verticalCenter
        spacing: 1.4 * Theme.unit

        Heading {
            width: 9 * Theme.unit
            horizontalAlignment: Text.AlignRight
            text: ask.yes ? qsTr("Boleh") : qsTr("Tidak")
            size: 3.4 * Theme.unit
            anchors.verticalCenter: parent.verticalCenter
        }

        Rectangle {
            width: 11 * Theme.unit
            height: 6 * Theme.unit
            radius: height / 2
            color: ask.yes ? Theme.mint : Theme.line
            anchors.verticalCenter: parent.verticalCenter

            Rectangle {
                x: ask.yes ? parent.width - width - y : y
                y: 0.7 * Theme.unit
                width: height
                height: parent.height - 2 * y
                radius: height / 2
                color: Theme.card

                Behavior on x {
                    NumberAnimation {
                        duration: Theme.quick
                        easing.type: Easing.OutQuad
                    }
                }

                Icon {
                    anchors.centerIn: parent
                    name: ask.yes ? "check" : "x"
                    size: 0.7 * parent.height
                }
            }
        }
    }
}
