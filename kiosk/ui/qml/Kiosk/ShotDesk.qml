import QtQuick
import Kiosk.Models

// Each new shot flies from the live view into its slot.
SheetDesk {
    id: desk

    required property ShootModel shoot
    required property SheetModel sheet
    required property Item view

    readonly property int slot: sheet.slots.indexOf(shoot.seq)
    readonly property string fresh: shoot.reviewing ? sheet.shots[slot] ?? "" : ""
    property string flown: ""

    function fly(): void {
        if (fresh === "" || fresh === flown)
            return;
        const box = sheet.paper.slots[slot];
        const columnWidth = height * sheet.paper.aspect;
        flown = fresh;
        flight.goal = Qt.rect(box.x * columnWidth, box.y * height, box.width * columnWidth, box.height * height);
        flight.fly(fresh);
    }

    shots: sheet.shots
    onFreshChanged: fly()
    Component.onCompleted: flown = fresh

    ShotFlight {
        id: flight

        ground: desk.view
        start: Qt.rect(0, 0, desk.view.width, desk.view.height)
    }
}
