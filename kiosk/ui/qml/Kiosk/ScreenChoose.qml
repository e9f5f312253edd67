pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

ScreenFrame {
    id: screen

    required limit
    required property AttractModel attract
    required property ChooseModel choose

    readonly property int count: attract.packages.length
    readonly property int columns: Theme.portrait ? (count > 3 ? 2 : 1) : Math.max(1, Math.min(count, 4))

    signal picked(box: rect)

    spread: true
    title: qsTr("Pilih cetakanmu")
    words: qsTr("Sentuh yang kamu suka.")
    ending: qsTr("Kembali ke awal")

    Grid {
        id: cards

        readonly property int lines: Math.ceil(screen.count / screen.columns)

        anchors.fill: parent
        columns: screen.columns
        spacing: Theme.gap

        Repeater {
            model: screen.attract.packages

            PackageCard {
                id: card

                required property PackageModel modelData

                offer: modelData
                width: (cards.width - (cards.columns - 1) * cards.spacing) / cards.columns
                height: (cards.height - (cards.lines - 1) * cards.spacing) / cards.lines
                onTapped: {
                    screen.picked(card.mapToItem(screen, card.sheetBox));
                    screen.choose.choose(modelData);
                }
            }
        }
    }

    actions: SecondaryButton {
        objectName: "chooseBack"
        width: parent.width
        text: qsTr("Kembali")
        icon: "arrow-left"
        onTapped: screen.choose.leave()
    }
}
