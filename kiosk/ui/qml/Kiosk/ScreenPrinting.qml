import QtQuick
import Kiosk.Models

// How far the print is, and the sheet: it goes down towards the printer at the printer's pace once
// that has begun, stops where the printer waits, and leaves when it is done. Where motion is reduced it
// only lies lower then.
ScreenFrame {
    id: screen

    required property PrintingModel printing
    required property ChangeModel change

    readonly property bool waits: printing.waiting_words !== ""
    readonly property bool moving: printing.step === "printing"
    readonly property real noted: change.amount !== "" ? 16 * Theme.unit : 0
    readonly property real start: hero.y + (Theme.portrait ? 12.5 * Theme.unit + noted : 0)

    title: waits ? qsTr("Sebentar, ya") : moving ? qsTr("Fotomu sedang dicetak") : qsTr("Fotomu menuju printer")
    words: {
        if (waits)
            return qsTr("%1. Fotomu aman dan lanjut dicetak.").arg(printing.waiting_words);
        if (printing.step_words !== "")
            return printing.step_words;
        return moving ? qsTr("Nanti keluar di bawah layar ini.") : qsTr("Tunggu di sini, ya.");
    }
    readonly property real fed: Theme.reducedMotion ? 0.2 : 0.62 // of the height, by the end

    sheetPlace: Qt.rect(hero.x, start + (moving ? fed * hero.height : 0), hero.width, hero.y + hero.height - start)
    sheetHeld: waits
    sheetSteady: moving
    sheetTravelTime: moving && !Theme.reducedMotion ? 1000 * printing.seconds : Theme.travel

    PrintSteps {
        id: steps

        parent: screen
        x: screen.columnX
        y: Theme.portrait ? screen.hero.y : 50 * Theme.unit
        width: screen.columnWidth
        step: screen.printing.step
        held: screen.waits
    }

    ChangeNote {
        parent: screen
        x: screen.columnX
        y: Theme.portrait ? steps.y + steps.height + Theme.gap : screen.height - height - Theme.margin
        width: screen.columnWidth
        change: screen.change
    }
}
