import QtQuick
import Kiosk.Models

// The amount that is still to come, and a bar that fills with what came in.
Rectangle {
    id: card

    required property PayModel pay

    readonly property bool begun: pay.tally !== ""

    radius: 1.4 * Theme.radius
    color: Theme.card

    Shadow {
        radius: card.radius
    }

    Column {
        anchors.centerIn: parent
        width: parent.width - 2 * Theme.margin
        spacing: (card.begun ? 1.8 : 2.6) * Theme.unit

        Rectangle {
            width: 12 * Theme.unit
            height: width
            radius: 0.3 * width
            color: Theme.marigold
            anchors.horizontalCenter: parent.horizontalCenter

            Icon {
                anchors.centerIn: parent
                name: "banknote"
                onDark: Theme.marigoldDark
                size: 7.4 * Theme.unit
            }
        }

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.begun ? qsTr("Tinggal") : qsTr("Siapkan uang")
            color: Theme.ink
            font.weight: Font.DemiBold
        }

        Heading {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.pay.amount
            size: Theme.portrait ? 12 * Theme.unit : 11 * Theme.unit
            fontSizeMode: Text.HorizontalFit
        }

        Rectangle {
            id: bar

            visible: card.begun
            width: parent.width
            height: 3 * Theme.unit
            radius: height / 2
            color: Theme.line

            Rectangle {
                width: Math.max(height, card.pay.share_paid * bar.width)
                height: bar.height
                radius: bar.radius
                color: Theme.mint

                Behavior on width {
                    NumberAnimation {
                        duration: Theme.calm
                        easing.type: Easing.OutQuad
                    }
                }
            }
        }

        Words {
            visible: card.begun
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: card.pay.tally
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
        }
    }
}
