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
        if (fresh === "" || fresh === flown || Theme.reducedMotion)
            return;
        flown = fresh;
        flight.source = fresh;
        if (flight.status === Image.Ready)
            begin();
    }

    function begin(): void {
        const from = view.mapToItem(desk, Qt.rect(0, 0, view.width, view.height));
        const box = sheet.paper.slots[slot];
        const columnWidth = height * sheet.paper.aspect;
        flight.from = from;
        flight.to = Qt.rect(box.x * columnWidth, box.y * height, box.width * columnWidth, box.height * height);
        way.restart();
    }

    shots: sheet.shots
    onFreshChanged: fly()
    Component.onCompleted: flown = fresh

    Image {
        id: flight

        property rect from
        property rect to
        property real done: 0

        x: from.x + done * (to.x - from.x)
        y: from.y + done * (to.y - from.y)
        width: from.width + done * (to.width - from.width)
        height: from.height + done * (to.height - from.height)
        visible: way.running
        sourceSize.width: Theme.shotWidth
        asynchronous: true
        fillMode: Image.PreserveAspectCrop
        smooth: false // it is too fast to be looked at
        onStatusChanged: {
            if (status === Image.Ready && !way.running && desk.fresh === source.toString())
                desk.begin();
        }

        SheetMove on done {
            id: way

            running: false
            from: 0
            to: 1
            duration: Theme.travel
        }
    }
}
