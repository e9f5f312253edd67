pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// The one sheet of paper: picked up on choose, it travels above the screens until it is printed.
Item {
    id: sheet

    required property SheetModel model
    property rect place // where the screen in front wants it
    property real tilt: 0
    property int travelTime: Theme.travel
    property bool steady: false
    property bool held: false
    property bool fresh: false // a copy: the sheet itself has left through the printer
    property int nextSlot: -1
    property Component desk: null // what the screen in front does with the paper

    readonly property real aspect: (loader.item as PrintedSheet)?.aspect ?? 2 / 3

    function fitted(box: rect): rect {
        const wide = Math.min(box.width, box.height * aspect);
        return Qt.rect(box.x + (box.width - wide) / 2, box.y + (box.height - wide / aspect) / 2, wide, wide / aspect);
    }

    function putAt(box: rect, angle: real): void {
        const fit = fitted(box);
        travel.stop();
        x = fit.x;
        y = fit.y;
        width = fit.width;
        rotation = angle;
    }

    function moveOn(): void {
        if (!model.held || place.width <= 0)
            return;
        if (width <= 0)
            return putAt(place, tilt);
        if (fresh)
            return leave.restart();
        travel.target = fitted(place);
        travel.restart();
    }

    height: width / aspect
    opacity: model.held && place.width > 0 ? 1 : 0
    visible: opacity > 0

    onPlaceChanged: Qt.callLater(moveOn)
    onAspectChanged: Qt.callLater(moveOn)
    onVisibleChanged: {
        if (!visible && !model.held)
            width = 0;
    }

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.quick
        }
    }

    component Move: SheetMove {
        target: sheet
        duration: sheet.travelTime
        easing.type: sheet.steady ? Easing.Linear : Easing.OutCubic
    }

    ParallelAnimation {
        id: travel

        paused: running && sheet.held

        property rect target

        Move {
            property: "x"
            to: travel.target.x
        }
        Move {
            property: "y"
            to: travel.target.y
        }
        Move {
            property: "width"
            to: travel.target.width
        }
        Move {
            property: "rotation"
            to: sheet.tilt
        }
    }

    SequentialAnimation {
        id: leave

        SheetMove {
            target: sheet
            property: "y"
            to: sheet.parent.height + Theme.margin
            duration: Theme.calm
        }
        ScriptAction {
            script: sheet.putAt(sheet.place, sheet.tilt)
        }
        NumberAnimation {
            target: sheet
            property: "scale"
            from: Theme.reducedMotion ? 1 : 0.85
            to: 1
            duration: Theme.calm
            easing.type: Easing.OutBack
        }
    }

    Loader {
        id: loader

        active: sheet.model.paper !== null

        sourceComponent: PrintedSheet {
            width: sheet.width
            paper: sheet.model.paper
            shots: desk.item ? (desk.item as SheetDesk).shots : sheet.model.shots
            picture: sheet.model.picture
            rearranged: sheet.model.rearranged || ((desk.item as SheetDesk)?.busy ?? false)
            nextSlot: sheet.nextSlot
        }
    }

    Loader {
        id: desk

        anchors.fill: parent
        sourceComponent: sheet.model.held ? sheet.desk : null
    }
}
