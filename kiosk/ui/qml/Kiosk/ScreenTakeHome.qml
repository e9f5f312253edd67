import QtQuick
import Kiosk.Models

// Paper below, picture on the phone.
CodeAndSheet {
    id: screen

    required limit
    required property TakeHomeModel takeHome
    required property ChangeModel change

    title: qsTr("Ambil di bawah, ya!")
    titleSize: Theme.portrait ? Theme.display : (change.amount === "" ? 6.6 : 6) * Theme.unit
    words: qsTr("Cetakanmu sudah jadi, terima kasih!")
    ending: qsTr("Layar ditutup")
    code: takeHome.code
    caption: qsTr("Scan untuk simpan fotomu")
    sheetFresh: true
    aside: (Theme.portrait ? 1.6 : 1.05) * Theme.margin // there the sun shines
    foot: (Theme.portrait ? 30 : 31) * Theme.unit
    under: Theme.portrait || !takeHome.asks_to_show ? 0 : Theme.touch + Theme.gap

    lines: [
        Heading {
            width: parent.width
            text: qsTr("Simpan di HP")
            size: Theme.title
        },
        Row {
            width: parent.width
            spacing: 1.4 * Theme.unit

            Icon {
                id: sign

                name: screen.takeHome.offline ? "wifi-off" : "smartphone"
                size: 4 * Theme.unit
            }

            Words {
                width: parent.width - sign.width - parent.spacing
                text: screen.takeHome.phone_words
                color: Theme.ink
                lineHeight: 1.1
            }
        },
        Words {
            width: parent.width
            text: screen.takeHome.link
            visible: Theme.portrait || screen.change.amount === "" // the code says it too
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            wrapMode: Text.Wrap
            lineHeight: 1.1
        }
    ]

    // A touch anywhere says that the guest is still here.
    Touchable {
        parent: screen
        z: -1
        objectName: "takehomeTouch"
        anchors.fill: parent
        enabled: screen.limit.may_stay
        onTapped: screen.limit.stay()
    }

    ShowSwitch {
        parent: screen
        visible: !Theme.portrait && screen.takeHome.asks_to_show
        objectName: "takehomeShow"
        x: screen.hero.x
        y: screen.height - height - Theme.margin
        width: screen.hero.width
        takeHome: screen.takeHome
    }

    actions: [
        ChangeNote {
            width: parent.width
            change: screen.change
        },
        ShowSwitch {
            visible: Theme.portrait && screen.takeHome.asks_to_show
            objectName: "takehomeShow"
            width: parent.width
            takeHome: screen.takeHome
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
