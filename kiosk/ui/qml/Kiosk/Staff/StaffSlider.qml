import QtQuick
import Kiosk

// A value on a line: drag it, or touch - and + beside it.
Item {
    id: slider

    required property string name
    required property string title
    property string minus: "" // what a value below zero means
    required property real from
    required property real to
    required property real step
    required property real value
    required property string words // how the value is read

    signal moved(to: real)

    function at(x: real): real {
        const share = Math.min(1, Math.max(0, x / track.width));
        return Math.round((from + share * (to - from)) / step) * step;
    }

    height: 16.5 * Theme.unit

    Row {
        spacing: 1.2 * Theme.unit

        Words {
            id: heading

            text: slider.title
            color: Theme.ink
            font.weight: Font.DemiBold
            lineHeight: 1
        }

        Words {
            text: slider.minus
            visible: slider.value < 0
            font.pixelSize: Theme.small
            lineHeight: 1
            anchors.baseline: heading.baseline
        }
    }

    Words {
        objectName: "slider:" + slider.name
        anchors.right: parent.right
        text: slider.words
        color: Theme.ink
        font.weight: Font.ExtraBold
        font.pixelSize: Theme.button
        font.features: ({
                tnum: 1
            })
        lineHeight: 1
    }

    StaffButton {
        id: less

        objectName: "less:" + slider.name
        y: slider.height - height
        width: 14 * Theme.unit
        icon: "minus"
        onTapped: slider.moved(slider.value - slider.step)
    }

    StaffButton {
        id: more

        objectName: "more:" + slider.name
        anchors.right: parent.right
        y: less.y
        width: less.width
        icon: "plus"
        onTapped: slider.moved(slider.value + slider.step)
    }

    Item {
        id: track

        objectName: "track:" + slider.name
        x: less.width + 4 * Theme.unit
        y: less.y
        width: slider.width - 2 * x
        height: less.height

        Rectangle {
            y: (parent.height - height) / 2
            width: parent.width
            height: 1.2 * Theme.unit
            radius: height / 2
            color: Theme.rule
        }

        Rectangle {
            x: (parent.width - width) / 2
            y: (parent.height - height) / 2
            width: Math.max(2, 0.3 * Theme.unit)
            height: 4 * Theme.unit
            color: Theme.edge
        }

        Rectangle {
            x: (slider.value - slider.from) / (slider.to - slider.from) * parent.width - width / 2
            y: (parent.height - height) / 2
            width: 6 * Theme.unit
            height: width
            radius: width / 2
            color: drag.active ? Theme.coralPressed : Theme.coral
            border.width: Math.max(2, 0.3 * Theme.unit)
            border.color: Theme.ink
        }

        DragHandler {
            id: drag

            target: null
            dragThreshold: 0
            yAxis.enabled: false
            onCentroidChanged: {
                if (active)
                    slider.moved(slider.at(centroid.position.x));
            }
        }

        TapHandler {
            onTapped: point => slider.moved(slider.at(point.position.x))
        }
    }
}
