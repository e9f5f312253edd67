pragma ComponentBehavior: Bound

import QtQuick

// Closed eyes and a small smile, in shares of its width.
Item {
    id: face

    component Arc: Item {
        property real thickness: 0.022 * face.width

        height: width / 2
        clip: true

        Rectangle {
            y: -parent.height
            width: parent.width
            height: parent.width
            radius: width / 2
            color: "transparent"
            border.width: parent.thickness
            border.color: Theme.ink
        }
    }

    Arc {
        x: 0.26 * face.width
        y: 0.22 * face.width
        width: 0.15 * face.width
    }

    Arc {
        x: 0.59 * face.width
        y: 0.22 * face.width
        width: 0.15 * face.width
    }

    Arc {
        x: 0.44 * face.width
        y: 0.37 * face.width
        width: 0.12 * face.width
    }
}
