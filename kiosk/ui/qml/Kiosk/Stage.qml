import QtQuick
import Kiosk.Models

// What the guests' screens stand on: the whole window, or the lower part of a tall one, where they
// lie as in landscape. Above stays the booth's name.
Item {
    id: stage

    required property ReachModel reach
    property bool standing: true // the guests' screens are in front
    property bool dark: false
    default property alias content: floor.data

    readonly property bool tall: height > width && height / Theme.mm > 380 // less is within reach anyway
    readonly property bool lowered: reach.lowered && tall && standing
    readonly property size floorSize: Qt.size(width, lowered ? Math.min(0.55 * height, width / 1.6) : height)
    readonly property real above: height - floorSize.height

    Item {
        id: floor

        y: stage.above
        width: stage.floorSize.width
        height: stage.floorSize.height
    }

    Image {
        x: (parent.width - width) / 2
        y: (reachSwitch.y - height) / 2
        width: 0.6 * parent.width
        height: 0.12 * stage.above
        source: stage.lowered ? Theme.logo : ""
        sourceSize.height: Math.round(height)
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        visible: !stage.dark
    }

    ReachSwitch {
        id: reachSwitch

        objectName: "reachSwitch"
        x: Theme.margin
        y: stage.lowered ? stage.above - height - Theme.gap : parent.height - height - Math.max(0, Math.min(Theme.unit, 8 * Theme.unit - height))
        visible: stage.standing && stage.tall && stage.reach.offered
        lowered: stage.lowered
        dark: stage.dark
        onTapped: stage.reach.change()
    }
}
