import QtQuick

// One slot under the finger: lifted at the press, then carried and dropped, or only touched.
Item {
    id: slot

    required property int number
    property bool free: true // a shot can be lifted from it now
    property bool selected: false
    property bool offered: false // a touch swaps
    property bool target: false // the lifted shot is over it

    property bool held: false
    property bool carried: false
    property point from

    signal lifted(scene: point)
    signal touched
    signal carrying(by: point, scene: point)
    signal dropped(scene: point)

    objectName: "slot:" + number

    Rectangle {
        anchors.fill: parent
        anchors.margins: -0.5 * Theme.unit
        color: "transparent"
        radius: 0.6 * Theme.unit
        border.width: slot.selected || slot.target ? 1 * Theme.unit : 0.7 * Theme.unit
        border.color: slot.offered ? Theme.marigold : Theme.coral
        antialiasing: true
        visible: slot.selected || slot.target || slot.offered
    }

    Rectangle {
        x: slot.selected ? slot.width - 0.7 * width : (slot.width - width) / 2
        y: slot.selected ? -0.3 * height : (slot.height - height) / 2
        width: 6.4 * Theme.unit
        height: width
        radius: width / 2
        rotation: -slot.rotation
        color: slot.selected ? Theme.coral : Theme.marigold
        visible: slot.selected || slot.offered

        Icon {
            anchors.centerIn: parent
            name: slot.selected ? "check" : "arrow-left-right"
            size: 4 * Theme.unit
        }
    }

    MultiPointTouchArea {
        anchors.fill: parent
        maximumTouchPoints: 1
        touchPoints: TouchPoint {
            id: finger
        }
        onPressed: {
            slot.held = slot.free;
            slot.carried = false;
            if (!slot.held)
                return;
            slot.from = Qt.point(finger.sceneX, finger.sceneY);
            slot.lifted(slot.from);
        }
        onUpdated: {
            if (!slot.held)
                return;
            const by = Qt.point(finger.sceneX - slot.from.x, finger.sceneY - slot.from.y);
            slot.carried = slot.carried || Math.hypot(by.x, by.y) > 1.6 * Theme.unit;
            if (slot.carried)
                slot.carrying(by, Qt.point(finger.sceneX, finger.sceneY));
        }
        onReleased: {
            if (!slot.held)
                return;
            slot.held = false;
            if (slot.carried)
                slot.dropped(Qt.point(finger.sceneX, finger.sceneY));
            else
                slot.touched();
        }
        onCanceled: {
            if (slot.held)
                slot.dropped(Qt.point(-1, -1));
            slot.held = false;
        }
    }
}
