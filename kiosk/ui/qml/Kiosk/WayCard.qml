pragma ComponentBehavior: Bound

import QtQuick

// One way to pay: its sign, its name, and whom it is for. The first is the one to touch, a tall one
// has its name below the sign. Grey where it does not work now.
Touchable {
    id: card

    required property string way
    property bool works: true
    property bool first: false
    property bool tall: false
    property bool takesBills: false

    readonly property bool beside: tall && !Theme.portrait // the name, beside the sign
    readonly property real pad: Math.min(2.6 * Theme.unit, 0.16 * height)
    readonly property var sign: ({
            qris: "qr-code",
            cash: "banknote",
            voucher: "ticket"
        })
    readonly property var names: ({
            qris: qsTr("QRIS"),
            cash: qsTr("Tunai"),
            voucher: qsTr("Voucher")
        })
    readonly property var helps: ({
            qris: qsTr("Semua bank dan dompet digital"),
            cash: takesBills ? qsTr("Lewat mesin atau petugas") : qsTr("Bayar ke petugas"),
            voucher: qsTr("Masukkan kode vouchermu")
        })

    enabled: works
    scale: pressed ? 0.98 : 1

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: !card.works ? "transparent" : card.first ? card.pressed ? Theme.coralPressed : Theme.coral : card.pressed ? Theme.line : Theme.card
        border.width: card.works ? 0 : Theme.hairline
        border.color: Theme.line

        Shadow {
            radius: Theme.radius
            visible: card.works
        }
    }

    Rectangle {
        id: disc

        x: card.pad
        y: card.tall ? card.pad : (card.height - height) / 2
        width: height
        height: card.tall ? 0.36 * card.height : Math.min(card.height - 2 * card.pad, 16 * Theme.unit)
        radius: 0.3 * height
        color: card.first ? Theme.card : card.works ? Theme.marigold : Theme.line

        Icon {
            anchors.centerIn: parent
            name: card.sign[card.way] ?? "banknote"
            onDark: card.works && !card.first && Theme.marigoldDark
            size: 0.6 * parent.height
            opacity: card.works ? 1 : 0.6
        }
    }

    Heading {
        id: name

        x: card.tall && !card.beside ? card.pad : disc.x + disc.width + (card.tall ? 0.6 : 1) * Theme.gap
        y: card.beside ? disc.y + (disc.height - height) / 2 : help.y - height - 0.7 * Theme.unit
        text: card.names[card.way] ?? ""
        size: (card.first ? 7 : card.beside ? 4.2 : Math.min(5, 0.3 * card.height / Theme.unit)) * Theme.unit
        color: card.first ? Theme.coralInk : card.works ? Theme.ink : Theme.inkSoft
    }

    Words {
        id: help

        x: card.tall ? card.pad : name.x
        y: card.tall ? card.height - height - card.pad : (card.height + name.height - height) / 2
        width: card.width - x - card.pad
        text: card.works ? card.helps[card.way] ?? "" : qsTr("Sedang tidak bisa")
        color: card.first ? Theme.coralInk : Theme.inkSoft
        font.pixelSize: card.first && Theme.portrait ? Theme.text : Theme.small
        lineHeight: 1.05
    }
}
