pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models

// How many copies, in large keys beside or above one another. Between them is no way to choose: a
// finger may miss a key.
Item {
    id: stepper

    required property PackageModel offer
    property bool upright: false

    readonly property real key: Theme.least

    implicitWidth: key
    implicitHeight: key

    TapHandler {
        gesturePolicy: TapHandler.ReleaseWithinBounds // the card below does not hear of it
    }

    component Key: Touchable {
        id: key

        required property string sign

        width: stepper.key
        height: stepper.key
        opacity: enabled ? 1 : 0.4

        Rectangle {
            anchors.fill: parent
            radius: 0.8 * Theme.radius
            color: key.pressed ? Theme.marigold : Theme.paper
            border.width: Theme.hairline
            border.color: Theme.line
        }

        Icon {
            anchors.centerIn: parent
            name: key.sign
            onDark: key.pressed && Theme.marigoldDark
            size: 5 * Theme.unit
        }
    }

    Key {
        y: stepper.height - height
        objectName: "copiesLess:" + stepper.offer.key
        sign: "minus"
        enabled: stepper.offer.can_less
        onTapped: stepper.offer.step(-1)
    }

    Heading {
        anchors.centerIn: parent
        visible: !stepper.upright || stepper.height > 2 * stepper.key + size
        text: stepper.offer.copies
        size: Theme.title
    }

    Key {
        anchors.right: parent.right
        objectName: "copiesMore:" + stepper.offer.key
        sign: "plus"
        enabled: stepper.offer.can_more
        onTapped: stepper.offer.step(1)
    }
}
