import QtQuick
import Kiosk.Models

// The QRIS code, large; the blank sheet waits beside what it costs.
CodeAndSheet {
    id: screen

    required limit
    required property PayModel pay

    readonly property bool offered: pay.stage === "offered"
    readonly property bool closing: pay.stage === "closing"

    title: closing ? qsTr("Kami cek dulu, ya") : offered ? qsTr("Scan untuk bayar") : qsTr("Sebentar, ya")
    words: {
        if (closing)
            return qsTr("Memastikan pembayaranmu sudah masuk atau belum.");
        if (!offered)
            return qsTr("Kode bayarmu sedang disiapkan.");
        if (pay.looked_in_vain)
            return qsTr("Belum masuk, ya. Kami terus cek otomatis.");
        return qsTr("Pakai aplikasi bank atau dompet digitalmu.");
    }
    hint: pay.unreachable ? qsTr("Internet lambat, sabar, ya") : ""
    ending: offered ? qsTr("Kode ditutup") : ""
    code: pay.code
    caption: qsTr("QRIS · semua bank dan dompet digital")
    foot: (Theme.portrait ? 23.5 : 26) * Theme.unit

    lines: [
        PayLines {
            width: parent.width
            pay: screen.pay
            amountSize: (Theme.portrait ? 7 : 6.4) * Theme.unit
        },
        TimeLeft {
            limit: screen.limit
            opacity: screen.offered ? 1 : 0
        }
    ]

    actions: [
        PrimaryButton {
            objectName: "payPaid"
            width: parent.width
            enabled: screen.offered && !screen.pay.still_checking
            opacity: !screen.offered ? 0 : enabled ? 1 : 0.45
            text: screen.pay.still_checking ? qsTr("Sedang kami cek…") : qsTr("Aku sudah bayar")
            icon: screen.pay.still_checking ? "loader" : "check"
            onTapped: screen.pay.have_paid()
        },
        PayWayOut {
            width: parent.width
            pay: screen.pay
            enabled: !screen.closing
        }
    ]
}
