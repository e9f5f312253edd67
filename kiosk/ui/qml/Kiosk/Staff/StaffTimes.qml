pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// What happened when, line by line.
Column {
    id: times

    required property string title
    required property var lines

    spacing: 0.9 * Theme.unit

    Words {
        text: times.title
        color: Theme.ink
        font.weight: Font.ExtraBold
        bottomPadding: 0.4 * Theme.unit
    }

    Repeater {
        model: times.lines

        Item {
            id: step

            required property var modelData

            width: times.width
            height: words.height

            Words {
                width: 10 * Theme.unit
                text: step.modelData.time
                font.pixelSize: 2.9 * Theme.unit
                lineHeight: 1.15
                font.features: ({
                        tnum: 1
                    })
            }

            Words {
                id: words

                x: 11 * Theme.unit
                width: parent.width - x
                text: step.modelData.words
                color: Theme.ink
                font.pixelSize: 2.9 * Theme.unit
                lineHeight: 1.15
            }
        }
    }
}
