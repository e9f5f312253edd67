pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// Whose booth this is, and what it is called.
StaffPage {
    id: page

    required property StaffSetupModel setup

    title: setup.pin_alone ? qsTr("Siapa pemiliknya?") : qsTr("Booth siapa ini?")
    words: setup.pin_alone ? qsTr("Nama ini tercatat di setiap tindakan penting.") : qsTr("Untuk laporan, dan kalau ada kabar soal lisensimu.")

    StaffField {
        name: "name"
        width: parent.width
        title: qsTr("Namamu atau nama usahamu")
        longest: 100
        value: page.setup.name
        onTyped: text => page.setup.type_name(text)
    }

    StaffField {
        name: "email"
        width: parent.width
        visible: !page.setup.pin_alone
        title: qsTr("Alamat email")
        email: true
        longest: 254
        value: page.setup.email
        wrong: page.setup.email === "" || page.setup.email_good || typing ? "" : qsTr("Alamatnya belum lengkap, misalnya halo@contoh.id.")
        onTyped: text => page.setup.type_email(text)
    }

    StaffField {
        name: "booth"
        width: parent.width
        visible: !page.setup.pin_alone
        title: qsTr("Nama booth ini")
        longest: 100
        value: page.setup.booth
        onTyped: text => page.setup.type_booth(text)
    }

    actions: StaffSetupOn {
        width: parent?.width ?? 0
        ready: page.setup.holder_good
        onGoOn: page.setup.go_on()
        onGoBack: page.setup.back()
    }
}
