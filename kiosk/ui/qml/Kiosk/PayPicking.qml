pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The ways to pay, a card each; above or beside them what is bought and what it costs.
ScreenFrame {
    id: screen

    required limit
    required property PayModel pay
    required property LookModel look

    readonly property bool none: pay.ways.length === 0
    readonly property real below: (pay.tally === "" ? 25 : 34) * Theme.unit // the words under the sheet, in landscape

    title: none ? qsTr("Sebentar, ya") : qsTr("Pilih cara bayar")
    titleSize: (Theme.portrait ? 9 : 6.8) * Theme.unit
    words: pay.picking_words
    ending: qsTr("Pesanan dibatalkan")
    sheetPlace: Theme.portrait ? Qt.rect(hero.x, hero.y, 34 * Theme.unit, hero.height) : Qt.rect(hero.x, hero.y, hero.width, hero.height - below)
    sheetTilt: -3
    actionsGap: Theme.gap

    PayLines {
        parent: screen
        x: Theme.portrait ? screen.sheetPlace.x + screen.sheetPlace.width + 5 * Theme.unit : screen.hero.x
        y: Theme.portrait ? screen.hero.y + (screen.hero.height - height) / 2 : screen.hero.y + screen.hero.height - 0.5 * (screen.below + height) + 2 * Theme.unit
        width: Theme.portrait ? screen.width - x - Theme.margin : screen.hero.width
        centred: !Theme.portrait
        pay: screen.pay
        amountSize: Theme.display
    }

    actions: [
        WayBlock {
            width: parent.width
            pay: screen.pay
            look: screen.look
        },
        PayWayOut {
            width: parent.width
            pay: screen.pay
            picking: true
        }
    ]
}
