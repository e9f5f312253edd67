import QtQuick
import Kiosk.Models

// Paper below, picture on the phone.
CodeAndSheet {
    id: screen

    required property TakeHomeModel takeHome
    required property LimitModel limit
    required property ChangeModel change

    title: qsTr("Ambil di bawah, ya!")
    titleSize: Theme.portrait ? Theme.display : (change.amount === "" ? 7.6 : 6) * Theme.unit
    words: qsTr("Cetakanmu sudah jadi, terima kasih!")
    hint: limit.seconds_left >= 0 && limit.seconds_left <= 15 ? qsTr("Menutup dalam %1 detik").arg(limit.seconds_left) : ""
    code: takeHome.code
    caption: qsTr("Scan untuk simpan fotomu")
    sheetFresh: true

    lines: [
        Heading {
            width: parent.width
            text: qsTr("Simpan di HP")
            size: Theme.title
        },
        Words {
            width: parent.width
            text: qsTr("Belum muncul? Tenang, fotomu menyusul di sana.")
        },
        Words {
            width: parent.width
            text: screen.takeHome.link
            visible: Theme.portrait || screen.change.amount === "" // the code says it too
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
        }
    ]

    actions: [
        ChangeNote {
            width: parent.width
            change: screen.change
        },
        PrimaryButton {
            objectName: "takehomeDone"
            width: parent.width
            text: qsTr("Selesai")
            icon: "check"
            onTapped: screen.takeHome.finish()
        }
    ]
}
