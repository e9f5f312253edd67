import QtQuick
import Kiosk.Models

// The voucher's code, typed on the screen: what stands there, why it is not taken, the keys.
ScreenFrame {
    id: screen

    required limit
    required property PayModel pay

    readonly property VoucherModel voucher: pay.voucher
    readonly property real below: actionsTop - 3 * Theme.unit

    title: qsTr("Kode voucher")
    words: Theme.portrait ? qsTr("Untuk bayar %1. Ketik kodenya, ya.").arg(pay.amount) : ""
    ending: qsTr("Pesanan dibatalkan")
    sheetPlace: Theme.portrait ? Qt.rect(width - 22 * Theme.unit, 13.5 * Theme.unit, 16 * Theme.unit, 21 * Theme.unit) : Qt.rect(columnX, below - 20 * Theme.unit, 16 * Theme.unit, 20 * Theme.unit)
    sheetTilt: 4

    VoucherCode {
        id: code

        width: parent.width
        height: 13 * Theme.unit
        voucher: screen.voucher
    }

    Refusal {
        parent: screen
        x: Theme.portrait ? screen.hero.x : screen.columnX
        y: Theme.portrait ? screen.hero.y + code.height + 2 * Theme.unit : 27 * Theme.unit
        width: Theme.portrait ? screen.hero.width : screen.columnWidth
        text: screen.voucher.refusal
        otherwise: qsTr("Yang bulat angka 0, yang tegak angka 1. Tidak ada huruf O, I, L.")
    }

    VoucherPad {
        y: code.height + (Theme.portrait ? 12 : 3) * Theme.unit
        width: parent.width
        height: parent.height - y
        voucher: screen.voucher
    }

    PayLines {
        parent: screen
        visible: !Theme.portrait
        x: screen.sheetPlace.x + screen.sheetPlace.width + 0.6 * Theme.margin
        y: screen.sheetPlace.y + (screen.sheetPlace.height - height) / 2
        width: screen.width - x - Theme.margin
        pay: screen.pay
        amountSize: 6.4 * Theme.unit
    }

    actions: [
        PrimaryButton {
            objectName: "voucherCheck"
            width: parent.width
            enabled: screen.voucher.complete
            text: qsTr("Pakai voucher")
            icon: "ticket"
            onTapped: screen.voucher.check()
        },
        PayWayOut {
            width: parent.width
            pay: screen.pay
        }
    ]
}
