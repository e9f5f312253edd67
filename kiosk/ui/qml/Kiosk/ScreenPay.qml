import QtQuick
import Kiosk.Models

// The code, large; the blank sheet waits beside what it costs.
ScreenFrame {
    id: screen

    required property PayModel pay
    required property LimitModel limit

    readonly property bool offered: pay.stage === "offered"
    readonly property real side: Math.min(hero.width, Theme.portrait ? 0.72 * hero.height : hero.height)

    function clock(seconds: int): string {
        return Math.floor(seconds / 60) + "." + String(seconds % 60).padStart(2, "0");
    }

    title: pay.stage === "closing" ? qsTr("Kami cek dulu, ya") : offered ? qsTr("Scan untuk bayar") : qsTr("Sebentar, ya")
    words: pay.stage === "closing" ? qsTr("Memastikan pembayaranmu sudah masuk atau belum.") : offered ? qsTr("Buka aplikasi bank atau dompet digitalmu, lalu scan QRIS ini.") : qsTr("Kode QRIS-mu sedang disiapkan.")
    hint: pay.unreachable ? qsTr("Internet sedang lambat, kami coba terus") : ""

    sheetPlace: Theme.portrait ? Qt.rect(hero.x + 1 * Theme.unit, hero.y + side + 5 * Theme.unit, 20 * Theme.unit, hero.height - side - 5 * Theme.unit) : Qt.rect(columnX, bill.y + 0.5 * Theme.unit, 18 * Theme.unit, bill.height)
    sheetTilt: -4

    CodeCard {
        id: code

        x: (parent.width - width) / 2
        y: Theme.portrait ? 0 : (parent.height - height) / 2
        height: screen.side
        source: screen.pay.code
        opacity: screen.offered ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.calm
            }
        }
    }

    Waiting {
        anchors.centerIn: code
        visible: !screen.offered
    }

    Column {
        id: bill

        parent: screen
        x: screen.sheetPlace.x + screen.sheetPlace.width + Theme.margin
        y: Theme.portrait ? screen.sheetPlace.y + (screen.sheetPlace.height - height) / 2 : 52 * Theme.unit
        width: screen.width - x - Theme.margin
        spacing: 1 * Theme.unit

        Words {
            width: parent.width
            text: screen.pay.package_name + " · " + screen.pay.sheet_words
        }

        Heading {
            width: parent.width
            text: screen.pay.amount
        }

        Words {
            width: parent.width
            visible: screen.offered && screen.limit.seconds_left >= 0
            text: qsTr("Sisa waktu %1").arg(screen.clock(screen.limit.seconds_left))
            font.weight: Font.DemiBold
        }
    }

    actions: SecondaryButton {
        objectName: "payCancel"
        width: parent.width
        text: qsTr("Batal")
        icon: "x"
        enabled: screen.pay.stage !== "closing"
        onTapped: screen.pay.cancel()
    }
}
