import QtQuick
import Kiosk.Models

// Where the guests' screens lie: on the whole glass, or on the lower part of a tall one, as they do in
// landscape. Above stays the booth's name.
Item {
    id: ground

    required property ReachModel model
    property bool standing: true // the guests' screens are in front
    property bool dark: false
    property bool touched: true // something on the screen is
    default property alias content: floor.data

    readonly property bool tall: height > width && height / Theme.mm > 380 // less is within reach anyway
    readonly property bool lowered: model.lowered && tall && standing
    readonly property size floorSize: Qt.size(width, lowered ? Math.min(0.55 * height, width / 1.6) : height)
    readonly property real above: height - floorSize.height

    Item {
        id: floor

        y: ground.above
        width: ground.floorSize.width
        height: ground.floorSize.height
    }

    Image {
        x: (parent.width - width) / 2
        y: (reachSwitch.y - height) / 2
        width: 0.44 * parent.width
        height: 0.09 * ground.above
        source: ground.lowered ? Theme.logo : ""
        sourceSize.height: Math.round(height)
        asynchronous: true
        fillMode: Image.PreserveAspectFit
        visible: !ground.dark
    }

    ReachSwitch {
        id: reachSwitch

        objectName: "reachSwitch"
        x: Theme.margin
        y: ground.lowered ? ground.above - height - Theme.gap : parent.height - height - Math.max(0, Math.min(Theme.unit, 8 * Theme.unit - height))
        visible: ground.standing && ground.tall && ground.model.offered && (ground.touched || ground.lowered)
        lowered: ground.lowered
        dark: ground.dark
        onTapped: ground.model.change()
    }
}
