import QtQuick
import Kiosk.Models

// What to hand over, large. Money is taken by staff behind their PIN, or by the slot for bills.
HeroAndSheet {
    id: screen

    required limit
    required property PayModel pay
    required property LookModel look

    signal staffCalled

    title: pay.one_moment ? qsTr("Sebentar, ya") : look.takes_bills ? qsTr("Masukkan uang ke mesin") : qsTr("Serahkan uangnya ke petugas")
    titleSize: (Theme.portrait ? 8 : 6.8) * Theme.unit
    words: pay.one_moment ? qsTr("Jangan bayar dulu, kami siapkan boothnya.") : look.takes_bills ? qsTr("Atau serahkan uangnya ke petugas.") : qsTr("Setelah itu langsung foto!")
    ending: qsTr("Pesanan dibatalkan")
    foot: (Theme.portrait ? 29 : 26) * Theme.unit

    CashCard {
        width: screen.room.width
        height: Math.min(screen.room.height, 62 * Theme.unit)
        y: (screen.room.height - height) / 2
        pay: screen.pay
    }

    lines: [
        Words {
            width: parent.width
            text: screen.pay.bought
        },
        Words {
            width: parent.width
            text: screen.look.takes_bills ? qsTr("Mesin tidak memberi kembalian; kelebihan dikembalikan petugas.") : qsTr("Uangnya lebih? Kembaliannya dari petugas.")
            font.pixelSize: Theme.small
        },
        TimeLeft {
            limit: screen.limit
        }
    ]

    actions: [
        SecondaryButton {
            objectName: "payStaff"
            width: parent.width
            height: Theme.touch
            text: qsTr("Khusus petugas")
            icon: "lock"
            onTapped: screen.staffCalled()
        },
        PayWayOut {
            width: parent.width
            pay: screen.pay
        }
    ]
}
