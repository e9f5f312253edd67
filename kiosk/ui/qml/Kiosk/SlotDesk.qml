pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The shots under the guest's finger: one is lifted and dropped on another, or touched.
SheetDesk {
    id: desk

    required property ArrangeModel arrange
    required property SheetModel sheet
    required property Item ground // the screen

    property int lifted: -1 // the slot whose shot is under the finger
    property int over: -1 // the other slot that the finger is over
    property int landing: -1 // the slot that the shot is on its way to

    readonly property PaperModel paper: sheet.paper
    readonly property int columns: paper?.columns ?? 0
    readonly property real columnWidth: height * (paper?.aspect ?? 1)

    busy: lifted >= 0 || landing >= 0
    Component.onCompleted: {
        if (sheet.newest >= 0)
            last.fly(sheet.shots[sheet.newest]);
    }
    shots: {
        const lying = Array.from(sheet.shots);
        if (lifted >= 0) {
            lying[lifted] = over >= 0 ? sheet.shots[over] : "";
            if (over >= 0)
                lying[over] = "";
        } else if (landing >= 0)
            lying[landing] = "";
        return lying;
    }

    function columnAt(column: int): real {
        return column * (width - columnWidth) / Math.max(1, columns - 1);
    }

    function placeOf(slot: int, column: int): rect {
        const box = paper?.slots[slot] ?? Qt.rect(0, 0, 0, 0);
        return Qt.rect(columnAt(column) + box.x * columnWidth, box.y * height, box.width * columnWidth, box.height * height);
    }

    function columnUnder(at: point): int {
        return Math.max(0, Math.min(columns - 1, Math.floor(at.x / width * columns)));
    }

    // Which slot lies under a point, -1 for none.
    function slotUnder(at: point): int {
        const column = columnUnder(at);
        for (let slot = 0; slot < paper.slots.length; slot++) {
            const place = placeOf(slot, column);
            const turn = -paper.angles[slot] * Math.PI / 180;
            const right = at.x - place.x - place.width / 2;
            const down = at.y - place.y - place.height / 2;
            const across = right * Math.cos(turn) - down * Math.sin(turn);
            const along = right * Math.sin(turn) + down * Math.cos(turn);
            if (Math.abs(across) <= place.width / 2 && Math.abs(along) <= place.height / 2)
                return slot;
        }
        return -1;
    }

    function lift(slot: int, column: int, at: point): void {
        landing = -1;
        over = -1;
        lifted = slot;
        shot.pickUp(sheet.shots[slot], placeOf(slot, column), paper.angles[slot], at);
    }

    function carry(by: point, at: point): void {
        shot.carry(by);
        const under = slotUnder(at);
        over = under === lifted || !arrange.several ? -1 : under;
    }

    function drop(at: point): void {
        const swapped = over >= 0 && arrange.swap(lifted, over);
        const to = swapped ? over : lifted;
        const column = columnUnder(at);
        lifted = -1;
        over = -1;
        landing = to;
        shot.land(placeOf(to, column), paper.angles[to]);
    }

    Repeater {
        model: desk.columns * (desk.paper?.slots.length ?? 0)

        SlotTouch {
            required property int index
            readonly property int count: desk.paper?.slots.length ?? 1
            readonly property int column: Math.floor(index / count)
            readonly property rect place: desk.placeOf(number, column)

            number: index % count
            x: place.x
            y: place.y
            width: place.width
            height: place.height
            rotation: desk.paper.angles[number]
            selected: desk.arrange.selected === number && !desk.busy
            offered: desk.arrange.swapping && desk.arrange.selected !== number && !desk.busy
            target: desk.over === number
            free: desk.lifted < 0 && desk.sheet.shots[number] !== ""
            onTouched: {
                desk.drop(Qt.point(x + width / 2, y + height / 2));
                desk.arrange.touch(number);
            }
            onLifted: scene => desk.lift(number, column, desk.mapFromItem(null, scene))
            onCarrying: (by, scene) => desk.carry(by, desk.mapFromItem(null, scene))
            onDropped: scene => desk.drop(desk.mapFromItem(null, scene))
        }
    }

    LiftedShot {
        id: shot

        visible: desk.busy
        onLanded: desk.landing = -1
    }

    // After the last shot no time is left to look at it: it flies while the paper comes.
    ShotFlight {
        id: last

        objectName: "lastShot"

        readonly property int slot: Math.max(0, desk.sheet.newest)

        ground: desk.ground
        start: places.view
        goal: desk.placeOf(slot, 0)
        angle: desk.paper?.angles[slot] ?? 0
    }

    ShootPlaces {
        id: places

        window: Qt.size(desk.ground.width, desk.ground.height)
        aspect: desk.paper?.slot_aspects[last.slot] ?? 1.5
        edge: Theme.look?.lens_edge ?? ""
    }
}
