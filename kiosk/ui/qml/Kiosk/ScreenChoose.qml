pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The prints as large as they fit: one alone fills the screen, a few stand beside each other, and
// many with copies to set are rows.
ScreenFrame {
    id: screen

    required limit
    required property AttractModel attract
    required property ChooseModel choose

    readonly property int count: attract.packages.length
    readonly property bool rows: count > 4 && attract.packages.some(offer => (offer as PackageModel).by_copies)
    readonly property bool full: count > 3 && Theme.portrait // every line counts
    readonly property int columns: {
        if (rows)
            return Theme.portrait ? 1 : 2;
        if (Theme.portrait)
            return count === 1 || count === 3 ? 1 : 2;
        return Math.max(1, count > 4 ? 3 : count);
    }

    signal picked(box: rect)

    spread: true
    title: count === 1 ? qsTr("Ini cetakanmu") : qsTr("Pilih cetakanmu")
    around: (full ? 3 : 4.5) * Theme.unit
    words: full ? "" : count === 1 ? qsTr("Sentuh untuk lanjut.") : qsTr("Sentuh yang kamu suka.")
    ending: qsTr("Kembali ke awal")

    Grid {
        id: cards

        readonly property int lines: Math.ceil(screen.count / screen.columns)

        anchors.fill: parent
        columns: screen.columns
        spacing: (screen.count > 4 ? 0.7 : 1) * Theme.gap

        Repeater {
            model: screen.attract.packages

            PackageCard {
                id: card

                required property PackageModel modelData

                offer: modelData
                row: screen.rows
                alone: screen.count === 1
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
