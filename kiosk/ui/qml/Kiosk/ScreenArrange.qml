pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The print as it will be, in front: its shots are moved on it, its frame and colour picked below.
ScreenFrame {
    id: screen

    required limit
    required property ArrangeModel arrange
    required property LooksModel looks
    required property TemplatesModel templates
    required property SheetModel sheet

    readonly property bool dense: !Theme.portrait && panel.both // every line counts

    title: dense && arrange.shown ? qsTr("Geser fotomu untuk menukar") : qsTr("Cakep!")
    words: {
        if (!arrange.shown)
            return qsTr("Fotomu sedang disusun…");
        if (dense)
            return "";
        if (arrange.several && !Theme.portrait)
            return qsTr("Geser foto untuk menukar.");
        return arrange.several ? qsTr("Geser foto untuk menukar, atau sentuh untuk pilihan lain.") : qsTr("Begini nanti hasil cetaknya.");
    }
    ending: arrange.shown ? qsTr("Dicetak sendiri") : ""
    titleSize: (Theme.portrait ? (panel.both ? 7 : 9) : dense ? 4.2 : panel.choice ? 6 : 7.6) * Theme.unit
    sheetPlace: hero
    around: (panel.both ? 2.6 : 4) * Theme.unit
    actionsGap: 3 * Theme.unit

    sheetDesk: SlotDesk {
        arrange: screen.arrange
        sheet: screen.sheet
        ground: screen
    }

    actions: [
        ArrangePanel {
            id: panel

            width: parent.width
            room: (Theme.portrait ? (both ? 38.6 : 36) : (both ? 55 : 46)) * Theme.unit
            arrange: screen.arrange
            looks: screen.looks
            templates: screen.templates
            sheet: screen.sheet
            visible: choice || holding
        },
        PrimaryButton {
            objectName: "arrangePrint"
            width: parent.width
            text: qsTr("Cetak sekarang")
            icon: "printer"
            enabled: screen.arrange.ready
            opacity: screen.arrange.shown ? 1 : 0.45 // a look takes too short a time to grey it
            onTapped: screen.arrange.print_now()
        }
    ]
}
