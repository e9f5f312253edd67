pragma ComponentBehavior: Bound

import QtQuick

// A slip of paper with a tear line and a notch at either end of it: the code above, what it stands
// for below.
Item {
    id: ticket

    required property string code
    required property string caption
    property string money: ""
    property string icon: "ticket"

    readonly property real tear: height - (money === "" ? 15 : 18) * Theme.unit

    implicitHeight: (money === "" ? 60 : 64) * Theme.unit

    component Notch: Rectangle {
        y: ticket.tear - height / 2
        width: 6 * Theme.unit
        height: width
        radius: width / 2
        color: Theme.paper
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: Theme.card

        Shadow {
            radius: Theme.radius
        }
    }

    Column {
        width: parent.width
        y: (ticket.tear - height) / 2
        spacing: 0

        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Kodemu")
            lineHeight: 1
            color: Theme.ink
            font.weight: Font.DemiBold
        }

        Heading {
            x: 3 * Theme.unit
            width: parent.width - 2 * x
            horizontalAlignment: Text.AlignHCenter
            text: ticket.code
            size: Math.min(26 * Theme.unit, 0.58 * ticket.tear)
            font.letterSpacing: 0.06 * size
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 12 * Theme.unit
            wrapMode: Text.NoWrap
        }
    }

    Row {
        x: 6 * Theme.unit
        y: ticket.tear
        spacing: 1.4 * Theme.unit

        Repeater {
            model: Math.max(0, Math.floor((ticket.width - 12 * Theme.unit) / (2.8 * Theme.unit)))

            Rectangle {
                width: 1.4 * Theme.unit
                height: Math.max(2, 0.3 * Theme.unit)
                color: Theme.line
            }
        }
    }

    Notch {
        x: -width / 2
    }

    Notch {
        x: ticket.width - width / 2
    }

    Column {
        width: parent.width - 12 * Theme.unit
        x: 6 * Theme.unit
        y: ticket.tear + (ticket.height - ticket.tear - height) / 2
        spacing: 0.6 * Theme.unit

        Heading {
            visible: ticket.money !== ""
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: ticket.money
            size: Theme.title
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: 1.4 * Theme.unit

            Icon {
                name: ticket.icon
                anchors.verticalCenter: parent.verticalCenter
            }

            Words {
                text: ticket.caption
                color: Theme.ink
                font.weight: Font.DemiBold
                lineHeight: 1
                anchors.verticalCenter: parent.verticalCenter
            }
        }
    }
}
