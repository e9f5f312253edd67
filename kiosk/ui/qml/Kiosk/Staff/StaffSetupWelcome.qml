pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Models

// Before the first step: the language, and what should be at hand.
StaffPage {
    id: page

    required property StaffSetupModel setup
    required property LanguageModel language

    title: setup.pin_alone ? qsTr("Pasang PIN pemilik") : qsTr("Halo! Kita siapkan booth ini")
    words: setup.pin_alone ? qsTr("Booth ini sudah aktif, tapi belum ada yang bisa masuk.") : qsTr("Sekitar lima menit sampai foto pertama.")

    StaffChoice {
        width: parent.width
        title: qsTr("Pakai bahasa lain?")

        StaffButton {
            objectName: "setupLanguage"
            icon: "languages"
            text: page.language.other_name
            onTapped: page.language.switch()
        }
    }

    Words {
        width: parent.width
        text: qsTr("Yang perlu kamu siapkan")
        color: Theme.ink
        font.weight: Font.DemiBold
    }

    Repeater {
        model: page.setup.pin_alone ? [["qr-code", qsTr("Kunci lisensi booth ini, QR atau file di USB")]] : [["qr-code", qsTr("Kunci lisensi dari penjual, QR atau file di USB")], ["network", qsTr("Internet untuk mengaktifkannya")], ["camera", qsTr("Kamera, tersambung dan menyala")], ["printer", qsTr("Printer dengan kertas di dalamnya")]]

        StaffSetupHint {
            required property var modelData

            width: parent?.width ?? 0
            icon: modelData[0]
            words: modelData[1]
        }
    }

    actions: StaffButton {
        objectName: "setupOn"
        width: parent.width
        implicitHeight: 15 * Theme.unit
        textSize: Theme.button
        filled: true
        icon: "arrow-right"
        text: qsTr("Mulai")
        onTapped: page.setup.go_on()
    }
}
