import QtQuick
import Kiosk.Models

// Paper below, picture on the phone.
CodeAndSheet {
    id: screen

    required limit
    required property TakeHomeModel takeHome
    required property ChangeModel change

    title: qsTr("Ambil di bawah, ya!")
    words: qsTr("Cetakanmu sudah jadi, terima kasih!")
    ending: qsTr("Layar ditutup")
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
