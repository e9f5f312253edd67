import QtQuick

// One way to pay: its sign, its name, and whom it is for. Grey where it does not work now.
Touchable {
    id: card

    required property string way
    property bool works: true
    property bool takesBills: false

    readonly property real pad: 0.18 * height
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

    implicitHeight: (Theme.portrait ? 19 : 12.4) * Theme.unit
    enabled: works
    scale: pressed ? 0.98 : 1

    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: card.works ? card.pressed ? Theme.line : Theme.card : "transparent"
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
        y: card.pad
        width: height
        height: card.height - 2 * card.pad
        radius: 0.3 * height
        color: card.works ? Theme.coral : Theme.line

        Icon {
            anchors.centerIn: parent
            name: card.sign[card.way] ?? "banknote"
            onDark: card.works && Theme.coralDark
            size: 0.56 * parent.height
            opacity: card.works ? 1 : 0.6
        }
    }

    Column {
        anchors.verticalCenter: parent.verticalCenter
        x: disc.x + disc.width + 0.8 * Theme.gap
        width: chevron.x - x
        spacing: 0.9 * Theme.unit

        Heading {
            text: card.names[card.way] ?? ""
            size: (Theme.portrait ? 5.5 : 4.4) * Theme.unit
            color: card.works ? Theme.ink : Theme.inkSoft
        }

        Words {
            width: parent.width
            text: card.works ? card.helps[card.way] ?? "" : qsTr("Sedang tidak bisa")
            font.pixelSize: Theme.portrait ? Theme.text : Theme.small
            lineHeight: 1
        }
    }

    Icon {
        id: chevron

        x: card.width - width - 1.2 * card.pad
        anchors.verticalCenter: parent.verticalCenter
        name: "chevron-right"
        size: 5 * Theme.unit
        visible: card.works
    }
}
