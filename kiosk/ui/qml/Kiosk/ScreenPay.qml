import QtQuick
import Kiosk.Models

// The code, large; the blank sheet waits beside what it costs.
CodeAndSheet {
    id: screen

    required property PayModel pay
    required property LimitModel limit

    readonly property bool offered: pay.stage === "offered"
    readonly property bool closing: pay.stage === "closing"

    function clock(seconds: int): string {
        return Math.floor(seconds / 60) + "." + String(seconds % 60).padStart(2, "0");
    }

    title: closing ? qsTr("Kami cek dulu, ya") : offered ? qsTr("Scan untuk bayar") : qsTr("Sebentar, ya")
    words: closing ? qsTr("Memastikan pembayaranmu sudah masuk atau belum.") : offered ? qsTr("Buka aplikasi bank atau dompet digitalmu, lalu scan kode ini.") : qsTr("Kode bayarmu sedang disiapkan.")
    hint: pay.unreachable ? qsTr("Internet lambat, kami coba terus") : pay.still_checking && offered ? qsTr("Masih kami cek") : offered && limit.seconds_left >= 0 && limit.seconds_left <= 15 ? qsTr("Tinggal %1 detik").arg(limit.seconds_left) : ""
    code: pay.code
    caption: qsTr("QRIS · semua bank dan dompet digital")

    lines: [
        Words {
            width: parent.width
            text: screen.pay.package_name + " · " + screen.pay.shots_words
        },
        Heading {
            width: parent.width
            text: screen.pay.amount
            size: screen.titleSize
        },
        Words {
            width: parent.width
            opacity: screen.offered && screen.limit.seconds_left >= 0 ? 1 : 0
            text: qsTr("Sisa waktu %1").arg(screen.clock(Math.max(0, screen.limit.seconds_left)))
            font.weight: Font.DemiBold
        }
    ]

    actions: SecondaryButton {
        objectName: "payCancel"
        width: parent.width
        text: qsTr("Batal")
        icon: "x"
        enabled: !screen.closing
        onTapped: screen.pay.cancel()
    }
}
